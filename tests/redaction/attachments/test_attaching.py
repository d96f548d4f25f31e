"""The file of a paper goes with its edition, if the paper says so and nothing of it is withheld."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editions.attachments import attachments_of
from editions.datasets import assemble
from editions.downloads import downloads_in
from editions.published import Published, read
from records.loading import load
from redaction.attachments import attaching
from redaction.review.deciding import open_questions
from redaction.searching.harvesting import harvest
from redaction.searching.questions import Question
from redaction.searching.scanning import scanner_for
from redaction.signing_off.embargoes import due_now, hold, objections, read_pending, release
from redaction.signing_off.signing import Prepared, Request, prepare, store
from redaction.takedown import withdrawing
from tests.cli.commands import run
from tests.papers import WORDS, document
from tests.partnerships import DAY, copy_to

ID = "2026-03-12-executive"
KEY = ("meetings", ID)
ADDRESS = f"meetings/{ID}/files/toolkit.pdf"
FOLDER = f"published/meetings/{ID}"
REQUEST = Request(*KEY, redacted_by="Manager", day=DAY, checked_by="Chair", note="Minutes.")
TOOLKIT = "      - id: toolkit\n        title: Handy leaflet\n"
PAPER = f"{TOOLKIT}        file: papers/secretdraft.pdf\n        publish: yes\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a partnership whose meeting has a paper that is published."""
    project = copy_to(tmp_path)
    put(project, document(WORDS))
    edit(project, "    papers:\n", f"    papers:\n{PAPER}")
    return project


def put(project: Path, content: bytes, name: str = "papers/secretdraft.pdf") -> None:
    path = project / "data" / "files" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def edit(project: Path, old: str, new: str, file: str = f"meetings/{ID}.yml") -> None:
    path = project / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def prepared(project: Path, request: Request = REQUEST) -> Prepared:
    records = load(project)
    published = read(project)
    return prepare(
        records, published, scanner_for(harvest(records, suppressed=published.suppressed)), request
    )


def codes(result: Prepared) -> list[str]:
    return [problem.code for problem in result.problems]


def signed(project: Path, **more: object) -> Published:
    result = prepared(project, replace(REQUEST, **more))  # type: ignore[arg-type]  # keys of Request
    assert result.edition is not None, [str(each) for each in result.problems]
    store(project, result)
    published = read(project)
    assert published.problems == ()
    return published


def files_in(project: Path, number: int) -> list[str]:
    folder = project / FOLDER / str(number)
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_file_is_frozen_with_its_edition(project: Path) -> None:
    """It stands under the id of its paper, with what was read in it beside it and its digest told."""
    published = signed(project)
    assert files_in(project, 1) == ["files/toolkit.pdf", "record.json", "texts/toolkit.txt"]
    [download] = downloads_in(published.histories[KEY].newest.record)
    assert (download.path, download.type, download.pages) == (ADDRESS, "pdf", 1)
    content = (project / FOLDER / "1/files/toolkit.pdf").read_bytes()
    assert download.size == len(content)
    assert "Visible words here" in attachments_of(published)[ADDRESS].words


def test_the_private_name_is_nowhere(project: Path) -> None:
    """No name or byte of what is published tells what the file is called in the office."""
    signed(project)
    everything = [path for path in (project / "published").rglob("*") if path.is_file()]
    assert [path for path in everything if "secret" in path.name or b"secret" in path.read_bytes()] == []


def test_only_what_says_so_is_published(project: Path) -> None:
    """A paper with a file is only listed unless it says that it is published, and then need not exist."""
    edit(project, "        publish: yes\n", "")
    shutil.rmtree(project / "data" / "files")
    published = signed(project)
    assert (files_in(project, 1), assemble(published).attachments) == (["record.json"], {})


