"""Tables of actions: who does what by when, and what became of earlier ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from records.importing.paragraphs.blocks import Row, Run, Table, words_of
from records.importing.paragraphs.dates import days_in
from records.importing.paragraphs.markers import is_number, label_of, without_marker
from records.importing.recognising.tasks import Task, due_in, status_in

_COLUMNS = (
    (
        "status",
        (
            r"(?:current )?status|rag(?: rating)?|progress|complete\w*|open ?/ ?closed|outcome"
            r"|update(?:s)?(?: ?/ ?status)?|comments?|progress ?/ ?update|status ?/ ?\w+"
        ),
    ),
    (
        "owner",
        (
            r"owners?|who|(?:action )?leads?|by whom|responsib\w+(?: (?:person|officer|lead))?"
            r"|person(?:s)? responsible|assigned(?: to)?|action by|action owner|officer|name|initials"
        ),
    ),
    (
        "due",
        (
            r"due(?: date| by)?|deadline|by when|when|target(?: date)?|timescales?|date due|completion "
            r"date|time ?frame|date"
        ),
    ),
    (
        "label",
        (
            r"(?:action )?(?:ref\w*|no\.?|number|#|id)|item(?: no\.?)?|minute(?: no\.?| ref\w*)?|agenda "
            r"item|action no\.?|page"
        ),
    ),
    (
        "text",
        (
            r"actions?(?: points?| required| agreed| to be taken)?|description|task|details?|what|action "
            r"?/ ?\w+|agreed actions?"
        ),
    ),
)
_HEADER = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _COLUMNS), re.IGNORECASE)


def task_columns(table: Table) -> dict[str, int]:
    """Return where the columns of a table of actions are; empty for a table of something else."""
    found: dict[str, int] = {}
    for at, cell in enumerate(table.rows[0]):
        match = _HEADER.fullmatch(words_of(cell).strip(" :*."))
        if match:
            name = next(name for name, _ in _COLUMNS if match[name])
            found.setdefault(name, at)
    told = {words_of(cell).strip(" :*.").lower() for cell in table.rows[0]}
    speaks = any("action" in word for word in told)
    wanted = "text" in found and bool({"owner", "due", "status"} & set(found))
    return found if wanted and (speaks or {"owner", "due"} <= set(found)) else {}


def tasks_in(table: Table) -> Iterator[Task]:
    """Yield the actions of a table; a cell with several numbered ones yields each."""
    columns = task_columns(table)
    for row in table.rows[1:]:
        text = _cell(row, columns, "text")
        if not text:
            continue
        blocks = row[columns["text"]]
        several = [block for block in blocks if block.number or without_marker(block.text).number]
        label = label_of(_cell(row, columns, "label"))
        owner = _cell(row, columns, "owner")
        if len(several) > 1 and len(several) == len(blocks):
            owners = [block.text for block in row[columns["owner"]]] if "owner" in columns else []
            for at, block in enumerate(blocks):
                one = owners[at] if len(owners) == len(blocks) else owner
                yield _task(block.runs, row, columns, (label_of(block.number) or label, one), table)
            continue
        runs = tuple(run for block in blocks for run in (*block.runs, Run(" ")))[:-1]
        printed = blocks[0].number if len(blocks) == 1 and is_number(blocks[0].number) else ""
        yield _task(runs, row, columns, (label or label_of(printed), owner), table)


def _task(
    runs: tuple[Run, ...], row: Row, columns: dict[str, int], told: tuple[str, str], table: Table
) -> Task:
    label, owner = told
    due_cell = _cell(row, columns, "due")
    days = days_in(due_cell)
    due = days[0].day if days and days[0].words.strip(" .") == due_cell.strip(" .") else ""
    words = due_cell if due_cell and not due else ""
    status_cell = _cell(row, columns, "status")
    status, _ = status_in(status_cell)
    own_due, own_words = due_in("".join(run.text for run in runs))
    return Task(
        runs,
        row[0][0].spot if row[0] else table.spot,
        label,
        (owner,) if owner and owner.strip(" -\u2013") else (),
        due or ("" if words else own_due),
        words or ("" if due else own_words),
        status,
        status_cell if status and len(status_cell.split()) <= 8 else "",
        form="table",
        note=status_cell if status_cell and not (status and len(status_cell.split()) <= 8) else "",
    )


def _cell(row: Row, columns: dict[str, int], name: str) -> str:
    at = columns.get(name, -1)
    return words_of(row[at]).strip() if 0 <= at < len(row) else ""


def unread_cells(table: Table) -> list[str]:
    """Return the words of cells in columns that mean nothing to actions."""
    used = set(task_columns(table).values())
    return [
        words
        for row in table.rows[1:]
        for at, cell in enumerate(row)
        if at not in used and (words := words_of(cell))
    ]
