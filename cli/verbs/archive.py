"""`pages archive`: PDFs of earlier years, looked at one by one and listed as documents."""

from __future__ import annotations

import csv
import os
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

import click

from cli.former_addresses import add_redirects
from cli.options import private_project_option, show_text_option, today
from cli.reading import scanner_of
from cli.telling import FINE, WRONG, plural, progress, say, tell
from editions.published import read as read_published
from editions.storing import write_whole
from problems import Place, Problem, errors
from records.kinds.documents import Document
from records.kinds.groups import Group
from records.loading import FILES, FOLDER, Records, load
from records.registers.sheets import cleaned
from records.yaml_files.nodes import Mapping
from records.yaml_files.writing import node_of, written
from redaction.archiving import archive_messages as messages
from redaction.archiving.describing import Described, word_for
from redaction.archiving.taking_in import checksum_of, take_in, with_file
from redaction.attachments import attachment_messages
from redaction.opening.opened import LARGEST

MOST = 2_000
LISTING = Path("build", "archive", "listing.csv")
INSIDE = "archive"
FEW = 20


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one PDF."""

    name: str
    record: str
    """The id of its record; empty where it has none."""
    about: Described | None
    publish: bool
    problems: tuple[Problem, ...]


@click.command(
    short_help="PDFs of earlier years, listed and looked at.",
    epilog="""\b
Examples:
  pages archive ~/old-minutes
  pages archive ~/old-minutes --addresses former-addresses.csv
