"""What a khóm does instead of typing: it sends a photo, a recording or a file, and leaves the answer to the ward."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.actions import filling as acts
from bot.actions import forms as published
from bot.actions.filling import Interview
from bot.domain.entrustments import WHOLE, Entrusted, Entrustment
from bot.domain.people import Person
from bot.domain.submissions import FillingState
from bot.messages import Attachment, AttachmentKind
from bot.texts import entrusting as say
from forms import entrusting as engine
from forms.entrusting import Left
from forms.filling import Filling
from forms.prompt import ReviewLine
from storage.transaction import Transaction

PICTURES = frozenset({AttachmentKind.PHOTO, AttachmentKind.VIDEO})
SETTLED_BY_A_WORD = frozenset({Entrusted.ENTERED, Entrusted.DISPUTED})
"""What is over as soon as somebody of the khóm answers the question again."""


def is_allowed(interview: Interview) -> bool:
    """Whether files and entrusted answers are taken: nothing of a household before it has consented."""
    consent = published.shipped(interview.submission.family).consent
    if consent is None:
        return True
    question, value = consent
    return engine.value_of(interview.form, interview.filling.state, question) == value


def takes(interview: Interview, files: Iterable[Attachment]) -> bool:
    """Whether these files are kept where no question asks for them."""
    if not is_allowed(interview):
        return False
    if not any(file.kind in PICTURES or file.mime.startswith("image/") for file in files):
        return True
    return not engine.photos_wait(interview.form, interview.filling.state, interview.around)


def can_leave(interview: Interview, key: str) -> bool:
    """Whether the ward could give this answer."""
    state = interview.filling.state
    return is_allowed(interview) and engine.can_be_left(interview.form, state, interview.around, key)


def enclose(
    tx: Transaction, person: Person, interview: Interview, *, files: Iterable[Attachment], key: str, at: datetime
) -> None:
    """Keep the files with the question, or with the whole report (WHOLE)."""
    acts.require_writable(person, interview)
    subject = f"submission:{interview.submission.id}"
    for file in files:
        digest = file.digest or ""
        tx.enclosures.add(interview.submission.id, key, digest, person.id, at)
        tx.audit.record(at, person.id, "enclosed", subject, {"question": _name(interview, key), "file": digest})


def leave(tx: Transaction, person: Person, interview: Interview, key: str, at: datetime) -> Sequence[str]:
    """Leave the question to the ward and go on; which questions were left, by name."""
    left = engine.leave(interview.form, interview.filling.state, interview.around, key)
    return _keep(tx, person, interview, left, at)


def leave_rest(tx: Transaction, person: Person, interview: Interview, at: datetime) -> Sequence[str]:
    """Leave all that is still open to the ward; which questions were left, by name."""
    left = engine.leave_rest(interview.form, interview.filling.state, interview.around)
    return _keep(tx, person, interview, left, at)


def has_files(tx: Transaction, interview: Interview) -> bool:
    """Whether anything was sent with it."""
    return bool(tx.enclosures.of(interview.submission.id))


def is_left(tx: Transaction, interview: Interview, key: str) -> bool:
    """Whether the ward is still to enter it."""
    if engine.value_at(interview.filling.state, key) != engine.LEFT:
        return False
    return any(one.key == key and one.state is Entrusted.ASKED for one in tx.entrustments.of(interview.submission.id))


def count_left(tx: Transaction, interview: Interview) -> int:
    """How many answers the ward is still to enter."""
    state = interview.filling.state
    entrustments = tx.entrustments.of(interview.submission.id)
    return sum(one.standing(engine.value_at(state, one.key)) is Entrusted.ASKED for one in entrustments)


def answered_again(tx: Transaction, person: Person, interview: Interview, key: str, at: datetime) -> None:
    """Somebody of the khóm has answered a question anew: that is his word on what the ward had entered."""
    if interview.is_trial:
        return
    for one in tx.entrustments.of(interview.submission.id):
        if one.key != key or one.state in {Entrusted.OWN, Entrusted.CONFIRMED}:
            continue
        stands = engine.value_at(interview.filling.state, key) == one.entered
        right = one.state in SETTLED_BY_A_WORD and stands
        tx.entrustments.settle(one.submission, key, Entrusted.CONFIRMED if right else Entrusted.OWN, person.id, at)


def review(tx: Transaction, interview: Interview) -> list[ReviewLine]:
    """The lines to read over, with what was left to the ward, and what the ward has entered, marked as such."""
    lines = interview.filling.review()
    if interview.is_trial:
        return lines
    return marked(lines, tx.entrustments.of(interview.submission.id), interview.filling.state)


def marked(lines: Sequence[ReviewLine], entrustments: Sequence[Entrustment], state: FillingState) -> list[ReviewLine]:
    """The lines with their marks."""
    marks = {one.key: MARKS.get(one.standing(engine.value_at(state, one.key)), "") for one in entrustments}
    return [
        replace(line, shown=mark.format(shown=line.shown)) if (mark := marks.get(line.key)) else line for line in lines
    ]


def _keep(tx: Transaction, person: Person, interview: Interview, left: Left, at: datetime) -> Sequence[str]:
    interview.filling = Filling(interview.form, left.state, interview.around)
    names = list(left.questions.values())
    if interview.is_trial:
        return names
    acts.keep(tx, person, interview, at)
    for key, name in left.questions.items():
        tx.entrustments.ask(interview.submission.id, key, name, person.id, at)
    if names:
        subject = f"submission:{interview.submission.id}"
        tx.audit.record(at, person.id, "entrusted", subject, {"questions": names})
    return names


def _name(interview: Interview, key: str) -> str:
    if key == WHOLE:
        return WHOLE
    return next((line.name for line in interview.filling.review() if line.key == key), WHOLE)


MARKS: Mapping[Entrusted, str] = {
    Entrusted.ASKED: say.MARK_ASKED,
    Entrusted.ENTERED: say.MARK_ENTERED,
    Entrusted.CONFIRMED: say.MARK_CONFIRMED,
    Entrusted.DISPUTED: say.MARK_DISPUTED,
}
"""How a line of the review says it; an own answer needs no mark."""
