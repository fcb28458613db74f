"""One bad form for each thing that the gate finds in tables, with everything that it says about it; and good forms."""

from __future__ import annotations

from tests.forms.lint.cases.columns import COLUMNS
from tests.forms.lint.cases.expressions import EXPRESSIONS
from tests.forms.lint.cases.features import FEATURES
from tests.forms.lint.cases.fine import FINE
from tests.forms.lint.cases.lists import LISTS
from tests.forms.lint.cases.media import MEDIA
from tests.forms.lint.cases.sizes import SIZES
from tests.forms.lint.cases.surprises import SURPRISES
from tests.forms.lint.cases.tables import KHOMS, Case, choices, survey
from tests.forms.lint.cases.texts import TEXTS

__all__ = ["CASES", "FINE", "KHOMS", "choices", "survey"]

CASES: dict[str, Case] = {
    **EXPRESSIONS,
    **COLUMNS,
    **FEATURES,
    **TEXTS,
    **LISTS,
    **MEDIA,
    **SIZES,
    **SURPRISES,
}
