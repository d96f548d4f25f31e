"""The numbers of people of a record hold together: with total, share, year and the last edition."""

from __future__ import annotations

from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editions.canonical import to_bytes, to_plain
from editions.published import read
from problems import errors
from records.kinds.indicators import Indicator
from records.kinds.policies import Policy
from records.loading import Records, load
from redaction.numbers.counts import (
    USUAL,
    People,
    Rounding,
    band_of,
    coarse,
    lowest_of,
    read_band,
    step_of,
    words_of,
)
from redaction.numbers.tables import counts_of, table_of, with_counts_shown
from redaction.projecting.projection import project
from redaction.recalling import recall
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.signing import Request, is_unchanged, prepare, store
from tests.partnerships import DAY, SOURCE, copy_to
from tests.redaction.attacking import Shown, pinned

KEY = ("indicators", "here")
EXAMPLES = settings.default.max_examples // 3
"""Of what needs two editions of a partnership each time."""

QUARTERS = ("2025-26-Q1", "2025-26-Q2", "2025-26-Q3", "2025-26-Q4")
COUNTS = st.one_of(st.integers(0, 9), st.integers(0, 60))
ROUNDINGS = st.sampled_from([USUAL, Rounding(largest=4, step=10), Rounding(largest=12, step=5, narrowest=5)])


def point(period: str, **counts: int) -> dict[str, str]:
    return {"period": period} | {name: str(count) for name, count in counts.items()}


def indicator(points: list[dict[str, str]], unit: str = "people", **more: Any) -> dict[str, Any]:
    plain = {"id": "here", "title": "Children who came back", "unit": unit, "direction": "neither"}
    return {**plain, "points": points, **more}


def by_age(
    whole: str, *counts: tuple[str, list[int]], periods: tuple[str, ...] = ("2025",)
) -> dict[str, Any]:
    categories = [
        {
            "name": name,
            "points": [point(period, people=count) for period, count in zip(periods, each, strict=True)],
        }
        for name, each in counts
    ]
    return {"name": "By age", "whole": whole, "categories": categories}


def beside(plain: dict[str, Any], *earlier: dict[str, Any], **policy: str) -> Records:
    """Return the records of the tests with an indicator, and what earlier editions of it say."""
    records = load(SOURCE)
    old = records.loaded["policy", "policy"]
    rules = Policy.model_validate({**old.plain, **({"small_numbers": policy} if policy else {})})
    loaded = replace(old, kind="indicators", id="here", plain=plain, record=Indicator.model_validate(plain))
    known = {**records.loaded, KEY: loaded, ("policy", "policy"): replace(old, record=rules)}
    return replace(records, loaded=known, earlier={KEY: earlier})


def public(plain: dict[str, Any], *earlier: dict[str, Any], **policy: str) -> dict[str, Any]:
    projection = project(beside(plain, *earlier, **policy), *KEY)
    assert projection.record is not None, projection.problems
    return to_plain(projection.record)


def shown_of(plain: dict[str, Any]) -> tuple[Shown, Any]:
    """Return the bands of the numbers that a public indicator shows, and what adds up."""
    counts = counts_of("indicators", plain)
    bands = {key: read_band(words, counts.rounding) for key, (_, words) in counts.shown.items()}
    return {key: band for key, band in bands.items() if band is not None}, counts.sums


@given(st.lists(st.integers(0, 9), min_size=2, max_size=3))
@settings(max_examples=40, deadline=None)
def test_a_category_is_not_what_the_others_leave(counts: list[int]) -> None:
    """The figure of the indicator and all categories but one give away none of them."""
    groups = [(f"Age {number}", [count]) for number, count in enumerate(counts)]
    bands, sums = shown_of(
        public(indicator([point("2025", people=sum(counts))], breakdowns=[by_age("yes", *groups)]))
    )
    assert len(sums) == 1
    assert pinned(bands, sums) == set()


def test_a_withheld_category_is_not_what_the_others_leave() -> None:
    """Where the total less the shown would be the withheld number, one of them is shown more coarsely."""
    breakdown = by_age("yes", ("Under five", [8]), ("Older", [3]))
    breakdown["categories"][1]["points"][0]["withhold"] = {"reason": "personal"}
    plain = public(indicator([point("2025", people=11)], breakdowns=[breakdown]))
    bands, sums = shown_of(plain)
    assert len(bands) == 2
    assert pinned(bands, sums) == set()


def test_those_in_no_category_are_not_told_either() -> None:
    """Categories that are not the whole leave a rest, which may be small."""
    breakdown = by_age("no", ("Under five", [12]), ("Older", [6]))
    bands, sums = shown_of(public(indicator([point("2025", people=20)], breakdowns=[breakdown])))
    assert len(sums[0].parts) == 3
    assert pinned(bands, sums) == set()


