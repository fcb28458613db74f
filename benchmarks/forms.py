"""CPU time that the form engine takes for one turn, for each shipped form.

    python -m benchmarks.forms [--walks 200]

A turn is what the conversation does with an answer: make the filling from its remembered state, ask, take the answer,
ask what comes next, and remember the state. Every turn of a whole walk through the form is measured.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from bot.domain.submissions import FillingState
from forms.filling import Filling, begin
from forms.library import SHIPPED
from forms.prompt import Accepted, Surroundings
from forms.xform import Form, parse_xform
from forms.xlsform import to_xform

NOW = datetime(2020, 12, 18, 9, 0, tzinfo=timezone(timedelta(hours=7)))
WARM_UP = 20

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "khom_dinh_ky": {
        "tong_so_ho": "412 hộ",
        "tong_nhan_khau": "1.650",
        "ho_dang_ky_gdvh": "410 hộ",
        "ho_dat_gdvh": "389",
        "ho_khong_xet_gdvh": "12",
        "ho_gdvh_3nam": "120",
        "ho_gia_dinh_the_thao": "96",
        "ho_gia_dinh_hoc_tap_dk": "350",
        "ho_gia_dinh_hoc_tap_dat": "320",
        "da_co_ke_hoach_nam": "có",
        "dang_ky_khom_vmdt": "dạ có",
        "so_buoi_tuyen_truyen": "3",
        "so_luot_nguoi_du": "150",
        "kp_nsnn": "2 triệu",
        "kp_xa_hoi_hoa": "1tr2",
        "kp_da_chi": "850 ngàn",
        "cong_trinh_xhh": "Đèn đường hẻm 12",
        "so_khen_tap_the": "0",
        "so_khen_gia_dinh": "5",
        "so_khen_ca_nhan": "không phát sinh",
        "kho_khan_vuong_mac": "Nhà văn hóa bị dột",
        "kien_nghi": "không có",
    },
    "hoan_canh_kho_khan": {
        "dong_y": "đồng ý",
        "cach_hoi": "1",
        "ngay_dong_y": "hôm qua",
        "nguoi_dai_dien": "Nguyễn Thị Bảy",
        "nam_sinh": "1962",
        "dia_chi_to": "tổ 5, số nhà 12/3A",
        "so_nhan_khau": "4",
        "dien_ho": "hộ cận nghèo",
        "nhom_hoan_canh": "1, 8",
        "nhu_cau": "nhà ở",
        "muc_do_gap": "rất gấp",
        "mo_ta_ngan": "Nhà bị tốc mái sau mưa bão",
    },
    "guong_ntvt": {
        "loai": "cá nhân",
        "ten": "Trần Văn Út",
        "viec_lam": "Hiến 40 mét đất làm đường hẻm 12 cho 15 hộ đi lại",
        "ngay_viec": "1/12",
        "linh_vuc": "hiến đất",
        "gia_tri_uoc": "60 triệu",
        "dong_y_anh": "không",
        "dong_y_neu_guong": "đồng ý",
    },
}
GIVEN: Mapping[str, Sequence[Mapping[str, str]]] = {
    "khom_dinh_ky": [{"ky_loai": "quarter", "ky_so": "1"}, {"ky_loai": "year", "ky_so": "1"}],
}
"""What the product supplies; a form is walked through once for each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One answer, and the state that it meets."""

    state: FillingState
    typed: str


def turns(form: Form, surroundings: Surroundings, answers: Mapping[str, str]) -> Iterator[Turn]:
    """A walk through the form from the first question to the review."""
    state = begin(form, surroundings)
    while (prompt := Filling(form, state, surroundings).prompt()) is not None:
        turn = Turn(state=state, typed=answers[prompt.name])
        state, accepted = play(form, surroundings, turn)
        if not accepted:
            raise ValueError(f"{form.id} does not take {turn.typed} for {prompt.name}")
        yield turn


def play(form: Form, surroundings: Surroundings, turn: Turn) -> tuple[FillingState, bool]:
    """What one turn of the conversation asks of the engine."""
    filling = Filling(form, turn.state, surroundings)
    filling.prompt()
    outcome = filling.answer(turn.typed)
    filling.prompt()
    return filling.state, isinstance(outcome, Accepted)


def measure(form: Form, surroundings: Surroundings, script: Sequence[Turn], walks: int) -> list[float]:
    """Seconds of CPU per turn, one figure for every walk."""
    for _ in range(WARM_UP):
        _walk(form, surroundings, script)
    return [_walk(form, surroundings, script) for _ in range(walks)]


def _walk(form: Form, surroundings: Surroundings, script: Sequence[Turn]) -> float:
    begun = time.process_time()
    for turn in script:
        play(form, surroundings, turn)
    return (time.process_time() - begun) / len(script)


def main() -> None:
    """Print a table: the median walk says what to expect, the best one what a busy machine hides."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--walks", type=int, default=200)
    walks = parser.parse_args().walks
    print("| form | turns | µs CPU/turn, median walk | best walk |")
    print("|---|---|---|---|")
    for shipped in SHIPPED:
        form = parse_xform(to_xform(shipped.source(), file_type=".md", family=shipped.family).xform)
        for given in GIVEN.get(shipped.family, [{}]):
            surroundings = Surroundings(now=NOW, username="Lan", given=given)
            script = list(turns(form, surroundings, ANSWERS[shipped.family]))
            times = measure(form, surroundings, script, walks)
            name = " ".join((shipped.family, *given.values()))
            print(f"| {name} | {len(script)} | {statistics.median(times) * 1e6:.0f} | {min(times) * 1e6:.0f} |")


if __name__ == "__main__":
    main()
