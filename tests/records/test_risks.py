"""Risk registers: every way of scoring, and what does not fit together."""

from __future__ import annotations

from pathlib import Path

import pytest

from records.parts.scoring import Scheme, Score, band_of, worked_out
from tests.records.telling import codes, told_of

FILE = "data/risks/log.yml"
SCHEMES = """\
title: Risks
as_of: 2026-05-01
schemes:
  - id: grid
    name: Three by three
    combine: multiply
    likelihood: [{mark: 1}, {mark: 2}, {mark: 3}]
    impact: [{mark: 1}, {mark: 2}, {mark: 3}]
    bands:
      - {word: low, lowest: 1, highest: 3}
      - {word: high, lowest: 4, highest: 6}
  - id: letters
    name: Letters
    combine: side-by-side
    likelihood: [{mark: A}, {mark: D}]
    impact: [{mark: 1}, {mark: 2}]
    dimensions: [{id: money, name: Money}]
    bands:
      - {word: watch, marks: [A1, D1]}
      - {word: act, marks: [A2, D2]}
risks:
  - id: one
    title: Something
"""


def told(project: Path, text: str) -> list[str]:
    """Return the problems of a register with one risk, whose further lines these are."""
    return told_of(project, FILE, SCHEMES + text)


def test_scores_of_several_schemes_are_read(project: Path) -> None:
    """A grid of numbers, letters with digits and several dimensions stand in one register."""
    text = """\
    inherent: {likelihood: 3, impact: 2, score: 6, rating: High}
    residual:
      scheme: letters
      likelihood: D
      impacts: [{dimension: money, impact: 2}]
      score: D2
      rating: act
"""
    assert told(project, text) == []


@pytest.mark.parametrize(
    ("combine", "likelihood", "impact", "expected"),
    [
        ("multiply", "4", "5", "20"),
        ("add", "4", "5", "9"),
        ("side-by-side", "D", "2", "D2"),
        ("multiply", "D", "2", None),
        ("matrix", "4", "5", None),
        ("multiply", None, "5", None),
    ],
)
def test_each_scheme_makes_its_scores(
    combine: str, likelihood: str | None, impact: str, expected: str | None
) -> None:
    """Numbers are multiplied or added, others put side by side; what stands in a table is not worked out."""
    scheme = Scheme.model_validate({"id": "s", "name": "S", "combine": combine})
    score = Score.model_validate({"likelihood": likelihood, "impact": impact})
    assert worked_out(score, scheme) == expected


@pytest.mark.parametrize(
    ("mark", "expected"), [("1", 0), ("3", 0), ("4", 1), ("99", 1), ("0", None), ("D2", 2), ("E1", None)]
)
def test_a_score_lies_in_one_band(mark: str, expected: int | None) -> None:
    """A band has two ends, one, or its scores one by one."""
    bands = [
        {"word": "low", "lowest": "1", "highest": "3"},
        {"word": "high", "lowest": "4"},
        {"word": "watch", "marks": ["D2"]},
    ]
    scheme = Scheme.model_validate({"id": "s", "name": "S", "combine": "matrix", "bands": bands})
    assert band_of(mark, scheme) == expected


def test_a_wrong_product_names_both_places(project: Path) -> None:
    """The printed score and the likelihood are named by their lines, and no number of the "
    "record is quoted."""
    text = "    residual:\n      likelihood: 2\n      impact: 3\n      score: 5\n"
    assert told(project, text) == [
        (
            "data/risks/log.yml:27:14: risks › one › residual › score: The printed score is not what "
            "the scheme "
            "makes of likelihood and impact, which is at data/risks/log.yml:25. Correct the score, the "
            "likelihood or the impact; leave the score out to have it worked out. [score-wrong]"
        )
    ]


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("{likelihood: 4, impact: 1}", ["[score-off-scale]"]),
        ("{likelihood: 1, impact: D}", ["[score-off-scale]"]),
        (
            "{scheme: letters, likelihood: D, impacts: [{dimension: name, impact: 1}]}",
            ["[score-no-dimension]"],
        ),
        ("{scheme: leters, likelihood: D}", ["[unknown-reference]"]),
        ("{likelihood: 3, impact: 3}", ["[score-without-band]"]),
        ("{likelihood: 1, impact: 2, rating: high}", ["[score-rating-differs]"]),
        ("{scheme: letters, likelihood: D, impact: 2, score: 'D,2'}", ["[wrong-form]"]),
    ],
)
def test_a_score_outside_its_scheme(project: Path, score: str, expected: list[str]) -> None:
    """Steps, dimensions, bands and words that the scheme does not have are told."""
    assert codes(told(project, f"    residual: {score}\n")) == expected


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        (("{likelihood: 2, impact: 2}", "{likelihood: 1, impact: 2}", "{likelihood: 1, impact: 3}"), 1),
        (("{likelihood: 1, impact: 2}", "{likelihood: 2, impact: 2}", "{likelihood: 1, impact: 1}"), 1),
        (("{likelihood: 2, impact: 2}", "{likelihood: 2, impact: 2}", "{likelihood: 2, impact: 2}"), 0),
        (("{score: D1, scheme: letters}", "{score: D2, scheme: letters}", "{likelihood: 1, impact: 1}"), 1),
    ],
)
def test_a_target_above_what_is(project: Path, scores: tuple[str, str, str], expected: int) -> None:
    """A score that should be lower and is higher is a warning, in numbers and in bands."""
    names = ("inherent", "residual", "target")
    text = "".join(f"    {name}: {score}\n" for name, score in zip(names, scores, strict=True))
    assert codes(told(project, text)) == ["[score-higher-than]"] * expected


def test_closed_with_open_actions(project: Path) -> None:
    """Each action that is not settled is named with the line of the closing."""
    text = """\
    closed: 2026-04
    actions:
      - {text: Done it., status: done}
      - {text: Still to do., status: late}
"""
    (found,) = told(project, text)
    assert "risks › one › actions › 2" in found
    assert "closed, at data/risks/log.yml:24" in found


def test_closed_before_it_was_opened(project: Path) -> None:
    """The days of a risk are in order."""
    assert codes(told(project, "    opened: 2026-04\n    closed: 2026-03-31\n")) == ["[ends-before-start]"]


def test_history_is_in_order(project: Path) -> None:
    """An older score below a newer one is told with both lines."""
    text = "    history:\n      - {on: 2026-03, score: 2}\n      - {on: 2025-12, score: 3}\n"
    (found,) = told(project, text)
    assert found.startswith("data/risks/log.yml:26:14: risks › one › history › 2 › on:")
    assert "data/risks/log.yml:25" in found


@pytest.mark.parametrize(
    ("owner", "text", "expected"),
    [
        ("abara", "Ask Abara first.", ["[risk-owner-named]"]),
        ("council/director", "Ask Ife Abara first.", ["[risk-owner-named]"]),
        ("council", "Ask Abara first.", []),
        ("abara", "Ask the abarabara.", []),
    ],
)
def test_an_owner_is_not_named_in_words(project: Path, owner: str, text: str, expected: list[str]) -> None:
    """Who has not agreed to be named is not named by the text either; whoever has agreed may be."""
    lines = f"    owners: {owner}\n    description: {text}\n"
    assert codes(told(project, lines)) == expected
    assert told(project, f"{lines}    owner_may_be_named: yes\n") == []


def test_registers_do_not_replace_each_other_in_a_circle(project: Path) -> None:
    """A register that comes after itself is told."""
    assert codes(told(project, "replaces: log\n")) == ["[cycle]"]
