"""What a neighbour's file would put on our pages is looked at before any site is built."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editions.published import read
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.sharing import shared_wrong
from tests.partnerships import DAY, copy_to, sign_off

FILE = "neighbours/meetings.json"
NEIGHBOURS = f"""
neighbours:
  - id: hollowdale
    name: Hollowdale Partnership
    address: https://hollowdale.example/
    file: {FILE}
    groups:
      - group: learning
        theirs: audits
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = copy_to(tmp_path_factory.mktemp("sharing"))
    with (folder / "data/partnership.yml").open("a") as file:
        file.write(NEIGHBOURS)
    sign_off(folder, ("partnership", "partnership"), ("groups", "learning"))
    (folder / "neighbours").mkdir()
    return folder


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Another look at the audits", []),
        ("The secretchildren of Wharf Lane", [("neighbour-title-secret", "error")]),
        ("Call 07700 900123", [("neighbour-title-detected", "warning")]),
    ],
)
def test_a_title_that_holds_what_is_withheld_here_or_looks_private_is_told(
    project: Path, title: str, expected: list[tuple[str, str]]
) -> None:
    """The file is named, with the neighbour's id of the meeting; the title is not."""
    meeting = {
        "id": "2026-02-03-audits",
        "title": title,
        "group": {"kind": "group", "id": "audits", "name": "Audits"},
        "date": "2026-02-03",
        "status": "final",
    }
    listed = {"format": 1, "kind": "meetings", "records": [{"id": meeting["id"], "record": meeting}]}
    (project / FILE).write_text(json.dumps(listed), "utf-8")
    published = read(project)
    assert [each.title for each in published.shared.meetings] == [title]

    found = list(shared_wrong(published, scanner_for(harvest(load(project), today=DAY))))

    assert [(each.code, each.severity.value) for each in found] == expected
    assert {(each.place.file, each.place.field) for each in found} <= {(FILE, ("2026-02-03-audits",))}
    assert [each.code for each in found if title in str(each)] == []


def test_without_a_neighbour_nothing_is_looked_at(tmp_path: Path) -> None:
    folder = copy_to(tmp_path)
    assert list(shared_wrong(read(folder), scanner_for(harvest(load(folder), today=DAY)))) == []
