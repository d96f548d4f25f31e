"""The finished site is put in place as a whole, and nothing that is not ours is ever removed."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from macros.making import exchanging, messages
from macros.making.exchanging import ExchangeError, exchange, locked, recover, refusal, scratch_beside
from problems import Place, Wording

FIRST = {"index.html": b"first", "meetings/index.html": b"first"}
SECOND = {"index.html": b"second", "groups/index.html": b"second"}
WAYS = pytest.mark.parametrize("at_once", [True, False])


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def build(site: Path, files: dict[str, bytes], *, at_once: bool = True) -> None:
    """Do what `pages build` does around the rendering."""
    with locked(site):
        recover(site)
        with scratch_beside(site) as scratch:
            write(scratch / "site", files)
            exchange(scratch / "site", site, at_once=at_once)


def refused(site: Path) -> tuple[str, Place]:
    """Return the code and place of the problem with which a build of the second site is refused."""
    with pytest.raises(ExchangeError) as caught:
        build(site, SECOND)
    return caught.value.problem.code, caught.value.problem.place


def folders(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir() if path.is_dir())


@WAYS
def test_the_new_site_replaces_the_old_one_as_a_whole(tmp_path: Path, at_once: bool) -> None:  # noqa: FBT001 - parameter
    """After an exchange the site has the new files only, and no folder is left over."""
    site = tmp_path / "site"
    build(site, FIRST, at_once=at_once)
    first = tree(site)
    build(site, SECOND, at_once=at_once)

    assert (first, tree(site)) == (FIRST, SECOND)
    assert (folders(tmp_path), folders(tmp_path / "build")) == (["build", "site"], [])


def test_an_empty_folder_is_a_place_for_a_site(tmp_path: Path) -> None:
    """Nothing is lost with an empty folder, so it is replaced."""
    (tmp_path / "site").mkdir()

    build(tmp_path / "site", FIRST)

    assert tree(tmp_path / "site") == FIRST


def test_a_build_that_fails_leaves_the_last_good_site(tmp_path: Path) -> None:
    """An exception before the exchange leaves the old site and no scratch folder."""
    site = tmp_path / "site"
    build(site, FIRST)

    def fail() -> None:
        with locked(site), scratch_beside(site) as scratch:
            write(scratch / "site", SECOND)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    assert (tree(site), folders(tmp_path / "build")) == (FIRST, [])


def test_an_unfinished_site_is_never_put_in_place(tmp_path: Path) -> None:
    """A folder without any file raises ValueError, and the old site stands."""
    site = tmp_path / "site"
    build(site, FIRST)

    with pytest.raises(ValueError, match="at least one file"), scratch_beside(site) as scratch:
        exchange(scratch, site)

    assert tree(site) == FIRST


def test_a_folder_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """A folder with files of which nothing is known is not touched: it may be somebody's home."""
    site = tmp_path / "site"
    write(site, {"letters/draft.txt": b"Mine."})

    found = refused(site)

    assert (found, tree(site)) == (("site-unknown", Place("site")), {"letters/draft.txt": b"Mine."})


def test_a_file_that_was_added_to_the_site_is_not_lost(tmp_path: Path) -> None:
    """One added file refuses the exchange and is counted; its name is not said."""
    site = tmp_path / "site"
    build(site, FIRST)
    write(site, {"CNAME": b"pages.example"})

    problem = refusal(site)

    expected = messages.SITE_HAS_OTHER_FILES.at(Place("site"), folder="site", count=1)
    assert (problem, refused(site)) == (expected, ("site-has-other-files", Place("site")))
    assert tree(site) == {**FIRST, "CNAME": b"pages.example"}


def test_a_file_with_the_name_of_a_page_that_is_gone_is_not_lost(tmp_path: Path) -> None:
    """Only the names of the site that stands are known, not those of sites before it."""
    site = tmp_path / "site"
    build(site, FIRST)
    build(site, SECOND)
    write(site, {"meetings/index.html": b"Mine."})

    assert refused(site) == ("site-has-other-files", Place("site"))


