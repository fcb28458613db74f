"""Print what is questioned in a ward of forty khóm over three years, with and without their history."""

from __future__ import annotations

import sys

from tests.forms.slips.counting import Tally, ward
from tests.forms.slips.kinds import SLIPS

KHOMS, QUARTERS = 40, 13


def main() -> None:
    """The table."""
    seeds = [f"khóm {number}" for number in range(KHOMS)]
    said, before = ward(seeds, QUARTERS), ward(seeds, QUARTERS, with_history=False)
    out = sys.stdout.write
    out(f"honest figures: {said.honest} in {said.reports} reports, {said.kept} kept with a tap\n")
    out(f"questioned by history or size: {said.questioned.total()} = {said.false_alarms:.2%}\n")
    out("".join(f"  {name}: {count}\n" for name, count in said.questioned.most_common()))
    out(f"questioned by the form's own checks: {said.asked_by_the_form}\n")
    for kind in SLIPS:
        out(_line(kind, said, before))


def _line(kind: str, said: Tally, before: Tally) -> str:
    alone = said.by_history[kind] / said.slips[kind]
    line = (
        f"{kind}: {said.slips[kind]} slips, noticed {said.share(kind):.0%} (without history {before.share(kind):.0%};"
    )
    line += f" only by history {alone:.0%})"
    if said.standing[kind]:
        of_them, then = said.standing_share(kind), before.standing_share(kind)
        line += f"; of households and people {of_them:.0%} (without history {then:.0%})"
    return f"{line}\n"


if __name__ == "__main__":
    main()
