"""A mistake in one record never takes words out of another without anybody noticing."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import errors
from records.loading import load
from redaction.projecting.neighbours import broken_behind
from redaction.projecting.projection import project
from tests.partnerships import copy_to


def codes(folder: Path, kind: str, record_id: str) -> tuple[bool, set[str]]:
    """Return whether a record has public values, and the codes of its errors."""
    projection = project(load(folder), kind, record_id)
    return projection.record is not None, {problem.code for problem in errors(projection.problems)}


@pytest.mark.parametrize(
    ("broken", "kind", "record_id"),
    [
        ("people/abara.yml", "meetings", "2026-03-12-executive"),
        ("groups/executive.yml", "meetings", "2026-03-12-executive"),
        ("organizations/council.yml", "partnership", "partnership"),
        ("organizations/council.yml", "people", "abara"),
        ("organizations/council.yml", "meetings", "2026-03-12-executive"),
    ],
)
def test_a_record_waits_for_those_that_it_names(
    tmp_path: Path, broken: str, kind: str, record_id: str
) -> None:
    """Without the record that is named, a person, a body or a post would be missing in public."""
    folder = copy_to(tmp_path / "project")
    before = codes(folder, kind, record_id)
    path = folder / "data" / broken
    path.write_text(path.read_text("utf-8") + "\nunheard_of: yes\n", "utf-8")

    assert before == (True, set())
    assert codes(folder, kind, record_id) == (False, {"named-record-not-valid"})


def test_a_file_that_cannot_be_read_holds_up_those_that_name_it(tmp_path: Path) -> None:
    """The same holds where the file is no YAML at all."""
    folder = copy_to(tmp_path / "project")
    (folder / "data/people/abara.yml").write_bytes(b"\xff\xfe\x00")

    assert codes(folder, "meetings", "2026-03-12-executive") == (False, {"named-record-not-valid"})


def test_other_records_do_not_wait(tmp_path: Path) -> None:
    """A mistake stops only what names the record that has it."""
    folder = copy_to(tmp_path / "project")
    path = folder / "data/people/abara.yml"
    path.write_text(path.read_text("utf-8") + "\nunheard_of: yes\n", "utf-8")

    assert codes(folder, "organizations", "council") == (True, set())


@pytest.mark.parametrize(
    ("value", "kinds", "expected"),
    [
        ("abara", ("people", "posts", "organizations"), ("organizations/council",)),
        ("council/director", ("people", "posts"), ("organizations/council",)),
        ("council", ("groups", "organizations"), ("organizations/council",)),
        ("executive", ("groups", "organizations"), ()),
        ("all", ("people", "organizations"), ()),
        ("neglect", ("priorities",), ()),
        ("nobody", ("people", "groups"), ("nobody",)),
    ],
)
def test_what_holds_up_is_named_with_its_folder(
    tmp_path: Path, value: str, kinds: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    """So that somebody finds the file: for a person and for a post it is that of the body."""
    folder = copy_to(tmp_path / "project")
    path = folder / "data/organizations/council.yml"
    path.write_text(path.read_text("utf-8") + "\nunheard_of: yes\n", "utf-8")

    assert broken_behind(value, kinds, load(folder)) == expected