def test_a_link_within_the_site_counts_as_an_added_file(tmp_path: Path) -> None:
    """A link to a folder is refused like a file, and what it leads to is untouched."""
    site = tmp_path / "site"
    build(site, FIRST)
    write(tmp_path / "home", {"letter.txt": b"Mine."})
    (site / "home").symlink_to(tmp_path / "home")

    assert (refused(site), tree(tmp_path / "home")) == (
        ("site-has-other-files", Place("site")),
        {"letter.txt": b"Mine."},
    )


def test_what_a_file_manager_leaves_does_not_stop_a_build(tmp_path: Path) -> None:
    """Looking at the site on a Mac or with Windows adds files that nobody misses."""
    site = tmp_path / "site"
    build(site, FIRST)
    write(site, {".DS_Store": b"", "meetings/Thumbs.db": b""})

    build(site, SECOND)

    assert tree(site) == SECOND


def test_a_link_in_place_of_the_site_is_refused(tmp_path: Path) -> None:
    """Neither the link nor the folder to which it leads is changed."""
    site = tmp_path / "site"
    write(tmp_path / "home", {"letter.txt": b"Mine."})
    site.symlink_to(tmp_path / "home")

    assert (refused(site), site.is_symlink(), tree(tmp_path / "home")) == (
        ("site-is-a-link", Place("site")),
        True,
        {"letter.txt": b"Mine."},
    )


def test_a_file_in_place_of_the_site_is_refused(tmp_path: Path) -> None:
    """A file with the site's name keeps its content."""
    site = tmp_path / "site"
    site.write_bytes(b"Mine.")

    assert (refused(site), site.read_bytes()) == (("site-is-a-file", Place("site")), b"Mine.")


@pytest.mark.parametrize("note", [b"", b"[", b"[]", b'{"files": 7}', b'{"files": [[], {}]}', b"\xff"])
def test_a_damaged_note_makes_the_site_unknown(tmp_path: Path, note: bytes) -> None:
    """When the note of what was put in the site cannot be read, the site is not removed."""
    site = tmp_path / "site"
    build(site, FIRST)
    (tmp_path / "build" / "site.json").write_bytes(note)

    assert (refused(site), tree(site)) == (("site-unknown", Place("site")), FIRST)


def test_a_project_that_was_copied_still_knows_its_site(tmp_path: Path) -> None:
    """The note holds no path of the machine, so a moved project builds on."""
    (tmp_path / "here").mkdir()
    build(tmp_path / "here" / "site", FIRST)
    (tmp_path / "here").rename(tmp_path / "there")

    build(tmp_path / "there" / "site", SECOND)

    assert tree(tmp_path / "there" / "site") == SECOND


@WAYS
def test_when_the_system_refuses_the_old_site_stands(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at_once: bool,  # noqa: FBT001 - parameter
) -> None:
    """A finished site that cannot be renamed is a problem with the system's error, and nothing is lost."""
    site = tmp_path / "site"
    build(site, FIRST)
    write(tmp_path / "finished", SECOND)
    rename = Path.rename

    def refuse(one: Path, other: Path) -> Path:
        if one.name == "finished":
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(one, other)

    monkeypatch.setattr(exchanging, "trade_places", refuse)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ExchangeError) as caught:
        exchange(tmp_path / "finished", site, at_once=at_once)

    expected = messages.SITE_NOT_EXCHANGED.at(Place("site"), folder="site", error="EXDEV")
    assert (caught.value.problem, tree(site)) == (expected, FIRST)
    assert folders(tmp_path / "build") == []


def test_a_first_site_that_cannot_be_put_in_place_is_a_problem(tmp_path: Path) -> None:
    """When the project's folder is gone, a problem says so and the finished site is kept."""
    write(tmp_path / "finished", FIRST)

    with pytest.raises(ExchangeError) as caught:
        exchange(tmp_path / "finished", tmp_path / "gone" / "site")

    expected = messages.SITE_NOT_EXCHANGED.at(Place("site"), folder="site", error="ENOENT")
    assert (caught.value.problem, tree(tmp_path / "finished")) == (expected, FIRST)


