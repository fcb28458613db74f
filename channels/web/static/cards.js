// The look of a line: cards of both sides, their pictures and files. Builds elements; decides nothing.

import { fill, say } from "./setup.js";
import { shareButton } from "./sharing.js";

const LINK = /(https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)])/;
const LISTING = /(\n.*){4}/; // five lines or more
const UNIT = /(\d) (\p{L}+)$/gmu; // "389 hộ" at the end of a line: its parts must not stand on two

export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A paragraph whose web addresses can be followed, and whose figures stay with their units. */
function paragraph(className, text) {
  const parts = text.replace(UNIT, "$1\u00a0$2").split(LINK).map((part, place) =>
    place % 2 ? element("a", { href: part, textContent: part, target: "_blank", rel: "noopener" }) : part);
  return element("p", { className }, ...parts);
}

const speaker = (text) => element("span", { className: "unseen", textContent: `${text} ` });

/** The card of a reply; `onPress(button)` is called with buttons that carry `choice`. */
export function heardCard(line, onPress) {
  const card = element("article", { className: "card heard" });
  card.dataset.id = line.id;
  fillHeard(card, line, onPress);
  return card;
}

/** Put a reply's content into its card, in place of what was there. */
export function fillHeard(card, line, onPress) {
  card.classList.toggle("headed", Boolean(line.heading));
  card.classList.toggle("listing", LISTING.test(line.text)); // a screen of thick letters tires the eye
  const content = [speaker(say.theirs)];
  if (line.heading) content.push(paragraph("heading", line.heading));
  if (line.text) content.push(paragraph("text", line.text));
  content.push(...line.files.map(file));
  if (line.hint) content.push(paragraph("hint", line.hint));
  if (line.shareable) content.push(shareButton(line.text));
  if (line.rows.length) content.push(choices(line.rows, onPress));
  card.dataset.wants = line.wantsPlace ? "place" : "";
  card.replaceChildren(...content);
}

function choices(rows, onPress) {
  const withMain = rows.some((row) => row.some((choice) => choice.main)); // which then stands out among all
  const button = (choice) => {
    const made = element("button", { type: "button", textContent: choice.label });
    made.className = choice.main ? "main" : choice.wayOut || withMain ? "way-out" : "";
    made.classList.toggle("short", /^\d{1,2}$/.test(choice.label)); // the line numbers of a review: five fit into a row
    made.dataset.choice = choice.id;
    made.addEventListener("click", (event) => onPress(made, event.detail === 0));
    return made;
  };
  const group = element("div", { className: "choices", role: "group", ariaLabel: say.choices });
  group.append(...rows.map((row) => element("div", { className: "row" }, ...row.map(button))));
  return group;
}

/** The card of one's own line; its fate is told by `setFate`. */
export function ownCard(line) {
  const card = element("article", { className: "card own" }, speaker(say.mine));
  card.dataset.id = line.id;
  const text = line.joined ? say.joined : line.text;
  if (text) card.append(paragraph("text", text));
  card.append(...(line.files ?? []).map(file), element("p", { className: "fate" }));
  return card;
}

/** sending, waiting, refused or held, and the sentence that stands for it. */
export function setFate(card, fate, sentence) {
  card.dataset.fate = fate;
  card.querySelector(".fate").textContent = sentence;
}

/** It is on the server's disk since that moment. */
export function setTaken(card, moment) {
  card.dataset.fate = "taken";
  card.querySelector(".fate").replaceChildren(speaker(say.received), TIME.format(moment));
}

function file({ name, size, picture, plays, href }) {
  if (picture) {
    const image = element("img", { src: href, alt: fill(say.picture, { name }) });
    return element("a", { className: "picture", href, target: "_blank" }, image);
  }
  if (plays) return player(plays, name, href);
  const text = fill(say.download, { name, size: readable(size) });
  return element("a", { className: "file", href, download: name, textContent: text });
}

/** A sound or a film; nothing is loaded before it is asked for, because a phone's data cost money. */
function player(tag, name, href) {
  const made = element(tag, { controls: true, preload: "none", ariaLabel: fill(say.plays, { name }) });
  made.className = "player";
  made.append(element("source", { src: href }), element("a", { href, download: name, textContent: name }));
  return made;
}

/** 1234567 -> "1,2 MB". */
function readable(size) {
  const [value, unit] = size >= 1e6 ? [size / 1e6, "megabyte"] : [Math.max(size ?? 0, 1) / 1e3, "kilobyte"];
  return new Intl.NumberFormat("vi", { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

const ZONE = { timeZone: "Asia/Ho_Chi_Minh" };
const DAY = new Intl.DateTimeFormat("vi", { ...ZONE, weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" });
const TIME = new Intl.DateTimeFormat("vi", { ...ZONE, hour: "2-digit", minute: "2-digit" });

export const day = (moment) => DAY.format(moment);
export const dayLine = (text) => element("p", { className: "day", textContent: text });
