"""Random forms, filled in at random: no crash, no hang, and never a state without a way on."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from forms.filling import Filling
from forms.findings import FormError
from forms.prompt import Accepts, Prompt
from tests.forms.test_random_walks import move
from tests.support.forms import Conversation, form_of

TYPES = [
    "integer",
    "integer",
    "text",
    "decimal",
    "select_one mau",
    "select_multiple mau",
    "date",
    "acknowledge",
    "note",
    "range",
    "time",
    "dateTime",
    "rank mau",
    "select_one dai",
    "select_multiple dai",
    "select_one mau or_other",
    "geopoint",
    "barcode",
]
CHOICES = "\n".join(
    ["| choices |", "| | list_name | name | label |"]
    + [f"| | mau | {name} | {name} |" for name in ("do", "xanh", "tim")]
    + [f"| | dai | d{number} | Ấp số {number} |" for number in range(1, 13)]
)
COLUMNS = (
    *("relevant", "constraint", "required", "calculation"),
    *("default", "repeat_count", "trigger", "appearance"),
)
HEADING = f"| | type | name | label | {' | '.join(COLUMNS)} |"
MOST_TURNS = 400


@dataclass
class Draft:
    """A survey sheet that is being made up."""

    pick: st.DataObject
    rows: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    numbers: list[str] = field(default_factory=list)
    groups: int = 0

    def any(self, *options: str) -> str:
        """One of the options."""
        return self.pick.draw(st.sampled_from(options))

    def add(self, kind: str, name: str, label: str, **cells: str) -> None:
        """One row."""
        self.rows.append(f"| | {' | '.join([kind, name, label, *(cells.get(column, '') for column in COLUMNS)])} |")

    def reference(self) -> str:
        """An earlier question."""
        return f"${{{self.any(*self.names)}}}" if self.names else "'do'"

    def number(self) -> str:
        """Something that gives a number."""
        return f"${{{self.any(*self.numbers)}}}" if self.numbers else "2"

    def condition(self) -> str:
        """Something that is true or not."""
        return self.any(
            "", "", "", f"{self.number()} > 1", f"{self.reference()} != ''", f"selected({self.reference()}, 'do')",
            f"not({self.reference()} = 'x')", f"count-selected({self.reference()}) > 0 or {self.number()} < 3",
        )  # fmt: skip

    def question(self) -> None:
        """A row that is asked, or worked out."""
        name = f"q{len(self.rows)}"
        if self.pick.draw(st.integers(0, 4)) == 0:
            kind = "calculate"
            calculation = self.any(
                f"{self.number()} + 1", f"concat({self.reference()}, '-')", f"sum({self.number()})",
                f"once({self.number()})",
                f"max({self.number()}, 3)",
                f"if({self.number()} > 2, 'nhiều', 'ít')", f"coalesce({self.reference()}, 5)",
            )  # fmt: skip
            trigger = f"${{{self.any(*self.names)}}}" if self.names and self.any("", "", "yes") else ""
            self.add(kind, name, "", calculation=calculation, trigger=trigger, relevant=self.condition())
        else:
            kind = self.any(*TYPES)
            constraint = self.any("", "", f". >= {self.number()} or . = 1") if kind in {"integer", "decimal"} else ""
            default = self.any("", "", "3", self.number()) if kind in {"integer", "decimal"} else ""
            required = "" if kind in {"note", "acknowledge"} else self.any("", "yes", self.condition())
            label = f"Câu {name} {self.any('', self.reference())}"
            self.add(
                kind, name, label, relevant=self.condition(), constraint=constraint, required=required, default=default
            )
        self.names.append(name)
        if kind in {"integer", "decimal", "calculate"}:
            self.numbers.append(name)

    def section(self, depth: int) -> None:
        """A group or a repeat with questions inside."""
        self.groups += 1
        number = self.groups
        name, kind = f"g{number}", self.any("group", "repeat", "repeat")
        count = self.any("", "", self.number(), "2") if kind == "repeat" else ""
        look = self.any("", "field-list")
        self.add(f"begin_{kind}", name, f"Phần {name}", relevant=self.condition(), repeat_count=count, appearance=look)
        before = len(self.names), len(self.numbers)
        self.fill(depth + 1)
        self.rows.append(f"| | end_{kind} |" + " |" * (2 + len(COLUMNS)))
        if kind == "repeat":
            # Outside a repeat its questions are many: only sums and counts may look at them.
            del self.names[before[0] :], self.numbers[before[1] :]
            self.add("calculate", f"n{number}", "", calculation=f"count(${{{name}}})")
            self.numbers.append(f"n{number}")

    def fill(self, depth: int) -> None:
        """Some rows."""
        for _ in range(self.pick.draw(st.integers(1, 4))):
            if depth < 3 and self.pick.draw(st.integers(0, 3)) == 0:
                self.section(depth)
            else:
                self.question()

    def table(self) -> str:
        """The finished form."""
        return "\n".join(["| survey |", HEADING, *self.rows, CHOICES])


def finish(talk: Conversation) -> None:
    """Answer whatever is asked until the form can be sent, or a constraint of a random form is in the way for good."""
    refused: dict[str, int] = {}
    for _ in range(MOST_TURNS):
        filling = talk.filling
        prompt = filling.prompt()
        if prompt is None:
            flawed = filling.first_problem()
            if flawed is None:
                filling.complete()
                return
            filling.go_to(flawed)
            prompt = filling.prompt()
            assert prompt is not None
        tries = refused.get(prompt.key, 0)
        if tries > 3:
            return
        plain(filling, prompt, tries)
        unmoved = filling.state == talk.state or filling.first_problem() == prompt.key
        refused[prompt.key] = tries + 1 if unmoved else 0
        talk.state = filling.state
    raise AssertionError(f"no way to the end: {talk.asks()}: {talk.state}")


def plain(filling: Filling, prompt: Prompt, tries: int) -> None:
    """An answer of the right kind."""
    match prompt.accepts:
        case Accepts.CHOICE if prompt.ranked:
            filling.answer("2, 1, 3")
        case Accepts.CHOICE:
            filling.answer("", "done" if prompt.type == "repeat" else prompt.choices[0].value)
            if prompt.multiple:
                filling.keep()
        case Accepts.NUMBER:
            filling.answer(("2", "1", "7", "0")[tries])
        case Accepts.DATE:
            filling.answer("hôm nay")
        case Accepts.TIME:
            filling.answer("8h30")
        case Accepts.MOMENT:
            filling.answer("hôm qua lúc 8h30")
        case Accepts.PLACE:
            filling.answer("10.29, 105.75")
        case Accepts.ACKNOWLEDGE:
            filling.answer("ok", "OK" if prompt.type == "acknowledge" else None)
        case _:
            filling.answer("Sa Đéc")


MOVES = st.lists(
    st.tuples(
        st.sampled_from(
            ["type", "type", "press", "press", "press", "keep", "skip", "back", "go_to", "review", "confirm"]
        ),
        st.sampled_from(["1", "2", "3", "0", "12", "đỏ", "Sa Đéc", "hôm nay", "thêm", "đủ rồi", "", "chưa rõ", "1, 2"]),
        st.integers(0, 12),
    ),
    max_size=20,
)


@settings(max_examples=120, deadline=None)
@given(st.data(), MOVES)
def test_any_form_that_passes_the_gate_can_be_filled_in_anyhow(
    data: st.DataObject, moves: list[tuple[str, str, int]]
) -> None:
    draft = Draft(data)
    draft.fill(0)
    try:
        form = form_of(draft.table())
    except FormError:
        return  # a cycle, for example: refused with a reason is as good
    talk = Conversation(form)
    for what, text, number in moves:
        filling = talk.filling
        move(filling, what, text, number)
        talk.state = json.loads(json.dumps(filling.state))
        anew = talk.filling
        assert filling.review() == anew.review(), "working out what changed differs from working out all"
        assert filling.prompt() == anew.prompt()
    finish(talk)
