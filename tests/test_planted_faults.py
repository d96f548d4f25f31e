"""Forty faults and more of the projector and of the pages: each is caught by an oracle.

`decisions/planted-faults.md` says which; run this file as a program to write it anew.
"""

from __future__ import annotations

import re
import sys
import tempfile
from functools import cache
from pathlib import Path

import pytest

from problems import Place, errors
from records.loading import Records, load
from redaction.projecting.projection import project
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import find_in_record, scanner_for
from redaction.verifying.twins import SEEDS, Projecting, disagreements
from tests import faulty_pages
from tests.cli.commands import ROLES, run
from tests.faulty_pages import Spoilt
from tests.partnerships import SOURCE, copy_to, secrets_in
from tests.redaction.faults import DRAFT, OF_DRAFTS, PLANTED, TELLING, leaking, quoting

PAGE = Path(__file__).parent.parent / "decisions" / "planted-faults.md"
LEAST = 40

TWIN = {"public-depends-on-private": "twin", "twin-failed": "twin", "canary-found": "canary"}

HEADING = """\
# Planted faults: which oracle catches what

Each fault was planted alone into the projector, or into a file of its own among those that make the site, and
was caught; a test plants them again. *Structure*: the public models refuse it. *Scan*: a withheld word is
found. *Twin*: other private values give other public bytes. *Canary*: a word planted among private values
comes out. *Detectors*: no page may hold it. *Manifest*: nothing accounts for the file, or it is not the one
that was to be made. The table is made by `python -m tests.test_planted_faults`.

| what is wrong | caught by |
|---|---|
"""


@cache
def records() -> Records:
    return load(SOURCE)


def caught_by(projector: Projecting, *, drafts: bool = False) -> list[str]:
    """Return the oracles that catch a faulty projector, with the one twin that a build can afford."""
    scanner = scanner_for(harvest(records()))
    found = set()
    for key in records().loaded:
        told = projector(records(), *key)
        if told.record is None and errors(told.problems):
            found.add("structure")
        elif told.record is not None and find_in_record(scanner, told.record, Place("x")):
            found.add("scan")
    compared = disagreements(records(), projector, [DRAFT] if drafts else (), seeds=SEEDS[:1])
    return sorted(found | {TWIN[problem.code] for problem in compared})


@cache
def table() -> dict[str, list[str]]:
    """Return every fault with the oracles that catch it."""
    found = {}
    for what, plant in PLANTED.items():
        with pytest.MonkeyPatch.context() as patch:
            plant(patch)
            found[what] = caught_by(project)
    for what, fault in TELLING.items():
        found[f"a meeting tells {what}"] = caught_by(leaking(fault))
    for what, fault in OF_DRAFTS.items():
        found[f"a meeting tells {what}"] = caught_by(leaking(fault), drafts=True)
    found["a message quotes a note for the office"] = caught_by(quoting)
    return found | {what: sorted(caught_in(each)) for what, each in faulty_pages.FAULTS.items()}


def caught_in(spoilt: Spoilt) -> set[str]:
    """Return the oracle that catches a faulty page in its own file, with its own code."""
    return {spoilt.oracle} if (spoilt.file, spoilt.code) in spoilt_build()[1] else set()


@cache
def spoilt_build() -> tuple[str, frozenset[tuple[str, str]], bool]:
    """Return what a build says with every fault of the pages, the same by file and code, and if a site is."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        project_folder = copy_to(Path(folder))
        assert run(project_folder, "sign-off", "--changed", *ROLES).exit_code == 0
        faulty_pages.plant(patch)
        result = run(project_folder, "build")
        lines = re.findall(r"^error: (.*?): .*\[([a-z-]+)\]$", result.stderr, re.MULTILINE)
        return result.output, frozenset(lines), (project_folder / "site").exists()


def page() -> str:
    """Return the page of decisions."""
    return HEADING + "".join(f"| {what} | {', '.join(found)} |\n" for what, found in table().items())


def test_every_fault_is_caught_and_the_page_says_by_which_oracle() -> None:
    """By one oracle at least, of as many faults as are promised.

    After a change of the faults or the oracles, `python -m tests.test_planted_faults` writes the page anew.
    """
    assert len(table()) >= LEAST
    assert [what for what, found in table().items() if not found] == []
    assert PAGE.read_text("utf-8") == page()


def test_without_a_fault_nothing_is_caught() -> None:
    """An oracle that always cries would catch everything."""
    assert caught_by(project) == []


def test_no_site_stands_and_no_secret_is_said_with_every_fault_of_the_pages() -> None:
    output, _, stands = spoilt_build()

    assert stands is False
    assert secrets_in(re.sub(r"^error: \S+:", "", output, flags=re.MULTILINE)) == []


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    sys.stdout.write(f"{PAGE.name} written: {len(table())} faults.\n")
