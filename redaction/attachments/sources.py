"""Reading the file of a paper from `data/files/`, and nothing that lies elsewhere: no links, no pipes."""

from __future__ import annotations

import os
import stat
from pathlib import Path, PurePosixPath, PureWindowsPath

from problems import Wording
from redaction.attachments import attachment_messages as messages
from redaction.attachments.cleaned import Flaw
from redaction.opening.opened import LARGEST

MEGABYTE = 1_000_000


def read_source(folder: Path, name: str) -> bytes | Flaw:
    """Return the bytes of a file inside `folder`, or why it cannot be taken."""
    if _leaves(name):
        return Flaw(messages.FILE_OUTSIDE)
    path = folder.joinpath(*PurePosixPath(name).parts)
    try:
        if path.resolve(strict=True) != folder.resolve(strict=True).joinpath(*PurePosixPath(name).parts):
            return Flaw(messages.FILE_OUTSIDE)
        found = _bytes(path)
    except FileNotFoundError:
        return Flaw(messages.FILE_MISSING)
    except (OSError, RuntimeError, ValueError):
        # A link that leads to itself raises RuntimeError up to Python 3.12, a null character ValueError.
        return Flaw(messages.FILE_IRREGULAR)
    if isinstance(found, bytes) and not 0 < len(found) <= LARGEST:
        return Flaw(messages.FILE_TOO_LARGE, {"most": LARGEST // MEGABYTE})
    return Flaw(found) if isinstance(found, Wording) else found


def _leaves(name: str) -> bool:
    """Return whether a name is more than a plain path further in."""
    pure = PurePosixPath(name)
    plain = pure.as_posix() == name and "\\" not in name and not PureWindowsPath(name).drive
    return not plain or pure.is_absolute() or ".." in pure.parts or not pure.parts


def _bytes(path: Path) -> bytes | Wording:
    """Return the bytes of an ordinary file, at most one more than is taken.

    The file is opened first and looked at then, so that it cannot be exchanged in between.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    opened = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))
    try:
        if not stat.S_ISREG(os.fstat(opened).st_mode):
            return messages.FILE_IRREGULAR
        with os.fdopen(opened, "rb", closefd=False) as stream:
            return stream.read(LARGEST + 1)
    finally:
        os.close(opened)
