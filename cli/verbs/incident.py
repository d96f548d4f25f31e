"""`pages incident`: where a leaked term stands or stood, and what to do about it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from cli.options import project_option
from cli.telling import FINE, WRONG, note, plural, say, tell
from problems import Place
from records.side_files.known_terms import KnownTerm, read_terms
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read
from redaction.takedown import incident_messages as messages
from redaction.takedown.histories import remotes
from redaction.takedown.incident_steps import steps
from redaction.takedown.incidents import PLACES, Incident, leaked, look

MOST = 200
"""How many versions of the history are listed."""


@click.command(
    short_help="Find where a leaked term stands or stood, and say what to do.",
    epilog="""\b
Examples:
  pages incident ../leaked.txt
  pages incident data/terms.yml
""",
)
@click.argument("terms", metavar="TERM-FILE", type=click.Path(dir_okay=False, path_type=Path))
@project_option
def incident(terms: Path, project: Path) -> None:
    """Look for the terms of TERM-FILE in all that is or was published, and print the steps to take, in order.

    TERM-FILE is a text file with one term on each line, or a file of known terms (.yml), which are looked for
    in all their forms. Keep it out of the repository. Looked through are site/, build/, every edition, docs/,
    and the git history of these. No term is printed: each is called by its line. Nothing is changed. Exits
    with 1 if anything is found, else 0.
    """
    known = tuple(_known(terms))
    leak = leaked(() if known else _terms(terms), known)  # Of a damaged file the names are taken as they are.
    if not (leak.lines or leak.unsure.asks):
        tell([messages.NO_TERMS.at(Place("TERM-FILE"))])
        sys.exit(WRONG)
    project = project.resolve()
    note("Looking through the site, the editions and the history …")
    seen = look(project, leak)
    _tell_where(seen)
    if not (seen.standing or seen.stood):
        say(f"None of it was found in {plural(seen.searched, 'file')} and versions of files.")
        say("Other spellings, pictures and copies elsewhere are not seen: look for these too.")
        sys.exit(WRONG if seen.may_be else FINE)
    for number, step in enumerate(steps(seen, address=_address(project), remotes=remotes(project)), 1):
        say(f"\n{number}. {step.title}")
        for line in step.lines:
            say(f"   {line}")
        for command in step.commands:
            say(f"       {command}")
    sys.exit(WRONG)


def _terms(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the terms of a file, each with its line; in a YAML file, with the number of the term."""
    try:
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return
    if path.suffix not in {".yml", ".yaml"}:
        yield from ((number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip())
        return
    node = read(raw, "TERM-FILE").node
    listed = plain(node) if node is not None else {}
    terms = listed.get("terms") if isinstance(listed, dict) else None
    for number, each in enumerate(terms if isinstance(terms, list) else (), 1):
        if isinstance(each, dict):
            aliases = each.get("aliases", ())
            names = [each.get("name"), *(aliases if isinstance(aliases, list) else [aliases])]
            yield from ((number, name) for name in names if isinstance(name, str))


def _known(path: Path) -> Iterator[tuple[int, KnownTerm]]:
    """Yield the known terms of a YAML file, each with its number; none of a file that is damaged."""
    if path.suffix in {".yml", ".yaml"}:
        yield from enumerate(read_terms(path, "TERM-FILE")[0].terms, 1)


def _tell_where(seen: Incident) -> None:
    for place, called in PLACES.items():
        here = [each for each in seen.standing if each.place == place]
        if here:
            say(f"In {called}:")
        for each in here:
            say(f"    {each.path} ({_lines(each.lines)})")
    if seen.stood:
        say("In the history:")
    for version in seen.stood[:MOST]:
        say(f"    {version.path}, {version.commit} of {version.day} ({_lines(version.lines)})")
    if len(seen.stood) > MOST:
        say(f"    and {len(seen.stood) - MOST} versions more")
    if seen.may_be:
        say("These files hold words that may mean a term, or something else. Look yourself:")
    for maybe in seen.may_be:
        say(f"    {maybe.path} ({_lines(maybe.lines)})")
    tell(messages.NOT_SEARCHED.at(Place(name)) for name in seen.unread)


def _lines(numbers: tuple[int, ...]) -> str:
    return f"{'term' if len(numbers) == 1 else 'terms'} {', '.join(map(str, numbers))}"


def _address(project: Path) -> str:
    """Return the address of the site, if the settings tell it; they may be broken."""
    try:
        text = (project / "mkdocs.yml").read_text("utf-8", "replace")
    except OSError:
        return "/"
    found = re.search(r"^site_url:\s*[\"']?(https?://[^\s\"']+)", text, re.MULTILINE)
    return found[1].rstrip("/") + "/" if found else "/"