@pytest.mark.parametrize("what", ["text", "whole", "concealed"])
def test_a_withheld_paper_has_no_file(project: Path, what: str) -> None:
    """However it is withheld, its file does not go along."""
    edit(project, PAPER, f"{PAPER}        withhold:\n          reason: personal\n          what: {what}\n")
    signed(project)
    assert files_in(project, 1) == ["record.json"]


@pytest.mark.parametrize("what", ["text", "whole", "concealed"])
def test_a_paper_in_a_withheld_item_has_no_file(project: Path, what: str) -> None:
    """Nor does the file of a paper whose item is withheld."""
    item = f"    withhold:\n      reason: personal\n      what: {what}\n    papers:\n{PAPER}"
    edit(project, f"    papers:\n{PAPER}", "    papers:\n")
    edit(project, "items:\n", f"items:\n  - id: other\n    title: Another\n{item}")
    signed(project)
    assert files_in(project, 1) == ["record.json"]


def test_a_paper_of_which_a_key_is_withheld_has_no_file(project: Path) -> None:
    """Its file may say what the key says; somebody is told so."""
    edit(project, PAPER, f"{PAPER}        withhold_fields:\n          title:\n            reason: personal\n")
    result = prepared(project)
    store(project, result)
    assert (files_in(project, 1), codes(result)) == (["record.json"], ["paper-file-of-withheld"])


def test_papers_behind_a_concealed_one_keep_their_files(project: Path) -> None:
    """A hidden member of a list does not move the files of those after it."""
    hidden = (
        "      - id: hidden\n        title: Hidden secretly\n        file: no.pdf\n        publish: yes\n"
        "        withhold:\n          reason: personal\n          what: concealed\n"
    )
    edit(project, PAPER, hidden + PAPER)
    published = signed(project)
    assert list(assemble(published).attachments) == [ADDRESS]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("papers/secretdraft.pdf", "papers/secretother.pdf", "paper-file-missing"),
        ("papers/secretdraft.pdf", "../policy.yml", "paper-file-outside"),
        ("        file: papers/secretdraft.pdf\n", "", "paper-without-file"),
    ],
)
def test_a_file_that_cannot_be_taken_stops_the_sign_off(project: Path, old: str, new: str, code: str) -> None:
    """In one line at the record, which names no file, and nothing is published."""
    edit(project, old, new)
    result = prepared(project)
    assert (codes(result), result.edition, result.code) == ([code], None, None)
    assert result.problems[0].place.file == f"data/meetings/{ID}.yml"
    assert result.problems[0].place.line > 0
    assert "secret" not in str(result.problems[0])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7 cut short", "paper-pdf-unreadable"),
        (document(f"{WORDS} BT 3 Tr /F1 9 Tf 72 600 Td (Hidden) Tj ET"), "paper-pdf-hidden"),
        (b"PK\x03\x04 a document", "paper-file-office"),
    ],
)
def test_a_refused_file_is_one_line_and_nothing_is_published(
    project: Path, content: bytes, code: str
) -> None:
    put(project, content)
    result = prepared(project)
    assert (codes(result), result.edition) == ([code], None)


def test_withheld_words_in_a_file_stop_its_sign_off(project: Path) -> None:
    """The words of a file are searched as those of the record are; a decision of the policy settles them."""
    put(project, document(WORDS, "BT /F1 12 Tf 72 700 Td (The rate was set at secretrate pounds) Tj ET"))
    result = prepared(project)
    assert (codes(result), result.edition) == (["secret-in-file"], None)
    assert "on page 2" in result.problems[0].message
    assert "secretrate" not in str(result.problems[0])


def test_withheld_words_beside_the_pages_stop_its_sign_off(project: Path) -> None:
    """Also those that no page shows: a description of a picture, a bookmark."""
    said = f"/Span << /ActualText (The rate was set at secretrate pounds) >> BDC {WORDS} EMC"
    put(project, document(said))
    assert set(codes(prepared(project))) == {"secret-in-file"}


