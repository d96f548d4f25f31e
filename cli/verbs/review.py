"""`pages review`: the private view of what the public will and will not see."""

from __future__ import annotations

import sys
import threading
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import click

from cli.finding_records import keys_of, no_such_record
from cli.loopback import Server
from cli.options import day_option, private_project_option, record_key
from cli.reading import scanner_of
from cli.reading_as_public import reader
from cli.telling import FINE, WRONG, note, plural, progress, say, tell
from editions.published import FOLDER as PUBLISHED
from editions.published import Published, read
from problems import Place
from records.kind import Key
from records.loading import FOLDER, Progress, Records, load
from redaction import review_messages as messages
from redaction.projecting.projection import project as project_one
from redaction.recalling import recall
from redaction.review.review_pages import AsRead, index_page, review_page, several_page
from redaction.review.reviewing import Review, glance
from redaction.review.reviewing import review as review_one
from redaction.searching.names import Familiar, familiar_names
from redaction.searching.scanning import Scanner
from redaction.takedown_lists import objections
from redaction.verifying.twins import disagreements, drafts_among
from redaction.watermarks import refusal, write_private

NOBODY_HERE = (
    "Nobody is here to read it. Write a file with --file PATH, or give a --port to show it all the same."
)
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Office:
    """What a review is made from."""

    records: Records
    published: Published
    scanner: Scanner
    familiar: Familiar


@click.command(
    short_help="The private view of what the public will and will not see.",
    epilog="""\b
Examples:
  pages review meetings/2026-03-12-executive
  pages review meetings/2026-03-12-executive --file ../for-the-chair.html
  pages review --changed
""",
)
@click.argument("name", required=False, metavar="[RECORD]")
@private_project_option
@click.option("--all", "every", is_flag=True, help="A list of every record, with links.")
@click.option("--changed", is_flag=True, help="Only what is new, changed since its edition, or has problems.")
@click.option(
    "--file",
    "target",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Write one watermarked file for the second person, and show nothing. It is confidential. With "
    "--changed or --all it holds each of these records.",
)
@click.option("--port", type=click.IntRange(0, 65535), help="Show it at this port. [default: any free one]")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@day_option
def review(
    name: str | None, project: Path, target: Path | None, port: int | None, day: date, **flags: bool
) -> None:
    """Show beside each other what RECORD says, what the public will see of it, and why.

    It is shown on this machine only, at 127.0.0.1, and made anew when the page is loaded again. Stop it with
    Ctrl+C. Without a terminal it is shown only if a port is given. With --file, the exit code is 1 if
    anything stops a sign-off; the file is written nevertheless, and says what.
    """
    if sum([name is not None, flags["every"], flags["changed"]]) != 1:
        raise click.UsageError("Name one record, or say --all, or --changed.")
    if target is not None and (port is not None or flags["opens"]):
        raise click.UsageError("--file shows nothing: leave out --port and --open.")
    if target is None and port is None and not sys.stdin.isatty():
        raise click.UsageError(NOBODY_HERE)
    refused = refusal(target, project) if target is not None else None
    if refused is not None:
        tell([refused])
        sys.exit(WRONG)
    key = record_key(name) if name is not None else None
    with progress("Reading records") as show:
        office = _read(project, day, show=show)
    if key is not None and key not in keys_of(office.records):
        tell([no_such_record(key, keys_of(office.records))])
        sys.exit(WRONG)
    if target is not None:
        keys = [key] if key is not None else _listed(office, day, changed=flags["changed"])
        found = [_review(project, office, each, day) for each in keys]
        sys.exit(_write(target, found, day, _as_read(office)))
    sys.exit(_serve(project, day, key, port or 0, changed=flags["changed"], opens=flags["opens"]))


def _read(project: Path, day: date, show: Progress | None = None) -> Office:
    """Return the records, what is published of them, and the search for what must not be."""
    published = read(project)
    records = recall(load(project, progress=show), published)
    scanner = scanner_of(records, published, day)
    return Office(records, published, scanner, familiar_names(records, day, published.suppressed))


def _review(project: Path, office: Office, key: Key, day: date) -> Review:
    """Return the review of a record, with all that a sign-off would find besides."""
    records = office.records
    drafts = drafts_among(records, {*office.published.histories, key})
    more = list(disagreements(records, project_one, drafts, keys=[key]))
    public = project_one(records, *key).record
    if public is not None:
        more += objections(project, key[0], public, Place(records.loaded[key].file))
    return review_one(
        records, office.published, office.scanner, key, day, more=more, familiar=office.familiar
    )


def _write(target: Path, found: Sequence[Review], day: date, as_read: AsRead) -> int:
    """Write reviews as a file of its own, and return the exit code."""
    if not found:
        say("Nothing changed, so there is nothing to look at.")
        return FINE
    place = Place(str(target))
    one = found[0] if len(found) == 1 else None
    page = review_page(one, as_read=as_read) if one else several_page(found, day, as_read)
    try:
        write_private(target, page.encode())
    except FileExistsError:
        tell([messages.FILE_EXISTS.at(place)])
        return WRONG
    except OSError:
        tell([messages.FILE_NOT_WRITTEN.at(place)])
        return WRONG
    for each in found:
        say(f"{each.name} written to {target}, code {each.code or 'none'}. It is confidential.")
    wrong = sum(len(each.errors) for each in found)
    if wrong:
        note(f"{plural(wrong, 'problem')} would stop a sign-off; the file says which.")
    return WRONG if wrong else FINE


def _serve(project: Path, day: date, key: Key | None, port: int, *, changed: bool, opens: bool) -> int:
    """Show one record, or a list of them, until somebody stops it; return the exit code."""

    @lru_cache(maxsize=1)
    def office_at(_stamp: Stamp) -> Office:
        return _read(project, day)

    def page(path: str) -> str | None:
        office = office_at(_stamp(project))
        if not path and key is None:
            return _index(office, day, changed=changed)
        wanted = next((each for each in keys_of(office.records) if "/".join(each) == path), None)
        if wanted is None or (key is not None and wanted != key):
            return None
        found = _review(project, office, wanted, day)
        return review_page(found, index="" if key else "../", as_read=_as_read(office))

    try:
        server = Server(page, port)
    except OSError:
        tell([messages.PORT_TAKEN.at(Place("--port"), port=port)])
        return WRONG
    address = server.address("/".join(key) if key else "")
    note(f"Review at {address} (stop with Ctrl+C)")
    if opens:
        threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
    return FINE


def _as_read(office: Office) -> AsRead:
    policy = office.records.policy
    return reader({reason.id: reason.words for reason in policy.reasons} if policy else {})


def _listed(office: Office, day: date, *, changed: bool) -> list[Key]:
    """Return the records that a list shows: all, or those that somebody should look at."""
    keys = list(keys_of(office.records))
    if not changed:
        return keys
    glances = (glance(office.records, office.published, office.scanner, key, day) for key in keys)
    return [(each.kind, each.id) for each in glances if not each.is_settled]


def _index(office: Office, day: date, *, changed: bool) -> str:
    """Return the list of all records, or of those that somebody should look at."""
    glances = [
        glance(office.records, office.published, office.scanner, key, day) for key in keys_of(office.records)
    ]
    if changed:
        glances = [each for each in glances if not each.is_settled]
    return index_page(glances, day, "What changed" if changed else "All records")


def _stamp(project: Path) -> Stamp:
    """Return what tells that a file of the records or editions is not as it was."""
    found = []
    for folder in (project / FOLDER, project / PUBLISHED):
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            state = path.lstat()
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return tuple(found)
