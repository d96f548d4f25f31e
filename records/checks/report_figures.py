"""Checks of the figures of a report: shares, parts that add up, and what should be written in another way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from problems import Problem, Severity, Wording
from records.kind import Key, Locate
from records.parts.reporting import Figure, FigurePart, Measured
from records.periods import line_of
from records.shapes import Path

COLUMNS = ("now", "before")
_LARGEST = 7
"""Up to so many people are few, where the policy says nothing else."""

_FEWEST = 2
"""So many figures at least make up another."""

_PER_CENT = re.compile(r"\s*(?:%|per ?cent)", re.IGNORECASE)

OF_ALONE = Wording(
    "figure-of-without-people",
    "`of` says of how many people others are a share, and there is no number of people beside it.",
    "Write how many of them there are under `people`, or take `of` out.",
)
MORE_THAN_ALL = Wording(
    "figure-above-its-whole",
    "These are more people than those of whom they are a share or a part, at {other}.",
    "Correct whichever of the two is wrong.",
)
PARTS_WRONG = Wording(
    "figure-parts-do-not-add-up",
    "The parts do not add up to this figure, under `{column}`.",
    "Correct the number that is wrong, or take out `whole: yes`, if somebody is in no part or in two.",
)
PARTS_CONCEALED = Wording(
    "figure-with-concealed-part",
    "Nobody may know of this part, and without it the others do not make up the whole: see {other}.",
    "Take out `whole: yes`, or withhold the part so that the public sees that there is one (`what: whole`).",
)
PERCENTAGE_OF_PEOPLE = Wording(
    "percentage-by-hand",
    "This percentage is published as it is. Of the number of people at {other} it is so few that they could "
    "be reckoned out of the two.",
    "If it is a percentage of them, write `people` and `of` in place of `number`; else leave it.",
    Severity.WARNING,
)
MAY_BE_PARTS = Wording(
    "figures-may-be-parts",
    "The numbers of people from {other} on add up to this one. As figures of their own they are not looked "
    "at together, and a small number could be reckoned out of the others.",
    "If they are parts of it, write them under its `parts`, with `whole: yes`.",
    Severity.WARNING,
)


def figures_checked(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield what is wrong with the figures of each report, and what should be written in another way."""
    policy = records.get(("policy", "policy"))
    largest = policy.small_numbers.largest if policy is not None and policy.small_numbers else _LARGEST
    for key, report in records.items():
        if key[0] != "reports":
            continue
        for number, figure in enumerate(report.figures):
            path: Path = ("figures", number)
            yield from _shares(key, path, figure, locate)
            for position, part in enumerate(figure.parts):
                yield from _shares(key, (*path, "parts", position), part, locate)
            yield from _parts(key, path, figure, locate)
            yield from _by_hand(key, number, report.figures, largest, locate)
            yield from _may_be_parts(key, number, report.figures, locate)


def _shares(key: Key, path: Path, figure: Figure | FigurePart, locate: Locate) -> Iterator[Problem]:
    for column in COLUMNS:
        measured: Measured | None = getattr(figure, column)
        if measured is None or measured.of is None:
            continue
        here = (*path, column, "of")
        if measured.people is None:
            yield OF_ALONE.at(locate(key, here))
        elif measured.people > measured.of:
            yield MORE_THAN_ALL.at(locate(key, (*path, column, "people")), other=line_of(locate(key, here)))


def _parts(key: Key, path: Path, figure: Figure, locate: Locate) -> Iterator[Problem]:
    """Yield each part that is more than the whole, and each whole that its parts do not make up."""
    hidden = [position for position, part in enumerate(figure.parts) if part.is_concealed]
    line = line_of(locate(key, (*path, "whole")))
    for position in hidden if figure.whole else ():
        yield PARTS_CONCEALED.at(locate(key, (*path, "parts", position)), other=line)
    for column in COLUMNS:
        whole = _people(figure, column)
        counts = [_people(part, column) for part in figure.parts]
        if whole is None:
            continue
        for position, count in enumerate(counts):
            if count is not None and count > whole:
                there = locate(key, (*path, "parts", position, column, "people"))
                yield MORE_THAN_ALL.at(there, other=line_of(locate(key, (*path, column, "people"))))
        known = [count for count in counts if count is not None]
        if figure.whole and not hidden and known and len(known) == len(counts) and sum(known) != whole:
            yield PARTS_WRONG.at(locate(key, (*path, column, "people")), column=column)


def _by_hand(
    key: Key, number: int, figures: tuple[Figure, ...], largest: int, locate: Locate
) -> Iterator[Problem]:
    """Yield each percentage written as a number that is of few people, if of those counted beside it."""
    for column in COLUMNS if _PER_CENT.match(figures[number].unit or "") else ():
        measured: Measured | None = getattr(figures[number], column)
        if measured is None or measured.number is None:
            continue
        for at, each in enumerate(figures):
            whole = _people(each, column)
            if whole is not None and 0 < round(measured.number * whole / 100) <= largest:
                other = line_of(locate(key, ("figures", at, column, "people")))
                yield PERCENTAGE_OF_PEOPLE.at(locate(key, ("figures", number, column, "number")), other=other)
                break


def _may_be_parts(key: Key, number: int, figures: tuple[Figure, ...], locate: Locate) -> Iterator[Problem]:
    """Yield a warning where the figures after one add up to it without being called its parts."""
    whole = _people(figures[number], "now")
    total = 0
    for at, each in enumerate(figures[number + 1 :], number + 1):
        count = _people(each, "now")
        if whole is None or count is None or figures[number].parts:
            return
        total += count
        if total == whole and at - number >= _FEWEST:
            there = line_of(locate(key, ("figures", number + 1)))
            yield MAY_BE_PARTS.at(locate(key, ("figures", number, "now", "people")), other=there)
            return


def _people(figure: Figure | FigurePart, column: str) -> int | None:
    measured: Measured | None = getattr(figure, column)
    return measured.people if measured is not None else None