def test_withheld_words_that_only_a_program_reads_stop_a_sign_off_too(project: Path) -> None:
    """The file is read once more as the verification of the site reads it: escapes and all."""
    edit(project, "papers/secretdraft.pdf", "papers/secretdraft.csv")
    put(
        project,
        b"name\nhttps://x.example/?q=the%20secret%63hildren%20of%20Wharf%20Lane\n",
        "papers/secretdraft.csv",
    )

    result = prepared(project)

    assert (result.edition, codes(result)) == (None, ["secret-in-file"])


def test_what_a_detector_sees_in_a_file_stops_its_sign_off(project: Path) -> None:
    """Until somebody allows the words; after that it is not asked again."""
    put(project, document("BT /F1 12 Tf 72 700 Td (Her NHS number is 943 476 5919.) Tj ET"))
    assert codes(prepared(project)) == ["detected-in-file"]
    policy = project / "data" / "policy.yml"
    allowed = (
        "  - words: 943 476 5919\n    reason: It is made up.\n    role: Manager\n    until: 2026-12-31\n"
    )
    text = policy.read_text()
    policy.write_text(
        text.replace("allow:\n", f"allow:\n{allowed}") if "allow:\n" in text else f"{text}\nallow:\n{allowed}"
    )
    signed(project)


def test_words_in_a_file_that_may_be_a_known_term_ask(project: Path) -> None:
    """As in the record itself: `pages decide` lists them by place, and one decision settles all."""
    (project / "data/terms.yml").write_text("terms:\n  - {name: Brook, sort: place, ask: yes}\n")
    put(project, document(WORDS, "BT /F1 12 Tf 72 700 Td (They met by the Brook again.) Tj ET"))

    result = prepared(project)

    assert (codes(result), result.edition) == (["words-in-file"], None)
    assert "on page 2" in result.problems[0].message
    assert "Brook" not in str(result.problems[0])
    (question,) = open_questions_of(project)
    assert question.name.startswith(f"data/meetings/{ID}.yml:")
    settle(project, question.name)
    signed(project)


def test_words_of_its_own_private_name_are_asked_about_in_plain_words(project: Path) -> None:
    """The place of the paper itself would be a riddle: the words are those of the file's name."""
    edit(project, "asked for a briefing.", "asked for a briefing about Zorblatt.")
    edit(project, "papers/secretdraft.pdf", "papers/Zorblatt Leaflet.pdf")
    put(
        project,
        document(WORDS, "BT /F1 12 Tf 72 700 Td (They went to Zorblatt.) Tj ET"),
        "papers/Zorblatt Leaflet.pdf",
    )

    told = [str(each) for each in prepared(project).problems if each.code == "words-in-file"]

    assert ["which is never published" in each for each in told] == [True]


def test_words_withheld_elsewhere_ask_in_a_file_too(project: Path) -> None:
    """A name that stands in something withheld, and in public, is asked about wherever it stands."""
    edit(project, "All the secretstaffing words.", "The house in Zorblatt Row was empty.")
    edit(project, "asked for a briefing.", "asked for a briefing about Zorblatt Row.")
    put(project, document(WORDS, "BT /F1 12 Tf 72 700 Td (A leaflet for Zorblatt Row.) Tj ET"))

    assert sorted(codes(prepared(project))) == ["withheld-name", "words-in-file"]
    (question,) = open_questions_of(project)
    assert len(question.places) == 2
    settle(project, question.name)
    signed(project)


def test_what_a_detector_sees_in_a_file_is_decided_like_the_rest(project: Path) -> None:
    put(project, document("BT /F1 12 Tf 72 700 Td (Her NHS number is 943 476 5919.) Tj ET"))

    (question,) = open_questions_of(project)
    settle(project, question.name)

    signed(project)


def open_questions_of(project: Path) -> tuple[Question, ...]:
    records = load(project)
    return open_questions(records, read(project), scanner_for(harvest(records, today=DAY)), DAY)


