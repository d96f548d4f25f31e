"""Tidying changes the layout of a record and no word of it."""

from __future__ import annotations

import re
import unicodedata

import pytest
import yaml
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from problems import errors
from records.kinds import KINDS
from records.tidying import tidy
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read
from records.yaml_files.wrapping import wrapped
from records.yaml_files.writing import node_of, written
from tests.records.test_reading_fuzz import KEYS, VALUES, damaged

MEETINGS = KINDS["meetings"]
HEAD = "title: Executive\ngroup: executive\ndate: 2026-03-12\nstatus: draft\n"
WORD = st.from_regex(r"[A-Za-z0-9:#'\"*_`|>-]{1,9}", fullmatch=True)
SENTENCES = st.lists(
    WORD
    | VALUES
    | st.sampled_from(["[[redact personal|the Orrin boys]]", "[[withheld x]]", "“quoted”", "- a"]),
    max_size=40,
).map(" ".join)
PROSE = st.lists(SENTENCES, max_size=4).map("\n".join)
VALUE = st.recursive(
    VALUES | SENTENCES | PROSE,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=8,
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file as some other program may write it, with comments and empty lines."""
    values = draw(st.dictionaries(KEYS, VALUE, min_size=1, max_size=4))
    text = yaml.dump(
        values,
        allow_unicode=True,
        sort_keys=False,
        width=draw(st.sampled_from([40, 80, 10_000])),
        indent=draw(st.sampled_from([2, 4, 7])),
        default_style=draw(st.sampled_from([None, '"', "'", "|", ">"])),
        default_flow_style=draw(st.sampled_from([False, None])),
    )
    lines = text.split("\n")
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(lines)))
        lines.insert(at, draw(st.sampled_from(["# a remark", "", "  # indented", "#key: value"])))
    ends = draw(st.sampled_from(["\n", "\r\n"]))
    return ends.join(lines).encode()


def values_of(raw: bytes) -> object:
    reading = read(raw, "data/a.yml")
    assert reading.node is not None
    return plain(reading.node)


def comments_of(raw: bytes) -> list[str]:
    return sorted(line.strip() for line in raw.decode().split("\n") if line.strip().startswith("#"))


@settings(max_examples=100, deadline=None)
@given(files() | damaged().map(lambda text: text.encode("utf-8", "surrogatepass")))
@example(b"a: |+\n  x\n\n\nb: 1\n")
@example(b"a: >\n  x\n# c\nb:\n    - c\n    # d\n    -   e: f\n        # g\n")
@example(b"'\"': '\\'\n")
def test_no_value_and_no_comment_changes(raw: bytes) -> None:
    """Strict reading gives equal values before and after, and tidying again changes nothing."""
    reading = read(raw, "data/a.yml")
    tidied = tidy(raw, "data/a.yml", MEETINGS)
    if reading.node is None or errors(reading.problems):
        assert tidied.content == raw
        assert [each.code for each in tidied.problems][-1] == "tidy-not-read"
        return
    assert "tidy-id" not in {each.code for each in tidied.changes} or b"items" in raw
    assume(not {"tidy-id", "tidy-quotation-marks"} & {each.code for each in tidied.changes})
    assert values_of(tidied.content) == plain(reading.node)
    assert tidy(tidied.content, "data/a.yml", MEETINGS).content == tidied.content


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(KEYS, VALUE, min_size=1, max_size=4))
def test_what_is_written_is_read_again(values: dict[str, object]) -> None:
    """Whatever values are written as YAML, strict reading gives the same ones."""
    text = written(node_of(values))  # type: ignore[arg-type]  # made of texts, lists and dictionaries
    assume(unicodedata.is_normalized("NFC", text))
    reading = read(text.encode(), "data/a.yml")
    assume(not reading.problems)  # Characters that no record may hold.

    assert reading.node is not None
    assert plain(reading.node) == values


@settings(max_examples=100, deadline=None)
@given(PROSE, st.integers(20, 60))
def test_a_broken_line_of_prose_reads_the_same(prose: str, width: int) -> None:
    """Markdown makes the same of a text before and after, but for the line breaks that it reads as spaces."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")

    def read_as(text: str) -> str:
        return " ".join(parser.render(text).split())

    after = wrapped(prose, width)

    assert after.split() == prose.split()
    assert read_as(after) == read_as(prose)
    assert re.findall(r"\[\[.*?\]\]", after) == re.findall(r"\[\[.*?\]\]", prose)


def test_a_long_line_of_prose_is_broken_between_words() -> None:
    """A list keeps its indentation, and a mark its line."""
    prose = "1. The partners heard [[redact personal|from the two elder sons]] and agreed.\n"

    assert wrapped(prose, 30) == (
        "1. The partners\n   heard [[redact personal|from the two elder sons]]\n   and agreed.\n"
    )


UNTIDY = """\
title:   'Executive'
group: “executive”
date: 2026-03-12
status: draft


# About the items.
items:
- title: Neglect and what came of it
  text: >-
    Partners heard the news.
  actions:
      - text: Publish the tool\u00adkit.
      # Who?
        owners: [police,   council]
- title: The Orrin family
  withhold:
          reason: personal
  decisions:
  - {text: To wait}
- id: last
  title: Close
"""

