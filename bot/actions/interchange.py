"""The forms and the sent answers of a period as files that other ODK tools read."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from bot.actions import forms
from bot.actions.figures import ward_figures
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import FormId, Revision, Submission
from bot.domain.units import Unit
from forms.interchange import Sent, sent_xml
from forms.question import Privacy
from forms.xform import Form
from storage.transaction import Transaction


def odk_files(tx: Transaction, ward: Unit, period: ReportingPeriod) -> Iterator[tuple[str, str]]:
    """File names with their XML: each form that was used as its XForm, then the latest sending of every submission.

    For the operator at the console, who sees no names: personal answers are left out and marked as withheld.
    """
    found = ward_figures(tx, by=None, ward=ward, period=period)
    sent = [(report.submission, report.revision) for report in found.reports]
    sent += [(case.submission, case.revision) for case in found.hardship]
    sent += [(submission, revision) for _, submission, revision in found.good_deeds]
    used: dict[FormId, None] = {}
    instances = []
    for submission, revision in sent:
        if submission is not None and revision is not None:
            used[revision.form] = None
            instances.append((f"{submission.code}.{revision.number}.xml", _instance(tx, ward, submission, revision)))
    for id in used:
        published = tx.forms.get(id)
        yield f"{published.family}.v{published.version}.xml", published.xform
    yield from instances


def _instance(tx: Transaction, ward: Unit, submission: Submission, revision: Revision) -> str:
    form = forms.load(tx, revision.form)
    earlier = _identity(ward, submission, revision.number - 1) if revision.number > 1 else ""
    sent = Sent(
        values=revision.values,
        empties=revision.empties,
        instance_id=_identity(ward, submission, revision.number),
        deprecated_id=earlier,
        withheld=_personal(form),
    )
    return sent_xml(form, sent)


def _identity(ward: Unit, submission: Submission, number: int) -> str:
    """The same for the same sending, whenever it is exported."""
    name = f"{ward.name}/{submission.code}/{submission.created_at.isoformat()}/{number}"
    return f"uuid:{uuid5(NAMESPACE_URL, f'urn:khombot:{name}')}"


def _personal(form: Form) -> frozenset[str]:
    return frozenset(question.name for question in form.questions if question.privacy is not Privacy.PUBLIC)
