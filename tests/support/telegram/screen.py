"""What a person sees: messages as they stood when the person looked at them."""

from __future__ import annotations

from dataclasses import dataclass, field

from .files import FileStore, StoredFile
from .wire import JsonObject
from .world import ScreenEvent

FILE_FIELDS = ("document", "voice", "video", "sticker")


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """An inline button: `data` goes to the bot when it is pressed, `url` opens a page."""

    label: str
    data: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMessage:
    """A message of the bot as it was at one moment; a later edit does not change it."""

    message_id: int
    text: str
    html: str
    edited: bool = False
    rows: list[list[Button]] = field(default_factory=list)
    files: list[StoredFile] = field(default_factory=list)

    @property
    def buttons(self) -> list[str]:
        """The labels, row by row."""
        return [button.label for row in self.rows for button in row]

    def button(self, label: str) -> Button | None:
        return next((button for row in self.rows for button in row if button.label == label), None)

    def __str__(self) -> str:
        buttons = " ".join(f"[{label}]" for label in self.buttons)
        return f"{self.text}\n  {buttons}" if buttons else self.text


def seen(event: ScreenEvent, files: FileStore) -> SeenMessage:
    """The message of an event as the person saw it."""
    return SeenMessage(
        message_id=event.message.message_id,
        text=event.text,
        html=event.html,
        edited=event.edited,
        rows=[[_button(button) for button in row] for row in event.rows],
        files=_files(event.message.body, files),
    )


def _button(button: JsonObject) -> Button:
    return Button(label=button["text"], data=button.get("callback_data"), url=button.get("url"))


def _files(body: JsonObject, files: FileStore) -> list[StoredFile]:
    references = [body[name]["file_id"] for name in FILE_FIELDS if name in body]
    if "photo" in body:
        references.append(body["photo"][-1]["file_id"])
    return [files.find(reference) for reference in references]
