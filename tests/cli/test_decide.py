"""`pages decide` lists what is asked and keeps decisions, and no log ever holds the words."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli.main import pages
from records.loading import load
from records.side_files.decisions import read_decisions
from redaction.review.deciding import WHO, WHY
from tests.partnerships import copy_to, sign_off

ROOT = Path(__file__).parent.parent.parent
MEETING = "data/meetings/2026-03-12-executive.yml"
OTHER = "data/meetings/2026-01-15-executive.yml"
ALLOW = ("--allow", "--reason", "A public street.", "--role", "Business manager", "--date", "2026-06-01")
WITHHOLD = ("--withhold", "--role", "Business manager", "--date", "2026-06-01")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a partnership in which one name of something withheld stands open in two records."""
    project = copy_to(tmp_path)
    edit(project, MEETING, "All the secretstaffing words.", "The house in Zorblatt Row was empty.")
    edit(project, MEETING, "asked for a briefing.", "asked for a briefing about Zorblatt Row.")
    edit(project, OTHER, "discussed at length.", "discussed at length in Zorblatt Row.")
    return project


def edit(project: Path, file: str, old: str, new: str) -> None:
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new), "utf-8")


def run(project: Path, *arguments: str) -> Result:
    """Run a command where nobody sits at a terminal."""
    return CliRunner().invoke(pages, [arguments[0], "--project", str(project), *arguments[1:]])


def on_a_terminal(project: Path, *arguments: str) -> str:
    """Return what a command prints on a terminal of its own."""
    controller, terminal = pty.openpty()
    command = [sys.executable, "-m", "cli", arguments[0], "--project", str(project), *arguments[1:]]
    with subprocess.Popen(command, cwd=ROOT, stdout=terminal, stderr=subprocess.DEVNULL) as running:
        os.close(terminal)
        printed = b""
        try:
            while more := os.read(controller, 65_536):
                printed += more
        except OSError:
            pass  # Linux says so when the other end is closed.
        running.wait()
    os.close(controller)
    return re.sub(r"\x1b\[[0-9;]*[mK]|\r", "", printed.decode())


def errors_of(project: Path, *arguments: str) -> list[str]:
    """Return the errors that `pages check` prints."""
    result = run(project, "check", *arguments)
    return [line for line in result.stderr.splitlines() if line.startswith("error")]


def test_without_a_terminal_the_list_has_places_and_no_words(project: Path) -> None:
    """What a log keeps is where to look, and a name for the question."""
    result = run(project, "decide")
    assert (result.exit_code, "zorblatt" in result.output.lower()) == (0, False)
    assert [file in result.stdout for file in (MEETING, OTHER)] == [True, True]
    assert "1 question open." in result.stdout
    name = re.findall(r"--question (\S+)", result.stdout)
    assert len(name) == 1
    assert run(project, "decide", "--question", name[0], *ALLOW).exit_code == 0
    assert run(project, "decide").stdout == "Nothing is to be decided.\n"


def test_on_a_terminal_the_list_has_the_commands_to_copy(project: Path) -> None:
    """They work as they stand, but for the words in capitals."""
    printed = on_a_terminal(project, "decide")
    assert f"pages decide 'Zorblatt Row' --allow --reason '{WHY}' --role '{WHO}'" in printed
    assert f"pages decide 'Zorblatt Row' --withhold --role '{WHO}'" in printed


def test_allowing_settles_every_place_at_once(project: Path) -> None:
    """The decision stands in a file of its own, with reason, role and day."""
    assert len(errors_of(project)) == 2
    result = run(project, "decide", "zorblatt row", *ALLOW)
    assert (result.exit_code, "orblatt" in result.output) == (0, False)
    assert errors_of(project) == []
    (decision,) = load(project).aside.decisions.decisions
    assert decision.model_dump() == {
        "words": "Zorblatt Row",
        "decision": "allow",
        "reason": "A public street.",
        "role": "Business manager",
        "decided": date(2026, 6, 1),
        "until": None,
    }


def test_a_decision_that_has_expired_reminds_and_asks_again(project: Path) -> None:
    """One warning with its place; the question is open once more."""
    run(project, "decide", "Zorblatt Row", *ALLOW, "--until", "2026-07-01")
    last, after = run(project, "check", "--date", "2026-07-01"), run(project, "check", "--date", "2026-07-02")
    assert [("decision-expired" in each.stderr, each.exit_code) for each in (last, after)] == [
        (False, 0),
        (True, 1),
    ]
    assert f"data/decisions.yml:{4}:" in after.stderr
    assert after.stderr.count("decision-expired") == 1
    assert run(project, "decide", "Zorblatt Row", *ALLOW[:-1], "2026-07-02").exit_code == 0
    assert errors_of(project, "--date", "2026-07-02") == []


