"""The file of decisions: what is wrong in it is told in one line each, and then nothing of it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Place
from records.side_files.aside import read_aside
from records.side_files.decisions import Decisions, read_decisions

ENTRY = "decisions:\n  - words: Zorblatt Row\n    role: Business manager\n    decided: 2026-06-01\n"
FILE = "data/decisions.yml"


def told(path: Path) -> tuple[Decisions, list[tuple[str, int]]]:
    found, _, problems = read_decisions(path, FILE)
    return found, [(each.code, each.place.line) for each in problems]


@pytest.mark.parametrize(
    ("more", "problems"),
    [
        ("    decision: allow\n    reason: A street.\n    until: 2026-07-01\n", []),
        ("    decision: withhold\n", []),
        ("    decision: allow\n", [("goes-with", 2)]),
        ("    decision: withhold\n    until: 2026-07-01\n", [("goes-with", 2)]),
        ("    decision: [\n", [("square-bracket", 5)]),
    ],
)
def test_what_belongs_together_in_a_decision_is_held(
    tmp_path: Path, more: str, problems: list[tuple[str, int]]
) -> None:
    path = tmp_path / "decisions.yml"
    path.write_text(ENTRY + more, "utf-8")
    found, problems_found = told(path)
    assert (problems_found, len(found.decisions)) == (problems, 0 if problems else 1)


def test_a_folder_in_its_place_is_one_clear_line(tmp_path: Path) -> None:
    """It never passes for a file without decisions."""
    assert told(tmp_path) == (Decisions(), [("decisions-unreadable", 0)])
    assert told(tmp_path / "none.yml") == (Decisions(), [])


@pytest.mark.parametrize("named", ["data/terms.yml", "data/../data/terms.yml", None])
def test_the_usual_file_of_known_terms_is_read_once_whatever_the_policy_says(
    tmp_path: Path, named: str | None
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/terms.yml").write_text("terms:\n  - name: Zorblatt Row\n    sort: place\n", "utf-8")
    aside = read_aside(tmp_path, "data", named, Place("data/policy.yml"))
    assert ([each.term.name for each in aside.terms], aside.problems) == (["Zorblatt Row"], ())
