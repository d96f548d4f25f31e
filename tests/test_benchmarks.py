"""The benchmarks measure what they say: the same text on both sides, and the same text each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.build import in_turn
from benchmarks.meetings import NOTICE, markdown, meeting
from benchmarks.projects import CommandError, run, sign_off, write_records, write_stock
from records.loading import load


def _files(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): file.read_text("utf-8")
        for file in folder.rglob("*")
        if file.is_file()
    }


def test_a_seed_makes_the_same_records(tmp_path: Path) -> None:
    """A seed gives the same files whenever it is used, and more meetings leave the first ones as they are."""
    for folder, number in (("a", 3), ("b", 3), ("c", 5)):
        write_records(tmp_path / folder, seed=7, meetings=number, words=900)

    files = _files(tmp_path / "a")
    assert files == _files(tmp_path / "b")
    assert files.items() < _files(tmp_path / "c").items()


def test_the_records_are_valid(tmp_path: Path) -> None:
    """What is measured is an ordinary project without any problem."""
    write_records(tmp_path, seed=7, meetings=4, words=900)

    records = load(tmp_path)

    assert [str(problem) for problem in records.problems] == []
    assert len([key for key in records.loaded if key[0] == "meetings"]) == 4


@pytest.mark.parametrize("meetings", [2, pytest.param(6, marks=pytest.mark.long)])
def test_the_meetings_can_be_signed_off_at_once(tmp_path: Path, meetings: int) -> None:
    """No withheld word stands in public, so that nobody has to decide anything before the measuring."""
    write_records(tmp_path, seed=7, meetings=meetings, words=3000)

    sign_off(tmp_path)

    assert len(list((tmp_path / "published" / "meetings").iterdir())) == meetings


@pytest.mark.parametrize("words", [1500, 3000])
def test_both_sides_have_the_text_that_was_asked_for(words: int) -> None:
    """A meeting has about so many words as a page, and a notice in place of what is withheld."""
    plain = meeting(seed=7, number=1, words=words)
    page = markdown(plain)

    assert words * 0.85 < len(page.split()) < words * 1.15
    assert page.count(NOTICE) == 2
    assert plain["items"][-1]["text"] not in page
    assert "[[" not in page


def test_stock_has_a_page_for_each_meeting(tmp_path: Path) -> None:
    """The stock site has as many meetings as ours."""
    write_stock(tmp_path, seed=7, meetings=4, words=900)

    assert len(list((tmp_path / "docs" / "meetings").glob("*.md"))) == 4


def test_commands_take_turns() -> None:
    """A slow minute of the machine hits both sides, so the ratio holds."""
    calls: list[str] = []

    seconds = in_turn(
        {"ours": lambda: calls.append("ours"), "stock": lambda: calls.append("stock")}, rounds=2
    )

    assert calls == ["ours", "stock", "ours", "stock"]
    assert {name: len(times) for name, times in seconds.items()} == {"ours": 2, "stock": 2}


def test_a_command_that_fails_is_not_measured() -> None:
    """A build that stops early would look quick."""
    with pytest.raises(CommandError):
        run(["false"])
