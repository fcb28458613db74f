"""The XML namespaces of an XForm, and khombot's own for its extensions."""

from __future__ import annotations

XFORMS = "http://www.w3.org/2002/xforms"
XHTML = "http://www.w3.org/1999/xhtml"
JAVAROSA = "http://openrosa.org/javarosa"
KHOM = "urn:khombot:forms"
"""What `namespaces` of the settings sheet says for the prefix khom."""


def xf(tag: str) -> str:
    """The tag in the XForms namespace, as ElementTree spells it."""
    return f"{{{XFORMS}}}{tag}"


def jr(name: str) -> str:
    """The attribute in the JavaRosa namespace."""
    return f"{{{JAVAROSA}}}{name}"


def khom(name: str) -> str:
    """The attribute in khombot's namespace."""
    return f"{{{KHOM}}}{name}"


def local(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]
