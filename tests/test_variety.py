"""Everything on the list of what real documents show has a home in the data format."""

from __future__ import annotations

import re
from pathlib import Path

from records.fields import Model
from records.kinds import KINDS
from records.shapes import models_of

PAGE = Path(__file__).parent.parent / "decisions" / "variety.md"
OURS = {*range(1, 100)}
"""The rows that concern the kinds which there are."""

ROWS = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
MODELS: dict[str, type[Model]] = {
    model.__name__: model for kind in KINDS.values() for model in (kind.model, *models_of(kind.model))
}


def test_every_row_has_a_place_in_the_table() -> None:
    """Each row that concerns our kinds stands in the table once, in order."""
    assert [int(number) for number, _, _ in ROWS] == sorted(OURS)


def test_every_home_exists() -> None:
    """Each `Model.field` in the page is a field of the data format."""
    named = re.findall(r"`([A-Z][A-Za-z]+)\.([a-z_]+)`", PAGE.read_text("utf-8"))
    assert named
    assert [
        f"{model}.{field}"
        for model, field in named
        if model not in MODELS or field not in MODELS[model].model_fields
    ] == []


def test_every_row_names_a_home() -> None:
    """A row says a field, or that it is prose, or that it belongs to other kinds."""
    homeless = [
        number
        for number, _, home in ROWS
        if not re.search(r"`[A-Z][A-Za-z]+\.[a-z_]+`", home) and "issue of other kinds" not in home
    ]
    assert homeless == []
