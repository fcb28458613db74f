"""Types and features that a chat has not, and files that are not there."""

from __future__ import annotations

from tests.forms.lint.cases.tables import Case, survey

FEATURES: dict[str, Case] = {
    "a type that a chat has not": Case(
        survey("hint", "geotrace | a | A? | "), [("unknown_type", "survey", 2, "type")]
    ),
    "a recording in the background": Case(
        survey("hint", "text | a | A? | ", "background-audio | b | | "), [("unsupported", "survey", 3, "type")]
    ),
    "a log of the filling": Case(
        survey("hint", "text | a | A? | ", "audit | audit | | "), [("unsupported", "survey", 3, "type")]
    ),
    "a place taken at the start": Case(
        survey("hint", "text | a | A? | ", "start-geopoint | b | | "), [("unsupported", "survey", 3, "type")]
    ),
    "another app": Case(
        survey("appearance", "text | a | A? | ex:org.app.SCAN"), [("unsupported", "survey", 2, "appearance")]
    ),
    "encryption": Case(
        survey("hint", "text | a | A? | ") + "| settings |\n| | form_id | public_key |\n| | x | MIIBIjAN |\n",
        [("unsupported", "settings", 2, "public_key")],
    ),
    "entities": Case(
        survey("hint", "text | a | A? | ") + "| entities |\n| | list_name | label |\n| | ho | ${a} |\n",
        [("unsupported", "entities", None, "")],
    ),
    "the phone's own number": Case(
        survey("hint", "text | a | A? | ", "deviceid | may | | "), [("empty_metadata", "survey", 3, "type")]
    ),
    "a list in a file that is not there": Case(
        survey("hint", "select_one_from_file cho.csv | a | A? | "), [("missing_file", "survey", 2, "type")]
    ),
    "a table in a file that is not there": Case(
        survey("calculation", "text | a | A? | ", "calculate | b | | pulldata('gia', 'tien', 'ma', ${a})"),
        [("missing_file", "survey", 3, "calculation")],
    ),
}  # fmt: skip
