"""Taking down without trace leaves no byte of the target in what is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from editions.datasets import assemble
from editions.published import read
from problems import Place
from records.loading import load
from redaction import erasing, withdrawing
from redaction.embargoes import hold, read_pending
from redaction.embargoes import objections as against_release
from redaction.harvesting import harvest
from redaction.projection import project as project_one
from redaction.scanning import scanner_for
from redaction.signing import Request as SignOff
from redaction.signing import prepare as prepare_sign_off
from redaction.takedown_lists import names_in_list, objections
from redaction.withdrawing import Request
from tests.partnerships import DAY, copy_to, sign_off

KIND, ID = "meetings", "2026-03-12-executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = copy_to(tmp_path)
    sign_off(folder)
    return folder


def erase(project: Path, part: str | None = None, kind: str = KIND, record_id: str = ID) -> erasing.Erasure:
    erasure = erasing.prepare(project, read(project), Request(kind, record_id, DAY, part))
    if not erasure.problems:
        erasing.carry_out(project, erasure)
    return erasure


def files_with(project: Path, words: str) -> list[str]:
    """Return the files and folders of published/ in whose bytes or names some words stand."""
    folder = project / "published"
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if words in path.relative_to(folder).as_posix()
        or (path.is_file() and words.encode() in path.read_bytes())
    ]


def test_of_a_record_nothing_is_left(project: Path) -> None:
    """Other records lose their references to it, in every edition, and stay whole."""
    assert files_with(project, ID) != []

    erase(project)

    assert files_with(project, ID) == []
    assert read(project).problems == ()
    assert names_in_list(project) == {f"{KIND}/{ID}"}


def test_of_a_part_nothing_is_left_and_no_notice(project: Path) -> None:
    """The editions keep their numbers, dates and notes; nobody can see that something was there."""
    before = read(project).histories[KIND, ID].editions

    erase(project, "neglect")

    after = read(project).histories[KIND, ID].editions
    assert [each for each in files_with(project, "toolkit") if ID in each] == []
    assert [each for each in files_with(project, '"neglect"') if ID in each] == []
    assert [(each.number, each.date, each.note, each.state, each.taken_down) for each in after] == [
        (each.number, each.date, each.note, each.state, ()) for each in before
    ]
    assert read(project).problems == ()


def test_a_part_that_was_taken_down_in_haste_can_lose_its_trace_later(project: Path) -> None:
    request = Request(KIND, ID, DAY, "neglect")
    withdrawing.carry_out(project, withdrawing.prepare(read(project), request))

    erase(project, "neglect")

    assert [each for each in files_with(project, '"neglect"') if ID in each] == []
    assert read(project).problems == ()


def test_a_person_is_named_nowhere_any_more(project: Path) -> None:
    """In editions that stay, the post takes the place of the name."""
    person = next(each for kind, each in read(project).histories if kind == "people")
    name = str((read(project).histories["people", person].newest.record or {})["name"])
    assert files_with(project, name) != []

    erase(project, kind="people", record_id=person)

    assert files_with(project, name) == []
    assert read(project).problems == ()


def test_a_record_with_broken_editions_is_erased(project: Path) -> None:
    (project / "published" / KIND / ID / "1/record.json").write_text("{{")

    erase(project)

    assert files_with(project, ID) == []


def test_a_part_of_a_broken_record_is_refused(project: Path) -> None:
    (project / "published" / KIND / ID / "1/record.json").write_text("{{")

    assert [each.code for each in erase(project, "neglect").problems] == ["part-of-broken"]


@pytest.mark.parametrize(
    ("kind", "record_id", "part", "code"),
    [
        (KIND, "2020-01-01-nobody", None, "not-published"),
        ("nonsense", ID, None, "not-published"),
        ("..", "data", None, "not-published"),
        (KIND, ID, "nonsense", "no-such-part"),
    ],
)
def test_what_is_not_published_cannot_be_erased(
    project: Path, kind: str, record_id: str, part: str | None, code: str
) -> None:
    before = files_with(project, "")

    assert [each.code for each in erase(project, part, kind, record_id).problems] == [code]
    assert files_with(project, "") == before
    assert (project / "data").is_dir()


@pytest.mark.parametrize("steps", range(8))
def test_an_erasure_that_was_killed_is_finished_by_the_same_command(
    project: Path, monkeypatch: pytest.MonkeyPatch, steps: int
) -> None:
    """Killed after any step, what is published can be read, and the second try leaves nothing."""
    left = steps

    def counted(act: object) -> object:
        def acting(*arguments: object, **more: object) -> object:
            nonlocal left
            if left == 0:
                raise KeyboardInterrupt
            left -= 1
            return act(*arguments, **more)  # type: ignore[operator]  # whichever it stands for

        return acting

    with monkeypatch.context() as patch:
        for name in ("write_edition", "remember", "remove_leftovers"):
            patch.setattr(erasing, name, counted(getattr(erasing, name)))
        patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
        try:
            erase(project)
        except KeyboardInterrupt:
            assert read(project).problems == ()
    erase(project)

    assert files_with(project, ID) == []
    assert files_with(project, ".part-") == []
    assert read(project).problems == ()


def test_a_later_sign_off_asks_before_it_brings_anything_back(project: Path) -> None:
    erase(project, "neglect")
    public = project_one(load(project), KIND, ID).record
    assert public is not None

    refused = objections(project, KIND, public, Place("x"))
    restored = objections(project, KIND, public, Place("x"), frozenset({"neglect"}))

    assert [each.code for each in refused] == ["part-taken-down"]
    assert restored == ()


def test_a_waiting_edition_does_not_bring_a_part_back(project: Path) -> None:
    records = load(project)
    scanner = scanner_for(harvest(records))
    request = SignOff(KIND, ID, "Manager", DAY, checked_by="Chair", note="Again.", minor=True)
    path = project / f"data/{KIND}/{ID}.yml"
    path.write_text(path.read_text().replace("Room 2", "Room 3"))
    hold(project, prepare_sign_off(load(project), read(project), scanner, request), DAY)
    erase(project, "neglect")

    (waiting,) = read_pending(project).waiting
    found = against_release(project, waiting, scanner, names_in_list(project) or ())

    assert [each.code for each in found] == ["waiting-taken-down"]


def test_the_list_keeps_what_it_cannot_read(project: Path) -> None:
    """In haste nothing stops a takedown, and nothing that was known is lost."""
    path = project / "data/taken-down.txt"
    path.write_bytes(b"\xff\xfe old")

    erase(project)

    assert path.read_bytes() == b"\xff\xfe old\n" + f"{KIND}/{ID} {DAY.isoformat()}\n".encode()
    assert ID not in assemble(read(project)).files["meetings.json"].decode()
