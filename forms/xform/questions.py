"""Puts a node's bind and its control together into a Question."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation

from bot.domain.submissions import Empty
from forms.question import NEVER, Privacy, Question, Time
from forms.template import Template
from forms.xform.body import Control, tokens
from forms.xform.choices import Lists
from forms.xform.flaws import Compiler, Flaw, Word
from forms.xform.form import Blueprint
from forms.xform.model import Bind
from forms.xform.names import jr, khom, local, xf
from forms.xform.texts import GUIDANCE, attribute_text, control_text
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
_META = "/meta/"
"""Where the technical values stand, the log of a screen ("audit") among them."""
_TRUE = frozenset({"yes", "true", "true()", "1"})
_OFF = "off"
_NOT_PARAMETERS = frozenset({"ref", "nodeset", "appearance", "mediatype"})


class QuestionReader:
    """Makes the questions of one form."""

    def __init__(
        self, binds: Mapping[str, Bind], controls: Mapping[str, Control], lists: Lists, compiler: Compiler
    ) -> None:
        self._binds = binds
        self._controls = controls
        self._lists = lists
        self._compiler = compiler

    def read(self, leaf: Blueprint, paths: Collection[str]) -> Question:
        """The question of one leaf of the instance; `paths` are those that a message may refer to."""
        bind, control = self._binds.get(leaf.path, {}), self._controls.get(leaf.path)
        declared = _Declared(leaf.path, bind, control, self._lists.itext, self._compiler)
        return Question(
            name=leaf.kept,
            path=leaf.path,
            type=_type(bind, control, leaf),
            data_type=_data_type(bind),
            label=declared.text("label"),
            hint=declared.text("hint"),
            guidance=declared.text("hint", GUIDANCE),
            sections=control.sections if control else (),
            appearance=tokens(control.element) if control else frozenset(),
            parameters=_parameters(bind, control),
            choices=self._lists.of(control, self._compiler) if control else None,
            relevant=declared.expression("relevant", "relevant"),
            calculate=declared.expression("calculate", "calculation"),
            constraint=declared.expression("constraint", "constraint"),
            required=declared.expression("required", "required"),
            read_only=declared.expression("readonly", "read_only"),
            constraint_message=declared.message(jr("constraintMsg"), "constraint_message", paths),
            required_message=declared.message(jr("requiredMsg"), "required_message", paths),
            warn=declared.expression(khom("warn"), "bind::khom:warn"),
            warn_message=declared.message(khom("warnMsg"), "bind::khom:warnMsg", paths),
            usual=declared.usual(),
            short=bind.get(khom("short"), ""),
            also=tuple(filter(None, (name.strip() for name in bind.get(khom("also"), "").split(",")))),
            unit=bind.get(khom("unit"), ""),
            time=next(iter(declared.words("time", Time)), None),
            privacy=next(iter(declared.words("privacy", Privacy)), Privacy.PUBLIC),
            empties=declared.words("empty", Empty),
            max_files=declared.positive("max"),
            given=bind.get(khom("given"), "").strip().lower() in _TRUE,
            supplier=bind.get(khom("supplier"), ""),
        )


class _Declared:
    """What one row declares; what cannot be understood becomes a flaw of the form."""

    def __init__(
        self, path: str, bind: Bind, control: Control | None, itext: Mapping[str, Template], compiler: Compiler
    ) -> None:
        self._path = path
        self._bind = bind
        self._control = control
        self._itext = itext
        self._compiler = compiler

    def expression(self, attribute: str, column: str) -> Expression | None:
        """An expression of the bind."""
        return self._compiler.optional(self._bind.get(attribute), self._path, column)

    def message(self, attribute: str, column: str, paths: Collection[str]) -> Template:
        """A message of the bind."""
        text = self._bind.get(attribute, "")
        return attribute_text(text, self._itext, lambda one: self._compiler.compile(one, self._path, column), paths)

    def text(self, part: str, form: str | None = None) -> Template:
        """The label or the hint of the control, or another form of it."""
        element = self._control.element.find(xf(part)) if self._control else None
        return control_text(element, self._itext, lambda one: self._compiler.compile(one, self._path, part), form)

    def words(self, attribute: str, allowed: type[Word]) -> tuple[Word, ...]:
        """The words of an extension, each out of a fixed set."""
        said = self._bind.get(khom(attribute), "").split()
        found = (self._compiler.word(allowed, word, self._path, f"bind::khom:{attribute}") for word in said)
        return tuple(word for word in found if word is not None)

    def usual(self) -> Decimal | None:
        """How many times as much as before is still usual: more than once, or `off`."""
        said = self._bind.get(khom("usual"), "").strip().lower()
        if not said:
            return None
        if said == _OFF:
            return NEVER
        try:
            times = Decimal(said)
        except InvalidOperation:
            times = NEVER
        if times.is_finite() and times > 1:
            return times
        flaw = Flaw(path=self._path, column="bind::khom:usual", text=said, error=ValueError("off, 1.5, 2, 3 …"))
        self._compiler.flaws.append(flaw)
        return None

    def positive(self, attribute: str) -> int:
        """The number of an extension, from 1."""
        said = self._bind.get(khom(attribute), "1").strip()
        if said.isdecimal() and int(said) > 0:
            return int(said)
        flaw = Flaw(path=self._path, column=f"bind::khom:{attribute}", text=said, error=ValueError("1, 2, 3 …"))
        self._compiler.flaws.append(flaw)
        return 1


def _type(bind: Bind, control: Control | None, leaf: Blueprint) -> str:
    """XLSForm's name for what the bind and the control say together."""
    if control is None:
        if _data_type(bind) == "binary" and _META not in leaf.path:
            return "background-audio"
        return "calculate" if "calculate" in bind or leaf.preload else "hidden"
    if control.element.get("query") is not None:
        return "select_one_external"  # an old form of select_one_from_file, which pyxform writes as a plain input
    if control.tag in _BY_CONTROL:
        return _BY_CONTROL[control.tag]
    if control.tag == "upload":
        return _BY_MEDIA.get(control.element.get("mediatype", ""), "file")
    only_text = _data_type(bind) == "string" and "calculate" not in bind
    if bind.get("readonly", "").strip() == "true()" and only_text:
        return "note"
    return _BY_DATA_TYPE.get(_data_type(bind), "text")


def _data_type(bind: Bind) -> str:
    """The bind's type; older XForms write it with a prefix: xsd:int."""
    return bind.get("type", "string").rpartition(":")[2]


def _parameters(bind: Bind, control: Control | None) -> dict[str, str]:
    """What XLSForm's `parameters` column became: attributes of the control or of the bind."""
    found = {local(name): value for name, value in bind.items() if local(name) in {"max-pixels", "quality"}}
    if control is not None:
        found |= {local(name): value for name, value in control.element.attrib.items() if name not in _NOT_PARAMETERS}
    return found
