"""Ambiguous loops are told from harmless ones, and none of them can hold the conversation up."""

from __future__ import annotations

import time

import pytest

from forms.lint.ambiguity import ambiguous_part
from forms.xpath.patterns import PatternError, compiled, matches

EXPONENTIAL = {
    "(a+)+": "(a+)+",
    "(a*)*": "(a*)*",
    "^(a+)+$": "(a+)+",
    "(a|a)*": "(a|a)*",
    "(a|aa)+": "(a|aa)+",
    "([a-z]+ ?)+!": "([a-z]+ ?)+",
    r"(\w+\s?)*x": r"(\w+\s?)*",
    "(?:[0-9]+-?)+": "(?:[0-9]+-?)+",
    "((a|b)+c?)*": "((a|b)+c?)*",
    "(.*,)*": "(.*,)*",
    "(aa*)+b": "(aa*)+",
    "(a{1,100}){1,100}b": "(a{1,100}){1,100}",
    "([à-ỹ]+)+": "([à-ỹ]+)+",
}
HARMLESS = [
    "", "a", "a+b+", "[0-9]{9,12}", r"0\d{9}", "(abc)+", r"[a-z]+(\.[a-z]+)*", r"([a-z]+\s)+", "(ab|cd)*", "(a|b)*",
    r"^([a-zA-Z0-9_\-.]+)@([a-zA-Z0-9_\-.]+)\.([a-zA-Z]{2,5})$", "([0-9]{1,3},)*[0-9]{1,3}", "(a?b)+", "(?i)abc",
    r"[^\]]+", r"[]a]+", r"\p{L}+( \p{L}+)*", ".*[0-9]{12}.*", "^$", "(^|,)a", r"(\+84|0)[0-9]{9}", "(a+b)*", "x*y*z*",
]  # fmt: skip


@pytest.mark.parametrize("pattern", EXPONENTIAL)
def test_an_ambiguous_loop_is_found_and_named(pattern: str) -> None:
    assert ambiguous_part(pattern) == EXPONENTIAL[pattern]


@pytest.mark.parametrize("pattern", HARMLESS)
def test_a_harmless_pattern_is_left_alone(pattern: str) -> None:
    compiled(pattern)
    assert ambiguous_part(pattern) == ""


@pytest.mark.parametrize("pattern", EXPONENTIAL)
def test_even_an_ambiguous_pattern_is_matched_at_once(pattern: str) -> None:
    started = time.process_time()
    matches("a" * 50_000 + "~", pattern)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("pattern", ["(", "[", "a**b(", "(?=a)", r"(a)\1", "((a{1000}){1000}){1000}", "*"])
def test_a_pattern_that_cannot_be_used_says_why_and_matches_nothing(pattern: str) -> None:
    with pytest.raises(PatternError, match=r"\w+"):
        compiled(pattern)
    assert not matches("a", pattern)


def test_a_long_pattern_is_told_in_time() -> None:
    started = time.process_time()
    ambiguous_part("([a-z]?[a-z]?[a-z]?)+" * 26)
    ambiguous_part("(a|b|c)*" * 400)
    ambiguous_part("(" * 2000 + "a" + ")*" * 2000)
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("text", "pattern", "fits"),
    [("0912345678", r"0\d{9}", True), ("٣", r"\d", False), ("Lê Thị Bảy", r"[\p{L} ]+", True), ("a\n", "a", False),
     ("ab", "a", False), ("Ă", "[À-ỹ]", True)],
)  # fmt: skip
def test_patterns_match_the_whole_text_as_in_collect(text: str, pattern: str, *, fits: bool) -> None:
    assert matches(text, pattern) is fits
