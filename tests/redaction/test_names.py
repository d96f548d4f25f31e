"""A review lists names that nobody is known by, few of them false, and stops nothing for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.published import read
from records.loading import load
from redaction.review.reviewing import Review, review
from redaction.searching.capitals import names_in, small_words
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from tests.partnerships import DAY, copy_to, sign_off

KEY = ("meetings", "2026-03-12-executive")


def reviewed(project: Path, words: str = "") -> Review:
    """Return the review of a meeting in which some words were written."""
    path = project / "data" / "meetings" / f"{KEY[1]}.yml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("asked for a briefing.", f"asked for a briefing. {words}"), "utf-8")
    records = load(project)
    return review(records, read(project), scanner_for(harvest(records)), KEY, DAY)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("They heard Kezia Umbrel speak.", ["Kezia Umbrel"]),
        ("They saw Zorblatt's house, then Quern Alley.", ["Zorblatt", "Quern Alley"]),
        ("They met Mrs Jo van der Quill.", ["Jo van der Quill"]),
        ("On Monday in March the NHS and Ife Abara met at Christmas.", []),
        ("Zebras came. Yaks too.", []),
        ("It was about Neglect, for the Testwick Council.", []),
    ],
)
def test_names_that_nobody_is_known_by_are_listed(tmp_path: Path, words: str, expected: list[str]) -> None:
    """Not listed: days, months, abbreviations, public people and bodies, titles, beginnings of sentences."""
    found = reviewed(copy_to(tmp_path), words)
    assert [each.words for each in found.names] == expected
    assert [each for each in found.errors if each.words in expected] == []


def test_a_name_has_its_lines(tmp_path: Path) -> None:
    """A reviewer goes there."""
    found = reviewed(copy_to(tmp_path), "They heard Kezia Umbrel speak.")
    lines = (tmp_path / found.file).read_text("utf-8").splitlines()
    assert [["Kezia Umbrel" in lines[place.line - 1] for place in each.places] for each in found.names] == [
        [True]
    ]


def test_what_was_signed_off_is_not_listed_again(tmp_path: Path) -> None:
    """Somebody looked at it then."""
    project = copy_to(tmp_path)
    assert reviewed(project, "They heard Kezia Umbrel speak.").names
    sign_off(project, KEY)
    assert [each.words for each in reviewed(project, "Then Quern Alley was seen.").names] == ["Quern Alley"]


def test_a_word_that_is_written_small_elsewhere_is_no_name() -> None:
    small = small_words(["the panel met"])
    assert [name.words for name in names_in("They asked the Panel and the Zorblatt.", small)] == [
        ("Zorblatt",)
    ]
