"""A head wants to be reminded again on the next working day; whatever is open stays open."""

from __future__ import annotations

from bot.actions.putting_off import put_off
from bot.conversation.handler import Handler
from bot.conversation.reminder_cards import weekday
from bot.conversation.turn import Turn
from bot.conversation.way_home import ONLY_HOME
from bot.domain.access import Permission
from bot.messages import Reply
from bot.texts import dates
from bot.texts import reminders as words
from handlers import home


def open_(turn: Turn, argument: str) -> None:
    """The button below a reminder."""
    del argument
    is_wanted, day = put_off(turn.tx, turn.who, turn.now)
    who = turn.who.called
    if day is not None:
        text = words.PUT_OFF.by(who, weekday=weekday(day), day=dates.day(day))
    else:
        text = words.NO_DAY_LEFT if is_wanted else words.ALL_SENT.by(who)
    if turn.session.is_free:
        home.greet(turn, text)
    else:
        # The question above keeps its buttons, and takes what is typed.
        turn.say(Reply(text=text, rows=ONLY_HOME))


HANDLER = Handler(name="snooze", permission=Permission.FILL, open=open_)
