// What the server hands to the page: the chat's id, the limits and every sentence. No wording lives in the scripts.

const page = JSON.parse(document.getElementById("page").textContent);

export const chat = page.chat;
export const limits = page.limits;
export const say = page.say;

/** A sentence with its places filled: fill("{given}/{limit}", {given: 1, limit: 2}). */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (place, name) => values[name] ?? place);
}

/** The address of a route of this chat. */
export function route(name, more = {}) {
  return `/chat/${name}?${new URLSearchParams({ chat, ...more })}`;
}

export function pause(milliseconds) {
  return new Promise((go) => setTimeout(go, milliseconds));
}

/** A new id; crypto.randomUUID is missing where the page is not served over https. */
export function newId() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
