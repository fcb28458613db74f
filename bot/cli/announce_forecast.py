"""What `khombot announce --dry-run` says beside the names: whom it costs, who has to be called, what a month lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts import operator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from bot.actions.announcements import Preview
    from bot.announcements.shortage import Shortage
    from bot.domain.announcements import Recipient


def forecast(preview: Preview, shortages: Sequence[Shortage], at: datetime) -> list[str]:
    """The sentences that the officer reads in chat before she confirms; none where there is nothing to mention."""
    return [*_silences(preview, at), *(line for short in shortages for line in _shortage(short, at))]


def _silences(preview: Preview, at: datetime) -> list[str]:
    from bot.domain.windows import Window

    free, paid, shut = (preview.within(window, at) for window in Window)
    lines = [operator.SILENT_PAID.format(free=len(free), paid=len(paid))] if paid else []
    return [*lines, *([operator.SILENT_SHUT.format(count=len(shut), names=_names(shut))] if shut else [])]


def _shortage(short: Shortage, at: datetime) -> list[str]:
    from bot.clock import local

    month = f"{local(at):%Y-%m}"
    lines = [operator.SHORT.format(channel=short.channel, month=month, left=short.left, needed=short.needed)]
    for said, whom in ((operator.SHORT_ELSEWHERE, short.elsewhere), (operator.SHORT_CALL, short.unreached)):
        lines += [said.format(count=len(whom), names=_names(whom))] if whom else []
    return lines


def _names(recipients: Sequence[Recipient]) -> str:
    return ", ".join(each.person.name for each in recipients)
