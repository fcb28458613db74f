"""Finds identity-card and bank-account numbers in free text, so that they are refused (rule R29)."""

from __future__ import annotations

import re
from enum import StrEnum

from forms.values.fold import fold
from forms.values.normalize import tidy


class PersonalNumber(StrEnum):
    """What the digits look like."""

    IDENTITY = "identity"
    """12 digits (căn cước công dân) or 9 (the older chứng minh nhân dân)."""
    ACCOUNT = "account"
    """A bank account or card: announced as one, or ten and more digits that are no telephone."""


_RUN = re.compile(r"(?<!\d)\d(?:[ .\-]?\d)*(?!\d)")
_ANNOUNCED_ACCOUNT = re.compile(r"\b(?:stk|so tai khoan|so tk|tai khoan|tk|so the)\b\D{0,40}\d[\d .\-]{4,}")
_ANNOUNCED_IDENTITY = re.compile(
    r"\b(?:cccd|cmnd|cmt|cmtnd|can cuoc|chung minh|so dinh danh|ho chieu)\b\D{0,40}\d[\d .\-]{5,}"
)
_PHONE = re.compile(r"0\d{9}|02\d{9}|84\d{9}")
"""A mobile number; a landline, which has one digit more; one from abroad."""
_AMOUNT = re.compile(r"[1-9]\d{0,2}(?:\.\d{3}){1,3}")
_CURRENCY_FOLLOWS = re.compile(r"\s*(?:đ|d|đồng|dong|vnđ|vnd)\b", re.IGNORECASE)
_DATE_OR_RANGE = re.compile(r"\d{1,2}[.\-]\d{1,2}[.\-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|(?:19|20)\d{2} ?- ?(?:19|20)\d{2}")


def find_personal_number(text: str) -> PersonalNumber | None:
    """The first number that belongs to a person, if the text has one."""
    text = tidy(text)
    folded = fold(text)
    if _ANNOUNCED_IDENTITY.search(folded):
        return PersonalNumber.IDENTITY
    if _ANNOUNCED_ACCOUNT.search(folded):
        return PersonalNumber.ACCOUNT
    for run in _RUN.finditer(text):
        if kind := _kind(run[0], text[run.end() :]):
            return kind
    return None


def _kind(written: str, after: str) -> PersonalNumber | None:
    digits = re.sub(r"\D", "", written)
    if _PHONE.fullmatch(digits) or _AMOUNT.fullmatch(written) or _DATE_OR_RANGE.fullmatch(written):
        return None
    if _CURRENCY_FOLLOWS.match(after):
        return None
    if len(digits) in {9, 12}:
        return PersonalNumber.IDENTITY
    return PersonalNumber.ACCOUNT if 10 <= len(digits) <= 19 else None
