"""`pages review`: a file for the second person, or pages on this machine; the console tells no secret."""

from __future__ import annotations

import http.client
import os
import re
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli.commands import ROLES, SIGN_OFF, copy_after, run
from tests.partnerships import copy_to, secrets_in

MEETING = "meetings/2026-03-12-executive"
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


def edit(project: Path, old: str, new: str) -> None:
    path = project / f"data/{MEETING}.yml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def printed_code(text: str) -> str:
    found = re.search(r"code ([A-Z2-7]{4}-[A-Z2-7]{4})", text)
    assert found is not None
    return found[1]


def test_the_file_holds_the_review_and_the_console_only_keys(project: Path, tmp_path: Path) -> None:
    result = run(project, "review", MEETING, "--file", str(tmp_path / "for-the-chair.html"))
    page = (tmp_path / "for-the-chair.html").read_text()

    assert (result.exit_code, secrets_in(result.output)) == (0, [])
    assert f"code {printed_code(result.stdout)}" in page
    assert "the secretchildren of Wharf Lane" in page


def test_its_code_is_taken_by_a_sign_off_and_refused_after_an_edit(project: Path, tmp_path: Path) -> None:
    code = printed_code(run(project, "review", MEETING, "--file", str(tmp_path / "one.html")).stdout)
    edit(project, "The audit looked at cases.", "The audit looked at files.")
    refused = run(project, "sign-off", MEETING, *ROLES, "--code", code)
    edit(project, "The audit looked at files.", "The audit looked at cases.")
    taken = run(project, "sign-off", MEETING, *ROLES, "--code", code)

    assert (refused.exit_code, taken.exit_code) == (1, 0)
    assert "[code-differs]" in refused.stderr


def test_a_review_with_problems_is_written_and_exits_with_1(project: Path, tmp_path: Path) -> None:
    edit(project, "The form was merged in February.", "The secretchildren of Wharf Lane were seen.")
    result = run(project, "review", MEETING, "--file", str(tmp_path / "one.html"))

    assert (result.exit_code, secrets_in(result.output)) == (1, [])
    assert "1 problem would stop a sign-off" in result.stderr
    assert 'id="finding-1"' in (tmp_path / "one.html").read_text()


def test_a_record_that_was_taken_down_without_trace_is_said_to_be(project: Path, tmp_path: Path) -> None:
    copy_after(project, SIGN_OFF)
    assert run(project, "withdraw", MEETING, "--now", "--no-trace").exit_code == 0
    result = run(project, "review", MEETING, "--file", str(tmp_path / "one.html"))

    assert result.exit_code == 1
    assert "[record-taken-down]" in (tmp_path / "one.html").read_text()


@pytest.mark.parametrize("text", ["title: [", "chiar: secretword\n", "title: 'secretword\n"])
def test_a_broken_record_has_a_file_and_no_traceback(project: Path, tmp_path: Path, text: str) -> None:
    (project / f"data/{MEETING}.yml").write_text(text)
    result = run(project, "review", MEETING, "--file", str(tmp_path / "one.html"))

    assert (result.exit_code, secrets_in(result.output)) == (1, [])
    assert "Stops a sign-off:" in (tmp_path / "one.html").read_text()


def test_a_file_in_docs_or_one_that_exists_is_refused(project: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("mine")
    results = [
        run(project, "review", MEETING, "--file", str(path))
        for path in (project / "docs" / "review.html", tmp_path / "mine.html")
    ]

    assert [each.exit_code for each in results] == [1, 1]
    assert "[review-file-in-public]" in results[0].stderr
    assert "[review-file-exists]" in results[1].stderr
    assert (tmp_path / "mine.html").read_text() == "mine"


def test_one_file_holds_what_changed_and_nothing_else(project: Path, tmp_path: Path) -> None:
    """Each record with its own code, which the sign-off of that record takes."""
    copy_after(project, SIGN_OFF)
    nothing = run(project, "review", "--changed", "--file", str(tmp_path / "none.html"))
    edit(project, "The audit looked at cases.", "The audit looked at *files*.")
    target = tmp_path / "changed.html"

    result = run(project, "review", "--changed", "--file", str(target))

    assert (nothing.exit_code, (tmp_path / "none.html").exists()) == (0, False)
    assert (result.exit_code, target.stat().st_mode & 0o777) == (0, 0o600)
    assert MEETING in target.read_text()
    assert "<em>files</em>" in target.read_text()
    assert "people/quietly" not in target.read_text()
    code = re.findall(r"code ([A-Z2-7]{4}-[A-Z2-7]{4})", result.stdout)[0]
    assert run(project, "sign-off", MEETING, *ROLES, "--code", code).exit_code == 0


def test_an_unknown_record_is_said_with_what_may_be_meant(project: Path, tmp_path: Path) -> None:
    result = run(project, "review", f"{MEETING}s", "--file", str(tmp_path / "one.html"))

    assert result.exit_code == 1
    assert f"did you mean `{MEETING}`?" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        (MEETING,),
        (MEETING, "--all"),
        ("--all", "--changed"),
        ("--all", "--file", "x.html", "--port", "0"),
        ("nothing",),
    ],
)
def test_wrong_usage_exits_with_2(project: Path, arguments: tuple[str, ...]) -> None:
    """Without a terminal nothing is shown unless a port is given: it would stand there for ever."""
    assert run(project, "review", *arguments).exit_code == 2


@contextmanager
def shown(project: Path, *arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start the command and give the address that it prints."""
    # Tests that run in the background of a shell ignore Ctrl+C, and so would what they start.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "cli", "review", "--project", str(project), "--port", "0", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"},
    )
    signal.signal(signal.SIGINT, before)
    try:
        assert process.stderr is not None
        assert select.select([process.stderr], [], [], 60)[0]
        said = process.stderr.readline()
        yield re.findall(r"http://\S+", said)[0], process
    finally:
        process.kill()
        process.communicate()


def get(address: str) -> tuple[int, str]:
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.netloc, timeout=60)
    connection.request("GET", parts.path)
    answer = connection.getresponse()
    text = answer.read().decode()
    connection.close()
    return answer.status, text


def test_a_record_is_shown_anew_at_each_loading_until_it_is_stopped(project: Path) -> None:
    with shown(project, MEETING) as (address, process):
        status, before = get(address)
        edit(project, "The audit looked at cases.", "The audit looked at files.")
        _, after = get(address)
        other, _ = get(address.replace(MEETING, "people/quietly"))
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=60)

    assert (status, other, process.returncode) == (200, 404, 0)
    assert printed_code(before) != printed_code(after)
    assert (output, errors) == ("", "")


def test_the_list_links_to_every_record_and_to_what_changed_only(project: Path) -> None:
    copy_after(project, SIGN_OFF)
    edit(project, "The audit looked at cases.", "The audit looked at files.")
    (project / "data/people/brice.yml").write_text("name: [")
    with shown(project, "--all") as (address, _):
        _, every = get(address)
        status, page = get(address + MEETING)
    with shown(project, "--changed") as (address, _):
        _, changed = get(address)

    assert every.count('scope="row"') == len(list((project / "data").rglob("*.yml")))
    assert "people/quietly" in every
    assert "people/quietly" not in changed
    assert MEETING in changed
    assert "people/brice" in changed
    assert (status, 'href="../"' in page) == (200, True)
