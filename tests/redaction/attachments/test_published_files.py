"""The site holds the files of papers exactly as signed off, and their words are searched at each build."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from editions.datasets import assemble, files_of
from editions.published import read
from macros.making import building, documents
from macros.making.writing_out import write_plain
from records.loading import load
from redaction.projecting.projection import project as project_one
from redaction.verifying.manifests import Manifest
from redaction.verifying.verification import Verification, verify
from tests.macros.sites import composed
from tests.partnerships import copy_to, signed_copy_to

ID = "2026-01-15-executive"
LEAFLET = f"meetings/{ID}/files/leaflet.pdf"
TABLE = f"meetings/{ID}/files/referrals.csv"
TEXT = f"published/meetings/{ID}/1/texts/leaflet.txt"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a partnership with its site, of which everything is signed off."""
    project = signed_copy_to(tmp_path_factory.mktemp("partnership"))
    problems = building.render(composed(project), assemble(read(project)), project / "site")
    assert problems == ()
    return project


@pytest.fixture
def small(built: Path, tmp_path: Path) -> Path:
    """Return what of the site the verification is to look at: the files of papers, a page and the data."""
    site = tmp_path / "small"
    for name in (LEAFLET, TABLE, f"meetings/{ID}/index.html"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(built / "site" / name, site / name)
    shutil.copytree(built / "site" / "data", site / "data", ignore=shutil.ignore_patterns("*.html"))
    return site


def manifest(project: Path) -> Manifest:
    dataset = assemble(read(project))
    return Manifest(dataset=files_of(dataset), attachments=dataset.attachments)


def about_files(found: Verification) -> list[tuple[str, str]]:
    """Return the file and code of each problem with the file of a paper."""
    known = {problem.place.file: problem.code for problem in found.problems}
    return [(file, code) for file, code in known.items() if "/files/" in file]


def test_the_site_has_the_files_as_signed_off(built: Path) -> None:
    """Byte for byte, at their addresses; what was read in them is not published."""
    edition = built / "published" / "meetings" / ID / "1"
    for address in (LEAFLET, TABLE):
        name = Path(address).name
        assert (built / "site" / address).read_bytes() == (edition / "files" / name).read_bytes()
    assert [path for path in (built / "site").rglob("*") if path.name == "leaflet.txt"] == []


def test_the_page_links_them_with_type_size_and_pages(built: Path) -> None:
    """A reader knows what loading a file means before doing so."""
    page = (built / "site" / "meetings" / ID / "index.html").read_text()
    links = re.findall(r'<a href="[./]*meetings/[^"]*/files/([^"]*)">([^<]*)</a>', page)
    assert [(name, re.sub(r"\d+ (kB|bytes)", "N", words)) for name, words in links] == [
        ("leaflet.pdf", "Leaflet about the form (PDF, N, 1 page)"),
        ("referrals.csv", "Referrals in the quarter (CSV, N)"),
    ]


def test_the_files_hold_nothing_of_the_office(built: Path) -> None:
    """Neither their properties nor their private names are in any file of the site."""
    named = [path for path in (built / "site").rglob("*") if path.is_file() and "/files/" in path.as_posix()]
    assert len(named) == 2
    assert [path.name for path in named if b"secret" in path.read_bytes().lower()] == []


def test_the_files_pass_the_verification(built: Path, small: Path) -> None:
    """Each is accounted for by its digest, and its words are searched for what is withheld by now."""
    found = verify(small, manifest(built), records=load(built), project=project_one)
    assert about_files(found) == []


def test_a_changed_or_missing_file_fails_the_verification(built: Path, small: Path) -> None:
    """One other byte makes a file that nobody signed off."""
    (small / LEAFLET).write_bytes((small / LEAFLET).read_bytes() + b"\n")
    assert about_files(verify(small, manifest(built))) == [(LEAFLET, "site-unaccounted")]
    (small / LEAFLET).unlink()
    assert about_files(verify(small, manifest(built))) == [(LEAFLET, "attachment-missing")]


@pytest.mark.parametrize(
    ("file", "words"),
    [(LEAFLET, "what you saw, when, and what you did"), (TABLE, "November,115,-4%,December")],
)
def test_words_that_are_withheld_by_now_are_found_in_a_signed_file(
    built: Path, small: Path, tmp_path: Path, file: str, words: str
) -> None:
    """What another record withholds since stops the build, without the PDF being read again."""
    project = copy_to(tmp_path / "project")
    path = project / "data/meetings/2026-03-12-executive.yml"
    said = f"[[redact personal|{words}]]"
    path.write_text(path.read_text().replace("Partners asked for a briefing.", f"They said {said} there."))
    found = verify(small, manifest(built), records=load(project), project=project_one)
    assert about_files(found) == [(file, "secret-in-site")]


def test_words_that_its_own_record_withholds_by_now_are_told(
    built: Path, small: Path, tmp_path: Path
) -> None:
    """The last good site holds them too, so the build goes on, and says so."""
    project = copy_to(tmp_path / "project")
    path = project / f"data/meetings/{ID}.yml"
    said = "[[redact personal|what you saw, when, and what you did]]"
    path.write_text(path.read_text().replace("discussed at length.", f"discussed at length, and {said}."))
    found = verify(small, manifest(built), records=load(project), project=project_one)
    assert about_files(found) == []
    assert "still-published" in {problem.code for problem in found.problems}


def test_draft_words_that_a_file_publishes_are_no_leak(built: Path, small: Path, tmp_path: Path) -> None:
    """A record may quote a published paper before it is signed off itself."""
    project = copy_to(tmp_path / "project")
    path = project / "data/meetings/2026-03-12-executive.yml"
    quoted = "Write what you saw, when, and what you did."
    path.write_text(path.read_text().replace("Partners asked for a briefing.", quoted))
    found = verify(small, manifest(built), records=load(project), project=project_one)
    assert about_files(found) == []


def test_a_file_in_docs_cannot_take_the_address_of_a_paper(built: Path, tmp_path: Path) -> None:
    """Else one of the two would be published under the name of the other."""
    (tmp_path / LEAFLET).parent.mkdir(parents=True)
    (tmp_path / LEAFLET).write_bytes(b"%PDF-")
    found = documents.clashes(tmp_path, (), assemble(read(built)).attachments)
    assert [(each.place.file, each.code) for each in found] == [(f"docs/{LEAFLET}", "document-of-paper")]


def test_another_generator_gets_the_files_too(built: Path, tmp_path: Path) -> None:
    """The plain sources of a site hold the files of papers at their addresses."""
    assert write_plain(composed(built), assemble(read(built)), tmp_path / "plain") == ()
    assert (tmp_path / "plain" / "docs" / LEAFLET).is_file()


def test_a_preview_shows_the_files_of_drafts(built: Path, tmp_path: Path) -> None:
    """A paper that nobody signed off yet can be looked at in the preview."""
    from cli.verbs.serve import preview  # noqa: PLC0415  # the command is slow to load

    project = copy_to(tmp_path)
    assert not os.path.lexists(project / "published")
    dataset = preview(project)
    assert sorted(dataset.attachments) == [LEAFLET, TABLE]
    problems = building.render(composed(project), dataset, project / "preview")
    assert problems == ()
    assert (project / "preview" / LEAFLET).read_bytes() == (built / "site" / LEAFLET).read_bytes()


def test_the_address_of_a_file_is_remembered_for_ever(built: Path, tmp_path: Path) -> None:
    """A paper that vanishes stops its sign-off; one that is no longer published goes on purpose."""
    from cli.keeping import would_go  # noqa: PLC0415  # the command is slow to load

    history = read(built).histories["meetings", ID]
    project = copy_to(tmp_path)
    path = project / f"data/meetings/{ID}.yml"
    whole = path.read_text()
    found = {}
    for name, text in {
        "vanished": whole[: whole.index("    papers:\n")],
        "only listed": whole.replace("        publish: yes\n", ""),
    }.items():
        path.write_text(text)
        records = load(project)
        record = project_one(records, "meetings", ID).record
        assert record is not None
        problems = would_go(project, records.loaded["meetings", ID], record, history)
        found[name] = [LEAFLET in problem.message for problem in problems]
    assert (any(found["vanished"]), found["only listed"]) == (True, [])
