"""The finished site put in the place of the old one as a whole.

`site` is always a folder directly in the project; `build/` beside it holds what is needed for the
exchange. The order of a build is: `locked`, in it `recover`, `scratch_beside`, in it `exchange`.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from editions.storing import flush_entries, flush_folder, trade_places, write_whole
from macros.making import messages
from problems import Place, Problem
from problems.leavings import LEFT_BY_FILE_MANAGERS

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SCRATCH = "scratch-"
"""What the names of scratch folders in `build/` begin with."""

_NAMED = 3
"""How many pages a message names."""


class ExchangeError(Exception):
    """The site cannot be put in place, and the old one stands."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
        """What is wrong and how to mend it."""


@contextmanager
def locked(site: Path) -> Iterator[None]:
    """Keep other builds of this site away; raises ExchangeError when one is running.

    The system gives the lock up when its process ends, however it ends, so a lock is never stale.
    """
    try:
        descriptor = os.open(_build(site) / f"{site.name}.lock", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise ExchangeError(_unusable(error)) from error
    try:
        _lock(descriptor)
        yield
    finally:
        os.close(descriptor)


def recover(site: Path) -> bool:
    """Clear up after a build that was killed; return whether the last good site had to be put back.

    Only inside `locked`, because it removes every scratch folder. Raises ExchangeError when the site
    cannot be put back.
    """
    try:
        put_back = _put_back(site)
    except OSError as error:
        problem = messages.SITE_NOT_PUT_BACK.at(Place(site.name), folder=site.name, error=_name(error))
        raise ExchangeError(problem) from error
    for leftover in sorted((site.parent / "build").glob(f"{SCRATCH}*")):
        shutil.rmtree(leftover, ignore_errors=True)
    return put_back


@contextmanager
def scratch_beside(site: Path) -> Iterator[Path]:
    """Give an empty folder in `build/`, on the same disk as the site, and remove it at the end.

    Raises ExchangeError when `build/` cannot be written to.
    """
    try:
        scratch = _build(site) / f"{SCRATCH}{secrets.token_hex(4)}"
        scratch.mkdir()
    except OSError as error:
        raise ExchangeError(_unusable(error)) from error
    try:
        yield scratch
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def left_behind(finished: Path, site: Path) -> tuple[Problem, ...]:
    """Return a warning if a finished site lacks pages of the site so far: none is lost unnoticed."""
    gone = sorted({*_pages(site)} - {*_pages(finished)})
    named = ", ".join(gone[:_NAMED])
    return (messages.PAGES_GONE.at(Place(site.name), count=len(gone), pages=named),) if gone else ()


def _pages(site: Path) -> Iterator[str]:
    return (path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html"))


def refusal(site: Path) -> Problem | None:
    """Return why nothing may be put in this place, or None.

    Refused are a link, a file, and a folder with any file that `exchange` did not put there. Raises
    OSError for a folder that cannot be read.
    """
    place = Place(site.name)
    if site.is_symlink():
        return messages.SITE_IS_A_LINK.at(place, folder=site.name)
    if not site.exists():
        return None
    if not site.is_dir():
        return messages.SITE_IS_A_FILE.at(place, folder=site.name)
    known = _remembered(site)
    others = [name for name in _files(site) if name not in known]
    strangers = [name for name in others if name.rpartition("/")[2] not in LEFT_BY_FILE_MANAGERS]
    if not strangers:
        return None
    if not known:
        return messages.SITE_UNKNOWN.at(place, folder=site.name)
    return messages.SITE_HAS_OTHER_FILES.at(place, folder=site.name, count=len(strangers))


def exchange(finished: Path, site: Path, *, at_once: bool = True) -> None:
    """Put a finished site in the place of the old one, which is removed.

    `finished` is a folder in `scratch_beside(site)` and is gone afterwards. With `at_once` the two are
    exchanged in one step where the system can; otherwise the old one is moved away first, and after a
    kill between the two steps `recover` puts it back. Raises ExchangeError, with the old site in
    place, for whatever `refusal` names and when the system refuses; ValueError when nothing is finished.
    """
    try:
        new = _files(finished)
        if not new:
            raise ValueError("A finished site holds at least one file")
        _put_back(site)
        problem = refusal(site)
        if problem is not None:
            raise ExchangeError(problem)
        flush_folder(finished)
        _remember(site, {*new, *_remembered(site)})
        old = _swap(finished, site, at_once=at_once)
    except OSError as error:
        problem = messages.SITE_NOT_EXCHANGED.at(Place(site.name), folder=site.name, error=_name(error))
        raise ExchangeError(problem) from error
    with suppress(OSError):  # The new site stands; what cannot be cleared up now is at the next build.
        flush_entries(site.parent)
        _remember(site, set(new))
        _discard(old, site)


def _swap(finished: Path, site: Path, *, at_once: bool) -> Path:
    """Return where the old site is now; no folder is there when none stood before."""
    if not site.exists():
        finished.rename(site)
        return finished
    if at_once and trade_places(finished, site):
        return finished
    previous = _previous(site)
    site.rename(previous)
    try:
        finished.rename(site)
    except BaseException:
        previous.rename(site)
        raise
    return previous


def _put_back(site: Path) -> bool:
    """Return whether the old site stood aside and is back; one that was already replaced is removed."""
    previous = _previous(site)
    if not previous.is_dir():
        return False
    if os.path.lexists(site):
        _discard(previous, site)
        return False
    previous.rename(site)
    flush_entries(site.parent)
    return True


def _discard(folder: Path, site: Path) -> None:
    """Remove a folder that may be missing; from its first moment no name leads to half of it."""
    if folder.is_dir():
        doomed = _build(site) / f"{SCRATCH}{secrets.token_hex(4)}"
        folder.rename(doomed)
        shutil.rmtree(doomed, ignore_errors=True)


def _files(folder: Path) -> list[str]:
    """Return the names of all that is not a plain folder, relative and with `/`, in order."""
    found: list[str] = []
    for place, folders, files in os.walk(folder, onerror=_raise):
        links = [name for name in folders if Path(place, name).is_symlink()]
        found.extend(Path(place, name).relative_to(folder).as_posix() for name in (*files, *links))
    return sorted(found)


def _raise(error: OSError) -> None:
    raise error


def _remembered(site: Path) -> frozenset[str]:
    """Return the names of the files that `exchange` put in the site; none when the note is unreadable."""
    try:
        note = json.loads(_note(site).read_bytes())
    except (OSError, ValueError):
        return frozenset()
    names = note.get("files") if isinstance(note, dict) else None
    return frozenset(filter(_is_text, names)) if isinstance(names, list) else frozenset()


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _remember(site: Path, names: set[str]) -> None:
    note = json.dumps({"files": sorted(names)}, indent=0)
    _build(site)
    write_whole(_note(site), note.encode(), replacing=True)


def _build(site: Path) -> Path:
    """Return the folder `build/` beside the site, which exists afterwards."""
    build = site.parent / "build"
    build.mkdir(exist_ok=True)
    return build


def _note(site: Path) -> Path:
    return site.parent / "build" / f"{site.name}.json"


def _previous(site: Path) -> Path:
    return site.parent / "build" / f"{site.name}.previous"


def _unusable(error: OSError) -> Problem:
    return messages.BUILD_FOLDER_UNUSABLE.at(Place("build"), error=_name(error))


def _name(error: OSError) -> str:
    return errno.errorcode.get(error.errno or 0, "unknown")


def _lock(descriptor: int) -> None:
    """Take the lock on an open file, or raise ExchangeError."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise ExchangeError(messages.ANOTHER_BUILD.at(Place("build"))) from error
    except OSError as error:
        raise ExchangeError(_unusable(error)) from error
