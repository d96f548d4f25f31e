"""The outline of minutes: which lines are headings of items, how deep each lies, and what stands under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from records.importing.paragraphs.blocks import BULLET, Block, Part, Run, Spot, Table, after, words_of
from records.importing.paragraphs.headings import CLOSING, ENDING, Head, head_of
from records.importing.paragraphs.markers import depth_of, is_number, value_of

SAME_HEIGHT = 12
"""How many points two lines may differ in height and still stand beside each other."""


@dataclass(frozen=True, slots=True)
class Section:
    """An item, or a part of one, with what stands under its heading."""

    label: str
    title: str
    runs: tuple[Run, ...]
    level: int
    """1 for items, 2 for those under them."""
    spot: Spot
    parts: tuple[Part, ...] = ()
    ending: bool = False
    """Whether it is no item but the end of the document: coming meetings, a table of actions, appendices."""
    margin: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A document taken apart."""

    front: tuple[Part, ...]
    """What stands before the first item."""
    sections: tuple[Section, ...]
    guessed: bool = False
    """Whether no item could be told, so that all of it is one."""


def outlined(parts: Sequence[Part]) -> Outline:
    """Return the outline of a document."""
    flat = list(_flat(parts))
    heads = [
        head for at, part in enumerate(flat) if isinstance(part, Block) and (head := head_of(at, part, flat))
    ]
    top = _top(heads, flat)
    if not top:
        return Outline((), (Section("", "", (), 1, Spot(), tuple(flat)),), guessed=True)
    return _cut(flat, heads, top)


