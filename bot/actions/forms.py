"""Published forms: put shipped ones in force, and hand out the parsed form of a version."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import local_date
from bot.domain.errors import Invalid, Missing
from bot.domain.periods import PeriodKind
from bot.domain.submissions import FormId, PublishedForm
from bot.domain.units import Level
from forms.findings import FormError
from forms.library import SHIPPED, ShippedForm
from forms.xform import Form, parse_xform
from storage.queries.opened import Opened
from storage.transaction import Transaction

if TYPE_CHECKING:
    from forms.xlsform import Conversion

_parsed: dict[tuple[str, int, str], Form] = {}
"""Parsed forms by family, version and checksum: a version never changes, so neither does its parse."""


def parsed(published: PublishedForm) -> Form:
    """The form, ready to be filled in."""
    key = (published.family, published.version, published.checksum)
    form = _parsed.get(key)
    if form is None:
        form = _parsed[key] = parse_xform(published.xform)
    return form


def load(tx: Transaction, form: FormId) -> Form:
    """The parsed form of a version."""
    return parsed(tx.forms.get(form))


def form_of(tx: Transaction, opened: Opened) -> Form:
    """The parsed form of a submission; its long text is read only if no turn of this process has met it before."""
    known = _parsed.get((opened.submission.family, opened.version, opened.checksum))
    return load(tx, opened.submission.form) if known is None else known


def shipped(family: str) -> ShippedForm:
    """What the product ships about a family: its code prefix, level and period kinds."""
    for form in SHIPPED:
        if form.family == family:
            return form
    raise Missing("form", family=family)


def publish_shipped(tx: Transaction, at: datetime) -> None:
    """Put the shipped forms in force where this installation does not have them, or has an older shipped text."""
    for form in SHIPPED:
        source = form.source()
        checksum = hashlib.sha256(source.encode()).hexdigest()
        latest = tx.forms.latest(form.family)
        if latest is not None and tx.forms.has_checksum(form.family, checksum):
            continue
        conversion = _converted(source.encode(), ".md", form.family)
        tx.forms.publish(form.family, form.title, conversion.xform, source.encode(), ".md", checksum, at)
        _assign(tx, form, at)
        tx.audit.record(at, None, "form_published", f"form:{form.family}", {"checksum": checksum})


def _converted(source: bytes, file_type: str, family: str) -> Conversion:
    from forms.xlsform import to_xform  # its converter takes most of a second to load, and a start seldom needs it

    return to_xform(source, file_type=file_type, family=family)


def _assign(tx: Transaction, form: ShippedForm, at: datetime) -> None:
    kinds: tuple[PeriodKind | None, ...] = form.period_kinds or (None,)
    for kind in kinds:
        if form.family not in tx.forms.assigned(Level(form.level), kind):
            tx.forms.assign(form.family, Level(form.level), kind, local_date(at))


def convert_file(path: Path) -> Conversion:
    """Convert and check a form file; Invalid("form_file") with everything that is wrong with it."""
    try:
        source = path.read_bytes()
    except OSError as failure:
        raise Invalid("file", path=path, problem=failure.strerror) from None
    try:
        return _converted(source, path.suffix, path.stem)
    except FormError as error:
        raise Invalid("form_file", problem=f"{path}: {error.english}") from None


def publish_file(tx: Transaction, path: Path, family: str, at: datetime) -> PublishedForm:
    """Put a form file in force as the next version of a family that there is."""
    if tx.forms.latest(family) is None:
        raise Missing("form_family", family=family, known=", ".join(tx.forms.families()))
    conversion = convert_file(path)
    source = path.read_bytes()
    checksum = hashlib.sha256(source).hexdigest()
    published = tx.forms.publish(family, conversion.title, conversion.xform, source, path.suffix, checksum, at)
    tx.audit.record(at, None, "form_published", f"form:{family}", {"version": published.version, "checksum": checksum})
    return published
