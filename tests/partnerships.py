"""The partnership that the tests use: a small one of their own, copied so that each test may change it."""

from __future__ import annotations

import re
import shutil
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from cli.keeping import renew_lock
from editions.published import read
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.signing import Request, prepare, store

SOURCE = Path(__file__).parent / "partnership"

RECORDS = sum(1 for _ in (SOURCE / "data").rglob("*.yml"))
"""How many records it has."""

_SECRET = re.compile(r"secret(?!ar|-in-)", re.IGNORECASE)
"""Every word that must not be published begins like this; `secretary` and codes of
messages do not count."""


def secrets_in(text: str) -> list[str]:
    """Return the beginnings of words of the fixture that must not be published."""
    return _SECRET.findall(text)


DAY = date(2026, 6, 1)


def copy_to(folder: Path) -> Path:
    """Copy the partnership into a folder and return it."""
    shutil.copytree(SOURCE, folder, dirs_exist_ok=True)
    return folder


Files = dict[str, bytes]
"""What stands in a folder, by name: made once in each process, and written wherever a test needs it."""


def files_of(folder: Path) -> Files:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def write_files(files: Files, folder: Path) -> Path:
    """Write files into a folder and return it."""
    for name in sorted({name.rpartition("/")[0] for name in files}):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def sign_off(project: Path, *keys: tuple[str, str], note: str = "Signed off.") -> None:
    """Sign records off, all of them by default; a problem fails the test."""
    records = load(project)
    scanner = scanner_for(harvest(records))
    for kind, record_id in keys or tuple(records.loaded):
        request = Request(kind, record_id, "Business manager", DAY, checked_by="Chair", note=note)
        prepared = prepare(records, read(project), scanner, request)
        assert prepared.edition is not None, [str(problem) for problem in prepared.problems]
        store(project, prepared)
    renew_lock(project)


def signed_copy_to(folder: Path) -> Path:
    """Copy the partnership into a folder, everything signed off as by `sign_off`, and return it."""
    return write_files(_signed(), folder)


@cache
def _signed() -> Files:
    with TemporaryDirectory() as folder:
        project = copy_to(Path(folder))
        sign_off(project)
        return files_of(project)
