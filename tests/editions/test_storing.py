"""Files and folders are written whole, and nothing that exists is lost by accident."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from editions import storing
from editions.storing import create_whole, remove_leftovers, trade_places, write_whole

ROOT = Path(__file__).parents[2]
FILES = {"record.json": b"{}\n", "files/paper.txt": b"A paper."}


def tree(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_new_file_holds_what_was_given(tmp_path: Path) -> None:
    """A written file has exactly the content, and nothing else is left in the folder."""
    write_whole(tmp_path / "record.json", b"\xef\r\n\0")

    assert tree(tmp_path) == {"record.json": b"\xef\r\n\0"}


def test_a_file_is_not_overwritten_unless_told(tmp_path: Path) -> None:
    """A taken name raises FileExistsError and keeps its content; `replacing` replaces it."""
    path = tmp_path / "record.json"
    write_whole(path, b"first")

    with pytest.raises(FileExistsError):
        write_whole(path, b"second")
    kept = tree(tmp_path)
    write_whole(path, b"third", replacing=True)

    assert (kept, tree(tmp_path)) == ({"record.json": b"first"}, {"record.json": b"third"})


def test_a_file_is_not_overwritten_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a disk without hard links a new file is written, and a taken name is refused all the same."""

    def refuse(_: Path, target: Path) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM), str(target))

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    write_whole(tmp_path / "record.json", b"first")

    with pytest.raises(FileExistsError):
        write_whole(tmp_path / "record.json", b"second")

    assert tree(tmp_path) == {"record.json": b"first"}


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    """Writing to a name that is a link leaves the file alone to which the link leads."""
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"private")
    path = tmp_path / "record.json"
    path.symlink_to(outside)

    with pytest.raises(FileExistsError):
        write_whole(path, b"public")
    write_whole(path, b"public", replacing=True)

    assert (path.is_symlink(), tree(tmp_path)) == (
        False,
        {"outside.txt": b"private", "record.json": b"public"},
    )


def test_a_new_file_has_the_usual_permissions_and_a_replaced_one_keeps_its_own(tmp_path: Path) -> None:
    """A web server can read what is written, and a file that others may not read stays so."""
    usual, closed = tmp_path / "usual", tmp_path / "closed"
    (tmp_path / "measure").touch()
    closed.touch(0o600)

    write_whole(usual, b"")
    write_whole(closed, b"new", replacing=True)

    modes = [stat.S_IMODE(path.stat().st_mode) for path in (usual, closed)]
    assert modes == [stat.S_IMODE((tmp_path / "measure").stat().st_mode), 0o600]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    """When the name belongs to a folder the writing fails, and the folder is as before."""
    create_whole(tmp_path / "taken", FILES)

    with pytest.raises(OSError, match="taken"):
        write_whole(tmp_path / "taken", b"", replacing=True)

    assert ([path.name for path in tmp_path.iterdir()], tree(tmp_path / "taken")) == (["taken"], FILES)


def test_a_new_folder_holds_all_files(tmp_path: Path) -> None:
    """A created folder has every file, in folders of its own, and its parents are made."""
    create_whole(tmp_path / "meetings" / "first" / "1", FILES)

    assert tree(tmp_path) == {f"meetings/first/1/{name}": content for name, content in FILES.items()}


@pytest.mark.parametrize("empty", [True, False])
def test_a_folder_is_not_overwritten_unless_told(tmp_path: Path, empty: bool) -> None:  # noqa: FBT001 - parameter
    """A taken name raises FileExistsError, even when it is an empty folder."""
    folder = tmp_path / "1"
    create_whole(folder, {} if empty else FILES)

    with pytest.raises(FileExistsError):
        create_whole(folder, {"record.json": b"second"})

    assert tree(folder) == ({} if empty else FILES)


@pytest.mark.parametrize("can_trade", [True, False])
def test_a_replaced_folder_holds_the_new_files_only(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    can_trade: bool,  # noqa: FBT001 - parameter
) -> None:
    """With `replacing` no old file stays in the folder and none beside it, on every system."""
    if not can_trade:
        monkeypatch.setattr(storing, "trade_places", lambda _one, _other: False)
    create_whole(tmp_path / "1", FILES)

    create_whole(tmp_path / "1", {"record.json": b"second"}, replacing=True)

    assert (tree(tmp_path), len(list(tmp_path.iterdir()))) == ({"1/record.json": b"second"}, 1)


