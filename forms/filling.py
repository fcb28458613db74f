"""Filling in a form: one question at a time, each answer checked, any of them changed, until all is ready to send.

Pure: the state goes in and comes out as plain JSON, the world comes in as Surroundings.

    filling = Filling(form, begin(form, surroundings), surroundings)
    filling.prompt()          # Prompt(label="Khóm có tất cả bao nhiêu hộ ạ?", ...)
    filling.answer("412")     # Accepted(understood="412 hộ")
    filling.state             # {"cursor": "/data/...", "values": {...}, ...}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.domain.errors import Invalid, Missing
from bot.domain.submissions import Empty, FillingState
from bot.messages import Attachment
from bot.texts import forms as texts
from forms import answers
from forms.asking import again, may_stand, previous_value
from forms.beginning import begin
from forms.checks import is_to_read
from forms.consequences import next_open, standing
from forms.instance import Entry, Instance
from forms.keeping import collected, doubted, kept, tried
from forms.listing import asked_now, turned, view_of
from forms.not_allowed import not_allowed, nothing_gathered
from forms.prompt import Accepted, Completed, Doubt, Narrowed, Outcome, Prompt, Rejected, ReviewLine, Surroundings
from forms.questions import Given, read
from forms.questions.repeat import DONE
from forms.repeating import with_rows
from forms.review import completed, first_problem, review_lines
from forms.several import listed, read_several
from forms.shortcuts import with_shortcuts
from forms.state import REVIEW, Confirmation, Said, State, View
from forms.stops import stops
from forms.together import Together, keepable, take
from forms.xform import Form

__all__ = ["Filling", "begin"]


class Filling:
    """A form being filled in; cheap to make anew for every turn."""

    def __init__(self, form: Form, state: FillingState, surroundings: Surroundings) -> None:
        self._instance = Instance(form, State.from_json(state), surroundings)
        self._prompted: tuple[Entry, Prompt] | None = None

    @property
    def state(self) -> FillingState:
        """What to remember for the next turn, as plain JSON."""
        return self._instance.state.to_json()

    # Where we are

    def prompt(self) -> Prompt | None:
        """The question under the cursor; None = nothing is left to ask, show the review."""
        entry = self._current()
        if entry is None:
            return None
        if self._prompted is None or self._prompted[0] is not entry:
            # An entry belongs to one instance, which never changes; a turn asks for its prompts several times.
            self._prompted = entry, with_shortcuts(self._instance, entry)
        return self._prompted[1]

    def back(self) -> bool:
        """Go to the question before; False at the first one."""
        entries = stops(self._instance)
        current = self._current()
        earlier = entries[: entries.index(current)] if current else entries
        if not earlier:
            return False
        self._move(earlier[-1].key)
        return True

    def waiting(self) -> tuple[str, ...]:
        """The keys of the questions that nobody has answered or skipped yet."""
        return tuple(entry.key for entry in stops(self._instance) if entry.key not in self._instance.state.settled)

    def go_to(self, question: str) -> None:
        """Go to a question by its key or its name; Missing("question") where it is not asked now."""
        for entry in self._instance.shown():
            if question in {entry.key, entry.question.name}:
                self._move(entry.key)
                return
        raise Missing("question", name=question)

    def jump_to_review(self) -> None:
        """Show what there is, even if questions are still open."""
        self._move(REVIEW)

    # Answering

    def answer(self, text: str = "", choice: str | None = None, attachments: Sequence[Attachment] = ()) -> Outcome:
        """Give the question under the cursor an answer.

        A pressed choice of several, or a photo where more may follow, is kept without going on: `keep()` goes on.
        Words that fit several lines of a long list only narrow what is shown of it.
        """
        entry = self._required_current()
        self._instance.state.drop_doubts()
        if is_to_read(self._instance, entry):
            return self._accept(entry, self._instance.state.copy())
        given = Given(text=text, choice=choice, attachments=tuple(attachments))
        match read(given, asked_now(self._instance, entry)):
            case answers.Answer(value=value) if entry.question.is_repeat:
                return self._rows(entry, value)
            case answers.Answer(value=value, more=more):
                return self._collect(entry, value) if more else self._try(entry, value)
            case answers.Narrowed(words=words, text=sentence):
                self._look(View(key=entry.key, words=words))
                return Narrowed(text=sentence)
            case answers.Doubt(value=value, text=unclear):
                return self._try(entry, value, unclear)
            case answers.Emptied(empty=empty):
                return self.skip(empty)
            case answers.Unchanged():
                return self.keep()
            case answers.Problem(text=problem):
                return Rejected(text=problem)

    def can_read(self, text: str) -> bool:
        """Whether the typed words say anything to the question under the cursor, be it right or not."""
        given = Given(text=text, choice=None, attachments=())
        return not isinstance(read(given, asked_now(self._instance, self._required_current())), answers.Problem)

    def keep(self) -> Outcome:
        """Let the present answer stand, else take the last period's; also ends a choice of several, or photos."""
        entry = self._required_current()
        self._instance.state.drop_doubts()
        if entry.question.is_repeat or is_to_read(self._instance, entry):
            return self._accept(entry, self._instance.state.copy())
        if self._instance.empty(entry) is not None:
            return self._check(entry, self._instance.state.copy())
        if value := entry.node.value:
            return self._try(entry, value)
        if not (value := previous_value(self._instance, entry)):
            return Rejected(text=texts.NOTHING_TO_KEEP)
        return self._try(entry, value, "" if may_stand(entry) else again(self._instance, entry))

    def finish(self) -> Outcome:
        """As `keep()`, of who has chosen several, or sent files; says what is to be done where there are none yet."""
        outcome = self.keep()
        if outcome == Rejected(text=texts.NOTHING_TO_KEEP):
            return nothing_gathered(self._required_current().question.type)
        return outcome

    def skip(self, empty: Empty | None = None) -> Outcome:
        """Leave the question blank, or say why there is no value."""
        entry = self._required_current()
        state = self._instance.state.copy()
        state.drop_doubts()
        if entry.question.is_repeat or is_to_read(self._instance, entry):
            return self._accept(entry, state)
        if empty is None:
            state.put(entry.key, "")
            return self._check(entry, state)
        if empty not in entry.question.empties:
            return not_allowed(empty, entry.question.empties)
        state.put_empty(entry.key, empty)
        return self._check(entry, state)

    def confirm(self, reason: str = "") -> Outcome:
        """The doubtful answer is right; a soft check keeps the reason."""
        pending = self._instance.state.pending
        if pending is None:
            raise Invalid("nothing_to_confirm")
        entry = self._instance.entry(pending.key)
        state = self._instance.state.copy()
        state.drop_doubts()
        if pending.unusual:
            state.confirmed[pending.key] = Confirmation(value=pending.value, reason=reason.strip())
        state.put(pending.key, pending.value)
        return self._check(entry, state)

    def doubted(self) -> Doubt | None:
        """The doubtful answer that waits for `confirm()` or `retract()`, asked about once more."""
        return doubted(self._instance)

    def retract(self) -> None:
        """The doubtful answer was wrong; the question is asked again."""
        self._instance.state.drop_doubts()

    # Several at once

    def keep_all(self) -> Together:
        """Take the last period's answers for all open questions of the section; what does not pass stays open."""
        here = self._required_current()
        return self._take(keepable(self._instance, here), here)

    def propose(self, text: str) -> Together | None:
        """Read several answers out of one message; they are kept by `take_proposed()`. None: it is one answer."""
        proposal = read_several(self._instance, self._current(), text)
        if proposal is None:
            return None
        self._instance.state.drop_doubts()
        self._instance.state.proposed = dict(proposal.said)
        return proposal.result

    def take_proposed(self) -> Together:
        """The proposed answers are right; each is checked once more, for others may have changed."""
        return self._take(self._instance.state.proposed, self._required_current())

    def sheet(self) -> list[str]:
        """The names of the section's open questions, to be sent as a text that comes back filled in."""
        return listed(self._instance, self._required_current())

    # Looking through a long list

    def turn_page(self) -> None:
        """Show the next lines of a long list; after the last the first."""
        prompt, entry = self.prompt(), self._current()
        if entry is not None and prompt is not None and prompt.listing is not None:
            self._look(turned(view_of(self._instance, entry), prompt.listing))

    def show_whole_list(self) -> None:
        """Forget the words that narrowed a long list."""
        self._look(None)

    # Reading over and sending

    def review(self) -> list[ReviewLine]:
        """Every question that is asked now, with its answer."""
        return review_lines(self._instance)

    def first_problem(self) -> str | None:
        """The key of the first question that keeps the form from being sent."""
        return first_problem(self._instance)

    def complete(self) -> Completed:
        """What is sent; Invalid("incomplete") while something is missing or against a rule."""
        if (key := self.first_problem()) is not None:
            raise Invalid("incomplete", question=key)
        return completed(self._instance)

    # Inside

    def _current(self) -> Entry | None:
        return standing(self._instance)

    def _required_current(self) -> Entry:
        entry = self._current()
        if entry is None:
            raise Missing("question")
        return entry

    def _move(self, key: str) -> None:
        self._instance.state.cursor = key
        self._instance.state.drop_doubts()
        self._look(None)

    def _look(self, view: View | None) -> None:
        self._instance.state.view = view
        self._prompted = None

    def _try(self, entry: Entry, value: str, unclear: str = "") -> Outcome:
        state = self._instance.state.copy()
        state.put(entry.key, value)
        return self._check(entry, state, unclear)

    def _check(self, entry: Entry, state: State, unclear: str = "") -> Outcome:
        self._instance, outcome = tried(self._instance, entry, state, unclear)
        return outcome

    def _accept(self, entry: Entry, state: State) -> Outcome:
        self._instance, outcome = kept(self._instance, entry, state)
        return outcome

    def _collect(self, entry: Entry, value: str) -> Outcome:
        self._instance, outcome = collected(self._instance, entry, value)
        return outcome

    def _take(self, wanted: Mapping[str, Said], here: Entry) -> Together:
        taken = take(self._instance, wanted)
        self._instance = taken.instance
        self._move(next_open(self._instance, here.key))
        return taken.result

    def _rows(self, entry: Entry, said: str) -> Outcome:
        """Add a row, take one out, or go on with the form."""
        if said == DONE:
            return self._accept(entry, self._instance.state.copy())
        self._instance, place, understood = with_rows(self._instance, entry, said)
        self._move(place)
        return Accepted(understood=understood)