@given(st.lists(st.integers(0, 9), min_size=4, max_size=4))
@settings(max_examples=15, deadline=None)
def test_a_quarter_is_not_what_the_others_leave_of_the_year(counts: list[int]) -> None:
    """With figures that add up, the year and three quarters do not give the fourth away."""
    points = [point("2025-26", people=sum(counts))]
    points += [point(quarter, people=count) for quarter, count in zip(QUARTERS, counts, strict=True)]
    bands, sums = shown_of(public(indicator(points, adds_up="yes")))
    assert len(sums) == 1
    assert pinned(bands, sums) == set()
    assert counts_of("indicators", public(indicator(points))).sums == ()


@given(st.integers(0, 40), st.integers(0, 9), ROUNDINGS)
@settings(max_examples=60, deadline=None)
def test_a_percentage_follows_from_what_is_shown(people: int, others: int, rounding: Rounding) -> None:
    """It holds the true one, and every pair of numbers that is shown alike has the same."""
    plain = {"points": [{"period": "2025", "people": People(people), "of": People(people + others)}]}
    (found,) = with_counts_shown("indicators", plain, rounding)["points"]
    again = {"points": [{"period": "2025", "people": found["people"], "of": found["of"]}]}
    assert set(again["points"][0]) | {"share"} >= set(found)
    if "share" in found:
        low, *high = map(int, found["share"].split(" to "))
        assert low <= 100 * people / (people + others) <= (high or [low])[0]
    bands, sums = shown_of(again | ({"small_numbers": asdict(rounding)} if rounding != USUAL else {}))
    assert pinned(bands, sums, rounding.narrowest) == set()


@given(st.lists(st.tuples(COUNTS, COUNTS), min_size=2, max_size=3), st.data())
@settings(max_examples=40, deadline=None)
def test_other_numbers_of_the_same_steps_give_the_same_bytes(
    rows: list[tuple[int, int]], data: st.DataObject
) -> None:
    """Even numbers that do not add up: nothing but the steps decides what is shown."""

    def as_bytes(rows: list[tuple[int, int]], totals: list[int]) -> bytes:
        points = [{"period": str(2024 + n), "people": People(total)} for n, total in enumerate(totals)]
        categories = [
            {
                "name": str(number),
                "points": [{"period": str(2024 + n), "people": People(each)} for n, each in enumerate(row)],
            }
            for number, row in enumerate(rows)
        ]
        breakdown = {"name": "By age", "whole": True, "categories": categories}
        return to_bytes(with_counts_shown("indicators", {"points": points, "breakdowns": [breakdown]}, USUAL))

    def alike(count: int) -> int:
        low, high = band_of(count, USUAL)
        return data.draw(st.integers(low, high))

    totals = [sum(column) for column in zip(*rows, strict=True)]
    others = [(alike(one), alike(two)) for one, two in rows]
    assert as_bytes(rows, totals) == as_bytes(others, [alike(total) for total in totals])


@given(st.lists(st.integers(0, 9), min_size=2, max_size=3))
@settings(max_examples=EXAMPLES, deadline=None)
def test_two_editions_together_give_nothing_away(counts: list[int]) -> None:
    """The total was published with other bands; the breakdown comes later, and both are known."""
    before = public(indicator([point("2025", people=sum(counts))]), largest="4", step="10")
    groups = [(f"Age {number}", [count]) for number, count in enumerate(counts)]
    after = public(
        indicator([point("2025", people=sum(counts))], breakdowns=[by_age("yes", *groups)]), before
    )
    bands, sums = shown_of(after)
    known = shown_of(before)[0]
    assert len(known) == 1
    both = {
        key: (max(low, known.get(key, (0, 0))[0]), min(high, known.get(key, (0, 99))[1]))
        for key, (low, high) in bands.items()
    }
    assert pinned(both, sums) == set()


@given(st.lists(st.integers(0, 9), min_size=2, max_size=3))
@settings(max_examples=EXAMPLES, deadline=None)
@example([7, 6])
def test_a_total_that_is_no_longer_shown_is_known_all_the_same(counts: list[int]) -> None:
    """The first edition said the total, the next says the parts only: who kept both must not pin one."""
    total = point("2025", people=sum(counts))
    groups = [(f"Age {number}", [count]) for number, count in enumerate(counts)]
    before = public(indicator([total]))
    missing = {"period": "2025", "missing": "See the report"}
    after = public(indicator([missing], breakdowns=[by_age("yes", *groups)]), before)
    both = public(indicator([total], breakdowns=[by_age("yes", *groups)]))

    bands = {**shown_of(after)[0], **shown_of(before)[0]}
    assert pinned(bands, shown_of(both)[1]) == set()


@given(st.lists(COUNTS, min_size=2, max_size=4), st.lists(COUNTS, min_size=2, max_size=4))
@settings(max_examples=EXAMPLES, deadline=None)
@example([0, 1, 1, 41], [1, 1, 1, 38])
def test_an_edition_shows_the_same_again(counts: list[int], later: list[int]) -> None:
    """What was signed off is what would be signed off, so that an unchanged record has no new edition."""

    def plain(counts: list[int]) -> dict[str, Any]:
        groups = [(f"Age {number}", [count]) for number, count in enumerate(counts)]
        return indicator([point("2025", people=sum(counts))], breakdowns=[by_age("yes", *groups)])

    first = public(plain(counts))
    second = public(plain(later), first)
    assert public(plain(counts), first) == first
    assert public(plain(later), first, second) == second


