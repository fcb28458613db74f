"""`khombot forms trace`: a form and steps in, one JSON object out, and one clear sentence for what cannot be used."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import app
from bot.domain.errors import Invalid
from bot.texts.operator import english
from forms.xlsform import to_xform

FORM = """
| survey |
| | type      | name | label    | calculation | bind::khom:given |
| | integer   | so   | Mấy hộ?  |             |                  |
| | hidden    | ky   |          |             | yes              |
| | calculate | doi  |          | ${so} * 2   |                  |
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The form as a table and as an XForm, and steps."""
    (tmp_path / "f.md").write_text(FORM, encoding="utf-8")
    (tmp_path / "f.xml").write_text(to_xform(FORM, file_type=".md", family="f").xform, encoding="utf-8")
    (tmp_path / "s.json").write_text('[["/data/so", "206"], ["/data/nope", 1]]', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["f.md", "f.xml"])
def test_a_form_is_traced_from_a_table_or_an_xform(folder: Path, name: str) -> None:
    ran = CliRunner().invoke(app, ["forms", "trace", str(folder / name), str(folder / "s.json"), "--given", "ky=2020"])
    assert ran.exit_code == 0, ran.output
    traced = json.loads(ran.output)
    values = {node["ref"]: node.get("value") for node in traced["nodes"]}
    assert (values["/data/so"], values["/data/doi"], values["/data/ky"]) == ("206", "412", "2020")
    assert traced["errors"] == [{"step": 1, "error": "There is no node /data/nope."}]
    assert "<doi>412</doi>" in traced["submission"]["xml"]


def test_steps_come_from_the_standard_input_too(folder: Path) -> None:
    ran = CliRunner().invoke(app, ["forms", "trace", str(folder / "f.md"), "-"], input='[["/data/so", "7"]]')
    assert '"14"' in ran.output


@pytest.mark.parametrize(
    ("steps", "says"),
    [
        ("[", "it is not JSON"),
        ("{}", "it is not a list"),
        ('[["/data/so", "1"], 7]', "step 1 is 7"),
        ('[["/data/so", "1", "2"]]', "step 0 is"),
    ],
)
def test_steps_that_cannot_be_used_are_refused_with_an_example(folder: Path, steps: str, says: str) -> None:
    ran = CliRunner().invoke(app, ["forms", "trace", str(folder / "f.md"), "-"], input=steps)
    assert ran.exit_code == 1
    assert isinstance(ran.exception, Invalid)
    assert says in english(ran.exception)
    assert "write for example" in english(ran.exception)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<h:html", "not an XForm"),
        (b"\xff\xfe\x00", "it is not UTF-8"),
        (b"<a/>", "has no"),
    ],
)
def test_a_file_that_is_no_xform_is_refused(folder: Path, content: bytes, says: str) -> None:
    (folder / "bad.xml").write_bytes(content)
    ran = CliRunner().invoke(app, ["forms", "trace", str(folder / "bad.xml"), str(folder / "s.json")])
    assert isinstance(ran.exception, Invalid)
    assert says in english(ran.exception)


def test_a_form_that_runs_is_traced_though_it_could_not_be_published(folder: Path) -> None:
    (folder / "f.md").write_text(FORM.replace("| integer   | so ", "| geoshape  | so "), encoding="utf-8")
    ran = CliRunner().invoke(app, ["forms", "trace", str(folder / "f.md"), str(folder / "s.json")])
    assert ran.exit_code == 0
    assert "geoshape" in ran.stderr
    assert json.loads(ran.stdout)["nodes"]


def test_a_form_that_does_not_run_is_refused_with_its_place(folder: Path) -> None:
    (folder / "f.md").write_text(FORM.replace("${so} * 2", "${so} *"), encoding="utf-8")
    ran = CliRunner().invoke(app, ["forms", "trace", str(folder / "f.md"), str(folder / "s.json")])
    assert isinstance(ran.exception, Invalid)
    assert "row 4" in english(ran.exception)


def test_what_is_given_has_a_name_and_a_value(folder: Path) -> None:
    ran = CliRunner().invoke(app, ["forms", "trace", str(folder / "f.md"), str(folder / "s.json"), "--given", "2020"])
    assert isinstance(ran.exception, Invalid)
    assert "NAME=VALUE" in english(ran.exception)


def test_a_table_that_the_form_reads_comes_with_it(folder: Path) -> None:
    (folder / "khom.csv").write_text("name,so_ho\nk1,412\n", encoding="utf-8")
    (folder / "t.md").write_text(
        """
| survey |
| | type      | name | label | calculation                            |
| | text      | ma   | Mã?   |                                        |
| | calculate | ho   |       | pulldata('khom', 'so_ho', 'name', ${ma}) |
""",
        encoding="utf-8",
    )
    command = ["forms", "trace", str(folder / "t.md"), "-", "--with", str(folder / "khom.csv")]
    ran = CliRunner().invoke(app, command, input='[["/data/ma", "k1"]]')
    assert "<ho>412</ho>" in json.loads(ran.output)["submission"]["xml"]
