"""A whole site that lists the meetings which a neighbour publishes, from the settings to the last byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to

NEIGHBOURS = """
neighbours:
  - id: hollowdale
    name: Hollowdale Partnership
    address: https://hollowdale.example/
    file: neighbours/meetings.json
    groups:
      - group: learning
        theirs: audits
"""


def publish(project: Path, *titles: str) -> None:
    """Write the neighbour's file with meetings of these titles."""
    group = {"kind": "group", "id": "audits", "name": "Audits"}
    records = [
        {
            "id": name,
            "record": {"id": name, "title": title, "group": group, "date": "2026-02-03", "status": "final"},
        }
        for name, title in ((f"2026-02-0{number}-audits", title) for number, title in enumerate(titles, 3))
    ]
    path = project / "neighbours/meetings.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps({"format": 1, "kind": "meetings", "records": records}), "utf-8")


def holding(project: Path, words: str) -> list[str]:
    """Return the pages and data files of the site that hold some words."""
    files = [*(project / "site").rglob("*.html"), *(project / "site/data").glob("*.json")]
    return sorted(
        each.relative_to(project / "site").as_posix() for each in files if words in each.read_text("utf-8")
    )


@pytest.mark.long
def test_a_withdrawal_there_removes_it_here_at_the_next_build(tmp_path: Path) -> None:
    """Listed, withdrawn, without a file, and with a word of ours that is withheld: four builds."""
    project = copy_to(tmp_path / "project")
    with (project / "data/partnership.yml").open("a") as file:
        file.write(NEIGHBOURS)
    run(project, "sign-off", "--changed", *ROLES)
    publish(project, "A quimble of audits", "Another look")
    assert run(project, "build").exit_code == 0
    assert holding(project, "quimble") == [
        "data/shared-meetings.json",
        "groups/learning/index.html",
        "meetings/index.html",
    ]
    publish(project, "Another look")
    assert run(project, "build").exit_code == 0
    assert holding(project, "quimble") == []
    (project / "neighbours/meetings.json").unlink()
    absent = run(project, "build")
    assert (absent.exit_code, "[neighbour-file-missing]" in absent.stderr) == (0, True)
    assert holding(project, "Its list was not at hand") == [
        "groups/learning/index.html",
        "meetings/index.html",
    ]
    publish(project, "The secretchildren of Wharf Lane")
    assert "[neighbour-title-secret]" in run(project, "check").stderr
    leak = run(project, "build")
    assert (leak.exit_code, "[secret-in-site]" in leak.stderr) == (1, True)
    assert holding(project, "Wharf Lane") == []
    publish(project, "Another look", "Call 07700 900123")
    assert "[neighbour-title-detected]" in run(project, "check").stderr
    (project / "neighbours/meetings.json").write_text("{}", "utf-8")
    damaged = run(project, "build")
    assert (damaged.exit_code, "[neighbour-file-refused]" in damaged.stderr) == (1, True)
