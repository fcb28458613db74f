"""Reads the tables and lists that a form keeps in files beside it: CSV, XML and GeoJSON, as instances.

`instance('wards')/root/item[district = ...]` and pulldata('wards', ...) read all three alike.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any
from unicodedata import normalize

from forms.tree import Node
from forms.xform.flaws import XFormError
from forms.xform.model import tree_of
from forms.xform.secure import parse_xml


def file_name(source: str) -> str:
    """The name of the file behind `jr://file-csv/wards.csv`."""
    return PurePosixPath(source).name


def read_files(sources: Mapping[str, str], files: Mapping[str, str]) -> dict[str, Node]:
    """The instances whose files are there, by id. XFormError for a file that cannot be read."""
    return {
        name: _read(file_name(source), files[file_name(source)])
        for name, source in sources.items()
        if file_name(source) in files
    }


def _read(name: str, text: str) -> Node:
    match PurePosixPath(name).suffix.lower():
        case ".csv":
            return _of_rows(_csv(text))
        case ".geojson":
            return _of_rows(_geojson(name, text))
        case ".xml":
            return Node("", children=[tree_of(parse_xml(text))])
    raise XFormError(f"The file {name} is of a kind that forms cannot read: use .csv, .xml or .geojson.")


def _of_rows(rows: list[dict[str, str]]) -> Node:
    items = [Node("item", children=[Node(column, value) for column, value in row.items()]) for row in rows]
    return Node("", children=[Node("root", children=items)])


def _csv(text: str) -> list[dict[str, str]]:
    """The rows by column; commas or semicolons, as Excel writes them in one language or another."""
    text = normalize("NFC", text.removeprefix("\ufeff"))
    heading = text.partition("\n")[0]
    reader = csv.DictReader(text.splitlines(), delimiter=";" if heading.count(";") > heading.count(",") else ",")
    return [
        {column.strip(): (value or "").strip() for column, value in row.items() if column and isinstance(value, str)}
        for row in reader
    ]


def _geojson(name: str, text: str) -> list[dict[str, str]]:
    """A row per feature: its id, its properties, and its point as ODK writes it: "lat lon 0 0"."""
    try:
        features = json.loads(text)["features"]
        return [_feature(feature) for feature in features]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise XFormError(f"The file {name} is no GeoJSON with features.") from error


def _feature(feature: Mapping[str, Any]) -> dict[str, str]:
    row = {key: "" if value is None else str(value) for key, value in (feature.get("properties") or {}).items()}
    geometry = feature.get("geometry") or {}
    if geometry.get("type") == "Point":
        longitude, latitude = geometry["coordinates"][:2]
        row["geometry"] = f"{latitude} {longitude} 0 0"
    return {"id": str(feature["id"]), **row} if "id" in feature else row
