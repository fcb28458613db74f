"""Who looks on: that nothing breaks behind the scenes, and that nothing which was acknowledged is lost."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import count
from typing import Any

from structlog.testing import capture_logs

from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.domain.submissions import Revision, Submission, SubmissionId
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """All that is filled in, at one moment."""

    submissions: Mapping[SubmissionId, Submission]
    sent: Mapping[SubmissionId, Sequence[Revision]]
    answers: int
    """How many answers the audit log knows."""

    @classmethod
    def read(cls, tx: Transaction) -> Kept:
        """What is committed."""
        submissions, sent, answers = {}, {}, 0
        for number in count(1):
            id = SubmissionId(number)
            try:
                submissions[id] = tx.submissions.get(id)
            except Missing:
                break
            sent[id] = tx.submissions.revisions(id)
            answers += sum(entry.action == "answered" for entry in tx.audit.about(f"submission:{id}"))
        return cls(submissions=submissions, sent=sent, answers=answers)

    def values(self) -> Mapping[SubmissionId, object]:
        """What was answered, nothing else."""
        return {id: submission.filling.get("values", {}) for id, submission in self.submissions.items()}

    def follows(self, before: Kept, by: PersonId | None) -> None:
        """Fails if what has changed since then is not what one person may change. None: nobody has done anything."""
        assert before.submissions.keys() <= self.submissions.keys(), "a submission is gone"
        for id, revisions in before.sent.items():
            assert self.sent[id][: len(revisions)] == revisions, f"what was sent has changed: {id}"
        was = before.values()
        for id, values in self.values().items():
            if was.get(id) != values:
                assert by is not None, f"answers of {id} have changed by themselves: {was.get(id)} to {values}"
                assert self.submissions[id].author == by, f"{by} has changed what {id} of somebody else says"


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
