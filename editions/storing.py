"""Files and folders written whole: a reader, or a power cut, finds all of one or nothing of it.

Everything is first written under a passing name in the same folder and then renamed. A process that
is killed leaves at most such a passing name behind, which `remove_leftovers` finds.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
import secrets
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path, PurePosixPath, PureWindowsPath

LEFTOVER = re.compile(r"\.part-[0-9a-f]{16}")
"""The passing names. No record, edition or page can have one, because ids do not begin with a dot."""

_CANNOT_LINK = {errno.EPERM, errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTSUP}
_CANNOT_TRADE = {errno.ENOSYS, errno.EINVAL, errno.EPERM, errno.EOPNOTSUPP, errno.EXDEV}
_FROM_WORKING_FOLDER = -100  # AT_FDCWD in Linux's <fcntl.h>
_RENAME_EXCHANGE = 2  # RENAME_EXCHANGE in Linux's <linux/fs.h>


def write_whole(path: Path, content: bytes, *, replacing: bool = False) -> None:
    """Write a file so that its name shows all of the content or what was there before.

    Raises FileExistsError for a name that is taken, unless `replacing`. A replaced file keeps its
    permissions; a link is itself replaced, never followed. The folder must exist.
    """
    passing = _passing_name(path)
    try:
        with passing.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if replacing:
            if path.is_file():
                shutil.copymode(path, passing)
            passing.replace(path)
        else:
            _take_name(passing, path)
    finally:
        passing.unlink(missing_ok=True)
    flush_entries(path.parent)


def create_whole(folder: Path, files: Mapping[str, bytes], *, replacing: bool = False) -> None:
    """Create a folder with all of these files, or nothing at all.

    Names use `/` and stay inside the folder, else ValueError. Raises FileExistsError for a name that is
    taken, unless `replacing`; the old folder is then exchanged as a whole and removed. Where the
    system cannot exchange two folders, the name is missing for a moment. Parents are created.
    """
    for name in files:
        _refuse_outside(name)
    if not replacing and os.path.lexists(folder):
        raise FileExistsError(errno.EEXIST, "The folder exists already", str(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    passing = _passing_name(folder)
    try:
        passing.mkdir()
        for name, content in files.items():
            path = passing / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        flush_folder(passing)
        if replacing and os.path.lexists(folder):
            _replace_folder(passing, folder)
        else:
            passing.rename(folder)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    flush_entries(folder.parent)


def remove_leftovers(root: Path) -> tuple[Path, ...]:
    """Remove what killed writers left anywhere below a folder, and return it in order.

    Only for a time when nobody else writes there. Links to folders are not followed.
    """
    removed: list[Path] = []
    for folder, folders, files in os.walk(root):
        for name in sorted(filter(LEFTOVER.fullmatch, (*folders, *files))):
            leftover = Path(folder, name)
            if leftover.is_dir() and not leftover.is_symlink():
                shutil.rmtree(leftover)
            else:
                leftover.unlink()
            removed.append(leftover)
        folders[:] = sorted(name for name in folders if not LEFTOVER.fullmatch(name))
    return tuple(removed)


def trade_places(one: Path, other: Path) -> bool:
    """Give two files or folders each other's name in one step; return whether the system can do that.

    Neither name is missing for a moment. Only Linux can, and not on every file system; nothing has
    happened when False is returned. Raises OSError when the system can but may not.
    """
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename is None:
        return False
    rename.argtypes = (ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint)
    here = _FROM_WORKING_FOLDER
    if rename(here, os.fsencode(one), here, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT_TRADE:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def flush_folder(folder: Path) -> None:
    """Have the system write every file below a folder, and the folders themselves, to the disk."""
    for place, _, files in os.walk(folder):
        for name in files:
            _flush_file(Path(place, name))
        flush_entries(Path(place))


def flush_entries(folder: Path) -> None:
    """Have the system write the names in a folder to the disk; Windows does so by itself."""
    if os.name != "nt":
        _flush(folder, os.O_RDONLY)


def _flush_file(path: Path) -> None:
    if not path.is_symlink():
        _flush(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)  # Windows flushes what it may write.


def _flush(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _passing_name(path: Path) -> Path:
    return path.with_name(f".part-{secrets.token_hex(8)}")


def _take_name(passing: Path, path: Path) -> None:
    """Give a file its name unless that is taken, in which case FileExistsError is raised."""
    try:
        path.hardlink_to(passing)
    except OSError as error:
        if error.errno not in _CANNOT_LINK:
            raise
        # Memory sticks have no links: look first, which only two writers in the same instant defeat.
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, "The file exists already", str(path)) from None
        passing.replace(path)


def _replace_folder(passing: Path, folder: Path) -> None:
    """Put a folder in the place of another, whose content then stands under the passing name."""
    if trade_places(passing, folder):
        return
    old = _passing_name(folder)
    folder.rename(old)
    try:
        passing.rename(folder)
    except BaseException:
        old.rename(folder)
        raise
    old.rename(passing)


def _refuse_outside(name: str) -> None:
    pure = PurePosixPath(name)
    elsewhere = pure.is_absolute() or PureWindowsPath(name).drive or "\\" in name
    if elsewhere or not pure.parts or ".." in pure.parts:
        raise ValueError("A file's name must stay inside its folder")
