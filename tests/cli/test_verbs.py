"""What each verb does, prints and exits with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.main import pages
from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to, secrets_in

MEETING = "meetings/2026-03-12-executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def edit(project: Path, old: str, new: str, file: str = f"{MEETING}.yml") -> None:
    path = project / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_check_lists_what_is_not_published_and_exits_with_0(project: Path) -> None:
    result = run(project, "check")

    assert result.exit_code == 0
    assert f"not published: {MEETING}" in result.stdout
    assert "11 records read, no problems." in result.stdout


def test_check_exits_with_1_and_names_file_line_and_remedy(project: Path) -> None:
    edit(project, "chair: abara\n", "chiar: abara\n")

    result = run(project, "check")

    assert result.exit_code == 1
    assert "error: data/meetings/2026-03-12-executive.yml:7:1:" in result.stderr
    assert "did you mean `chair`?" in result.stderr


def test_check_says_what_changed_since_its_edition(project: Path) -> None:
    run(project, "sign-off", "--changed", *ROLES)
    edit(project, "The form was merged", "The form was joined")

    assert f"changed since edition 1: {MEETING}" in run(project, "check").stdout


def test_check_reminds_of_what_was_to_be_looked_at_again(project: Path) -> None:
    early, due = (run(project, "check", "--date", day) for day in ("2027-03-30", "2027-03-31"))

    assert "review-due" not in early.stderr
    assert "warning: data/meetings/2026-03-12-executive.yml:41:" in due.stderr
    assert due.exit_code == 0


def test_redact_writes_public_values_only(project: Path) -> None:
    result = run(project, "redact")

    files = sorted((project / "build/redacted").rglob("*.json"))
    assert result.exit_code == 0
    assert len(files) == 11
    assert [path for path in files if secrets_in(path.read_text())] == []


def test_sign_off_shows_the_public_values_and_asks(project: Path) -> None:
    result = run(project, "sign-off", MEETING, *ROLES[:-1], typed="n\n")

    assert result.exit_code == 0
    assert '"title": "Executive meeting"' in result.output
    assert "Publish exactly this? [y/N]: n" in result.stderr
    assert not (project / "published").exists()


def test_sign_off_writes_an_edition_and_prints_its_code(project: Path) -> None:
    result = run(project, "sign-off", MEETING, *ROLES)

    edition = json.loads((project / "published" / MEETING / "1/record.json").read_text())
    assert result.exit_code == 0
    file = f"published/{MEETING}/1/record.json"
    assert result.stdout == f"{MEETING} signed off, code {edition['code']}: {file}\n"


@pytest.mark.parametrize("name", [MEETING, f"data/{MEETING}.yml", f"./data/{MEETING}.yml"])
def test_a_record_can_be_named_by_its_file(project: Path, name: str) -> None:
    assert run(project, "sign-off", name, *ROLES).exit_code == 0


def test_sign_off_of_many_goes_on_after_one_that_fails(project: Path) -> None:
    edit(project, "chair: abara\n", "chiar: abara\n")

    result = run(project, "sign-off", MEETING, "meetings/2026-01-15-executive", *ROLES)

    assert result.exit_code == 1
    assert "record-not-valid" in result.stderr
    assert (project / "published/meetings/2026-01-15-executive/1/record.json").exists()


def test_an_unknown_record_is_told_with_a_near_one(project: Path) -> None:
    result = run(project, "sign-off", "meetings/2026-03-12-execctive", *ROLES)

    assert result.exit_code == 1
    assert f"did you mean `{MEETING}`?" in result.stderr


def test_sign_off_without_a_record_is_wrong_usage(project: Path) -> None:
    assert run(project, "sign-off", *ROLES).exit_code == 2


def test_an_embargoed_edition_is_published_on_its_day(project: Path) -> None:
    held = run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-01", "--embargo", "2026-07-01")
    again = run(project, "sign-off", MEETING, *ROLES, "--date", "2026-06-02", "--embargo", "2026-07-01")
    early = run(project, "sign-off", "--due", "--date", "2026-06-30")
    due = run(project, "sign-off", "--due", "--date", "2026-07-01")

    assert (held.exit_code, again.exit_code) == (0, 1)
    assert "edition-waiting" in again.stderr
    assert (early.exit_code, early.stdout) == (0, "")
    assert (due.exit_code, due.stdout) == (0, f"Published published/{MEETING}/1/record.json.\n")


def test_withdraw_asks_and_then_takes_down(project: Path) -> None:
    run(project, "sign-off", "--changed", *ROLES)

    refused = run(project, "withdraw", MEETING, typed="n\n")
    done = run(project, "withdraw", MEETING, "--now")

    assert refused.exit_code == 1
    assert done.exit_code == 0
    assert "It is mentioned in meetings/2026-01-15-executive" in done.stdout
    assert json.loads((project / "published" / MEETING / "2/record.json").read_text())["state"] == "withdrawn"


def test_withdrawn_without_trace_is_not_signed_off_again_by_mistake(project: Path) -> None:
    run(project, "sign-off", "--changed", *ROLES)
    run(project, "withdraw", MEETING, "--now", "--no-trace")

    refused = run(project, "sign-off", "--changed", *ROLES)
    restored = run(project, "sign-off", MEETING, *ROLES, "--restore", "*")

    assert (refused.exit_code, restored.exit_code) == (1, 0)
    assert "record-taken-down" in refused.stderr


def test_a_damaged_list_of_takedowns_publishes_nothing_that_it_may_name(project: Path) -> None:
    (project / "data/taken-down.txt").write_bytes(b"\xff\xfe")

    assert run(project, "sign-off", MEETING, *ROLES).exit_code == 1


def test_the_words_concerned_are_shown_on_a_terminal_only(project: Path) -> None:
    edit(project, "chair: abara\n", "secretkey: abara\n")

    assert "secretkey" not in run(project, "check", "--show-text").output


def test_a_project_without_data_can_be_checked(tmp_path: Path) -> None:
    result = run(tmp_path, "check")

    assert result.exit_code == 1
    assert "0 records read" in result.stdout


@pytest.mark.parametrize("verb", sorted(pages.commands))
def test_each_verb_has_help_with_an_example(tmp_path: Path, verb: str) -> None:
    result = run(tmp_path, verb, "--help")

    assert result.exit_code == 0
    assert f"pages {verb}" in result.stdout.split("Example")[1]
