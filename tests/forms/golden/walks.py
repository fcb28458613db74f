"""Random steps through a form: values of each type, blanks, values out of bounds, rows, languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from random import Random

from forms.question import Question
from forms.trace import Step
from forms.trace.rows import SELECTS
from forms.xform import Form

INTS = ("0", "1", "2", "3", "4", "5", "12", "17", "18", "61", "100", "412", "2500000", "-1", "3.7", "nhiều", "")
DECIMALS = ("0.5", "2.25", "-1.5", "17.75", "1000000.125", "2.675", "x", "")
COUNTS = ("0", "1", "1", "2", "2", "3", "4", "-1", "2.7")
FEW = (*COUNTS, "17", "18", "nhiều", "")
"""In forms that count rows: what counts them, and the rest. Of 2500000 ODK's engine would make as many rows."""
TEXTS = (
    "Lan", "Nguyễn Thị Bảy", 'nói "vậy"', "nhà 'ông' Ba", "<&>", " hai  chỗ ", "12", "x", "một việc tốt", "",
    "0912345678", "2020-02-29",
)  # fmt: skip
VALUES: Mapping[str, Sequence[str]] = {
    "int": INTS,
    "decimal": DECIMALS,
    "date": ("2020-02-29", "2019-12-31", "2020-12-18", "1962-01-01", "2003-08-15", "2021-02-30", ""),
    "time": ("08:30:00.000+07:00", "23:59:00", "25:00", ""),
    "dateTime": ("2020-12-18T08:30:00.000+07:00", "2020-02-29T23:05:00", "hôm qua", ""),
    "geopoint": ("10.3 105.75 1.5 4.0", "10.3 105.75", "95 10", ""),
    "barcode": ("8934567890123", ""),
    "binary": ("anh.jpg", ""),
}
NOTHING_LISTED = "khac"


def random_steps(form: Form, seed: str, length: int) -> list[Step]:
    """The same steps for the same seed; about one in twelve is none that the form takes."""
    dice = Random(seed)
    known = [question for question in form.questions if "/meta/" not in question.path]
    asked = [question for question in known if question.is_asked] * 12 + known
    repeats = [path for path, group in form.groups.items() if group.repeats]
    if not known:
        return []
    writes: Callable[[], Step] = lambda: _write(form, dice.choice(asked), dice)  # noqa: E731 - drawn from beside others
    kinds: list[Callable[[], Step]] = [writes] * 12
    if repeats:
        kinds += [lambda: [f"+{_row(form, dice.choice(repeats), dice, own=False)}"]] * 3
        kinds += [lambda: [f"-{_row(form, dice.choice(repeats), dice, own=False)}", dice.choice((0, 0, 1))]]
    if len(form.languages) > 1:
        kinds += [lambda: ["@lang", dice.choice(form.languages)]] * 2
    return [dice.choice(kinds)() for _ in range(length)]


def _write(form: Form, question: Question, dice: Random) -> Step:
    return [_row(form, question.path, dice), _value(form, question, dice)]


def _row(form: Form, path: str, dice: Random, *, own: bool = True) -> str:
    """The path with a row number behind every repeat on it; without `own`, not behind the last one."""
    ref = place = ""
    for name in path.removeprefix("/").split("/"):
        place += f"/{name}"
        ref += f"/{name}"
        group = form.groups.get(place)
        if group is not None and group.repeats and (own or place != path):
            ref += f"[{dice.choice((1, 1, 2, 2, 3))}]"
    return ref


def _value(form: Form, question: Question, dice: Random) -> str:
    if question.type in SELECTS:
        return _choice(form, question, dice)
    if question.type == "range":
        return str(dice.choice((0, 1, 5, 10, 0.25, 11)))
    if question.type == "acknowledge":
        return dice.choice(("OK", ""))
    counts = [group.count.text for group in form.groups.values() if group.count]
    if question.data_type == "int" and counts:
        inside = form.elements[question.path].in_row and not any(question.name in count for count in counts)
        return dice.choice(FEW if inside else COUNTS)
    return dice.choice(VALUES.get(question.data_type, TEXTS))


def _choice(form: Form, question: Question, dice: Random) -> str:
    values = [choice.value for choice in question.choices.listed] if question.choices else []
    values = values or _column_values(form) or list(TEXTS[:4])
    if question.type == "select_one":
        return dice.choice([*values * 2, "", NOTHING_LISTED])
    dice.shuffle(values)
    many = len(values) if question.type == "rank" else dice.randint(0, len(values))
    return " ".join(values[:many])


def _column_values(form: Form) -> list[str]:
    """The names in tables that come with the form as files."""
    items = (item for node in form.instances.values() for item in node.walk() if item.name == "name")
    return sorted({item.text for item in items})
