"""Numbers of people and owners of risks: what the public sees of them, and what it never does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.canonical import to_bytes, to_plain
from editions.fields import PublicRecord
from macros.all_macros import macros_for
from problems import errors
from records.kinds.indicators import Indicator
from records.loading import load
from redaction.numbers.counts import coarse
from redaction.projecting.projection import Projection, project
from tests.macros.samples import holding
from tests.partnerships import SOURCE, copy_to

INDICATOR = "title: Far away\nunit: people\ndirection: lower-better\npoints:\n"
REGISTER = "title: Risks\nas_of: {day}\nrisks:\n  - id: one\n    title: A risk\n    owners: {owners}\n{more}"


def projected(folder: Path, kind: str, text: str) -> Projection:
    """Return the projection of a record beside the records of the tests."""
    path = copy_to(folder) / "data" / kind / "here.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    records = load(folder)
    assert [str(each) for each in errors(records.problems)] == []
    return project(records, kind, "here")


def indicator(*people: tuple[int, int]) -> PublicRecord:
    """Return the public form of an indicator that counts this many people in these years."""
    records = load(SOURCE)
    policy = records.loaded["policy", "policy"]
    points = [{"period": str(year), "people": str(count)} for year, count in people]
    plain = {"id": "here", "title": "Far away", "unit": "people", "direction": "neither", "points": points}
    loaded = replace(
        policy, kind="indicators", id="here", plain=plain, record=Indicator.model_validate(plain)
    )
    known = replace(records, loaded={**records.loaded, ("indicators", "here"): loaded})
    record = project(known, "indicators", "here").record
    assert record is not None
    return record


def public(folder: Path, kind: str, text: str) -> dict[str, Any]:
    record = projected(folder, kind, text).record
    assert record is not None
    return to_plain(record)


def owners(folder: Path, named: str, *, day: str = "2026-03-12", may: str = "") -> Any:
    """Return the public owners of the one risk of a register."""
    more = f"    owner_may_be_named: {may}\n" if may else ""
    return public(folder, "risks", REGISTER.format(day=day, owners=named, more=more))["risks"][0]["owners"]


@given(st.lists(st.integers(0, 3000), min_size=1, max_size=6))
@settings(max_examples=15, deadline=None)
def test_an_exact_number_of_people_is_never_public(counts: list[int]) -> None:
    """Neither the projection nor the page, its chart among it, holds a number that is not rounded already."""
    record = indicator(*((2001 + n, count) for n, count in enumerate(counts)))
    page = macros_for(holding("indicators", record))["indicator"]("here")
    data = re.sub(
        r'"period":"\d+"', "", to_bytes(to_plain(record)).decode().replace(" ", "").replace("\n", "")
    )
    words = re.sub(r"<svg.*?<line", "", re.sub(r"\b20\d\d\b", "", page.replace(",", "")), flags=re.DOTALL)
    shown = {coarse(count) for count in counts}
    exact = {str(count) for count in counts if count > 7} - shown
    assert [each for each in exact if re.search(rf"\b{each}\b", data)] == []
    assert [each for each in exact if re.search(rf">{each}<", words)] == []
    assert [to_plain(each).get("people") for each in record.points] == [coarse(each) for each in counts]  # type: ignore[attr-defined]


@settings(max_examples=max(60, settings.default.max_examples))
@given(st.integers(8, 3000))
def test_numbers_that_are_shown_alike_cannot_be_told_apart(count: int) -> None:
    """What is published is the same to the byte for every number that is rounded to the same."""
    alike = [other for other in range(max(8, count - 4), count + 5) if coarse(other) == coarse(count)]
    published = set()
    for other in {alike[0], count, alike[-1]}:
        record = indicator((2024, 100), (2025, other))
        published.add(to_bytes(to_plain(record)))
    assert len(published) == 1


@pytest.mark.parametrize("count", [1, 4, 7])
def test_a_small_number_has_no_bar(tmp_path: Path, count: int) -> None:
    """A bar of any length would say more than the words do."""
    lines = "".join(f"  - {{period: {2001 + n}, people: {each}}}\n" for n, each in enumerate((20, count, 30)))
    record = projected(tmp_path, "indicators", INDICATOR + lines).record
    assert record is not None
    page = macros_for(holding("indicators", record))["indicator"]("here")
    assert (page.count("<rect"), ">1 to 7<" in page) == (2, True)


def test_a_withheld_figure_is_nowhere(tmp_path: Path) -> None:
    """A point whose figure is withheld keeps its time, with the notice; so does one withheld as a whole."""
    text = INDICATOR + (
        "  - {period: 2024, people: 100}\n"
        "  - {period: 2025, people: 4321, withhold_fields: {people: {reason: personal}}}\n"
        "  - {period: 2026, people: 4321, note: Secretly, withhold: {reason: personal}}\n"
    )
    points = public(tmp_path, "indicators", text)["points"]
    assert points == [
        {"period": "2024", "people": "100", "provisional": False},
        {
            "period": "2025",
            "provisional": False,
            "withheld_fields": [{"field": "people", "reason": "personal"}],
        },
        {"period": "2026", "provisional": False, "withheld": {"reason": "personal", "what": "text"}},
    ]


def test_an_owner_who_has_not_agreed_is_shown_by_post(tmp_path: Path) -> None:
    """Without an answer, and with no, there is neither the name nor the public id of the person."""
    expected = [
        {
            "kind": "person",
            "organization": "Testwick Council",
            "organization_id": "council",
            "role": "Director of Children's Services",
        }
    ]
    assert owners(tmp_path, "abara") == expected
    assert owners(tmp_path, "abara", may="no") == expected


def test_an_owner_who_has_agreed_is_named(tmp_path: Path) -> None:
    """With a yes the person is printed as everywhere, if the policy names people of this level."""
    (owner,) = owners(tmp_path, "abara", may="yes")
    assert (owner["name"], owner["id"]) == ("Ife Abara", "p-aaaaaaa1")
    (other,) = owners(tmp_path, "quietly", may="yes")
    assert "name" not in other


def test_an_owner_without_a_post_is_not_named_either(tmp_path: Path) -> None:
    """Where there is no post on the day, nothing is said of who it is."""
    assert owners(tmp_path, "abara", day="2020-01-01") == [{"kind": "person", "role": "Name not published"}]


def test_consent_holds_for_a_whole_risk(tmp_path: Path) -> None:
    """Who is to do something about it, and to whom it was taken, is not named either; bodies stay."""
    more = "    escalated_to: abara\n    actions:\n      - {text: Write., owners: [abara, police]}\n"
    (risk,) = public(tmp_path, "risks", REGISTER.format(day="2026-03-12", owners="[council]", more=more))[
        "risks"
    ]
    printed = [*risk["escalated_to"], *risk["actions"][0]["owners"], *risk["owners"]]
    assert [each.get("name") for each in printed] == [None, None, "Testwick Police", "Testwick Council"]


@pytest.mark.parametrize("what", ["text", "whole"])
def test_a_withheld_risk_keeps_no_score_and_no_owner(tmp_path: Path, what: str) -> None:
    """The public sees that there is a risk, and why it sees no more."""
    more = (
        "    residual: {likelihood: 5, impact: 5}\n    trend: worse\n    category: Secretly\n"
        f"    withhold: {{reason: commercial, what: {what}, title: Another risk}}\n"
    )
    (risk,) = public(tmp_path, "risks", REGISTER.format(day="2026-03-12", owners="abara", more=more))["risks"]
    assert risk == {
        "id": "one",
        "title": "Another risk",
        "withheld": {"reason": "commercial", "what": what},
    }


def test_a_withheld_line_of_a_budget_keeps_its_heading_only(tmp_path: Path) -> None:
    """Its amounts are in no sum that the page works out."""
    text = (
        "title: Budget\nyear: 2025-26\nspending:\n  - {heading: Office, planned: 1000}\n"
        "  - {heading: A contract, planned: 4321, note: Secretly, withhold: {reason: commercial}}\n"
        "contributions:\n  - {contributor: council, planned: 99, withhold: {reason: commercial, "
        "what: whole}}\n"
    )
    record = projected(tmp_path, "budgets", text).record
    assert record is not None
    plain = to_plain(record)
    assert plain["spending"][1] == {
        "heading": "A contract",
        "withheld": {"reason": "commercial", "what": "text"},
    }
    assert plain["contributions"] == [{"withheld": {"reason": "commercial", "what": "whole"}}]
    page = macros_for(holding("budgets", record))["budget"]("here")
    assert ("£1,000" in page, "5,321" in page, "4,321" in page, "£99" in page) == (True, False, False, False)
