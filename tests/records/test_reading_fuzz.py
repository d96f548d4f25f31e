"""Strict reading holds for any bytes: it never raises, points into the file, and quotes nothing."""

from __future__ import annotations

import re
import unicodedata

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from problems import errors
from records.yaml_files.nodes import Plain, plain
from records.yaml_files.reading import read

PLANTED = "Zanzibarquux"

RECORD = f"""\
# A comment.
title: {PLANTED} meeting
date: 2026-03-12
place: "Room 5 # formerly {PLANTED}"
owners: [first, '{PLANTED}']
items:
  - id: one
    note: {{person: first, note: {PLANTED}}}
    text: |
      {PLANTED}: a “plan”, café and \U0001f469\u200d\U0001f4bb.

      - [draft] # one
  - id: two
    text: >-
      More {PLANTED}
      words.
    items:
      - id: three
        text: {PLANTED}
          goes on
"""

SIGNS = st.sampled_from(
    [
        *":#-[]{}&*!|>%@`'\"?,=~<\\ \n\t\r\x00\x85\u200b\u00a0\u202e\u00ad\ufeff\u2028é",
        *("---\n", "...\n", "- ", ": ", " #", "<<: ", "\n\n", "  ", PLANTED),
    ]
)

KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
VALUES = st.text(
    st.characters(
        codec="utf-8",
        categories=["L", "N", "P", "S"],
        exclude_characters="\ufffd\u115f\u1160\u2800\u3164\uffa0",
    ).filter(str.isprintable),
    max_size=30,
)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A valid record with up to six pieces put in, taken out or exchanged."""
    text = RECORD
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 4)))
        text = text[:start] + draw(SIGNS | st.just("")) + text[end:]
    return text


def assert_honest(raw: bytes) -> None:
    """Every problem lies within the file and says nothing out of it; without a tree there is an error."""
    reading = read(raw, "data/a.yml")
    ends = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in reading.problems:
        assert 0 <= problem.place.line <= ends
        assert problem.place.column >= 0
        assert PLANTED.casefold() not in str(problem).casefold()
        assert "\n" not in str(problem)
    assert reading.node is not None or errors(reading.problems)


@given(st.binary(max_size=300))
def test_random_bytes_never_raise(raw: bytes) -> None:
    """Whatever a file holds ends in problems."""
    assert_honest(raw)


@given(st.lists(SIGNS | st.sampled_from(["a", "key", "one two"]), max_size=60).map("".join))
def test_random_signs_never_raise(text: str) -> None:
    """Nor does text that is mostly signs of YAML."""
    assert_honest(text.encode())


@given(damaged())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_damaged_records_never_raise_and_never_quote(text: str) -> None:
    """A record with a few keystrokes wrong is refused or read, and no message has its words."""
    assert_honest(text.encode())


def test_the_undamaged_record_reads_cleanly() -> None:
    """The damage is done to a record that is right, so that each trial stands for one slip."""
    reading = read(RECORD.encode(), "data/a.yml")
    assert reading.problems == ()
    assert reading.node is not None
    assert plain(reading.node) == yaml.load(RECORD, Loader=yaml.CBaseLoader)  # noqa: S506 (it makes text only)


@given(damaged())
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_what_reads_without_a_problem_means_what_yaml_means(text: str) -> None:
    """Where nothing is reported, the standard loader sees the same keys and texts."""
    reading = read(text.encode(), "data/a.yml")
    if reading.problems or reading.node is None:
        return
    even = re.sub(r"^ *\t[ \t]*$", "", text.replace("\r\n", "\n").replace("\r", "\n"), flags=re.MULTILINE)
    loaded = yaml.load(even, Loader=yaml.CBaseLoader)  # noqa: S506 (it makes text only)
    assert plain(reading.node) == loaded


TREES: st.SearchStrategy[Plain] = st.recursive(
    VALUES,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4) | st.dictionaries(KEYS, inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, TREES, min_size=1, max_size=4))
def test_what_is_written_in_quotes_comes_back(tree: dict[str, Plain]) -> None:
    """Any tree of texts, written in quotes, is read as it was."""
    assert_round_trip(tree)


def quoted(node: Plain, indent: int) -> str:
    """Return a node as YAML with every value in single quotes."""
    pad = "  " * indent
    if isinstance(node, str):
        return " '" + node.replace("'", "''") + "'\n"
    if isinstance(node, list):
        return "\n" + "".join(f"{pad}-{quoted(item, indent + 1)}" for item in node)
    return "\n" + "".join(f"{pad}{key}:{quoted(value, indent + 1)}" for key, value in node.items())


def assert_round_trip(tree: dict[str, Plain]) -> None:
    """Write a tree, read it, and compare; accents come back composed."""
    reading = read(quoted(tree, 0).encode(), "data/a.yml")
    assert reading.problems == ()
    assert reading.node is not None
    expected = read(unicodedata.normalize("NFC", quoted(tree, 0)).encode(), "data/a.yml").node
    assert expected is not None
    assert plain(reading.node) == plain(expected)
