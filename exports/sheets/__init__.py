"""The sheets of the officer's workbook, in the order of their tabs; a new sheet is one file and one line here.

Behind them come those that only some periods have: ENTRUSTED where khóm left answers to the ward, that of
`confirmed_sheets`, if any unusual figure was confirmed, and those of `list_sheets`: as many as the forms in force have
lists.
"""

from exports.sheets.base import Sheet
from exports.sheets.confirmed import CONFIRMED, confirmed_sheets
from exports.sheets.entrusted import ENTRUSTED
from exports.sheets.good_deeds import GOOD_DEEDS
from exports.sheets.hardship import HARDSHIP
from exports.sheets.lists import list_sheets
from exports.sheets.sending import SENDING
from exports.sheets.summary import SUMMARY

SHEETS: tuple[Sheet, ...] = (SUMMARY, HARDSHIP, GOOD_DEEDS, SENDING)
SOMETIMES: tuple[Sheet, ...] = (ENTRUSTED,)

__all__ = ["CONFIRMED", "ENTRUSTED", "SHEETS", "SOMETIMES", "Sheet", "confirmed_sheets", "list_sheets"]