def test_without_what_was_published_the_editions_would_tell() -> None:
    """Taking away what the last edition said changes what is shown, so it is not taken away unseen."""
    groups = [("Girls", [9]), ("Boys", [11])]
    before = public(indicator([point("2025", people=20)]), largest="4", step="10")
    plain = indicator([point("2025", people=20)], breakdowns=[by_age("yes", *groups)])
    counts = counts_of("indicators", public(plain))
    assert table_of(replace_counts(counts), USUAL, [counts_of("indicators", before)]).known == (
        (((), next(iter(counts.shown))[1], "people"), (15, 24)),
    )


def replace_counts(counts: Any) -> Any:
    """Return counts in which each stands as the lowest that its words can stand for."""
    shown = {
        key: (path, People((read_band(words, USUAL) or (0, 0))[0]))
        for key, (path, words) in counts.shown.items()
    }
    return replace(counts, shown=shown)


def test_a_real_edition_is_recalled(tmp_path: Path) -> None:
    """From `published/`, signed off and read again, the same record is unchanged."""
    folder = copy_to(tmp_path)
    path = folder / "data" / "indicators" / "here.yml"
    path.write_text(
        "title: Children who came back\nunit: people\ndirection: neither\npoints:\n"
        "  - {period: 2025, people: 14}\nbreakdowns:\n  - name: By age\n    whole: yes\n    categories:\n"
        "      - {name: Girls, points: [{period: 2025, people: 7}]}\n"
        "      - {name: Boys, points: [{period: 2025, people: 7}]}\n"
    )
    records = recall(load(folder), read(folder))
    assert errors(records.problems) == ()
    request = Request(*KEY, redacted_by="Business manager", day=DAY, checked_by="Chair")
    prepared = prepare(records, read(folder), scanner_for(harvest(records)), request)
    store(folder, prepared)
    published = read(folder)
    again = recall(load(folder), published)
    assert [len(each) for each in again.earlier.values()] == [1]
    record = project(again, *KEY).record
    assert record is not None
    assert is_unchanged(record, published.histories[KEY])


@given(st.integers(0, 3000), ROUNDINGS)
@settings(max_examples=100, deadline=None)
def test_steps_follow_each_other(count: int, rounding: Rounding) -> None:
    """Every count stands in one step, none is narrower than it must be, and its words say which."""
    low, high = band_of(count, rounding)
    assert low <= count <= high
    assert high - low + 1 >= rounding.narrowest or count == 0
    assert {step_of(each, rounding) for each in (low, high)} == {step_of(count, rounding)}
    assert lowest_of(step_of(high + 1, rounding), rounding) == high + 1
    assert read_band(coarse(count, rounding), rounding) == (low, high)


def test_words_for_bands() -> None:
    """One step is said as for a count alone; several as a span; all as nothing."""
    bands = [(0, 0), (1, 7), (8, 12), (8, 17), (0, 7), (1, 12), (0, 999_999_999)]
    words = ["0", "1 to 7", "10", "8 to 17", "0 to 7", "1 to 12", "withheld"]
    assert [words_of(band, USUAL) for band in bands] == words
    assert read_band("withheld", USUAL) is None


def test_what_contradicts_itself_is_withheld() -> None:
    """A check of the records refuses it; should one come through, nothing of it is shown."""
    plain = {
        "points": [{"period": "2025", "people": People(2)}],
        "breakdowns": [
            {
                "name": "By age",
                "whole": True,
                "categories": [{"name": "All", "points": [{"period": "2025", "people": People(90)}]}],
            }
        ],
    }
    shown = with_counts_shown("indicators", plain, USUAL)
    assert shown["points"] == [{"period": "2025", "people": "withheld"}]


@pytest.mark.parametrize(
    ("policy", "code"),
    [
        ({"largest": "1"}, "small_number"),
        ({"step": "2"}, "small_number"),
        ({"step": "1000"}, "small_number"),
        ({"narrowest": "2"}, "small_number"),
        ({"narrowest": "6"}, "small_number_narrow"),
        ({"largest": "9"}, "small_number_step"),
    ],
)
def test_silly_roundings_are_refused(policy: dict[str, str], code: str) -> None:
    """A policy cannot switch the protection off, nor hide all numbers."""
    plain = load(SOURCE).loaded["policy", "policy"].plain
    with pytest.raises(ValueError, match=code):
        Policy.model_validate({**plain, "small_numbers": policy})


def test_the_policy_decides_how_counts_are_shown() -> None:
    """Largest small number and step come from the policy, where it says something."""
    points = [point(str(2020 + number), people=count) for number, count in enumerate((3, 12, 14, 27))]
    plain = public(indicator(points), largest="4", step="10", narrowest="4")
    assert [each["people"] for each in plain["points"]] == ["1 to 4", "10", "10", "30"]
