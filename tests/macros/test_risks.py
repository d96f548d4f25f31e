"""The pages of risk registers: tables have the columns that a row fills, and no others."""

from __future__ import annotations

import re
from typing import Any

from editions.datasets import Dataset
from macros.all_macros import macros_for
from tests.macros.samples import POLICY, entry
from tests.macros.samples_risks import EARLIER


def shown(*risks: dict[str, Any]) -> str:
    """Return the page of a register with these risks."""
    register = EARLIER | {"risks": list(risks)}
    dataset = Dataset({"risks": (entry("risks", register),), "policy": (entry("policy", POLICY),)})
    return macros_for(dataset)["risk_register"]("register-2025")


def columns(page: str, name: str) -> list[str]:
    """Return the heads of the columns of a table."""
    table = page[page.index(f'aria-label="{name}"') :].split("</thead>", maxsplit=1)[0]
    return re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', table)


def test_a_column_without_anything_in_it_is_left_out() -> None:
    """Owners, scores, trends and days that no risk has make no column."""
    page = shown(
        {"id": "a", "title": "One", "residual": {"rating": "high"}, "actions": [{"text": "Ask."}]},
        {"id": "b", "title": "Two"},
    )
    assert columns(page, "The risks at a glance") == ["Risk", "As things are"]
    assert columns(page, "Scores of this risk") == ["Score", "Result"]
    assert columns(page, "What more is to be done") == ["Action", "How it stands"]


def test_one_row_is_enough_for_a_column() -> None:
    """A column stands as soon as one risk fills it; the others are empty there."""
    page = shown(
        {"id": "a", "title": "One", "owner_words": "All", "residual": {"likelihood": "2", "impact": "3"}},
        {"id": "b", "title": "Two", "trend": "better"},
    )
    assert columns(page, "The risks at a glance") == ["Risk", "Owner", "As things are", "Trend"]
    assert columns(page, "Scores of this risk") == ["Score", "Likelihood", "Impact", "Result"]


def test_a_withheld_risk_spans_the_columns_that_there_are() -> None:
    """Its notice stands in place of them, or beside its title where there are none."""
    withheld = {"id": "w", "title": "A contract", "withheld": {"reason": "personal"}}
    alone = shown(withheld)
    beside = shown(withheld, {"id": "a", "title": "One", "owner_words": "All", "trend": "better"})
    assert "colspan" not in alone
    assert 'href="/withheld/#reason-personal"' in alone[: alone.index("</table>")]
    assert '<td colspan="2">' in beside