def test_withholding_makes_it_an_error_and_says_where_to_put_which_mark(project: Path) -> None:
    """Wherever it stands unmarked; a mark settles it."""
    result = run(project, "decide", "Zorblatt Row", *WITHHOLD, "--reason", "confidence")
    assert result.exit_code == 0
    assert result.stdout.count("write [[redact confidence|\N{HORIZONTAL ELLIPSIS}]]") == 2
    assert "orblatt" not in result.output
    assert [line.partition("[")[2] for line in errors_of(project)] == ["secret-in-record]"] * 2
    edit(project, OTHER, "Zorblatt Row", "[[redact confidence|Zorblatt Row]]")
    edit(project, MEETING, "about Zorblatt Row", "about [[redact confidence|Zorblatt Row]]")
    assert errors_of(project) == []


def test_what_is_decided_to_be_withheld_stops_a_build_that_shows_it(project: Path) -> None:
    """Every byte of the site is searched for it: a page of docs/ that nobody signs off too."""
    edit(project, OTHER, " in Zorblatt Row", "")
    edit(project, MEETING, " about Zorblatt Row", "")
    run(project, "decide", "Zorblatt Row", *WITHHOLD)
    sign_off(project)
    assert run(project, "build").exit_code == 0
    (project / "docs" / "more.md").write_text("# More\n\nSee **Zorblatt**-Row.\n", "utf-8")
    result = run(project, "build")
    assert (result.exit_code, "secret-in-site" in result.stderr, "orblatt" in result.output) == (
        1,
        True,
        False,
    )


def test_a_damaged_terms_file_stops_a_build(project: Path) -> None:
    """Nobody knows then what must not be published; the last good site stays."""
    (project / "data" / "terms.yml").write_text("terms:\n  - name: Rose Tamblyn\n", "utf-8")
    result = run(project, "build")
    assert (result.exit_code, "[missing-key]" in result.stderr, (project / "site").exists()) == (
        1,
        True,
        False,
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("Somebody Else", *ALLOW), 1),
        (("--question", "data/x.yml:1:1", *ALLOW), 1),
        (("Zorblatt Row",), 2),
        (("Zorblatt Row", "--allow", "--withhold"), 2),
        (("--allow",), 2),
        (("Zorblatt Row", "--question", "x:1:1", "--allow"), 2),
        (("Zorblatt Row", *WITHHOLD, "--until", "2027-01-01"), 2),
        (("Zorblatt Row", *ALLOW, "--until", "2026-05-31"), 2),
        (("Zorblatt Row", *WITHHOLD, "--reason", "because"), 2),
        (("Zorblatt Row", "--allow", "--reason", WHY, "--role", "Manager"), 2),
        (("Zorblatt Row", "--allow", "--reason", "x", "--role", " "), 2),
        (("Zorblatt Row", "--allow", "--reason", "x"), 2),
        (("-", *WITHHOLD), 2),
        (("Some\u202ewhere", *WITHHOLD), 2),
    ],
)
def test_what_cannot_be_decided_writes_nothing(project: Path, arguments: tuple[str, ...], code: int) -> None:
    """Words that nobody asks about, half a command, a role that was not written."""
    result = run(project, "decide", *arguments)
    assert (result.exit_code, (project / "data" / "decisions.yml").exists()) == (code, False)


def test_a_damaged_file_of_decisions_is_never_written_over(project: Path) -> None:
    """What was decided before would be lost."""
    path = project / "data" / "decisions.yml"
    path.write_text("decisions: [", "utf-8")
    result = run(project, "decide", "Zorblatt Row", *ALLOW)
    assert (result.exit_code, path.read_text("utf-8")) == (1, "decisions: [")


def test_decisions_are_written_in_order_and_read_again_whatever_the_words(project: Path) -> None:
    """Signs that mean something in the format come back as they were."""
    every = ["A 'q' \"z\" \\ line", "b: #x 'y'", "caf\u00e9 [[x|y]]"]
    for words in every[::-1]:
        assert run(project, "decide", words, *WITHHOLD).exit_code == 0
    found, _, problems = read_decisions(project / "data" / "decisions.yml", "data/decisions.yml")
    assert ([each.words for each in found.decisions], problems) == (
        every,
        (),
    )


def test_the_numbers_of_a_table_are_allowed_by_one_command_and_are_no_words_to_withhold(
    project: Path,
) -> None:
    """They stand in no text, so nothing could be searched for; the table is what has to change."""
    edit(project, OTHER, " in Zorblatt Row", "")
    edit(project, MEETING, " about Zorblatt Row", "")
    rows = ("| Kind | Children |", "|---|---|", "| Forced marriage | 3 |", "| Taken away | 2 |")
    table = "".join(f"      {each}\n" for each in rows)
    edit(project, MEETING, "      The audit looked", f"{table}\n      The audit looked")
    assert [line.partition("[")[2] for line in errors_of(project)] == ["small-number-in-table]"]
    (name,) = re.findall(r"--question (\S+)", run(project, "decide").stdout)
    shown = on_a_terminal(project, "decide")
    assert ("To allow:" in shown, "To withhold:" in shown) == (True, False)
    refused = run(project, "decide", "--question", name, *WITHHOLD)
    assert (refused.exit_code, "Change the table" in refused.output) == (2, True)
    assert run(project, "decide", "--question", name, *ALLOW).exit_code == 0
    assert errors_of(project) == []
