"""What is packed in an archive: each file with its name, as far as the limits allow."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import IO

from problems import Wording
from redaction.opening import opening_messages as messages
from redaction.opening.opened import LARGEST, Opened, open_words, overflows, unpack

ARCHIVES = frozenset({"zip", "tar", "gz", "tgz"})
"""The endings of names of archives that can be opened."""

MOST = 2_000
"""Files in one archive."""


def open_gzip(name: str, raw: bytes) -> Opened:
    """Return the one file in a gzip file, whose name is that of the outer one without its end.

    What the head of the file says besides is among the texts.
    """
    content = unpack(raw)
    if content is None:
        wording = messages.PACKED_TOO_LARGE if overflows(raw) else messages.PACKED_UNREADABLE
        return Opened(problems=(wording,))
    inner = name.removesuffix(".gz") if name.endswith(".gz") else f"{name.rpartition('.')[0]}.tar"
    head = raw[10:2_000] if len(raw) > 3 and raw[3] & 0b11100 else b""  # noqa: PLR2004  # where the flags stand
    return Opened(tuple(open_words(head)), ((inner, content),))


def open_zip(raw: bytes) -> Opened:
    """Return the files in a zip archive. What stands in the open beside them is among the texts."""
    import zipfile  # noqa: PLC0415  # hardly any site holds one

    files: list[tuple[str, bytes]] = []
    problems: list[Wording] = []
    left = LARGEST
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST:
                return Opened(problems=(messages.PACKED_TOO_LARGE,))
            for entry in entries:
                if entry.external_attr >> 28 not in {0, 4, 8}:
                    problems.append(messages.PACKED_LINK)
                with archive.open(entry) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                if left < 0:
                    return Opened(problems=(messages.PACKED_TOO_LARGE,))
                files.append((entry.filename, content))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return Opened(problems=(messages.PACKED_UNREADABLE,))
    return Opened(tuple(open_words(raw)), tuple(each for each in files if not _is_folder(each)), (*problems,))


def open_tar(raw: bytes) -> Opened:
    """Return the files in a tar archive. All of it stands in the open, and is read as text too."""
    import tarfile  # noqa: PLC0415  # hardly any site holds one

    files: list[tuple[str, bytes]] = []
    problems: list[Wording] = []
    left = LARGEST
    try:
        with tarfile.open(fileobj=BytesIO(raw), mode="r:") as archive:
            for count, entry in enumerate(archive, 1):
                stream: IO[bytes] | None = archive.extractfile(entry) if entry.isreg() else None
                if stream is None and not entry.isdir():
                    problems.append(messages.PACKED_LINK)
                content = stream.read(left + 1) if stream else b""
                left -= len(content)
                if left < 0 or count > MOST:
                    return Opened(problems=(messages.PACKED_TOO_LARGE,))
                files.append((entry.name + ("" if stream else "/"), content))
    except (tarfile.TarError, ValueError, OSError, EOFError):
        return Opened(problems=(messages.PACKED_UNREADABLE,))
    return Opened(tuple(open_words(raw)), tuple(each for each in files if not _is_folder(each)), (*problems,))


def _is_folder(file: tuple[str, bytes]) -> bool:
    """Return whether an entry is a folder without content; its name stands in the open."""
    return file[0].endswith("/") and not file[1]
