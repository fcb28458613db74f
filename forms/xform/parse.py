"""From the XForm's XML to a Form."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from xml.etree.ElementTree import Element

from forms.graph import order, self_counted
from forms.keys import MORE
from forms.question import Question
from forms.template import NO_TEXT
from forms.xform.body import Body
from forms.xform.choices import Lists
from forms.xform.external import read_files
from forms.xform.flaws import Compiler, XFormError
from forms.xform.form import Blueprint, Form, Group
from forms.xform.kept import with_kept_names
from forms.xform.model import Bind, primary_instance, read_binds, read_blueprint, read_instances, read_set_values
from forms.xform.names import XHTML, xf
from forms.xform.or_other import put_into_vietnamese
from forms.xform.questions import QuestionReader
from forms.xform.secure import parse_xml
from forms.xform.texts import read_itext

NO_FILES: Mapping[str, str] = MappingProxyType({})


def parse_xform(xml: str, files: Mapping[str, str] = NO_FILES) -> Form:
    """The form that an XForm describes; XFormError if it cannot run. `files` are those beside it, text by name."""
    document = parse_xml(xml)
    put_into_vietnamese(document)
    model, body = _part(document, f"{{{XHTML}}}head/{xf('model')}"), _part(document, f"{{{XHTML}}}body")
    compiler = Compiler()
    languages, default, itext = read_itext(model, lambda text: compiler.compile(text, "", "label"))
    binds = read_binds(model)
    data = primary_instance(model)
    boxes = Body(body, itext, compiler)
    blueprint = with_kept_names(read_blueprint(data, binds, boxes.repeats))
    inline, sources = read_instances(model)
    instances = inline | read_files(sources, files)
    reader = QuestionReader(binds, boxes.controls, Lists(instances, itext), compiler)
    questions = _questions(blueprint, boxes, reader)
    groups = _groups(blueprint, boxes, binds, compiler)
    set_values = read_set_values(document, compiler)
    if compiler.flaws:
        raise XFormError("The form has expressions that cannot be used.", tuple(compiler.flaws))
    own = self_counted(questions, groups)
    return Form(
        id=data.get("id", ""),
        title=(document.findtext(f"{{{XHTML}}}head/{{{XHTML}}}title") or "").strip(),
        version=data.get("version", ""),
        default_language=default,
        languages=languages,
        questions=questions,
        groups=groups,
        blueprint=_remembering(blueprint, own) if own else blueprint,
        instances=instances,
        sources=sources,
        itext=itext,
        set_values=set_values,
        steps=order(questions, groups, own),
        self_counted=own,
        more_rows=_one_more(boxes),
    )


def _questions(blueprint: Blueprint, boxes: Body, reader: QuestionReader) -> tuple[Question, ...]:
    """Every leaf of the instance that is no empty group, in document order."""
    elements = tuple(blueprint.walk())
    paths = frozenset(element.path for element in elements)
    return tuple(reader.read(leaf, paths) for leaf in elements if not leaf.children and leaf.path not in boxes.boxes)


def _part(document: Element, path: str) -> Element:
    part = document.find(path)
    if part is None:
        raise XFormError(f"The XForm has no {path.rpartition('}')[2]}.")
    return part


def _remembering(element: Blueprint, repeats: Collection[str]) -> Blueprint:
    """The blueprint with those repeats among the ones whose rows are remembered."""
    children = tuple(_remembering(child, repeats) for child in element.children)
    return replace(element, children=children, is_open=element.is_open or element.path in repeats)


def _one_more(body: Body) -> tuple[Question, ...]:
    """For every repeat without a count the question whether there is one more row."""
    return tuple(
        Question(
            name=box.path.rpartition("/")[2],
            path=f"{box.path}{MORE}",
            type="repeat",
            label=box.label,
            sections=tuple(section for section in box.sections if section.path != box.path),
        )
        for box in body.boxes.values()
        if box.repeats and box.count is None
    )


def _groups(blueprint: Blueprint, body: Body, binds: Mapping[str, Bind], compiler: Compiler) -> dict[str, Group]:
    """Every element that has children, from the root down, with what the body says about it."""
    found = {}
    for element in blueprint.walk():
        box = body.boxes.get(element.path)
        if not element.children and box is None:
            continue
        found[element.path] = Group(
            path=element.path,
            label=box.label if box else NO_TEXT,
            relevant=compiler.optional(binds.get(element.path, {}).get("relevant"), element.path, "relevant"),
            read_only=compiler.optional(binds.get(element.path, {}).get("readonly"), element.path, "read_only"),
            appearance=box.appearance if box else frozenset(),
            repeats=box.repeats if box else False,
            count=box.count if box else None,
        )
    return found
