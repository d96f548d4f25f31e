"""`pages tidy`: records laid out in one way, without a word of them changed."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from cli.finding_records import no_such_record
from cli.options import private_project_option, record_key, show_text_option
from cli.telling import FINE, WRONG, counted, plural, progress, say, tell
from editions.published import Published
from editions.published import read as read_published
from editions.storing import write_whole
from problems import Place, Problem, errors
from problems.leavings import is_left_behind
from records import tidying_messages as messages
from records.kind import Key
from records.kinds import KINDS
from records.loading import FOLDER
from records.tidying import Tidied, tidy
from records.yaml_files import reading_messages
from records.yaml_files.files import name_for_messages, read_file


@click.command(
    "tidy",
    short_help="Lay records out neatly, without changing a word.",
    epilog="""\b
Examples:
  pages tidy                                         every record
  pages tidy meetings/2026-03-12-executive
  pages tidy --check                                 only say what would change
""",
)
@click.argument("names", nargs=-1, metavar="[RECORD]...")
@private_project_option
@click.option(
    "--check", "only_says", is_flag=True, help="Write nothing; exit with 1 if anything would change."
)
@click.option(
    "--wrap",
    is_flag=True,
    help="Break long lines under `|` in published records too, which then count as changed.",
)
@show_text_option
def tidy_records(names: tuple[str, ...], project: Path, only_says: bool, wrap: bool, show_text: bool) -> None:
    """Lay out each RECORD, or all, in one way: indents, quotation marks, long lines, empty lines.

    Special spaces become spaces, soft hyphens go, and parts without an id get one. No word, no mark and no
    comment changes. A record that cannot be read for certain is left as it is. Long lines under `|` are
    broken only in records that have no edition yet: elsewhere that would make a new edition necessary.
    """
    keys, problems = _keys(project, names)
    published = read_published(project)
    done: list[tuple[Path, bytes, Tidied]] = []
    with progress("Tidying") as show:
        for count, key in enumerate(keys, 1):
            raw, found = _tidied(project, key, wraps=wrap or _is_new(key, published))
            problems += found.problems
            if found.changes:
                done.append((_path(project, key), raw, found))
            show(count, len(keys))
    if not only_says:
        wrong = {each[0]: _written(project, *each) for each in done}
        problems += [problem for found in wrong.values() for problem in found]
        done = [each for each in done if not wrong[each[0]]]
    tell([*problems, *(change for *_, found in done for change in found.changes)], show_text=show_text)
    word = "would change" if only_says else "tidied"
    left = f", {counted(problems)}" if problems else ""
    same = len(keys) - len(done)
    say(f"{plural(len(done), 'record')} {word}, {same} as {'it was' if same == 1 else 'they were'}{left}.")
    sys.exit(WRONG if errors(problems) or (only_says and done) else FINE)


def _keys(project: Path, names: Iterable[str]) -> tuple[list[Key], list[Problem]]:
    """Return the records that are named, or every one, and a problem for each name that is none."""
    known = [
        (kind.name, kind.name if kind.single else path.name.removesuffix(".yml"))
        for kind in KINDS.values()
        for path in (
            [project / FOLDER / kind.path_of("")]
            if kind.single
            else sorted((project / FOLDER / kind.name).glob("*.yml"))
        )
        if path.is_file() and not is_left_behind(path.name)
    ]
    wanted = [record_key(name) for name in dict.fromkeys(names)]
    problems = [no_such_record(key, known) for key in wanted if key not in known]
    return [key for key in wanted if key in known] if wanted else known, problems


def _is_new(key: Key, published: Published) -> bool:
    return key not in published.histories


def _path(project: Path, key: Key) -> Path:
    return project / FOLDER / KINDS[key[0]].path_of(key[1])


def _tidied(project: Path, key: Key, *, wraps: bool) -> tuple[bytes, Tidied]:
    """Return the bytes of a record and the record tidied; one that cannot be read, with the reason."""
    path, folder = _path(project, key), project / FOLDER
    reading = read_file(path, folder)
    if reading.node is None or errors(reading.problems):
        name = name_for_messages(path, folder)
        return b"", Tidied(b"", problems=(*errors(reading.problems), messages.NOT_READ.at(Place(name))))
    try:
        raw = path.read_bytes()
    except OSError:
        name = name_for_messages(path, folder)
        return b"", Tidied(b"", problems=(reading_messages.FILE_UNREADABLE.at(Place(name)),))
    return raw, tidy(raw, name_for_messages(path, folder), KINDS[key[0]], wraps=wraps)


def _written(project: Path, path: Path, raw: bytes, found: Tidied) -> list[Problem]:
    """Write a tidied record, unless somebody has changed the file since it was read."""
    place = Place(name_for_messages(path, project / FOLDER))
    try:
        if path.read_bytes() != raw:
            return [messages.CHANGED_MEANWHILE.at(place)]
        write_whole(path.resolve(), found.content, replacing=True)
    except OSError:
        return [messages.CANNOT_WRITE.at(place)]
    return []
