// The chat page: joins what is typed, sent, heard and shown.

import { element } from "./cards.js";
import * as composer from "./composer.js";
import * as hearing from "./hearing.js";
import * as history from "./history.js";
import { canLocate, placeButton } from "./place.js";
import * as scrolling from "./scrolling.js";
import * as sending from "./sending.js";
import { newId, say } from "./setup.js";

const OVERDUE = [2_000, 5_000, 12_000]; // milliseconds after which a missing answer is asked for

const log = document.getElementById("log");
const link = document.getElementById("link");
let heardAt = 0;
let focusNext = false; // the last choice was made by keyboard: its answer takes the focus

function sayText(text) {
  sayLine({ id: newId(), text });
}

function sayFiles(files) {
  sayLine({ id: newId(), text: "" }, files);
}

function sayLine(line, files = []) {
  welcome.remove();
  history.showOwn({ ...line, text: line.label ?? line.text, files: files.map(preview) });
  scrolling.toEnd();
  sending.send(line, files);
}

function press(button, byKeyboard) {
  if (button.ariaDisabled) return;
  focusNext = byKeyboard;
  const pressed = button.closest(".card").dataset.id;
  sayLine({ id: newId(), choice: button.dataset.choice, label: button.textContent, pressed });
}

const preview = (file) => ({
  name: file.name,
  size: file.size,
  picture: /^image\/(jpeg|png|gif|webp)$/.test(file.type),
  href: URL.createObjectURL(file),
});

function tellFate(line, fate, sentence) {
  history.tellFate(line, fate, sentence);
  if (fate === "taken") {
    const since = heardAt;
    for (const wait of OVERDUE) setTimeout(() => { if (heardAt === since) hearing.nudge(); }, wait);
  }
  if (fate === "refused" && line.text) offerAgain(line);
}

function offerAgain(line) {
  const card = history.cardOf(line);
  const again = element("button", { type: "button", className: "again", textContent: say.again });
  again.addEventListener("click", () => { history.remove(card); composer.restore(line.text); });
  card.append(again);
}

/** Under a question for a place: the button that says where one is. */
function offerPlace(card) {
  if (!card?.dataset.wants || !canLocate()) return;
  card.querySelector(".hint")?.after(placeButton(sayText, composer.complain));
}

function hear(lines) {
  const first = log.ariaBusy === "true";
  const fresh = lines.map(history.show).filter(Boolean);
  const heard = fresh.filter((card) => card.classList.contains("heard"));
  if (heard.length) {
    heardAt = performance.now();
    document.querySelector("button.place")?.remove();
    offerPlace(heard.at(-1));
  }
  if (fresh.length) welcome.remove();
  if (first) begin();
  else if (fresh.length) scrolling.follow(heard[0] ?? fresh.at(-1), fresh.at(-1));
  if (focusNext && heard.length) {
    focusNext = false;
    const choice = heard.at(-1).querySelector("[data-choice]");
    if (choice) choice.focus();
    else composer.focus();
  }
}

/** After the history has come: what this browser could not send before, or a welcome. */
function begin() {
  log.ariaBusy = "false";
  restoreUnsent().then(() => {
    if (history.isEmpty()) log.append(welcome);
    scrolling.toEnd();
    if (log.lastElementChild) scrolling.follow(log.lastElementChild);
    sending.start(tellFate);
  });
}

async function restoreUnsent() {
  for (const line of sending.unsent()) {
    if (history.cardOf(line)) continue; // it had reached the server after all
    const files = line.files ? ((await sending.filesOf(line)) ?? []) : [];
    history.showOwn({ ...line, text: line.label ?? line.text, files: files.map(preview) });
  }
}

function showState(state) {
  if (link.dataset.state === state) return;
  link.dataset.state = state;
  link.textContent = say[state];
  if (state === "connected") sending.hurry();
}

const start = element("button", { type: "button", textContent: say.begin_button });
start.addEventListener("click", () => { sayText(say.begin_button); });
const welcome = element("article", { className: "card" },
  element("p", { className: "text", textContent: say.begin }),
  element("div", { className: "choices" }, element("div", { className: "row" }, start)));

history.start(press);
scrolling.start();
composer.start(sayText, sayFiles);
hearing.start(hear, showState);
