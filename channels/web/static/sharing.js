// Handing a text to the phone's other apps: its own sheet where there is one, else the clipboard.

import { say } from "./setup.js";

export function shareButton(text) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "share", textContent: say.share });
  button.addEventListener("click", () => pass(button, text));
  return button;
}

async function pass(button, text) {
  try {
    if (navigator.share) return await navigator.share({ text });
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copyBySelecting(button.parentElement.querySelector(".text")); // a page without https has no clipboard
    button.textContent = say.copied;
  } catch {
    // The person closed the phone's sheet, or the browser refused: the text can still be copied by hand.
  }
}

function copyBySelecting(shown) {
  getSelection().selectAllChildren(shown);
  if (!document.execCommand("copy")) throw new Error("not copied");
}
