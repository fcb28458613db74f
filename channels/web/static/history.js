// The log on the page: every line once, own lines at once, pressed rows closed, settled messages replaced.

import * as cards from "./cards.js";
import { say } from "./setup.js";

const log = document.getElementById("log");
const shown = new Map(); // id -> card
let press = () => {};
let lastDay = "";

export function start(onPress) {
  press = onPress;
}

export const isEmpty = () => shown.size === 0;

/** Show a line of the log; the card if it is a new one. */
export function show(line) {
  return line.side === "said" ? showSaid(line) : showHeard(line);
}

/** Show one's own line before the server has it. */
export function showOwn(line) {
  const card = cards.ownCard(line);
  shown.set(line.id, card);
  put(card, new Date());
  quieten();
  if (line.pressed) close(line.pressed, line.choice);
  return card;
}

/** What became of one's own line; once taken it stays taken. */
export function tellFate(line, fate, sentence) {
  const card = shown.get(line.id);
  if (!card || card.dataset.fate === "taken") return;
  if (fate === "taken") cards.setTaken(card, new Date());
  else cards.setFate(card, fate, sentence ?? say[fate]);
  if (line.pressed && (fate === "refused" || fate === "held")) reopen(shown.get(line.pressed));
}

/** Take one's own line off the page, because its text goes back to be changed. */
export function remove(card) {
  shown.delete(card.dataset.id);
  card.remove();
}

export const cardOf = (line) => shown.get(line.id);

function showSaid(line) {
  const moment = new Date(line.at);
  let card = shown.get(line.id);
  const known = Boolean(card);
  if (!card) {
    card = cards.ownCard(line);
    shown.set(line.id, card);
    put(card, moment);
    quieten();
  }
  cards.setTaken(card, moment);
  if (line.pressed) close(line.pressed, line.choice);
  return known ? null : card;
}

function showHeard(line) {
  const empty = !line.text && !line.heading && !line.rows.length && !line.files.length;
  if (shown.has(line.id) || empty) return null;
  const settled = shown.get(line.settles);
  if (settled) {
    shown.set(line.id, settled);
    settled.classList.toggle("settled", !line.rows.length);
    cards.fillHeard(settled, line, press);
    return null;
  }
  for (const card of log.querySelectorAll(".card.pressed")) reopen(card);
  const card = cards.heardCard(line, press);
  shown.set(line.id, card);
  put(card, new Date(line.at));
  return card;
}

/** New lines stand before one's own lines that are still on their way: those will be answered later. */
function put(card, moment) {
  const day = cards.day(moment);
  const unsent = log.querySelector('.own:not([data-fate="taken"]):not([data-fate="refused"])');
  const before = card.classList.contains("own") ? null : unsent;
  if (day !== lastDay) log.insertBefore(cards.dayLine(day), before);
  lastDay = day;
  log.insertBefore(card, before);
}

/** The person has gone on: the choices above are not the question any more. */
function quieten() {
  for (const card of log.querySelectorAll(".heard:not(.earlier)")) card.classList.add("earlier");
}

function close(id, choice) {
  const card = shown.get(id);
  if (!card) return;
  card.classList.add("pressed");
  for (const button of card.querySelectorAll("[data-choice]")) {
    button.ariaDisabled = "true";
    if (button.dataset.choice === choice) button.ariaPressed = "true";
  }
}

/** Choices that the conversation has answered without settling them (a menu) may be pressed again. */
function reopen(card) {
  if (!card) return;
  card.classList.remove("pressed");
  for (const button of card.querySelectorAll("[data-choice]")) button.ariaDisabled = null;
}