def _flat(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts with tables that hold items taken apart: number, text, and owners beside it."""
    for part in parts:
        if isinstance(part, Table) and _holds_items(part):
            for row in part.rows:
                yield from _row(row, part.spot)
        else:
            yield part


def _holds_items(table: Table) -> bool:
    """Return whether a table has an item in each row: a number or nothing in the first cell, then text."""
    if not 2 <= max(len(row) for row in table.rows) <= 4:
        return False
    firsts = [words_of(row[0]) for row in table.rows]
    numbers = [first for first in firsts if is_number(first)]
    texts = sum(len(words_of(row[1]).split()) > 12 or len(row[1]) > 1 for row in table.rows if len(row) > 1)
    rest = [first for first in firsts if first and not is_number(first)]
    return (
        bool(numbers) and texts * 2 >= len(numbers) and len(rest) <= 1 and (not rest or rest[0] == firsts[0])
    )


def _row(row: Sequence[tuple[Block, ...]], spot: Spot) -> Iterator[Block]:
    number = words_of(row[0])
    blocks = row[1] if len(row) > 1 else ()
    if not blocks:
        if number:
            yield Block(row[0][0].runs, spot, margin=" ".join(words_of(cell) for cell in row[2:] if cell))
        return
    beside = _beside(blocks, row[2:])
    for at, block in enumerate(blocks):
        if at == 0 and is_number(number):
            yield replace(block, heading=block.heading or 9, depth=-1, number=number, margin=beside[at])
        else:
            yield replace(block, margin=beside[at])


def _beside(blocks: Sequence[Block], cells: Sequence[tuple[Block, ...]]) -> list[str]:
    """Return what stands in the margin of each block: at its height, or else beside the last."""
    margins: list[list[str]] = [[] for _ in blocks]
    for block in (block for cell in cells for block in cell):
        above = [at for at, other in enumerate(blocks) if block.top and other.top >= block.top - SAME_HEIGHT]
        margins[above[-1] if above else -1].append(block.text)
    return [" ".join(words) for words in margins]


def _top(heads: Sequence[Head], flat: Sequence[Part]) -> set[int]:
    """Return where the items of the first order begin: numbers that go up through most of the text."""
    numbered = [head for head in heads if head.label and depth_of(head.label) == 1 and value_of(head.label)]
    best: list[Head] = []
    for anchor in {_look(head) for head in numbered}:
        chain = _rising([head for head in numbered if _look(head) == anchor])
        if _reach(chain) > _reach(best):
            best = chain
    plain = [head for head in heads if not head.label]
    headings = [head for head in plain if head.block.heading]
    if _reach(best) >= 2 and not _is_list_of_text(best, headings):
        looks = {_look(head) for head in best}
        indents = [head.block.indent for head in best]
        wider = [
            head
            for head in numbered
            if _look(head) in looks
            or (head.block.heading == best[0].block.heading and head.block.depth == best[0].block.depth)
        ]
        near = [head for head in wider if min(indents) - 3 <= head.block.indent <= max(indents) + 3]
        return {head.at for head in _rising(near)}
    for level in sorted({head.block.heading for head in headings}):
        chosen = [head for head in headings if head.block.heading == level]
        if len(chosen) > 1:
            return {head.at for head in chosen}
    bold = [head for head in plain if head.block.is_bold and not _is_label(head, flat)]
    return {head.at for head in bold} if len(bold) > 1 else {head.at for head in best}


def _is_list_of_text(chain: Sequence[Head], headings: Sequence[Head]) -> bool:
    """Return whether numbers in ordinary letters are those of lists, in a text with headings."""
    marked = any(head.block.heading or head.block.runs[0].bold for head in chain)
    return not marked and len(headings) > max(2, len(chain))


def _is_label(head: Head, flat: Sequence[Part]) -> bool:
    return head.title.endswith(":") or (head.at == 0 and len(flat) > 1)


def _look(head: Head) -> tuple[int, int, int, bool, str]:
    """Return what headings of one order have in common."""
    block = head.block
    shape = re.sub(r"\d+", "1", head.label) if "/" in head.label or not head.label[:1].isdigit() else "1"
    shape = "I" if value_of(head.label) and head.label.isalpha() else shape
    return (block.heading, block.depth, round(block.indent / 6), block.number == BULLET, shape)


def _rising(heads: Sequence[Head]) -> list[Head]:
    """Return the headings whose numbers go up from the first: repeated and jumping ones too, no falling."""
    chain: list[Head] = []
    last = within = 0
    for at, head in enumerate(heads):
        value = value_of(head.label) or 0
        later = [value_of(other.label) or 0 for other in heads[at + 1 :]]
        if chain and value == 1 and last > 1 and later:
            within = 1
            continue
        if within and value == within + 1 and (value != last + 1 or value in later):
            within = value
            continue
        within = 0
        if chain and value < last and (last - value > 1 or max([value, *later]) > last):
            continue
        if chain and value > last + 5 and "/" not in head.label:
            continue
        if not chain and value > 20 and "/" not in head.label and not re.search(r"[A-Z]", head.label):
            continue
        chain.append(head)
        last = max(value, last)
    return chain


def _reach(chain: Sequence[Head]) -> int:
    """Return how far a chain of headings goes: how many different numbers it has."""
    return len({value_of(head.label) for head in chain})


def _cut(flat: Sequence[Part], heads: Sequence[Head], top: set[int]) -> Outline:
    """Return the outline, given where the items begin."""
    tops = [head for head in heads if head.at in top]
    first = tops[0]
    sections: list[Section] = []
    open_parts: list[Part] = []
    front = tuple(flat[: first.at])
    by_place = {head.at: head for head in heads}

    def close() -> None:
        if sections:
            sections[-1] = replace(sections[-1], parts=(*sections[-1].parts, *open_parts))
            open_parts.clear()

    for at in range(first.at, len(flat)):
        head = by_place.get(at)
        level = _level(head, top, first, sections) if head else 0
        if head is None or not level:
            open_parts.append(flat[at])
            continue
        close()
        sections.append(_section(head, level, top))
    close()
    return Outline(front, tuple(sections))


def _section(head: Head, level: int, top: set[int]) -> Section:
    block = head.block
    rest: tuple[Part, ...] = ()
    if head.rest:
        rest = (Block(head.rest, block.spot),)
    ending = head.at not in top and level == 1 and not head.label and ENDING.fullmatch(head.title) is not None
    cut = len(block.text) - len("".join(run.text for run in block.runs).strip())
    return Section(
        head.label, head.title, after(block.runs, cut), level, block.spot, rest, ending, block.margin
    )


def _level(head: Head, top: set[int], first: Head, sections: Sequence[Section]) -> int:  # noqa: PLR0911 (one return for each kind is plainest)
    """Return how deep a heading lies, or 0 for what is none after all."""
    if head.at in top:
        return 1
    block, model = head.block, first.block
    if not head.label:
        if CLOSING.fullmatch(head.title) or ENDING.fullmatch(head.title):
            is_last = head.at > max(top)
            return 1 if is_last and (block.depth <= model.depth or block.heading) else 2
        if model.heading and model.heading < 9:
            return (
                1
                if block.heading and block.heading <= model.heading
                else (2 if block.heading or block.is_bold else 0)
            )
        return 2
    if sections[-1].ending or (head.title.endswith(":") and not head.rest):
        return 0
    deep = depth_of(head.label)
    if deep > 1:
        parent = next((one for one in reversed(sections) if one.label == head.label.rsplit(".", 1)[0]), None)
        return parent.level + 1 if parent else 2
    if block.heading and model.heading and model.heading < 9 and block.heading < model.heading:
        return 1
    if head.label.isalpha() and not block.is_bold and not block.heading:
        return 0
    return 2 + max(0, block.depth - max(model.depth, 0) - 1) if block.depth > 0 else 2
