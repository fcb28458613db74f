"""What a person sees: messages of the account, with what can be pressed on them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """`payload` is what a query sends, `url` what opens, `phone` what is called."""

    label: str
    kind: str
    payload: str = ""
    url: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """A picture or a file inside the chat."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenMessage:
    """One message; nothing changes it any more."""

    message_id: str
    text: str
    choices: tuple[Button, ...] = ()
    files: tuple[SeenFile, ...] = ()
    asks_for_info: bool = False
    by_staff: bool = False

    @property
    def buttons(self) -> list[str]:
        """The labels."""
        return [button.label for button in self.choices]

    def button(self, label: str) -> Button | None:
        return next((button for button in self.choices if button.label == label), None)

    def __str__(self) -> str:
        buttons = " ".join(f"[{label}]" for label in self.buttons)
        return f"{self.text}\n  {buttons}" if buttons else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreenEvent:
    """A message, in the order in which people saw them."""

    user_id: str
    message: SeenMessage
