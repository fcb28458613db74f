"""How questions and choices are named outside a conversation, for headings of tables and lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.texts import forms as texts
from forms.question import ChoiceSource, Question
from forms.template import Template
from forms.tree import Node
from forms.xform import Form


def short_label(form: Form, question: Question) -> str:
    """The question's short name (`khom:short`), else its label without what it shows of other answers."""
    return question.short or _plain(form, question.label) or question.name


def column_labels(form: Form, questions: Sequence[Question]) -> dict[str, str]:
    """The short label of each question by its name; where several have one, the group's label stands before it."""
    labels = {question.name: short_label(form, question) for question in questions}
    count = Counter(labels.values())
    return {
        question.name: _in_group(form, question, label) if count[label] > 1 else label
        for question in questions
        for label in (labels[question.name],)
    }


def _in_group(form: Form, question: Question, label: str) -> str:
    """The label behind that of the innermost group which has one."""
    groups = (_plain(form, section.label) for section in reversed(question.sections))
    group = next(filter(None, groups), "")
    return texts.IN_GROUP.format(group=group, label=label) if group else label


def group_label(form: Form, path: str) -> str:
    """The label of a group or repeat, without what it shows of answers."""
    return _plain(form, form.groups[path].label)


def choice_labels(form: Form, question: Question) -> dict[str, str]:
    """The label of every value that the question can ever offer, whatever its filter leaves of them now."""
    source = question.choices
    if source is None:
        return {}
    if source.nodes is None:
        return {choice.value: _plain(form, choice.label) for choice in source.listed}
    lists = {str(reference).split("'")[1] for reference in source.nodes.references if "'" in str(reference)}
    return {
        value: _label(form, source, item) or value
        for name in lists & form.instances.keys()
        for item in form.instances[name].walk()
        if (value := _column(item, source.value_path))
    }


def _label(form: Form, source: ChoiceSource, item: Node) -> str:
    label = _column(item, source.label_path)
    return _plain(form, form.itext[label]) if source.translated and label in form.itext else label


def _column(item: Node, name: str) -> str:
    found = item.child(name)
    return found.text if found else ""


def _plain(form: Form, template: Template) -> str:
    return "".join(part for part in template.wording(form.default_language) if isinstance(part, str)).strip()
