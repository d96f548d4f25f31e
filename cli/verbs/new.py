"""`pages new`: a commented, valid starting file."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from cli import new_messages as messages
from cli.options import Day, KindName, new_project_option, today
from cli.starting_site import site_files
from cli.telling import FINE, WRONG, tell
from cli.writing import write_file
from cli.yearly import about_year, write_yearly
from problems import Place, Problem, errors
from records.checks.matters_arising import as_item, open_actions
from records.fields import ID
from records.kinds import KINDS
from records.loading import FOLDER, load
from records.references import NAMED_BY_OWNERS
from records.starting import (
    financial_year,
    gaps_of,
    id_from,
    kinds_of,
    public_id,
    starting_text,
    state_on,
)
from records.validating import validate
from records.yaml_files.files import read_file
from records.yaml_files.nodes import Text, plain
from records.yaml_files.reading import read

LONGEST_ID = 80
DATED = frozenset({"date", "year", "next_year", "years"})
"""The gaps of a starting file that are filled from the day."""

HELP = f"""\
Write a starting file of a KIND of record.

Its comments explain each key. A file that exists is never touched. Without a terminal nothing is asked.

The kinds are: {", ".join(KINDS)}.
"""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was said on the command line, or asked for on a terminal."""

    kind: str
    id: str | None
    title: str | None
    group: str | None
    day: date | None
    sort: str | None
    area: str | None
    partners: tuple[str, ...]


@click.command(
    help=HELP,
    short_help="Write a starting file for a record.",
    epilog="""\b
Examples:
  pages new people okafor --title 'Grace Okafor'
  pages new meetings --group executive --date 2026-03-12
  pages new report --year 2025-26
""",
)
@click.argument("kind", type=KindName(tuple(KINDS)), metavar="KIND")
@click.argument("record_id", metavar="[ID]", required=False)
@new_project_option
@click.option("--title", help="Its title, or the name of the person or body.")
@click.option("--group", help="meetings: the id of the group; groups: of the group it reports to.")
@click.option("--date", "day", type=Day(), metavar="DAY", help="meetings: the day. [default: today]")
@click.option("--sort", help="organizations, groups: what sort, such as police or sub-group.")
@click.option("--area", help="partnership: the area it serves.")
@click.option("--partner", "partners", multiple=True, help="partnership: id of a partner. May be repeated.")
@click.option(
    "--year", metavar="YEAR", help="reports: write the yearly report of this year, such as 2025-26."
)
@click.option("--refresh", is_flag=True, help="With --year: count again, and write it beside the report.")
def new(
    kind: str, record_id: str | None, project: Path, year: str | None, refresh: bool, **said: Any
) -> None:
    """Write the file."""
    answers = Answers(kind, record_id, **said)
    problems = (
        _misplaced(answers)
        or about_year(kind, answers.sort, year, refresh=refresh)
        or _unknown(project, answers)
    )
    if year and not problems:
        problems = _write_yearly(project, answers, year, refresh=refresh)
    elif not problems:
        answers = _completed(project, answers)
        listed, problems = _open_actions(project, answers)
        problems += _write(project, answers, listed)
    tell(problems)
    sys.exit(WRONG if errors(problems) else FINE)


def _misplaced(answers: Answers) -> list[Problem]:
    """Return a problem for each answer that has no meaning for the kind."""
    uses = {
        "--group": (answers.group, {"group", "parent"}),
        "--date": (answers.day, DATED),
        "--sort": (answers.sort, {"kind"}),
        "--area": (answers.area, {"area"}),
        "--partner": (answers.partners, {"partners"}),
        "--title": (answers.title, {"title"}),
    }
    gaps = gaps_of(answers.kind)
    problems = [
        messages.NOT_OF_THIS_KIND.at(Place(option), option=option, kind=answers.kind)
        for option, (value, of) in uses.items()
        if value and not of & gaps
    ]
    if KINDS[answers.kind].single and answers.id not in {None, answers.kind}:
        problems.append(messages.ID_NOT_WANTED.at(Place("ID"), kind=answers.kind))
    return problems


def _write_yearly(project: Path, answers: Answers, year: str, *, refresh: bool) -> list[Problem]:
    """Write the yearly report of a year, and return what went wrong."""
    if answers.id is not None and not _is_id(answers.id):
        return [messages.ID_WRONG.at(Place("ID"))]
    return write_yearly(project, year, today(), record_id=answers.id, title=answers.title, refresh=refresh)


def _is_id(record_id: str) -> bool:
    return re.fullmatch(ID, record_id) is not None and len(record_id) <= LONGEST_ID


def _unknown(project: Path, answers: Answers) -> list[Problem]:
    """Return a problem for each answer that names nothing."""
    problems: list[Problem] = []
    named = [("--partner", "organizations", partner) for partner in answers.partners]
    if answers.group:
        named.append(("--group", "groups", answers.group))
    for option, kind, named_id in named:
        ids = _ids(project, kind)
        if named_id not in ids:
            listed = ", ".join(ids) or "none yet"
            problems.append(messages.NO_SUCH.at(Place(option), kind=kind, option=option, ids=listed))
    if answers.kind == "meetings" and not answers.group and not _ids(project, "groups"):
        problems.append(messages.NO_GROUP.at(Place("--group")))
    words = kinds_of(answers.kind)
    if answers.sort and answers.sort not in words:
        problems.append(messages.NOT_ONE_OF.at(Place("--sort"), kind=answers.kind, words=", ".join(words)))
    return problems


