"""What the lexer and the projection return stays as it was made: what was checked is what is published."""

from __future__ import annotations

from dataclasses import is_dataclass
from types import ModuleType
from typing import Any

import pytest

from redaction.marking import damages, marks
from redaction.numbers import counts
from redaction.projecting import parts, projection

MODULES = (counts, damages, marks, parts, projection)


def values_of(module: ModuleType) -> list[Any]:
    """Return the dataclasses that are written in a module."""
    found = (each for each in vars(module).values() if isinstance(each, type) and is_dataclass(each))
    return [each for each in found if each.__module__ == module.__name__]


@pytest.mark.parametrize("module", MODULES)
def test_values_cannot_be_changed(module: ModuleType) -> None:
    """No attribute can be set or added."""
    for value in values_of(module):
        assert value.__dataclass_params__.frozen, value.__name__
        assert "__slots__" in vars(value), value.__name__


def test_each_kind_of_value_is_one() -> None:
    """A list of those that are known, so that none loses its decorator unseen."""
    assert {value.__name__ for module in MODULES for value in values_of(module)} == {
        "Finding",
        "Hidden",
        "Known",
        "Lexed",
        "Parts",
        "Projection",
        "Rounding",
        "_Context",
    }


def test_numbers_of_people_hold_nothing_beside_the_number() -> None:
    assert "__slots__" in vars(counts.People)
    assert not hasattr(counts.People(3), "__dict__")
