"""Telegram's HTML: what becomes which entity, and which complaint broken markup earns."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.telegram.entities import parse_html
from tests.support.telegram.wire import BrokenRule


def entity(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("Khóm 1", "Khóm 1", []),
        ("<b>Khóm</b> 1", "Khóm 1", [entity("bold", 0, 4)]),
        ("😀<i>hộ</i>", "😀hộ", [entity("italic", 2, 2)]),
        ("<b>a<i>b</i></b>", "ab", [entity("bold", 0, 2), entity("italic", 1, 1)]),
        ("a &lt; b &amp;amp; &quot;c&quot; &nbsp; &", 'a < b &amp; "c" &nbsp; &', []),
        ("&#7929;&#x1F600;&lt", "ỹ😀<", []),
        ('<a href="https://a.vn?x=1&amp;y=2">đây</a>', "đây", [entity("text_link", 0, 3, url="https://a.vn?x=1&y=2")]),
        ("<a href=khong>đây</a>", "đây", []),
        ("<pre><code class='language-py'>x</code></pre>", "x", [entity("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [entity("expandable_blockquote", 0, 1)]),
        ("<blockquote>x</blockquote>", "x", [entity("blockquote", 0, 1)]),
        ("<B>x</>", "x", [entity("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ('<span class="tg-spoiler">x</span>', "x", [entity("spoiler", 0, 1)]),
        ("<strong>a</strong><em>b</em><u>c</u><s>d</s>", "abcd", [
            entity("bold", 0, 1), entity("italic", 1, 1),
            entity("underline", 2, 1), entity("strikethrough", 3, 1),
        ]),
    ],
)  # fmt: skip
def test_markup_becomes_entities(source: str, text: str, entities: list[dict[str, Any]]) -> None:
    read = parse_html(source)
    assert (read.text, read.entities) == (text, entities)


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<Lan>", 'Unsupported start tag "lan" at byte offset 0'),
        ("hộ < 5", 'Unsupported start tag "" at byte offset 5'),
        ("hộ <5", "Unclosed start tag at byte offset 5"),
        ("<b>x", "Can't find end tag corresponding to start tag b"),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ("<a =x>x</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href='x", "Unclosed start tag at byte offset 0"),
        ("<a href=a/b>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<br>", 'Unsupported start tag "br" at byte offset 0'),
    ],
)
def test_broken_markup_gets_telegrams_complaint(source: str, complaint: str) -> None:
    with pytest.raises(BrokenRule) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_trimming_moves_the_entities_along() -> None:
    read = parse_html(" 😀\n<b> hộ </b>\n").trimmed()
    assert (read.text, read.entities) == ("😀\n hộ", [entity("bold", 3, 3)])
