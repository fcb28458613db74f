"""A workbook that comes packed together with its pictures."""

from __future__ import annotations

import time

import pytest

from forms.files.bundle import unpacked
from forms.findings import FormError
from tests.forms.lint.bundle_cases import BUNDLES, packed


@pytest.mark.parametrize("name", BUNDLES)
def test_a_bad_archive_is_refused_soon_and_says_why(name: str) -> None:
    code, made = BUNDLES[name]
    content = made()
    began = time.process_time()
    with pytest.raises(FormError) as caught:
        unpacked(content)
    assert [finding.code for finding in caught.value.findings] == [code]
    assert time.process_time() - began < 1


def test_a_path_in_a_name_is_only_its_last_part() -> None:
    bundle = unpacked(packed({"../../etc/phieu.xlsx": b"1", "/anh/ban-do.png": b"2", "C:/x/nghe.mp3": b"3"}))
    assert (bundle.name, bundle.workbook) == ("phieu.xlsx", b"1")
    assert bundle.others == {"ban-do.png": b"2", "nghe.mp3": b"3"}


def test_what_a_mac_adds_is_left_out() -> None:
    litter = {"__MACOSX/anh/._ban-do.png": b"x", "anh/.DS_Store": b"x"}
    bundle = unpacked(packed({"phieu.xlsx": b"1", "anh/ban-do.png": b"2", **litter}))
    assert bundle.others == {"ban-do.png": b"2"}
