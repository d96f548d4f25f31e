"""Scratch projects: one of ours, signed off, and a stock MkDocs Material site of the same text."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from benchmarks.meetings import base_records, markdown, meeting, meeting_id

PAGES = (sys.executable, "-c", "from cli.main import main; main()")
"""The command `pages`, in the Python that runs the benchmark."""

ROLES = ("--redacted-by", "Business manager", "--checked-by", "Chair")
SIGN_OFF = ("--changed", *ROLES, "--note", "For the benchmark.", "--date", "2026-06-01", "--yes")

OUR_SETTINGS = """\
site_name: Benchmark
site_url: https://benchmark.example/
"""

STOCK_SETTINGS = """\
site_name: Benchmark
site_url: https://benchmark.example/
strict: true
theme:
  name: material
  font: false
plugins: [search]
markdown_extensions: [admonition, attr_list, tables, {toc: {permalink: true, toc_depth: 3}}]
"""


class CommandError(Exception):
    """A command that is measured did not succeed, so its time means nothing."""


class _Dumper(yaml.CSafeDumper):
    """Writes text of several lines as a block, as people do."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)


def write_records(folder: Path, seed: int, meetings: int, words: int) -> None:
    """Write a project with so many meetings, nothing of it signed off."""
    records = base_records()
    records |= {f"meetings/{meeting_id(number)}": meeting(seed, number, words) for number in range(meetings)}
    for name, plain in records.items():
        _write(folder / "data" / f"{name}.yml", to_yaml(plain))
    _write(folder / "mkdocs.yml", OUR_SETTINGS)
    _write(folder / "docs" / "index.md", "# Benchmark\n\nNothing here is real.\n")


def write_stock(folder: Path, seed: int, meetings: int, words: int) -> None:
    """Write the same public text as a site of stock MkDocs Material, one page a meeting."""
    for number in range(meetings):
        page = folder / "docs" / "meetings" / f"{meeting_id(number)}.md"
        _write(page, markdown(meeting(seed, number, words)))
    _write(folder / "mkdocs.yml", STOCK_SETTINGS)
    _write(folder / "docs" / "index.md", "# Benchmark\n\nNothing here is real.\n")


def sign_off(folder: Path) -> None:
    """Sign everything in a project off, with the command that an office uses."""
    run([*PAGES, "sign-off", *SIGN_OFF, "--project", str(folder)])


def run(command: Sequence[str]) -> str:
    """Run a command and return what it says. Raises CommandError when it fails."""
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        said = (done.stdout + done.stderr)[-2000:]
        raise CommandError(f"exit code {done.returncode} of {' '.join(command[-6:])}\n{said}")
    return done.stdout


def to_yaml(plain: dict[str, Any]) -> str:
    """Return a record as YAML."""
    return yaml.dump(plain, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
