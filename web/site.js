// What the page does beyond its forms and links: a card that follows the typing, copy buttons, and
// the phone's own share sheet. Nothing here is needed to get a picture.
"use strict";

const root = document.documentElement;
root.classList.add("script");

const form = document.getElementById("form");
const status = document.getElementById("say");
const TYPING_PAUSE_IN_MS = 300;
const STATUS_TIME_IN_MS = 4000;

let statusTimer = 0;

/** Tells sighted people and screen readers the same; an empty text takes it away. */
function say(text) {
  clearTimeout(statusTimer);
  status.textContent = text ?? "";
  if (text) statusTimer = setTimeout(() => say(""), STATUS_TIME_IN_MS);
}

// The card follows the form

let running = null;
let typingTimer = 0;

function addressOfForm() {
  return `${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`;
}

/** An answer that is not what was asked for: there are too many requests, or a proxy speaks. */
class Refusal extends Error {}

async function pageOf(address, signal) {
  const response = await fetch(address, { signal, headers: { Accept: "text/html" } });
  const isPage = response.ok && response.headers.get("Content-Type")?.startsWith("text/html");
  if (!isPage) throw new Refusal();
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

/** Waits until the new picture can be shown at once, so that the old one never blinks away. */
async function loadPicture(page) {
  const picture = page.querySelector("#card .phone img");
  if (!picture) return;
  const loaded = new Image();
  loaded.src = picture.getAttribute("src");
  await loaded.decode().catch(() => {});
}

/** Puts regions of the new page in the place of those shown; what has the focus keeps it. */
function replaceRegions(page, ids) {
  const focused = document.activeElement?.id;
  for (const id of ids) {
    const fresh = page.getElementById(id);
    if (fresh) document.getElementById(id)?.replaceWith(fresh);
  }
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

/** While someone types, a field stays as it is and only its message changes. */
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

/** The form that changes the language takes along what was chosen since the page was loaded. */
function replaceKept(page) {
  for (const old of document.querySelectorAll(".tongue input")) old.remove();
  document.querySelector(".tongue").prepend(...page.querySelectorAll(".tongue input"));
}

async function refresh(regions) {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const address = addressOfForm();
  root.classList.add("busy");
  try {
    const page = await pageOf(address, signal);
    await loadPicture(page);
    if (signal.aborted) return;
    replaceRegions(page, regions);
    replaceMessages(page);
    replaceKept(page);
    history.replaceState(null, "", address);
    afterRefresh();
  } catch (error) {
    if (error.name === "AbortError") return;
    if (error instanceof Refusal) say(form.dataset.busy);
    else form.submit();
  }
  root.classList.remove("busy");
}

function refreshLater() {
  clearTimeout(typingTimer);
  typingTimer = setTimeout(() => refresh(["card", "mini"]), TYPING_PAUSE_IN_MS);
}

form?.addEventListener("input", (event) => {
  // What has no name, as the field for a Mastodon server, changes no card.
  if (!event.target.name) typedServer = event.target.value;
  else if (event.target.matches("input[type=text], input[type=url], input[type=number], textarea")) {
    refreshLater();
  }
});

form?.addEventListener("change", (event) => {
  if (!event.target.name) return;
  if (event.target.name === "template") refresh(["fields", "sizes", "card", "mini"]);
  else if (event.target.matches("select, input[type=date], input[type=radio]")) {
    refresh(["card", "mini"]);
  }
});

// Return in a field shows the card instead of loading the page anew.
form?.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(typingTimer);
  refresh(["fields", "sizes", "card", "mini"]);
});

// Copy and share

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
}

/** For pages that are not served by HTTPS, where there is no clipboard to write to. */
function copyBySelection(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hidden";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

async function pictureFile(link) {
  const response = await fetch(link.href);
  if (!response.ok) throw new Refusal();
  const blob = await response.blob();
  return new File([blob], link.download || "blue-heart.png", { type: blob.type });
}

async function share() {
  const file = await pictureFile(document.getElementById("download")).catch(() => null);
  if (!file) return say(form.dataset.busy);
  const text = document.getElementById("caption")?.textContent ?? "";
  await navigator.share({ files: [file], text }).catch(() => {});
}

/** Whether this browser hands a picture to other apps; asked with an empty one of the same kind. */
function sharesPictures() {
  const sample = new File([""], "blue-heart.png", { type: "image/png" });
  return navigator.canShare?.({ files: [sample] }) ?? false;
}

/** What stands in the field for a Mastodon server, which goes when the card is replaced. */
let typedServer = null;

// Return in that field opens the server; else it would send the form.
form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.target.id !== "mastodon") return;
  event.preventDefault();
  document.getElementById("mastodon-open").click();
});

function openMastodon(button) {
  const input = document.getElementById("mastodon");
  const host = input.value.trim().replace(/^https?:\/\//, "").replace(/\/.*$/, "");
  const isHost = /^[\p{L}\p{N}.-]+\.[\p{L}]{2,}(:\d+)?$/u.test(host);
  input.setAttribute("aria-invalid", String(!isHost));
  if (!isHost) return input.focus();
  localStorage.setItem("mastodon", host);
  const text = encodeURIComponent(button.dataset.text);
  window.open(`https://${host}/share?text=${text}`, "_blank", "noopener");
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) {
    await copy(document.getElementById(button.dataset.copy).textContent);
    say(button.dataset.done);
  } else if (button?.id === "share") {
    await share();
  } else if (button?.id === "mastodon-open") {
    openMastodon(button);
  }
});

/** What the fresh card needs that HTML cannot say. */
function afterRefresh() {
  const button = document.getElementById("share");
  if (button) button.hidden = !sharesPictures();
  const server = document.getElementById("mastodon");
  if (server && !server.value) {
    server.value = typedServer ?? localStorage.getItem("mastodon") ?? "";
  }
  watchCard();
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

afterRefresh();
