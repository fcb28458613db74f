"""Help in the middle of a form: by itself after the third refusal, and for whoever asks for it."""

from __future__ import annotations

from bot.actions.filling import Interview
from bot.conversation import helping
from bot.conversation.turn import Turn
from bot.texts import helping as say
from forms.prompt import Prompt
from handlers import help

OFTEN = 3
"""Refusals of one question after which nobody is left to try on alone."""

WANTED = {
    "doubt": say.HOW_DOUBT,
    "reason": say.HOW_REASON,
    "review": say.HOW_REVIEW,
    "give_up": say.HOW_GIVE_UP,
}
"""By the interview's mode, where it is not a question of the form that is open."""


def offered(turn: Turn, asked: Prompt) -> str:
    """Count the refusal; from the third of the same question on, what helps: a way to answer, a way past, a person."""
    key, count = turn.session.place.get("refused", ("", 0))
    count = count + 1 if key == asked.key else 1
    turn.session.place["refused"] = [asked.key, count]
    if count < OFTEN:
        return ""
    # The card itself repeats the question with the form's guidance.
    lines = (say.TROUBLE.by(turn.who.called), helping.how(asked), *helping.ways(asked), *help.officers(turn))
    return "\n" + "\n".join(lines)  # a line apart from what the form says


def over(turn: Turn) -> None:
    """The question has been answered."""
    turn.session.place.pop("refused", None)


def explain(turn: Turn, interview: Interview) -> str:
    """What the open card wants."""
    prompt, mode = interview.filling.prompt(), turn.session.place["mode"]
    wanted = WANTED.get(mode)
    if wanted is None:
        return helping.about(prompt) if prompt is not None else say.HOW_REVIEW
    # Whoever is asked whether an answer is right may want to know what it should be.
    guidance = prompt.guidance if prompt is not None and mode == "doubt" else ""
    return "\n".join(filter(None, (guidance, wanted)))
