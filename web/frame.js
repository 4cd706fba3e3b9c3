// Frames a photograph on the device: it is drawn on a canvas here and sent to nobody.
"use strict";

const canvas = document.getElementById("board");
const pen = canvas.getContext("2d");
const side = canvas.width;
const zoom = document.getElementById("zoom");
const choose = document.getElementById("photo");
const wrong = document.getElementById("photo-wrong");
const saveButton = document.getElementById("save");
const shareButton = document.getElementById("share-photo");

/** The share of the side that one press of an arrow moves. */
const STEP = 0.04;

let photo = null;
let frame = null;
/** Address of the frame that is chosen; `frame` is the one that is drawn. */
let chosenFrame = null;
let photosChosen = 0;
/** Where the photo's middle lies, in px of the canvas, from the canvas's middle. */
let place = { x: 0, y: 0 };
/** How much larger the photo is than it must be to cover the canvas, 1 to the slider's end. */
let magnification = 1;

function scale() {
  return Math.max(side / photo.width, side / photo.height) * magnification;
}

/** Keeps the canvas covered: no edge of the photo comes inside it. */
function clampPlace() {
  const room = (length) => Math.max(0, (length * scale() - side) / 2);
  const clamp = (value, most) => Math.min(most, Math.max(-most, value));
  place = { x: clamp(place.x, room(photo.width)), y: clamp(place.y, room(photo.height)) };
}

function draw() {
  pen.clearRect(0, 0, side, side);
  if (photo) drawPhoto();
  if (frame) pen.drawImage(frame, 0, 0, side, side);
}

function drawPhoto() {
  clampPlace();
  const width = photo.width * scale();
  const height = photo.height * scale();
  pen.imageSmoothingQuality = "high";
  pen.drawImage(
    photo, (side - width) / 2 + place.x, (side - height) / 2 + place.y, width, height);
}

function move(x, y) {
  if (!photo) return;
  place = { x: place.x + x, y: place.y + y };
  draw();
}

/** Zooms around the middle of the canvas. */
function zoomTo(wanted) {
  if (!photo) return;
  const next = Math.min(Number(zoom.max), Math.max(1, wanted));
  const ratio = next / magnification;
  place = { x: place.x * ratio, y: place.y * ratio };
  magnification = next;
  zoom.value = String(next);
  draw();
}

// The photo and the frame

async function takePhoto(file) {
  if (!file) return;
  photosChosen += 1;
  const number = photosChosen;
  try {
    const decoded = await decodedPhoto(file);
    if (number !== photosChosen) return decoded.close();
    photo?.close();
    photo = decoded;
  } catch (fault) {
    if (!(fault instanceof PhotoFault)) throw fault;
    if (number === photosChosen) refuse(file, fault);
    return;
  }
  setWrong("");
  center();
  enable();
  draw();
  say(choose.dataset.done);
}

function center() {
  place = { x: 0, y: 0 };
  magnification = 1;
  zoom.value = "1";
}

/** The photo in the frame stays; the field no longer names a file, and the sentence says so. */
function refuse(file, fault) {
  const sentence = choose.dataset[fault.kind]
    .replace("{file}", () => file.name).replace("{format}", () => fault.format ?? "");
  setWrong(photo ? `${sentence} ${choose.dataset.kept}` : sentence);
  choose.value = "";
}

function setWrong(sentence) {
  wrong.textContent = sentence;
  choose.setAttribute("aria-invalid", String(sentence !== ""));
}

/** Nothing is saved without a photo, or in another frame than the chosen one. */
function enable() {
  for (const control of document.querySelectorAll("[data-needs-photo]")) control.disabled = !photo;
  for (const button of [saveButton, shareButton]) button.disabled = !photo || !frame;
}

function takeFrame(address) {
  chosenFrame = address;
  frame = null;
  enable();
  const picture = new Image();
  picture.addEventListener("load", () => {
    if (address !== chosenFrame) return;
    frame = picture;
    over();
    enable();
    draw();
  });
  picture.addEventListener("error", () => {
    if (address === chosenFrame) report(new Refusal("picture"), () => takeFrame(address));
  });
  picture.src = address;
}

choose.addEventListener("change", () => takePhoto(choose.files[0]));
canvas.addEventListener("dragover", (event) => event.preventDefault());
canvas.addEventListener("drop", (event) => {
  event.preventDefault();
  takePhoto(event.dataTransfer.files[0]);
});

for (const radio of document.querySelectorAll("input[name=frame]")) {
  radio.addEventListener("change", () => takeFrame(radio.dataset.overlay));
  if (radio.checked) takeFrame(radio.dataset.overlay);
}

// Touch, mouse, keyboard

/** The pointers that are down, by id, each where it was last. */
const fingers = new Map();

function pointOf(event) {
  const box = canvas.getBoundingClientRect();
  const toCanvas = side / box.width;
  return { x: (event.clientX - box.left) * toCanvas, y: (event.clientY - box.top) * toCanvas };
}

function gap() {
  const [one, two] = [...fingers.values()];
  return Math.hypot(one.x - two.x, one.y - two.y);
}

canvas.addEventListener("pointerdown", (event) => {
  canvas.setPointerCapture(event.pointerId);
  fingers.set(event.pointerId, pointOf(event));
});

canvas.addEventListener("pointermove", (event) => {
  const before = fingers.get(event.pointerId);
  if (!before) return;
  const now = pointOf(event);
  const oldGap = fingers.size === 2 ? gap() : 0;
  fingers.set(event.pointerId, now);
  if (oldGap > 0) zoomTo(magnification * gap() / oldGap);
  move((now.x - before.x) / fingers.size, (now.y - before.y) / fingers.size);
});

for (const name of ["pointerup", "pointercancel"]) {
  canvas.addEventListener(name, (event) => fingers.delete(event.pointerId));
}

canvas.addEventListener("wheel", (event) => {
  if (!photo) return;
  event.preventDefault();
  zoomTo(magnification * Math.exp(-event.deltaY / 500));
}, { passive: false });

const ways = { up: [0, -1], left: [-1, 0], right: [1, 0], down: [0, 1] };

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const way = ways[button?.dataset.move];
  if (!way) return;
  const before = place;
  move(way[0] * side * STEP, way[1] * side * STEP);
  if (place.x === before.x && place.y === before.y) say(button.parentElement.dataset.edge);
});

document.getElementById("reset").addEventListener("click", () => {
  center();
  draw();
});

zoom.addEventListener("input", () => zoomTo(Number(zoom.value)));

// Save and share

/** The file of the canvas; null if the browser has no memory for it. */
async function pictureFile() {
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  return blob && new File([blob], saveButton.dataset.name, { type: "image/png" });
}

saveButton.addEventListener("click", async () => {
  const file = await pictureFile();
  if (file) save(file);
  else say(saveButton.dataset.failed);
});

shareButton.addEventListener("click", async () => {
  const file = await pictureFile();
  if (file) await share(file);
  else say(saveButton.dataset.failed);
});

shareButton.hidden = !sharesPictures();
restoreMastodon();
draw();
