"""How a form's changes and a workbook that is in order look as replies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.clock import local_date
from bot.conversation.way_home import ONLY_HOME
from bot.domain.errors import BotError
from bot.domain.submissions import PublishedForm
from bot.messages import Attachment, Choice, Reply
from bot.texts import dates
from bot.texts import publishing as words
from bot.texts.problems import sentence
from forms.differences import Change, Difference
from forms.findings import Finding, said_shortly
from forms.media import Medium

MOST_LINES = 12
"""A message is read on a phone; the rest is counted."""
LONGEST_TEXT = 70
"""Letters of a label or condition inside a line."""
COUNTED_BY_NAME = frozenset({Change.REMOVED, Change.RENAMED, Change.RETYPED})
"""What takes a figure away from the rates that are computed by its name."""


def ready(
    *,
    proposal: int,
    name: str,
    in_force: PublishedForm,
    differences: Sequence[Difference],
    warnings: Sequence[Finding],
    missing: Sequence[Medium],
    problems: Sequence[BotError],
    planned: Sequence[PublishedForm],
    next_start: date,
    rated: Iterable[str],
) -> Reply:
    """A workbook that may be tried, published or dropped. `rated`: the names of questions that rates are made of."""
    lines = [words.READY.format(name=name, title=in_force.title), *_changes(in_force, differences)]
    lines += [
        words.USED_IN_RATES.format(label=one.label)
        for one in differences
        if one.change in COUNTED_BY_NAME and {one.name, one.before} & set(rated)
    ]
    lines += [words.REPLACES.format(version=form.version, since=since(form)) for form in planned]
    if warnings:
        lines += [words.WARNED, said_shortly(warnings)]
    lines += [*map(sentence, problems), *_missing(missing)]
    return Reply(text="\n".join(lines), hint=words.READY_HINT, rows=_ways(proposal, next_start))


def files(
    *,
    proposal: int,
    taken: Sequence[str],
    problems: Sequence[BotError],
    missing: Sequence[Medium],
    next_start: date,
) -> Reply:
    """What became of files that were sent for a workbook."""
    lines = [words.FILES_TAKEN.format(names=", ".join(taken))] if taken else []
    lines += [*map(sentence, problems), *(_missing(missing) or [words.FILES_ALL_HERE])]
    return Reply(text="\n".join(lines), rows=_ways(proposal, next_start))


def _missing(missing: Sequence[Medium]) -> list[str]:
    if not missing:
        return []
    names = [one.name for one in missing[:MOST_LINES]]
    if len(missing) > MOST_LINES:
        names.append(words.MORE_FILES.format(count=len(missing) - MOST_LINES))
    return [words.FILES_MISSING.format(count=len(missing), names=", ".join(names))]


def _ways(proposal: int, next_start: date) -> tuple[tuple[Choice, ...], ...]:
    return (
        (Choice(id=f"@trial:{proposal}", label=words.TRY),),
        (Choice(id=f"@forms:now:{proposal}", label=words.USE_NOW),),
        (Choice(id=f"@forms:next:{proposal}", label=words.USE_NEXT.format(day=dates.day(next_start))),),
        (Choice(id=f"@forms:drop:{proposal}", label=words.DROP),),
    )


def which_family(proposal: int, name: str, families: Sequence[tuple[str, str]]) -> Reply:
    """A workbook that is in order and does not say which form it is; families as (name, title)."""
    rows = tuple((Choice(id=f"@forms:for:{proposal}:{family}", label=title),) for family, title in families)
    drop = (Choice(id=f"@forms:drop:{proposal}", label=words.DROP),)
    return Reply(text=words.WHICH_FAMILY.format(name=name), hint=words.WHICH_FAMILY_HINT, rows=(*rows, drop))


def refused(name: str, findings: Sequence[Finding], marked: Attachment | None) -> Reply:
    """What is wrong with a workbook, with the workbook itself if its cells could be marked."""
    return Reply(
        text="\n".join((words.REFUSED.format(name=name, count=len(findings)), said_shortly(findings))),
        hint=words.REFUSED_HINT if marked else words.REFUSED_HINT_NO_FILE,
        rows=ONLY_HOME,
        attachments=(marked,) if marked else (),
    )


def since(form: PublishedForm) -> str:
    """The day from which a version counts."""
    return dates.day(form.starts_on or local_date(form.published_at))


def _changes(in_force: PublishedForm, differences: Sequence[Difference]) -> list[str]:
    if not differences:
        return [words.NO_CHANGE.format(version=in_force.version)]
    lines = [_change(one) for one in differences[:MOST_LINES]]
    if len(differences) > MOST_LINES:
        lines.append(words.MORE_CHANGES.format(count=len(differences) - MOST_LINES))
    return [words.COMPARED.format(version=in_force.version), *lines]


def _change(one: Difference) -> str:
    line = words.CHANGES[one.change.value].format(
        label=_short(one.label), before=_part(one.before), after=_part(one.after)
    )
    return words.LINE.format(finding=line)


def _part(text: str) -> str:
    return {"": words.NOTHING, "true()": words.ALWAYS}.get(text, _short(text))


def _short(text: str) -> str:
    return text if len(text) <= LONGEST_TEXT else f"{text[: LONGEST_TEXT - 1].rstrip()}…"
