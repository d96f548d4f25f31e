"""From cells to a draft record: every cell stands where it belongs, or in the office note."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from problems import Place, Problem, Wording, in_order
from records import register_messages as messages
from records.kind import Kind
from records.registers.columns import Head
from records.registers.known import Known
from records.registers.meanings import day_of
from records.registers.sheets import Cell
from records.yaml_files.nodes import Plain

MOST_DROPPED = 500
_ASKED_ONCE = (messages.NOBODY, messages.VALUE_UNSURE, messages.MARK_UNSURE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft record, and what a person must look at."""

    plain: dict[str, Plain]
    """Valid for its kind. Nothing of it is published before somebody signs it off."""
    questions: tuple[Problem, ...]
    cells: int
    """How many cells of the file hold words."""
    placed: int
    """How many of them stand under a key of their own; the others stand in the office note."""


@dataclass(slots=True)
class Desk:
    """What is being drafted: the cells still to be placed, questions, and notes."""

    file: str
    known: Known
    head: Head
    rest: dict[tuple[str, int, int], Cell]
    """The cells that stand nowhere yet."""
    questions: list[Problem] = field(default_factory=list)
    said: set[tuple[str, ...]] = field(default_factory=set)
    """The questions asked, so that the same words are asked about once."""

    def take(self, row: Mapping[str, Cell], key: str) -> str:
        """Return the text of a cell, which is now placed; empty where there is none."""
        cell = row.get(key)
        if cell is None:
            return ""
        self.rest.pop((cell.sheet, cell.row, cell.column), None)
        return cell.text

    def give_back(self, row: Mapping[str, Cell], key: str) -> None:
        """Note that a cell found no place after all."""
        cell = row[key]
        self.rest[cell.sheet, cell.row, cell.column] = cell

    def ask(self, wording: Wording, cell: Cell, **gaps: str) -> None:
        """Note a question about a cell."""
        said = (wording.code, cell.text, *gaps.values())
        if wording in _ASKED_ONCE and said in self.said:
            return
        self.said.add(said)
        place = Place(self.file).inside(cell.place)
        self.questions.append(wording.at(place, private_text=cell.text, **gaps))

    def unsure(self, row: Mapping[str, Cell], key: str) -> None:
        """Ask about the value of a key."""
        self.ask(messages.VALUE_UNSURE, row[key], key=key.replace(".", " › "))


def lines(text: str) -> str:
    """Return a text as one line."""
    return " ".join(text.split())


def day(desk: Desk, row: Mapping[str, Cell], key: str) -> str | None:
    """Return the day in a cell; one that is none is asked about, and goes to the office note."""
    if key not in row:
        return None
    found = day_of(desk.take(row, key)[:10] if _has_clock(row[key].text) else desk.take(row, key))
    if found is None:
        desk.give_back(row, key)
        desk.unsure(row, key)
    return found


def _has_clock(text: str) -> bool:
    return text[4:5] == "-" and text[10:11] == " "


def word(
    desk: Desk, row: Mapping[str, Cell], key: str, words: Mapping[str, str], fold: Callable[[str], str]
) -> str | None:
    """Return the word of a closed list that a cell means; None, with a question, where it means none."""
    text = desk.take(row, key)
    if not text:
        return None
    found = words.get(fold(text)) or words.get(text.strip().lower())
    if found is None:
        desk.unsure(row, key)
    return found


def settled(
    plain: dict[str, Any], kind: Kind, desk: Desk, comments: tuple[Cell, ...], notes: list[str]
) -> dict[str, Any] | None:
    """Return a record that is valid, with all that found no place in its office note; None if that failed."""
    extra = list(notes)
    for _ in range(MOST_DROPPED):
        try:
            kind.model.model_validate({**plain, "id": "x"})
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            way = first["loc"][:-1] if first["type"] == "missing" else first["loc"]
            dropped = _drop(plain, way)
            if dropped is None:
                return None
            extra.append(f"Not valid there: {dropped}")
        else:
            break
    else:
        return None
    extra += [f"{cell.place}{_named(cell, desk.head)}: {cell.text}" for cell in desk.rest.values()]
    extra += [f"Comment at {cell.place}: {cell.text}" for cell in comments]
    if extra:
        head = "From the spreadsheet, without a place of its own:"
        plain = {**plain, "office_note": "\n".join([head, *extra])}
    try:
        kind.model.model_validate({**plain, "id": "x"})
    except ValidationError:
        return None
    return plain


def _named(cell: Cell, head: Head) -> str:
    name = head.names.get(cell.column)
    hidden = f"hidden {cell.hidden}" if cell.hidden else ""
    said = ", ".join(part for part in (name if name and cell.row > head.row else "", hidden) if part)
    return f" ({said})" if said else ""


def _drop(plain: Any, way: tuple[Any, ...]) -> str | None:
    """Take the value at a way out, as far as the way can be followed, and return it as text."""
    here, holder, last = plain, None, None
    for step in way:
        inside = (isinstance(here, dict) and step in here) or (
            isinstance(here, list) and isinstance(step, int) and step < len(here)
        )
        if inside:
            holder, last = here, step
            here = here[step]
    if holder is None or last is None:
        return None
    del holder[last]
    return "; ".join(_texts(here))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each)
    else:
        yield str(value)


def in_its_order(questions: list[Problem]) -> tuple[Problem, ...]:
    """Return questions by cell, each once."""
    return in_order(questions)
