"""Former addresses of PDFs: redirects to their new pages, and what only a web server can send on."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from editions.storing import write_whole
from macros.project_files.redirects import FILE, read_redirects
from problems import Place, Problem, errors
from redaction.archiving import archive_messages as messages

FOR_THE_SERVER = Path("build", "archive", "for-the-web-server.csv")
_PAGE = re.compile(r"/(?:[A-Za-z0-9._-]+/)*")
MOST_BYTES = 5_000_000


def add_redirects(
    project: Path, table: Path, ids: Mapping[str, str], published: Collection[str]
) -> tuple[int, list[Problem]]:
    """Add a redirect for each former address in a table; return how many, and what could not be done.

    `ids` are the records by the names of their PDFs. A redirect that stands there already is not added again.
    """
    rows = _rows(table)
    known, problems = read_redirects(project)
    if rows is None:
        return 0, [messages.ADDRESSES_UNREADABLE.at(Place(table.name))]
    if errors(problems):
        return 0, [messages.REDIRECTS_DAMAGED.at(Place(FILE))]
    told: list[Problem] = []
    pages: dict[str, str] = {}
    files: dict[str, str] = {}
    there = {each.old for each in known}
    for number, (old, name) in rows:
        record_id = ids.get(name) or ids.get(name.rpartition("/")[2])
        path = urlsplit(old).path
        if record_id is None or not path.startswith("/"):
            told.append(messages.ADDRESS_UNKNOWN.at(Place(table.name, number), row=number))
        elif record_id not in published:
            told.append(messages.ADDRESS_LATER.at(Place(table.name, number), row=number, id=record_id))
        elif _PAGE.fullmatch(path):
            pages[path] = f"/documents/{record_id}/"
        else:
            files[path] = f"/documents/{record_id}/"
    added = {old: new for old, new in pages.items() if old not in there}
    if added:
        _append(project / FILE, added)
    if files:
        _for_the_server(project / FOR_THE_SERVER, files)
        where = FOR_THE_SERVER.as_posix()
        told.append(messages.ADDRESS_OF_FILE.at(Place(table.name), count=len(files), file=where))
    return len(added), told


def _rows(table: Path) -> list[tuple[int, tuple[str, str]]] | None:
    """Return the rows of a table with their numbers; None if it is none. A row of names is passed over."""
    try:
        with table.open("rb") as stream:
            text = stream.read(MOST_BYTES).decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error):
        return None
    found = []
    for number, row in enumerate(rows, 1):
        cells = [cell.strip() for cell in row if cell.strip()]
        if len(cells) > 1 and (number > 1 or cells[0].startswith(("/", "http"))):
            found.append((number, (cells[0], cells[1])))
    return found or None


def _append(path: Path, added: Mapping[str, str]) -> None:
    before = path.read_text("utf-8") if path.exists() else ""
    end = "" if not before or before.endswith("\n") else "\n"
    lines = "".join(f"{old}: {new}\n" for old, new in sorted(added.items()))
    heading = "# Where PDFs of the site before this one stand now.\n"
    shown = "" if heading in before else heading
    write_whole(path, f"{before}{end}{shown}{lines}".encode(), replacing=True)


def _for_the_server(path: Path, files: Mapping[str, str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(("former address", "new address"))
    writer.writerows(sorted(files.items()))
    write_whole(path, stream.getvalue().encode(), replacing=True)
