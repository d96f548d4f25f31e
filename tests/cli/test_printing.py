"""`pages sign-off` makes a PDF of each document, unless there is no publisher or the policy says no."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2
import pytest

from editions.datasets import assemble
from editions.published import read
from macros.all_macros import macros_for
from macros.printing.documents import is_printed
from macros.project_files.project_messages import EXAMPLE_ADDRESS
from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to

ID = "2026-03-12-executive"
MEETING = f"meetings/{ID}"
PDF = f"published/{MEETING}/1/files/meetings_{ID}.pdf"
DAY = ("--date", "2026-06-01")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def edit(project: Path, old: str, new: str, file: str) -> None:
    path = project / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def test_the_pdf_is_linked_on_the_page_with_its_size(project: Path) -> None:
    """The partnership and the policy are signed off first, in whatever order they are named."""
    result = run(project, "sign-off", MEETING, "policy/policy", "partnership/partnership", *ROLES, *DAY)

    assert result.exit_code == 0
    assert "with a PDF of" in result.output
    page = macros_for(assemble(read(project)))["meeting"](ID)
    assert f'<a href="/{MEETING}/files/meetings_{ID}.pdf" type="application/pdf">Download as PDF, ' in page
    with pypdfium2.PdfDocument(project / PDF) as document:
        assert "https://testwick.example.org/meetings/" in document[0].get_textpage().get_text_range()
    assert run(project, "build").exit_code == 0
    assert (project / f"site/{MEETING}/files/meetings_{ID}.pdf").read_bytes() == (project / PDF).read_bytes()


def test_what_is_withheld_changes_no_byte_of_the_pdf(project: Path, tmp_path: Path) -> None:
    """Two partnerships with the same public values and other secrets have the same PDF."""
    other = tmp_path / "other"
    shutil.copytree(project, other)
    edit(other, "The rate was set at secretrate pounds", "It took secretlong to settle", f"{MEETING}.yml")

    for each in (project, other):
        keys = ("policy/policy", "partnership/partnership", MEETING)
        assert run(each, "sign-off", *keys, *ROLES, *DAY).exit_code == 0

    assert (project / PDF).read_bytes() == (other / PDF).read_bytes()


def test_without_a_publisher_no_pdf_is_made_and_it_is_said(project: Path) -> None:
    result = run(project, "sign-off", MEETING, *ROLES, *DAY)

    assert result.exit_code == 0
    assert "No PDFs are made as long as the partnership and the policy are not signed off." in result.output
    assert not (project / PDF).exists()


def test_without_an_address_of_the_site_no_pdf_is_made(project: Path) -> None:
    (project / "mkdocs.yml").unlink()

    result = run(project, "sign-off", "policy/policy", "partnership/partnership", MEETING, *ROLES, *DAY)

    assert result.exit_code == 0
    assert "No PDFs are made: mkdocs.yml does not say the address of the site" in result.output


def test_the_policy_can_switch_pdfs_off(project: Path) -> None:
    edit(project, "reasons:", "without_pdf: [meetings]\nreasons:", "policy.yml")

    result = run(project, "sign-off", "policy/policy", "partnership/partnership", MEETING, *ROLES, *DAY)

    assert result.exit_code == 0
    assert "PDF" not in result.output
    assert not (project / PDF).exists()


def test_a_pdf_that_fails_is_told_without_its_words(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is signed off then, and no traceback is shown."""
    layout = tmp_path / "broken.typ"
    layout.write_text("#panic(sys.inputs.document)")
    run(project, "sign-off", "policy/policy", "partnership/partnership", *ROLES, *DAY)

    monkeypatch.setattr("macros.printing.documents.LAYOUT", layout)

    result = run(project, "sign-off", MEETING, *ROLES, *DAY)

    assert result.exit_code == 1
    assert "No PDF could be made" in result.output
    assert "scrutin" not in result.output.lower()
    assert not (project / f"published/{MEETING}").exists()


