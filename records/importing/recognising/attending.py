"""The attendance put together from lists, tables and sentences, with what contradicts itself in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from records.importing.paragraphs.blocks import Source, blocks_in
from records.importing.recognising.attendees import Attendee, label_in, told_in
from records.importing.recognising.fronts import Front, front_of
from records.importing.recognising.names import DEPUTY, Printed, fits_initials, folded, is_name, printed
from records.importing.recognising.outlines import Outline

EARLY = 4
"""In how many of the first items it is told who was there."""


def attendance_of(front: Front, outline: Outline) -> tuple[Attendee, ...]:
    """Return the attendance: of the front, and of sentences in the first items; contradictions are kept."""
    rows: dict[str, Attendee] = {}
    for row in front.attendees:
        _put(rows, row)
    for section in outline.sections[:EARLY]:
        named = re.search(r"apolog|present|attend|welcome|introduc|delegates", section.title, re.IGNORECASE)
        for block in blocks_in(section.parts):
            for row in told_in(block.text, block.spot):
                _put(rows, row)
            deputy = DEPUTY.search(block.text)
            if block.depth >= 0 and deputy and (who := printed(block.text)) and who.deputy_for:
                _put(rows, Attendee(who, spot=block.spot))
        if named and not front.attendees:
            label = label_in(section.title)
            listed = front_of(section.parts, label.group if label and not label.rest else "")
            for row in listed.attendees:
                _put(rows, row)
    return tuple(_with_deputies(list(rows.values())))


def _put(rows: dict[str, Attendee], row: Attendee) -> None:
    """Add a row; of somebody who is listed already, only what is new, or a contradiction."""
    key = _key(rows, row)
    known = rows.get(key)
    if known is None:
        rows[key] = row
    elif known.status != row.status and not known.also:
        late = row if row.status in {"apologies", "absent"} else known
        also = "present" if late.status in {"apologies", "absent"} else ""
        rows[key] = replace(known, status=late.status, also=also)
    else:
        rows[key] = replace(known, who=_more(known.who, row.who))


def _key(rows: dict[str, Attendee], row: Attendee) -> str:
    """Return under what name somebody is listed: the same name, with or without titles and middle names."""
    name = folded(row.who.name)
    return (
        name
        if name in rows
        else next((key for key in rows if key.replace(" ", "") == name.replace(" ", "")), name)
    )


def _more(first: Printed, second: Printed) -> Printed:
    return replace(
        first,
        initials=first.initials or second.initials,
        post=first.post or second.post,
        representing=first.representing or second.representing,
        roles=tuple(dict.fromkeys([*first.roles, *second.roles])),
        mode=first.mode or second.mode,
        part=first.part or second.part,
        deputy_for=first.deputy_for or second.deputy_for,
        note=first.note or second.note,
    )


def _with_deputies(rows: list[Attendee]) -> Iterator[Attendee]:
    """Yield the rows, with the status of those who sent somebody in their place."""
    sent = {folded(row.who.deputy_for): row.who.name for row in rows if row.who.deputy_for}
    for row in rows:
        deputy = sent.get(folded(row.who.name))
        yield replace(row, who=replace(row.who, note=row.who.note or f"Deputy: {deputy}")) if deputy else row


_INTRODUCED = re.compile(
    r"(?P<name>(?:[A-Z\u00c0-\u00de][\w'\u2019-]+ ){1,3}[A-Z\u00c0-\u00de][\w'\u2019-]+) ?\( "
    r"?(?P<initials>[A-Z][A-Za-z]{1,3}) ?\)"
)


def introduced_in(source: Source, attendees: Sequence[Attendee]) -> Iterator[tuple[str, str]]:
    """Yield the names that are introduced with their initials anywhere: `Ann Other (AO)`."""
    listed = {folded(row.who.name) for row in attendees}
    for block in blocks_in(source.parts):
        for found in _INTRODUCED.finditer(block.text):
            words = found["name"].split()
            for at in range(len(words) - 1):
                name = " ".join(words[at:])
                if is_name(name) and fits_initials(found["initials"], name):
                    if folded(name) not in listed:
                        yield name, found["initials"]
                    break
