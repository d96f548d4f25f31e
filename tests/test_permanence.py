"""What was published stands for ever: an address leads somewhere, or a person decided that it does not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cli.keeping import renew_lock, standing
from editions.published import read
from macros.project_files.permanence import Lock, read_lock, without_place, write_lock
from macros.project_files.redirects import Redirect, read_redirects
from tests.cli.commands import ROLES, run
from tests.partnerships import signed_copy_to

MEETING = "meetings/2026-03-12-executive"
ITEM = f"/{MEETING}/#schools"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project in which everything is signed off."""
    return signed_copy_to(tmp_path / "project")


def edit(project: Path, old: str, new: str, file: str = f"data/{MEETING}.yml") -> None:
    path = project / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def codes(text: str) -> list[str]:
    """Return the codes of the errors that a command printed."""
    return [line.rsplit("[", 1)[1].rstrip("]") for line in text.splitlines() if line.startswith("error: ")]


def test_every_address_of_the_list_stands_on_the_site(project: Path) -> None:
    """The list names pages, parts within them and hand-written pages, and a build finds each."""
    lock = read_lock(project)
    assert lock.problems == ()
    assert lock.editions[MEETING] == 1
    assert {
        "/",
        f"/{MEETING}/",
        ITEM,
        f"/{MEETING}/#action-toolkit",
        f"/{MEETING}/#decision-d1",
        "/meetings/",
        "/withheld/",
        "/meetings/2026-01-15-executive/files/leaflet.pdf",
    } <= lock.addresses
    assert run(project, "build").exit_code == 0
    for address in lock.addresses:
        page, _, part = address.partition("#")
        name = f"{page}index.html" if page.endswith("/") else page
        content = (project / "site" / name.removeprefix("/")).read_bytes()
        assert not part or f'id="{part}"'.encode() in content, address


def test_the_list_names_nothing_that_is_concealed(project: Path) -> None:
    """An id of a concealed item would tell that there is one."""
    text = (project / "published.lock").read_text("utf-8")
    assert "hidden" not in text
    assert "ghost" not in text


def test_an_id_that_was_published_cannot_be_renamed(project: Path) -> None:
    """Check tells of it, sign-off refuses it, and a redirect within redirects.yml settles it."""
    edit(project, "id: schools", "id: schools-and-colleges")
    assert codes(run(project, "check").output) == ["address-would-go"]
    refused = run(project, "sign-off", MEETING, *ROLES)
    assert codes(refused.output) == ["address-would-go"]
    assert f"`{ITEM}: /{MEETING}/`" in refused.output
    assert len(read(project).histories["meetings", "2026-03-12-executive"].editions) == 1

    (project / "redirects.yml").write_text(f"{ITEM}: /{MEETING}/#schools-and-colleges\n")
    assert run(project, "sign-off", MEETING, *ROLES).exit_code == 0
    assert run(project, "check").exit_code == 0
    assert run(project, "build").exit_code == 0
    page = (project / "site" / MEETING / "index.html").read_text("utf-8")
    assert 'id="schools">What stood here as “schools” is now at <a href="../../' in page
    assert ITEM in read_lock(project).addresses

    (project / "redirects.yml").unlink()
    assert codes(run(project, "build").output) == ["address-gone"]
    assert (project / "site" / MEETING / "index.html").read_text("utf-8") == page


def test_what_is_withheld_later_leaves_the_list(project: Path) -> None:
    """A concealed part takes its address with it; nothing keeps a record from being made less public."""
    _, fields, rest = (project / f"data/{MEETING}.yml").read_text("utf-8").partition("withhold_fields:")
    fields += rest.partition("        text: Partners")[0]
    edit(project, fields, "withhold:\n          reason: confidence\n          what: concealed\n")
    edit(project, "asked for a briefing", "asked for a briefing about playgrounds")
    assert run(project, "sign-off", MEETING, *ROLES).output.count("error") == 0
    assert ITEM not in read_lock(project).addresses
    assert f"/{MEETING}/" in read_lock(project).addresses


def test_a_takedown_is_never_stopped_and_leaves_the_list(project: Path) -> None:
    """A part, then the whole record, then without trace: each leaves what still stands."""
    assert run(project, "withdraw", f"{MEETING}/neglect", "--now").exit_code == 0
    assert {f"/{MEETING}/#neglect", ITEM} & read_lock(project).addresses == set()
    assert f"/{MEETING}/#last" in read_lock(project).addresses
    assert run(project, "withdraw", MEETING, "--now").exit_code == 0
    assert {each for each in read_lock(project).addresses if MEETING in each} == {f"/{MEETING}/"}
    assert run(project, "withdraw", MEETING, "--now", "--no-trace").exit_code == 0
    assert MEETING not in (project / "published.lock").read_text("utf-8")
    assert "gone" not in " ".join(codes(run(project, "check").output))


