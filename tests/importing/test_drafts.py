"""What holds for every draft: it is valid, every word is in it, and a sign-off waits for its questions."""

from __future__ import annotations

import random
import string
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from editions.prose import parse
from problems import Problem
from records.importing import import_messages as messages
from records.importing.drafting.audits import audited, words_of
from records.importing.drafting.drafts import Draft, draft_of, open_questions, problems_in
from records.importing.drafting.meetings import Told
from records.importing.drafting.prose import escaped, prose
from records.importing.drafting.questions import Question, as_comment, grouped
from records.importing.drafting.yaml_texts import scalar, yaml_text
from records.importing.paragraphs.blocks import Block, Oddity, Run, Source, Spot, Table
from records.importing.readers.opening import opened
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read
from tests.importing.documents import HEAD, KNOWN, asked, draft, draft_of_bytes, items, pdf, word_of

TEXT = st.text(
    st.sampled_from(string.ascii_letters + string.digits + " .,:;-*_#[]()|<>&'\"`~!?/\\\u2013\u2019\u00e9\n"),
    max_size=300,
)


@given(TEXT)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_text_is_the_draft_is_valid_and_no_word_is_lost(tmp_path: Path, text: str) -> None:
    draft(HEAD + "1. Budget\n" + text + "\n2. Plan\nSeen.\n", tmp_path)


@given(TEXT)
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_markdown_is_the_draft_is_valid_and_no_word_is_lost(tmp_path: Path, text: str) -> None:
    draft(
        HEAD.replace("\n", "\n\n") + "# 1. Budget\n\n" + text + "\n\n# 2. Plan\n\nSeen.\n", tmp_path, "x.md"
    )


LINES = [
    "Date: 12 March 2026",
    "Present: Dov Ashby (DA), Esme Loft",
    "1. Budget",
    "It was seen.",
    "Action: DA to go.",
    "2. Plan",
    "Resolved: to stay.",
    "- a point",
    "a\tb",
    "1.1\tDA\tgo",
    "Action\tOwner\tDue",
    "Apologies: none",
    "| x | y |",
    "Next meeting: 1 May 2026",
    "Action log",
    "3.1 - DA to ask. Closed.",
    "Appendix 1 \u2013 List",
    "Part B",
    "**Bold**",
    "Name\tPresent",
    "Bram Quist\t\u2713",
]


@given(st.lists(st.sampled_from(LINES), max_size=25))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(["1.1\tDA\tgo", "Bram Quist\t\u2713", "1. Budget", "Action\tOwner\tDue", "Action\tOwner\tDue"])
def test_lines_of_minutes_in_any_order_make_a_valid_draft(tmp_path: Path, lines: list[str]) -> None:
    """As text and as Word; there are never more than a dozen questions."""
    text = HEAD + "\n".join(lines)
    for made in (draft(text, tmp_path), draft_of_bytes(word_of(text), tmp_path, "x.docx")):
        assert len(made.questions) <= 12


MINUTES = (
    HEAD
    + """\
1. Welcome

Ada Marlowe welcomed everybody. It was a fine day, and the room was full of people who had come to hear it.

2. Budget

The figures were seen. Kestrel Police asked for more.

Action 2.1: DA to send the list by 31 May 2026.

It was agreed that the budget would be looked at again in the summer.

3. Any other business

None.

Next meeting: 14 May 2026, 2pm, Wharf House
"""
)


def test_the_same_minutes_come_out_of_every_format_alike(tmp_path: Path) -> None:
    """Of words only the places differ; the values are those of the plain text."""
    html = "".join(f"<p>{line}</p>" for line in MINUTES.split("\n") if line)
    markup = "#set text(size: 9pt)\n" + "\n\n".join(
        f"#text[{line}]" for line in MINUTES.replace("#", "").split("\n") if line
    )
    made = {
        "x.txt": draft(MINUTES, tmp_path),
        "x.docx": draft_of_bytes(word_of(MINUTES), tmp_path, "x.docx"),
        "x.html": draft_of_bytes(html.encode(), tmp_path, "x.html"),
        "x.pdf": draft_of_bytes(pdf(markup), tmp_path, "x.pdf"),
        "x.md": draft(
            MINUTES.replace("\n", "\n\n")
            .replace("1. W", "# 1. W")
            .replace("2. B", "# 2. B")
            .replace("3. A", "# 3. A"),
            tmp_path,
            "x.md",
        ),
    }
    values = {
        name: {key: value for key, value in each.values.items() if key != "source"}
        for name, each in made.items()
    }
    assert {name: each == values["x.txt"] for name, each in values.items()} == dict.fromkeys(made, True)
    assert {name: each.placed.share > 0.95 for name, each in made.items()} == dict.fromkeys(made, True)


