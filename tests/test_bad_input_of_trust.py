"""What redaction rests on, damaged: one clear line for each, and nothing that is public changes."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.commands import BUILD, ROLES, SIGN_OFF, copy_after, run
from tests.papers import WORDS, document

MEETING = "meetings/2026-03-12-executive"
FILE = f"data/{MEETING}.yml"
DAY = ("--date", "2026-06-02")
PAGES = 200
PAPER = (
    "      - id: toolkit\n        title: Handy leaflet\n"
    "        file: papers/leaflet.pdf\n        publish: yes\n"
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a partnership that is signed off and built."""
    return copy_after(tmp_path_factory.mktemp("built"), SIGN_OFF, BUILD)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "project"))


def public_bytes(project: Path) -> dict[str, str]:
    """Return the digest of each file of the site and of the editions."""
    return {
        path.relative_to(project).as_posix(): sha256(path.read_bytes()).hexdigest()
        for folder in ("published", "site")
        for path in sorted((project / folder).rglob("*"))
        if path.is_file()
    }


def edit(project: Path, old: str, new: str, file: str = FILE) -> None:
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), "utf-8")


def damaged_terms(project: Path) -> None:
    (project / "data/terms.yml").write_text("terms:\n  - name: [Marbleford Quillan\n    sort: person\n")


def unreadable_pdf(project: Path) -> None:
    paper(project, b"%PDF-1.7\nMarbleford Quillan, and nothing that could be read")


def paper(project: Path, content: bytes) -> None:
    (project / "data/files/papers").mkdir()
    (project / "data/files/papers/leaflet.pdf").write_bytes(content)
    edit(project, "    papers:\n", f"    papers:\n{PAPER}")


def unknown_reason(project: Path) -> None:
    edit(project, "      reason: commercial\n", "      reason: comercial\n")


def expired_decision(project: Path) -> None:
    """A name that stands in public and in something withheld, allowed until the day before."""
    edit(project, "All the secretstaffing words.", "The house in Zorblatt Row was empty.")
    edit(project, "asked for a briefing.", "asked for a briefing about Zorblatt Row.")
    (project / "data/decisions.yml").write_text(
        "decisions:\n  - words: Zorblatt Row\n    decision: allow\n    reason: A street.\n"
        "    role: Manager\n    decided: 2026-05-01\n    until: 2026-06-01\n"
    )


BAD = {
    "a damaged terms file": (damaged_terms, ("square-bracket", "square-bracket"), "data/terms.yml:2:11"),
    "an unreadable PDF": (unreadable_pdf, ("paper-pdf-unreadable", "paper-pdf-unreadable"), FILE),
    "an unknown reason": (unknown_reason, ("unknown-reference", "record-not-valid"), FILE),
    "an expired decision": (expired_decision, ("withheld-name", "withheld-name"), FILE),
}


def lines_of(text: str, code: str) -> list[str]:
    return [line for line in text.splitlines() if line.endswith(f"[{code}]")]


@pytest.mark.parametrize("case", BAD)
def test_one_clear_line_and_nothing_is_published(project: Path, case: str) -> None:
    """`check` and `sign-off` say one line with its place; `build` leaves what is public as it was."""
    damage, codes, place = BAD[case]
    damage(project)
    before = public_bytes(project)

    checked = run(project, "check", *DAY)
    signed = run(project, "sign-off", MEETING, *ROLES, *DAY)
    run(project, "build")

    for result, code in zip((checked, signed), codes, strict=True):
        (line,) = lines_of(result.stderr, code)
        assert place in line
        assert result.exit_code == 1
        assert "Traceback" not in result.stderr
        assert not {"Marbleford", "Zorblatt"} & set(result.stderr.replace(",", " ").split())
    assert public_bytes(project) == before


@pytest.mark.parametrize("file", ["terms.yml", "decisions.yml", "Terms.yaml"])
def test_a_build_stops_while_a_private_list_is_damaged(project: Path, file: str) -> None:
    """What must not be published is not known then. The last site stays."""
    (project / "data" / file).write_text("terms:\n  - name: [Marbleford Quillan\n    sort: person\n")
    before = public_bytes(project)

    result = run(project, "build")

    assert (result.exit_code, f"error: data/{file}" in result.stderr) == (1, True)
    assert "Marbleford" not in result.output
    assert public_bytes(project) == before


def test_a_decision_that_expired_is_reminded_of_once(project: Path) -> None:
    """Beside the question that is open again."""
    expired_decision(project)

    (line,) = lines_of(run(project, "check", *DAY).stderr, "decision-expired")

    assert "data/decisions.yml" in line
    assert "2026-06-01" in line


@pytest.mark.long
def test_a_paper_of_200_pages_is_read_to_its_last_page(project: Path) -> None:
    """One line for the words on the last page; without them it is signed off."""
    last = "BT /F1 12 Tf 72 700 Td (The rate was set at secretrate pounds) Tj ET"
    paper(project, document(*[WORDS] * (PAGES - 1), last))
    before = public_bytes(project)

    refused = run(project, "sign-off", MEETING, *ROLES, *DAY)

    (line,) = lines_of(refused.stderr, "secret-in-file")
    assert f"page {PAGES}" in line
    assert public_bytes(project) == before
    (project / "data/files/papers/leaflet.pdf").write_bytes(document(*[WORDS] * PAGES))
    assert run(project, "sign-off", MEETING, *ROLES, *DAY).exit_code == 0
