"""Gathers which answers khóm left to the ward, and how each stands in what was sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from bot.domain.entrustments import Entrusted, Entrustment, Value
from bot.domain.submissions import Empty, Revision, SubmissionId
from exports.data import EntrustedAnswer, Entry, FiledRecord, FormColumn
from storage.transaction import Transaction

ENTRIES = {
    Entrusted.ENTERED: Entry.UNCONFIRMED,
    Entrusted.CONFIRMED: Entry.CONFIRMED,
    Entrusted.DISPUTED: Entry.DISPUTED,
}


def entrusted_answers(
    tx: Transaction, sent: Sequence[tuple[FiledRecord, Mapping[str, FormColumn]]]
) -> tuple[EntrustedAnswer, ...]:
    """For each record with its columns by name, what was left to the ward; what the khóm answered itself is not."""
    records = {record.revision.submission: (record, columns) for record, columns in sent}
    return tuple(_answers(tx.entrustments.of(*records), records))


def _answers(
    found: Sequence[Entrustment], records: Mapping[SubmissionId, tuple[FiledRecord, Mapping[str, FormColumn]]]
) -> Iterator[EntrustedAnswer]:
    for one in found:
        record, columns = records[one.submission]
        column = columns.get(one.question)
        entry = _entry(one, record.revision)
        if column is None or entry is None:
            continue
        yield EntrustedAnswer(
            record=record,
            column=column,
            entry=entry,
            asked_at=one.asked_at,
            entered_by=one.entered_by_name,
            entered_at=one.entered_at,
            has_file=bool(one.source),
        )


def _entry(one: Entrustment, revision: Revision) -> Entry | None:
    """How it stands in the revision; None where the khóm's own answer stands there."""
    sent = _value(revision, one.question)
    is_left = sent == Value(empty=Empty.UNKNOWN)
    if one.state is Entrusted.OWN:
        return None
    if one.state is Entrusted.ASKED:
        return Entry.OPEN if is_left else None
    if sent == one.entered:
        return ENTRIES[one.state]
    return Entry.NOT_SENT if is_left else None


def _value(revision: Revision, name: str) -> Value | None:
    if name in revision.empties:
        return Value(empty=revision.empties[name])
    text = revision.values.get(name)
    return Value(text=text) if isinstance(text, str) else None