def test_the_text_reads_well_by_eye(tmp_path: Path) -> None:
    """Block style, the order of the document, a comment at the key where a question stands."""
    made = draft(MINUTES.replace("Thursday", "Monday"), tmp_path)
    assert made.text.split("\n")[:10] == [
        (
            "# A draft that `pages import` made. Nothing of it is public, and it cannot be signed off "
            "while a question"
        ),
        "#   stands.",
        "# Settle each question, and remove its lines. `pages check` lists those that are left.",
        "# QUESTION 1: Nobody has compared this draft with its source yet.",
        "",
        "title: Harbour Safeguarding Partnership Executive meeting",
        "group: executive",
        (
            "# QUESTION 2 (paragraph 2): The day of the meeting is not certain. In the source: "
            "\u201cMonday 12 March 2026\u201d. The"
        ),
        "#   draft says 2026-03-12.",
        "date: 2026-03-12",
    ]
    assert list(made.values) == [
        "title", "group", "date", "date_words", "time", "place",
        "status", "chair", "attendance", "items", "next_meetings", "source",
    ]  # fmt: skip
    assert max(len(line) for line in made.text.split("\n")) <= 112


def test_what_has_no_place_stands_in_the_source_as_printed(tmp_path: Path) -> None:
    made = draft(HEAD + "1. Budget\nSeen.\n2. Plan\nSeen.\n", tmp_path)
    assert made.values["source"]["file"] == "minutes.txt"
    assert "Thursday 12 March 2026" in made.values["source"]["printed"]
    assert [text for _, text in made.placed.missing][:1] == ["Date: Thursday 12 March 2026"]


def test_open_questions_are_found_by_their_lines(tmp_path: Path) -> None:
    made = draft(HEAD + "1. Budget\nSeen.\n2. Plan\nSeen.\n", tmp_path)
    lines = made.text.split("\n")
    assert [lines[line - 1].strip()[:10] for line in open_questions(made.text)] == ["# QUESTION"] * len(
        made.questions
    )
    assert open_questions("title: # QUESTION\n# A QUESTION 3\n") == ()


def test_questions_of_one_kind_are_one_and_say_where() -> None:
    questions = [
        Question(messages.OWNER, (Spot(0, at),), f"\u201c{at}\u201d", "They stay.", ("items",))
        for at in range(1, 9)
    ]
    (one,) = grouped([*questions, questions[0]])
    assert len(one.spots) == 9
    comment = as_comment(3, one)
    assert comment.startswith(
        "QUESTION 3 (paragraph 1; paragraph 2; paragraph 3; paragraph 4; paragraph 5; paragraph 6 and "
        "2 more): "
    )
    assert comment.endswith("They stay.")
    assert as_comment(1, Question(messages.RUNNING, (Spot(2),), "", "Kept.")).startswith(
        "QUESTION 1 (page 2): "
    )


def source_of(*texts: str) -> Source:
    return Source(tuple(Block((Run(text),), Spot(0, at)) for at, text in enumerate(texts, 1)))


def test_an_audit_sees_a_lost_word_a_changed_order_and_nothing_else() -> None:
    """It fails for a record that lacks one word of a sentence, or has two of them exchanged."""
    source = source_of("one two three four five six seven")
    assert audited(source, {"text": "One, two three\nfour **five** six [seven](https://x.y)."}).share == 1
    assert audited(source, {"text": "one two three five six seven"}).kept == 0
    assert audited(source, {"text": "one two three four five seven six"}).kept == 1
    assert audited(source, {}).missing == ((Spot(0, 1), "one two three four five six seven"),)


def test_an_audit_lets_fields_begin_where_the_source_has_a_sign() -> None:
    source = source_of("Dov Ashby (DA), Head of Care")
    assert audited(source, {"name": "Dov Ashby", "initials": "DA", "post": "Head of Care"}).share == 1
    assert audited(source, {"name": "Dov Ashby", "post": "Head of Care"}).share < 1
    assert (
        audited(source, {"person": "ashby", "initials": "DA", "post": "Head of Care"}, ["Dov Ashby"]).share
        == 1
    )


def test_an_audit_counts_tables_numbers_margins_and_oddities() -> None:
    spot = Spot(0, 1)
    block = Block((Run("word"),), spot, number="4.", margin="XY")
    source = Source(
        (Table((((block,),),), spot),), (Oddity("footer", spot, "below"), Oddity("lost-letters", spot, "2"))
    )
    assert audited(source, {}).runs == 4
    assert audited(source, {"a": ["4", "word", "xy", "below"]}).share == 1


