"""`khombot export --xml`: forms and answers for other ODK tools, without names."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.cli.console import the_ward, transact
from bot.clock import utc_now
from bot.domain.submissions import Empty
from forms.interchange import read_instance
from forms.xform import parse_xform
from storage.transaction import Transaction

PERIOD = "2020-Q4"


@pytest.fixture
def khombot(khombot: CliRunner) -> CliRunner:
    """Its fourth quarter of 2020 is open."""
    assert khombot.invoke(app, ["periods", "open", PERIOD]).exit_code == 0
    return khombot


def sent(tx: Transaction) -> None:
    """Khóm 1 has sent its figures twice, and a hardship case with names."""
    now = datetime(2020, 12, 18, 2, tzinfo=UTC)
    ward = the_ward(tx)
    period = tx.periods.by_code(ward.id, PERIOD)
    officer = tx.people.everybody(utc_now().date())[0].id
    unit = tx.units.by_code("K1")
    assert period is not None
    assert unit is not None
    report = tx.forms.latest("khom_dinh_ky")
    case = tx.forms.latest("hoan_canh_kho_khan")
    assert report is not None
    assert case is not None
    filled = tx.submissions.start("khom_dinh_ky", report.id, unit.id, period.id, "BC-K1-2020-Q4", {}, officer, now)
    tx.submissions.send(filled.id, report.id, {"tong_so_ho": "400"}, {}, officer, now)
    tx.submissions.send(filled.id, report.id, {"tong_so_ho": "412"}, {"kp_nsnn": Empty.UNKNOWN}, officer, now)
    hard = tx.submissions.start("hoan_canh_kho_khan", case.id, unit.id, None, "KK-K1-2020-001", {}, officer, now)
    tx.submissions.send(hard.id, case.id, {"dong_y": "co", "nguoi_dai_dien": "Đoàn Kim Ngân"}, {}, officer, now)


def test_forms_and_the_latest_answers_are_written_and_can_be_read_back(khombot: CliRunner, tmp_path: Path) -> None:
    transact(sent)
    done = khombot.invoke(app, ["export", "--period", PERIOD, "--xml", "--to", "odk"])
    assert done.exit_code == 0, done.output
    files = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "odk").iterdir()}
    assert files.keys() == {
        "khom_dinh_ky.v1.xml",
        "hoan_canh_kho_khan.v1.xml",
        "BC-K1-2020-Q4.2.xml",
        "KK-K1-2020-001.1.xml",
    }
    received = read_instance(parse_xform(files["khom_dinh_ky.v1.xml"]), files["BC-K1-2020-Q4.2.xml"])
    assert received.values == {"tong_so_ho": "412"}
    assert received.empties == {"kp_nsnn": Empty.UNKNOWN}
    assert received.instance_id.startswith("uuid:")
    assert received.deprecated_id not in {"", received.instance_id}
    assert not list((tmp_path / "odk").glob("*.xlsx"))


def test_names_of_people_in_need_stay_in_the_ward(khombot: CliRunner, tmp_path: Path) -> None:
    transact(sent)
    khombot.invoke(app, ["export", "--period", PERIOD, "--xml", "--to", "odk"])
    texts = [path.read_text(encoding="utf-8") for path in (tmp_path / "odk").iterdir()]
    assert not any("Ngân" in text for text in texts)
    case = parse_xform((tmp_path / "odk" / "hoan_canh_kho_khan.v1.xml").read_text(encoding="utf-8"))
    instance = (tmp_path / "odk" / "KK-K1-2020-001.1.xml").read_text(encoding="utf-8")
    assert "nguoi_dai_dien" in read_instance(case, instance).withheld


def test_the_same_sending_has_the_same_identity_whenever_it_is_exported(khombot: CliRunner, tmp_path: Path) -> None:
    transact(sent)
    for folder in ("one", "two"):
        khombot.invoke(app, ["export", "--period", PERIOD, "--xml", "--to", folder])
    once, again = ((tmp_path / folder / "BC-K1-2020-Q4.2.xml").read_bytes() for folder in ("one", "two"))
    assert once == again


def test_the_workbook_is_still_what_is_written_without_the_option(khombot: CliRunner, tmp_path: Path) -> None:
    done = khombot.invoke(app, ["export", "--period", PERIOD, "--to", "so"])
    assert done.exit_code == 0, done.output
    assert [path.suffix for path in (tmp_path / "so").iterdir()] == [".xlsx"]
