"""Puts a node's bind and its control together into a Question."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from bot.domain.submissions import Empty
from forms.question import Privacy, Question, Time
from forms.template import Template
from forms.xform.body import Control, tokens
from forms.xform.choices import Lists
from forms.xform.flaws import Compiler, Flaw, Word
from forms.xform.form import Blueprint
from forms.xform.model import Bind
from forms.xform.names import jr, khom, local, xf
from forms.xform.texts import attribute_text, control_text
from forms.xpath import Expression

_BY_DATA_TYPE = {
    "int": "integer",
    "decimal": "decimal",
    "date": "date",
    "time": "time",
    "dateTime": "dateTime",
    "geopoint": "geopoint",
    "geotrace": "geotrace",
    "geoshape": "geoshape",
    "barcode": "barcode",
}
_BY_CONTROL = {
    "select1": "select_one",
    "select": "select_multiple",
    "rank": "rank",
    "range": "range",
    "trigger": "acknowledge",
}
_BY_MEDIA = {"image/*": "image", "audio/*": "audio", "video/*": "video"}
_TRUE = frozenset({"yes", "true", "true()", "1"})
_NOT_PARAMETERS = frozenset({"ref", "nodeset", "appearance", "mediatype"})


class QuestionReader:
    """Makes the questions of one form."""

    def __init__(
        self, binds: Mapping[str, Bind], controls: Mapping[str, Control], lists: Lists, compiler: Compiler
    ) -> None:
        self._binds = binds
        self._controls = controls
        self._lists = lists
        self._itext = lists.itext
        self._compiler = compiler

    def read(self, leaf: Blueprint, paths: Collection[str]) -> Question:
        """The question of one leaf of the instance."""
        path = leaf.path
        bind = self._binds.get(path, {})
        control = self._controls.get(path)

        def expression(attribute: str, column: str) -> Expression | None:
            return self._compiler.optional(bind.get(attribute), path, column)

        def message(attribute: str, column: str) -> Template:
            return attribute_text(
                bind.get(attribute, ""), self._itext, lambda text: self._compiler.compile(text, path, column), paths
            )

        def words(attribute: str, allowed: type[Word]) -> list[Word | None]:
            said = bind.get(khom(attribute), "").split()
            return [self._compiler.word(allowed, word, path, f"bind::khom:{attribute}") for word in said] or [None]

        return Question(
            name=leaf.name,
            path=path,
            type=_type(bind, control, preloaded=bool(leaf.preload)),
            data_type=bind.get("type", "string"),
            label=self._text(control, "label", path),
            hint=self._text(control, "hint", path),
            sections=control.sections if control else (),
            appearance=tokens(control.element) if control else frozenset(),
            parameters=_parameters(bind, control),
            choices=self._lists.of(control, self._compiler) if control else None,
            relevant=expression("relevant", "relevant"),
            calculate=expression("calculate", "calculation"),
            constraint=expression("constraint", "constraint"),
            required=expression("required", "required"),
            read_only=expression("readonly", "read_only"),
            constraint_message=message(jr("constraintMsg"), "constraint_message"),
            required_message=message(jr("requiredMsg"), "required_message"),
            warn=expression(khom("warn"), "bind::khom:warn"),
            warn_message=message(khom("warnMsg"), "bind::khom:warnMsg"),
            short=bind.get(khom("short"), ""),
            unit=bind.get(khom("unit"), ""),
            time=words("time", Time)[0],
            privacy=words("privacy", Privacy)[0] or Privacy.PUBLIC,
            empties=tuple(empty for empty in words("empty", Empty) if empty is not None),
            max_files=self._most(bind, path),
            given=bind.get(khom("given"), "").strip().lower() in _TRUE,
            supplier=bind.get(khom("supplier"), ""),
        )

    def _most(self, bind: Bind, path: str) -> int:
        """`khom:max`: how many files one answer may have."""
        said = bind.get(khom("max"), "1").strip()
        if said.isdecimal() and int(said) > 0:
            return int(said)
        self._compiler.flaws.append(Flaw(path=path, column="bind::khom:max", text=said, error=ValueError("1, 2, 3 …")))
        return 1

    def _text(self, control: Control | None, part: str, path: str) -> Template:
        element = control.element.find(xf(part)) if control else None
        return control_text(element, self._itext, lambda text: self._compiler.compile(text, path, part))


def _type(bind: Bind, control: Control | None, *, preloaded: bool) -> str:
    """XLSForm's name for what the bind and the control say together."""
    if control is None:
        return "calculate" if "calculate" in bind or preloaded else "hidden"
    if control.tag in _BY_CONTROL:
        return _BY_CONTROL[control.tag]
    if control.tag == "upload":
        return _BY_MEDIA.get(control.element.get("mediatype", ""), "file")
    if bind.get("readonly", "").strip() == "true()" and "calculate" not in bind:
        return "note"
    return _BY_DATA_TYPE.get(bind.get("type", "string"), "text")


def _parameters(bind: Bind, control: Control | None) -> dict[str, str]:
    """What XLSForm's `parameters` column became: attributes of the control or of the bind."""
    found = {local(name): value for name, value in bind.items() if local(name) in {"max-pixels", "quality"}}
    if control is not None:
        found |= {local(name): value for name, value in control.element.attrib.items() if name not in _NOT_PARAMETERS}
    return found
