"""The words that may be typed instead of pressing a way out."""

from __future__ import annotations

from collections.abc import Mapping

from bot.conversation.courtesy import meant
from bot.texts import carrying, conversation, entrusting, several, sharing
from bot.texts import interview as say
from forms.prompt import Prompt
from forms.values.fold import fold


def _table(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {fold(word): action for action, spoken in words.items() for word in spoken}


ASKING = _table(
    {
        "keep": (say.KEEP, *say.KEEP_WORDS),
        "keep_all": (several.KEEP_ALL, *several.KEEP_ALL_WORDS),
        "quick": (several.QUICK, *several.QUICK_WORDS),
        "nothing": (say.NOTHING,),
        "unknown": (say.UNKNOWN,),
        "skip": (say.SKIP, *say.SKIP_WORDS),
        "leave": (entrusting.LEAVE, *entrusting.LEAVE_WORDS),
        "leave_rest": (entrusting.LEAVE_REST, *entrusting.LEAVE_REST_WORDS),
        "back": (say.BACK, *say.BACK_WORDS, *say.WRONG_WORDS),
        "later": (say.LATER, *say.LATER_WORDS),
        # Nothing is sent unread: who wants to send sees first what will be sent, and what is missing.
        "review": (say.REVIEW, *say.REVIEW_WORDS, say.SEND, *say.SEND_WORDS),
        "give_up": say.GIVE_UP_WORDS,
    }
)
"""While a question is open."""

ASKING_FOR_SEVERAL = ASKING | _table({"done": (say.DONE, *say.DONE_WORDS)})
"""While photos or several choices are collected."""

LOOKING = _table(
    {"more": (say.MORE, say.FROM_START, *say.MORE_WORDS), "whole": (say.WHOLE_LIST, *say.WHOLE_LIST_WORDS)}
)
"""Besides, while a long list of choices is open."""


def asking(prompt: Prompt | None) -> Mapping[str, str]:
    """The words while that question is open."""
    if prompt is None:
        return ASKING
    words = ASKING_FOR_SEVERAL if prompt.max_files > 0 or prompt.multiple else ASKING
    return {**words, **LOOKING} if prompt.listing is not None else words


DOUBTING = ASKING | _table(
    {
        "yes": (say.YES_RIGHT, *say.YES_RIGHT_WORDS),
        "retype": (say.TYPE_AGAIN, *say.TYPE_AGAIN_WORDS, *say.BACK_WORDS, *say.WRONG_WORDS),
    }
)
"""While an unusual answer waits to be confirmed."""

CONFIRMING_SEVERAL = {word: "take_all" if action == "yes" else action for word, action in DOUBTING.items()}
"""While several answers of one message wait to be confirmed together."""

LEAVING = {"later": (say.LATER, *say.LATER_WORDS), "review": (say.REVIEW, *say.REVIEW_WORDS)}
REASONING = _table({"no_reason": (say.SKIP, *say.SKIP_WORDS, *say.NO_REASON_WORDS), "retype": say.BACK_WORDS} | LEAVING)
"""While the reason of an unusual answer is asked for."""

REVIEWING = _table(
    {
        "send": (say.SEND, *say.SEND_WORDS),
        "later": (say.LATER, *say.LATER_WORDS),
        "back": (say.BACK, *say.BACK_WORDS),
        "give_up": (say.GIVE_UP, *say.GIVE_UP_WORDS),
        "review": (say.REVIEW, *say.REVIEW_WORDS),
        "leave_rest": (entrusting.LEAVE_REST, *entrusting.LEAVE_REST_WORDS),
    }
)
"""While the finished form is read over."""

GIVING_UP = _table(
    {"give_up_yes": (say.GIVE_UP, *say.YES_RIGHT_WORDS), "retype": (*say.BACK_WORDS, *say.TYPE_AGAIN_WORDS)} | LEAVING
)
"""Before a draft is thrown away."""


SHARING = _table(
    {
        "take": (sharing.TAKE, *sharing.TAKE_WORDS),
        "look": (sharing.LOOK, *sharing.LOOK_WORDS),
        "later": (say.LATER, *say.LATER_WORDS),
    }
)
"""While somebody else of the unit has the report in hand."""

READING_SHEET = _table({"files": entrusting.FILES_WORDS, "tell": entrusting.TELL_WORDS, "list": entrusting.LIST_WORDS})
"""While an officer looks at what a khóm has left to the ward."""

ENTERING = _table(
    {
        "keep": (say.KEEP, *say.KEEP_WORDS),
        "nothing": (say.NOTHING,),
        "files": entrusting.FILES_WORDS,
        "sheet": (entrusting.SHEET_BUTTON, *entrusting.SHEET_WORDS),
    }
)
"""While an officer answers a question for a khóm."""
ENTERING_DOUBT = ENTERING | _table(
    {"yes": (say.YES_RIGHT, *say.YES_RIGHT_WORDS), "retype": (say.TYPE_AGAIN, *say.TYPE_AGAIN_WORDS)}
)
ENTERING_REASON = _table(
    {"no_reason": (say.SKIP, *say.SKIP_WORDS, *say.NO_REASON_WORDS), "sheet": (entrusting.SHEET_BUTTON,)}
)


def entering(mode: str, prompt: Prompt) -> Mapping[str, str]:
    """The words while an officer answers: the question, a doubt, or the reason of what is unusual."""
    if mode == "reason":
        return ENTERING_REASON
    several = _table({"done": (say.DONE, *say.DONE_WORDS)}) if prompt.multiple else {}
    return {**(ENTERING_DOUBT if mode == "doubt" else ENTERING), **several, **(LOOKING if prompt.listing else {})}


CONFIRMING_ENTRIES = _table({"right": entrusting.RIGHT_WORDS, "wrong": entrusting.WRONG_WORDS})
"""While somebody of a khóm says whether what the ward has entered is right."""

BY_MODE = {
    "doubt": DOUBTING,
    "several": CONFIRMING_SEVERAL,
    "reason": REASONING,
    "review": REVIEWING,
    "give_up": GIVING_UP,
}


def open_in(mode: str, prompt: Prompt | None) -> Mapping[str, str]:
    """The words while an interview is in that mode; `prompt`: the question that it asks, if it does."""
    return asking(prompt) if mode == "ask" else BY_MODE[mode]


CASE = _table(
    {
        "keep": (carrying.KEEP, *carrying.KEEP_WORDS),
        "keep_all": (carrying.KEEP_ALL, *carrying.KEEP_ALL_WORDS),
        "change": (carrying.CHANGE, *carrying.CHANGE_WORDS),
        "close": (carrying.CLOSE, *carrying.CLOSE_WORDS),
        "details": (carrying.DETAILS, *carrying.DETAILS_WORDS),
        "list": (say.REVIEW, *say.REVIEW_WORDS),
        "back": (say.BACK, *say.BACK_WORDS),
        "later": (say.LATER, *say.LATER_WORDS),
    }
)
"""While it is asked how a case of an earlier period is now."""

LEAVING_TO_WARD = _table({"leave_rest": (entrusting.LEAVE_REST, *entrusting.LEAVE_REST_WORDS)})
"""While cases are asked about, said of the report that comes after them."""

CASE_REASON = _table(
    {
        "again": (say.BACK, *say.BACK_WORDS, *say.TYPE_AGAIN_WORDS),
        "keep": (carrying.KEEP, *carrying.KEEP_WORDS),
        "list": (say.REVIEW, *say.REVIEW_WORDS),
        "later": (say.LATER, *say.LATER_WORDS),
    }
)
"""While it is asked why a case is over."""

CASE_LIST = _table(
    {
        "later": (carrying.GO_ON, conversation.HOME, say.LATER, *say.LATER_WORDS),
        "list": (say.REVIEW, *say.REVIEW_WORDS),
        "keep_all": (carrying.KEEP_ALL, *carrying.KEEP_ALL_WORDS),
    }
)
"""While the cases of earlier periods are read over."""


def action(text: str, table: Mapping[str, str]) -> str | None:
    """The action that the text names, with or without courtesy around it; None if it is an answer."""
    return meant(text, table)
