"""The public side of a review reads as the site does, and leads nowhere."""

from __future__ import annotations

import re

import pytest

from cli.reading_as_public import reader
from tests.redaction.test_review_pages import HOSTILE

read = reader({"personal": "information about a person"})


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Some *stressed* words.", "<p>Some <em>stressed</em> words.</p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("# A heading", '<p class="as-heading">A heading</p>'),
        ("See [the plan](https://plan.example/).", "<u>the plan</u>"),
        ("[[action toolkit]]", '<p class="placed">Here stands the action toolkit.</p>'),
        ("The [[withheld personal]] case.", "information about a person"),
    ],
)
def test_prose_reads_as_on_the_site(text: str, shown: str) -> None:
    assert shown in read(text, "prose")


def test_a_line_has_its_notice_and_no_markdown() -> None:
    shown = read("The [[withheld personal]] *case*", "line")

    assert "information about a person" in shown
    assert "*case*" in shown


@pytest.mark.parametrize(
    "text", [*HOSTILE, "[a](javascript:alert(1))", "[a](data:text/html,x)", "![x](y.png)"]
)
@pytest.mark.parametrize("written", ["line", "prose"])
def test_hostile_text_acts_in_no_way(text: str, written: str) -> None:
    shown = read(text, written)

    assert re.findall(r"<(script|iframe|img|a|form|object|style|link)\b", shown) == []
    assert re.findall(r"<[^>]*\s(on\w+|style|href|src|id)\s*=", shown) == []


def test_what_is_not_public_gives_nothing() -> None:
    assert read("[[redact personal|a secret]]", "prose") == ""
