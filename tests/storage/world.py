"""A small world for storage tests: one ward, Khóm 1, Lan who heads it, and a published form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.domain.people import PersonId, Role
from bot.domain.periods import ReportingPeriod, Span
from bot.domain.submissions import FormId
from bot.domain.units import Level, UnitId
from bot.messages import Address, RawUpdate
from storage.transaction import Transaction

NOW = datetime(2020, 12, 18, 8, 0, 0, 123456, tzinfo=UTC)
TODAY = date(2020, 12, 18)
LATER = NOW + timedelta(minutes=1)
LAN_AT_HOME = Address(channel="telegram", bot="1", chat="100")


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The ids of what is there."""

    ward: UnitId
    khom: UnitId
    lan: PersonId
    form: FormId
    period: ReportingPeriod


def settle(tx: Transaction) -> World:
    """Put the world into an empty database."""
    ward = tx.units.add("TQD", "Tân Quy Đông", Level.WARD, None, date(2020, 1, 1))
    khom = tx.units.add("K1", "Khóm 1", Level.KHOM, ward, date(2020, 1, 1), None, 1)
    lan = tx.people.add("Nguyễn Thị Lan", "0903000001", NOW)
    tx.people.give_post(lan, Role.HEAD, khom, date(2020, 1, 1))
    tx.accounts.add(LAN_AT_HOME, lan, NOW)
    form = tx.forms.publish("khom_dinh_ky", "Báo cáo khóm", "<h:html/>", b"| survey |", ".md", "c1", NOW)
    span = Span.parse("2020-Q4")
    period = tx.periods.open(ward, span, span.opens, span.khom_due, span.ward_due, None, NOW)
    return World(ward=ward, khom=khom, lan=lan, form=form.id, period=period)


def update(number: int, *, lane: str = "100", sequence: int | None = None, body: str = "{}") -> RawUpdate:
    """What Telegram delivered."""
    place = {"channel": "telegram", "bot": "1", "lane": lane}
    return RawUpdate(**place, update_id=str(number), sequence=number if sequence is None else sequence, body=body)
