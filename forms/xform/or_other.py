"""or_other in Vietnamese: pyxform writes the choice "Other" and the question "Specify other." in English, always."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from bot.texts import forms as texts
from forms.xform.names import xf

VALUE, LABEL, QUESTION = "other", "Other", "Specify other."
"""pyxform's constants (OR_OTHER_CHOICE, and the label in xls2json)."""
_ENGLISH = ("en", "english")


def put_into_vietnamese(document: Element) -> None:
    """Change the words that pyxform has put there, where a question was written with or_other; other words stay."""
    questions = [
        label
        for control in document.iter(xf("input"))
        if (label := control.find(xf("label"))) is not None and label.text == QUESTION
    ]
    if not questions:
        return
    for question in questions:
        question.text = texts.OTHER_QUESTION
    ids = {_put_choice(item) for item in document.iter(xf("item")) if item.findtext(xf("name")) == VALUE}
    for translation in document.iter(xf("translation")):
        if not (translation.get("lang") or "").lower().startswith(_ENGLISH):
            _put_texts(translation, ids)


def _put_choice(item: Element) -> str:
    """The id of its label, where labels are translated."""
    label = item.find(xf("label"))
    if label is not None and label.text == LABEL:
        label.text = texts.OTHER_CHOICE
    return item.findtext(xf("itextId")) or ""


def _put_texts(translation: Element, ids: set[str]) -> None:
    for text in translation.iterfind(xf("text")):
        if text.get("id") in ids:
            for value in text.iterfind(xf("value")):
                value.text = texts.OTHER_CHOICE if value.text == LABEL else value.text
