"""The pictures, sounds and films of the open question: shown when it is first asked, and not at every second try."""

from __future__ import annotations

from collections.abc import Iterable

from bot.actions.filling import Interview
from bot.conversation.turn import Turn
from bot.messages import Attachment, Reply
from forms.media import Medium
from forms.prompt import Prompt

SEEN = "seen"
"""In the session's place: the question and the files that were shown with it, as [key, [names]]."""


def shown_with(turn: Turn, interview: Interview, prompt: Prompt) -> tuple[Attachment, ...]:
    """The question's own files that the person has not seen yet; those of its choices are said at once.

    Each choice's picture is a message of its own under the choice's words: an album would hide which is which.
    A file that was never sent is passed over: the words stand by themselves.
    """
    if not prompt.media and not any(choice.media for choice in prompt.choices):
        return ()
    key, seen = turn.session.place.get(SEEN, ("", []))
    seen = list(seen) if key == prompt.key else []
    files = interview.media()

    def fresh(media: Iterable[Medium]) -> tuple[Attachment, ...]:
        return tuple(files[one.name] for one in media if one.name in files and one.name not in seen)

    own = fresh(prompt.media)
    seen += [file.name for file in own]
    for choice in prompt.choices:
        if beside := fresh(choice.media):
            turn.say(Reply(text=choice.label, attachments=beside))
            seen += [file.name for file in beside]
    turn.session.place[SEEN] = [prompt.key, seen]
    return own
