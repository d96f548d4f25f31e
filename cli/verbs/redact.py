"""`pages redact`: every projection, written where it can be looked at."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from cli.options import private_project_option, show_text_option
from cli.reading import read_project
from cli.telling import FINE, WRONG, counted, plural, progress, say, tell
from editions.canonical import to_bytes, to_plain
from editions.storing import write_whole
from problems import errors
from redaction.attachments.attaching import attach_all
from redaction.projecting.projection import project_all

FOLDER = Path("build", "redacted")


@click.command(
    short_help="Write what the public would see to build/redacted/.",
    epilog="Example: pages redact && less build/redacted/meetings/2026-03-12-executive.json",
)
@private_project_option
@show_text_option
def redact(project: Path, show_text: bool) -> None:
    """Write the public values and the files of every record to build/redacted/, to be looked at.

    Nothing is published by this. Exits with 1 if any record has none because something is wrong with it.
    """
    records, published = read_project(project)
    with progress("Looking at papers") as show:
        found = attach_all(project_all(records), records, published, progress=show)
    folder = project / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    written = 0
    for (kind, _), attached in found.items():
        projection = attached.projection
        if projection.record is None:
            continue
        path = folder / kind / f"{projection.record.id}.json"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, to_bytes(to_plain(projection.record)), replacing=True)
        for file in attached.files:
            path = folder / file.download.path
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, file.content, replacing=True)
        written += 1
    problems = [
        *records.problems,
        *(problem for each in found.values() for problem in each.projection.problems),
    ]
    tell(problems, show_text=show_text)
    say(f"{plural(written, 'record')} written to {FOLDER.as_posix()}/, {counted(problems)}.")
    sys.exit(WRONG if errors(problems) else FINE)
