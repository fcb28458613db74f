"""Plays people from lines of text, so that somebody at a terminal can try a real bot without Telegram.

Lan: /start moi-123        Lan says it; who has not pressed Start does so first
Lan: 412
Lan! Có                    Lan presses the newest button with that label
Lan+ anh-le.jpg            Lan sends the file, a picture as a photo
Lan?                       what Lan sees now
"""

from __future__ import annotations

import re
from pathlib import Path

from .people import Person
from .screen import SeenMessage, seen
from .server import TelegramServer

LINE = re.compile(r"(?P<name>\w+)(?P<act>[:!+?])\s*(?P<what>.*)")
PICTURES = {".jpg", ".jpeg", ".png", ".webp"}


class Script:
    """Turns lines into acts and new messages of the bot into lines."""

    def __init__(self, server: TelegramServer) -> None:
        self._server = server
        self._people: dict[str, Person] = {}
        self._told = 0

    def play(self, line: str) -> str:
        """Carries out one line; returns what there is to say about it, often nothing."""
        found = LINE.fullmatch(line.strip())
        if found is None:
            return (__doc__ or "") if line.strip() else ""
        person = self._person(found["name"], found["what"])
        try:
            return self._act(person, found["act"], found["what"])
        except (AssertionError, ValueError, OSError) as problem:
            return str(problem)

    def news(self) -> list[str]:
        """What the bot wrote or changed since the last time."""
        events = self._server.world.screen[self._told :]
        self._told += len(events)
        names = {person.id: name for name, person in self._people.items()}
        shown = [(names.get(event.chat_id, "?"), seen(event, self._server.files)) for event in events]
        return [
            f"bot -> {name}{' (edited)' if message.edited else ''}: {_in_words(message)}" for name, message in shown
        ]

    def _person(self, name: str, what: str) -> Person:
        if name not in self._people:
            person = self._server.person(name, started=True)
            self._people[name] = person
            if not what.startswith("/start"):
                person.start()
        return self._people[name]

    def _act(self, person: Person, act: str, what: str) -> str:
        match act:
            case "?":
                return person.describe()
            case "!":
                person.presses(what)
            case "+" if Path(what).suffix.lower() in PICTURES:
                person.sends_photo(Path(what).read_bytes())
            case "+":
                person.sends_document(Path(what).read_bytes(), name=Path(what).name)
            case _:
                person.says(what)
        return ""


def _in_words(message: SeenMessage) -> str:
    links = [f"<{button.url}>" for row in message.rows for button in row if button.url]
    files = [f"({file.name}, {len(file.content)} bytes)" for file in message.files]
    return " ".join([str(message), *links, *files])
