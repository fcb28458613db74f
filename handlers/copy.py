"""A sent report as a text that can be passed on, to the neighbourhood's Zalo group for example."""

from __future__ import annotations

from bot.actions import copies
from bot.actions.copies import CopyForm, NoCopy, ReportCopy, Why
from bot.actions.filling import Interview
from bot.conversation import cards
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME, ONLY_HOME
from bot.domain.access import Permission
from bot.domain.errors import Invalid
from bot.domain.submissions import Status, SubmissionId
from bot.messages import Choice, Reply
from bot.texts import report as words

NAME = "copy"


def offer(interview: Interview) -> Choice | None:
    """The button that asks for a copy of a report, while its figures are those that the ward has."""
    changed = interview.submission.status is Status.DRAFT or copies.differs(interview)
    return None if changed else offer_sent(interview)


def offer_sent(interview: Interview) -> Choice | None:
    """The same of a report that has just been sent; a household in need, or a good deed, is nobody's news."""
    if interview.is_trial or not interview.submission.is_report:
        return None
    return Choice(id=f"@{NAME}:{interview.submission.id}", label=words.COPY_LABEL, way_out=True)


def open_(turn: Turn, argument: str) -> None:
    """ "@copy:12"; typed without a number the report that was sent last. The open question stays as it is."""
    submission = which(turn, argument)
    if submission is None:
        return
    found = copies.copy_of(turn.tx, turn.who, submission, turn.now)
    if isinstance(found, NoCopy):
        _refuse(turn, found)
        return
    turn.say(Reply(text=_text(found), shareable=True))
    more = tuple(Choice(id=f"@{form}:{submission}", label=words.COPY_FORMS[form], way_out=True) for form in CopyForm)
    turn.say(Reply(text=words.COPY_HINT, rows=(more, (HOME,))))


def make(turn: Turn, argument: str, form: CopyForm) -> None:
    """The same as a picture or a file: it is made after the turn."""
    submission = which(turn, argument)
    if submission is None:
        return
    refused = copies.request(turn.tx, turn.who, submission, form, to=turn.incoming.address, at=turn.now)
    if refused is not None:
        _refuse(turn, refused)
    else:
        turn.say(Reply(text=words.COPY_COMING[form]))


def which(turn: Turn, argument: str) -> SubmissionId | None:
    """The named submission, or the report that was sent last; None once the person is told that there is none."""
    if argument and not is_key(argument):
        raise Invalid("draft")
    wanted = SubmissionId(int(argument)) if argument else copies.newest(turn.tx, turn.who)
    if wanted is None:
        _refuse(turn, NoCopy(why=Why.NOT_SENT))
    return wanted


def _text(copy: ReportCopy) -> str:
    return "\n\n".join((copy.head, cards.listing(copy.lines)))


def _refuse(turn: Turn, refused: NoCopy) -> None:
    turn.say(Reply(text=words.COPY_REFUSED[refused.why].format(code=refused.code), rows=ONLY_HOME))


HANDLER = Handler(
    name=NAME,
    permission=Permission.FILL,
    words=words.COPY_WORDS,
    words_anywhere=(words.COPY_LABEL,),
    open=open_,
)
