"""Taking down without trace leaves no byte of the target in what is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from editions.datasets import assemble
from editions.published import read
from problems import Place, errors
from records.loading import load
from redaction.projecting.leaving_out import still_gone
from redaction.projecting.projection import project as project_one
from redaction.recalling import recall
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.embargoes import hold, read_pending
from redaction.signing_off.embargoes import objections as against_release
from redaction.signing_off.signing import Request as SignOff
from redaction.signing_off.signing import prepare as prepare_sign_off
from redaction.signing_off.signing import store
from redaction.takedown import erasing, withdrawing
from redaction.takedown.withdrawing import Request
from redaction.takedown_lists import names_in_list, objections
from tests.partnerships import DAY, signed_copy_to

KIND, ID = "meetings", "2026-03-12-executive"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return signed_copy_to(tmp_path)


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
    assert read(project).suppressed == {person}
    assert files_with(project, person) == ["suppressed.txt"]


def test_the_list_of_people_who_are_not_named_keeps_what_stands_in_it(project: Path) -> None:
    """Given twice, the command adds one line."""
    (project / "published/suppressed.txt").write_bytes(b"p-aaaaaaa9")
    person = next(each for kind, each in read(project).histories if kind == "people")

    erase(project, kind="people", record_id=person)
    erase(project, kind="people", record_id=person)

    assert (project / "published/suppressed.txt").read_text() == f"p-aaaaaaa9\n{person}\n"


def test_a_person_who_stands_in_that_list_already_stands_there_once(project: Path) -> None:
    person = next(each for kind, each in read(project).histories if kind == "people")
    (project / "published/suppressed.txt").write_text(f"{person}\n")

    erase(project, kind="people", record_id=person)

    assert (project / "published/suppressed.txt").read_text() == f"{person}\n"
    assert ("people", person) not in read(project).histories


def test_the_folder_of_a_kind_goes_with_its_last_record(project: Path) -> None:
    """A folder of a name would tell that there had been something of the kind."""
    alone = next(
        kind
        for kind, _ in read(project).histories
        if [each for each, _ in read(project).histories].count(kind) == 1
    )
    record_id = next(each for kind, each in read(project).histories if kind == alone)

    erase(project, kind=alone, record_id=record_id)

    assert not (project / "published" / alone).exists()


def again(project: Path, keys: tuple[tuple[str, str], ...]) -> list[str]:
    """Sign all of these records off once more, as the command does, and return the codes of what is wrong."""
    published = read(project)
    records = recall(load(project), published)
    scanner = scanner_for(harvest(records, suppressed=published.suppressed))
    found: list[str] = []
    for kind, record_id in keys:
        request = SignOff(kind, record_id, "Manager", DAY, checked_by="Chair", note="Again.")
        prepared = prepare_sign_off(records, published, scanner, request)
        found += [each.code for each in errors(prepared.problems) if each.code != "nothing-changed"]
        store(project, prepared)
    return found


def test_words_that_name_a_person_by_the_family_name_are_listed(project: Path) -> None:
    """Nobody but a person can change them, and the next build stops at them."""
    path = project / "data" / KIND / f"{ID}.yml"
    path.write_text(path.read_text("utf-8") + "\npreamble: Ms Abara opened the meeting.\n", "utf-8")
    assert again(project, ((KIND, ID),)) == []
    person = str(load(project).loaded["people", "abara"].plain["public_id"])

    found = erase(project, kind="people", record_id=person).mentioned_in

    assert [str(each) for each in found] == [f"{KIND}/{ID}, edition 2"]


def others(project: Path, kind: str, record_id: str | None = None) -> tuple[tuple[str, str], ...]:
    """Return the records but one, or but those of a kind."""
    return tuple(
        key
        for key in load(project).loaded
        if key[0] != kind or (record_id is not None and key[1] != record_id)
    )


@pytest.mark.parametrize("with_list", [True, False])
def test_a_later_sign_off_of_others_does_not_name_a_person_again(project: Path, with_list: bool) -> None:  # noqa: FBT001  # a parameter
    """The private list alone does it as well, where the public one was lost."""
    person = next(each for kind, each in read(project).histories if kind == "people")
    name = str((read(project).histories["people", person].newest.record or {})["name"])
    erase(project, kind="people", record_id=person)
    if not with_list:
        (project / "published/suppressed.txt").unlink()

    again(project, others(project, "people"))

    assert files_with(project, name) == []
    assert [each for each in files_with(project, person) if each != "suppressed.txt"] == []


@pytest.mark.parametrize("part", [None, "neglect"])
def test_a_later_sign_off_of_others_does_not_name_it_again(project: Path, part: str | None) -> None:
    """What the others say of themselves is as if it had never been; nothing needs to be changed in them."""
    erase(project, part)
    name = f"{ID}/{part}" if part else ID
    before = read(project).histories
    changed = [key for key in others(project, KIND, ID) if key in before]

    assert again(project, tuple(changed)) == []

    assert [each for each in files_with(project, name) if part is None or not each.startswith(KIND)] == []
    assert {key: each.newest.number for key, each in read(project).histories.items()} == {
        key: each.newest.number for key, each in before.items()
    }


def test_words_that_name_it_refuse_a_later_sign_off(project: Path) -> None:
    """A person wrote them, so a person takes them out."""
    erase(project)
    path = project / "data/groups/executive.yml"
    path.write_text(path.read_text().replace("purpose: The", f"purpose: From {ID} on, the"))

    assert again(project, (("groups", "executive"),)) == ["words-about-taken-down"]


def test_once_it_is_public_again_others_may_name_it(project: Path) -> None:
    names = {f"{KIND}/{ID}", f"{KIND}/{ID}/neglect", "meetings/2020-01-01-other"}

    assert still_gone(names, read(project)) == {"meetings/2020-01-01-other"}


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


def test_a_waiting_edition_of_another_does_not_name_it_again(project: Path) -> None:
    """It was signed off while the record stood; its day comes when the record is gone."""
    key = next(
        each
        for each, history in read(project).histories.items()
        if each != (KIND, ID) and ID in str(history.newest.record)
    )
    (waiting_file := project / f"published/{'/'.join(key)}").rename(project / "aside")
    records = load(project)
    scanner = scanner_for(harvest(records))
    request = SignOff(*key, "Manager", DAY, checked_by="Chair", note="Again.")
    hold(project, prepare_sign_off(records, read(project), scanner, request), DAY)
    (project / "aside").rename(waiting_file)
    erase(project)

    (waiting,) = read_pending(project).waiting
    found = against_release(project, waiting, scanner, names_in_list(project) or ())

    assert [each.code for each in found] == ["waiting-names-taken-down"]


def test_the_list_keeps_what_it_cannot_read(project: Path) -> None:
    """In haste nothing stops a takedown, and nothing that was known is lost."""
    path = project / "data/taken-down.txt"
    path.write_bytes(b"\xff\xfe old")

    erase(project)

    assert path.read_bytes() == b"\xff\xfe old\n" + f"{KIND}/{ID} {DAY.isoformat()}\n".encode()
    assert ID not in assemble(read(project)).files["meetings.json"].decode()
