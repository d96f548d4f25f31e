"""Documents say which replaces which, and contradictions are told with both places."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.records.telling import only, told


def written(project: Path, **documents: str) -> Path:
    """Write documents by id, each a policy."""
    return only(
        project,
        "documents",
        **{name: f"title: A policy\nkind: policy\n{text}" for name, text in documents.items()},
    )


def test_a_document_that_was_replaced_is_fine(tmp_path: Path) -> None:
    """The two records may both say it."""
    project = written(
        tmp_path, old="status: superseded\nreplaced_by: new\n", new="status: in-force\nreplaces: old\n"
    )
    assert told(project, "documents") == []


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("status: in-force\n", "status: in-force\nreplaces: old\n", "new.yml:4"),
        ("status: in-force\nreplaced_by: new\n", "status: in-force\n", "old.yml:4"),
        ("status: in-force\nreplaced_by: new\n", "status: in-force\nreplaces: old\n", "new.yml:4"),
    ],
)
def test_a_replaced_document_is_not_in_force(tmp_path: Path, old: str, new: str, place: str) -> None:
    """Whichever of the two says it, it is told once, at the state of the older one."""
    assert told(written(tmp_path, old=old, new=new), "documents") == [
        (
            "data/documents/old.yml:3:9: status: This document is in force, and `new` replaces it "
            f"(data/documents/{place}) and is in force too. Write `status: superseded` here, or correct the "
            "one of the two lines that says which replaces which. [document-still-in-force]"
        )
    ]


def test_a_draft_may_replace_what_is_in_force(tmp_path: Path) -> None:
    """Until the newer one is in force the older one stays so."""
    project = written(tmp_path, old="status: in-force\n", new="status: draft\nreplaces: old\n")
    assert told(project, "documents") == []


def test_two_successors_contradict_each_other(tmp_path: Path) -> None:
    """A document says what replaces it, and another says the same of itself."""
    project = written(
        tmp_path,
        old="status: superseded\nreplaced_by: new\n",
        new="status: in-force\n",
        other="status: in-force\nreplaces: old\n",
    )
    assert told(project, "documents") == [
        (
            "data/documents/old.yml:4:14: replaced_by: This document says that `new` replaces "
            "it, and `other` "
            "says that it does (data/documents/other.yml:4). Correct whichever of the two records is wrong. "
            "[document-two-successors]"
        )
    ]


@pytest.mark.parametrize("field", ["replaces", "replaced_by"])
def test_no_document_replaces_itself(tmp_path: Path, field: str) -> None:
    """Neither directly nor in a circle."""
    itself = written(tmp_path / "one", old=f"{field}: old\n")
    circle = written(tmp_path / "two", old=f"{field}: new\n", new=f"{field}: old\n")
    codes = [[each.split("[")[-1] for each in told(project, "documents")] for project in (itself, circle)]
    assert codes == [["cycle]"], ["cycle]"]]


def test_ending_before_it_takes_effect_is_told_with_both_places(tmp_path: Path) -> None:
    """Days, months and years are compared as far as both are known."""
    project = written(
        tmp_path,
        one="effective_from: 2026-05-02\neffective_until: 2026-04\n",
        two="effective_from: 2026-05-02\neffective_until: 2026\n",
    )
    assert told(project, "documents") == [
        (
            "data/documents/one.yml:4:18: effective_until: The document ends before it takes effect: "
            "`effective_from` is at data/documents/one.yml:3. Correct whichever of the two days is wrong. "
            "[document-ends-first]"
        )
    ]
