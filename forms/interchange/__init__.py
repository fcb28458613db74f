"""Fillings and sent answers as ODK instance XML, which other tools read, and back."""

from __future__ import annotations

from forms.interchange.reading import InstanceError, Received, read_instance
from forms.interchange.writing import Sent, instance_xml, sent_xml

__all__ = ["InstanceError", "Received", "Sent", "instance_xml", "read_instance", "sent_xml"]