def settle(project: Path, name: str) -> None:
    said = ("--allow", "--reason", "Public.", "--role", "Manager", "--date", DAY.isoformat())
    result = run(project, "decide", "--question", name, *said)
    assert result.exit_code == 0, result.stderr


def test_an_unchanged_file_is_not_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer library writes other bytes; what was signed off counts, and the record has not changed."""
    first = signed(project)
    monkeypatch.setattr(attaching, "clean", None)
    assert codes(prepared(project)) == ["nothing-changed"]
    edit(project, "The form was merged", "The form was joined")
    second = signed(project, note="Joined.")
    assert assemble(first).attachments[ADDRESS].digest == assemble(second).attachments[ADDRESS].digest


def test_without_the_private_list_the_same_file_gives_the_same_bytes(project: Path) -> None:
    """The list of what became of which file is a help and no need."""
    signed(project)
    listed = project / "data" / "signed-files.json"
    for content in (None, b"\xff", b"[]", b'{"files": {"a": 1}}'):
        listed.unlink(missing_ok=True)
        if content is not None:
            listed.write_bytes(content)
        assert codes(prepared(project)) == ["nothing-changed"]


def test_digests_of_private_files_stand_in_data_only(project: Path) -> None:
    """Nothing public holds a digest of a file as it is in the office."""
    signed(project)
    [made] = json.loads((project / "data" / "signed-files.json").read_text())["files"].values()
    public = b"".join(path.read_bytes() for path in (project / "published").rglob("*") if path.is_file())
    assert (made["source"].encode() in public, made["published"].encode() in public) == (False, True)


def test_another_file_keeps_its_address_and_takes_the_earlier_one_away(project: Path) -> None:
    """A link to a paper leads to its newest file; what the earlier one showed is gone from published/."""
    signed(project)
    put(project, document("BT /F1 12 Tf 72 700 Td (Quite other words) Tj ET"))
    published = signed(project, note="A better file.")
    assert list(assemble(published).attachments) == [ADDRESS]
    assert files_in(project, 1) == ["record.json"]
    assert [each.state for each in published.histories[KEY].editions] == ["removed", "published"]


def test_a_file_that_is_published_no_more_is_gone(project: Path) -> None:
    """An edition that lists a paper without its file removes the file of its predecessors."""
    signed(project)
    edit(project, "        publish: yes\n", "")
    published = signed(project, note="Without the file.")
    assert (files_in(project, 1), files_in(project, 2)) == (["record.json"], ["record.json"])
    assert assemble(published).attachments == {}


def test_a_file_of_another_type_has_another_address(project: Path) -> None:
    """Somebody is told that links to the old address break."""
    signed(project)
    put(project, b"Area,Visits\nNorth,7\n", "figures.csv")
    edit(project, "papers/secretdraft.pdf", "figures.csv")
    result = prepared(project, replace(REQUEST, note="As a table."))
    assert codes(result) == ["paper-file-type-changed"]
    store(project, result)
    assert list(assemble(read(project)).attachments) == [ADDRESS.replace(".pdf", ".csv")]


def test_a_file_may_have_its_public_name_in_the_office_too(project: Path) -> None:
    """A private path that says no more than the public address is no secret that stops its own sign-off."""
    put(project, document(WORDS), "toolkit.pdf")
    edit(project, "papers/secretdraft.pdf", "toolkit.pdf")
    assert codes(prepared(project)) == []


@pytest.mark.parametrize("name", ["files/toolkit.pdf", "texts/toolkit.txt"])
def test_a_changed_or_missing_file_of_an_edition_is_an_error(project: Path, name: str) -> None:
    signed(project)
    path = project / FOLDER / "1" / name
    path.write_bytes(path.read_bytes() + b" ")
    assert [(each.code, each.place.file) for each in read(project).problems] == [
        ("edition-file-changed", f"{FOLDER}/1/{name}")
    ]
    path.unlink()
    assert [each.code for each in read(project).problems] == ["edition-file-missing"]


@pytest.mark.parametrize("name", ["files/other.pdf", "files/toolkit.exe", "texts/other.txt", "toolkit.pdf"])
def test_a_file_that_no_edition_names_is_an_error(project: Path, name: str) -> None:
    """Also one that is put beside the signed ones, or beside an edition without files."""
    signed(project)
    (project / FOLDER / "1" / name).write_bytes(b"x")
    assert [each.code for each in read(project).problems] == ["published-unknown-file"]


def test_a_file_is_no_link(project: Path) -> None:
    """A link in the place of a signed file could be changed from elsewhere."""
    signed(project)
    path = project / FOLDER / "1/files/toolkit.pdf"
    elsewhere = project / "elsewhere.pdf"
    shutil.move(path, elsewhere)
    path.symlink_to(elsewhere)
    assert {each.code for each in read(project).problems} >= {"edition-file-missing"}


def test_taking_a_paper_down_takes_its_file_and_leaves_the_others(project: Path) -> None:
    """In one act: the newest edition has the other files, and no earlier edition has any."""
    put(project, b"Area,Visits\nNorth,7\n", "figures.csv")
    other = "      - id: figures\n        title: Figures\n        file: figures.csv\n        publish: yes\n"
    edit(project, PAPER, PAPER + other)
    published = signed(project)
    take_down(project, published, "toolkit")
    assert files_in(project, 1) == ["record.json"]
    assert files_in(project, 2) == ["files/figures.csv", "record.json"]
    left = read(project)
    assert (left.problems, list(assemble(left).attachments)) == (
        (),
        [ADDRESS.replace("toolkit.pdf", "figures.csv")],
    )


def take_down(project: Path, published: Published, part: str | None) -> None:
    takedown = withdrawing.prepare(published, withdrawing.Request(*KEY, date(2026, 6, 2), part))
    withdrawing.carry_out(project, takedown)


def test_taking_a_record_down_takes_its_files(project: Path) -> None:
    take_down(project, signed(project), None)
    assert (files_in(project, 1), files_in(project, 2)) == (["record.json"], ["record.json"])
    assert assemble(read(project)).attachments == {}


def test_a_lost_file_does_not_stop_a_takedown(project: Path) -> None:
    """Whatever state published/ is in, what is to go goes."""
    published = signed(project)
    (project / FOLDER / "1/files/toolkit.pdf").unlink()
    take_down(project, published, None)
    assert read(project).problems == ()


def test_files_wait_with_their_edition(project: Path) -> None:
    """An edition under an embargo has its files with it, where the public cannot see them."""
    hold(project, prepared(project), date(2026, 7, 1))
    assert not (project / "published").exists()
    [waiting] = due_now(read_pending(project), date(2026, 7, 1))
    release(project, waiting)
    assert files_in(project, 1) == ["files/toolkit.pdf", "record.json", "texts/toolkit.txt"]
    assert [path for path in (project / "data" / "pending").rglob("*") if path.is_file()] == []
    assert read(project).problems == ()


def test_a_file_that_waits_is_proved_and_searched_again(project: Path) -> None:
    """One that was changed is refused, and so is one with words that are withheld by now."""
    hold(project, prepared(project), date(2026, 7, 1))
    [waiting] = read_pending(project).waiting
    edit(project, "Partners asked for a briefing.", "They heard [[redact personal|Visible words here]] then.")
    found = objections(project, waiting, scanner_for(harvest(load(project))), ())
    assert [each.code for each in found] == ["waiting-withheld"]
    path = waiting.path.with_suffix("") / "files/toolkit.pdf"
    path.write_bytes(b"other")
    assert [each.code for each in read_pending(project).problems] == ["pending-unreadable"]


def test_the_code_is_of_the_file_too(project: Path) -> None:
    """Whoever gives the code back has seen exactly this file."""
    first = prepared(project).code
    put(project, document("BT /F1 12 Tf 72 700 Td (Quite other words) Tj ET"))
    assert first != prepared(project).code
