"""Whatever is done to the files of a project, each verb ends in clear lines and tells no private value."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.commands import ROLES, run
from tests.partnerships import RECORDS, SOURCE, copy_to, secrets_in

FILES = sorted(path.relative_to(SOURCE).as_posix() for path in (SOURCE / "data").rglob("*.yml"))
MEETING = "data/meetings/2026-03-12-executive.yml"
TROUBLE = [
    ": ", " #", "\t", "- ", "[", "]", "[[", "]]", "{", "}", "|", "'", '"', "&a ", "*a", "!x ", "---\n", "\n",
    "  ", "\u00a0", "\u200b", "\u202e", "\x00", "\ufeff", "é", "null", "~", "../", "|\n", "redact ",
    "withhold:\n", "id: x\n",
]  # fmt: skip
"""What fingers and editors put into files."""

EXAMPLES = settings.default.max_examples // 5
"""Each takes two commands over a whole partnership."""

edits = st.lists(
    st.tuples(
        st.sampled_from([MEETING, *FILES]),
        st.floats(0, 1, exclude_max=True),
        st.integers(0, 12),
        st.one_of(st.sampled_from(TROUBLE), st.text(max_size=6)),
    ),
    min_size=1,
    max_size=4,
)
"""Each edit: a file, where in it, how many characters go, and what comes instead."""


@settings(
    max_examples=settings.default.max_examples // 5,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edits)
def test_no_edit_ends_in_a_fault_or_tells_a_private_value(changes: list[tuple[str, float, int, str]]) -> None:
    """An exception would be raised here; the exit code says whether something is wrong."""
    with TemporaryDirectory() as folder:
        project = copy_to(Path(folder))
        for file, where, gone, instead in changes:
            path = project / file
            text = path.read_text("utf-8", "replace")
            start = int(where * len(text))
            path.write_text(text[:start] + instead + text[start + gone :], "utf-8", "replace")

        results = [run(project, *verb) for verb in (("check",), ("sign-off", "--changed", *ROLES))]

        assert {result.exit_code for result in results} <= {0, 1}
        assert [result.output for result in results if secrets_in(result.output)] == []
        for path in (project / "published").rglob("*.json"):
            assert secrets_in(path.read_text()) == []


HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "ten megabytes": b"title: x\n" * 1_200_000,
    "a hundred thousand brackets": b"title: " + b"[" * 100_000,
    "tabs": b"title:\n\tx: secretvalue\n",
    "a byte order mark": b"\xef\xbb\xbftitle: x\n",
    "UTF-16": "title: secretvalue\n".encode("utf-16"),
    "a bomb of aliases": b"a: &a [x]\nb: [*a, *a]\n",
    "two documents": b"title: x\n---\ntitle: secretvalue\n",
    "a list": b"- secretvalue\n",
    "a sentence": b"The secretvalue was discussed.\n",
}


@pytest.mark.parametrize("content", HOSTILE)
def test_a_hostile_file_is_one_clear_line_and_stops_nothing_else(tmp_path: Path, content: str) -> None:
    project = copy_to(tmp_path)
    (project / "data/meetings/2026-09-09-hostile.yml").write_bytes(HOSTILE[content])

    checked = run(project, "check")
    signed = run(project, "sign-off", "meetings/2026-01-15-executive", *ROLES)

    lines = [line for line in checked.stderr.splitlines() if "hostile" in line]
    assert (checked.exit_code, signed.exit_code) == (1, 0)
    assert 1 <= len(lines) <= 4
    assert all(line.startswith("error: data/meetings/2026-09-09-hostile.yml") for line in lines)
    assert secrets_in(checked.output) == []


def test_line_ends_of_another_system_change_nothing(tmp_path: Path) -> None:
    project = copy_to(tmp_path / "one")
    other = copy_to(tmp_path / "other")
    for path in (other / "data").rglob("*.yml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    for each in (project, other):
        assert run(each, "redact").exit_code == 0

    files = sorted((project / "build/redacted").rglob("*.json"))
    assert len(files) == RECORDS
    for path in files:
        assert path.read_bytes() == (other / path.relative_to(project)).read_bytes()


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "meetings/../../x", "meetings/", "", "x", "/etc/passwd", "~"]
)
@pytest.mark.parametrize("verb", ["sign-off", "withdraw"])
def test_a_name_that_leads_elsewhere_is_refused(tmp_path: Path, verb: str, name: str) -> None:
    project = copy_to(tmp_path)

    result = run(project, verb, name, *(ROLES if verb == "sign-off" else ("--now", "--no-trace")))

    assert result.exit_code in {1, 2}
    assert (project / "data/policy.yml").exists()


def test_a_second_id_in_other_letters_is_refused(tmp_path: Path) -> None:
    """Systems that do not tell capitals apart would put two records into one file."""
    project = copy_to(tmp_path)
    shutil.copy(project / MEETING, project / "data/meetings/2026-03-12-Executive.yml")

    result = run(project, "check")

    assert result.exit_code == 1
    assert "[file-name]" in result.stderr
