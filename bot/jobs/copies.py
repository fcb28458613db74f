"""Makes the copy of a sent report that a khóm passes on, as pictures or to be printed."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.actions.copies import CopyForm, NoCopy, ReportCopy, copy_of
from bot.clock import local_date
from bot.conversation.way_home import ONLY_HOME
from bot.domain.submissions import SubmissionId
from bot.jobs.base import Bench
from bot.messages import Attachment, AttachmentKind, Reply
from bot.texts import dates
from bot.texts import report as words
from exports.copies.drawing import pdf, pictures
from storage.queries.exports import ExportRequest
from storage.transaction import Transaction


async def make(bench: Bench, request: ExportRequest) -> tuple[Reply, Sequence[bytes]]:
    """The reply with unkept files, and the bytes of each; what is corrected since it was asked for is only told."""
    form = CopyForm(request.what)

    def collect(tx: Transaction) -> ReportCopy | NoCopy:
        now = bench.clock()
        person = tx.people.get(request.by, local_date(now))
        return copy_of(tx, person, SubmissionId(request.params["submission"]), now)

    copy = await bench.store.transact(collect)
    if isinstance(copy, NoCopy):
        return Reply(text=words.COPY_REFUSED[copy.why].format(code=copy.code), rows=ONLY_HOME), []
    contents = await asyncio.to_thread(_draw, copy, form)
    files = [_file(copy, form, page) for page in range(1, len(contents) + 1)]
    about = {"period": dates.period(copy.period.span), "unit": copy.unit.name}
    reply = Reply(
        text=words.COPY_READY[form].format(**about),
        hint=words.COPY_READY_HINT[form],
        rows=ONLY_HOME,
        attachments=tuple(files),
    )
    return reply, contents


def _draw(copy: ReportCopy, form: CopyForm) -> list[bytes]:
    return pictures(copy) if form is CopyForm.PICTURE else [pdf(copy)]


def _file(copy: ReportCopy, form: CopyForm, page: int) -> Attachment:
    if form is CopyForm.PICTURE:
        name = words.COPY_PICTURE_FILE.format(code=copy.code, page=page)
        return Attachment(kind=AttachmentKind.PHOTO, name=name, mime="image/png")
    return Attachment(kind=AttachmentKind.DOCUMENT, name=words.COPY_FILE.format(code=copy.code), mime="application/pdf")
