"""Scores a draft against what was counted by hand."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from records.importing.drafting.drafts import Draft

EXPECTATIONS = Path(__file__).parent / "expectations.yml"
MOST_QUESTIONS = 12
LEAST_KEPT = 0.99
LEAST_RIGHT = 0.95


@dataclass(frozen=True)
class Score:
    """How a draft compares: what was found against what was expected, by what was counted."""

    kept: float
    whole: bool
    """Whether no word is missing from the record."""
    people: tuple[Any, Any]
    items: float
    actions: float
    missing_questions: tuple[str, ...]
    questions: int
    other: tuple[str, ...]
    """Facts that differ, by their keys."""

    @property
    def is_good(self) -> bool:
        """Whether every target is reached."""
        return (
            self.kept >= LEAST_KEPT
            and self.whole
            and self.people[0] == self.people[1]
            and self.items >= LEAST_RIGHT
            and self.actions >= LEAST_RIGHT
            and not self.missing_questions
            and self.questions <= MOST_QUESTIONS
            and not self.other
        )


def key_of(path: Path) -> str:
    """Return by which key the expectations of a document stand."""
    return hashlib.sha256(path.stem.encode()).hexdigest()[:10]


def expectations() -> dict[str, dict[str, Any]]:
    """Return what is expected of each document."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(EXPECTATIONS.read_text("utf-8"))
    return found


def score(draft: Draft, expected: dict[str, Any]) -> Score:
    """Return how a draft compares with what is expected of it."""
    values = draft.values
    asked = {question.wording.code.removeprefix("import-") for question in draft.questions}
    facts = dict(_facts(values))
    other = [
        key
        for key in (
            "date",
            "until",
            "time",
            "place",
            "chairs",
            "minute_takers",
            "both",
            "coming",
            "papers",
            "modes",
            "left_the_room",
            "updates",
            "subitems",
            "decisions",
        )
        if key in expected and _plain(facts[key]) != _plain(expected[key])
    ]
    return Score(
        draft.placed.share,
        not draft.lost,
        (facts["attendance"], expected.get("attendance", {})),
        _likeness(Counter(facts["items"]), Counter(expected["items"])),
        min(
            _likeness(Counter(facts["actions"]), Counter(expected.get("actions", {}))),
            _likeness(Counter(facts["owners"]), Counter(expected.get("owners", facts["owners"]))),
        ),
        tuple(sorted(set(expected.get("questions", [])) - asked)),
        len(draft.questions),
        tuple(f"{key}: {facts[key]}" for key in other),
    )


def _plain(value: Any) -> Any:
    return {str(key): inner for key, inner in value.items()} if isinstance(value, dict) else str(value)


def _likeness(found: Counter[Any], expected: Counter[Any]) -> float:
    """Return how much two counts share, of the larger of them."""
    size = max(found.total(), expected.total())
    return (found & expected).total() / size if size else 1.0


def _facts(values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    rows = values.get("attendance", [])
    items = values.get("items", [])
    yield "date", values.get("date")
    yield "until", values.get("until")
    yield "time", values.get("time")
    yield "place", bool(values.get("place"))
    yield "chairs", len(values.get("chair", []))
    yield (
        "minute_takers",
        sum(each["role"] == "minute-taker" for each in values.get("officers", []))
        + ("minute_taker" in values),
    )
    yield "attendance", dict(Counter(row.get("status", "present") for row in rows))
    yield "both", sum("also" in row for row in rows)
    yield "modes", dict(Counter(row["mode"] for row in rows if "mode" in row))
    yield "coming", len(values.get("next_meetings", []))
    yield "papers", len(values.get("papers", []))
    yield "items", [item.get("label", "-") for item in items]
    yield (
        "subitems",
        {item["label"]: len(item["items"]) for item in items if item.get("items") and item.get("label")},
    )
    yield (
        "left_the_room",
        {item["label"]: len(item["left_the_room"]) for item in items if "left_the_room" in item},
    )
    told = [(item.get("label", "-"), inner) for item in items for inner in _within(item)]
    for key in ("actions", "decisions", "updates"):
        counts = Counter(
            label for label, inner in told for each in inner.get(key, []) if "implied" not in each
        )
        yield key, dict(counts)
    actions = [each for _, inner in told for each in inner.get("actions", []) if "implied" not in each]
    yield "owners", dict(Counter(len(each.get("owners", [])) for each in actions))


def _within(item: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield item
    for inner in item.get("items", []):
        yield from _within(inner)
