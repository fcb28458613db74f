"""Versions of forms: who may publish them, from which day each counts, and taking a planned one back."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import forms
from bot.actions.form_media import NO_FILES, Files
from bot.clock import local_date
from bot.domain.access import Permission, require
from bot.domain.errors import Conflict, Invalid, Missing
from bot.domain.people import Person
from bot.domain.periods import PeriodKind, Span
from bot.domain.submissions import FormId, PublishedForm
from bot.domain.units import Unit
from bot.messages import Address
from forms.labels import choice_labels
from forms.media import Medium
from forms.xform import Form
from storage.transaction import Transaction

FORM_WORKBOOK = "form"
"""The kind of export that a published form is asked for with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A form with its versions, the newest first."""

    family: str
    title: str
    in_force: PublishedForm
    planned: tuple[PublishedForm, ...]
    """Versions that have not started yet."""
    versions: tuple[PublishedForm, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A new version, and the planned ones that it has replaced."""

    form: PublishedForm
    replaced: tuple[PublishedForm, ...]
    missing: tuple[Medium, ...] = ()
    """The pictures and sounds that it names and that are not there."""


def require_publisher(tx: Transaction, by: Person, day: date) -> Unit:
    """The ward whose forms these are; Refused unless the person may publish them.

    Forms are the installation's own: an officer of a second ward in it fills in what its first ward decides.
    """
    wards = tx.units.wards(day)
    if not wards:
        raise Missing("no_ward")
    require(by, Permission.PUBLISH_FORMS, wards[0])
    return wards[0]


def families(tx: Transaction, by: Person, at: datetime) -> list[Family]:
    """All forms that there are, with their versions."""
    require_publisher(tx, by, local_date(at))
    return [_family(tx, family, at) for family in tx.forms.families()]


def family_called(tx: Transaction, by: Person, family: str, at: datetime) -> Family:
    """One form with its versions; Missing("form_family") if there is none of that name."""
    require_publisher(tx, by, local_date(at))
    return _family(tx, family, at)


def request_workbook(tx: Transaction, by: Person, form: FormId, to: Address, at: datetime) -> PublishedForm:
    """Ask for a version as a workbook; it is made after the commit and sent to the address."""
    require_publisher(tx, by, local_date(at))
    published = tx.forms.get(form)
    request = tx.exports.request(FORM_WORKBOOK, {"form": form}, by.id, to, at)
    detail = {"what": FORM_WORKBOOK, "family": published.family, "version": published.version}
    tx.audit.record(at, by.id, "export_requested", f"export:{request}", detail)
    return published


def publish(
    tx: Transaction,
    *,
    family: str,
    title: str,
    xform: str,
    source: bytes,
    file_type: str,
    starts_on: date | None,
    by: Person | None,
    at: datetime,
    media: Files = NO_FILES,
) -> Publication:
    """Put a checked form in force from a day on, or (None) at once; `by` is None for the operator at the console.

    A version that is planned for that day or later is taken back: the newer version takes its place.
    """
    versions = versions_of(tx, family)
    require_fit(family, forms.parsed_text(xform))
    first_day = starts_on or date.min
    replaced = tuple(
        form
        for form in not_started(versions, local_date(at))
        if form.starts_on is not None and form.starts_on >= first_day
    )
    for form in replaced:
        tx.forms.withdraw(form.id, at)
    checksum = _checksum(source, xform, media)
    author = by.id if by else None
    published = tx.forms.publish(family, title, xform, source, file_type, checksum, at, by=author, starts_on=starts_on)
    tx.media.keep(published.id, media.values())
    detail = {"version": published.version, "checksum": checksum, "starts_on": str(starts_on or "")}
    tx.audit.record(at, author, "form_published", f"form:{family}", detail)
    return Publication(form=published, replaced=replaced)


def _checksum(source: bytes, xform: str, media: Files) -> str:
    """Of the XForm and the files too: the same workbook with another table or picture beside it is another form."""
    files = "".join(f"{name} {media[name].digest}\n" for name in sorted(media))
    return hashlib.sha256(source + xform.encode() + files.encode()).hexdigest()


def withdraw(tx: Transaction, by: Person, form: FormId, at: datetime) -> PublishedForm:
    """Take back a planned version; Conflict("form_started") once its first day has come."""
    require_publisher(tx, by, local_date(at))
    found = tx.forms.get(form)
    if found not in not_started([found], local_date(at)):
        raise Conflict("form_started")
    tx.forms.withdraw(form, at)
    tx.audit.record(at, by.id, "form_withdrawn", f"form:{found.family}", {"version": found.version})
    return found


def next_start(tx: Transaction, ward: Unit, day: date) -> date:
    """The first day of the next period: the day after everything that the ward has opened so far."""
    opened = tx.periods.of_ward(ward.id)
    if not opened:
        return Span.around(day, PeriodKind.QUARTER).first_day
    return max(period.span.last_day for period in opened) + timedelta(days=1)


def require_fit(family: str, form: Form) -> None:
    """Invalid("consent_missing") if a form that may not be sent without consent does not ask for it any more."""
    consent = forms.shipped(family).consent
    if consent is None:
        return
    name, value = consent
    question = form.by_name.get(name)
    if question is None or not question.is_asked or value not in choice_labels(form, question):
        raise Invalid("consent_missing", question=name, value=value)


def versions_of(tx: Transaction, family: str) -> list[PublishedForm]:
    """All versions of a form, the newest first; Missing("form_family") if there is none of that name."""
    versions = tx.forms.versions(family)
    if not versions:
        raise Missing("form_family", family=family, known=", ".join(tx.forms.families()))
    return versions


def _family(tx: Transaction, family: str, at: datetime) -> Family:
    versions = versions_of(tx, family)
    current = forms.in_force(tx, family, local_date(at))
    return Family(
        family=family,
        title=current.title,
        in_force=current,
        planned=not_started(versions, local_date(at)),
        versions=tuple(versions),
    )


def not_started(versions: list[PublishedForm], day: date) -> tuple[PublishedForm, ...]:
    """The planned ones among the versions; what was taken back is planned no more."""
    return tuple(
        form for form in versions if form.withdrawn_at is None and form.starts_on is not None and form.starts_on > day
    )
