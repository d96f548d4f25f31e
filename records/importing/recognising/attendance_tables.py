"""Who was at the meeting, as tables print it: with ticks, with words, or with a column for each group."""
# ruff: noqa: SIM905 (a list of words reads better as one text)

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from records.importing.paragraphs.blocks import Row, Table, words_of
from records.importing.recognising.attendees import Attendee, label_in, marks_of, people_in, rows_of
from records.importing.recognising.names import Printed, is_name, printed

_COLUMNS = (
    ("initials", r"initials?|abbr\w*"),
    ("deputy", r"deput(?:y|ies)|substitute|represented by"),
    ("apologies", r"apolog\w*|apols?|absent"),
    ("present", r"present|attend(?:ing|ed)|in attendance|here"),
    ("status", r"attendance|status|present ?/ ?(?:apologies|absent)|attended\?|p/a"),
    (
        "body",
        (
            r"organi[sz]ation|agency|representing|company|body|partner(?: agency)?|service|employer"
            r"|department|area"
        ),
    ),
    (
        "post",
        (
            r"(?:job )?title|role|position|post|designation|job role|capacity|title ?/ ?(?:role"
            r"|organisation)|role ?/ ?\w+"
        ),
    ),
    ("name", r"(?:full )?names?|members?|attendees?|member name|person|who"),
    ("part", r"items?|part|comments?|notes?"),
)
_TICKS = frozenset("\u2713 \u2714 \u221a y yes p present x \u2611 \u2612 \u2705 1 attended in".split())
_CROSSES = frozenset("\u2717 \u2718 \u2716 \u00d7 n no a absent 0 - \u2013 dna \u2610".split())
_APOLOGIES = re.compile(r"apol\w*|a|ap|apologies.*|sent apologies|\(a\)", re.IGNORECASE)
_HEADER = re.compile("|".join(f"(?P<{name}>{form})" for name, form in _COLUMNS), re.IGNORECASE)


def columns_of(row: Row) -> dict[int, str]:
    """Return what the columns of a table hold by the words of its first row; empty for no such row."""
    found: dict[int, str] = {}
    for at, cell in enumerate(row):
        words = words_of(cell).strip(" :*")
        match = _HEADER.fullmatch(words)
        if match:
            found[at] = next(name for name, _ in _COLUMNS if match[name])
    filled = sum(bool(words_of(cell)) for cell in row)
    names = sum(is_name(words_of(cell)) for cell in row)
    return found if found and len(found) * 2 >= filled and not names else {}


def is_attendance(table: Table, group: str) -> bool:
    """Return whether a table is one of people: by its header, or by the label before it."""
    columns = columns_of(table.rows[0])
    kinds = set(columns.values())
    if "name" in kinds and kinds & {"present", "apologies", "status", "body", "post", "initials", "deputy"}:
        return True
    if _by_groups(table):
        return True
    if kinds & {"present", "apologies", "status"} and _name_column(table.rows[1:], columns) >= 0:
        return True
    named = [row for row in table.rows if any(is_name(_bare(words_of(cell))) for cell in row)]
    return bool(group) and len(named) * 2 >= len(table.rows)


def _bare(text: str) -> str:
    return re.sub(r"\([^()]*\)?", "", text).strip()


def rows_in(table: Table, group: str) -> Iterator[Attendee]:
    """Yield the rows of the attendance that a table holds; `group` is the label that stands before it."""
    if _by_groups(table):
        yield from _group_columns(table)
        return
    columns = columns_of(table.rows[0])
    body = table.rows[1:] if columns else table.rows
    name = _name_column(body, columns)
    crossed = _uses_crosses(body, columns)
    for row in body:
        told = label_in(words_of(row[0])) if row else None
        if told and not told.rest and not any(words_of(cell) for cell in row[1:]):
            group = told.group
            continue
        yield from _people(row, columns, name, group or "present", table, crossed=crossed)


def _by_groups(table: Table) -> bool:
    """Return whether the first row holds nothing but labels of groups, with lists of people below them."""
    labels = [label_in(words_of(cell)) for cell in table.rows[0]]
    if not all(label is not None and not label.rest for label in labels) or len(labels) < 2:
        return False
    below = [block.text for row in table.rows[1:] for cell in row for block in cell]
    named = [text for text in below if is_name(_bare(text)) or printed(text) is not None]
    return bool(named) and len(named) * 2 >= len(below) and not _TICKS & {text.lower() for text in below}


def _group_columns(table: Table) -> Iterator[Attendee]:
    groups = [label.group if (label := label_in(words_of(cell))) else "present" for cell in table.rows[0]]
    for row in table.rows[1:]:
        for group, cell in zip(groups, row, strict=False):
            for block in cell:
                yield from rows_of(group, people_in(block.text)[0], block.spot)


