"""No detector reads on without end from each sign: its work grows with a text, not with its square."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from re import _constants as names
from re import _parser as expressions
from types import FunctionType
from typing import Any

import pytest

from redaction.detectors import DETECTORS
from redaction.detectors.detector import Detector, normal

REPEATS = (names.MAX_REPEAT, names.MIN_REPEAT, names.POSSESSIVE_REPEAT)


def expressions_of(value: object, seen: frozenset[int] = frozenset()) -> Iterator[re.Pattern[str]]:
    """Yield each expression that a function reads with, also by way of other functions of ours."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from expressions_of(each, seen)
    elif (
        isinstance(value, FunctionType)
        and value.__module__.startswith("redaction.")
        and id(value) not in seen
    ):
        used = inspect.getclosurevars(value)
        yield from expressions_of([*used.nonlocals.values(), *used.globals.values()], seen | {id(value)})


def parts_of(value: object) -> Iterator[Any]:
    """Yield what a part of an expression is made of: what is repeated, a group, each way of a choice."""
    if isinstance(value, expressions.SubPattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from parts_of(each)


def endless(expression: Any, *, at_the_end: bool = True) -> Iterator[str]:
    """Yield the repeats without end in an expression, but for one sign repeated as its last part.

    Nothing can fail after that one, so that what it read is found, and is not read again.
    """
    for index, (kind, value) in enumerate(expression):
        is_last = at_the_end and index == len(expression) - 1
        inner_is_last = is_last
        if kind in REPEATS:
            _, most, repeated = value
            single = len(repeated) == 1 and not list(parts_of(repeated[0][1]))
            if most == names.MAXREPEAT and not (is_last and single):
                yield f"{kind} of {repeated}"
            inner_is_last = False
        elif kind in {names.ASSERT, names.ASSERT_NOT}:
            inner_is_last = False
        for part in parts_of(value):
            yield from endless(part, at_the_end=inner_is_last)


def endless_in(pattern: str) -> list[str]:
    return list(endless(expressions.parse(pattern)))


@pytest.mark.parametrize("detector", DETECTORS, ids=lambda each: each.name)
def test_no_detector_reads_on_without_end(detector: Detector) -> None:
    """Each repeat says how often at most; only one sign at the end of an expression may be repeated freely.

    So an expression reads a bounded number of signs from each place where it begins, or finds what it read.
    How large that number is, this does not hold: a repeat within a repeat should be of few.
    """
    read = list(expressions_of(detector.find))
    assert read != []
    assert [(each.pattern, found) for each in read for found in endless_in(each.pattern)] == []


def test_bringing_a_text_to_its_normal_form_reads_on_no_more() -> None:
    """Spaces, wrapped lines and signs of bold are taken out by expressions of the same sort."""
    read = list(expressions_of(normal))
    assert len(read) > 3
    assert [(each.pattern, found) for each in read for found in endless_in(each.pattern)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b[a-z]+(?:[ -](?:hundred|and))+ pounds\b",
        r"\b\d[\d,]*(?:\.\d\d)? ?pounds\b",
        r"(?: (?:other|[a-z]+-[a-z]+))* children",
        r"(?:https?://)?[\w.-]*(?:example\.com)",
        r"\b[\w-]+(?:_at_)",
        r"\d{2,}?x",
        r"(?>a+)b",
        r"(?:a|b+)c",
        r"a(?=b+)",
        r"(?:a{1,3})*",
        r"a++b",
    ],
)
def test_a_repeat_without_end_is_seen(pattern: str) -> None:
    """Wherever it stands: within a group, a choice, a look ahead, another repeat."""
    assert len(endless_in(pattern)) >= 1


@pytest.mark.parametrize("pattern", [r"a+", r"(?:a|file://\S+)", r"a{1,9}b", r"(?P<found>a[^\s)]*)"])
def test_one_sign_repeated_at_the_end_passes(pattern: str) -> None:
    """What it reads is found, and not read again."""
    assert endless_in(pattern) == []
