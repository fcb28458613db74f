"""The sheets of the officer's workbook, in the order of their tabs; a new sheet is one file and one line here."""

from exports.sheets.base import Sheet
from exports.sheets.good_deeds import GOOD_DEEDS
from exports.sheets.hardship import HARDSHIP
from exports.sheets.sending import SENDING
from exports.sheets.summary import SUMMARY

SHEETS: tuple[Sheet, ...] = (SUMMARY, HARDSHIP, GOOD_DEEDS, SENDING)

__all__ = ["SHEETS", "Sheet"]
