"""The figures of a report: shares, parts that add up, and what should be written in another way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.partnerships import copy_to
from tests.records.telling import codes, told_of

START = "title: Report\nkind: other\nstatus: draft\nfigures:\n"
PLANS = "  - name: Plans\n    now: {people: 20}\n"
PARTS = "    parts:\n      - {name: Girls, now: {people: 9}}\n      - {name: Boys, now: {people: %s}%s}\n"


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        (PLANS + PARTS % (11, ""), []),
        (PLANS + "    whole: yes\n" + PARTS % (11, ""), []),
        (PLANS + "    whole: yes\n" + PARTS % (10, ""), ["[figure-parts-do-not-add-up]"]),
        (PLANS + PARTS % (21, ""), ["[figure-above-its-whole]"]),
        (
            PLANS + "    whole: yes\n" + PARTS % (11, ", withhold: {reason: personal, what: concealed}"),
            ["[figure-with-concealed-part]"],
        ),
        ("  - name: Plans\n    now: {people: 4, of: 41}\n", []),
        ("  - name: Plans\n    now: {people: 42, of: 41}\n", ["[figure-above-its-whole]"]),
        ("  - name: Plans\n    now: {number: 4, of: 41}\n", ["[figure-of-without-people]"]),
        (PLANS + PARTS.replace("%s}%s}", "2, of: 1}}"), ["[figure-above-its-whole]"]),
        (PLANS + "  - name: Second\n    unit: per cent\n    now: {number: 15}\n", ["[percentage-by-hand]"]),
        (PLANS + "  - name: Second\n    unit: '%'\n    now: {number: 15.5}\n", ["[percentage-by-hand]"]),
        (PLANS + "  - name: Second\n    unit: percent\n    now: {number: 80}\n", []),
        (PLANS + "  - name: Second\n    unit: months\n    now: {number: 15}\n", []),
        (PLANS + "  - name: Second\n    unit: per cent\n    before: {number: 15}\n", []),
        (
            PLANS
            + "  - {name: Girls, now: {people: 9}}\n  - {name: Boys, now: {people: 11}}\n"
            + "  - {name: Others, now: {people: 4}}\n",
            ["[figures-may-be-parts]"],
        ),
        (PLANS + "  - {name: The same again, now: {people: 20}}\n", []),
        (PLANS + "  - {name: Money, now: {money: 9}}\n  - {name: Boys, now: {people: 20}}\n", []),
    ],
)
def test_figures(tmp_path: Path, figures: str, expected: list[str]) -> None:
    """Each is told at its own place, and what is right is not told of."""
    assert codes(told_of(copy_to(tmp_path), "data/reports/report.yml", START + figures)) == expected


def test_few_is_what_the_policy_says(tmp_path: Path) -> None:
    """A percentage that comes to ten people is of few where the policy says so."""
    project = copy_to(tmp_path)
    figures = PLANS + "  - name: Second\n    unit: per cent\n    now: {number: 50}\n"
    before = codes(told_of(project, "data/reports/report.yml", START + figures))
    policy = project / "data/policy.yml"
    policy.write_text(policy.read_text() + "small_numbers: {largest: 12, step: 5, narrowest: 3}\n")

    after = codes(told_of(project, "data/reports/report.yml", START + figures))

    assert (before, after) == ([], ["[percentage-by-hand]"])
