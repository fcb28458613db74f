// "Here I am": the browser tells where it is, and that goes out as a typed line.

import { element } from "./cards.js";
import { fill, say } from "./setup.js";

const PATIENCE = 30_000; // milliseconds: outdoors a phone finds itself in a few seconds, indoors it may never

/** Whether this browser can tell at all; without https it never does. */
export const canLocate = () => isSecureContext && "geolocation" in navigator;

/** The button of a card that asks for a place; `onText(text)` gets the line, `onTrouble(sentence)` why there is none. */
export function placeButton(onText, onTrouble) {
  const button = element("button", { type: "button", className: "place", textContent: say.here });
  button.addEventListener("click", () => {
    button.disabled = true;
    button.textContent = say.locating;
    const again = () => { button.disabled = false; button.textContent = say.here; };
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => { again(); onText(line(coords)); },
      () => { again(); onTrouble(say.no_place); },
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  });
  return button;
}

const line = ({ latitude, longitude, accuracy }) => fill(say.my_place, {
  latitude: latitude.toFixed(6),
  longitude: longitude.toFixed(6),
  accuracy: Math.ceil(accuracy),
});
