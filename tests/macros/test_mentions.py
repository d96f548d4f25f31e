"""Where records name each other, and where that is not said."""

from __future__ import annotations

from typing import Any

import pytest

from editions.kinds import PUBLIC_KINDS
from macros.views.mentions import mentions
from tests.macros.fillings import fill
from tests.macros.samples import holding


def open_units(plain: Any) -> Any:
    """Return plain values in which no unit is withheld."""
    if isinstance(plain, dict):
        return {name: open_units(value) for name, value in plain.items() if name != "withheld"}
    return [open_units(each) for each in plain] if isinstance(plain, list) else plain


@pytest.mark.parametrize("kind", PUBLIC_KINDS)
def test_nothing_is_mentioned_in_what_is_withheld(kind: str) -> None:
    """A withheld unit of any kind names nothing, although some of it may stay; the same unit, open, does."""
    filled = fill(PUBLIC_KINDS[kind])
    model = PUBLIC_KINDS[kind]
    withheld = mentions(holding(kind, model.model_validate(filled.plain)))
    shown = mentions(holding(kind, model.model_validate(open_units(filled.plain))))

    assert withheld == {}
    assert {what for what, _ in shown} == set(filled.references)