""",
)
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@private_project_option
@click.option(
    "--addresses",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A CSV file with two columns, the former address and the name of the PDF. Once a PDF is published, "
    "its former address leads to its page.",
)
@show_text_option
def archive(folder: Path, project: Path, addresses: Path | None, show_text: bool) -> None:
    """Take in every PDF in FOLDER: a document in data/documents/ for each, with its day, group and title.

    Each is searched for words under black boxes, hidden text, comments and names that must not be public.
    What may not be published has no record, or one without its file. Nothing is published before you sign it
    off, which can be done for all at once. A PDF that was taken in before is passed over.
    """
    names = _pdfs(folder)
    if isinstance(names, Problem):
        tell([names])
        sys.exit(WRONG)
    with progress("Reading records") as show:
        records = load(project, progress=show)
    rows = _take_in(project, folder, names, records)
    problems = [problem for row in rows for problem in row.problems]
    if addresses is not None:
        ids = {form: row.record for row in rows if row.record for form in _forms(row.name)}
        published = {key[1] for key in read_published(project).histories if key[0] == "documents"}
        added, told = add_redirects(project, addresses, ids, published)
        problems += told
        say(f"{plural(added, 'redirect')} added.")
    tell(problems, show_text=show_text)
    _listing(project / LISTING, rows)
    _sum_up(rows)
    sys.exit(WRONG if errors(problems) else FINE)


def _pdfs(folder: Path) -> list[str] | Problem:
    """Return the names of the PDFs in a folder and those inside it, without following links."""
    found = []
    for here, _, files in os.walk(folder):
        found += [
            Path(here, name).relative_to(folder).as_posix() for name in files if name.lower().endswith(".pdf")
        ]
    if not found:
        return messages.NOTHING.at(Place(folder.name))
    if len(found) > MOST:
        return messages.TOO_MANY.at(Place(folder.name), most=MOST)
    return sorted(found)


def _take_in(project: Path, folder: Path, names: list[str], records: Records) -> list[Row]:
    """Take PDFs in one after the other, so that only one of them is ever in memory."""
    scanner = scanner_of(records, read_published(project), today())
    groups = {
        key[1]: tuple(name for name in (record.name, record.short_name) if name)
        for key, each in records.loaded.items()
        if isinstance(record := each.record, Group)
    }
    known = {
        each.record.source.checksum: key[1]
        for key, each in records.loaded.items()
        if isinstance(each.record, Document) and each.record.source and each.record.source.checksum
    }
    taken = {path.stem for path in (project / FOLDER / "documents").glob("*.yml")}
    rows = []
    with progress("Looking at PDFs") as show:
        for count, name in enumerate(names, 1):
            raw = _read(folder / name)
            place = Place(name)
            if isinstance(raw, Problem):
                rows.append(Row(name, "", None, publish=False, problems=(raw,)))
            elif (record_id := known.get(checksum_of(raw))) is not None:
                rows.append(
                    Row(
                        name,
                        record_id,
                        None,
                        publish=False,
                        problems=(messages.KNOWN.at(place, id=record_id),),
                    )
                )
            else:
                found = take_in(name, raw, scanner, groups)
                problems = found.problems
                record_id = ""
                if found.plain is not None and found.described is not None:
                    record_id = _new_id(found.described, taken)
                    known[checksum_of(raw)] = record_id
                    problems += tuple(_store(project, record_id, name, found.plain, raw))
                publish = found.plain is not None and found.plain["papers"][0]["publish"] == "yes"
                rows.append(Row(name, record_id, found.described, publish=publish, problems=problems))
            show(count, len(names))
    return rows


def _read(path: Path) -> bytes | Problem:
    """Return the bytes of a PDF, or why it is none."""
    place = Place(path.name)
    if path.is_symlink() or not path.is_file():
        return messages.NOT_A_PDF.at(place)
    try:
        with path.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError:
        return attachment_messages.FILE_IRREGULAR.at(place)
    if not 0 < len(raw) <= LARGEST:
        return attachment_messages.FILE_TOO_LARGE.at(place, most=LARGEST // 1_000_000)
    return raw if b"%PDF-" in raw[:1024] else messages.NOT_A_PDF.at(place)


def _new_id(about: Described, taken: set[str]) -> str:
    """Return an id that no document has. Of the title it has a word of a closed list at most."""
    parts = [part for part in (about.day, about.group, word_for(about.title)) if part]
    stem = "-".join(parts) if about.day or about.group else "archive"
    found, count = stem, 1
    while found in taken:
        count += 1
        found = f"{stem}-{count}"
    taken.add(found)
    return found


def _store(
    project: Path, record_id: str, name: str, plain: dict[str, object], raw: bytes
) -> Iterable[Problem]:
    """Write the PDF and its record; yield what went wrong."""
    # Not the id: the path is private, and its words would be looked for in public.
    file = f"{INSIDE}/{checksum_of(raw)[:16]}.pdf"
    path = project / FOLDER / FILES / file
    node = node_of(with_file(plain, file))
    assert isinstance(node, Mapping)  # noqa: S101  # says what holds
    record = project / FOLDER / "documents" / f"{record_id}.yml"
    shown = cleaned(name).replace("\n", " ")
    try:
        for each in (path, record):
            each.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, raw, replacing=True)
        write_whole(record, f"# From the PDF {shown}\n{written(node)}".encode())
    except OSError:
        yield messages.CANNOT_WRITE.at(Place(f"{FOLDER}/documents/{record_id}.yml"))


def _forms(name: str) -> tuple[str, str]:
    """Return a name with and without the folders before it."""
    return name, name.rpartition("/")[2]


def _listing(path: Path, rows: Iterable[Row]) -> None:
    """Write a table of what became of each PDF, to go through it in a spreadsheet."""
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(("file", "record", "day", "group", "title", "published", "questions"))
    for row in rows:
        about = row.about
        told = " ".join(problem.code for problem in row.problems)
        shown = (about.day, about.group, about.title) if about else ("", "", "")
        cells = (row.name, row.record, *shown, "yes" if row.publish else "no", told)
        writer.writerow([re.sub(r"^[=+@-]", r"'\g<0>", cell) for cell in cells])
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, stream.getvalue().encode(), replacing=True)


def _sum_up(rows: list[Row]) -> None:
    made = [row for row in rows if row.record and row.about is not None]
    ready = [row for row in made if row.publish]
    for row in made:
        say(f"{row.name}: documents/{row.record}{'' if row.publish else ', without its file'}")
    left = len(rows) - len(made)
    say(f"{plural(len(made), 'PDF')} taken in, {left} not. The list stands in {LISTING.as_posix()}.")
    if ready:
        names = " ".join(f"documents/{row.record}" for row in ready) if len(ready) <= FEW else "--changed"
        say(f"To publish them all at once, after you looked at them: pages sign-off {names}")
