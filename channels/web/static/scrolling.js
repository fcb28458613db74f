// Keeps the newest line in view, except for somebody who is reading further up: that one gets a button.

const NEAR = 120; // pixels from the end that still count as the end

const log = document.getElementById("log");
const newer = document.getElementById("newer");
let atEnd = true;
let seen = ""; // the sizes at the last look: a scroll that comes with a new size was nobody's wish

export function start() {
  log.addEventListener("scroll", () => {
    if (changed()) return;
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (atEnd) newer.hidden = true;
  });
  newer.addEventListener("click", () => { toEnd(); log.focus({ preventScroll: true }); });
  new ResizeObserver(() => { if (atEnd) toEnd(); }).observe(log); // the keyboard has come up, or the phone was turned
  log.addEventListener("load", () => { if (atEnd) toEnd(); }, true); // a picture has got its width, and row
}

function changed() {
  const before = seen;
  seen = `${log.clientHeight} ${log.scrollHeight}`;
  return seen !== before;
}

/** Bring the end into view, for example because the person has just said something. */
export function toEnd() {
  atEnd = true;
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
  // Not scrollIntoView, which would also push the whole page, and with it the heading, out of sight.
  if (long) log.scrollTop += long.getBoundingClientRect().top - log.getBoundingClientRect().top;
  else toEnd();
}