def test_a_folder_that_cannot_be_replaced_is_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the new folder cannot be renamed, the old one has its name again and nothing is beside it."""
    folder = tmp_path / "1"
    create_whole(folder, FILES)
    rename = Path.rename

    def refuse(one: Path, other: Path) -> Path:
        if one.joinpath("new.json").exists():
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        return rename(one, other)

    monkeypatch.setattr(storing, "trade_places", lambda _one, _other: False)
    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        create_whole(folder, {"new.json": b""}, replacing=True)

    assert (tree(folder), len(list(tmp_path.iterdir()))) == (FILES, 1)


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "files/../../out.txt", "", ".", "C:/out", "a\\b"])
def test_a_file_outside_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    """A name that leads out of the folder raises ValueError before anything is written."""
    with pytest.raises(ValueError, match="inside"):
        create_whole(tmp_path / "1", {"record.json": b"", name: b""})

    assert tree(tmp_path) == {}


def test_leftovers_are_removed_and_nothing_else(tmp_path: Path) -> None:
    """Passing names go at every depth; other hidden and similar names, and what links lead to, stay."""
    gone = [f".part-{'0' * 16}", f"meetings/.part-{'a' * 16}/record.json"]
    kept = [".part-0", f"part-{'0' * 16}", "meetings/.hidden/record.json", f"meetings/.part-{'g' * 16}"]
    for name in (*gone, *kept):
        (tmp_path / "published" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "published" / name).write_bytes(b"")
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / f".part-{'0' * 16}").write_bytes(b"")
    (tmp_path / "published" / "link").symlink_to(tmp_path / "elsewhere")

    removed = remove_leftovers(tmp_path / "published")

    expected = (tmp_path / "published" / gone[0], tmp_path / "published" / "meetings" / f".part-{'a' * 16}")
    assert (removed, sorted(tree(tmp_path / "published"))) == (expected, sorted(kept))
    assert sorted(tree(tmp_path / "elsewhere")) == [f".part-{'0' * 16}"]


def test_two_folders_trade_places_on_linux(tmp_path: Path) -> None:
    """On Linux each folder has the other's name afterwards; elsewhere nothing happens and False says so."""
    create_whole(tmp_path / "one", {"name": b"one"})
    create_whole(tmp_path / "other", {"name": b"other"})

    traded = trade_places(tmp_path / "one", tmp_path / "other")

    expected = (b"other", b"one") if traded else (b"one", b"other")
    assert ((tmp_path / "one" / "name").read_bytes(), (tmp_path / "other" / "name").read_bytes()) == expected
    assert traded == (sys.platform == "linux")


def test_places_cannot_be_traded_with_nothing(tmp_path: Path) -> None:
    """Where the system could trade, a missing folder raises; where it could not, False says so."""
    create_whole(tmp_path / "one", FILES)

    try:
        outcome = "traded" if trade_places(tmp_path / "one", tmp_path / "missing") else "cannot"
    except FileNotFoundError:
        outcome = "missing"

    assert (outcome, tree(tmp_path / "one")) == ("missing" if sys.platform == "linux" else "cannot", FILES)


@pytest.mark.parametrize(
    ("what", "how", "expected"),
    [
        ("file", "new", {"nothing", "new"}),
        ("file", "replacing", {"old", "new"}),
        ("folder", "new", {"nothing", "new"}),
        ("folder", "replacing", {"old", "new"} if sys.platform == "linux" else {"old", "nothing", "new"}),
    ],
)
def test_a_kill_before_any_call_leaves_all_or_nothing(
    tmp_path: Path, what: str, how: str, expected: set[str]
) -> None:
    """Killed before each call to the file system in turn, writing leaves the old, the new, or no content."""
    (tmp_path / "kills").mkdir()
    command = [sys.executable, "-m", "tests.editions.killed_writes", str(tmp_path / "kills"), what, how]
    script = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert (script.stderr, set(json.loads(script.stdout))) == ("", expected)
