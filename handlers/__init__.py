"""The product's table of contents: one module per menu entry, listed here in menu order."""

from __future__ import annotations

from bot.conversation.handler import Handler
from bot.conversation.router import Entrances
from handlers import (
    address,
    announce,
    announcement,
    carried,
    confirm,
    copy,
    entrusted,
    export,
    forms,
    good_deed,
    hardship,
    help,
    home,
    join,
    mine,
    notice,
    periods,
    progress,
    received,
    reminder,
    reminding,
    report,
    resume,
    snooze,
    stranger,
    submission,
    trial,
    ward_hardship,
)

HANDLERS: tuple[Handler, ...] = (
    home.HANDLER,
    report.HANDLER,
    hardship.HANDLER,
    carried.HANDLER,
    good_deed.HANDLER,
    mine.HANDLER,
    copy.HANDLER,
    resume.HANDLER,
    confirm.HANDLER,
    submission.HANDLER,
    reminder.HANDLER,
    snooze.HANDLER,
    periods.HANDLER,
    progress.HANDLER,
    received.HANDLER,
    entrusted.HANDLER,
    reminding.HANDLER,
    ward_hardship.HANDLER,
    export.HANDLER,
    announce.HANDLER,
    announcement.HANDLER,
    notice.HANDLER,
    forms.HANDLER,
    trial.HANDLER,
    help.HANDLER,
    address.HANDLER,
    join.HANDLER,
    stranger.HANDLER,
)

ENTRANCES = Entrances(home=home.HANDLER, join=join.HANDLER, stranger=stranger.HANDLER)
