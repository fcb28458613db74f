"""A workbook that an officer sent: taken, checked elsewhere, then published as a new version of a form, or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath

from bot.actions import form_media, forms, publishing
from bot.actions.form_media import Arrived, Gathered
from bot.clock import local_date
from bot.conversation import form_cards
from bot.domain.errors import Conflict, Invalid, Missing
from bot.domain.indicators import RATES
from bot.domain.people import Person
from bot.domain.submissions import PublishedForm
from bot.messages import Address, Attachment, Reply
from forms.differences import Difference, differences
from forms.files.bundle import BUNDLE
from forms.findings import Finding
from storage.queries.proposals import Proposal, ProposalStatus
from storage.transaction import Transaction

RATED = frozenset(name for rate in RATES for name in (rate.numerator, rate.denominator))
"""The questions that rates are computed from, by name."""
WORKBOOK_TYPES = (".xlsx", BUNDLE)
"""What may be sent in chat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A workbook that is in order, with everything that a decision about it needs."""

    proposal: Proposal
    in_force: PublishedForm
    differences: tuple[Difference, ...]
    next_start: date
    media: Gathered
    planned: tuple[PublishedForm, ...]
    """Versions that would be taken back by publishing at once."""


def propose(tx: Transaction, by: Person, file: Attachment, *, family: str, to: Address, at: datetime) -> Proposal:
    """Take a workbook that may become a new version; it is checked after the commit. `family` may be blank."""
    publishing.require_publisher(tx, by, local_date(at))
    if file.digest is None or PurePath(file.name).suffix.lower() not in WORKBOOK_TYPES:
        raise Invalid("no_workbook", name=file.name)
    before = tx.proposals.latest_of(by.id)
    proposal = tx.proposals.add(file.name, file.digest, family, by.id, to, at)
    form_media.carry_over(tx, proposal, before)
    tx.audit.record(at, by.id, "form_proposed", f"proposal:{proposal.id}", {"digest": file.digest})
    return proposal


def add_medium(tx: Transaction, by: Person, file: Attachment, at: datetime) -> Proposal:
    """Take a picture, sound or film for the person's workbook; it is looked at after the commit."""
    publishing.require_publisher(tx, by, local_date(at))
    proposal = form_media.waiting_for_files(tx, by)
    if file.digest is None:
        raise Invalid("file_lost")
    tx.media.add(proposal.id, file)
    tx.audit.record(at, by.id, "form_file_sent", f"proposal:{proposal.id}", {"digest": file.digest})
    return proposal


def ready(tx: Transaction, by: Person, proposal: int, at: datetime) -> Proposal:
    """The proposal, if it still waits for a decision; Conflict("proposal_settled") otherwise."""
    publishing.require_publisher(tx, by, local_date(at))
    found = tx.proposals.get(proposal)
    if found.status is not ProposalStatus.READY:
        raise Conflict("proposal_settled")
    return found


def name_family(tx: Transaction, by: Person, proposal: int, family: str, at: datetime) -> Proposal:
    """Say which form the workbook is a new version of."""
    found = ready(tx, by, proposal, at)
    if family not in tx.forms.families():
        raise Missing("form_family", family=family)
    publishing.require_fit(family, forms.parsed_text(found.xform))
    tx.proposals.name(proposal, family)
    return tx.proposals.get(proposal)


def decision(tx: Transaction, by: Person, proposal: Proposal, at: datetime) -> Decision:
    """What publishing the proposal would change."""
    ward = publishing.require_publisher(tx, by, local_date(at))
    current = forms.in_force(tx, proposal.family, local_date(at))
    found = differences(forms.parsed(current), forms.parsed_text(proposal.xform))
    return Decision(
        proposal=proposal,
        in_force=current,
        differences=found,
        media=form_media.gathered(tx, proposal, at),
        next_start=publishing.next_start(tx, ward, local_date(at)),
        planned=publishing.not_started(tx.forms.versions(proposal.family), local_date(at)),
    )


def publish_proposal(
    tx: Transaction, by: Person, proposal: int, at: datetime, *, at_once: bool
) -> publishing.Publication:
    """Make the workbook the next version: for everything from now on, or from the next period on."""
    ward = publishing.require_publisher(tx, by, local_date(at))
    found = ready(tx, by, proposal, at)
    if not found.family:
        raise Invalid("proposal_family")
    source = tx.proposals.source(proposal)
    media = form_media.gathered(tx, found, at)
    starts_on = None if at_once else publishing.next_start(tx, ward, local_date(at))
    published = publishing.publish(
        tx,
        family=found.family,
        title=found.title or forms.in_force(tx, found.family, local_date(at)).title,
        xform=found.xform,
        source=source,
        file_type=PurePath(found.name).suffix.lower(),
        starts_on=starts_on,
        by=by,
        at=at,
        media=media.files,
    )
    tx.proposals.published(proposal, published.form.id)
    return replace(published, missing=media.missing)


def drop(tx: Transaction, by: Person, proposal: int, at: datetime) -> None:
    """The workbook is not wanted."""
    ready(tx, by, proposal, at)
    tx.proposals.dropped(proposal)
    tx.audit.record(at, by.id, "form_dropped", f"proposal:{proposal}", {})


def card(
    tx: Transaction,
    by: Person,
    proposal: Proposal,
    at: datetime,
    *,
    warnings: Sequence[Finding] = (),
    arrived: Arrived | None = None,
) -> Reply:
    """The question that a workbook in order puts: which form is it, or what is to become of it.

    `arrived` says what became of files that came with it.
    """
    if not proposal.family:
        families = [(each.family, each.title) for each in publishing.families(tx, by, at)]
        return form_cards.which_family(proposal.id, proposal.name, families)
    found = decision(tx, by, proposal, at)
    return form_cards.ready(
        proposal=proposal.id,
        name=proposal.name,
        in_force=found.in_force,
        differences=found.differences,
        warnings=warnings,
        missing=found.media.missing,
        problems=arrived.problems if arrived else (),
        planned=found.planned,
        next_start=found.next_start,
        rated=RATED,
    )


def files_card(tx: Transaction, by: Person, proposal: Proposal, arrived: Arrived, at: datetime) -> Reply:
    """What became of files that came for a workbook, and what may be done with it now."""
    if not proposal.family:
        return card(tx, by, proposal, at, arrived=arrived)
    found = decision(tx, by, proposal, at)
    return form_cards.files(
        proposal=proposal.id,
        taken=arrived.taken,
        problems=arrived.problems,
        missing=found.media.missing,
        next_start=found.next_start,
    )
