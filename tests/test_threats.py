"""Every way in which confidential text gets out has tests that would notice."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.redaction.test_protections import FAULTS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "decisions" / "threats.md"
ROWS = [*map(str, range(1, 16)), "15a", "15b", *map(str, range(16, 24))]
TABLE = {
    row: re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", tests)
    for row, tests in re.findall(
        r"^\| (\d+[ab]?) \|[^|\n]+\|[^|\n]+\|([^|\n]+)\|$", PAGE.read_text("utf-8"), re.MULTILINE
    )
}


def named_in(file: str) -> set[str]:
    path = ROOT / file
    tree = ast.parse(path.read_text("utf-8")) if path.is_file() else ast.Module([], [])
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_every_threat_stands_in_the_table() -> None:
    assert list(TABLE) == ROWS


@pytest.mark.parametrize("row", ROWS)
def test_every_threat_names_tests_that_exist(row: str) -> None:
    """A test that was renamed or removed takes the protection's proof with it."""
    missing = [f"{file}::{name}" for file, name in TABLE[row] if name not in named_in(file)]

    assert TABLE[row] != []
    assert missing == []


def test_what_is_switched_off_one_by_one_belongs_to_a_threat() -> None:
    """The faults that are tried with their protection switched off say which row they are of."""
    assert {fault.partition(":")[0] for fault in FAULTS} - {*ROWS} == set()