def test_a_takedown_with_a_damaged_list_is_carried_out(project: Path) -> None:
    """The list warns and never blocks."""
    (project / "published.lock").write_bytes(b"\xff")
    assert run(project, "withdraw", MEETING, "--now").exit_code == 0
    assert read(project).histories["meetings", "2026-03-12-executive"].record is None


def test_an_edition_deleted_by_hand_stops_the_build(project: Path) -> None:
    """A site with an older edition in the place of a newer one would be a false one."""
    edit(project, "title: Neglect and", "title: Neglect, and")
    assert run(project, "sign-off", MEETING, *ROLES).exit_code == 0
    shutil.rmtree(project / "published" / MEETING / "2")
    assert codes(run(project, "build").output) == ["edition-gone"]
    shutil.rmtree(project / "published" / MEETING)
    assert codes(run(project, "build").output) == ["edition-gone"]
    assert not (project / "site").exists()


def test_an_edition_in_conflict_stays_on_the_list(project: Path) -> None:
    """After a merge, what two people signed off under one number cannot be read; it was published."""
    edit(project, "title: Schools", "title: Schools and colleges")
    assert run(project, "sign-off", MEETING, *ROLES, "--note", "A title.").exit_code == 0
    (project / "published" / MEETING / "2/record.json").write_text("<<<<<<< HEAD\n=======\n>>>>>>> theirs\n")
    edit(project, "name: ", "name: The ", "data/groups/executive.yml")

    assert run(project, "sign-off", "groups/executive", *ROLES, "--note", "A name.").exit_code == 0

    assert read_lock(project).editions[MEETING] == 2
    shutil.rmtree(project / "published" / MEETING / "2")
    assert codes(run(project, "build").output) == ["edition-gone"]


def test_a_changed_edition_is_named_once_and_nothing_beside_it_is_to_be_removed(project: Path) -> None:
    """Its files and addresses come back with it; to remove or redirect them would lose them."""
    path = project / "published" / MEETING / "1/record.json"
    files = path.parent / "files"
    files.mkdir(exist_ok=True)
    (files / "paper.pdf").write_bytes(b"%PDF-1.7")
    path.write_text(path.read_text("utf-8").replace("Neglect and", "Neglect, and"), "utf-8")

    assert codes(run(project, "check").output) == ["edition-changed"]
    assert codes(run(project, "build").output) == ["edition-changed"]

    path.unlink()
    assert codes(run(project, "check").output) == ["edition-record-missing"]
    assert codes(run(project, "build").output) == ["edition-record-missing"]


def test_a_page_of_docs_that_vanishes_stops_the_build(project: Path) -> None:
    """Hand-written pages are linked to as well. A page elsewhere is only linked, never led to unasked."""
    (project / "docs/history.md").write_text("# History\n\nLong.\n")
    renew_lock(project)
    assert run(project, "build").exit_code == 0
    (project / "docs/history.md").unlink()
    assert codes(run(project, "build").output) == ["address-gone"]
    (project / "redirects.yml").write_text(
        "/history/: /groups/executive/\n/before/us/: https://old.example.org/x\n"
    )
    assert run(project, "build").exit_code == 0
    page = (project / "site/history/index.html").read_text("utf-8")
    assert '<meta http-equiv="refresh" content="0; url=../groups/executive/">' in page
    assert '/groups/executive/"' in page.split('rel="canonical" href="')[1][:80]
    elsewhere = (project / "site/before/us/index.html").read_text("utf-8")
    assert '<a href="https://old.example.org/x">' in elsewhere
    assert "http-equiv" not in elsewhere.replace('http-equiv="Content-Security-Policy"', "")


