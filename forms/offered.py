"""The choices that a question offers now, each made when it is looked at: a list may have 10,000."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

from forms.media import Medium
from forms.prompt import PromptChoice
from forms.values.fold import fold_known

T = TypeVar("T")


class Offered(Sequence[PromptChoice], Generic[T]):
    """A sequence of choices over whatever they come from.

    `load` finds the items, at the first look; `value_of`, `label_of` and `media_of` read one of them.
    """

    def __init__(
        self,
        load: Callable[[], Sequence[T]],
        *,
        value_of: Callable[[T], str],
        label_of: Callable[[T], str],
        media_of: Callable[[T], tuple[Medium, ...]] = lambda _: (),
        known_keys: dict[str, list[str]] | None = None,
        is_static: Callable[[], bool] = lambda: False,
        language: str = "",
    ) -> None:
        """`known_keys` keeps the labels' keys by language, if they are the same in every filling."""
        self._load = load
        self._value_of = value_of
        self._label_of = label_of
        self._media_of = media_of
        self._known_keys = {} if known_keys is None else known_keys
        self._is_static = is_static
        self._language = language
        self._items: Sequence[T] | None = None

    @property
    def items(self) -> Sequence[T]:
        """What the choices are made of."""
        if self._items is None:
            self._items = self._load()
        return self._items

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> PromptChoice: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[PromptChoice, ...]: ...
    def __getitem__(self, place: int | slice) -> PromptChoice | tuple[PromptChoice, ...]:
        if isinstance(place, slice):
            return tuple(map(self._choice, self.items[place]))
        return self._choice(self.items[place])

    def values(self) -> Iterator[str]:
        """The values, without the cost of their labels."""
        return map(self._value_of, self.items)

    def keys(self) -> list[str]:
        """The labels as they are matched with what people type."""
        keys = self._known_keys.get(self._language)
        if keys is None:
            keys = [fold_known(self._label_of(item)) for item in self.items]
            if self._is_static():
                self._known_keys[self._language] = keys
        return keys

    def _choice(self, item: T) -> PromptChoice:
        return PromptChoice(value=self._value_of(item), label=self._label_of(item), media=self._media_of(item))


def values_of(choices: Sequence[PromptChoice]) -> Iterator[str]:
    """The values of any choices."""
    return choices.values() if isinstance(choices, Offered) else (choice.value for choice in choices)


def label_keys(choices: Sequence[PromptChoice]) -> list[str]:
    """The labels of any choices as they are matched with what people type."""
    return choices.keys() if isinstance(choices, Offered) else [fold_known(choice.label) for choice in choices]


def place_of(choices: Sequence[PromptChoice], value: str) -> int | None:
    """Where the value stands among any choices; None if it is not offered."""
    return next((place for place, other in enumerate(values_of(choices)) if other == value), None)


def label_of(choices: Sequence[PromptChoice], value: str) -> str:
    """The label of a value; the value itself if it is not offered."""
    place = place_of(choices, value)
    return value if place is None else choices[place].label
