"""Published forms: put shipped ones in force, and hand out the version that a report is to use."""

from __future__ import annotations

import gc
import hashlib
from datetime import date, datetime
from functools import lru_cache

from bot.clock import local_date
from bot.domain.errors import Missing
from bot.domain.periods import PeriodKind, ReportingPeriod
from bot.domain.submissions import FormId, PublishedForm, Submission
from bot.domain.units import Level
from forms.library import SHIPPED, ShippedForm
from forms.xform import Form, parse_xform
from storage.queries.opened import Opened
from storage.transaction import Transaction

REPORT_FAMILY = "khom_dinh_ky"
"""The periodic report: it says how large a khóm is, and its figures make the workbook."""

_parsed: dict[tuple[str, int, str], Form] = {}
"""Parsed forms by family, version and checksum: a version never changes, so neither does its parse."""


def parsed(published: PublishedForm) -> Form:
    """The form, ready to be filled in."""
    key = (published.family, published.version, published.checksum)
    form = _parsed.get(key)
    if form is None:
        form = _parsed[key] = _parse(published.xform)
    return form


def _parse(xform: str) -> Form:
    """The form of a published text."""
    # All that is made here stays: looking for garbage in it would take a third of the time of a form with long lists.
    was_on = gc.isenabled()
    gc.disable()
    try:
        return parse_xform(xform)
    finally:
        if was_on:
            gc.enable()


@lru_cache(maxsize=2)
def parsed_text(xform: str) -> Form:
    """The form of a text that may never be published, so it is not kept for long."""
    return parse_xform(xform)


def load(tx: Transaction, form: FormId) -> Form:
    """The parsed form of a version."""
    return parsed(tx.forms.get(form))


def day_of(period: ReportingPeriod | None, at: datetime) -> date:
    """The day that chooses the version: the period's last one, however late it is filled in; else today."""
    return local_date(at) if period is None else period.span.last_day


def in_force(tx: Transaction, family: str, day: date) -> PublishedForm:
    """The version that is meant for that day: the newest that has started by then; Missing("form") if none has."""
    form = tx.forms.in_force(family, day)
    if form is None:
        raise Missing("form", family=family)
    return tx.forms.get(form)


def title(tx: Transaction, submission: Submission) -> str:
    """How the submission's form is called in its version."""
    return tx.forms.get(submission.form).title


def form_of(tx: Transaction, opened: Opened) -> Form:
    """The parsed form of a submission; its long text is read only if no turn of this process has met it before."""
    return version_of(tx, opened.submission.family, opened.submission.form, opened.version, opened.checksum)


def version_of(tx: Transaction, family: str, form: FormId, version: int, checksum: str) -> Form:
    """The parsed form of a version that is known by more than its key."""
    known = _parsed.get((family, version, checksum))
    return load(tx, form) if known is None else known


def shipped(family: str) -> ShippedForm:
    """What the product ships about a family: its code prefix, level and period kinds."""
    for form in SHIPPED:
        if form.family == family:
            return form
    raise Missing("form", family=family)


def publish_shipped(tx: Transaction, at: datetime) -> None:
    """Put the shipped forms in force where this installation has none, or has an older shipped one.

    What a ward has made of a form stays: its questions are its own.
    """
    for form in SHIPPED:
        source = form.source().encode()
        checksum = hashlib.sha256(source).hexdigest()
        latest = tx.forms.latest(form.family)
        if latest is not None and (not latest.shipped or tx.forms.has_checksum(form.family, checksum)):
            continue
        xform = _converted(source, form.family)
        tx.forms.publish(form.family, form.title, xform, source, ".md", checksum, at, shipped=True)
        _assign(tx, form, at)
        tx.audit.record(at, None, "form_published", f"form:{form.family}", {"checksum": checksum})


def _converted(source: bytes, family: str) -> str:
    from forms.xlsform import to_xform  # its converter takes most of a second to load, and a start seldom needs it

    return to_xform(source, file_type=".md", family=family).xform


def _assign(tx: Transaction, form: ShippedForm, at: datetime) -> None:
    kinds: tuple[PeriodKind | None, ...] = form.period_kinds or (None,)
    for kind in kinds:
        if form.family not in tx.forms.assigned(Level(form.level), kind):
            tx.forms.assign(form.family, Level(form.level), kind, local_date(at))
