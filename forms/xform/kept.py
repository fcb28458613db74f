"""Under which name each value is kept, exported and carried over: its own, or with its groups where others have it.

/data/chong/ten, /data/vo/ten    kept as "chong/ten" and "vo/ten"
/data/chong/tuoi                 kept as "tuoi": no other question is called so
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from forms.xform.form import Blueprint

META = "meta"
"""The group of ODK's own values, which no author names."""


def with_kept_names(root: Blueprint) -> Blueprint:
    """The same shape, in which every question and every repeat has a name of its own."""
    taken = Counter(element.name for element in root.walk() if _is_kept(root, element))
    return _named(root, root, taken)


def _named(element: Blueprint, root: Blueprint, taken: Counter[str]) -> Blueprint:
    longer = taken[element.name] > 1 and _is_kept(root, element)
    return replace(
        element,
        kept=element.path.removeprefix(f"{root.path}/") if longer else element.name,
        children=tuple(_named(child, root, taken) for child in element.children),
    )


def _is_kept(root: Blueprint, element: Blueprint) -> bool:
    """Whether values stand under its name: those of a group stand under their own."""
    return (element.repeats or not element.children) and not element.path.startswith(f"{root.path}/{META}/")
