"""Bad days on demand: scripted refusals, gateway pages instead of answers, and answers that get lost on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from .wire import Refusal, quota_exceeded


@dataclass(slots=True, kw_only=True)
class ScriptedFault:
    """The next `times` calls (of `method`, if given) get this code; 0 means that the answer is lost."""

    code: int
    times: int
    method: str

    @property
    def is_gateway(self) -> bool:
        """Whether a page comes that is no JSON, and that shows the address with the token in it."""
        return self.code >= 500

    def refusal(self) -> Refusal:
        match self.code:
            case 429:
                return quota_exceeded()
            case 401:
                return Refusal(401, "Unauthorized")
            case 403:
                return Refusal(403, "Internal server error")
            case code:
                return Refusal(code, "Bad request: scripted by the test")


@dataclass(slots=True)
class Faults:
    """Everything is off at the start."""

    _script: list[ScriptedFault] = field(default_factory=list)

    def answer_next(self, code: int, *, times: int = 1, method: str = "") -> None:
        """Scripts refusals: `answer_next(502, times=2, method="sendMessage")`."""
        self._script.append(ScriptedFault(code=code, times=times, method=method))

    def lose_next_answer(self, *, times: int = 1, method: str = "") -> None:
        """The call is carried out, but the connection breaks before the answer: the client cannot know."""
        self.answer_next(0, times=times, method=method)

    def meet(self, method: str) -> ScriptedFault | None:
        """Takes the fault that is due for this call from the script."""
        for fault in self._script:
            if not fault.method or fault.method == method:
                fault.times -= 1
                if not fault.times:
                    self._script.remove(fault)
                return fault
        return None
