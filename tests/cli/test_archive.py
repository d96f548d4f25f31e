"""`pages archive` lists what may be published, refuses the rest, and keeps former addresses."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.published import read
from macros.project_files.redirects import read_redirects
from tests import papers
from tests.cli.commands import ROLES, run
from tests.partnerships import copy_to, secrets_in
from tests.redaction.archiving.test_archiving import locked, page

NAME = "Minutes of the Executive 12 March 2019.pdf"
RECORD = "documents/2019-03-12-executive-minutes"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path / "project")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "old"
    (folder / "2019").mkdir(parents=True)
    # Its name has the words of its title, as names often have.
    good = papers.document(page("Minutes of the Executive", "12 March 2019", "It was agreed to meet."))
    (folder / "2019" / NAME).write_bytes(good)
    (folder / "secret.PDF").write_bytes(
        papers.document(page("Minutes, Executive, 1 May 2020", "the secretchildren of Wharf Lane"))
    )
    (folder / "locked.pdf").write_bytes(locked())
    (folder / "damaged.pdf").write_bytes(b"%PDF-1.7 nothing")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "none.pdf").write_bytes(b"no PDF")
    (folder / "link.pdf").symlink_to(folder / "2019" / NAME)
    return folder


def test_a_name_that_was_taken_off_the_site_is_looked_for(project: Path, tmp_path: Path) -> None:
    """Old minutes name people who may no longer be named; such a PDF is taken in without its file."""
    folder = tmp_path / "names"
    folder.mkdir()
    words = page("Minutes of the Executive", "12 March 2019", "Ife Abara opened the meeting.")
    (folder / NAME).write_bytes(papers.document(words))
    (project / "published").mkdir(exist_ok=True)
    (project / "published/suppressed.txt").write_text("p-aaaaaaa1\n")

    assert f"{NAME}: {RECORD}, without its file\n" in run(project, "archive", str(folder)).stdout


def test_each_pdf_is_listed_or_refused_in_one_line(project: Path, folder: Path) -> None:
    result = run(project, "archive", str(folder))

    assert result.exit_code == 1
    assert "2 PDFs taken in, 5 not." in result.stdout
    assert f"2019/{NAME}: {RECORD}\n" in result.stdout
    assert "secret.PDF: documents/2020-05-01-executive-minutes, without its file\n" in result.stdout
    assert len(result.stderr.splitlines()) == 6
    for name in ("locked", "damaged", "empty", "none", "link"):
        assert result.stderr.count(f" {name}.pdf: ") == 1
    assert "secretchildren" not in result.output
    listing = (project / "build" / "archive" / "listing.csv").read_text()
    assert (
        "2019/Minutes of the Executive 12 March 2019.pdf,2019-03-12-executive-minutes,2019-03-12,executive,"
        in listing
    )


def test_it_is_published_with_its_text_by_one_sign_off_and_its_former_address_leads_to_it(
    project: Path, folder: Path, tmp_path: Path
) -> None:
    table = tmp_path / "former.csv"
    table.write_text(
        f"old,file\nhttps://old.example/minutes/march/,{NAME}\n/files/march.pdf,2019/{NAME}\n/x/,x.pdf\n"
    )
    first = run(project, "archive", str(folder), "--addresses", str(table))
    assert "0 redirects added." in first.stdout
    assert "[archive-address-later]" in first.stderr

    signed = run(project, "sign-off", "partnership", "policy", RECORD, *ROLES)

    assert signed.exit_code == 0, signed.stderr
    history = read(project).histories["documents", "2019-03-12-executive-minutes"]
    assert {"files/original.pdf", "texts/original.txt"} <= set(history.files)
    record = str(history.newest.record)
    assert "It was agreed to meet." in record
    assert NAME not in record
    assert secrets_in(record) == []
    second = run(project, "archive", str(folder), "--addresses", str(table))
    assert "1 redirect added." in second.stdout
    assert "[archive-address-of-file]" in second.stderr
    assert "[archive-address-unknown]" in second.stderr
    redirects, problems = read_redirects(project)
    assert problems == ()
    assert [(each.old, each.new) for each in redirects] == [("/minutes/march/", f"/{RECORD}/")]
    assert f"/files/march.pdf,/{RECORD}/" in (project / "build/archive/for-the-web-server.csv").read_text()
    checked = run(project, "check")
    assert checked.exit_code == 0
    assert "still-published" not in checked.stderr


def test_a_pdf_is_taken_in_once(project: Path, folder: Path) -> None:
    run(project, "archive", str(folder))
    path = project / "data" / f"{RECORD}.yml"
    path.write_text(path.read_text().replace("title: ", "title: ", 1) + "office_note: Mine.\n")
    before = sorted((project / "data").rglob("*")), path.read_bytes()

    result = run(project, "archive", str(folder))

    assert "0 PDFs taken in" in result.stdout
    assert "[archive-known]" in result.stderr
    assert (sorted((project / "data").rglob("*")), path.read_bytes()) == before


def test_a_folder_without_pdfs_is_one_line(project: Path, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    result = run(project, "archive", str(tmp_path / "nothing"))
    assert result.exit_code == 1
    assert "[archive-nothing]" in result.stderr


def test_a_table_that_is_none_is_one_line(project: Path, folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "former.csv"
    table.write_bytes(b"\xff\xfe\x00")
    assert "[archive-addresses]" in run(project, "archive", str(folder), "--addresses", str(table)).stderr
