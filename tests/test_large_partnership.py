"""A random partnership of two hundred meetings, signed off, built and verified, holds no private word."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from records.kinds import KINDS
from tests.adversary.bytes_read import words_in
from tests.cli.commands import ROLES, run
from tests.redaction.signable import roles_of_areas, write_papers
from tests.redaction.strategies import large
from tests.redaction.writing import write

MEETINGS = 200
SEEDS = (3, 4)
PRIVATE = re.compile(r"canary\d+z")
OPEN = re.compile(r"open\d+z")


@pytest.mark.long
@pytest.mark.parametrize("seed", SEEDS)
def test_a_large_random_partnership_publishes_no_private_word(tmp_path: Path, seed: int) -> None:
    """Every unit of it is withheld or not by chance; each private word stands in one place only."""
    made = large(seed, MEETINGS)
    project = write(made.records, tmp_path)
    in_papers = write_papers(made.records, project)
    checks = [part for role in roles_of_areas(made.records) for part in ("--checked-by", role)]
    (project / "docs").mkdir()
    (project / "docs/index.md").write_text("# Home\n\nA page.\n", "utf-8")
    (project / "mkdocs.yml").write_text("site_name: Home\nsite_url: https://home.example.org/\n", "utf-8")

    signed = run(project, "sign-off", "--changed", *ROLES, *checks)
    built = run(project, "build")
    verified = run(project, "verify", str(project / "site"))

    private = {word for text in map(repr, made.records.values()) for word in PRIVATE.findall(text)}
    texts = {path: words_in(path) for path in sorted((project / "site").rglob("*")) if path.is_file()}
    names = "\n".join(path.relative_to(project).as_posix() for path in texts)
    public = {word for text in texts.values() for word in OPEN.findall(text)}
    assert (signed.exit_code, built.exit_code, verified.exit_code) == (0, 0, 0), signed.stderr + built.stderr
    assert "full verification" in verified.output
    assert sum(kind == "meetings" for kind, _ in made.records) == MEETINGS
    assert {kind for kind, _ in made.records} == {*KINDS}
    assert len(private) > MEETINGS
    assert len(public) > MEETINGS
    assert checks
    assert in_papers
    assert in_papers <= public
    assert PRIVATE.findall(names) == []
    assert [path.name for path, text in texts.items() if PRIVATE.search(text)] == []
