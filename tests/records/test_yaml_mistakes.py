"""The ways in which prose breaks YAML: each ends in the wording that says how to write it."""

from __future__ import annotations

import pytest

from problems import catalogue
from records.yaml_files import yaml_messages
from records.yaml_files.reading import read

MISTAKES: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "colon": ("text: Agreed: the plan\n", [(1, "colon-in-text")]),
    "colon at the end": ("text: The group agreed:\n", [(1, "colon-in-text")]),
    "two colons in an item": ("- Agreed: the plan: in May\n", [(1, "colon-in-text")]),
    "words after quotes": ('text: "Quoted" and more\n', [(1, "words-after-quotes")]),
    "word against quotes": ('text: "Quoted"s\n', [(1, "words-after-quotes")]),
    "apostrophe": ("text: 'twas agreed\nnext: a\n", [(1, "apostrophe")]),
    "apostrophe further on": ("text: 'it's late'\n", [(1, "apostrophe")]),
    "open quotation": ('text: "abc\nb: c\n', [(1, "quotes-open")]),
    "open quotation that a later one closes": ('a: "b\nc: "d"\ne: f\n', [(1, "quotes-open")]),
    "unknown escape": ('text: "C:\\dir"\n', [(1, "backslash")]),
    "bad code in an escape": ('text: "a \\x word"\n', [(1, "backslash")]),
    "bracket": ("text: [draft] the plan\n", [(1, "square-bracket")]),
    "open bracket": ("owners: [a, b\nc: d\n", [(1, "square-bracket")]),
    "open bracket over lines": ("owners: [a,\n  b,\nc: d\n", [(1, "square-bracket")]),
    "mark": ("text: [[withheld personal]] and more\n", [(1, "mark-at-start")]),
    "brace": ("text: {draft} for comment\n", [(1, "brace")]),
    "colon in braces": ("a: {person: b, note: he said: no}\n", [(1, "brace")]),
    "open brace": ("a: {person: b\nc: d\n", [(1, "brace")]),
    "quotes in braces": ('a: {note: "b"c}\n', [(1, "brace")]),
    "hyphen": ("text: - one\n", [(1, "hyphen-at-start")]),
    "only a hyphen": ("text: -\n", [(1, "hyphen-at-start")]),
    "star": ("text: *starred* word\n", [(1, "star-at-start")]),
    "two stars": ("text: **Bold** word\n", [(1, "star-at-start")]),
    "ampersand alone": ("text: & more\n", [(1, "ampersand-at-start")]),
    "exclamation marks": ("text: !a!b\n", [(1, "exclamation-at-start")]),
    "percent": ("text: % of children\n", [(1, "percent-at-start")]),
    "at": ("text: @home\n", [(1, "at-sign-at-start")]),
    "backtick": ("text: `code`\n", [(1, "backtick-at-start")]),
    "words after the bar": ("text: | words\n  more\n", [(1, "words-after-bar")]),
    "greater than": ("text: > 50 children\nb: c\n", [(1, "greater-than-at-start")]),
    "greater than a number": ("text: >50 children\n", [(1, "greater-than-at-start")]),
    "question": ("text: ? really\n", [(1, "question-at-start")]),
    "comma": ("text: , and\n", [(1, "comma-at-start")]),
    "closing bracket": ("text: ] and\n", [(1, "closing-bracket")]),
    "closing brace": ("text: } and\n", [(1, "closing-bracket")]),
    "colon first": ("a: b\n: c\n", [(2, "colon-at-start")]),
    "colon on the next line": ("text: Some words\n  Note: more\nb: c\n", [(2, "colon-on-next-line")]),
    "key too deep": ("a: b\n  c: d\n", [(2, "colon-on-next-line")]),
    "no space": ("a: b\ntext:Agreed\n", [(2, "no-space-after-colon")]),
    "no space in the first line": ("text:Agreed\nb: c\n", [(1, "no-space-after-colon")]),
    "no space in an item": ("a:\n  - b: c\n    d:e\n    f: g\n", [(3, "no-space-after-colon")]),
    "text left of its block": ("text: |\n    One\n  two\nb: c\n", [(3, "text-left-block")]),
    "text at the margin": ("text: |\n  One\ntwo\nthree\nb: c\n", [(3, "text-left-block")]),
    "percent at the margin": ("text: |\n  One\n% two\nb: c\n", [(3, "text-left-block")]),
    "table at the margin": ("text: |\n  One\n| two |\n|---|\nb: c\n", [(3, "text-left-block")]),
    "first line too deep": ("text: |\n    One\n  two\n", [(3, "text-left-block")]),
    "loose line": ("a: b\nwords only\nc: d\n", [(2, "loose-line")]),
    "loose lines are one mistake": ("a: b\nwords\nmore words\nc: d\n", [(2, "loose-line")]),
    "numbered list at the margin": ("a: b\n1. one\n2. two\nc: d\n", [(2, "loose-line")]),
    "key too far left": ("a:\n    b: c\n  d: e\n", [(3, "indentation")]),
    "item too far left": ("a:\n  - b\n - c\n", [(3, "indentation")]),
    "key among items": ("a:\n  - b\n  c: d\n", [(3, "indentation")]),
    "item among keys": ("a: b\n- c\n", [(2, "indentation")]),
    "quotation on a line of its own": ('a:\n  "b" c\nd: e\n', [(2, "words-after-quotes")]),
    "keys after braces": ("{a: b}\nc: d\n", [(2, "not-yaml")]),
}

