"""Whatever people type, press or take back: no crash, nothing lost, and always a way to the end."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.errors import Invalid, Missing
from bot.domain.submissions import Empty
from bot.messages import Attachment, AttachmentKind
from forms.filling import Filling
from forms.library import SHIPPED
from forms.prompt import Accepted, Accepts, Prompt
from forms.xform import Form
from tests.support.forms import Conversation, around, form_of

FORMS: dict[str, Form] = {shipped.family: form_of(shipped.source()) for shipped in SHIPPED}
PERIODS = [("quarter", 1), ("quarter", 4), ("half", 2), ("year", 1)]

TYPED = st.text(max_size=40) | st.sampled_from(
    [
        "0", "1", "5", "412", "1.034", "2tr", "có", "không", "dạ", "chưa rõ", "không phát sinh", "như cũ", "hôm nay",
        "18/11", "1, 3", "Nguyễn Thị Bảy", "một việc tốt cho cả khóm cùng hưởng", "94%", "079123456789", "", "?",
        "khoảng 30",
    ]
)  # fmt: skip
DEEDS = ["type", "type", "type", "press", "press", "keep", "skip", "nothing", "unknown"]
DEEDS += ["confirm", "retract", "back", "go_to", "review", "photo"]
MOVES = st.lists(st.tuples(st.sampled_from(DEEDS), TYPED, st.integers(0, 30)), max_size=25)
START = st.tuples(st.sampled_from(sorted(FORMS)), st.sampled_from(PERIODS), st.booleans())


def begun(start: tuple[str, tuple[str, int], bool]) -> Conversation:
    family, (kind, number), reported_before = start
    last = {"tong_so_ho": "400", "ho_dang_ky_gdvh": "399", "da_co_ke_hoach_nam": "co"} if reported_before else {}
    given_values = {"ky_loai": kind, "ky_so": str(number), "khom": "Khóm 1", "ma_ho_so": "KK-K1-2020-001"}
    return Conversation(FORMS[family], around(given=given_values, last_saved=last))


def move(filling: Filling, what: str, text: str, number: int) -> object:
    """One thing that a person may do now; the conversation never does the others."""
    prompt, lines = filling.prompt(), filling.review()
    if what == "go_to" and lines:
        filling.go_to(lines[number % len(lines)].key)
    elif what == "back":
        filling.back()
    elif what == "review":
        filling.jump_to_review()
    elif what == "retract":
        filling.retract()
    elif what == "confirm":
        return filling.confirm(text) if "pending" in filling.state else None
    elif prompt:
        return answer(filling, prompt, what, text, number)
    return None


def answer(filling: Filling, prompt: Prompt, what: str, text: str, number: int) -> object:
    match what:
        case "type":
            return filling.answer(text)
        case "press" if prompt.choices:
            return filling.answer("", prompt.choices[number % len(prompt.choices)].value)
        case "photo":
            photo = Attachment(kind=AttachmentKind.PHOTO, digest=f"{number:064}")
            return filling.answer("", None, [photo])
        case "keep":
            return filling.keep()
        case "skip":
            return filling.skip()
        case "nothing":
            return filling.skip(Empty.NOTHING)
        case "unknown":
            return filling.skip(Empty.UNKNOWN)
    return None


def shown(filling: Filling) -> dict[str, str]:
    return {line.key: line.shown for line in filling.review() if line.shown}


@settings(max_examples=60)
@given(START, MOVES)
def test_no_walk_crashes_or_loses_an_answer_that_was_not_touched(
    start: tuple[str, tuple[str, int], bool], moves: list[tuple[str, str, int]]
) -> None:
    talk = begun(start)
    for what, text, number in moves:
        filling = talk.filling
        prompt, before = filling.prompt(), shown(filling)
        outcome = move(filling, what, text, number)
        talk.state = json.loads(json.dumps(filling.state))
        assert filling.review() == talk.filling.review(), "working out what changed differs from working out all"
        assert filling.prompt() == talk.filling.prompt()
        after = shown(talk.filling)
        asked_now = {line.key for line in talk.filling.review()}
        for key, answered in before.items():
            touched = prompt is not None and key == prompt.key and isinstance(outcome, Accepted)
            confirmed = what == "confirm"
            if key in asked_now and not touched and not confirmed:
                assert after.get(key) == answered, f"{what} {text!r} changed {key}"


@settings(max_examples=40)
@example(start=("khom_dinh_ky", ("quarter", 1), False), moves=[("go_to", "", 1)])
@given(START, MOVES)
def test_only_a_complete_filling_can_be_sent_and_every_filling_can_be_completed(
    start: tuple[str, tuple[str, int], bool], moves: list[tuple[str, str, int]]
) -> None:
    talk = begun(start)
    for what, text, number in moves:
        filling = talk.filling
        move(filling, what, text, number)
        talk.state = filling.state
    missing = talk.filling.first_problem()
    if missing is not None:
        with pytest.raises(Invalid, match="incomplete"):
            talk.filling.complete()
    finish(talk)
    completed = talk.filling.complete()
    required = {line.name for line in talk.filling.review() if not line.shown}
    optional = {"kho_khan_vuong_mac", "kien_nghi", "cong_trinh_xhh", "mo_ta_ngan", "gia_tri_uoc", "minh_chung"}
    assert required <= optional
    assert not completed.values.keys() & completed.empties.keys()


def finish(talk: Conversation) -> None:
    """Answer whatever is open, plainly, until nothing is."""
    for _ in range(120):
        prompt = talk.filling.prompt()
        if prompt is None:
            flawed = talk.filling.first_problem()
            if flawed is None:
                return
            talk.goes_to(flawed)
            continue
        filling = talk.filling
        plain(filling, prompt)
        if "pending" in filling.state:
            filling.confirm("đúng vậy")
        talk.state = filling.state
    raise AssertionError(f"no way out of {talk.asks()}: {talk.state}")


def plain(filling: Filling, prompt: Prompt) -> object:
    """An answer that each question takes, whatever was said before."""
    if prompt.choices:
        outcome = filling.answer("1")
    elif prompt.accepts is Accepts.DATE:
        outcome = filling.answer("hôm nay")
    elif prompt.accepts is Accepts.NUMBER:
        outcome = filling.answer(PLAIN.get(prompt.name, "1"))
        if not isinstance(outcome, Accepted) and "pending" not in filling.state:
            outcome = filling.answer("1900" if prompt.name == "tong_nhan_khau" else "0")
    elif prompt.skippable or prompt.accepts is Accepts.ACKNOWLEDGE:
        outcome = filling.skip()
    else:
        outcome = filling.answer("một việc tốt cho cả khóm cùng hưởng")
    return outcome


PLAIN = {
    "nam_sinh": "1962",
    "tong_so_ho": "500",
    "tong_nhan_khau": "1900",
    "ho_dang_ky_gdvh": "400",
    "ho_dat_gdvh": "300",
    "ho_khong_xet_gdvh": "7",
    "ho_gdvh_3nam": "100",
    "ho_gia_dinh_hoc_tap_dk": "90",
    "ho_gia_dinh_hoc_tap_dat": "80",
}


@settings(max_examples=30)
@given(st.sampled_from(PERIODS), st.integers(0, 20), st.sampled_from(["7", "0", "không phát sinh", "chưa rõ"]))
def test_a_correction_leaves_what_typing_it_right_at_first_leaves(
    period: tuple[str, int], place: int, better: str
) -> None:
    first, second = begun(("khom_dinh_ky", period, False)), begun(("khom_dinh_ky", period, False))
    finish(first)
    lines = first.filling.review()
    name = lines[place % len(lines)].name
    if name in {"tong_so_ho", "tong_nhan_khau"}:
        return
    first.goes_to(name)
    first.says(better)
    finish(first)

    while (prompt := second.filling.prompt()) is not None and prompt.name != name:
        filling = second.filling
        plain(filling, prompt)
        if "pending" in filling.state:
            filling.confirm("đúng vậy")
        second.state = filling.state
    if second.asks() == name:
        second.says(better)
    finish(second)
    assert first.sent() == second.sent()
    assert first.filling.complete().empties == second.filling.complete().empties


@given(st.sampled_from(sorted(FORMS)), st.text(max_size=20))
def test_going_to_a_name_that_is_not_asked_is_an_error_and_changes_nothing(family: str, name: str) -> None:
    talk = begun((family, ("quarter", 1), False))
    filling = talk.filling
    before = filling.state
    if all(name not in {line.key, line.name} for line in filling.review()):
        with pytest.raises(Missing):
            filling.go_to(name)
    assert filling.state == before
