// Listens for lines: by WebSocket, by asking every few seconds where that is not let through, and always again.

import { limits, pause, route } from "./setup.js";

const SILENCE = limits.silence * 1000 * 2.5; // the server speaks more often than this, or the connection is dead
const ANSWER = 5_000; // milliseconds until the server answers a nudge
const ASK_EVERY = 3_000;
const SOCKET_TRIES = 3; // failed so often in a row: this network does not let WebSockets through ...
const SOCKET_AGAIN = 30; // ... but it may be another network by now

let place = "";
let socket = null;
let hear = () => {};
let tell = () => {};
let wake = () => {};
let hangUp = () => {};
let expectWithin = () => {};

/** `onNews(lines)` gets what is new, `onState(state)` connected or lost. Never returns. */
export async function start(onNews, onState) {
  hear = onNews;
  tell = onState;
  addEventListener("online", hurry);
  addEventListener("offline", () => { tell("lost"); hangUp(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) nudge(); });
  for (let failed = 0; ; failed = failed >= SOCKET_AGAIN ? 0 : failed) {
    failed = failed < SOCKET_TRIES && (await bySocket()) ? 0 : failed + 1;
    tell((await byAsking()) ? "connected" : "lost");
    const jitter = 0.7 + Math.random() * 0.6; // a restarted server is not met by everybody at once
    await Promise.race([pause(ASK_EVERY * jitter), new Promise((go) => { wake = go; })]);
  }
}

/** Look for news now: an answer is overdue, or the phone was asleep. */
export function nudge() {
  if (socket?.readyState !== WebSocket.OPEN) return hurry();
  socket.send("?");
  expectWithin(ANSWER);
}

/** The network may be back: do not sit out the pause. */
export function hurry() {
  wake();
}

function take(news) {
  place = news.place;
  hear(news.lines);
  tell("connected");
}

/** Resolves when the connection has ended; true if it ever worked. */
function bySocket() {
  return new Promise((ended) => {
    let worked = false;
    let watch = 0;
    const address = new URL(route("socket", { place }), location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const mine = (socket = new WebSocket(address));
    expectWithin = (milliseconds) => {
      clearTimeout(watch);
      watch = setTimeout(hangUp, milliseconds);
    };
    hangUp = mine.onclose = () => {
      clearTimeout(watch);
      mine.onclose = mine.onmessage = null;
      mine.close();
      ended(worked);
    };
    mine.onmessage = (message) => {
      worked = true;
      expectWithin(SILENCE);
      take(JSON.parse(message.data));
    };
    expectWithin(SILENCE);
  });
}

async function byAsking() {
  try {
    const answer = await fetch(route("lines", { place }), { signal: AbortSignal.timeout(2 * ANSWER) });
    if (!answer.ok) return false;
    take(await answer.json());
    return true;
  } catch {
    return false;
  }
}
