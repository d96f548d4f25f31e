"""`pages import`: minutes from Word, PDF, Markdown, web pages or text, made into a draft and questions."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from cli.finding_records import meeting_named
from cli.new_messages import CANNOT_WRITE, EXISTS, NO_SUCH
from cli.options import Day, private_project_option, show_text_option
from cli.returned import read_back
from cli.telling import FINE, WRONG, note, plural, progress, tell
from cli.writing import write_file
from problems import Place, Problem
from records.importing import import_messages as messages
from records.importing.drafting.drafts import KIND, Draft, draft_of, open_questions, problems_in
from records.importing.drafting.meetings import Told
from records.importing.drafting.questions import Question
from records.importing.readers.opening import opened
from records.importing.recognising.known import Known, known_from
from records.loading import FOLDER, load
from redaction.detectors import detect

MOST_COPIES = 50
"""How many drafts of one meeting are written beside each other."""


@click.command(
    "import",
    short_help="Make a draft record from minutes in Word, PDF or text.",
    epilog="""\b
Examples:
  pages import minutes.docx
  pages import ~/Downloads/scan-of-minutes.pdf --group executive --date 2026-03-12
  pages import ~/Downloads/returned.docx --comments meetings/2026-03-12-executive
""",
)
@click.argument("file", type=click.Path(path_type=Path))
@private_project_option
@click.option("--group", help="The id of the group that met, where the file does not say it plainly.")
@click.option(
    "--date", "day", type=Day(), metavar="DAY", help="The day of the meeting, where it is not plain."
)
@click.option(
    "--comments",
    "commented",
    metavar="MEETING",
    help="Make no draft: read the comments and tracked changes of a Word file that `pages circulate` wrote.",
)
@show_text_option
def import_file(
    file: Path, project: Path, group: str | None, day: date | None, commented: str | None, show_text: bool
) -> None:
    """Make a draft of a meeting record from FILE: .docx, .pdf with text, .md, .html or .txt.

    Nothing of the file is lost and nothing is guessed in silence: a question stands in the draft wherever it
    could be read in two ways. A record that exists is never touched; a second draft is written beside it.
    Programs in the file are never run.

    With --comments, what readers wrote into circulated minutes is put into the record of MEETING as questions
    above the items that they are about.
    """
    if commented is not None:
        sys.exit(_read_back(file, project, commented, show_text=show_text))
    label = "".join(sign if sign.isprintable() else "?" for sign in file.name)
    with progress("Reading records") as show:
        known = known_from(load(project, progress=show))
    groups = sorted(set(known.groups.values()))
    if group is not None and group not in groups:
        listed = ", ".join(groups) or "none yet"
        tell([NO_SUCH.at(Place("--group"), kind="groups", option="--group", ids=listed)])
        sys.exit(WRONG)
    told = Told(label, group or "", day.isoformat() if day else "")
    problems = _import(file, project, known, told)
    tell(problems, show_text=show_text)
    sys.exit(WRONG if any(problem.code in REFUSED for problem in problems) else FINE)


def _read_back(file: Path, project: Path, name: str, *, show_text: bool) -> int:
    with progress("Reading records") as show:
        found = meeting_named(name, load(project, progress=show))
    if isinstance(found, Problem):
        tell([found])
        return WRONG
    return read_back(file, project, *found, show_text=show_text)


def _import(file: Path, project: Path, known: Known, told: Told) -> list[Problem]:
    """Read the file and write the draft; return why nothing was written, or the questions."""
    source = opened(file, told.file_name)
    if isinstance(source, Problem):
        return [source]
    draft = draft_of(source, known, told, _detected)
    if isinstance(draft, Problem):
        return [draft]
    name, copy = _free_name(project, draft.id)
    if copy > 1:
        again = Question(messages.AGAIN, (), "", f"The record is {FOLDER}/{KIND}/{draft.id}.yml.")
        drafted = draft_of(source, known, told, _detected, first=again)
        draft = drafted if isinstance(drafted, Draft) else draft
    draft = replace(draft, id=name)
    path = f"{FOLDER}/{KIND}/{name}.yml"
    wrong = problems_in(draft, path)
    if wrong:
        return [messages.NOT_WRITABLE.at(Place(path)), *wrong]
    return _written(project, path, draft)


def _detected(text: str) -> Iterator[str]:
    return (words for _, words in detect(text))


def _free_name(project: Path, record_id: str) -> tuple[str, int]:
    """Return an id that no file has, the wanted one or that of a further draft, and which draft it is."""
    folder = project / FOLDER / KIND
    for copy in range(1, MOST_COPIES + 1):
        name = record_id if copy == 1 else f"{record_id}-imported-{copy}"
        path = folder / f"{name}.yml"
        if not path.exists() and not path.is_symlink():
            return name, copy
    return f"{record_id}-imported-{MOST_COPIES}", MOST_COPIES


def _written(project: Path, path: str, draft: Draft) -> list[Problem]:
    """Write the draft, say what is in it, and return its questions."""
    if problems := write_file(project, project / path, draft.text.encode()):
        return problems
    for line in summary(draft):
        note(line)
    lines = open_questions(draft.text)
    by_number = dict(_numbered(draft, lines))
    return [
        question.wording.at(Place(path, by_number.get(number, 0)), private_text=question.words)
        for number, question in enumerate(draft.questions, 1)
    ]


def _numbered(draft: Draft, lines: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Yield the number of each question with its line."""
    text = draft.text.split("\n")
    for line in lines:
        number = text[line - 1].split("QUESTION ", 1)[1].split(" ")[0].split(":")[0]
        yield int(number), line


def summary(draft: Draft) -> Iterator[str]:
    """Yield what is in a draft, in numbers: nothing of it is quoted."""
    values = draft.values
    items = list(_items(values.get("items", [])))
    counts = [
        plural(len(values.get("attendance", [])), "person")
        if len(values.get("attendance", [])) == 1
        else f"{len(values.get('attendance', []))} people",
        plural(len(items), "item"),
        plural(sum(len(item.get("decisions", [])) for item in items), "decision"),
        plural(sum(len(item.get("actions", [])) for item in items), "action"),
    ]
    yield f"Read: {', '.join(counts)}."
    yield (
        f"Kept: {draft.placed.share:.1%} of {draft.placed.runs:,} runs of words in their places"
        + (
            f"; {plural(len(draft.placed.missing), 'paragraph')} in part under `source`."
            if draft.placed.missing
            else "."
        )
    )
    yield f"To settle: {plural(len(draft.questions), 'question')}, each in a comment of the draft."


def _items(items: list[dict[str, object]]) -> Iterator[dict[str, list[object]]]:
    for item in items:
        yield item  # type: ignore[misc]  # lists, where they are asked for
        yield from _items(item.get("items", []))  # type: ignore[arg-type]  # items of an item


REFUSED = frozenset(
    wording.code
    for wording in (
        messages.NOT_A_FILE,
        messages.EMPTY_FILE,
        messages.UNKNOWN_FORMAT,
        messages.OLD_WORD,
        messages.RICH_TEXT,
        messages.ENCRYPTED,
        messages.DAMAGED,
        messages.TOO_LARGE,
        messages.TOO_MANY_PAGES,
        messages.NO_TEXT,
        messages.TOO_LONG,
        messages.NO_GROUP,
        messages.NO_DATE,
        messages.NOT_WRITABLE,
        CANNOT_WRITE,
        EXISTS,
    )
)
"""The problems for which nothing was written."""
