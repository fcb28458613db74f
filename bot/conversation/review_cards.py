"""What there is to read over before it is sent, or after."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation import cards
from bot.conversation.cards import way
from bot.messages import Choice, Reply
from bot.texts import interview as say
from forms.prompt import ReviewLine


def review(
    lines: Sequence[ReviewLine],
    *,
    sent: bool,
    changed: bool,
    withdrawable: bool,
    understood: str = "",
    problem: str = "",
    copy: Choice | None = None,
) -> Reply:
    """All answers by section, each with the number under which it can be corrected; `understood` as in a question.

    `sent`: the ward has it; `changed`: but not as it stands here.
    """
    numbers = [way(f"line{line.number}", str(line.number)) for line in lines]
    rows = [tuple(numbers[start : start + cards.LINES_IN_ROW]) for start in range(0, len(numbers), cards.LINES_IN_ROW)]
    last = (way("later", say.LATER), cards.HELP)
    more = (*((way("give_up", say.GIVE_UP),) if withdrawable else ()), *((copy,) if copy else ()))
    title = (say.REVIEW_TITLE_CORRECTING if changed else say.REVIEW_TITLE_SENT) if sent else say.REVIEW_TITLE
    send = Choice(id="send", label=say.SEND, way_out=True, main=True)
    # What the ward has as it stands is not sent again: the officer would look for what is new in it.
    as_sent = sent and not changed
    return Reply(
        heading=understood,
        text="\n\n".join(filter(None, (title, problem, cards.listing(lines, compared=True, numbered=True)))),
        hint=_review_hint(lines, as_sent=as_sent),
        rows=(*(() if as_sent else ((send,),)), *rows, last, *((more,) if more else ())),
    )


def _review_hint(lines: Sequence[ReviewLine], *, as_sent: bool) -> str:
    if any(line.problem for line in lines):
        return say.REVIEW_HINT_PROBLEM
    hidden = say.REVIEW_HINT_PRIVATE if any(line.private and line.shown for line in lines) else ""
    return " ".join(filter(None, (say.REVIEW_HINT_SENT if as_sent else say.REVIEW_HINT, hidden)))
