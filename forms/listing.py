"""Which few of a long list of choices are shown: page by page, or those that fit what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from forms.instance import Entry, Instance
from forms.offered import label_keys
from forms.prompt import Listing, PromptChoice
from forms.questions import Asked
from forms.showing import asked
from forms.state import View
from forms.values.choices import bare, search

FITS = 10
"""So many choices are shown all at once: more do not fit on a phone beside the question."""
PAGE = 8
PAGED = frozenset({"select_one", "select_multiple"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The choices that are shown, and where they stand."""

    choices: tuple[PromptChoice, ...]
    listing: Listing


def page_of(instance: Instance, entry: Entry, choices: Sequence[PromptChoice]) -> Page | None:
    """The page that is shown; None where all choices fit."""
    if entry.question.type not in PAGED or len(choices) <= FITS:
        return None
    view = view_of(instance, entry)
    places = search(bare(view.words), label_keys(choices)) if view.words else range(len(choices))
    first = view.first if view.first < len(places) else 0
    shown = tuple(choices[place] for place in places[first : first + PAGE])
    listing = Listing(total=len(choices), found=len(places), first=first, shown=len(shown), words=view.words)
    return Page(choices=shown, listing=listing)


def asked_now(instance: Instance, entry: Entry) -> Asked:
    """The question as it stands, with the page that is shown: typed numbers are those of its lines."""
    question = asked(instance, entry)
    page = page_of(instance, entry, question.choices)
    return replace(question, page=page.choices) if page is not None else question


def view_of(instance: Instance, entry: Entry) -> View:
    """Where the person is looking; at the beginning if it was another question."""
    view = instance.state.view
    return view if view is not None and view.key == entry.key else View(key=entry.key)


def turned(view: View, listing: Listing) -> View:
    """The next page; after the last one the first."""
    return replace(view, first=listing.first + listing.shown if listing.has_more else 0)
