"""What a khóm leaves to the ward, and what the ward enters: who may, what is kept of it, and nothing unseen."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.actions import confirming, entering, entrusting, filling, people
from bot.actions.filling import Interview
from bot.actions.installation import create_sample
from bot.actions.periods import due_for
from bot.domain.entrustments import WHOLE, Entrusted, Value
from bot.domain.errors import BotError, Conflict, Missing, Refused
from bot.domain.people import Person, Role
from bot.domain.submissions import Empty, Status, SubmissionId
from bot.domain.units import Level
from bot.messages import Attachment, AttachmentKind
from forms.entrusting import value_at
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import AT, TODAY, head, officer
from tests.bot.actions.test_publishing import begun as begun_for

LATER = AT + timedelta(minutes=5)
LATEST = AT + timedelta(minutes=10)
PHOTO = Attachment(kind=AttachmentKind.PHOTO, name="to.jpg", mime="image/jpeg", size=2048, digest="ab" * 32)
HO = "tong_so_ho"
PEOPLE = "tong_nhan_khau"


def opened(tx: Transaction, who: Person | None = None) -> Interview:
    """Lan's report, with khóm 1's own people only."""
    return filling.open_interview(tx, who or head(tx), SubmissionId(1), LATER)


def begun(tx: Transaction) -> Interview:
    create_sample(tx, AT)
    lan = head(tx)
    started = filling.start_report(tx, lan, due_for(tx, lan, TODAY)[0], AT)
    tx.attachments.add(PHOTO, lan.id, AT)
    return filling.open_interview(tx, lan, started.id, AT)


def left(tx: Transaction, *, key: str = "") -> Interview:
    """The first question is left to the ward, with a photo."""
    interview, lan = begun(tx), head(tx)
    prompt = interview.filling.prompt()
    assert prompt is not None
    entrusting.enclose(tx, lan, interview, files=[PHOTO], key=prompt.key, at=AT)
    assert entrusting.leave(tx, lan, interview, prompt.key, AT) == [HO]
    return opened(tx)


def key_of(interview: Interview, name: str = HO) -> str:
    return next(line.key for line in interview.filling.review() if line.name == name)


def enters(tx: Transaction, text: str, by: Person | None = None, name: str = HO) -> None:
    """The ward enters it as `handlers/entering.py` does."""
    hoa = by or officer(tx)
    sheet = entering.open_sheet(tx, hoa, SubmissionId(1), LATER)
    key = key_of(sheet.interview, name)
    aside = entering.open_aside(sheet, key, {})
    aside.answer(text)
    entering.enter(tx, hoa, sheet, key, answered=aside, source=PHOTO.digest or "", at=LATER)


def tells(tx: Transaction) -> int:
    """The ward asks; which message it is."""
    hoa = officer(tx)
    entering.tell(tx, hoa, entering.open_sheet(tx, hoa, SubmissionId(1), LATER), LATER)
    return confirming.moment_of(LATER)


def actions(tx: Transaction) -> list[str]:
    return [entry.action for entry in tx.audit.gathered if entry.subject == "submission:1"]


async def test_it_is_kept_who_asked_who_entered_when_and_from_what(store: Store) -> None:
    def work(tx: Transaction) -> None:
        left(tx)
        enters(tx, "412")
        (one,) = tx.entrustments.of(SubmissionId(1))
        assert (one.state, one.asked_by, one.asked_at) == (Entrusted.ENTERED, head(tx).id, AT)
        assert (one.entered_by, one.entered_at, one.source) == (officer(tx).id, LATER, PHOTO.digest)
        assert (one.entered_by_name, one.entered) == (officer(tx).name, Value(text="412"))
        draft = tx.submissions.get(SubmissionId(1))
        assert (draft.author, draft.holder) == (head(tx).id, head(tx).id), "Lan goes on holding her report"
        assert actions(tx) == ["started", "enclosed", "entrusted", "entered_for"]
        detail = tx.audit.gathered[-1].detail
        assert detail == {"question": HO, "for": head(tx).id, "file": PHOTO.digest}

    await store.transact(work)
    assert await store.read(lambda tx: tx.audit.verify()) is None


async def test_a_figure_that_the_khom_gave_meanwhile_is_not_overwritten(store: Store) -> None:
    def work(tx: Transaction) -> None:
        interview, lan = left(tx), head(tx)
        hoa = officer(tx)
        key = key_of(interview)
        interview.filling.go_to(key)
        interview.filling.answer("410")
        filling.save(tx, lan, interview, HO, LATER)
        sheet = entering.open_sheet(tx, hoa, SubmissionId(1), LATER)
        assert sheet.line(key).state is Entrusted.OWN
        with pytest.raises(Conflict, match="entrusted_settled"):
            entering.open_aside(sheet, key, {})
        assert value_at(tx.submissions.get(SubmissionId(1)).filling, key) == Value(text="410")

    await store.transact(work)


async def test_confirmed_or_disputed_is_kept_with_who_said_so(store: Store) -> None:
    def work(tx: Transaction) -> None:
        left(tx)
        enters(tx, "412")
        moment, lan = tells(tx), head(tx)
        assert confirming.pending(tx, lan) == [(SubmissionId(1), moment)]
        asked = confirming.open_question(tx, lan, SubmissionId(1), moment, LATEST)
        confirming.dispute(tx, lan, asked, asked.lines[0], LATEST)
        assert confirming.pending(tx, lan) == []
        enters(tx, "413")
        again = confirming.open_question(tx, lan, SubmissionId(1), moment, LATEST)
        assert again.lines == [], "the old message asked about another figure"
        asked = confirming.open_question(tx, lan, SubmissionId(1), tells(tx), LATEST)
        confirming.confirm(tx, lan, asked, LATEST)
        (one,) = tx.entrustments.of(SubmissionId(1))
        assert (one.state, one.settled_by, one.settled_at) == (Entrusted.CONFIRMED, lan.id, LATEST)
        assert actions(tx)[3:] == [
            "entered_for",
            "asked_to_confirm",
            "entry_disputed",
            "entered_for",
            "asked_to_confirm",
            "entry_confirmed",
        ]

    await store.transact(work)


async def test_each_message_asks_about_its_own_answers(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        interview, lan, hoa = left(tx), head(tx), officer(tx)
        entrusting.leave(tx, lan, interview, key_of(interview, PEOPLE), AT)
        enters(tx, "412")
        first = tells(tx)
        enters(tx, "1650", name=PEOPLE)
        entering.tell(tx, hoa, entering.open_sheet(tx, hoa, SubmissionId(1), LATEST), LATEST)
        for moment, question in ((first, HO), (confirming.moment_of(LATEST), PEOPLE)):
            asked = confirming.open_question(tx, lan, SubmissionId(1), moment, LATEST)
            assert [line.entrustment.question for line in asked.lines] == [question]

    await sqlite_store.transact(work)


async def test_an_answer_given_again_is_the_khoms_word_on_it(store: Store) -> None:
    def work(tx: Transaction) -> None:
        left(tx)
        enters(tx, "412")
        interview, lan = opened(tx), head(tx)
        key = key_of(interview)
        entrusting.answered_again(tx, lan, interview, key, LATER)
        assert tx.entrustments.of(SubmissionId(1))[0].state is Entrusted.CONFIRMED, "the same figure"
        enters_again = tx.entrustments
        enters_again.enter(SubmissionId(1), key, Value(text="413"), source="", by=officer(tx).id, at=LATER)
        entrusting.answered_again(tx, lan, interview, key, LATER)
        assert tx.entrustments.of(SubmissionId(1))[0].state is Entrusted.OWN, "another one"

    await store.transact(work)


async def test_a_report_that_lies_with_the_ward_is_sent_anew_and_one_in_correction_is_not(store: Store) -> None:
    def work(tx: Transaction) -> None:
        interview, lan = left(tx), head(tx)
        entrusting.leave_rest(tx, lan, interview, AT)
        filling.send(tx, lan, opened(tx), AT)
        enters(tx, "412")
        (first, second) = tx.submissions.revisions(SubmissionId(1))
        assert (first.empties[HO], second.values[HO]) == (Empty.UNKNOWN, "412")
        assert (second.sent_by, HO in second.empties) == (officer(tx).id, False)
        sent = tx.submissions.get(SubmissionId(1))
        assert (sent.status, sent.is_being_corrected) == (Status.SUBMITTED, False)
        correcting = opened(tx)
        correcting.filling.go_to(key_of(correcting, "so_khen_ca_nhan"))
        correcting.filling.answer("4")
        filling.save(tx, lan, correcting, "so_khen_ca_nhan", LATER)
        enters(tx, "3", name="so_khen_tap_the")
        assert len(tx.submissions.revisions(SubmissionId(1))) == 2, "the khóm's correction goes when the khóm sends it"

    await store.transact(work)


async def test_what_an_entry_opens_is_left_to_the_ward_too(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, AT)
        report, lan, hoa = begun_for(tx, "2020-H2"), head(tx), officer(tx)
        entrusting.leave_rest(tx, lan, filling.open_interview(tx, lan, report.id, AT), AT)
        sheet = entering.open_sheet(tx, hoa, report.id, LATER)
        key = key_of(sheet.interview, "so_buoi_tuyen_truyen")
        assert "so_luot_nguoi_du" not in {line.entrustment.question for line in sheet.lines}
        aside = entering.open_aside(sheet, key, {})
        aside.answer("3")
        entering.enter(tx, hoa, sheet, key, answered=aside, source="", at=LATER)
        states = {one.question: one.state for one in tx.entrustments.of(report.id)}
        assert states["so_buoi_tuyen_truyen"] is Entrusted.ENTERED
        assert states["so_luot_nguoi_du"] is Entrusted.ASKED, "how many came to the meetings"
        assert filling.open_interview(tx, lan, report.id, LATER).filling.waiting() == ()

    await sqlite_store.transact(work)


async def test_a_closed_period_takes_no_entry(store: Store) -> None:
    def work(tx: Transaction) -> None:
        period = left(tx).period
        assert period is not None
        tx.periods.close(period.id, LATER)
        with pytest.raises(Conflict, match="period_closed"):
            enters(tx, "412")

    await store.transact(work)


async def test_the_same_file_again_is_one_and_its_first_reader_is_kept(store: Store) -> None:
    def work(tx: Transaction) -> None:
        interview, lan, hoa = begun(tx), head(tx), officer(tx)
        for _ in range(2):
            entrusting.enclose(tx, lan, interview, files=[PHOTO], key=WHOLE, at=AT)
        (waiting,) = entering.waiting(tx, hoa)
        assert (waiting.load.unseen, waiting.load.asked) == (1, 0)
        for _ in range(2):
            sheet = entering.open_sheet(tx, hoa, SubmissionId(1), LATER)
            entering.see(tx, hoa, sheet, sheet.enclosures, LATER)
        assert entering.waiting(tx, hoa) == []
        assert actions(tx).count("enclosure_opened") == 1

    await store.transact(work)


async def test_nothing_of_a_household_is_taken_before_it_has_consented(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, AT)
        lan = head(tx)
        case = filling.start_case(tx, lan, "hoan_canh_kho_khan", lan.posts[0].unit, AT)
        interview = filling.open_interview(tx, lan, case.id, AT)
        assert not entrusting.is_allowed(interview)
        prompt = interview.filling.prompt()
        assert prompt is not None
        assert not entrusting.can_leave(interview, prompt.key)
        interview.filling.answer("", prompt.choices[0].value)
        assert entrusting.is_allowed(interview)

    await sqlite_store.transact(work)


async def test_who_gives_a_case_up_leaves_nothing_of_it_with_the_ward(store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, AT)
        lan = head(tx)
        case = filling.start_case(tx, lan, "guong_ntvt", lan.posts[0].unit, AT)
        tx.attachments.add(PHOTO, lan.id, AT)
        interview = filling.open_interview(tx, lan, case.id, AT)
        entrusting.enclose(tx, lan, interview, files=[PHOTO], key=WHOLE, at=AT)
        entrusting.leave_rest(tx, lan, interview, AT)
        assert len(entering.waiting(tx, officer(tx))) == 1
        filling.withdraw(tx, lan, filling.open_interview(tx, lan, case.id, AT), AT)
        assert (tx.enclosures.of(case.id), tx.entrustments.of(case.id)) == ([], [])
        assert entering.waiting(tx, officer(tx)) == []
        with pytest.raises(Missing, match="draft"):
            entering.open_sheet(tx, officer(tx), case.id, LATER)

    await store.transact(work)


async def test_the_officers_of_the_khoms_own_ward_are_told(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        interview = begun(tx)
        elsewhere = tx.units.add("P9", "Phường khác", Level.WARD, None, date(2000, 1, 1))
        other = tx.people.add("Ai đó", "", AT)
        tx.people.give_post(other, Role.WARD_OFFICER, elsewhere, date(2020, 1, 1))
        assert [one.id for one in people.officers_over(tx, interview.unit, TODAY)] == [officer(tx).id]

    await sqlite_store.transact(work)


def test_every_refusal_has_its_sentence() -> None:
    from bot.texts.problems import SENTENCES

    assert {"enter_for", "entrusted_settled"} <= set(SENTENCES)
    assert issubclass(Refused, BotError)
