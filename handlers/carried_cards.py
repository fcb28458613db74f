"""How a case of an earlier period, and the list of them, look as replies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.actions.carried_cases import Case
from bot.clock import local_date
from bot.conversation import cards as filling_cards
from bot.conversation.cards import HELP, LINES_IN_ROW
from bot.domain.carrying import Reason, Standing
from bot.messages import Choice, Reply
from bot.texts import carrying as say
from bot.texts import conversation, dates, interview
from forms.prompt import ReviewLine

WORTH_ALL = 2
"""Cases that wait from which on one tap for all of them saves something."""


def card(case: Case, *, place: int, count: int, waiting: int, before: str = "") -> Reply:
    """One case: how is it now?"""
    since = dates.day(local_date(case.last.created_at))
    present = say.PRESENT.format(state=state(case)) if _has_answer(case) else ""
    return Reply(
        heading="\n".join(filter(None, (before, say.HEADING.format(place=place, count=count)))),
        text=say.CARD.format(named=case.named),
        hint="\n".join(filter(None, (say.WHICH.format(code=case.code, since=since), present))),
        rows=(
            (Choice(id="keep", label=say.KEEP, main=True),),
            (Choice(id="change", label=say.CHANGE),),
            (Choice(id="close", label=say.CLOSE),),
            *(((_way("keep_all", say.KEEP_ALL),),) if waiting >= WORTH_ALL else ()),
            (_way("details", say.DETAILS), _way("list", interview.REVIEW)),
            (*((_way("back", interview.BACK),) if place > 1 else ()), _way("later", interview.LATER), HELP),
        ),
    )


def reasons(case: Case) -> Reply:
    """Why is it over?"""
    rows = tuple((Choice(id=f"reason{place}", label=say.REASONS[reason]),) for place, reason in enumerate(Reason))
    ways = (_way("again", interview.BACK), _way("later", interview.LATER), HELP)
    return Reply(heading=named(case), text=say.ASK_REASON, hint=say.REASON_HINT, rows=(*rows, ways))


def own_words() -> Reply:
    """The reason in words of one's own."""
    ways = (_way("again", interview.BACK), _way("later", interview.LATER), HELP)
    return Reply(text=say.ASK_WORDS, hint=say.WORDS_HINT, rows=(ways,))


def listing(cases: Sequence[Case], *, unit: str, period: str, before: str, goes_on: bool) -> Reply:
    """All cases with what is said of them, each to be opened by its number."""
    title = say.LIST.format(unit=unit, period=period)
    lines = [
        say.LIST_LINE.format(number=number, named=case.named, code=case.code, state=state(case))
        for number, case in enumerate(cases, start=1)
    ]
    numbers = [_way(f"case{number}", str(number)) for number in range(1, len(cases) + 1)]
    rows = [tuple(numbers[start : start + LINES_IN_ROW]) for start in range(0, len(numbers), LINES_IN_ROW)]
    waiting = sum(case.standing is Standing.UNCONFIRMED for case in cases)
    last = _way("later", say.GO_ON if goes_on else conversation.HOME)
    return Reply(
        text="\n\n".join(filter(None, (before, "\n".join((title, *lines))))),
        hint=say.LIST_HINT,
        rows=(*rows, *(((_way("keep_all", say.KEEP_ALL),),) if waiting >= WORTH_ALL else ()), (last, HELP)),
    )


def state(case: Case) -> str:
    """What is said of the case in this period, in a few words."""
    if case.draft is not None:
        return say.STATE_CHANGING
    if case.closing is not None:
        return say.STATE_WITH_REASON.format(state=say.STATES[case.standing], reason=say.reason(case.closing))
    return say.standing(case.standing, is_changed=case.is_changed)


def kept_all(kept: Sequence[Case], left: Sequence[Case]) -> str:
    """What one tap for all of them kept, and what it did not."""
    said = ((say.KEPT_ALL, kept), (say.LEFT, left))
    return "\n".join(
        wording.format(
            count=len(cases),
            lines="\n".join(say.LEFT_LINE.format(named=case.named, code=case.code) for case in cases),
        )
        for wording, cases in said
        if cases
    )


def named(case: Case) -> str:
    """The household, as a line of its own."""
    return say.NAMED.format(named=case.named, code=case.code)


def answers(lines: Sequence[ReviewLine]) -> str:
    """All that is recorded, also what is masked elsewhere."""
    return filling_cards.listing([replace(line, private=False) for line in lines])


def _has_answer(case: Case) -> bool:
    return case.standing is not Standing.UNCONFIRMED or case.draft is not None


def _way(action: str, label: str) -> Choice:
    return Choice(id=action, label=label, way_out=True)
