"""Reads the XForm that pyxform writes (or any other ODK XForm) into a Form that can be filled in."""

from forms.xform.flaws import Flaw, XFormError
from forms.xform.form import Blueprint, Form, Group, SetValue
from forms.xform.parse import parse_xform

__all__ = ["Blueprint", "Flaw", "Form", "Group", "SetValue", "XFormError", "parse_xform"]