def test_a_page_of_docs_without_its_part_stops_the_build(project: Path) -> None:
    """The build looks at the finished pages, not only at what should be there."""
    lock = read_lock(project)
    write_lock(project, Lock(lock.editions, lock.addresses | {"/withheld/#reason-of-old"}))
    assert "address-gone" in codes(run(project, "build").output)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("history: /groups/", "redirect-form"),
        ("/history: /groups/", "redirect-form"),
        ("/history/: //host/x", "redirect-form"),
        ("/../../../history/: /groups/", "redirect-form"),
        ("/history/../../../old/: /groups/", "redirect-form"),
        ("/./history/: /groups/", "redirect-form"),
        ("/history/: /meetings/../groups/", "redirect-form"),
        ("/history/: http://old.example.org/", "redirect-form"),
        ("/history/: [/groups/]", "redirect-form"),
        ('/history/: "/groups/\\" onload=x"', "redirect-form"),
        ("/history/: /nowhere/", "redirect-to-nothing"),
        ("/history/: /groups/executive/#nothing", "redirect-to-nothing"),
        ("/meetings/: /groups/", "redirect-from-standing"),
        ("/history/#part: /groups/", "redirect-without-page"),
        ("/a/: /b/\n/b/: /groups/", "redirect-to-nothing"),
        ("/a/: /groups/\n/a/: /meetings/", "settings-odd"),
        ("[", "settings-unreadable"),
    ],
)
def test_a_redirect_that_leads_nowhere_is_told(project: Path, line: str, code: str) -> None:
    """Check and build tell the line; the old site stays."""
    (project / "redirects.yml").write_text(f"{line}\n")
    assert code in codes(run(project, "check").output)
    assert code in codes(run(project, "build").output)
    assert not (project / "site").exists()


@pytest.mark.parametrize("text", ["meetings/x\n", "what\n", "meetings/x 0\n", "/a b\n"])
def test_a_damaged_list_is_told_by_its_line(project: Path, text: str) -> None:
    """Nothing is guessed, and a build does not go on without it."""
    (project / "published.lock").write_text(f"# A list\n{text}")
    [problem] = read_lock(project).problems
    assert str(problem).startswith("published.lock:2: This line")
    assert codes(run(project, "build").output) == ["lock-damaged"]


def test_the_page_of_a_year_of_a_register_stays(project: Path) -> None:
    """Once a long register was shown by year, its pages stand, even when little is left of it."""
    lock = read_lock(project)
    write_lock(project, Lock(lock.editions, lock.addresses | {"/actions/2019/"}))
    assert run(project, "check").exit_code == 0
    assert run(project, "build").exit_code == 0
    page = (project / "site/actions/2019/index.html").read_text("utf-8")
    assert "No actions of 2019 are published." in page
    assert '<li><a href="../">Actions</a></li>' in page


def test_the_parts_of_registers_stay_when_a_meeting_is_taken_down(project: Path) -> None:
    """They have fewer rows then, or none, and every build makes their pages."""
    parts = {each for each in read_lock(project).addresses if each.startswith(("/actions/", "/decisions/"))}
    assert {"/actions/open/", "/actions/group/executive/", "/decisions/kind/approved/"} <= parts
    assert run(project, "withdraw", MEETING, "--now").exit_code == 0
    assert parts <= read_lock(project).addresses
    assert run(project, "build").exit_code == 0
    page = (project / "site/decisions/kind/approved/index.html").read_text("utf-8")
    assert "There are no such decisions." in page


def test_a_group_taken_down_without_trace_leaves_no_part_of_a_register(project: Path) -> None:
    """Its id is in the addresses of such parts, so they leave the list with it."""
    assert run(project, "withdraw", "groups/executive", "--now", "--no-trace").exit_code == 0
    assert [each for each in read_lock(project).addresses if "/group/executive/" in each] == []


def test_two_versions_of_the_list_put_together_are_read(project: Path) -> None:
    """Version control keeps the lines of both; the higher number counts."""
    (project / "published.lock").write_text("meetings/x 1\nmeetings/x 3\nmeetings/x 2\n/a/\n/b/\n")
    assert read_lock(project) == Lock({"meetings/x": 3}, frozenset({"/a/", "/b/"}))


def test_a_project_of_an_older_version_is_told_that_it_has_no_list(project: Path) -> None:
    """A warning, until the next sign-off writes it."""
    (project / "published.lock").unlink()
    checked = run(project, "check")
    assert (checked.exit_code, "[lock-missing]" in checked.output) == (0, True)
    assert run(project, "sign-off", "--changed", "--redacted-by", "Office").exit_code == 0
    assert read_lock(project).addresses == standing(project, read(project))


def test_a_page_that_moved_takes_its_parts_along() -> None:
    """What was linked within it leads to the page that took its place."""
    moved = (Redirect("/a/", "/b/", 1), Redirect("/c/#x", "/c/", 2))
    assert without_place(["/a/", "/a/#x", "/b/", "/c/#x", "/c/#y"], {"/b/", "/c/"}, moved) == ("/c/#y",)


def test_a_file_of_redirects_without_any_is_no_problem(tmp_path: Path) -> None:
    """Somebody took the last redirect out, and left what explains them."""
    (tmp_path / "redirects.yml").write_text("# Where something stands now.\n")

    assert read_redirects(tmp_path) == ((), ())


def test_no_redirects_are_no_problem(tmp_path: Path) -> None:
    """The file is not needed."""
    assert read_redirects(tmp_path) == ((), ())