def _completed(project: Path, answers: Answers) -> Answers:
    """Return the answers with those that were missing: asked for on a terminal, else proposed."""
    kind = answers.kind
    group = answers.group or (_first_group(project) if gaps_of(kind) & {"group", "parent"} else None)
    day = answers.day or today()
    title = answers.title or _asked("Title or name", _proposed_title(project, answers, group), kind)
    if KINDS[kind].single:
        record_id: str | None = kind
    else:
        record_id = answers.id or _asked(
            "Id, which never changes", _proposed_id(kind, title, group, day), kind
        )
    if kind == "groups":
        sort = answers.sort or ("sub-group" if group else "executive")
    else:
        sorts = kinds_of(kind)
        sort = answers.sort or ("other" if "other" in sorts or not sorts else sorts[0])
    return replace(answers, id=record_id, title=title, group=group, day=day, sort=sort)


def _first_group(project: Path) -> str | None:
    """Return the id of the first group that is an executive, else of the first group."""
    ids = _ids(project, "groups")
    executives = [each for each in ids if _value_of(project, each, "kind") == "executive"]
    return next(iter([*executives, *ids]), None)


def is_terminal() -> bool:
    """Return whether somebody can be asked."""
    return sys.stdin.isatty()


def _asked(question: str, proposal: str, kind: str) -> str:
    """Return the answer to a question; without a terminal, or where only one makes sense, the proposal."""
    if kind == "policy" or not is_terminal():
        return proposal
    return str(click.prompt(question, default=proposal, err=True))


def _proposed_title(project: Path, answers: Answers, group: str | None) -> str:
    if answers.kind == "meetings" and group:
        return _value_of(project, group, "name") or KINDS["meetings"].title
    if answers.id and not KINDS[answers.kind].single:
        return answers.id.replace("-", " ").title()
    return KINDS[answers.kind].title


def _proposed_id(kind: str, title: str, group: str | None, day: date) -> str:
    if kind == "meetings":
        return f"{day.isoformat()}-{group}"
    return id_from(title).rsplit("-", 1)[-1] if kind == "people" else id_from(title)


def _open_actions(project: Path, answers: Answers) -> tuple[str, list[Problem]]:
    """Return the open actions of the group of a meeting, as lines to be filled in, and what went wrong."""
    if answers.kind != "meetings" or not answers.group:
        return "", []
    records = load(project)
    valid = {key: each.record for key, each in records.loaded.items() if each.record is not None}
    day = (answers.day or today()).isoformat()
    count = len(_ids(project, "meetings")) - sum(key[0] == "meetings" for key in valid)
    problems = [messages.MEETINGS_WITH_MISTAKES.at(Place("data/meetings"), count=count)] if count else []
    return as_item(open_actions(valid, answers.group, before=day)), problems


def _write(project: Path, answers: Answers, listed: str) -> list[Problem]:
    """Write the file, and for a partnership what it needs beside its records; return what went wrong."""
    kind, record_id = answers.kind, answers.id or ""
    if not _is_id(record_id):
        return [messages.ID_WRONG.at(Place("ID"))]
    path = project / FOLDER / KINDS[kind].path_of(record_id)
    file = f"{FOLDER}/{KINDS[kind].path_of(record_id)}"
    sharing = NAMED_BY_OWNERS if kind in NAMED_BY_OWNERS else ()
    taken = [other for other in sharing if record_id in _ids(project, other)]
    if path.exists() or path.is_symlink():
        return [messages.EXISTS.at(Place(file))]
    if taken or (sharing and record_id == "all"):
        return [messages.ID_TAKEN.at(Place("ID"), id=record_id, kind=", ".join(taken) or "all partners")]
    content = starting_text(kind, _gaps(answers) | {"open_actions": listed}).encode()
    reading = read(content, file)
    problems = list(errors(reading.problems))
    if reading.node is not None and not problems:
        values = plain(reading.node)
        written = {**values, "id": record_id} if isinstance(values, dict) else {}
        problems += validate(KINDS[kind], written, reading.node, file)[1]
    if problems:
        return [messages.UNWRITABLE.at(Place("--title"))]
    wanted = {path: content}
    if kind == "partnership":
        wanted |= site_files(project, answers.title or "")
    return [problem for each in wanted.items() for problem in write_file(project, *each)]


def _gaps(answers: Answers) -> dict[str, str]:
    """Return what stands in the gaps of the starting file."""
    day = answers.day or today()
    return {
        "title": answers.title or "",
        "area": answers.area or "Name of the area",
        "office": f"{answers.title} office",
        "partners": ", ".join(answers.partners),
        "kind": answers.sort or "",
        "parent": answers.group or "",
        "group": answers.group or "",
        "public_id": public_id(),
        "date": day.isoformat(),
        "year": str(day.year),
        "next_year": str(day.year + 1),
        "years": financial_year(day),
        **state_on(day, today()),
    }


def _ids(project: Path, kind: str) -> list[str]:
    """Return the ids of the records of a kind, by the names of their files."""
    return sorted(path.stem for path in (project / FOLDER / kind).glob("*.yml"))


def _value_of(project: Path, group: str, key: str) -> str | None:
    """Return the text of a key of a group, if its record can be read."""
    node = read_file(project / FOLDER / "groups" / f"{group}.yml", project / FOLDER).node
    entry = node.entry(key) if node is not None else None
    return entry.value.value if entry is not None and isinstance(entry.value, Text) else None
