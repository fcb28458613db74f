"""Phone numbers as people write them, and as one can dial them."""

from __future__ import annotations

from bot.domain.errors import Invalid

REGION = "VN"
"""Where a number without a country's prefix is."""


def read_phone(typed: str) -> str:
    """The number as +84901234567, nothing for nothing; Invalid("phone") if nobody can be called by it."""
    import phonenumbers  # not in every turn

    if not typed.strip():
        return ""
    try:
        number = phonenumbers.parse(typed, REGION)
    except phonenumbers.NumberParseException:
        raise Invalid("phone", typed=typed) from None
    if not phonenumbers.is_valid_number(number):
        raise Invalid("phone", typed=typed)
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def show_phone(stored: str) -> str:
    """0901 234 567: as it is dialled in Vietnam; a foreign one with its prefix."""
    import phonenumbers

    number = phonenumbers.parse(stored, REGION)
    at_home = phonenumbers.region_code_for_number(number) == REGION
    formats = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, formats.NATIONAL if at_home else formats.INTERNATIONAL)
