"""Who looks on: that nothing breaks behind the scenes, and that nothing which was acknowledged is lost."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from typing import Any

from structlog.testing import capture_logs

from bot.domain.entrustments import ENTERABLE, Entrustment
from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.domain.submissions import Revision, Submission, SubmissionId
from forms.entrusting import value_at
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All that is filled in, at one moment."""

    submissions: Mapping[SubmissionId, Submission]
    sent: Mapping[SubmissionId, Sequence[Revision]]
    left: Mapping[SubmissionId, Mapping[str, Entrustment]]
    """What was ever left to the ward to enter, by key."""
    answers: int
    """How many answers the audit log knows."""

    @classmethod
    def read(cls, tx: Transaction) -> Kept:
        """What is committed."""
        submissions, sent, left, answers = {}, {}, {}, 0
        for number in count(1):
            id = SubmissionId(number)
            try:
                submissions[id] = tx.submissions.get(id)
            except Missing:
                break
            sent[id] = tx.submissions.revisions(id)
            left[id] = {one.key: one for one in tx.entrustments.of(id)}
            answers += sum(entry.action == "answered" for entry in tx.audit.about(f"submission:{id}"))
        return cls(submissions=submissions, sent=sent, left=left, answers=answers)

    def values(self) -> Mapping[SubmissionId, Mapping[str, str]]:
        """What was answered, or why there is no answer; nothing else."""
        return {
            id: submission.filling.get("values", {}) | submission.filling.get("empties", {})
            for id, submission in self.submissions.items()
        }

    def follows(self, before: Kept, by: PersonId | None) -> None:
        """Fails if what has changed since then is not what one person may change. None: nobody has done anything."""
        assert before.submissions.keys() <= self.submissions.keys(), "a submission is gone"
        for id, revisions in before.sent.items():
            assert self.sent[id][: len(revisions)] == revisions, f"what was sent has changed: {id}"
        was = before.values()
        for id, values in self.values().items():
            if was.get(id) != values:
                assert by is not None, f"answers of {id} have changed by themselves: {was.get(id)} to {values}"
                if self.submissions[id].author != by:
                    self._is_entered_for(id, before, by)

    def _is_entered_for(self, id: SubmissionId, before: Kept, by: PersonId) -> None:
        """Fails if what has changed in somebody else's submission was not left to the ward, which enters it."""
        was, now = before.values().get(id, {}), self.values()[id]
        assert id in before.submissions, f"{by} has begun {id} for somebody else"
        assert before.submissions[id].author == self.submissions[id].author, f"{by} has taken {id} away"
        changed = {key for key in was.keys() | now.keys() if was.get(key) != now.get(key)}
        # What is worked out from an answer changes with it, and what it opens is left to the ward too.
        changed -= self.submissions[id].filling.get("computed", {}).keys()
        changed -= self.left[id].keys() - before.left[id].keys()
        state = before.submissions[id].filling
        for key in changed:
            one = before.left[id].get(key)
            assert one is not None, f"{by} has changed what {id} of somebody else says: {key}"
            assert one.standing(value_at(state, key)) in ENTERABLE, f"{by} has overwritten {key} of {id}"
            assert self.left[id][key].entered_by == by, f"{by} has changed {key} of {id} without a trace"


class Witness:
    """Hears everything that is logged as a warning or worse."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._events: Sequence[Mapping[str, Any]] = self._stack.enter_context(capture_logs())
        self._records = _Records()
        logging.getLogger().addHandler(self._records)

    def saw_nothing(self) -> None:
        """Fails if anything was logged that need not be."""
        logged = [event for event in self._events if not _must_be(event)]
        assert not logged, f"logged: {logged}"
        assert not self._records.heard, f"logged: {self._records.heard}"

    def leaves(self) -> None:
        """Hear no more."""
        logging.getLogger().removeHandler(self._records)
        self._stack.close()


def _must_be(event: Mapping[str, Any]) -> bool:
    """Zalo lets nobody write to who was silent for a week; and between two steps the bot may stand still for long."""
    poll_ended = event["event"].endswith("poll failed") and "TimeoutError" in event.get("problem", "")
    return poll_ended or event.get("problem") == "window_shut"


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # The reason too: a traceback says more than its last line.
        self.heard.append(logging.Formatter().format(record))