def test_words_are_compared_without_signs_and_marks() -> None:
    assert words_of("[[action a1]] It\u2019s **so** caf\u00e9\\!") == ("its", "so", "caf\u00e9")


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "12 March 2026",
        "a: b",
        "ends:",
        "# no",
        "a #b",
        "- x",
        "'q'",
        '"q"',
        "yes",
        "No",
        "null",
        "\\",
        "*x*",
        "[[a]]",
        "{a}",
        "caf\u00e9",
        "%",
        "@x",
        "a, b,",
        "2026-03-12",
        "14:00\u201316:00",
    ],
)
def test_every_line_of_text_is_read_again_as_it_was_written(text: str) -> None:
    """Strict reading gives the same text back, in keys and in lists."""
    reading = read(yaml_text({"title": text, "list": [text, {"inner": text}]}, {}, ()).encode(), "x.yml")
    assert reading.problems == ()
    assert reading.node is not None
    assert plain(reading.node) == {"title": text, "list": [text, {"inner": text}]}


def test_words_that_mean_something_in_yaml_are_quoted_and_others_are_not() -> None:
    assert [scalar(text) for text in ("plain text", "14:00\u201316:00", "a: b", "No")] == [
        "plain text",
        "14:00\u201316:00",
        '"a: b"',
        '"No"',
    ]


@given(st.text(st.sampled_from(string.printable + "\u2019\u2013"), max_size=80))
@settings(max_examples=200, deadline=None)
def test_words_written_as_markdown_are_read_as_the_same_words(text: str) -> None:
    words = " ".join(text.split())
    tokens = parse(prose([Block((Run(words),))]))
    shown = "".join(
        child.content
        for token in tokens
        for child in token.children or []
        if child.type in {"text", "text_special"}
    )
    assert words_of(shown.replace("\n", " ")) == words_of(words.replace("[[", "[ [")) or "http" in words


def test_marks_and_html_of_a_source_are_words_of_the_draft() -> None:
    assert escaped("[[redact x|y]] <b> &amp; *so*") == "[ [redact x|y] ] \\<b> \\&amp; \\*so\\*"


@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md", "txt"])
def test_damaged_files_end_in_a_draft_or_in_one_line(ending: str, tmp_path: Path) -> None:
    """Bytes cut out, changed and doubled: never an exception, and never a draft that is not valid."""
    html = "".join(f"<p>{line}</p>" for line in MINUTES.split("\n") if line).encode()
    whole = {"docx": word_of(MINUTES), "html": html, "md": MINUTES.encode(), "txt": MINUTES.encode()}
    raw = whole[ending] if ending in whole else pdf("#text[" + MINUTES.replace("\n\n", "]\n\n#text[") + "]")
    chance = random.Random(7)  # noqa: S311 (damages need no secrecy)
    seen = set()
    for _ in range(60):
        damaged = bytearray(raw)
        for _ in range(chance.choice((1, 1, 3, 20))):
            at = chance.randrange(len(damaged))
            damage = chance.randrange(4)
            if damage == 0:
                damaged[at] = chance.randrange(256)
            elif damage == 1:
                del damaged[at : at + chance.randrange(1, 200)]
            elif damage == 2:
                damaged[at:at] = damaged[at : at + 50]
            else:
                damaged[at:at] = bytes(chance.randrange(256) for _ in range(10))
            if not damaged:
                damaged = bytearray(b"x")
        path = tmp_path / f"x.{ending}"
        path.write_bytes(bytes(damaged))
        source = opened(path, path.name)
        made = (
            source
            if isinstance(source, Problem)
            else draft_of(source, KNOWN, Told("x", day="2026-03-12"), lambda _text: ())
        )
        seen.add(type(made))
        if isinstance(made, Draft):
            assert problems_in(made, "x.yml") == ()
            assert made.lost == ()
    assert seen <= {Problem, Draft}
    assert seen


def test_a_draft_asks_at_most_a_dozen_questions_however_bad_it_is(tmp_path: Path) -> None:
    text = (
        "Meeting of friends\nDate: Monday 12 March 2026\nStatus: Approved\nPresent: Dov Ashby (XX), "
        "Dora Allen (XX), Cleo Tarn and nobody else at all\n"
        "Apologies: Dov Ashby\n1. Budget\n[Redacted] The mother known as Kay.\nAction 1: ZZ to "
        "go.\nAction 1: To see the lamps lit.\nThe Board agreed the plan.\n"
        "Dov Ashby agreed to send it.\nplan-2026.docx\n1. Again\nQQ said no.\n7. Far\nlost \ufffd letters\n"
    )
    made = draft(text, tmp_path)
    assert len(made.questions) <= 12
    assert items(made)
    assert "unread" in asked(made)