def _name_column(rows: Sequence[Row], columns: dict[int, str]) -> int:
    """Return which column holds the names, by the header or by most of its cells; -1 for none."""
    told = next((at for at, kind in columns.items() if kind == "name"), -1)
    if told >= 0:
        return told
    widest = max((len(row) for row in rows), default=0)
    counts: list[int] = [
        sum(at < len(row) and printed(words_of(row[at])) is not None for row in rows) for at in range(widest)
    ]
    most = max(counts, default=0)
    return counts.index(most) if most else -1


def _uses_crosses(rows: Sequence[Row], columns: dict[int, str]) -> bool:
    """Return whether ticks stand in the table too, so that an x means no."""
    marks = {
        words_of(row[at]).lower()
        for row in rows
        for at, kind in columns.items()
        if at < len(row) and kind in {"present", "status"}
    }
    return bool(marks & {"\u2713", "\u2714", "\u221a"})


def _people(
    row: Row, columns: dict[int, str], name: int, group: str, table: Table, *, crossed: bool
) -> Iterator[Attendee]:
    """Yield who a row of a table names; several people may share one."""
    if name < 0 or name >= len(row) or not words_of(row[name]):
        if any(words_of(cell) for cell in row):
            yield from _seat(row, columns, table)
        return
    spot = row[name][0].spot or table.spot
    status, category = marks_of(group)
    told = _status(row, columns, crossed=crossed)
    people = [who for block in row[name] for who in people_in(block.text)[0]]
    if not people:
        people = [Printed(words_of(row[name]))]
    for who in people:
        filled = _filled(who, row, columns, name)
        yield Attendee(filled, told or status, category, spot)


def _seat(row: Row, columns: dict[int, str], table: Table) -> Iterator[Attendee]:
    """Yield a seat that nobody is named for: its body, or its post."""
    kinds = {kind: words_of(row[at]) for at, kind in columns.items() if at < len(row)}
    name = kinds.get("body") or kinds.get("post") or ""
    if name:
        yield Attendee(Printed(name), _status(row, columns, crossed=False) or "vacant", "", table.spot)


def _status(row: Row, columns: dict[int, str], *, crossed: bool) -> str:
    """Return the status that the marks of a row mean; empty where it has no column for marks."""
    found = ""
    marked = False
    for at, kind in columns.items():
        words = words_of(row[at]).strip(" .*").lower() if at < len(row) else ""
        if kind in {"present", "apologies", "status"}:
            marked = True
        if not words or kind not in {"present", "apologies", "status", "deputy"}:
            continue
        if kind == "deputy":
            found = "deputy-sent" if is_name(_bare(words_of(row[at]))) else found
        elif kind == "apologies":
            found = found or ("" if words in _CROSSES - {"a", "absent"} else "apologies")
        elif _APOLOGIES.fullmatch(words):
            found = found or "apologies"
        elif words in _CROSSES or (words == "x" and crossed):
            found = found or "absent"
        elif words.startswith("deput"):
            found = "deputy-sent"
        else:
            found = found or "present"
    return found or ("absent" if marked else "")


def _filled(who: Printed, row: Row, columns: dict[int, str], name: int) -> Printed:
    """Return somebody with what the other cells of the row say."""
    for at, cell in enumerate(row):
        words = words_of(cell)
        kind = columns.get(at, "")
        if at == name or not words:
            continue
        if kind == "initials":
            who = replace(who, initials=who.initials or words)
        elif kind == "body":
            who = replace(who, representing=words, post=who.post)
        elif kind == "post":
            merged = f"{who.post}, {words}" if who.post else words
            who = _roles(replace(who, post=merged))
        elif kind == "part":
            who = replace(who, part=words)
        elif kind == "deputy":
            who = replace(who, note=f"Deputy: {words}" if is_name(_bare(words)) else who.note)
        elif not columns and words.lower() not in _TICKS | _CROSSES:
            who = _roles(_placed(who, words))
        elif (
            kind in {"", "status", "present", "apologies"}
            and len(words) > 2
            and words.lower() not in _TICKS | _CROSSES
        ):
            who = replace(who, note=f"{who.note}, {words}" if who.note else words)
    return who


def _placed(who: Printed, words: str) -> Printed:
    more = printed(f"{who.name} ({words})")
    if more is None:
        return replace(who, note=words)
    return replace(
        more,
        initials=more.initials or who.initials,
        post=", ".join(filter(None, [who.post, more.post])),
        representing=", ".join(filter(None, [who.representing, more.representing])),
        roles=tuple(dict.fromkeys([*who.roles, *more.roles])),
        note=", ".join(filter(None, [who.note, more.note])),
        part=more.part or who.part,
        mode=more.mode or who.mode,
        deputy_for=more.deputy_for or who.deputy_for,
    )


def _roles(who: Printed) -> Printed:
    """Return somebody with the roles in the meeting that the post names."""
    more = printed(f"{who.name} ({who.post})") if who.post else None
    return replace(who, roles=tuple(dict.fromkeys([*who.roles, *(more.roles if more else ())])))
