"""Bad days on demand: scripted refusals, slow answers, gateways, and answers that get lost on the way."""

from __future__ import annotations

from dataclasses import dataclass

LOST = 0


@dataclass(slots=True, kw_only=True)
class ScriptedFault:
    """The next `times` calls (of a path that ends so, if given) get this."""

    code: int
    times: int
    path: str
    status: int = 200


class Faults:
    """Everything is off at the start."""

    def __init__(self) -> None:
        self.latency = 0.0
        self._script: list[ScriptedFault] = []

    def answer_next(self, code: int, *, times: int = 1, path: str = "") -> None:
        """Script refusals: `answer_next(-32, times=2, path="/message/cs")`."""
        self._script.append(ScriptedFault(code=code, times=times, path=path))

    def break_gateway(self, status: int = 502, *, times: int = 1, path: str = "") -> None:
        """A page in HTML instead of an answer."""
        self._script.append(ScriptedFault(code=-1, times=times, path=path, status=status))

    def lose_next_answer(self, *, times: int = 1, path: str = "") -> None:
        """The call is carried out, but the connection breaks before the answer: the client cannot know."""
        self.answer_next(LOST, times=times, path=path)

    def meet(self, path: str) -> ScriptedFault | None:
        """Take the fault that is due for this call from the script."""
        for fault in self._script:
            if path.endswith(fault.path):
                fault.times -= 1
                if not fault.times:
                    self._script.remove(fault)
                return fault
        return None
