"""Parses XML that may come from anybody: entities and document types are refused."""

from __future__ import annotations

from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from forms.xform.flaws import XFormError


def parse_xml(xml: str) -> Element:
    """The root element; XFormError if it is no XML, or XML that a form never needs."""
    try:
        document: Element = fromstring(xml, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise XFormError(f"This is not an XForm: {error}") from error
    return document
