"""The functions that expressions may call: XPath 1.0's core library and ODK's additions."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from forms.xpath.functions.choices import CHOICES
from forms.xpath.functions.dates import DATES
from forms.xpath.functions.geography import GEOGRAPHY
from forms.xpath.functions.hashing import HASHING
from forms.xpath.functions.logic import LOGIC
from forms.xpath.functions.nodesets import NODESETS
from forms.xpath.functions.numbers import NUMBERS
from forms.xpath.functions.strings import STRINGS
from forms.xpath.functions.table import Functions, by_name

FUNCTIONS: Final[Functions] = MappingProxyType(
    by_name(STRINGS, NUMBERS, LOGIC, DATES, NODESETS, CHOICES, GEOGRAPHY, HASHING)
)
