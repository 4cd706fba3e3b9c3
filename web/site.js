// The card that follows the form. Without it each change is a page of its own.
"use strict";

const form = document.getElementById("form");
const TYPING_PAUSE_IN_MS = 300;
const CARD = ["card", "mini"];
const ALL = ["fields", "sizes", ...CARD];

// The card follows the form

/** Regions that are not those of the form yet. */
const due = new Set();
let running = null;
let typingTimer = 0;
/** Selector of the control that was pressed while the card was not that of the form. */
let waiting = null;

function addressOfForm() {
  return `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
}

addressIn = (list) => {
  const values = new URLSearchParams(new FormData(form));
  values.set("lang", list.value);
  return `${form.getAttribute("action")}?${values}`;
};

async function pageOf(address, controller) {
  const { response, body } = await request(address, "text", controller);
  const isHTML = response.headers.get("Content-Type")?.startsWith("text/html");
  const page = isHTML ? new DOMParser().parseFromString(body, "text/html") : null;
  // A proxy may answer with a page of its own.
  if (!page?.getElementById("card")) throw new Refusal("server");
  return page;
}

/** Loads the new picture before it is shown, so that the old one never blinks away. */
async function loadPicture(page, controller) {
  const address = page.querySelector("#card .phone img")?.getAttribute("src");
  if (!address) return;
  await request(address, "blob", controller);
  const picture = new Image();
  picture.src = address;
  await picture.decode().catch(() => { throw new Refusal("picture"); });
}

/** Selector of an element that the new page has, too. */
function selectorOf(element) {
  if (element?.id) return `#${CSS.escape(element.id)}`;
  if (element?.dataset?.copy) return `[data-copy="${CSS.escape(element.dataset.copy)}"]`;
  return null;
}

/** Puts regions of the new page in the place of those shown; the focus stays. */
function replaceRegions(page, ids) {
  const focused = selectorOf(document.activeElement);
  for (const id of ids) {
    const fresh = page.getElementById(id);
    if (fresh) document.getElementById(id)?.replaceWith(fresh);
  }
  if (!focused) return;
  const now = document.querySelector(focused);
  if (now !== document.activeElement) now?.focus({ preventScroll: true });
}

/** While somebody types, a field stays as it is and only its message changes. */
function replaceMessages(page) {
  for (const fresh of page.querySelectorAll("#fields [data-field]")) {
    const field = document.getElementById(fresh.id);
    const input = document.getElementById(fresh.dataset.field);
    if (!field || !input) continue;
    field.replaceChildren(...fresh.childNodes);
    field.className = fresh.className;
    const isWrong = page.getElementById(input.id)?.getAttribute("aria-invalid") ?? "false";
    input.setAttribute("aria-invalid", isWrong);
  }
}

/** The form that changes the language keeps the values of the card. */
function replaceKept(page) {
  for (const old of document.querySelectorAll(".tongue input")) old.remove();
  document.querySelector(".tongue").prepend(...page.querySelectorAll(".tongue input"));
}

async function refresh(regions = []) {
  for (const region of regions) due.add(region);
  clearTimeout(typingTimer);
  running?.abort();
  const controller = new AbortController();
  running = controller;
  const address = addressOfForm();
  markOld();
  try {
    const page = await pageOf(address, controller);
    await loadPicture(page, controller);
    if (running === controller) show(page, address);
  } catch (error) {
    if (running !== controller) return;
    if (!(error instanceof Refusal)) throw error;
    say("");
    waiting = null;
    report(error, () => refresh());
  }
}

function markOld() {
  root.classList.add("busy");
  document.getElementById("card").setAttribute("aria-busy", "true");
}

function isOld() { return root.classList.contains("busy"); }

function show(page, address) {
  running = null;
  replaceMessages(page);
  replaceRegions(page, due);
  replaceKept(page);
  due.clear();
  over();
  root.classList.remove("busy");
  hideText(address);
  afterRefresh();
  hear(announcement());
  pressWaiting();
}

/** The first fault, or that the card is new. */
function announcement() {
  const fault = document.querySelector("#fields .wrong, #card .stage .wrong");
  return fault?.textContent ?? message.dataset.updated;
}

function pressWaiting() {
  if (!waiting) return;
  say("");
  const control = document.querySelector(waiting);
  waiting = null;
  if (control) control.click();
  else say(document.querySelector("#card .stage .wrong")?.textContent);
}

function refreshLater() {
  markOld();
  for (const region of CARD) due.add(region);
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => refresh(), TYPING_PAUSE_IN_MS);
}

form.addEventListener("input", (event) => {
  // The field for a Mastodon server has no name: it changes no card.
  if (!event.target.name) return;
  if (event.target.matches("input[type=text], input[type=url], input[type=number], textarea")) {
    refreshLater();
  }
});

