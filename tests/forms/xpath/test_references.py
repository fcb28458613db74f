"""An expression tells which paths it reads."""

from __future__ import annotations

import pytest

from forms.xpath import compile_expression


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ("1 + 2", []),
        ("/data/age > 18 and ../name != ''", ["/data/age", "../name"]),
        (". > 5", ["."]),
        ("if(/data/a, /data/b, /data/a)", ["/data/a", "/data/b"]),
        ("/data/member[age > /data/least]/name", ["/data/member/age", "/data/least", "/data/member/name"]),
        ("position(..)", [".."]),
        ("current()/../ward", ["../ward"]),
        ("/data/member[age = current()/../age]", ["/data/member/age", "../age", "/data/member"]),
        ("(/data/a | /data/b)[c]", ["/data/a", "/data/b", "/data/a/c", "/data/b/c"]),
        ("(/data/a | ../b)/c", ["/data/a", "../b", "/data/a/c", "../b/c"]),
        ("randomize(/data/a[b])/c", ["/data/a/b", "/data/a", "/data/a/c"]),
        ("(/data/a)[c]", ["/data/a", "/data/a/c"]),
        (
            "instance('khoms')/root/item[ward = /data/ward]/label",
            ["instance(…)/root/item/ward", "/data/ward", "instance(…)/root/item/label"],
        ),
        ("/data/@id", ["/data/@id"]),
    ],
)
def test_an_expression_tells_what_it_reads(text: str, paths: list[str]) -> None:
    assert [str(path) for path in compile_expression(text).references] == paths
