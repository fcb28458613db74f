"""What a well-behaved client never does, though each single request is in order: seen only over time."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, field

from . import limits
from .wire import Call, JsonObject, Refusal

UNAUTHORIZED, QUOTA, WEBHOOK_SET = 401, 429, "webhook is set"


@dataclass(slots=True)
class Conduct:
    """Looks at every call and what came of it; `noted` has what should not have been."""

    token: str
    noted: list[tuple[str, str]] = field(default_factory=list)
    _refused: dict[str, tuple[int, float, int]] = field(default_factory=dict)
    """By call: the code, when, and how often it was refused for the quota."""
    _polled_in_vain: float = 0.0
    _in_vain: int = 0
    _may_poll_once: bool = False
    _polling: int = 0

    def called(self, call: Call) -> None:
        """Before it is carried out."""
        if self.token.partition(":")[2] in json.dumps(call.values):
            self._note(call, "the token is in what is sent")
        if call.method == "getUpdates":
            self._looks_at_poll(call)
        else:
            self._looks_at_retry(call)

    def _looks_at_poll(self, call: Call) -> None:
        # Once is what a client cannot know; going on like that is what loads the platform.
        soon = time.monotonic() - self._polled_in_vain < limits.POLL_FLOOR_SECONDS
        self._in_vain = self._in_vain + 1 if soon else 0
        if self._in_vain > 1:
            self._note(call, "polls again at once although the answer before was old, or none")

    def _looks_at_retry(self, call: Call) -> None:
        code, at, times = self._refused.get(_key(call), (0, 0.0, 0))
        if code in {0, UNAUTHORIZED}:
            return  # of a token that is not taken, the message can do nothing
        if code != QUOTA:
            self._note(call, f"sends again what was refused with {code}")
        elif time.monotonic() - at < limits.RETRY_FLOOR_SECONDS:
            self._note(call, "sends again at once although the quota is used up")
        elif times > 1:
            self._note(call, "sends again and again although the quota is used up")

    def succeeded(self, call: Call, *, anew: bool) -> None:
        """`anew`: it was no replay."""
        self._refused.pop(_key(call), None)
        self._polled_in_vain = 0.0 if anew else time.monotonic()
        if call.method == "getUpdates":
            self._may_poll_once = True  # somebody may set a webhook while this client polls
        elif call.method == "setWebhook":
            self._may_poll_once = False

    def refused(self, call: Call, refusal: Refusal) -> None:
        """A refusal of the platform's own."""
        if call.method == "getUpdates":
            self._refused_poll(call, refusal)
        elif call.method.startswith("send"):
            times = self._refused.get(_key(call), (0, 0.0, 0))[2]
            self._refused[_key(call)] = (refusal.code, time.monotonic(), times + 1)

    def _refused_poll(self, call: Call, refusal: Refusal) -> None:
        if WEBHOOK_SET in refusal.description:
            if not self._may_poll_once:
                self._note(call, "polls although a webhook is set")
            self._may_poll_once = False
        if refusal.code != 408:
            self._polled_in_vain = time.monotonic()
        else:
            self._may_poll_once, self._polled_in_vain = True, 0.0

    def failed(self, call: Call) -> None:
        """A gateway's page, or no answer at all."""
        if call.method == "getUpdates":
            self._polled_in_vain = time.monotonic()

    def poll_begins(self, call: Call) -> None:
        """A poll waits."""
        self._polling += 1
        if self._polling > 1:
            self._note(call, "two polls at once")

    def poll_ends(self) -> None:
        """It is answered, or its client has gone."""
        self._polling -= 1

    def _note(self, call: Call, problem: str) -> None:
        self.noted.append((call.method, problem))


def _key(call: Call) -> str:
    return f"{call.method} {json.dumps(_plain(call.values), sort_keys=True)}"


def _plain(values: JsonObject) -> JsonObject:
    return {name: str(value) for name, value in values.items()}
