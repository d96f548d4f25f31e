"""The whole minutes of a meeting as a paper: every value that could be public, whether withheld or not.

What is for the office only, such as notes and the reasons for apologies, is never in it.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from problems import Place, Problem, in_order
from records.fields import Model, Visibility, Written
from records.kinds.meetings import Meeting
from records.loading import Loaded, Records
from records.parts.actions import Action, Decision
from records.parts.attendance import Attendance, Declarations
from records.parts.items import Item
from records.periods import first_day
from records.shapes import Path, Shape, shapes_of
from records.withholding import Withholdable
from redaction.circulating.blocks import Block, Heading, Paper, Paragraph, Piece, Placed, Table
from redaction.circulating.left_out import is_only_for, left_out, names_of_items
from redaction.circulating.names import name_of, title_of
from redaction.circulating.wholes import Reading, line, prose
from redaction.watermarks import circulated_warning

DRAFTS = frozenset({"planned", "agenda", "draft", "circulated"})
"""The states of minutes that nobody has approved yet."""

_UNSAID = frozenset({"id", "withhold", "withhold_fields"})
_OWN_PLACE = frozenset(
    {"title", "group", "attendance", "preamble", "items", "summary", "decisions_between", "corrections"}
    | {"papers", "links", "forward_agenda", "next_meetings", "notes_after", "other"}
)
_LEFT_OUT = "This item is not in this copy."
_SPACE = Piece(" ")


@dataclass(frozen=True, slots=True)
class _Context:
    records: Records
    loaded: Loaded
    reading: Reading
    day: str
    without: frozenset[str]
    items: Mapping[str, str]
    """What `names_of_items` says."""
    placed: set[tuple[str, str]] = field(default_factory=set)
    """The actions and decisions that stand in a text."""


def minutes(
    records: Records, loaded: Loaded, meeting: Meeting, without: Collection[str] = ()
) -> tuple[Paper, tuple[Problem, ...]]:
    """Return the whole minutes, without the items of these ids; and what is wrong with the marks in them."""
    policy = records.policy
    reasons = {reason.id: reason.words for reason in policy.reasons} if policy else {}
    names = names_of_items(loaded.id, meeting, without)
    gone = left_out(meeting, without)
    context = _Context(records, loaded, Reading(reasons), meeting.date, gone, names)
    blocks = tuple(_meeting(meeting, context))
    day = first_day(meeting.date)
    is_draft = meeting.status in DRAFTS
    paper = Paper(
        blocks,
        circulated_warning("draft minutes" if is_draft else "full minutes"),
        "CONFIDENTIAL DRAFT" if is_draft else "CONFIDENTIAL",
        day,
    )
    return paper, in_order(context.reading.problems)


def items_of(meeting: Meeting) -> tuple[Item, ...]:
    """Return all items of a meeting, in the order of the document."""

    def walk(items: Iterable[Item]) -> Iterator[Item]:
        for item in items:
            yield item
            yield from walk(item.items)

    return tuple(walk(meeting.items))


def _meeting(meeting: Meeting, context: _Context) -> Iterator[Block]:
    yield Heading(1, line(meeting.title, context.reading, context.loaded.place(("title",))))
    yield Paragraph(_said("Group", (Piece(title_of("groups", meeting.group, context.records)),)))
    yield from _facts(meeting, (), context, _OWN_PLACE)
    if meeting.attendance:
        yield Heading(2, (Piece("Attendance"),))
        yield _attendance(meeting.attendance, context)
    for name in ("summary", "preamble"):
        text = getattr(meeting, name)
        if text:
            yield from prose(text, context.reading, context.loaded.place_of_text((name,)))
    for at, item in enumerate(meeting.items):
        yield from _item(item, ("items", at), 2, context)
    yield from _lists(meeting, (), context, ("decisions_between", "corrections", "papers", "links"))
    yield from _lists(meeting, (), context, ("forward_agenda", "next_meetings", "notes_after", "other"))


def _item(item: Item, path: Path, level: int, context: _Context) -> Iterator[Block]:
    label = Piece(f"{item.label}  ") if item.label else None
    title = line(item.title, context.reading, context.loaded.place((*path, "title")))
    if item.id in context.without:
        yield Heading(level, (label or Piece(""), Piece("Item left out")), item.id)
        yield Paragraph((Piece(_LEFT_OUT, italic=True),), "quiet")
        return
    yield Heading(level, ((label, *title) if label else title), item.id)
    yield from _withheld(item, context)
    inner = ("items", "actions", "decisions", "text", "outcome", "papers", "updates", "notes_after", "links")
    yield from _facts(item, path, context, {"label", "title", *inner, "corrections", "content"})
    if item.content != "minuted":
        yield Paragraph((Piece(_in_words(item.content), italic=True),), "quiet")
    for name in ("outcome", "text"):
        text = getattr(item, name)
        if text:
            found = prose(text, context.reading, context.loaded.place_of_text((*path, name)))
            yield from _with_placed(found, item, path, context)
    yield from _lists(item, path, context, ("updates", "corrections", "papers", "links"))
    both: tuple[tuple[str, tuple[Action | Decision, ...]], ...] = (
        ("decision", item.decisions),
        ("action", item.actions),
    )
    for kind, parts in both:
        for at, part in enumerate(parts):
            if (kind, part.id) not in context.placed:
                yield from _part(part, (*path, f"{kind}s", at), context)
    yield from _lists(item, path, context, ("notes_after",))
    for at, each in enumerate(item.items):
        yield from _item(each, (*path, "items", at), min(level + 1, 6), context)


def _with_placed(blocks: list[Block], item: Item, path: Path, context: _Context) -> Iterator[Block]:
    """Yield the blocks of a text, with each action and decision at the place that the text gives it."""
    parts: dict[tuple[str, str], tuple[Action | Decision, Path]] = {}
    parts |= {("decision", each.id): (each, ("decisions", at)) for at, each in enumerate(item.decisions)}
    parts |= {("action", each.id): (each, ("actions", at)) for at, each in enumerate(item.actions)}
    for block in blocks:
        if not isinstance(block, Placed):
            yield block
        elif (block.kind, block.id) in parts:
            part, way = parts[block.kind, block.id]
            context.placed.add((block.kind, block.id))
            yield from _part(part, (*path, *way), context)


def _part(part: Action | Decision, path: Path, context: _Context) -> Iterator[Block]:
    """Yield an action or a decision: its text, and below it who, by when, and what else is said of it."""
    word = "Action" if isinstance(part, Action) else "Decision"
    label = (part.label or "").removeprefix(word).strip()
    head = Piece(f"{word} {label}: " if label else f"{word}: ", bold=True)
    first = True
    for block in prose(part.text, context.reading, context.loaded.place_of_text((*path, "text"))):
        if isinstance(block, Paragraph):
            yield replace(block, pieces=(head, *block.pieces) if first else block.pieces, style="boxed")
        elif not isinstance(block, Placed):
            yield block
        first = False
    for block in (*_withheld(part, context), *_facts(part, path, context, {"label", "text"})):
        yield replace(block, style="boxed")


def _withheld(unit: Withholdable, context: _Context) -> Iterator[Paragraph]:
    """Yield a line that says that the public does not see a part, or some of it."""
    if unit.withhold is not None:
        words = context.reading.reasons.get(unit.withhold.reason, unit.withhold.reason)
        how = {"text": "The text", "whole": "This part", "concealed": "This part, and that there is one,"}
        said = f"{how[unit.withhold.what]} will not be published: {words}."
        yield Paragraph((Piece(said, italic=True, shaded=True),), "quiet")
    for name, why in sorted((unit.withhold_fields or {}).items()):
        words = context.reading.reasons.get(why.reason, why.reason)
        said = f"{_in_words(name)} will not be published: {words}."
        yield Paragraph((Piece(said, italic=True, shaded=True),), "quiet")


def _facts(model: Model, path: Path, context: _Context, beside: Collection[str]) -> list[Paragraph]:
    """Return a line for each further value that could be public, with its name in words."""
    found = []
    for shape in shapes_of(type(model)):
        value = getattr(model, shape.name)
        if shape.visibility is not Visibility.PUBLIC or shape.name in {*beside, *_UNSAID} or _is_empty(value):
            continue
        if not shape.required and value == type(model).model_fields[shape.name].default:
            continue
        pieces = _value(value, shape, (*path, shape.name), context)
        if pieces:
            found.append(Paragraph(_said(_in_words(shape.name), pieces)))
    return found


def _lists(model: Model, path: Path, context: _Context, names: Iterable[str]) -> Iterator[Block]:
    """Yield lists under a line that names them, each member a paragraph."""
    shapes = {shape.name: shape for shape in shapes_of(type(model))}
    for name in names:
        values = getattr(model, name)
        if values:
            yield Paragraph((Piece(_in_words(name), bold=True),))
        for at, each in enumerate(values):
            if isinstance(each, Decision):
                yield from _part(each, (*path, name, at), context)
                continue
            pieces = _value(each, shapes[name], (*path, name, at), context)
            yield Paragraph(pieces, depth=1, marker="•")


def _attendance(rows: Iterable[Attendance], context: _Context) -> Table:
    head = tuple((Piece(word, bold=True),) for word in ("Name", "Post", "Present"))
    body: list[tuple[tuple[Piece, ...], ...]] = [head]
    for at, row in enumerate(rows):
        if is_only_for(row, context.without):
            continue
        path: Path = ("attendance", at)
        place = context.loaded.place(path)
        name, post = name_of(row.person, context.records, context.day) if row.person else (row.name or "", "")
        if row.organization and not post:
            post = title_of("organizations", row.organization, context.records)
        written = row.post or post
        skipped = {"person", "organization", "post", "status", *([] if row.person else ["name"])}
        facts = (*_withheld(row, context), *_facts(row, path, context, skipped))
        rest = [piece for fact in facts for piece in (Piece("; "), *(_lightly(fact.pieces)))]
        body.append(
            (
                line(name or post, context.reading, place),
                line(written, context.reading, place) if written else (),
                (Piece(_in_words(row.status)), *rest),
            )
        )
    return Table(tuple(body))


def _lightly(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces of a line of facts as they stand in a cell: nothing bold, no capital at the start."""
    first, *rest = pieces
    return (replace(first, text=first.text[:1].lower() + first.text[1:], bold=False), *rest)


