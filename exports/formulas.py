"""The live formulas of the summary: sums that say what is missing, rates that wait until nothing is.

They follow bot/domain/consolidation.py cell by cell, so an officer who types a late khóm's figure over "chưa nộp" gets
the same totals, rates and verdicts that the next export would show. Function names are English and arguments are
separated by commas: that is how the file format stores formulas, whatever language the spreadsheet speaks.
"""

from __future__ import annotations

from dataclasses import dataclass

KNOWN_CELL = 'OR(ISNUMBER({cell}),{cell}="không phát sinh")'
"""Whether a khóm's count can be added up; "không phát sinh" adds 0."""

HAVE_NUMBERS = 'COUNT({cells})+COUNTIF({cells},"không phát sinh")'
HAVE_ANSWERS = 'COUNTIF({cells},"có")+COUNTIF({cells},"không")+COUNTIF({cells},"không phát sinh")'
COUNT_OF_YES = 'COUNTIF({cells},"có")'
SUM_OF_NUMBERS = "SUM({cells})"
TOTAL = 'IF({have}=0,"–",{reached})'
COVERAGE = 'IF({have}=ROWS({cells}),"đủ","chưa đủ")&" ("&{have}&"/"&ROWS({cells})&" khóm)"'

RATE_OF_KHOM = (
    "IF(" + KNOWN_CELL.format(cell="{whole}") + ","
    "IF(" + KNOWN_CELL.format(cell="{part}") + ","
    'IF(N({whole})=0,"–",ROUND(N({part})/N({whole}),4)),{part}),{whole})'
)
"""Where a count is missing the cell repeats what is said in its place."""

HAVE_BOTH = 'SUMPRODUCT((ISNUMBER({part})+({part}="không phát sinh"))*(ISNUMBER({whole})+({whole}="không phát sinh")))'
RATE_OF_WARD = (
    'IF({both}=ROWS({whole}),IF(SUM({whole})=0,"–",ROUND(SUM({part})/SUM({whole}),4)),'
    '"chưa đủ ("&{both}&"/"&ROWS({whole})&" khóm)")'
)

VERDICT_ON_RATE = (
    'IF(ISNUMBER({result}),IF(SUM({part})>=ROUND({plan}*SUM({whole}),6),"đạt","chưa đạt"),"chưa đánh giá được")'
)
"""Compares the counts, not the rounded rate: all but one household of 25.000 is printed as 100,00% and is not all."""

COUNT_OF_KHOMS = 'IF({have}=0,"chưa có số liệu",TEXT({reached},"00")&"/"&TEXT(ROWS({cells}),"00")&" khóm")'
VERDICT_ON_COUNT = 'IF({have}=ROWS({cells}),IF({reached}>={plan},"đạt","chưa đạt"),"chưa đánh giá được")'


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The cells of one column over all khóms, as the formulas name them."""

    column: str
    first: int
    last: int
    answers: bool = False
    """Whether it holds có and không instead of numbers."""

    @property
    def cells(self) -> str:
        """D8:D11."""
        return f"{self.column}{self.first}:{self.column}{self.last}"

    @property
    def have(self) -> str:
        """How many khóms are in the sum."""
        return (HAVE_ANSWERS if self.answers else HAVE_NUMBERS).format(cells=self.cells)

    @property
    def reached(self) -> str:
        """How many khóms said có, or the sum of the numbers."""
        return (COUNT_OF_YES if self.answers else SUM_OF_NUMBERS).format(cells=self.cells)


def total(span: Span) -> str:
    """The sum so far; a dash where no khóm is in it yet, because nothing known is not 0."""
    return TOTAL.format(have=span.have, reached=span.reached)


def coverage(span: Span) -> str:
    """Whether all khóms are in the sum: đủ (4/4 khóm), chưa đủ (3/4 khóm)."""
    return COVERAGE.format(have=f"({span.have})", cells=span.cells)


def khom_rate(part: Span, whole: Span, row: int) -> str:
    """One khóm's rate."""
    return RATE_OF_KHOM.format(part=f"{part.column}{row}", whole=f"{whole.column}{row}")


def ward_rate(part: Span, whole: Span) -> str:
    """The ward's rate: sum over sum, and only when every khóm has given both."""
    both = HAVE_BOTH.format(part=part.cells, whole=whole.cells)
    return RATE_OF_WARD.format(both=both, part=part.cells, whole=whole.cells)


def rate_verdict(part: Span, whole: Span, *, plan: str, result: str) -> str:
    """Whether the ward's rate in the cell `result` reaches the share in the cell `plan`."""
    return VERDICT_ON_RATE.format(part=part.cells, whole=whole.cells, plan=plan, result=result)


def khom_count(span: Span) -> str:
    """How many khóms of how many: 03/04 khóm."""
    return COUNT_OF_KHOMS.format(have=span.have, reached=span.reached, cells=span.cells)


def count_verdict(span: Span, *, plan: int) -> str:
    """Whether the promised number of khóms is reached."""
    return VERDICT_ON_COUNT.format(have=span.have, reached=span.reached, cells=span.cells, plan=plan)
