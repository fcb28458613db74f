"""Gathers what a workbook shows, in one read of the database."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.actions import figures, filling, forms
from bot.actions.ward_cases import WardCase
from bot.clock import local_date
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import FormId, Revision, Submission
from bot.domain.units import Unit
from bot.texts.figures import OPERATOR
from exports.data import ColumnKind, FiledRecord, FormColumn, Records, RowList, UnitReport, WorkbookData
from exports.row_lists import row_lists
from exports.versions import side_by_side
from forms.labels import choice_labels, column_labels
from forms.question import Privacy, Question
from forms.xform import Form
from storage.transaction import Transaction

KINDS = {
    "integer": ColumnKind.COUNT,
    "decimal": ColumnKind.DECIMAL,
    "select_one": ColumnKind.CHOICE,
    "select_multiple": ColumnKind.CHOICE,
    "rank": ColumnKind.CHOICE,
    "date": ColumnKind.DAY,
    "time": ColumnKind.TIME,
    "dateTime": ColumnKind.MOMENT,
    "geopoint": ColumnKind.PLACE,
    "barcode": ColumnKind.CODE,
    "image": ColumnKind.FILES,
    "audio": ColumnKind.FILES,
    "video": ColumnKind.FILES,
    "file": ColumnKind.FILES,
}
NOT_SHOWN = frozenset({"note", "acknowledge", "trigger"})
MONEY_UNIT = "đồng"
YEAR, MONTH = "year", "month-year"
"""The appearances of a year, which is written without a thousands mark, and of a date without its day."""
ALWAYS = "true()"
"""The condition that an XLSForm's "yes" becomes."""
YES_NO_VALUES = frozenset({"co", "khong"})


def gather(tx: Transaction, *, by: Person | None, ward: Unit, period: ReportingPeriod, at: datetime) -> WorkbookData:
    """The workbook of a period as it stands now; `by` is None for the operator at the console."""
    found = figures.ward_figures(tx, by=by, ward=ward, period=period)
    reports = tuple(_report(tx, report) for report in found.reports)
    hardship = _hardship(tx, found.hardship, at)
    good_deeds = _records(tx, figures.GOOD_DEED_FAMILY, found.good_deeds, at)
    return WorkbookData(
        ward=ward,
        period=period,
        made_at=at,
        made_by=by.name if by else OPERATOR,
        reports=reports,
        columns=_report_columns(tx, found, at),
        targets=tuple(found.targets),
        hardship=hardship,
        good_deeds=good_deeds,
        lists=(
            *_lists(tx, figures.REPORT_FAMILY, forms.day_of(period, at), _reported(found)),
            *_lists(tx, figures.HARDSHIP_FAMILY, local_date(at), hardship.filed),
            *_lists(tx, figures.GOOD_DEED_FAMILY, local_date(at), good_deeds.filed),
        ),
        may_see_names=found.may_see_names,
    )


def _report_columns(tx: Transaction, found: figures.WardFigures, at: datetime) -> tuple[FormColumn, ...]:
    """The questions that the period asks of everybody, and whatever else a khóm has answered."""
    sent = [report.revision for report in found.reports if report.revision is not None]
    newest = tx.forms.in_force(figures.REPORT_FAMILY, forms.day_of(found.period, at))
    if newest is None:
        return ()
    asked = set(filling.asked_in(forms.load(tx, newest), found.ward, found.period, at))
    for revision in sent:
        asked |= revision.values.keys() | revision.empties.keys()
    return tuple(column for column in _columns(tx, newest, sent) if column.name in asked)


def _report(tx: Transaction, report: figures.UnitReport) -> UnitReport:
    if report.submission is None:
        return UnitReport(unit=report.unit)
    sent = tx.submissions.revisions(report.submission.id)
    return UnitReport(
        unit=report.unit,
        status=report.submission.status,
        revision=report.revision,
        first_sent_at=sent[0].sent_at if sent else None,
        not_applicable=_not_applicable(tx, report.revision) if report.revision else frozenset(),
    )


