"""The holding page in the place of the whole site: putting it there, keeping it there, ending it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cli.asking import confirmed
from cli.certifying import remove_certificate
from cli.said_beside import about_words
from cli.telling import FINE, WRONG, say, tell
from editions.holding import Hold, read_hold, remove_hold, write_hold
from editions.marks import is_public
from editions.published import FOLDER, read
from macros.making import exchanging
from macros.making.holding import holding_files, put_in_place
from problems import Place, Problem
from redaction import takedown_messages as messages

SITE = "site"
BUILD = "build"
HELD = (
    "site/ holds the holding page now; deploy it at once. `pages build` keeps it there until "
    "`pages withdraw --everything --end`."
)


def hold_site(project: Path, day: date, note: str | None, *, now: bool) -> int:
    """Take the whole site down, and return the exit code.

    Only `published/` and `site/` are looked at, and `data/` where there is a note, which becomes public.
    """
    wrong = about_words(project, read(project), day, {"--note": note})
    if not is_public(note or ""):
        wrong = (messages.TAKEDOWN_NOTE_WITH_MARK.at(Place("--note")), *wrong)
    if wrong:
        tell(wrong)
        return WRONG
    if not now and not confirmed("Take the whole site down?", "--now"):
        say("Nothing was changed.")
        return WRONG
    hold = Hold(day.isoformat(), note or "")
    write_hold(project, hold)
    problems = put_holding_page(project, hold)
    tell(problems)
    if problems:
        return WRONG
    say(HELD)
    return FINE


def end_hold(project: Path) -> int:
    """Let the next build make the site again, and return the exit code."""
    if read_hold(project) is None:
        tell([messages.NOT_HELD.at(Place(FOLDER))])
        return WRONG
    remove_hold(project)
    say("Run `pages build` now: until it succeeds, the holding page stays.")
    return FINE


def put_holding_page(project: Path, hold: Hold) -> tuple[Problem, ...]:
    """Put the holding page in the place of the site, and return what stopped that."""
    try:
        aside = put_in_place(project / SITE, holding_files(read(project), hold))
    except exchanging.ExchangeError as stopped:
        return (stopped.problem,)
    remove_certificate(project / BUILD)
    if aside is not None:
        say(
            f"What stood in site/ was not made by a build; it is now {aside.relative_to(project).as_posix()}."
        )
    return ()


def held(hold: Hold) -> Problem:
    """Return the reminder that the whole site is taken down."""
    return messages.HELD.at(Place("published"), day=hold.day or "an unknown day")


def is_held(project: Path, site: Path, hold: Hold) -> bool:
    """Return whether a site is the holding page, and nothing else."""
    files = holding_files(read(project), hold)
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if not path.is_dir()}
    return found == set(files) and all((site / name).read_bytes() == each for name, each in files.items())
