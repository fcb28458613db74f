"""An invented khóm that lives from quarter to quarter: its true figures, as a head would report them.

The sizes are those of the wards in shared/domain.md §1 and §6.1 (150 to 1.034 households, 94 % recognised, a dozen
not considered); how much changes from quarter to quarter is assumed, and stands in the constants.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from random import Random

STAYS = 0.55
"""How often a count of households or people is the same as in the quarter before."""
GROWTH, SPREAD = 0.003, 0.009
"""By what share the others change."""
MERGED = 0.005
"""How often a part of another khóm comes or goes: a tenth to a quarter of the households at once."""
QUARTERS = 4

Figures = Mapping[str, int]


class Khom:
    """One khóm; the same seed lives the same life."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)
        self._households = self._random.randint(150, 1_034)
        self._people = round(self._households * self._random.uniform(3.2, 4.2))
        self._registers = self._random.uniform(0.96, 1)
        self._registered = 0
        self._meetings = self._random.uniform(1, 6)
        self._praised = [self._random.uniform(0.5, 2), self._random.uniform(1, 6), self._random.uniform(1, 6)]
        self._state = self._random.choice([1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000])
        self._given = round(self._random.lognormvariate(math.log(1_500_000), 0.6))

    def quarters(self, number: int) -> Iterator[tuple[int, Figures]]:
        """So many quarters from the first of a year on, each with its place in the year and its figures."""
        for count in range(number):
            quarter = count % QUARTERS + 1
            self._goes_on(quarter)
            yield quarter, self._report(quarter)

    def _goes_on(self, quarter: int) -> None:
        if self._random.random() < MERGED:
            share = 1 + self._random.choice([-1, 1]) * self._random.uniform(0.1, 0.25)
            self._households, self._people = round(self._households * share), round(self._people * share)
        else:
            self._households = self._moved(self._households)
            self._people = max(self._moved(self._people), 2 * self._households + 1)
        if quarter == 1:  # who registers does so at the beginning of the year
            self._registers = min(1.0, max(0.9, self._registers + self._random.gauss(0, 0.01)))
            self._registered = round(self._households * self._registers)
        self._registered = min(self._registered, self._households)

    def _moved(self, figure: int) -> int:
        if self._random.random() < STAYS:
            return figure
        return figure + round(self._random.gauss(GROWTH * figure, SPREAD * figure))

    def _report(self, quarter: int) -> Figures:
        titles = self._titles() if quarter == QUARTERS else {}
        state = self._money(self._state, 0.3, nought=0.15)
        given = self._money(self._given, 0.7, nought=0.25)
        season = 3 if quarter == QUARTERS else 1
        groups, families, persons = (self._events(often * season) for often in self._praised)
        return {
            "tong_so_ho": self._households,
            "tong_nhan_khau": self._people,
            "ho_dang_ky_gdvh": self._registered,
            **titles,
            "so_buoi_tuyen_truyen": self._events(self._meetings),
            "kp_nsnn": state,
            "kp_xa_hoi_hoa": given,
            "kp_da_chi": round((state + given) * self._random.uniform(0.5, 1) / 10_000) * 10_000,
            "so_khen_tap_the": groups,
            "so_khen_gia_dinh": families,
            "so_khen_ca_nhan": persons,
        }

    def _titles(self) -> Figures:
        recognised = round(self._registered * self._random.uniform(0.9, 0.98))
        passed_over = round((self._registered - recognised) * self._random.uniform(0.5, 1))
        return {
            "ho_dat_gdvh": recognised,
            "ho_khong_xet_gdvh": passed_over,
            "ho_gdvh_3nam": round(recognised * self._random.uniform(0.28, 0.36)),
        }

    def _money(self, usual: float, spread: float, nought: float) -> int:
        if self._random.random() < nought:
            return 0
        return max(10_000, round(usual * self._random.lognormvariate(0, spread) / 10_000) * 10_000)

    def _events(self, often: float) -> int:
        """Poisson: how many of what happens so often in a quarter happen in this one."""
        least, count, product = math.exp(-often), 0, self._random.random()
        while product > least:
            product *= self._random.random()
            count += 1
        return count