def _not_applicable(tx: Transaction, revision: Revision) -> frozenset[str]:
    """The questions that the form of this revision always wants answered, and that it did not ask here."""
    return frozenset(
        question.name
        for question in forms.load(tx, revision.form).asked
        if question.required is not None
        and question.required.text == ALWAYS
        and question.name not in revision.values
        and question.name not in revision.empties
    )


def _records(tx: Transaction, family: str, sent: Sequence[tuple[Unit, Submission, Revision]], at: datetime) -> Records:
    filed = sorted(sent, key=lambda each: (each[0].position, each[1].created_at))
    newest = tx.forms.in_force(family, local_date(at))
    return Records(
        columns=() if newest is None else _columns(tx, newest, [revision for _, _, revision in sent]),
        filed=tuple(
            FiledRecord(unit=unit, code=submission.code, revision=revision) for unit, submission, revision in filed
        ),
    )


def _hardship(tx: Transaction, cases: Sequence[WardCase], at: datetime) -> Records:
    """The cases under the code that people quote, each with how it stands."""
    sent = [(case.unit, case.submission, case.revision) for case in cases]
    records = _records(tx, figures.HARDSHIP_FAMILY, sent, at)
    by_id = {case.submission.id: case for case in cases}
    filed = (
        replace(
            record,
            code=case.submission.case_code,
            standing=case.standing,
            is_changed=case.is_changed,
            closing=case.closing,
        )
        for record in records.filed
        for case in (by_id[record.revision.submission],)
    )
    return replace(records, filed=tuple(sorted(filed, key=lambda record: (record.unit.position, record.code))))


def _reported(found: figures.WardFigures) -> list[FiledRecord]:
    return [
        FiledRecord(unit=report.unit, code=report.submission.code, revision=report.revision)
        for report in found.reports
        if report.submission is not None and report.revision is not None
    ]


def _lists(tx: Transaction, family: str, day: date, filed: Sequence[FiledRecord]) -> tuple[RowList, ...]:
    """What is asked in rows, in the version that is meant for the day and in those that were filled in."""
    newest = tx.forms.in_force(family, day)
    used = sorted({record.revision.form for record in filed} - {newest}, reverse=True)
    versions = [forms.load(tx, form) for form in (*((newest,) if newest is not None else ()), *used)]
    return row_lists(versions, filed, _columns_of)


def _columns(tx: Transaction, newest: FormId, sent: Sequence[Revision]) -> tuple[FormColumn, ...]:
    """The newest version's questions in its order, and those of older versions that somebody has answered."""
    answered = {name for revision in sent for name in (*revision.values, *revision.empties)}
    columns = _columns_of(forms.load(tx, newest))
    for older in sorted({revision.form for revision in sent} - {newest}, reverse=True):
        columns = side_by_side(columns, _columns_of(forms.load(tx, older)), answered)
    return columns


def _columns_of(form: Form, repeat: str = "") -> tuple[FormColumn, ...]:
    """The questions outside all repeats, or in the rows of one."""
    asked = [
        question
        for question in form.asked
        if question.type not in NOT_SHOWN and form.repeat_around(question.path) == repeat
    ]
    labels = column_labels(form, asked)
    return tuple(
        FormColumn(
            name=question.name,
            label=labels[question.name],
            unit=question.unit,
            kind=_kind(question, choices),
            choices=choices,
            personal=question.privacy is not Privacy.PUBLIC,
        )
        for question in asked
        for choices in (choice_labels(form, question),)
    )


def _kind(question: Question, choices: dict[str, str]) -> ColumnKind:
    if question.unit == MONEY_UNIT:
        return ColumnKind.MONEY
    if question.type == "date" and {YEAR, MONTH} & question.appearance:
        return ColumnKind.YEAR if YEAR in question.appearance else ColumnKind.MONTH
    if YEAR in question.appearance:
        return ColumnKind.TEXT
    if question.type == "range":
        return ColumnKind.COUNT if question.data_type == "int" else ColumnKind.DECIMAL
    if question.type == "select_one" and set(choices) == YES_NO_VALUES:
        return ColumnKind.YES_NO
    return KINDS.get(question.type, ColumnKind.TEXT)