def test_a_build_folder_that_cannot_be_used_is_a_problem(tmp_path: Path) -> None:
    """A file named `build` stops the lock and the scratch folder with a problem."""
    (tmp_path / "build").write_bytes(b"")
    expected = messages.BUILD_FOLDER_UNUSABLE.at(Place("build"), error="EEXIST")

    with pytest.raises(ExchangeError) as at_lock, locked(tmp_path / "site"):
        pass
    with pytest.raises(ExchangeError) as at_scratch, scratch_beside(tmp_path / "site"):
        pass

    assert (at_lock.value.problem, at_scratch.value.problem) == (expected, expected)


def test_a_second_build_is_told_that_another_is_running(tmp_path: Path) -> None:
    """While one build holds the lock another is refused; afterwards, and for another site, it is free."""
    site = tmp_path / "site"
    with locked(site), pytest.raises(ExchangeError) as caught, locked(site):
        pass
    with locked(site), locked(tmp_path / "preview"):
        write(site, FIRST)

    assert (caught.value.problem, tree(site)) == (messages.ANOTHER_BUILD.at(Place("build")), FIRST)


def test_recovering_puts_back_a_site_that_was_moved_aside(tmp_path: Path) -> None:
    """Without a site the one that stood aside comes back, once."""
    site = tmp_path / "site"
    build(site, FIRST)
    site.rename(tmp_path / "build" / "site.previous")

    assert (recover(site), recover(site), tree(site)) == (True, False, FIRST)


def test_recovering_clears_up_what_killed_builds_left(tmp_path: Path) -> None:
    """With a site in place the old one aside goes, and so do scratch folders."""
    site = tmp_path / "site"
    build(site, SECOND)
    write(tmp_path / "build" / "site.previous", FIRST)
    write(tmp_path / "build" / "scratch-0", FIRST)
    write(tmp_path / "build" / "public", FIRST)

    assert (recover(site), tree(site), folders(tmp_path / "build")) == (False, SECOND, ["public"])


def test_half_of_an_old_site_never_has_a_name_that_recovering_knows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the removal of an old site is cut short and the new one is deleted, no half site comes back."""
    site = tmp_path / "site"
    build(site, SECOND)
    write(tmp_path / "build" / "site.previous", FIRST)

    def stop_early(folder: Path, *, ignore_errors: bool) -> None:
        (folder / "index.html").unlink(missing_ok=ignore_errors)

    monkeypatch.setattr(shutil, "rmtree", stop_early)

    recover(site)
    site.rename(tmp_path / "deleted")

    assert (recover(site), site.exists()) == (False, False)


def test_an_exchange_without_recovering_first_clears_up_by_itself(tmp_path: Path) -> None:
    """An old site that is still aside does not stop an exchange in two renames."""
    site = tmp_path / "site"
    build(site, FIRST)
    write(tmp_path / "build" / "site.previous", FIRST)

    with scratch_beside(site) as scratch:
        write(scratch / "site", SECOND)
        exchange(scratch / "site", site, at_once=False)

    assert (tree(site), folders(tmp_path / "build")) == (SECOND, [])


def test_recovering_says_where_the_site_is_when_it_cannot_be_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the system refuses the renaming, the problem names the folder in which the site is."""
    site = tmp_path / "site"
    write(tmp_path / "build" / "site.previous", FIRST)

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(ExchangeError) as caught:
        recover(site)

    expected = messages.SITE_NOT_PUT_BACK.at(Place("site"), folder="site", error="EACCES")
    assert (caught.value.problem, "build/site.previous/" in str(expected)) == (expected, True)


def test_every_wording_says_what_to_do() -> None:
    """Each wording of the room is two whole sentences, and its code is lower case."""
    wordings = [value for value in vars(messages).values() if isinstance(value, Wording)]
    broken = [
        wording.code
        for wording in wordings
        if not (wording.message.endswith(".") and wording.remedy.endswith(".") and wording.code.islower())
    ]

    assert (broken, len(wordings) >= 8) == ([], True)
