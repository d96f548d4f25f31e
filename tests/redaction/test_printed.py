"""The PDF of a record is searched and frozen with its edition, and goes when what it says has to go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editions.attachments import attachments_of
from editions.datasets import Entry, assemble
from editions.frozen import confirmed
from editions.published import SUPPRESSED, read
from problems import Place
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import Scanner, scanner_for
from redaction.signing_off.embargoes import due_now, hold, objections, read_pending, release
from redaction.signing_off.printed import wants_pdf, with_pdf
from redaction.signing_off.signing import Prepared, Request, prepare, store, write_edition
from redaction.takedown import erasing, withdrawing
from tests.papers import document
from tests.partnerships import DAY, copy_to, sign_off

ID = "2026-03-12-executive"
KEY = ("meetings", ID)
ADDRESS = f"meetings/{ID}/files/meetings_{ID}.pdf"
FOLDER = f"published/meetings/{ID}"
REQUEST = Request(*KEY, redacted_by="Manager", day=DAY, checked_by="Chair", note="Minutes.")


def saying(words: str) -> bytes:
    """Return a PDF of one page with these words."""
    return document(f"BT /F1 12 Tf 50 700 Td ({words}) Tj ET")


WORDS = saying("Words that stand on the page")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def scanner_of(project: Path) -> Scanner:
    return scanner_for(harvest(load(project)))


def prepared(project: Path, content: bytes | None = WORDS, request: Request = REQUEST) -> Prepared:
    scanner = scanner_of(project)
    made = prepare(load(project), read(project), scanner, request)
    return with_pdf(made, content, scanner, Place(f"data/meetings/{ID}.yml"))


def printed_files(project: Path) -> list[str]:
    """Return the PDFs of the meeting, and their words, in all of its editions."""
    folder = project / FOLDER
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("meetings_*"))


def entry_of(project: Path) -> Entry[object]:
    found = assemble(read(project)).kinds["meetings"]
    return next(entry for entry in found if entry.id == ID)  # type: ignore[return-value]  # only its PDF is asked


def test_the_pdf_is_frozen_with_its_edition(project: Path) -> None:
    """It is a file of the edition, at its address, with the words that were read in it."""
    store(project, prepared(project))

    published = read(project)
    pdf = published.histories[KEY].newest.pdf
    assert published.problems == ()
    assert pdf is not None
    assert (pdf.path, pdf.size, pdf.pages) == (ADDRESS, len(WORDS), 1)
    assert (project / FOLDER / "1/files" / f"meetings_{ID}.pdf").read_bytes() == WORDS
    assert "Words that stand on the page" in attachments_of(published)[ADDRESS].words
    assert entry_of(project).pdf == pdf
    assert ADDRESS in assemble(published).attachments


def test_the_code_of_the_second_person_is_that_of_the_public_values(project: Path) -> None:
    """The PDF follows from them, so the code is the same with it and without."""
    made = prepare(load(project), read(project), scanner_of(project), REQUEST)

    assert prepared(project).code == made.code
    edition = prepared(project).edition
    assert edition is not None
    assert edition.code == made.code
    assert made.edition is not None
    assert edition.digest != made.edition.digest


def test_a_pdf_that_says_what_is_withheld_stops_the_sign_off(project: Path) -> None:
    result = prepared(project, saying("The rate was set at secretrate pounds a day"))

    assert result.edition is None
    assert "secret-in-pdf" in {each.code for each in result.problems}
    assert "secretrate" not in " ".join(map(str, result.problems))


def test_a_pdf_that_cannot_be_made_stops_the_sign_off(project: Path) -> None:
    result = prepared(project, None)

    assert (result.edition, [each.code for each in result.problems][-1]) == (None, "pdf-not-made")


def test_a_changed_pdf_is_found(project: Path) -> None:
    store(project, prepared(project))
    (project / FOLDER / "1/files" / f"meetings_{ID}.pdf").write_bytes(saying("Other words"))

    assert [each.code for each in read(project).problems] == ["edition-file-changed"]


def test_a_withdrawn_record_has_no_pdf_left(project: Path) -> None:
    store(project, prepared(project))

    takedown = withdrawing.prepare(read(project), withdrawing.Request(*KEY, DAY))
    withdrawing.carry_out(project, takedown)

    assert printed_files(project) == []
    assert read(project).problems == ()
    assert entry_of(project).pdf is None


def test_a_part_that_is_taken_down_takes_the_pdf_with_it(project: Path) -> None:
    """The PDF says what the part said; the next sign-off makes another."""
    store(project, prepared(project))

    takedown = withdrawing.prepare(read(project), withdrawing.Request(*KEY, DAY, part="neglect"))
    withdrawing.carry_out(project, takedown)

    assert printed_files(project) == []
    assert read(project).problems == ()
    assert ADDRESS not in assemble(read(project)).attachments


def test_a_part_taken_down_without_trace_takes_the_pdf_with_it(project: Path) -> None:
    store(project, prepared(project))

    erasure = erasing.prepare(project, read(project), withdrawing.Request(*KEY, DAY, part="neglect"))
    erasing.carry_out(project, erasure)

    assert erasure.problems == ()
    assert printed_files(project) == []
    assert read(project).problems == ()


def test_an_edition_that_withholds_more_leaves_no_earlier_pdf(project: Path) -> None:
    store(project, prepared(project))
    path = project / "data/meetings" / f"{ID}.yml"
    text = path.read_text()
    assert "  - id: neglect\n" in text
    path.write_text(
        text.replace("  - id: neglect\n", "  - id: neglect\n    withhold:\n      reason: commercial\n", 1)
    )

    store(project, prepared(project, request=replace(REQUEST, note="One item is withheld.")))

    assert printed_files(project) == [f"2/files/meetings_{ID}.pdf", f"2/texts/meetings_{ID}.txt"]
    assert read(project).problems == ()


def test_who_is_no_longer_named_takes_the_pdfs_that_name_them_off_the_site(project: Path) -> None:
    """The record is shown with a role in place of the name; the PDF cannot be, so it is not shown."""
    store(project, prepared(project))
    record = read(project).histories[KEY].newest.record
    assert record is not None
    named = next(row["person"]["id"] for row in record["attendance"] if row.get("person", {}).get("id"))
    assert entry_of(project).pdf is not None

    (project / "published" / SUPPRESSED).write_text(f"{named}\n")

    assert entry_of(project).pdf is None
    assert ADDRESS not in assemble(read(project)).attachments


def test_a_priority_that_is_withdrawn_takes_the_pdfs_that_name_it_off_the_site(project: Path) -> None:
    path = project / "data/meetings" / f"{ID}.yml"
    path.write_text(
        path.read_text().replace("  - id: neglect\n", "  - id: neglect\n    priorities: [neglect]\n")
    )
    sign_off(project, ("priorities", "neglect"))
    store(project, prepared(project))
    assert entry_of(project).pdf is not None

    takedown = withdrawing.prepare(read(project), withdrawing.Request("priorities", "neglect", DAY))
    withdrawing.carry_out(project, takedown)

    assert entry_of(project).pdf is None


def test_who_is_named_elsewhere_only_takes_no_pdf(project: Path) -> None:
    store(project, prepared(project))

    (project / "published" / SUPPRESSED).write_text("p-zzzzzzzz\n")

    assert entry_of(project).pdf is not None


def test_a_pdf_waits_with_its_edition(project: Path) -> None:
    """Until its day it is nowhere in public, and what is withheld meanwhile stops it."""
    hold(project, prepared(project, saying("The pilot was praised by everybody present")), date(2026, 7, 1))
    assert read(project).histories == {}

    [waiting] = due_now(read_pending(project), date(2026, 7, 1))
    path = project / "data/meetings" / f"{ID}.yml"
    kept = path.read_text()
    path.write_text(
        kept.replace(
            "The rate was set at", "The pilot was praised by everybody present. The rate was set at", 1
        )
    )
    assert [each.code for each in objections(project, waiting, scanner_of(project), ())] == [
        "waiting-withheld"
    ]

    path.write_text(kept)
    assert objections(project, waiting, scanner_of(project), ()) == ()
    release(project, waiting)

    assert entry_of(project).pdf is not None
    assert read(project).problems == ()


def test_a_takedown_that_is_confirmed_or_a_role_added_keeps_the_pdf(project: Path) -> None:
    store(project, prepared(project))
    newest = read(project).histories[KEY].newest

    write_edition(project, confirmed(newest, "Deputy"), replacing=True)

    assert entry_of(project).pdf == newest.pdf
    assert read(project).problems == ()


def test_an_edition_without_pdf_stays_as_it_is(project: Path) -> None:
    """What was signed off before there were PDFs needs none."""
    sign_off(project, KEY)

    assert read(project).problems == ()
    assert entry_of(project).pdf is None


def test_the_policy_says_of_which_kinds_no_pdf_is_made(project: Path) -> None:
    policy = load(project).policy
    assert policy is not None

    some = policy.model_copy(update={"without_pdf": ("risks",)})
    none = policy.model_copy(update={"without_pdf": ("all",)})

    assert [wants_pdf(each, "risks") for each in (None, policy, some, none)] == [True, True, False, False]
    assert [wants_pdf(each, "meetings") for each in (some, none)] == [True, False]
