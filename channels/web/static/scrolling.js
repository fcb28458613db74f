// Keeps the newest line in view, except for somebody who is reading further up: that one gets a button.

const NEAR = 120; // pixels from the end that still count as the end

const log = document.getElementById("log");
const newer = document.getElementById("newer");
let atEnd = true;
let size = 0;

export function start() {
  log.addEventListener("scroll", () => {
    if (log.clientHeight !== size) return; // the keyboard came up, nobody scrolled
    atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < NEAR;
    if (atEnd) newer.hidden = true;
  });
  newer.addEventListener("click", () => { toEnd(); log.focus({ preventScroll: true }); });
  new ResizeObserver(() => { size = log.clientHeight; if (atEnd) toEnd(); }).observe(log);
  log.addEventListener("load", () => { if (atEnd) toEnd(); }, true); // a picture has got its height
}

/** Bring the end into view, for example because the person has just said something. */
export function toEnd() {
  atEnd = true;
  newer.hidden = true;
  log.scrollTo({ top: log.scrollHeight, behavior: "instant" });
}

/** A new card has come. A card that is longer than the view is shown from its beginning. */
export function follow(card) {
  if (!atEnd) {
    newer.hidden = false;
    return;
  }
  if (card.offsetHeight > log.clientHeight) card.scrollIntoView({ block: "start", behavior: "instant" });
  else toEnd();
}
