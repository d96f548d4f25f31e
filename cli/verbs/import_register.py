"""`pages import-register`: action logs, risk registers, attendance lists and budgets out of spreadsheets."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from cli.options import Day, private_project_option, show_text_option, today
from cli.telling import FINE, WRONG, plural, progress, say, tell
from editions.storing import write_whole
from problems import Place, Problem, errors
from records import register_messages as messages
from records.kinds import KINDS
from records.loading import FOLDER, Records, load
from records.registers.columns import SORTS, Sort
from records.registers.drafting import Draft
from records.registers.known import known_names
from records.registers.reading import KIND_OF, Wish, draft
from records.registers.sheets import LARGEST
from records.starting import financial_year, id_from
from records.yaml_files.nodes import Mapping
from records.yaml_files.writing import node_of, written

BESIDE = Path("build", "imported")
TITLES: dict[Sort, str] = {
    "actions": "Action log",
    "risks": "Risk register",
    "attendance": "Attendance",
    "budget": "Budget",
}


@dataclass(frozen=True, slots=True)
class Said:
    """What was said on the command line, completed."""

    sort: Sort
    id: str
    base: dict[str, Any]
    day: date


@click.command(
    "import-register",
    short_help="A spreadsheet as a draft record, with questions.",
    epilog="""\b
Examples:
  pages import-register risks.xlsx --as risks --date 2026-03-12
  pages import-register log.csv --as actions --group executive --date 2026-03-12
  pages import-register register.xlsx --as attendance --group executive --date 2026-03-12
  pages import-register budget.xlsx --as budget --year 2025-26
""",
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@private_project_option
@click.option("--as", "sort", type=click.Choice(SORTS), required=True, help="What it is.")
@click.option("--id", "record_id", metavar="ID", help="Id of the record. [default: proposed]")
@click.option("--title", help="Its title. [default: proposed]")
@click.option("--group", help="Id of the group: whose meeting, register or budget it is.")
@click.option("--date", "day", type=Day(), default=today, metavar="DAY", help="The day. [default: today]")
@click.option("--year", metavar="YEAR", help="budget: the year, such as 2025-26. [default: that of the day]")
@show_text_option
def import_register(
    file: Path, project: Path, sort: Sort, day: date, show_text: bool, **said: str | None
) -> None:
    """Write the register in FILE (.xlsx or .csv) as a draft record, and ask about whatever is not certain.

    Action logs and attendance lists become a draft of the meeting of --group on --date. Every cell is kept:
    what has no key of its own, and what is hidden in the spreadsheet, stands in the office note of the
    record, which is never published. Formulas are not worked out, and nothing is executed. A record that
    exists is never touched: the draft is then written to build/imported/, to take from it what you need.
    """
    with progress("Reading records") as show:
        records = load(project, progress=show)
    wanted = _completed(records, sort, day, said)
    if isinstance(wanted, Problem):
        tell([wanted])
        sys.exit(WRONG)
    with file.open("rb") as stream:
        raw = stream.read(LARGEST + 1)
    wish = Wish(sort, wanted.base, wanted.day.isoformat())
    found = draft(raw, file.name, wish, known_names(records))
    if not isinstance(found, Draft):
        tell(found, show_text=show_text)
        sys.exit(WRONG)
    problems = [*found.questions, *_write(project, wanted, found)]
    tell(problems, show_text=show_text)
    asked = plural(len(found.questions), "question")
    others = ", the others in the office note" if found.placed < found.cells else ""
    say(f"{found.placed} of {plural(found.cells, 'cell')} placed{others}; {asked}.")
    sys.exit(WRONG if errors(problems) else FINE)


def _completed(records: Records, sort: Sort, day: date, said: dict[str, str | None]) -> Said | Problem:
    """Return what was said with proposals for what was not, or why that cannot be."""
    groups = {
        record_id: each.record for (kind, record_id), each in records.loaded.items() if kind == "groups"
    }
    group = said["group"]
    kind = KIND_OF[sort]
    if (group is not None and group not in groups) or (kind == "meetings" and not groups):
        return messages.NO_GROUP.at(Place("--group"), ids=", ".join(groups) or "none yet")
    if kind == "meetings" and group is None:
        group = next(iter(_executives_first(groups)))
    title = said["title"] or TITLES[sort]
    year = said["year"] or financial_year(day)
    base: dict[str, Any] = {"title": title}
    if kind == "meetings":
        base |= {"group": group, "date": day.isoformat(), "status": "draft"}
        proposed = f"{day.isoformat()}-{group}"
    elif kind == "risks":
        base |= {"status": "draft", "as_of": day.isoformat()} | ({"group": group} if group else {})
        proposed = f"register-{day.isoformat()}"
    else:
        base |= {"status": "draft", "year": year} | ({"group": group} if group else {})
        proposed = year
    return Said(sort, id_from(said["record_id"] or proposed), base, day)


def _executives_first(groups: dict[str, Any]) -> list[str]:
    return sorted(groups, key=lambda each: getattr(groups[each], "kind", "") != "executive")


def _write(project: Path, wanted: Said, found: Draft) -> list[Problem]:
    """Write the draft where nothing stands yet; return what went wrong."""
    kind = KINDS[KIND_OF[wanted.sort]]
    node = node_of(found.plain)
    assert isinstance(node, Mapping)  # noqa: S101  # says what holds: a record is a mapping
    content = (_head(found.questions) + written(node)).encode()
    path = project / FOLDER / kind.path_of(wanted.id)
    is_beside = path.exists() or path.is_symlink()
    if is_beside:
        path = _free(project / BESIDE / kind.path_of(wanted.id))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content)
    except OSError:
        return [messages.CANNOT_WRITE.at(Place(path.relative_to(project).as_posix()))]
    say(path.relative_to(project).as_posix())
    if is_beside:
        say(f"There is a record {kind.name}/{wanted.id} already. It was not touched.")
    return []


def _head(questions: Sequence[Problem]) -> str:
    """Return the first comments of a draft: a sign-off waits until each question is settled and removed."""
    lines = ["A draft from a spreadsheet. Look at the office note before you sign it off."]
    if questions:
        lines.append("Settle each question, and remove its line; until then the record cannot be signed off.")
    for number, each in enumerate(questions, 1):
        said = f"QUESTION {number} ({'.'.join(each.place.field)}): {each.message} {each.remedy}"
        lines.append(" ".join(said.split()))
    return "".join(f"# {line}\n" for line in lines)


def _free(path: Path) -> Path:
    """Return a path at which nothing stands: the same, or with a number."""
    count = 1
    found = path
    while found.exists() or found.is_symlink():
        count += 1
        found = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return found
