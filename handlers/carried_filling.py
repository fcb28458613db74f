"""After the change of a case that was carried forward: on to the next one."""

from __future__ import annotations

from bot.actions import carried_cases, carrying
from bot.actions.filling import Interview
from bot.conversation.turn import Turn
from bot.domain.carrying import Reason
from bot.domain.periods import ReportingPeriod
from bot.messages import Reply
from bot.texts import carrying as say


def go_on(turn: Turn, interview: Interview, period: ReportingPeriod) -> None:
    """The next case that waits, or what is there to do after the last one."""
    turn.open(f"@carried:{period.id}:{interview.unit.id}")


def without_consent(turn: Turn, interview: Interview, period: ReportingPeriod) -> None:
    """The household wants to be left out from now on: the case is over."""
    code = interview.submission.case_code
    case = carried_cases.case(turn.tx, turn.who, interview.unit, period, code)
    carrying.close(turn.tx, turn.who, case, case.version, reason=Reason.CONSENT_WITHDRAWN, words="", at=turn.now)
    turn.say(Reply(text=say.CONSENT_WITHDRAWN.format(code=code)))
    go_on(turn, interview, period)
