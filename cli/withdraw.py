"""`pages withdraw`: takes a record, or a part of one, off the site."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from cli.asking import confirmed
from cli.keeping import renew_lock, standing
from cli.options import day_option, project_option, record_key
from cli.telling import FINE, WRONG, say, tell
from editions.published import read
from problems import Place, Problem, errors
from records.loading import load
from redaction import withdrawing
from redaction.harvesting import harvest
from redaction.scanning import scanner_for
from redaction.signing import secrets_beside


@click.command(
    short_help="Take a record, or a part of one, down at once.",
    epilog="""\b
Examples:
  pages withdraw meetings/2026-03-12-executive/neglect --now
  pages withdraw groups/forum --note 'The group ended.'
""",
)
@click.argument("record", metavar="RECORD[/PART]")
@project_option
@day_option
@click.option("--note", help="What the public reads about it. Without it, only that it was withdrawn.")
@click.option("--now", is_flag=True, help="Do not ask.")
@click.option("--no-trace", is_flag=True, help="Leave no page, address, title or data behind.")
def withdraw(record: str, project: Path, day: date, note: str | None, now: bool, no_trace: bool) -> None:
    """Take RECORD down, or one PART of it, whatever state the private records are in.

    It works on what is published alone, so one person can do it at once. Run `pages build` and deploy
    afterwards; then clear the caches of the host and of search engines.
    """
    kind, rest = record_key(record)
    record_id, _, part = rest.partition("/")
    published = read(project)
    takedown = withdrawing.prepare(
        published, kind, record_id, part or None, day=day, note=note, no_trace=no_trace
    )
    problems = [*takedown.problems, *_about_note(project, note)]
    tell(problems)
    if errors(problems):
        sys.exit(WRONG)
    if not now and not confirmed(f"Take {record} down?", "--now"):
        say("Nothing was changed.")
        sys.exit(WRONG)
    before = standing(project, published)
    written = withdrawing.carry_out(project, takedown, no_trace=no_trace)
    _renew_list(project, before, f"{kind}/{record_id}" if no_trace and not part else None)
    say(f"{record} is taken down: {len(written)} files or folders of published/ changed.")
    for name in takedown.mentioned_in:
        say(f"It is mentioned in {name}; look whether that must change too.")
    say("Now run `pages build` and deploy the site.")
    sys.exit(FINE)


def _renew_list(project: Path, before: frozenset[str], record: str | None) -> None:
    """Take off the list of published addresses what was taken down; nothing that is wrong there stops it."""
    gone = before - standing(project, read(project))
    renew_lock(project, gone if record is None else {*gone, record})


def _about_note(project: Path, note: str | None) -> tuple[Problem, ...]:
    """Return a problem for each secret in the note, which would stop the build and so the takedown."""
    if note is None:
        return ()
    return secrets_beside(scanner_for(harvest(load(project))), (note,), Place("--note"))