TIDY = """\
title: "Executive"
group: executive
date: 2026-03-12
status: draft

# About the items.
items:
  - id: neglect-and-what-came
    title: Neglect and what came of it
    text: Partners heard the news.
    actions:
      - id: a1
        text: Publish the toolkit.
        # Who?
        owners: [police, council]
  - id: item-1
    title: The Orrin family
    withhold:
      reason: personal
    decisions:
      - {id: dx1, text: To wait}
  - id: last
    title: Close
"""


def test_an_untidy_record_is_laid_out_and_completed() -> None:
    """Ids are made of titles, but not of those that are withheld; what was done is told without a word."""
    tidied = tidy(UNTIDY.encode(), "data/meetings/a.yml", MEETINGS)

    assert tidied.content.decode() == TIDY
    assert [each.code for each in tidied.changes] == [
        "tidy-quotation-marks",
        *["tidy-id"] * 4,
        "tidy-signs",
        "tidy-layout",
    ]
    assert not any(word in str(each) for each in tidied.changes for word in ("Orrin", "neglect", "Publish"))


def test_quotation_marks_of_a_text_stay() -> None:
    """Around a title they are words of it."""
    raw = HEAD.replace("Executive", "“Executive”").encode()

    assert tidy(raw, "data/meetings/a.yml", MEETINGS).content == raw


def test_a_long_value_is_folded_and_stays_one_line() -> None:
    """A title may have no line break, so it is folded in a way that YAML takes back."""
    raw = f"title: {'word ' * 60}end\n{HEAD.partition(chr(10))[2]}".encode()

    tidied = tidy(raw, "data/meetings/a.yml", MEETINGS)

    assert max(map(len, tidied.content.decode().split("\n"))) <= 110
    assert values_of(tidied.content) == values_of(raw)


def test_prose_is_wrapped_only_when_asked() -> None:
    """Under `|` a line break belongs to the value, so a published record is not touched by itself."""
    raw = f"{HEAD}summary: |\n  {'word ' * 40}end\n".encode()

    assert tidy(raw, "data/meetings/a.yml", MEETINGS).content == raw
    after = tidy(raw, "data/meetings/a.yml", MEETINGS, wraps=True).content
    assert max(map(len, after.decode().split("\n"))) <= 110
    assert after.split() == raw.split()


@pytest.mark.parametrize("kind", KINDS)
def test_starting_files_are_tidy(kind: str) -> None:
    """What the guide shows as an example needs no tidying."""
    from cli.reference import example as example_of  # noqa: PLC0415  # only this test needs the command

    path, text = example_of(kind)

    assert tidy(text.encode(), path, KINDS[kind]).content.decode() == text


def test_line_ends_of_another_system_are_told_too() -> None:
    """Nothing else changes, and the file is not rewritten without a word."""
    raw = HEAD.replace("\n", "\r\n").encode()

    tidied = tidy(raw, "data/meetings/a.yml", MEETINGS)

    assert (tidied.content, [each.code for each in tidied.changes]) == (HEAD.encode(), ["tidy-layout"])


def test_code_within_prose_stays_as_it_is() -> None:
    """Every line break counts there."""
    prose = f"```\n{'word ' * 30}\n```\n"

    assert wrapped(prose, 30) == prose


def test_items_of_one_title_have_ids_of_their_own() -> None:
    raw = f"{HEAD}items:\n  - title: Budget\n  - title: Budget\n  - title: Budget\n".encode()

    tidied = values_of(tidy(raw, "data/meetings/a.yml", MEETINGS).content)

    assert isinstance(tidied, dict)
    assert [each["id"] for each in tidied["items"]] == ["budget", "budget-1", "budget-2"]


def test_comments_keep_to_what_they_stand_above() -> None:
    """A comment moves with the key below it; one at the margin stays there."""
    raw = b"a:\n    # of b\n    b: 1\n#c: 2\n    # of d\n    d: |\n         text\n\n# end\n"

    tidied = tidy(raw, "data/a.yml", MEETINGS)

    assert tidied.content == b"a:\n  # of b\n  b: 1\n#c: 2\n  # of d\n  d: |\n    text\n\n# end\n"
    assert comments_of(tidied.content) == comments_of(raw)


HUSHED = """\
title: Meeting
group: executive
date: 2026-04-01
status: approved
items:
  - title: The [[redact personal|Tamblyn]] case
    actions: [{text: Write.}, {text: Ring., withhold: {reason: personal, what: concealed}}, {text: Visit.}]
  - title: A matter
    withhold: {reason: personal, what: concealed}
  - title: Another matter
    withhold: {reason: personal, what: whole, title: A matter}
    items: [{title: Under it}]
  - title: The [[redact personal|Tamblyn]] house
    withhold_fields: {actions: {reason: personal}}
    actions: [{text: Sell.}]
    decisions: [{text: To sell.}]
"""


def test_no_number_is_missing_among_the_ids_that_the_public_sees() -> None:
    """A gap would tell how much is concealed, so what nobody may know of is counted apart."""
    content = tidy(HUSHED.encode(), "data/meetings/2026-04-01-x.yml", KINDS["meetings"]).content.decode()

    assert re.findall(r"\bid: ([a-z0-9-]+)", content) == [
        *("item-1", "a1", "ax1", "a2"),
        "item-x1",
        *("item-2", "item-x2"),
        *("item-3", "ax2", "d1"),
    ]
