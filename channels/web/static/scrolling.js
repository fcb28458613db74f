// Keeps the newest line in view, except for somebody who is reading further up: that one gets a button.

const NEAR = 120; // pixels from the end that still count as the end

const log = document.getElementById("log");
const newer = document.getElementById("newer");
let atEnd = true;
let shown = null; // the long card that is shown from its beginning, until the person scrolls or says something
let seen = ""; // the sizes at the last look: a scroll that comes with a new size was nobody's wish

export function start() {
  log.addEventListener("scroll", () => {
    if (changed()) return;
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    shown = null;
    if (atEnd) newer.hidden = true;
  });
  newer.addEventListener("click", () => { toEnd(); log.focus({ preventScroll: true }); });
  new ResizeObserver(stay).observe(log); // the keyboard has come up, or the phone was turned
  log.addEventListener("load", stay, true); // a picture has got its width, and row
}

/** After a change of size: what was in view stays in view. */
function stay() {
  if (!atEnd) return;
  if (shown?.isConnected) toBeginning(shown);
  else toEnd();
}

function changed() {
  const before = seen;
  seen = `${log.clientHeight} ${log.scrollHeight}`;
  return seen !== before;
}

/** Bring the end into view, for example because the person has just said something. */
export function toEnd() {
  atEnd = true;
  shown = null;
  newer.hidden = true;
  log.scrollTo({ top: log.scrollHeight, behavior: "instant" });
  changed(); // this size is known now
}

/** New cards have come, first to last. One that is longer than the view is shown from its beginning. */
export function follow(first, last = first) {
  if (!atEnd) {
    newer.hidden = false;
    return;
  }
  const long = [first, last].find((card) => card.offsetHeight > log.clientHeight);
  if (long) toBeginning(long);
  else toEnd();
}

function toBeginning(card) {
  shown = card;
  // Not scrollIntoView, which would also push the whole page, and with it the heading, out of sight.
  const top = log.scrollTop + card.getBoundingClientRect().top - log.getBoundingClientRect().top;
  log.scrollTo({ top, behavior: "instant" });
}
