// The bottom of the page: typing, the length, the files, and what is wrong before anything is sent.

import * as kept from "./kept.js";
import { fill, limits, say } from "./setup.js";

const COUNT_FROM = 0.8; // of the limit

const form = document.getElementById("composer");
const text = document.getElementById("text");
const files = document.getElementById("files");
const counter = document.getElementById("counter");
const complaint = document.getElementById("complaint");

/** `onText(text)` and `onFiles(files)` get what may be sent. */
export function start(onText, onFiles) {
  text.value ||= kept.draft(); // somebody may have begun to type before the scripts were there
  form.querySelector(".send").disabled = false;
  changed();
  text.addEventListener("input", () => { complain(""); changed(); });
  text.addEventListener("keydown", (event) => {
    // While a Vietnamese keyboard composes a letter, Enter belongs to the keyboard.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); submit(onText); });
  document.getElementById("photo").addEventListener("click", () => files.click());
  files.addEventListener("change", () => { choose(onFiles); });
  if (matchMedia("(pointer: fine)").matches) text.focus(); // on a phone it would bring the keyboard up
}

/** Give a refused line back to be changed. */
export function restore(given) {
  text.value = given;
  changed();
  text.focus();
}

export const focus = () => text.focus();

export function complain(sentence) {
  complaint.textContent = sentence;
  complaint.hidden = !sentence;
}

const length = (given) => [...given.normalize("NFC").trim()].length;

function changed() {
  const given = length(text.value);
  counter.hidden = given < limits.text * COUNT_FROM;
  counter.textContent = fill(say.counter, grouped({ given, limit: limits.text }));
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 4}px`;
  kept.keepDraft(text.value);
}

function submit(onText) {
  const given = text.value.trim();
  const tooLong = length(given) > limits.text;
  if (tooLong) complain(fill(say.too_long, grouped({ given: length(given), limit: limits.text })));
  else if (!given) complain(say.empty);
  else {
    complain("");
    text.value = "";
    changed();
    onText(given);
  }
  text.focus();
}

function choose(onFiles) {
  const chosen = [...files.files];
  files.value = ""; // so that the same photo can be chosen again
  const tooBig = chosen.find((file) => file.size > limits.file);
  if (chosen.length > limits.files) complain(fill(say.too_many_files, { limit: limits.files }));
  else if (tooBig) complain(fill(say.file_too_big, { name: tooBig.name }));
  else if (chosen.length) {
    complain("");
    onFiles(chosen);
  }
}

const grouped = (values) => Object.fromEntries(
  Object.entries(values).map(([name, value]) => [name, new Intl.NumberFormat("vi").format(value)]));
