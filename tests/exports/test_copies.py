"""A sent report as pictures and as pages to print: every letter is there, within the margins, on phone and paper."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from PIL.ImageFont import FreeTypeFont

from bot.actions.copies import ReportCopy
from bot.conversation import cards
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, PeriodKind, ReportingPeriod, Span
from bot.domain.submissions import FormId, Revision, SubmissionId
from bot.domain.units import Level, Unit, UnitId
from bot.texts import conversation, entrusting, interview, report
from exports import fonts
from exports.copies.drawing import pdf, pictures
from exports.copies.layout import Block, blocks, pages, wrapped
from exports.copies.paper import A4, PHONE, Paper
from forms import library
from forms.prompt import ReviewLine

VOWELS = ("a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y")
TONES = ("", "\N{COMBINING GRAVE ACCENT}", "\N{COMBINING HOOK ABOVE}", "\N{COMBINING TILDE}")
MORE_TONES = ("\N{COMBINING ACUTE ACCENT}", "\N{COMBINING DOT BELOW}")
LETTERS = (
    "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in (*TONES, *MORE_TONES)) + "đ"
)
KHOM = Unit(
    id=UnitId(2),
    parent=UnitId(1),
    level=Level.KHOM,
    code="K1",
    name="Khóm Mỹ Thới Một",
    valid_from=date(2020, 1, 1),
)
LONG_ANSWER = "Hẻm 7 ngập khi triều cường, bà con đi lại khó khăn.\n" * 30
ANSWERS = (
    ("Hộ và nhân khẩu", "Tổng số hộ", "412 hộ"),
    ("Hộ và nhân khẩu", "Tổng nhân khẩu", "1.650 người"),
    ("Gia đình văn hóa", "Hộ được công nhận đạt gia đình văn hóa trong năm nay", "389 hộ"),
    ("Kinh phí", "Đã chi cho phong trào", "12.003.000.000 đồng (phường ghi giúp, chờ xác nhận)"),
    ("Kinh phí", "Công trình", "đường hẻm " + "dài" * 60),
    ("Ý kiến của khóm", "Khó khăn, vướng mắc", ""),
)


def copy(answers: Sequence[tuple[str, str, str]] = ANSWERS) -> ReportCopy:
    """What Lan has sent."""
    span = Span(kind=PeriodKind.QUARTER, year=2020, number=4)
    return ReportCopy(
        title="Báo cáo định kỳ của khóm",
        unit=KHOM,
        period=ReportingPeriod(
            id=PeriodId(1),
            ward=UnitId(1),
            span=span,
            opens_on=date(2020, 12, 1),
            khom_due_on=date(2020, 12, 18),
            ward_due_on=date(2020, 12, 25),
        ),
        code="BC-K1-2020-Q4",
        sent=Revision(
            submission=SubmissionId(1),
            number=1,
            form=FormId(1),
            values={},
            empties={},
            sent_by=PersonId(1),
            sent_by_name="Trần Thị Lan",
            sent_at=datetime(2020, 12, 15, 2, 0, tzinfo=UTC),
        ),
        lines=[
            ReviewLine(name=f"q{number}", key=f"q{number}", number=number, section=section, label=label, shown=shown)
            for number, (section, label, shown) in enumerate(answers, start=1)
        ],
    )


LONG = copy((*ANSWERS * 6, ("Ý kiến của khóm", "Kiến nghị", LONG_ANSWER)))


@pytest.mark.parametrize("font", [fonts.regular(40), fonts.bold(40)], ids=["regular", "bold"])
def test_every_letter_that_a_copy_may_need_has_its_own_shape(font: FreeTypeFont) -> None:
    said = "".join(str(value) for module in (conversation, entrusting, interview, report) for value in _texts(module))
    asked = "".join(file.read_text("utf-8") for file in Path(library.__file__).parent.glob("*.md"))
    ours = set(LETTERS + LETTERS.upper() + said + asked) - set("\n⚠✓←→▼▲")
    unknown = bytes(font.getmask("\uffff"))
    assert [letter for letter in sorted(ours) if letter.strip() and bytes(font.getmask(letter)) == unknown] == []
    assert bytes(font.getmask("ệ")) != bytes(font.getmask("ê"))


def test_the_letters_come_with_us_and_their_licence_beside_them() -> None:
    folder = Path(fonts.__file__).parent
    assert Path(str(fonts.regular(40).path)).parent == folder
    assert "SIL OPEN FONT LICENSE Version 1.1" in (folder / "OFL.txt").read_text("utf-8")


@pytest.mark.parametrize("paper", [PHONE, A4], ids=["phone", "A4"])
@pytest.mark.parametrize("shown", [copy(), LONG], ids=["short", "long"])
def test_a_copy_says_what_the_text_to_pass_on_says_and_no_more(paper: Paper, shown: ReportCopy) -> None:
    text = "\n".join((shown.head, cards.listing(shown.lines, numbered=True)))
    found = Counter("".join(each.text for block in blocks(shown, paper) for each in block.words).replace(" ", ""))
    colons = len(shown.lines)  # an answer stands beside its question, or below
    assert found + Counter({":": colons}) == Counter(re.sub(r"\s", "", text))


@pytest.mark.parametrize("paper", [PHONE, A4], ids=["phone", "A4"])
@pytest.mark.parametrize("shown", [copy(), LONG], ids=["short", "long"])
def test_no_letter_is_beyond_a_margin_or_upon_another(paper: Paper, shown: ReportCopy) -> None:
    for block in blocks(shown, paper):
        lengths = [each.font.getlength(each.text) for each in block.words]
        assert sum(lengths) + (len(lengths) - 1) * paper.text / 2 <= paper.inner


def test_pages_keep_a_heading_with_what_follows_and_lose_nothing() -> None:
    found = list(blocks(LONG, PHONE))
    made = pages(found, 1500)
    assert [block for page in made for block in page.blocks if block.words] == [block for block in found if block.words]
    assert all(page.height <= 1500 for page in made)
    assert not any(page.blocks[-1].keep for page in made)
    assert all(page.blocks[0].words for page in made)
    assert len(made) > 1
    assert pages([Block(height=10)], 1500)[0].height == 0


def test_pictures_are_as_wide_as_a_phone_and_never_higher_than_its_screen() -> None:
    assert len(pictures(copy(ANSWERS[:3]))) == 1
    found = [Image.open(BytesIO(content)) for content in pictures(LONG)]
    assert len(found) > 2
    assert {picture.width for picture in found} == {1080}
    assert max(picture.height for picture in found) <= 1920
    assert {picture.convert("RGB").getpixel((2, 2)) for picture in found} == {(255, 255, 255)}


def test_what_is_printed_is_a4_in_as_many_pages_as_it_takes() -> None:
    one, several = pdf(copy()), pdf(LONG)
    assert one.startswith(b"%PDF")
    assert re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", one) == [(b"595.2", b"841.92")]
    assert len(re.findall(rb"/MediaBox", several)) > 1
    assert len(one) < 60_000


def test_a_word_that_is_longer_than_a_line_is_cut_and_complete() -> None:
    font = fonts.regular(40)
    lines = wrapped("xem https://" + "x" * 200 + " nhé", font, 600)
    assert "".join(lines).replace(" ", "") == "xemhttps://" + "x" * 200 + "nhé"
    assert all(font.getlength(line) <= 600 for line in lines)


def _texts(module: object) -> list[object]:
    return [value for name, value in vars(module).items() if name.isupper()]
