"""Any form, filled in with mistakes and mended from the review, ends as if it had been filled in right at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.filling import Filling
from forms.findings import FormError
from forms.prompt import Accepted, Accepts, Doubt, Prompt
from tests.forms.test_random_forms import Draft
from tests.support.forms import Conversation, form_of

ANSWERS: Mapping[Accepts, tuple[str, ...]] = {
    Accepts.NUMBER: ("2", "1", "7", "3", "0"),
    Accepts.DATE: ("hôm nay", "18/11/2020", "2/9/2020"),
    Accepts.TIME: ("8h30", "14h", "9h15"),
    Accepts.MOMENT: ("hôm qua lúc 8h30", "18/11/2020 lúc 9h"),
    Accepts.PLACE: ("10.29, 105.75", "10.3, 105.8"),
    Accepts.CODE: ("ABC123", "XYZ789"),
    Accepts.TEXT: ("Sa Đéc", "x", "đèn đường hẻm 12"),
}
RANKINGS = ("2, 1, 3", "3, 2, 1", "1, 2, 3")
MOST_TURNS = 300
Sent = tuple[Mapping[str, Any], Mapping[str, Any]]


class Remembering(Draft):
    """Forms in which nothing depends on when it was answered: no first values, no triggers, no lists that grow."""

    def add(self, kind: str, name: str, label: str, **cells: str) -> None:
        for remembers in ("default", "trigger"):
            cells.pop(remembers, None)
        if "once(" in cells.get("calculation", ""):
            cells["calculation"] = "1 + 1"
        if kind == "begin_repeat" and not cells.get("repeat_count"):
            cells["repeat_count"] = "2"
        super().add(kind, name, label, **cells)


class Person:
    """Knows several answers to every question; `choose` says which one is given."""

    def __init__(self, talk: Conversation, choose: Mapping[int, int]) -> None:
        self.talk = talk
        self._choose = choose

    def fills_in(self) -> bool:
        """Answer what is asked until all can be sent; False where this form takes none of the known answers."""
        tries: dict[str, int] = {}
        for _ in range(MOST_TURNS):
            filling = self.talk.filling
            if filling.prompt() is None:
                flawed = filling.first_problem()
                if flawed is None:
                    return True
                filling.go_to(flawed)
            prompt = filling.prompt()
            assert prompt is not None
            tried = tries.get(prompt.key, 0)
            if tried > 4:
                return False
            tries[prompt.key] = tried + 1
            give(filling, prompt, self._place(prompt) + tried)
            self.talk.state = filling.state
        return False

    def mends(self, right: Conversation) -> bool:
        """From the review, line by line, put right what differs; a correction may make others necessary."""
        for _ in range(MOST_TURNS):
            wanted = {line.key: line.shown for line in right.filling.review()}
            differing = [line for line in self.talk.filling.review() if line.shown != wanted.get(line.key, line.shown)]
            if not differing:
                return True
            before = self.talk.filling.review()
            for line in differing:
                self._mends(line.key, right.state)
            if not self.fills_in() or self.talk.filling.review() == before:
                return False  # two rules that allow the way neither here nor there
        return False

    def _mends(self, key: str, right: Mapping[str, Any]) -> None:
        filling = self.talk.filling
        if key not in {line.key for line in filling.review()}:
            return
        filling.go_to(key)
        prompt = filling.prompt()
        if prompt is None or prompt.key != key or prompt.accepts is Accepts.ACKNOWLEDGE:
            return
        put(filling, prompt, right)
        self.talk.state = filling.state

    def _place(self, prompt: Prompt) -> int:
        return self._choose.get(sum(map(ord, prompt.key)) % 7, 0)


def give(filling: Filling, prompt: Prompt, place: int) -> None:
    """An answer of the right kind; another place gives another answer, the last resort is none."""
    if prompt.ranked:
        outcome = filling.answer(RANKINGS[place % len(RANKINGS)])
    elif prompt.accepts is Accepts.ACKNOWLEDGE:
        outcome = filling.answer("ok", "OK" if prompt.type == "acknowledge" else None)
    elif prompt.accepts is Accepts.CHOICE:
        outcome = filling.answer("", prompt.choices[place % len(prompt.choices)].value)
        if prompt.multiple:
            outcome = filling.keep()
    else:
        known = ANSWERS[prompt.accepts]
        outcome = filling.answer(known[place % len(known)])
    if isinstance(outcome, Doubt):
        outcome = filling.confirm()
    if not isinstance(outcome, Accepted) and prompt.skippable:
        filling.skip()


def put(filling: Filling, prompt: Prompt, right: Mapping[str, Any]) -> None:
    """The answer that stands in the other's state: typed anew, as somebody does who reads it from a paper."""
    value = str(right["values"].get(prompt.key, "")) if "values" in right else ""
    if not value:
        filling.skip()
    elif prompt.multiple and not prompt.ranked:
        for choice in set(prompt.chosen) ^ set(value.split()):
            filling.answer("", choice)
        filling.keep()
    elif prompt.accepts is Accepts.CHOICE and not prompt.ranked:
        filling.answer("", value)
    else:
        known = RANKINGS if prompt.ranked else ANSWERS[prompt.accepts]
        for text in known:
            trial = filling.answer(text)
            if isinstance(trial, Doubt):
                trial = filling.confirm()
            if isinstance(trial, Accepted) and dict(filling.state.get("values", {})).get(prompt.key) == value:
                return
            filling.go_to(prompt.key)


def sent(talk: Conversation) -> Sent:
    """What goes to the ward."""
    completed = talk.filling.complete()
    return completed.values, completed.empties


CHOICES = st.dictionaries(st.integers(0, 6), st.integers(0, 4))


@settings(max_examples=150, deadline=None)
@given(st.data(), CHOICES, CHOICES)
def test_mended_from_the_review_it_is_as_if_it_had_been_right_at_once(
    data: st.DataObject, right: dict[int, int], wrong: dict[int, int]
) -> None:
    draft = Remembering(data)
    draft.fill(0)
    try:
        form = form_of(draft.table())
    except FormError:
        return  # a cycle, for example: refused with a reason is as good
    careful, hasty = Person(Conversation(form), right), Person(Conversation(form), wrong)
    if careful.fills_in() and hasty.fills_in() and hasty.mends(careful.talk):
        assert sent(hasty.talk) == sent(careful.talk)
