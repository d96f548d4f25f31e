"""The numbers of people of a report are audited with its parts, its editions, and its indicators."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editions.canonical import to_plain
from editions.published import read
from records.kinds.indicators import Indicator
from records.kinds.policies import Policy
from records.kinds.reports import Report
from records.loading import Records, load
from redaction.numbers.counts import read_band
from redaction.numbers.tables import counts_of, said_beside
from redaction.projecting.projection import project
from redaction.recalling import recall
from tests.cli.commands import run
from tests.partnerships import SOURCE, copy_to
from tests.redaction.attacking import pinned

REPORT = ("reports", "here")
INDICATOR = ("indicators", "plans")


def figure(name: str = "Children with a plan", **more: Any) -> dict[str, Any]:
    return {"name": name, **more}


def report(*figures: dict[str, Any], **more: Any) -> dict[str, Any]:
    plain = {"id": "here", "title": "Yearly report", "kind": "yearly", "status": "draft", "years": "2025-26"}
    return {**plain, "figures": list(figures), **more}


def indicator(*points: dict[str, Any], **more: Any) -> dict[str, Any]:
    plain = {"id": "plans", "title": "Plans", "unit": "people", "direction": "neither"}
    return {**plain, "points": list(points), **more}


def beside(plain: dict[str, Any], key: tuple[str, str], earlier: dict[Any, Any], **policy: str) -> Records:
    """Return the records of the tests with one more, and what editions say."""
    records = load(SOURCE)
    old = records.loaded["policy", "policy"]
    rules = Policy.model_validate({**old.plain, **({"small_numbers": policy} if policy else {})})
    model = Report if key == REPORT else Indicator
    loaded = replace(old, kind=key[0], id=key[1], plain=plain, record=model.model_validate(plain))
    known = {**records.loaded, key: loaded, ("policy", "policy"): replace(old, record=rules)}
    return replace(records, loaded=known, earlier=earlier)


def public(
    plain: dict[str, Any],
    key: tuple[str, str] = REPORT,
    earlier: dict[Any, Any] | None = None,
    **policy: str,
) -> dict[str, Any]:
    projection = project(beside(plain, key, earlier or {}, **policy), *key)
    assert projection.record is not None, projection.problems
    return to_plain(projection.record)


def shown_of(kind: str, plain: dict[str, Any]) -> tuple[dict[Any, Any], Any]:
    counts = counts_of(kind, plain)
    bands = {key: read_band(str(words), counts.rounding) for key, (_, words) in counts.shown.items()}
    return {key: band for key, band in bands.items() if band is not None}, counts.sums


def in_parts(counts: list[int], whole: str = "yes") -> dict[str, Any]:
    parts = [{"name": f"Age {at}", "now": {"people": str(each)}} for at, each in enumerate(counts)]
    return report(figure(now={"people": str(sum(counts))}, parts=parts, whole=whole))


@given(st.lists(st.integers(0, 9), min_size=2, max_size=3))
@settings(max_examples=25, deadline=None)
def test_a_part_is_not_what_the_others_leave(counts: list[int]) -> None:
    """A total and all parts but one give away none of them."""
    bands, sums = shown_of("reports", public(in_parts(counts)))

    assert len(sums) == 1
    assert pinned(bands, sums) == set()


def test_those_in_no_part_are_not_told_either() -> None:
    bands, sums = shown_of("reports", public(in_parts([12, 6], whole="no")))

    assert [len(each.parts) for each in sums] == [3]
    assert pinned(bands, sums) == set()


def test_a_percentage_follows_from_what_is_shown_of_two_numbers() -> None:
    """The exact one, 4 of 41, stands nowhere."""
    plain = public(report(figure(unit="per cent", now={"people": "4", "of": "41"})))

    assert plain["figures"][0]["now"] == {"people": "1 to 7", "of": "40", "share": "2 to 19"}


def test_two_editions_of_a_report_together_give_nothing_away() -> None:
    """What an edition said of the parts is known when the next one says something of the total."""
    first = public(in_parts([9, 11]), largest="4", step="10")
    second = public(in_parts([9, 11]), earlier={REPORT: (first,)})
    before, sums = shown_of("reports", first)
    now, _ = shown_of("reports", second)
    both = {key: (max(before[key][0], now[key][0]), min(before[key][1], now[key][1])) for key in now}

    assert pinned(both, sums) == set()


def test_the_rule_of_the_policy_stands_in_the_report() -> None:
    plain = public(in_parts([9, 11]), largest="4", step="10")

    assert plain["small_numbers"] == {"largest": 4, "step": 10, "narrowest": 3}
    assert "small_numbers" not in public(in_parts([9, 11]))


AGES = {"Under five": 7, "Older": 6}
"""Together 13, shown as 15: two small numbers that can only be 6 or 7 then."""


def by_age(period: str) -> list[dict[str, Any]]:
    categories = [
        {"name": name, "points": [{"period": period, "people": str(each)}]} for name, each in AGES.items()
    ]
    return [{"name": "By age", "whole": "yes", "categories": categories}]


@pytest.mark.parametrize("period", ["2025-26", "2026-03-31"])
@pytest.mark.parametrize("named", [{"indicator": "plans"}, {"name": "plans"}])
def test_a_total_of_a_report_gives_no_part_of_an_indicator_away(period: str, named: dict[str, str]) -> None:
    """The one says the total, the other the parts: whoever reads both must not pin one of them."""
    point = {"period": period, "missing": "See the report"}
    numbers = public(indicator(point, breakdowns=by_age(period)), INDICATOR)
    plain = report({**figure(now={"people": "13"}), **named})
    total = ((named.get("name", "Children with a plan"),), "now", "people")

    shown = public(plain, earlier={INDICATOR: (numbers,)})

    (counts,), same = said_beside("reports", shown, {INDICATOR: (numbers,)})
    bands = {key: read_band(str(words), counts.rounding) for key, (_, words) in counts.shown.items()}
    bands[total] = read_band(shown["figures"][0]["now"]["people"], counts.rounding)
    assert total in same
    assert pinned({key: band for key, band in bands.items() if band}, counts.sums) == set()


def test_alone_the_two_would_give_it_away() -> None:
    """The same without looking at both: the attacker wins, so the test above tells something."""
    point = {"period": "2025-26", "missing": "See the report"}
    numbers = public(indicator(point, breakdowns=by_age("2025-26")), INDICATOR)
    alone = public(report(figure(now={"people": "13"}, indicator="plans")))
    (counts,), _ = said_beside("reports", alone, {INDICATOR: (numbers,)})
    bands = {key: read_band(str(words), counts.rounding) for key, (_, words) in counts.shown.items()}
    total = alone["figures"][0]["now"]["people"]
    bands[("Children with a plan",), "now", "people"] = read_band(total, counts.rounding)

    assert pinned({key: band for key, band in bands.items() if band}, counts.sums) != set()


def test_an_indicator_looks_at_the_reports_that_name_it() -> None:
    """The other way round: the report was published first."""
    before = public(report(figure(now={"people": "13"}, indicator="plans")))
    plain = indicator({"period": "2025-26", "missing": "See the report"}, breakdowns=by_age("2025-26"))

    together = public(plain, INDICATOR, {REPORT: (before,)})

    (counts,), same = said_beside("indicators", together, {REPORT: (before,)})
    own = counts_of("indicators", together, same)
    bands = {key: read_band(str(words), own.rounding) for key, (_, words) in own.shown.items()}
    bands |= {key: read_band(str(words), own.rounding) for key, (_, words) in counts.shown.items()}
    assert len(own.sums) == 1
    assert pinned({key: band for key, band in bands.items() if band}, own.sums) == set()


def test_other_times_and_names_are_other_numbers() -> None:
    edition = public(indicator({"period": "2024-25", "people": "14"}), INDICATOR)
    editions = {INDICATOR: (edition,), ("meetings", "other"): ({"id": "other"},)}

    def beside_it(**more: Any) -> int:
        return len(said_beside("reports", public(report(figure(**more))), editions)[0])

    assert beside_it(now={"people": "14"}, indicator="plans") == 0
    assert beside_it(before={"people": "14"}, indicator="plans") == 1
    assert beside_it(before={"people": "14"}) == 0


@pytest.mark.parametrize(
    ("times", "linked"),
    [
        ({"period_from": "2024-04-01", "period_until": "2025-03-31"}, True),
        ({"period_from": "2024-04", "period_until": "2025-03"}, True),
        ({"period_from": "2024-04-02", "period_until": "2025-03-31"}, False),
        ({"period_from": "2024-04-01"}, False),
    ],
)
def test_the_time_of_a_report_may_be_written_as_days(times: dict[str, str], linked: bool) -> None:  # noqa: FBT001  # a parameter
    edition = public(indicator({"period": "2024-25", "people": "14"}), INDICATOR)
    plain = report(figure(now={"people": "14"}, indicator="plans"))
    del plain["years"]

    assert bool(said_beside("reports", public({**plain, **times}), {INDICATOR: (edition,)})[0]) == linked


def test_signing_both_off_at_once_looks_at_both(tmp_path: Path) -> None:
    """The second knows what the first published a moment before, so nothing changes afterwards."""
    folder = copy_to(tmp_path)
    (folder / "data/indicators/plans.yml").write_text(
        "title: Plans\nunit: people\ndirection: neither\npoints:\n  - {period: 2025-26, missing: See there}\n"
        "breakdowns:\n  - name: By age\n    whole: yes\n    categories:\n"
        "      - {name: Under five, points: [{period: 2025-26, people: 7}]}\n"
        "      - {name: Older, points: [{period: 2025-26, people: 6}]}\n"
    )
    (folder / "data/reports/here.yml").write_text(
        "title: Yearly report\nkind: yearly\nstatus: draft\nyears: 2025-26\nfigures:\n"
        "  - name: Plans\n    now: {people: 13}\n"
    )
    names = ("reports/here", "indicators/plans")
    roles = ("--redacted-by", "Business manager", "--checked-by", "Chair", "--yes")
    signed = run(folder, "sign-off", *names, *roles)
    assert signed.exit_code == 0, signed.stderr

    published = read(folder)
    records = recall(load(folder), published)
    for kind, record_id in (REPORT, INDICATOR):
        assert project(records, kind, record_id).record == published.histories[kind, record_id].record
    plain = to_plain(published.histories[INDICATOR].record)
    report_plain = to_plain(published.histories[REPORT].record)
    (counts,), same = said_beside("indicators", plain, {REPORT: (report_plain,)})
    own = counts_of("indicators", plain, same)
    shown = {**own.shown, **counts.shown}
    bands = {key: read_band(str(words), own.rounding) for key, (_, words) in shown.items()}
    assert pinned({key: band for key, band in bands.items() if band}, own.sums) == set()
