// Sends the person's lines one after the other, again and again until the server says that each is on disk.

import * as kept from "./kept.js";
import { pause, route, say } from "./setup.js";

const PATIENCE = 20_000; // milliseconds for a line; a photo gets more by its size
const SLOWEST = 10_000; // bytes a second on a bad mobile network
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;

const waiting = kept.lines();
const files = new Map(); // of this page's life; the older ones are in IndexedDB
const keeping = new Map(); // files on their way there
let told = null; // nothing is sent before somebody hears what becomes of it
let busy = false;
let wake = () => {};

/** The lines that an earlier life of the page could not send. */
export const unsent = () => [...waiting];

/** The files of a line that is not sent yet. */
export async function filesOf(line) {
  return files.get(line.id) ?? (await kept.filesOf(line.id).catch(() => undefined));
}

/** `tell(line, fate, sentence)` hears of every change: sending, waiting, taken, refused or held. */
export function start(tell) {
  told = tell;
  work();
}

/** Queue a line; its place in the order is fixed before anything else happens. */
export function send(line, chosen = []) {
  line.made = Date.now();
  if (chosen.length) {
    line.files = chosen.length;
    files.set(line.id, chosen);
    keeping.set(line.id, kept.keepFiles(line.id, chosen).catch(() => {})); // private windows may have no IndexedDB
  }
  kept.keep(line);
  waiting.push(line);
  work();
}

/** The network is back: do not sit out the pause. */
export function hurry() {
  wake();
}

async function work() {
  if (busy || !told) return;
  busy = true;
  let wait = FIRST_WAIT;
  while (waiting.length) {
    const line = waiting[0];
    told(line, "sending");
    const { fate, sentence } = await attempt(line);
    told(line, fate, sentence);
    if (fate === "held") return; // stays kept, for the page as it is after a reload
    if (fate === "waiting") {
      await Promise.race([pause(wait), new Promise((go) => { wake = go; })]);
      wait = Math.min(wait * 2, LONGEST_WAIT);
      continue;
    }
    wait = FIRST_WAIT;
    waiting.shift();
    await forget(line);
  }
  busy = false;
}

async function forget(line) {
  kept.drop(line);
  if (!line.files) return;
  files.delete(line.id);
  await keeping.get(line.id);
  keeping.delete(line.id);
  await kept.dropFiles(line.id).catch(() => {});
}

async function attempt(line) {
  const request = line.files ? await upload(line) : post(line);
  if (!request) return { fate: "refused", sentence: say.file_gone };
  try {
    const answer = await fetch(...request);
    if (answer.ok) return { fate: "taken" };
    if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return { fate: "waiting" };
    const trouble = await answer.json().catch(() => ({}));
    const held = answer.status === 403 || answer.status === 409; // not this page's chat any more
    return { fate: held ? "held" : "refused", sentence: trouble.sentence ?? say.refused };
  } catch {
    return { fate: "waiting" };
  }
}

function post({ id, text, choice, label, pressed }) {
  return [route("lines"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ id, text, choice, label, pressed }),
    signal: AbortSignal.timeout(PATIENCE),
  }];
}

async function upload(line) {
  const chosen = await filesOf(line);
  if (!chosen) return null;
  const body = new FormData();
  body.append("id", line.id);
  let size = 0;
  for (const file of chosen) {
    body.append("file", file, file.name);
    size += file.size;
  }
  return [route("upload"), { method: "POST", body, signal: AbortSignal.timeout(PATIENCE + (size / SLOWEST) * 1000) }];
}
