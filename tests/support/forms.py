"""Small forms for tests: written as tables, filled in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from functools import cache
from typing import Any

from bot.domain.submissions import FillingState
from forms.filling import Filling, begin
from forms.prompt import Accepted, Doubt, Outcome, Prompt, Rejected, Surroundings
from forms.together import Together
from forms.xform import Form, parse_xform
from forms.xlsform import to_xform

NOW = datetime(2020, 12, 18, 9, 0, tzinfo=timezone(timedelta(hours=7)))
"""A Friday, a week before the year's report is due."""


@cache
def form_of(table: str) -> Form:
    """The form of a Markdown table."""
    return parse_xform(to_xform(table, file_type=".md", family="thu").xform)


def around(
    *, given: Mapping[str, str] | None = None, last_saved: Mapping[str, str] | None = None, username: str = "Lan"
) -> Surroundings:
    """The surroundings of a filling on a December morning."""
    return Surroundings(now=NOW, username=username, given=given or {}, last_saved=last_saved or {})


class Conversation:
    """A filling that lives from turn to turn as JSON, as it does in the product."""

    def __init__(self, form: Form, surroundings: Surroundings | None = None) -> None:
        self.form = form
        self.surroundings = surroundings or around()
        self.state: FillingState = begin(form, self.surroundings)

    @property
    def filling(self) -> Filling:
        """As the next turn would make it."""
        return Filling(self.form, self.state, self.surroundings)

    def asks(self) -> str | None:
        """The name of the question that is asked now."""
        prompt = self.filling.prompt()
        return prompt.name if prompt else None

    def prompt(self) -> Prompt:
        """The question that is asked now."""
        prompt = self.filling.prompt()
        assert prompt is not None
        return prompt

    def says(self, *texts: str) -> Outcome:
        """Answer the next questions by typing; the last outcome."""
        outcome: Outcome | None = None
        for text in texts:
            filling = self.filling
            outcome = filling.answer(text)
            self.state = filling.state
        assert outcome is not None
        return outcome

    def presses(self, choice: str) -> Outcome:
        """Press a choice."""
        filling = self.filling
        outcome = filling.answer("", choice)
        self.state = filling.state
        return outcome

    def keeps(self) -> Outcome:
        """Press "giữ nguyên"."""
        filling = self.filling
        outcome = filling.keep()
        self.state = filling.state
        return outcome

    def confirms(self, reason: str = "") -> Outcome:
        """Say that a doubtful answer is right."""
        filling = self.filling
        outcome = filling.confirm(reason)
        self.state = filling.state
        return outcome

    def skips(self) -> Outcome:
        """Leave the question blank."""
        filling = self.filling
        outcome = filling.skip()
        self.state = filling.state
        return outcome

    def goes_to(self, name: str) -> None:
        """Choose a line of the review."""
        filling = self.filling
        filling.go_to(name)
        self.state = filling.state

    def goes_back(self) -> bool:
        """Press "quay lại"."""
        filling = self.filling
        moved = filling.back()
        self.state = filling.state
        return moved

    def proposes(self, text: str) -> Together | None:
        """Type several answers in one message; None where it is one answer."""
        filling = self.filling
        proposed = filling.propose(text)
        self.state = filling.state
        return proposed

    def takes_proposed(self) -> Together:
        """Say that the several answers were read rightly."""
        filling = self.filling
        taken = filling.take_proposed()
        self.state = filling.state
        return taken

    def keeps_all(self) -> Together:
        """Press "giữ nguyên tất cả"."""
        filling = self.filling
        kept = filling.keep_all()
        self.state = filling.state
        return kept

    def kept(self) -> dict[str, str]:
        """What the draft holds, by the question's name."""
        values = {key.rpartition("/")[2]: value for key, value in self.state.get("values", {}).items()}
        return values | {key.rpartition("/")[2]: word for key, word in self.state.get("empties", {}).items()}

    def sent(self) -> Mapping[str, Any]:
        """The values that would be sent."""
        return self.filling.complete().values


def refused(outcome: Outcome) -> str:
    """The sentence of a refusal."""
    assert isinstance(outcome, Rejected), outcome
    return outcome.text


def doubted(outcome: Outcome) -> str:
    """The sentence of a doubt."""
    assert isinstance(outcome, Doubt), outcome
    return outcome.text


def understood(outcome: Outcome) -> str:
    """How an accepted answer was read."""
    assert isinstance(outcome, Accepted), outcome
    return outcome.understood
