"""The proof of an announcement as a workbook: one row per recipient, to be filed, printed, or called from."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions.announcement_proof import Line
from bot.actions.phones import show_phone
from bot.clock import local
from bot.domain.announcements import Announcement, DeliveryStatus, Rsvp
from bot.domain.units import Unit
from bot.texts import announcements as words
from bot.texts import dates
from exports import wording
from exports.frame import FIRST_BODY_ROW, FIRST_HEADING, LAST_HEADING, body_row, headings
from exports.table import Cell, Column, Formula, Highlight, Look, Row, Table, letter

TITLE = "Minh chứng thông báo"
MADE = "Người xuất: {by} · Lúc {time} ngày {day}"
SENT_BY = "{label}, gửi lúc {time} ngày {day}"
MOMENT = "giờ Việt Nam"
LONGEST_TEXT = 400
"""Letters of the announcement in the head of the sheet."""

COLUMNS = (
    Column(heading=wording.NUMBER, width=6, look=Look.CENTRED),
    Column(heading=wording.KHOM, width=22, look=Look.TEXT),
    Column(heading="Họ tên", width=28, look=Look.TEXT),
    Column(heading="Điện thoại", width=16, look=Look.TEXT),
    Column(heading="Tình trạng", width=18, look=Look.TEXT),
    Column(heading="Gửi lúc", note=MOMENT, width=18, look=Look.MOMENT),
    Column(heading="Đọc lúc", note=MOMENT, width=18, look=Look.MOMENT),
    Column(heading="Trả lời", width=18, look=Look.TEXT),
    Column(heading="Ghi chú", width=40, look=Look.TEXT),
)
STATUS = "E"
STATES = {
    DeliveryStatus.DUE: "chờ gửi",
    DeliveryStatus.SENT: "chưa đọc",
    DeliveryStatus.FAILED: "chưa gửi được",
    DeliveryStatus.READ: "đã đọc",
    DeliveryStatus.ANSWERED: "đã trả lời",
    DeliveryStatus.DROPPED: "đã hủy, không gửi",
}
ANSWERS = {Rsvp.COMING: words.COMING, Rsvp.AWAY: words.AWAY, Rsvp.INSTEAD: words.INSTEAD}
TWICE = "có thể nhận hai lần"
READ_OF_ALL = "Đã đọc"
READ_FORMULA = 'COUNTIF({cells},"đã đọc")+COUNTIF({cells},"đã trả lời")&"/"&ROWS({cells})&" người"'
READ_RESULT = "{read}/{of} người"
HAVE_READ = {DeliveryStatus.READ, DeliveryStatus.ANSWERED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What the workbook shows."""

    announcement: Announcement
    ward: Unit
    label: str
    """The name of its kind."""
    lines: Sequence[Line]
    made_by: str
    made_at: datetime


def proof_workbook(proof: Proof) -> bytes:
    """The workbook with its one sheet."""
    from exports.file import write_tables  # openpyxl: only when a workbook is made

    target = io.BytesIO()
    titled = [(TITLE, _table(proof))]
    write_tables(titled, target, made_by=proof.made_by, made_at=proof.made_at, footer=f"{proof.ward.name} · {TITLE}")
    return target.getvalue()


def _table(proof: Proof) -> Table:
    last = FIRST_BODY_ROW + len(proof.lines) - 1
    everything = f"A{FIRST_BODY_ROW}:{letter(len(COLUMNS))}{max(last, FIRST_BODY_ROW)}"
    unread = f'${STATUS}{FIRST_BODY_ROW}="{STATES[DeliveryStatus.SENT]}"'
    failed = f'${STATUS}{FIRST_BODY_ROW}="{STATES[DeliveryStatus.FAILED]}"'
    return Table(
        columns=COLUMNS,
        rows=[*_head(proof), *headings(COLUMNS), *_rows(proof), *_count(proof, last)],
        heading_rows=(FIRST_HEADING, LAST_HEADING),
        frozen_columns=3,
        last_row=max(last, FIRST_BODY_ROW),
        filtered_rows=len(proof.lines),
        highlights=(Highlight(cells=everything, formula=f"OR({unread},{failed})"),),
    )


def _head(proof: Proof) -> list[Row]:
    """The five rows above the headings."""
    announcement = proof.announcement
    made_at, sent_at = local(proof.made_at), local(announcement.send_at or announcement.created_at)
    text = " ".join(announcement.content.text.split())
    sent = SENT_BY.format(label=proof.label, time=dates.time(sent_at), day=dates.day(sent_at.date()))
    made = MADE.format(by=proof.made_by, time=dates.time(made_at), day=dates.day(made_at.date()))
    return [
        Row((Cell(proof.ward.name.upper(), Look.WARD),)),
        Row((Cell(TITLE.upper(), Look.TITLE),), height=24),
        Row((Cell(sent, Look.NOTE),)),
        Row((Cell(made, Look.NOTE),)),
        Row((Cell(text[:LONGEST_TEXT], Look.NOTE),)),
    ]


def _rows(proof: Proof) -> Iterator[Row]:
    for number, line in enumerate(proof.lines, start=1):
        delivery = line.delivery
        cells = (
            Cell(number, Look.CENTRED),
            Cell(line.unit.name if line.unit else "", Look.TEXT),
            Cell(line.person.name, Look.TEXT),
            Cell(show_phone(line.person.phone) if line.person.phone else "", Look.TEXT),
            Cell(STATES[delivery.status], Look.TEXT),
            _moment(delivery.sent_at),
            _moment(delivery.read_at),
            Cell(ANSWERS[delivery.answer] if delivery.answer else "", Look.TEXT),
            Cell(_remark(line), Look.TEXT),
        )
        yield body_row(cells, COLUMNS)


def _remark(line: Line) -> str:
    delivery = line.delivery
    failed = words.FAILURES.get(delivery.why, delivery.why) if delivery.status is DeliveryStatus.FAILED else ""
    return "; ".join(filter(None, (failed, delivery.note, TWICE if delivery.maybe_twice else "")))


def _moment(at: datetime | None) -> Cell:
    return Cell(local(at).replace(tzinfo=None) if at else "", Look.MOMENT)


def _count(proof: Proof, last: int) -> Iterator[Row]:
    if not proof.lines:
        return
    read = sum(line.delivery.status in HAVE_READ for line in proof.lines)
    cells = f"{STATUS}{FIRST_BODY_ROW}:{STATUS}{last}"
    result = READ_RESULT.format(read=read, of=len(proof.lines))
    yield Row(
        (
            Cell("", Look.TOTAL_LABEL),
            Cell(READ_OF_ALL, Look.TOTAL_LABEL),
            Cell(Formula(READ_FORMULA.format(cells=cells), result), Look.TOTAL_LABEL),
        )
    )
