"""Puts the tables that a form reads from files into its XForm: a published form is one text, whole by itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.sax.saxutils import escape

from forms.tree import Node
from forms.xform.external import file_name, read_files

_FROM_FILE = re.compile(r'<instance id="([^"]+)" src="(jr://(?:file|file-csv)/[^"]+)"\s*(?:/>|></instance>)')
_NAME = re.compile(r"[^\W\d][\w.-]*")
"""What an element, and so a column that expressions can name, may be called."""


def inlined(xform: str, files: Mapping[str, str]) -> str:
    """The XForm with every table whose file is there; XFormError for a file that cannot be read."""

    def instance(found: re.Match[str]) -> str:
        name, source = found.groups()
        if file_name(source) not in files:
            return found[0]
        top = read_files({name: source}, files)[name]
        return f'<instance id="{name}">{"".join(map(_xml, top.children))}</instance>'

    return _FROM_FILE.sub(instance, xform)


def _xml(node: Node) -> str:
    inside = "".join(_xml(child) for child in node.children if _NAME.fullmatch(child.name))
    return f"<{node.name}>{escape(node.value)}{inside}</{node.name}>"
