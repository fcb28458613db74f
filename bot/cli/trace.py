"""`khombot forms trace`: what a form does, step by step, in the words of ODK's own engine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

File = Annotated[Path, typer.Argument(help="An XLSForm (.xlsx, .md) or an XForm (.xml)")]
Steps = Annotated[
    typer.FileText,
    typer.Argument(
        encoding="utf-8",
        help='JSON: [path, value], ["+/path"] adds a row, ["-/path", index] removes one, ["@lang", name]; - reads it '
        "from the standard input",
    ),
]
Given = Annotated[list[str] | None, typer.Option(help="NAME=VALUE of a question that khombot itself supplies")]

Beside = Annotated[
    list[Path] | None, typer.Option("--with", help="A file that the form reads (.csv, .xml, .geojson); repeatable")
]


def trace(file: File, steps: Steps, given: Given = None, beside: Beside = None, username: str = "") -> None:
    """Write raw values into a form and print, as JSON, what is true of every node then.

    A form that could not be published is traced all the same, if it runs; why it could not goes to standard error.
    """
    import json
    import sys

    from bot.actions.tracing import form_of_file, given_values, steps_of
    from bot.clock import local, utc_now
    from forms.prompt import Surroundings
    from forms.trace import trace as replay

    around = Surroundings(now=local(utc_now()), username=username, given=given_values(given or ()))
    form = form_of_file(file, beside or (), lambda warning: print(warning, file=sys.stderr))
    found = replay(form, steps_of(steps.read(), steps.name), around)
    print(json.dumps(found, ensure_ascii=False, indent=1))
