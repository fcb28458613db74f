"""The pictures, sounds and films of a form: which it needs, which are there, and which come from the version before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from bot.actions import forms
from bot.clock import local_date
from bot.conversation.media_types import MEGABYTE, MOST_BYTES_TOGETHER, SHOWN_AS, fit
from bot.domain.errors import BotError, Conflict, Invalid
from bot.domain.people import Person
from bot.messages import Attachment, AttachmentKind
from forms.media import MediaKind, Medium, same_name
from storage.queries.media import SentMedium
from storage.queries.proposals import Proposal, ProposalStatus
from storage.transaction import Transaction

Files = Mapping[str, Attachment]
"""Kept files by the name that the form gives them."""
NO_FILES: Files = MappingProxyType({})
SENDABLE = frozenset({ProposalStatus.OPEN, ProposalStatus.READY})
"""While a workbook waits, files may come for it."""
RESUMED = frozenset({*SENDABLE, ProposalStatus.REFUSED, ProposalStatus.FAILED})
"""Whoever mends a workbook need not send its files again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What a form that is to be published shows, as far as its files are there."""

    files: Files
    missing: tuple[Medium, ...]


@dataclass(slots=True, kw_only=True)
class Arrived:
    """What became of files that were sent for a proposal, each by the name under which it was sent."""

    taken: list[str] = field(default_factory=list)
    problems: list[BotError] = field(default_factory=list)


def gathered(tx: Transaction, proposal: Proposal, at: datetime) -> Gathered:
    """The proposal's files: those that were sent for it, and those of the version in force with the same names."""
    wanted = forms.parsed_text(proposal.xform).media
    return with_those_in_force(tx, wanted, tx.media.of_proposal(proposal.id), proposal.family, at)


def with_those_in_force(tx: Transaction, wanted: Sequence[Medium], sent: Files, family: str, at: datetime) -> Gathered:
    """What was sent, and what was not from the version in force: who changes a question sends no files anew."""
    if not wanted:
        return Gathered(files={}, missing=())
    found = chosen(wanted, sent, _in_force(tx, family, at))
    return Gathered(files=found, missing=tuple(one for one in wanted if one.name not in found))


def chosen(wanted: Iterable[Medium], *sources: Files) -> dict[str, Attachment]:
    """For every file that a form names the first of its kind that is there under this name."""
    found: dict[str, Attachment] = {}
    for medium in wanted:
        for files in sources:
            fitting = (file for name, file in files.items() if same_name(name, medium.name))
            file = next((file for file in fitting if file.kind is SHOWN_AS[medium.kind]), None)
            if file is not None:
                found.setdefault(medium.name, file)
    return found


def _in_force(tx: Transaction, family: str, at: datetime) -> Files:
    current = tx.forms.in_force(family, local_date(at)) if family else None
    return {} if current is None else tx.media.of_form(current)


def waiting_for_files(tx: Transaction, by: Person) -> Proposal:
    """The workbook for which somebody may send files now; Conflict("media_without_form") if there is none."""
    found = tx.proposals.latest_of(by.id)
    if found is None or found.status not in SENDABLE:
        raise Conflict("media_without_form")
    return found


def carry_over(tx: Transaction, proposal: Proposal, before: Proposal | None) -> None:
    """The files that came with the person's last workbook stay, if that one has not been settled."""
    if before is not None and before.status in RESUMED:
        tx.media.carry_over(before.id, proposal.id)


def settle(tx: Transaction, proposal: Proposal, sent: Sequence[SentMedium], at: datetime) -> Arrived:
    """Match what was sent, and looked at, with what the form names; what cannot be used is refused with a reason."""
    arrived = Arrived()
    for one in sent:
        try:
            file = _matched(tx, proposal, one.file, at)
            _require_room(tx, proposal, file, at)
        except BotError as problem:
            tx.media.refused(one.id)
            arrived.problems.append(problem)
        else:
            tx.media.taken(one.id, file)
            arrived.taken.append(file.name)
    return arrived


def _matched(tx: Transaction, proposal: Proposal, sent: Attachment, at: datetime) -> Attachment:
    """The file under the name that the form has for it."""
    if not sent.name:
        medium = _only_picture(gathered(tx, proposal, at).missing, sent)
        return fit(medium.kind, medium.name, sent)
    wanted = [one for one in forms.parsed_text(proposal.xform).media if same_name(one.name, sent.name)]
    if not wanted:
        raise Invalid("media_not_named", name=sent.name)
    return fit(wanted[0].kind, wanted[0].name, sent)


def _only_picture(missing: Sequence[Medium], sent: Attachment) -> Medium:
    """A photo that has lost its name can only be the one that is missing."""
    pictures = [one for one in missing if one.kind is MediaKind.IMAGE]
    if sent.kind is not AttachmentKind.PHOTO or len(pictures) != 1:
        raise Invalid("media_nameless")
    return pictures[0]


def _require_room(tx: Transaction, proposal: Proposal, file: Attachment, at: datetime) -> None:
    others = [one for name, one in gathered(tx, proposal, at).files.items() if name != file.name]
    require_room([*others, file])


def require_room(files: Collection[Attachment]) -> None:
    """Invalid("media_too_much") for more bytes than a form may bring along."""
    if sum(file.size or 0 for file in files) > MOST_BYTES_TOGETHER:
        raise Invalid("media_too_much", limit=MOST_BYTES_TOGETHER // MEGABYTE)
