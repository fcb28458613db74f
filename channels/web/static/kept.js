// Keeps lines that the server has not yet taken: text in localStorage, files in IndexedDB. Both survive a reload.
// Every line has a key of its own, so that two tabs of one chat never overwrite each other's lines.

import { chat } from "./setup.js";

const SHELF = `khombot.unsent.${chat}.`;
const DRAFT = `khombot.draft.${chat}`;

/** localStorage may be switched off or full; then lines live as long as the page. */
function ifPossible(work) {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The unsent lines of this chat, oldest first. */
export function lines() {
  return ifPossible(() => Object.keys(localStorage)
    .filter((key) => key.startsWith(SHELF))
    .map((key) => JSON.parse(localStorage.getItem(key)))
    .sort((one, other) => one.made - other.made)) ?? [];
}

export const keep = (line) => ifPossible(() => localStorage.setItem(SHELF + line.id, JSON.stringify(line)));
export const drop = (line) => ifPossible(() => localStorage.removeItem(SHELF + line.id));

/** What is typed but not sent yet. */
export const draft = () => ifPossible(() => localStorage.getItem(DRAFT)) ?? "";
export const keepDraft = (text) => ifPossible(() => localStorage.setItem(DRAFT, text));

function withFiles(mode, work) {
  return new Promise((done, failed) => {
    const opening = indexedDB.open("khombot", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("files");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
      const turn = opening.result.transaction("files", mode);
      const asked = work(turn.objectStore("files"));
      turn.oncomplete = () => { opening.result.close(); done(asked.result); };
      turn.onabort = () => { opening.result.close(); failed(turn.error); };
    };
  });
}

export const keepFiles = (id, files) => withFiles("readwrite", (shelf) => shelf.put(files, id));
export const filesOf = (id) => withFiles("readonly", (shelf) => shelf.get(id));
export const dropFiles = (id) => withFiles("readwrite", (shelf) => shelf.delete(id));