PLANTED = "Zanzibarquux"


@pytest.mark.parametrize("name", MISTAKES)
def test_each_slip_of_prose_has_its_own_message(name: str) -> None:
    """One slip gives one message, at its line, and no tree that a model could complain about."""
    written, expected = MISTAKES[name]
    reading = read(written.encode(), "data/a.yml")
    assert [(problem.place.line, problem.code) for problem in reading.problems] == expected
    assert reading.node is None


@pytest.mark.parametrize("name", MISTAKES)
def test_no_message_quotes_the_line(name: str) -> None:
    """PyYAML's own words quote values; ours hold none of the file's."""
    written, _ = MISTAKES[name]
    spoiled = written.replace("words", PLANTED).replace("more", PLANTED).replace("plan", PLANTED)
    assert not any(PLANTED in str(problem) for problem in read(spoiled.encode(), "data/a.yml").problems)


def test_all_mistakes_of_a_file_are_found_at_once() -> None:
    """The parser stops at the first; reading goes on behind it, and finds what is no syntax error too."""
    written = """\
title: Meeting: the third
items:
  - id: a
    text: "Every" contact
    place: Room 5 # formerly 4
    note: |
      A block: with # signs - [of] "all" kinds.
  - id: b
    text: [draft] plan
      that goes on
    owner:c
    owners: [d, e]
  - id: c
    text: &c. too
    id: d
    due:
---
end: @home
"""
    found = [(p.place.line, p.code) for p in read(written.encode(), "data/a.yml").problems]
    assert found == [
        (1, "colon-in-text"),
        (4, "words-after-quotes"),
        (5, "comment-after-value"),
        (9, "square-bracket"),
        (11, "no-space-after-colon"),
        (14, "ampersand-at-start"),
        (15, "duplicate-key"),
        (16, "empty-value"),
        (17, "second-document"),
        (18, "at-sign-at-start"),
    ]


def test_lines_behind_a_mistake_that_cannot_be_mended_are_still_looked_at() -> None:
    """Comments behind values and further documents need no parser; blocks of text are stepped over."""
    written = "a:\n  - b\n - c\nd: e # f\ng: |\n  h # i\nj: 'k' # l\nm: #n\n---\n"
    found = [(p.place.line, p.code) for p in read(written.encode(), "data/a.yml").problems]
    assert found == [
        (3, "indentation"),
        (4, "comment-after-value"),
        (8, "value-is-comment"),
        (9, "second-document"),
    ]


def test_every_wording_of_a_slip_is_reached() -> None:
    """No wording stands in the catalogue that nothing can produce."""
    reached = {code for _, expected in MISTAKES.values() for _, code in expected}
    assert set(catalogue(yaml_messages)) - reached == set()