def _value(value: Any, shape: Shape, path: Path, context: _Context) -> tuple[Piece, ...]:  # noqa: PLR0911  # one line a type
    """Return a value in one line."""
    if isinstance(value, tuple):
        told = ((at, each) for at, each in enumerate(value) if not is_only_for(each, context.without))
        parts = [_value(each, shape, (*path, at), context) for at, each in told]
        return _in_a_row(parts)
    if isinstance(value, Declarations) and value.none_declared and not value.interests:
        return (Piece("none"),)
    if isinstance(value, Model):
        return _in_a_row(_inside(value, path, context))
    if isinstance(value, bool):
        return (Piece("yes" if value else "no"),)
    if isinstance(value, date | time | Decimal | int):
        said = value.strftime("%H:%M") if isinstance(value, time) else str(value)
        return (Piece(_day_in_words(said) or said),)
    if shape.reference is not None:
        return (Piece(_named(value, shape, context)),)
    if shape.written is Written.PROSE:
        found = prose(value, context.reading, context.loaded.place_of_text(path))
        return tuple(piece for block in found for piece in (*_pieces_of(block), _SPACE))[:-1]
    if shape.written is Written.LINE:
        return line(value, context.reading, context.loaded.place(path))
    return (Piece(_day_in_words(value) or value.replace("-", " ")),)


