// Shared by all pages: messages, requests with named faults, downloads, copies, the share sheet.
"use strict";

const root = document.documentElement;
root.classList.add("script");

// Messages: #say passes, #trouble stays until it is over, #heard is for screen readers alone.

const message = document.getElementById("say");
const trouble = document.getElementById("trouble");
const heard = document.getElementById("heard");
const MESSAGE_TIME_IN_MS = 6000;
/** Screen readers announce a text only after the region was empty for a moment. */
const SILENCE_IN_MS = 100;

let messageTimer = 0;
let hearingTimer = 0;

function say(text, { stays = false } = {}) {
  clearTimeout(messageTimer);
  message.textContent = text ?? "";
  if (text && !stays) messageTimer = setTimeout(() => say(""), MESSAGE_TIME_IN_MS);
}

function hear(text) {
  clearTimeout(hearingTimer);
  heard.textContent = "";
  hearingTimer = setTimeout(() => { heard.textContent = text; }, SILENCE_IN_MS);
}

// Requests

/** A response other than the requested one; `kind` names its sentence. */
class Refusal extends Error {
  constructor(kind, waitInMs = 0) {
    super(kind);
    this.kind = kind;
    this.waitInMs = waitInMs;
  }
}

const KIND_OF_STATUS = { 403: "refused", 429: "many", 503: "busy" };
/** Faults that pass: the page tries again by itself. */
const PASSING = ["offline", "many", "busy"];
const REQUEST_LIMIT_IN_MS = 30_000;
const LONGEST_PAUSE_IN_MS = 30_000;

/**
 * The response and its body as "text" or "blob"; throws a Refusal, or what `controller` was
 * aborted with.
 */
async function request(address, form, controller = new AbortController()) {
  const limit = setTimeout(() => controller.abort(new Refusal("offline")), REQUEST_LIMIT_IN_MS);
  try {
    const accept = form === "text" ? "text/html" : "*/*";
    const response = await fetch(address, { signal: controller.signal, headers: { Accept: accept } });
    if (!response.ok) throw refusal(response);
    // An archive is made while it is sent.
    if (form === "blob") clearTimeout(limit);
    return { response, body: await response[form]() };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw controller.signal.aborted ? controller.signal.reason : new Refusal("offline");
  } finally {
    clearTimeout(limit);
  }
}

function refusal(response) {
  const seconds = Number(response.headers.get("Retry-After")) || 0;
  return new Refusal(KIND_OF_STATUS[response.status] ?? "server", seconds * 1000);
}

let tryAgain = null;
let isPassing = false;
let retryTimer = 0;
let failures = 0;

/** Reports a fault until `over`; `again` repeats what failed. */
function report(fault, again, { byItself = PASSING.includes(fault.kind) } = {}) {
  const text = trouble.firstElementChild;
  const sentence = trouble.dataset[fault.kind];
  trouble.hidden = false;
  root.classList.add("troubled");
  // The same text is announced once.
  if (text.textContent !== sentence) text.textContent = sentence;
  tryAgain = again;
  isPassing = byItself;
  clearTimeout(retryTimer);
  if (!byItself) return;
  const pause = Math.max(fault.waitInMs, 1000 * 2 ** failures);
  failures += 1;
  retryTimer = setTimeout(again, Math.min(pause, LONGEST_PAUSE_IN_MS));
}

function over() {
  clearTimeout(retryTimer);
  tryAgain = null;
  isPassing = false;
  failures = 0;
  trouble.hidden = true;
  trouble.firstElementChild.textContent = "";
  root.classList.remove("troubled");
}

document.getElementById("try-again").addEventListener("click", () => tryAgain?.());
window.addEventListener("online", () => { if (isPassing) tryAgain?.(); });

// The list of languages acts at once, and only if the server answers.

/** Address of the page in the language that is chosen in `list`. */
let addressIn = (list) => `${list.form.getAttribute("action")}?${new URLSearchParams(new FormData(list.form))}`;

document.getElementById("lang").addEventListener("change", (event) => {
  const address = addressIn(event.target);
  attempt(async () => {
    await request(address, "text");
    location.assign(address);
  });
});

// Download, copy, share

function save(file) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  say(message.dataset.started);
}

/** The file of a link with the attribute `download`. The picture shown is in the browser's cache. */
async function linkedFile(link) {
  const { body } = await request(link.href.replace(/&download$/, ""), "blob");
  return new File([body], link.download, { type: body.type });
}

/** Runs `action`; a Refusal is reported, with the action to try again. */
async function attempt(action) {
  try {
    await action();
    over();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    say("");
    report(error, () => attempt(action), { byItself: false });
  }
}

async function copy(element) {
  const text = element.textContent;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copyBySelection(text)) {
      getSelection().selectAllChildren(element);
      return say(message.dataset.notCopied);
    }
  }
  say(message.dataset.copied);
}

/** For pages without HTTPS, which have no clipboard to write to; false if refused. */
function copyBySelection(text) {
  const focused = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hidden";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  focused?.focus();
  return isCopied;
}

async function share(file, text) {
  try {
    await navigator.share(text ? { files: [file], text } : { files: [file] });
  } catch (error) {
    // Somebody closed the sheet.
    if (error.name !== "AbortError") say(message.dataset.notShared);
  }
}

/** True if the browser passes pictures to other apps; asked with an empty one. */
function sharesPictures() {
  const sample = new File([""], "blue-heart.png", { type: "image/png" });
  return navigator.canShare?.({ files: [sample] }) ?? false;
}

// Mastodon

/** Text of the field for a Mastodon server, which goes when the card is replaced. */
let typedServer = null;

document.addEventListener("input", (event) => {
  if (event.target.id === "mastodon") typedServer = event.target.value;
});

// Return in that field opens the server; else it would send the form.
document.addEventListener("keydown", (event) => {
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
  if (document.getElementById("remember").checked) localStorage.setItem("mastodon", host);
  const text = encodeURIComponent(button.dataset.text);
  window.open(`https://${host}/share?text=${text}`, "_blank", "noopener");
}

function restoreMastodon() {
  const server = document.getElementById("mastodon");
  if (!server) return;
  const remember = document.getElementById("remember");
  const kept = localStorage.getItem("mastodon");
  server.value ||= typedServer ?? kept ?? "";
  remember.checked = kept !== null;
  remember.addEventListener("change", () => {
    if (!remember.checked) localStorage.removeItem("mastodon");
  });
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.copy) copy(document.getElementById(button.dataset.copy));
  else if (button?.id === "mastodon-open") openMastodon(button);
});
