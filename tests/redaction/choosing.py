"""Where the decisions come from when records are made: drawn, seeded, or everything there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

T = TypeVar("T")

WHATS = ("text", "whole", "concealed")
"""How much of a unit can be withheld."""


class Choices(Protocol):
    """Where the decisions come from."""

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """Return some of the options, each once."""

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""

    def times(self, most: int) -> int:
        """Return how many records or values there are, at least one."""

    def members(self, most: int, *, able: bool) -> list[str | None]:
        """Return what is withheld of each member of a list; of those that are not `able`, nothing."""

    def single(self) -> str | None:
        """Return what is withheld of a unit that stands alone, or of a record."""

    def alone(self, options: Sequence[str]) -> list[str]:
        """Return the fields that are withheld by themselves."""


class Weighed:
    """Choices of which something is withheld now and then."""

    def chance(self, of: int) -> int:
        """Return a number below this."""
        raise NotImplementedError

    def pick(self, options: Sequence[T]) -> T:
        return options[self.chance(len(options))]

    def times(self, most: int) -> int:
        return 1 + self.chance(most)

    def members(self, most: int, *, able: bool) -> list[str | None]:
        return [self.single() if able else None for _ in range(self.times(most))]

    def single(self) -> str | None:
        return self.pick(WHATS) if self.chance(5) == 4 else None

    def alone(self, options: Sequence[str]) -> list[str]:
        return [self.pick(options)] if options and self.chance(5) == 4 else []


@dataclass(frozen=True)
class Drawn(Weighed):
    """Choices drawn one by one by Hypothesis, so that it can make a failing example smaller."""

    draw: Callable[[st.SearchStrategy[Any]], Any]

    def chance(self, of: int) -> int:
        return int(self.draw(st.integers(0, of - 1)))

    def some(self, options: Sequence[T], most: int) -> list[T]:
        if not options or most < 1:
            return []
        return list(self.draw(st.lists(st.sampled_from(options), max_size=most, unique=True)))


@dataclass(frozen=True)
class Seeded(Weighed):
    """Choices that follow from one number, which takes a fraction of the time."""

    random: Random

    def chance(self, of: int) -> int:
        return self.random.randrange(of)

    def some(self, options: Sequence[T], most: int) -> list[T]:
        return (
            self.random.sample(options, self.random.randint(0, min(most, len(options)))) if most > 0 else []
        )


@dataclass(frozen=True)
class Everything:
    """The choices that give every field of every model.

    Nothing is withheld, unless each unit is planted in every way in which it can be.
    """

    turn: int = 0
    """Which of several values is taken, so that records differ."""

    planted: bool = False
    """Whether each list of units has one member more for each way of withholding it."""

    what: str | None = None
    """How units that stand alone are withheld."""

    fields: bool = False
    """Whether each field that can be withheld by itself is."""

    def some(self, options: Sequence[T], most: int) -> list[T]:  # noqa: ARG002  # all, whatever is asked for
        return list(options)

    def pick(self, options: Sequence[T]) -> T:
        return options[self.turn % len(options)]

    def times(self, most: int) -> int:  # noqa: ARG002  # one is enough
        return 1

    def members(self, most: int, *, able: bool) -> list[str | None]:  # noqa: ARG002  # one of each
        return [None, *WHATS] if self.planted and able else [None]

    def single(self) -> str | None:
        return self.what

    def alone(self, options: Sequence[str]) -> list[str]:
        return list(options) if self.fields else []
