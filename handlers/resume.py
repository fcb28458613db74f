"""Going on with what was left: the unit's newest draft."""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions import periods
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.texts import conversation as words
from bot.texts import interview as say
from handlers import home, submission


def open_(turn: Turn, argument: str) -> None:
    """ "Tiếp tục", typed anywhere."""
    del argument
    units = units_where(turn.who, Permission.FILL)
    drafts = [draft for unit in units for draft in acts.drafts(turn.tx, turn.who, unit)]
    if not drafts:
        home.greet(turn, say.NOTHING_OPEN)
        return
    # What one holds oneself before what others touched later.
    draft = max(drafts, key=lambda found: (found.holder == turn.who.id, found.updated_at))
    unit = next(unit for unit in units if unit.id == draft.unit)
    period = None if draft.period is None else periods.get(turn.tx, draft.period)
    title = home.title_of(turn, draft, period)
    submission.begin(turn, draft.id, say.RESUMED.format(title=title, unit=unit.name))


HANDLER = Handler(
    name="resume",
    permission=Permission.FILL,
    words_anywhere=words.CONTINUE_WORDS,
    command="tieptuc",
    open=open_,
)
