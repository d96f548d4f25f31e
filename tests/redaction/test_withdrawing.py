"""Taking down works at once, from public values only, and nothing of it comes back unasked."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from editions.datasets import assemble, files_of
from editions.published import read
from records.loading import load
from redaction import withdrawing
from redaction.harvesting import harvest
from redaction.scanning import scanner_for
from redaction.signing import Request, prepare
from tests.partnerships import DAY, copy_to, sign_off

KEY = ("meetings", "2026-03-12-executive")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_to(tmp_path)
    sign_off(folder)
    return folder


def take_down(project: Path, part: str | None = None, *, no_trace: bool = False) -> withdrawing.Takedown:
    takedown = withdrawing.prepare(read(project), *KEY, part, day=DAY, no_trace=no_trace)
    if not takedown.problems:
        withdrawing.carry_out(project, takedown, no_trace=no_trace)
    return takedown


def everything_in(folder: Path) -> str:
    return "".join(path.read_text() for path in sorted(folder.rglob("*.json")))


def test_a_withdrawn_record_leaves_number_date_and_note_only(project: Path) -> None:
    take_down(project)

    history = read(project).histories[KEY]
    assert [(each.number, each.state, each.record) for each in history.editions] == [
        (1, "removed", None),
        (2, "withdrawn", None),
    ]
    assert read(project).problems == ()
    assert "The toolkit was approved" not in everything_in(project / "published")


def test_a_record_is_taken_down_although_every_private_record_is_broken(project: Path) -> None:
    for path in (project / "data").rglob("*.yml"):
        path.write_text("{{{{")

    take_down(project)

    assert read(project).histories[KEY].newest.state == "withdrawn"


def test_a_part_is_taken_out_of_every_edition(project: Path) -> None:
    take_down(project, "neglect")

    history = read(project).histories[KEY]
    assert [each.state for each in history.editions] == ["removed", "published"]
    assert history.newest.taken_down == ("neglect",)
    assert "The toolkit was approved" not in everything_in(project / "published" / "meetings" / KEY[1])


def test_an_action_is_taken_out_with_the_mark_that_placed_it(project: Path) -> None:
    take_down(project, "toolkit")

    assert "toolkit]]" not in everything_in(project / "published" / "meetings" / KEY[1])


def test_no_trace_leaves_no_file_and_no_id(project: Path) -> None:
    take_down(project, no_trace=True)

    files = files_of(assemble(read(project)))
    assert not (project / "published" / "meetings" / KEY[1]).exists()
    assert [name for name, content in files.items() if KEY[1] in content.decode()] == []
    assert withdrawing.taken_down_without_trace(project) == {"meetings/2026-03-12-executive"}


def test_records_that_mention_the_target_are_listed(project: Path) -> None:
    mentioned = take_down(project).mentioned_in

    assert "meetings/2026-01-15-executive" in mentioned
    assert "groups/learning" not in mentioned


@pytest.mark.parametrize(("part", "code"), [("nonsense", "no-such-part"), ("council", "no-such-part")])
def test_an_unknown_part_is_said_with_the_known_ones(project: Path, part: str, code: str) -> None:
    takedown = take_down(project, part)

    assert [problem.code for problem in takedown.problems] == [code]
    assert "neglect" in str(takedown.problems[0])


def test_what_is_not_published_cannot_be_taken_down(project: Path) -> None:
    takedown = withdrawing.prepare(read(project), "meetings", "2020-01-01-nobody", None, day=DAY)

    assert [problem.code for problem in takedown.problems] == ["not-published"]


@pytest.mark.parametrize(
    ("part", "code", "restore"),
    [(None, "record-taken-down", "*"), ("neglect", "part-taken-down", "neglect")],
)
def test_a_takedown_is_not_undone_by_the_next_sign_off(
    project: Path, part: str | None, code: str, restore: str
) -> None:
    take_down(project, part)
    records = load(project)
    scanner = scanner_for(harvest(records))
    request = Request(*KEY, redacted_by="Manager", day=DAY, checked_by="Chair", note="Again.")

    refused = prepare(records, read(project), scanner, request)
    restored = prepare(
        records, read(project), scanner, replace(request, restore=frozenset({restore, "toolkit"}))
    )

    assert (refused.edition, [problem.code for problem in refused.problems]) == (None, [code])
    assert restored.edition is not None


def test_a_part_that_is_withheld_now_needs_no_word(project: Path) -> None:
    take_down(project, "neglect")
    path = project / "data/meetings" / f"{KEY[1]}.yml"
    text = path.read_text().replace("Neglect and the [[redact personal|Secretfamily]] audit", "Neglect")
    withhold = "    withhold:\n      reason: personal\n"
    path.write_text(text.replace("  - id: neglect\n", f"  - id: neglect\n{withhold}"))
    records = load(project)
    request = Request(*KEY, redacted_by="Manager", day=DAY, checked_by="Chair", note="Withheld.")

    prepared = prepare(records, read(project), scanner_for(harvest(records)), request)

    assert prepared.edition is not None
    assert "The toolkit was approved" not in json.dumps(prepared.edition.record)