def test_what_was_signed_off_before_the_publisher_gets_its_pdf_later(project: Path) -> None:
    """Nothing else changes, so it is a small new edition; another time there is nothing to do."""
    run(project, "sign-off", MEETING, *ROLES, *DAY)
    run(project, "sign-off", "policy/policy", "partnership/partnership", *ROLES, *DAY)
    add = (*ROLES, *DAY, "--add-pdf", "--minor", "--note", "A PDF was added.")

    without = run(project, "sign-off", MEETING, *ROLES, *DAY)
    added = run(project, "sign-off", MEETING, *add)
    again = run(project, "sign-off", MEETING, *add)

    assert (without.exit_code, "[nothing-changed]" in without.output) == (1, True)
    assert (added.exit_code, "2/record.json, with a PDF of" in added.output) == (0, True)
    assert (again.exit_code, "[nothing-changed]" in again.output) == (1, True)
    editions = read(project).histories["meetings", ID].editions
    assert [(each.note, each.minor, each.pdf is not None) for each in editions] == [
        ("Signed off.", False, False),
        ("A PDF was added.", True, True),
    ]
    assert editions[0].record == editions[1].record


def test_all_that_lacks_a_pdf_gets_one_at_once(project: Path) -> None:
    """With --changed nobody has to name the documents; what is no document gets no new edition."""
    edit(project, "reasons:", "without_pdf: [all]\nreasons:", "policy.yml")
    run(project, "sign-off", "--changed", *ROLES, *DAY)
    edit(project, "without_pdf: [all]\nreasons:", "reasons:", "policy.yml")
    run(project, "sign-off", "policy/policy", *ROLES, *DAY)

    result = run(project, "sign-off", "--changed", "--add-pdf", *ROLES, *DAY)

    assert result.exit_code == 0
    assert {line.split()[0] for line in result.output.splitlines() if "with a PDF" in line} == {
        f"{history.kind}/{history.id}"
        for history in read(project).histories.values()
        if is_printed(history.kind) and history.record is not None
    }
    assert "groups/" not in result.output


def test_no_edition_is_made_for_a_pdf_that_cannot_be_made(project: Path) -> None:
    """Without a publisher an unchanged record stays as it is, with a line that says what is missing."""
    run(project, "sign-off", MEETING, *ROLES, *DAY)

    result = run(project, "sign-off", MEETING, "--add-pdf", *ROLES, *DAY)

    assert (result.exit_code, "[no-pdf-added]" in result.output) == (1, True)
    assert len(read(project).histories["meetings", ID].editions) == 1


def test_no_pdf_bears_the_address_that_a_new_project_begins_with(project: Path) -> None:
    """Editions are frozen, so an address nobody replaced could never be mended."""
    settings = project / "mkdocs.yml"
    own = settings.read_text()
    settings.write_text("site_name: Testwick\nsite_url: https://example.org/\n")

    before = run(project, "sign-off", "policy/policy", "partnership/partnership", MEETING, *ROLES, *DAY)

    assert before.exit_code == 0
    assert "still says https://example.org/" in before.output
    assert not (project / PDF).exists()
    settings.write_text(own)
    after = run(
        project, "sign-off", "--changed", "--add-pdf", "--minor", "--note", "A PDF was added.", *ROLES, *DAY
    )
    assert f"{MEETING} signed off" in after.output
    assert (project / PDF.replace("/1/", "/2/")).exists()


def test_the_address_of_a_new_project_is_reminded_of_until_it_is_replaced(project: Path) -> None:
    """Check and build remind once something is published, and neither fails for it."""
    settings = project / "mkdocs.yml"
    own = settings.read_text()
    settings.write_text(own.replace("https://testwick.example.org/", EXAMPLE_ADDRESS))
    reminder = "mkdocs.yml:3: site_url still says https://example.org/"

    def told() -> list[tuple[int, int, int]]:
        done = [run(project, verb) for verb in ("check", "build")]
        return [
            (each.exit_code, each.output.count(reminder), each.output.count("address-of-example"))
            for each in done
        ]

    assert told() == [(0, 0, 0), (0, 0, 0)]
    run(project, "sign-off", "policy/policy", "partnership/partnership", *ROLES, *DAY)
    assert told() == [(0, 1, 1), (0, 1, 1)]
    settings.write_text(own)
    assert told() == [(0, 0, 0), (0, 0, 0)]