form.addEventListener("change", (event) => {
  if (!event.target.name) return;
  if (event.target.name === "template") refresh(ALL);
  else if (event.target.matches("select, input[type=date], input[type=radio]")) refresh(CARD);
});

// Return in a field shows the card instead of loading the page anew.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  refresh(CARD);
});

// Until the card is that of the form, nothing of it is handed out.

const PATIENT = "#download, #all-sizes, [data-copy]";
/** Browsers open windows and share sheets only at the moment of a press. */
const IMMEDIATE = "#share, .links a, #mastodon-open";

document.addEventListener("click", (event) => {
  const control = event.target.closest(`${PATIENT}, ${IMMEDIATE}`);
  if (!control || !isOld()) return;
  event.preventDefault();
  event.stopPropagation();
  const isPatient = control.matches(PATIENT);
  waiting = isPatient ? selectorOf(control) : null;
  if (isPatient) say(message.dataset.waiting, { stays: true });
  else say(message.dataset.again);
  if (!running) refresh();
}, true);

document.addEventListener("click", (event) => {
  const control = event.target.closest("a, button");
  if (control?.id === "share") sharePicture();
  else if (control?.matches("#download, #all-sizes")) {
    event.preventDefault();
    say(message.dataset.waiting, { stays: true });
    attempt(async () => save(await linkedFile(control)));
  }
});

function sharePicture() {
  const text = document.getElementById("caption")?.textContent ?? "";
  attempt(async () => share(await linkedFile(document.getElementById("download")), text));
}

/** Browsers inside other apps have no share sheet on a phone, and often no downloads. */
function isInApp() {
  return matchMedia("(hover: none) and (pointer: coarse)").matches && !navigator.share;
}

/** Completes the fresh card. */
function afterRefresh() {
  const button = document.getElementById("share");
  if (button) button.hidden = !sharesPictures();
  restoreMastodon();
  const hint = document.getElementById("in-app");
  if (hint) hint.hidden = !isInApp();
  watchCard();
  watchPicture();
}

// The small card goes away where the large one can be seen.

const watcher = new IntersectionObserver(([entry]) => {
  document.getElementById("mini")?.classList.toggle("away", entry.isIntersecting);
});

function watchCard() {
  watcher.disconnect();
  const card = document.getElementById("card");
  if (card) watcher.observe(card);
}

/** The picture that came with the page; `loadPicture` has checked later ones. */
function watchPicture() {
  const picture = document.querySelector("#card .phone img");
  if (!picture) return;
  const fail = () => report(new Refusal("picture"), reloadPicture);
  if (picture.complete && picture.naturalWidth === 0) fail();
  else picture.addEventListener("error", fail, { once: true });
}

/** Browsers remember that an address failed: the picture is shown from its bytes. */
async function reloadPicture() {
  const picture = document.querySelector("#card .phone img");
  await attempt(async () => {
    const { body } = await request(picture.getAttribute("src"), "blob");
    picture.src = URL.createObjectURL(body);
    await picture.decode().catch(() => { throw new Refusal("picture"); });
  });
}

// The address bar and the browser's history name no text; a page loaded anew finds it in its state.

const OPEN_NAMES = ["kit", "lang", "template", "for"];

/** Keeps `address` for a reload and shows it without text. */
function hideText(address) {
  const query = new URLSearchParams(address.replace(/^[^?]*\??/, ""));
  for (const name of [...query.keys()]) if (!OPEN_NAMES.includes(name)) query.delete(name);
  const path = form.getAttribute("action");
  history.replaceState({ address }, "", query.size ? `${path}?${query}` : path);
}

/** The form as it was before the page was loaded anew. */
async function restore(address) {
  const controller = new AbortController();
  running = controller;
  markOld();
  try {
    const page = await pageOf(address, controller);
    if (running !== controller) return;
    const template = page.querySelector("input[name=template]:checked")?.value;
    for (const radio of document.querySelectorAll("input[name=template]")) {
      radio.checked = radio.value === template;
    }
    for (const region of ALL) due.add(region);
    show(page, address);
  } catch (error) {
    if (running !== controller) return;
    if (!(error instanceof Refusal)) throw error;
    report(error, () => restore(address));
  }
}

/** True if somebody typed or chose before this script ran. */
function isChanged() {
  return [...form.elements].some((control) => (control.type === "radio"
    ? control.checked !== control.defaultChecked
    : control.matches("input, textarea") && control.name && control.value !== control.defaultValue));
}

afterRefresh();
const earlier = history.state?.address;
if (isChanged()) refresh(ALL);
else if (earlier && earlier !== addressOfForm()) restore(earlier);
else hideText(addressOfForm());
