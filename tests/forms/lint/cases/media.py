"""Pictures and sounds that a form cannot show: a sheet each, with where the mistake is to be found."""

from __future__ import annotations

from tests.forms.lint.cases.tables import Case, choices, survey

MEDIA: dict[str, Case] = {
    "a kind of media that XLSForm does not have": Case(
        survey("media::picture", "text | a | A? | cho.png"),
        [("unknown_media", "survey", 1, "media::picture")],
    ),
    "a picture that is a document": Case(
        survey("media::image", "text | a | A? | cho.pdf"),
        [("media_name", "survey", 2, "media::image")],
    ),
    "a sound in the column of pictures, in one language": Case(
        survey("media::image::English (en)", "text | a | A? | cho.mp3"),
        [("media_name", "survey", 2, "media::image::English (en)")],
    ),
    "a picture that depends on an answer": Case(
        survey("image", "text | a | A? | ", "text | b | B? | ${a}.png"),
        [("media_name", "survey", 3, "image")],
    ),
    "a picture beside the name of a group": Case(
        survey("media::image", "begin_group | g | G | cho.png", "text | a | A? | ", "end_group | | |"),
        [("media_on_group", "survey", 2, "media::image")],
    ),
}

NOT_GIVEN = Case(
    survey("media::audio", "select_one khom | a | A? | nghe.mp3", "note | b | B. | nghe.mp3")
    + choices("khom | 1 | Khóm 1"),
    [("media_missing", "survey", 2, "media::audio")],
)
"""Found only where the files are known: the operator gives them all at once, an officer may send them later."""
