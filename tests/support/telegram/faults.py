"""Bad days on demand: flood limits, scripted refusals, slow answers, and answers that get lost on the way."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from .clock import Clock
from .wire import Call, Refusal


@dataclass(slots=True, kw_only=True)
class ScriptedFault:
    """The next `times` calls (of `method`, if given) get this code; 0 means that the answer is lost."""

    code: int
    retry_after: int | None
    times: int
    method: str | None


@dataclass(slots=True, kw_only=True)
class FloodLimit:
    """How many messages per second Telegram takes, overall and in one chat; None is no limit."""

    overall: int | None = 30
    per_chat: int | None = None
    retry_after: int = 1


@dataclass(slots=True)
class Faults:
    """Set `flood` and `latency`, or script answers; everything is off at the start."""

    clock: Clock
    flood: FloodLimit | None = None
    latency: float = 0.0
    _script: list[ScriptedFault] = field(default_factory=list)
    _sent: deque[tuple[float, object]] = field(default_factory=deque)

    def answer_next(
        self, code: int, *, times: int = 1, retry_after: int | None = None, method: str | None = None
    ) -> None:
        """Scripts refusals: `answer_next(429, retry_after=3, times=2, method="sendMessage")`."""
        self._script.append(ScriptedFault(code=code, retry_after=retry_after, times=times, method=method))

    def lose_next_answer(self, *, times: int = 1, method: str | None = None) -> None:
        """The call is carried out, but the connection breaks before the answer: the client cannot know."""
        self.answer_next(0, times=times, method=method)

    def meet(self, method: str) -> ScriptedFault | None:
        """Takes the fault that is due for this call from the script."""
        for fault in self._script:
            if fault.method is None or fault.method.lower() == method.lower():
                fault.times -= 1
                if not fault.times:
                    self._script.remove(fault)
                return fault
        return None

    def check_flood(self, call: Call) -> None:
        """Counts what is sent within one second; a refused message does not count."""
        if self.flood is None or not call.method.startswith("send") or call.method == "sendChatAction":
            return
        now, chat_id = self.clock.now(), call.values.get("chat_id")
        while self._sent and self._sent[0][0] <= now - 1:
            self._sent.popleft()
        in_chat = sum(1 for _, chat in self._sent if chat == chat_id)
        if _reached(len(self._sent), self.flood.overall) or _reached(in_chat, self.flood.per_chat):
            raise too_many_requests(self.flood.retry_after)
        self._sent.append((now, chat_id))


def _reached(count: int, limit: int | None) -> bool:
    return limit is not None and count >= limit


def too_many_requests(retry_after: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def scripted_refusal(fault: ScriptedFault) -> Refusal:
    match fault.code:
        case 429:
            return too_many_requests(fault.retry_after or 1)
        case 403:
            return Refusal(403, "Forbidden: bot was blocked by the user")
        case 401:
            return Refusal(401, "Unauthorized")
        case code if code >= 500:
            return Refusal(code, "Internal Server Error")
        case code:
            return Refusal(code, "Bad Request: scripted by the test")