def _in_a_row(parts: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Return parts behind each other, with a semicolon between where no sentence ends."""
    pieces: list[Piece] = []
    for part in parts:
        if pieces and part:
            pieces.append(_SPACE if pieces[-1].text.endswith((".", "!", "?")) else Piece("; "))
        pieces += part
    return tuple(pieces)


def _inside(model: Model, path: Path, context: _Context) -> Iterator[tuple[Piece, ...]]:
    """Yield the values of a part: the first bare, since it says who or what, the others with their names."""
    if isinstance(model, Withholdable):
        for said in _withheld(model, context):
            yield said.pieces
    for at, shape in enumerate(shapes_of(type(model))):
        value = getattr(model, shape.name)
        if shape.visibility is not Visibility.PUBLIC or shape.name in _UNSAID or _is_empty(value):
            continue
        if value is False or value == type(model).model_fields[shape.name].default:
            continue
        pieces = _value(value, shape, (*path, shape.name), context)
        bare = at == 0 or shape.name in {"who", "name", "title", "text", "label", "person", "action"}
        if pieces:
            yield pieces if bare else (Piece(f"{_in_words(shape.name).lower()}: "), *pieces)


def _named(value: str, shape: Shape, context: _Context) -> str:
    assert shape.reference is not None  # noqa: S101  # says what holds
    kinds = shape.reference.kinds
    if kinds == ("items",) or ("/" in value and value in context.items):
        return context.items.get(value, value)
    if {"people", "organizations", "groups", "posts", "all"} & set(kinds):
        name, post = name_of(value, context.records, context.day)
        return f"{name} ({post})" if post else name
    return title_of(kinds[0], value, context.records)


def _pieces_of(block: Block) -> tuple[Piece, ...]:
    if isinstance(block, Table):
        return tuple(piece for row in block.rows for cell in row for piece in (*cell, _SPACE))
    return () if isinstance(block, Placed) else block.pieces


def _said(name: str, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    return (Piece(f"{name}: ", bold=True), *pieces)


def _in_words(name: str) -> str:
    """Return the name of a field or a word of a closed list as it is printed."""
    words = name.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


def _day_in_words(text: str) -> str:
    """Return a day, month or year as it is printed: 12 March 2026; empty for another text."""
    parts = text.split("-")
    if not re.fullmatch(r"\d{4}(-\d{2}){0,2}", text):
        return ""
    words = [str(int(part)) if at == 2 else part for at, part in enumerate(parts)]  # noqa: PLR2004  # the day
    if len(words) > 1:
        words[1] = month_name[int(parts[1])]
    return " ".join(reversed(words))


def _is_empty(value: Any) -> bool:
    return value is None or value in ((), "")


def place_of_item(loaded: Loaded, item: str) -> Place:
    """Return the place in the file at which an item begins; the top of the file for one that is not there."""

    def walk(items: Any, path: Path) -> Path | None:
        for at, each in enumerate(items if isinstance(items, list) else ()):
            here = (*path, at)
            if isinstance(each, dict):
                found = here if each.get("id") == item else walk(each.get("items"), (*here, "items"))
                if found:
                    return found
        return None

    way = walk(loaded.plain.get("items"), ("items",))
    return loaded.place(way) if way else Place(loaded.file, 1)
