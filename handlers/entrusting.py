"""A khóm sends a file where no question asks for one, and leaves answers to the ward.

What is said here stands above the next question; `handlers/interview.py` goes on with it.
"""

from __future__ import annotations

from dataclasses import replace

from bot.actions import entrusting as acts
from bot.actions import people
from bot.actions.filling import Interview
from bot.conversation import cards, entering_cards, entrusting_cards
from bot.conversation.turn import Turn
from bot.domain.entrustments import WHOLE
from bot.messages import Attachment, Reply
from bot.texts import entrusting as say
from forms.entrusting import is_untouched
from forms.labels import short_label
from forms.prompt import Accepts, Prompt
from handlers import home

TAKE_FILES = frozenset({Accepts.PHOTO, Accepts.FILE, Accepts.CODE})
READING_OVER = frozenset({"review", "give_up"})
"""The interview's modes in which no question is open."""
KEPT = "kept"
"""In the session's place: whether files were sent with this submission, so that the ways to leave it are offered."""
ALBUM = "album"
"""In the session's place: the album whose photos are coming in, and the question for which they are kept."""


def take_files(turn: Turn, interview: Interview) -> str | None:
    """Keep files that no question asks for; what is to be said above the open card.

    None: nothing was kept, or words came with it that are still to be heard. Blank: the rest of an album.
    """
    files = tuple(file for file in turn.incoming.attachments if file.kind.is_file and file.digest)
    prompt = _open_question(turn, interview)
    is_asked_for = prompt is not None and prompt.accepts in TAKE_FILES
    if not files or is_asked_for or interview.is_trial or not acts.takes(interview, files):
        return None
    place, album = turn.session.place, turn.incoming.album
    goes_on = bool(album) and place.get(ALBUM, ("", ""))[0] == album
    key = place[ALBUM][1] if goes_on else _key(interview, prompt)
    acts.enclose(turn.tx, turn.who, interview, files=files, key=key, at=turn.now)
    place |= {KEPT: True, ALBUM: [album, key]}
    if goes_on:
        return ""
    if not turn.incoming.text.strip():
        return _said(turn, interview, prompt, files)
    turn.incoming = replace(turn.incoming, attachments=())
    wording = say.KEPT_WITH_REVIEW if key == WHOLE else say.KEPT_WITH_ANSWER
    turn.say(Reply(text=wording.format(files=entrusting_cards.counted(files), label=_label(interview, prompt))))
    return None


def has_files(turn: Turn, interview: Interview) -> bool:
    """Whether files were sent with this submission before."""
    return acts.has_files(turn.tx, interview)


def with_ways(turn: Turn, interview: Interview, prompt: Prompt, question: Reply) -> Reply:
    """The question, with the ways to leave it to the ward where something was sent from which it can be read."""
    if not turn.session.place.get(KEPT) or not acts.can_leave(interview, prompt.key):
        return question
    whole_first, just_sent = is_untouched(interview.filling.state), bool(turn.incoming.attachments)
    alone = bool(turn.session.place.get("fixing"))
    return entrusting_cards.with_ways(question, whole_first=whole_first, just_sent=just_sent, alone=alone)


def leave(turn: Turn, interview: Interview) -> str:
    """The open question is left to the ward."""
    prompt = interview.filling.prompt()
    if prompt is None or not acts.can_leave(interview, prompt.key):
        return say.NOT_HERE
    nothing_before = not _left_before(turn, interview)
    acts.leave(turn.tx, turn.who, interview, prompt.key, turn.now)
    turn.settle(cards.settled(prompt, say.MARK_ASKED))
    if nothing_before:
        tell_ward(turn, interview)
    return say.LEFT.format(label=_label(interview, prompt))


def leave_rest(turn: Turn, interview: Interview) -> str:
    """All that nobody has answered is left to the ward."""
    if not acts.is_allowed(interview):
        return say.NOT_HERE
    prompt = interview.filling.prompt()
    nothing_before = not _left_before(turn, interview)
    names = acts.leave_rest(turn.tx, turn.who, interview, turn.now)
    if prompt is not None:
        turn.settle(prompt.label)
    if names and nothing_before:
        tell_ward(turn, interview)
    return say.LEFT_REST.format(count=len(names)) if names else say.LEFT_NONE


def stays_left(turn: Turn, interview: Interview) -> bool:
    """Whether "giữ nguyên" is said of a question that lies with the ward: then it stays there."""
    prompt = interview.filling.prompt()
    return prompt is not None and not interview.is_trial and acts.is_left(turn.tx, interview, prompt.key)


def sent(turn: Turn, interview: Interview) -> None:
    """The report was sent: the ward is told if it has something to enter."""
    count = acts.count_left(turn.tx, interview)
    if count:
        title = _title(turn, interview)
        _tell(turn, interview, say.NOTICE_SENT.format(unit=interview.unit.name, title=title, count=count))


def tell_ward(turn: Turn, interview: Interview) -> None:
    """Its officers are told that something is left to them."""
    text = say.NOTICE.format(unit=interview.unit.name, name=turn.who.name, title=_title(turn, interview))
    _tell(turn, interview, text)


def _tell(turn: Turn, interview: Interview, text: str) -> None:
    if interview.is_trial:
        return
    for officer in people.officers_over(turn.tx, interview.unit, turn.today):
        turn.tell(officer.id, entering_cards.notice(text, interview.submission.id))


def _left_before(turn: Turn, interview: Interview) -> bool:
    return not interview.is_trial and acts.count_left(turn.tx, interview) > 0


def _open_question(turn: Turn, interview: Interview) -> Prompt | None:
    return None if turn.session.place["mode"] in READING_OVER else interview.filling.prompt()


def _key(interview: Interview, prompt: Prompt | None) -> str:
    """For which question a file is kept; whoever begins with one has photographed the paper report."""
    if prompt is None or is_untouched(interview.filling.state) or not acts.can_leave(interview, prompt.key):
        return WHOLE
    return prompt.key


def _said(turn: Turn, interview: Interview, prompt: Prompt | None, files: tuple[Attachment, ...]) -> str:
    if prompt is None:
        return say.KEPT_WITH_REVIEW.format(files=entrusting_cards.counted(files))
    return entrusting_cards.kept(
        prompt,
        _label(interview, prompt),
        files,
        turn.who.called,
        whole=_key(interview, prompt) == WHOLE,
        can_leave=acts.can_leave(interview, prompt.key),
    )


def _label(interview: Interview, prompt: Prompt | None) -> str:
    return "" if prompt is None else short_label(interview.form, interview.form.by_name[prompt.name]).rstrip(" ?:.")


def _title(turn: Turn, interview: Interview) -> str:
    return home.title_of(turn, interview.submission, interview.period)
