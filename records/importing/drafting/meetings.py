"""A source recognised as a meeting: the draft with its questions. Every stage is a function of values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from records.importing import import_messages as messages
from records.importing.drafting import traps
from records.importing.drafting.audits import audited
from records.importing.drafting.drafting import Ids, Values, item_values, parties
from records.importing.drafting.endings import announced_in, coming_meetings, is_list_of_papers, papers_in
from records.importing.drafting.matching import matched
from records.importing.drafting.prose import escaped, plain_line, prose, wrapped
from records.importing.drafting.questions import Question, grouped
from records.importing.drafting.seats import head_values, people_values
from records.importing.paragraphs.blocks import Block, Oddity, Part, Source, blocks_in
from records.importing.paragraphs.dates import days_in
from records.importing.recognising.attendees import Attendee, chairs_in
from records.importing.recognising.attending import EARLY, attendance_of, introduced_in
from records.importing.recognising.fronts import Front, front_of
from records.importing.recognising.known import Known
from records.importing.recognising.minuting import Minute, minute_of
from records.importing.recognising.outlines import Outline, Section, outlined
from records.importing.recognising.rosters import Roster, people_meant, roster_of


@dataclass(frozen=True, slots=True)
class Told:
    """What the person who imports says, which goes before what the file says."""

    file_name: str = ""
    group: str = ""
    day: str = ""


@dataclass(frozen=True, slots=True)
class Recognized:
    """A draft of a meeting with its questions; `day` is empty where none could be found."""

    values: Values
    questions: tuple[Question, ...]
    day: str
    group: str


def recognized(
    source: Source, known: Known, told: Told, detect: Callable[[str], Iterable[str]]
) -> Recognized:
    """Return the draft of a meeting. `detect` finds what may be confidential in a text."""
    outline = outlined(source.parts)
    front = front_of(outline.front)
    file_days = [day.day for day in days_in(re.sub(r"[_ ]+|(?<=[A-Za-z])-(?=\d)", " ", told.file_name))]
    day = told.day or _day(front, file_days, outline)
    attendees = attendance_of(front, outline)
    roster = roster_of(attendees, introduced_in(source, attendees), known, day)
    minutes = [minute_of(section, roster) for section in outline.sections]
    minutes, twice = matched(minutes, outline.sections)
    group, group_questions = _group(front, known, told)
    values = head_values(front, day, group)
    first = [part for section in outline.sections[:EARLY] for part in section.parts]
    chaired = [chair for block in blocks_in((*front.rest, *first)) for chair in chairs_in(block.text)]
    values |= people_values(front, attendees, roster, chaired)
    values |= _body(front, outline, minutes, roster)
    note = _office_note(each for each in source.oddities if not _stands_in(each, values))
    if note:
        values["office_note"] = note
    asked = [
        *group_questions,
        *traps.date_questions(front, file_days, day),
        *(traps.future_days(source, day) if day else ()),
        *_document_questions(front, attendees),
        *traps.people_questions(attendees, roster),
        *_attendance_questions(front),
        *traps.outline_questions(outline),
        *traps.owner_questions(minutes, roster),
        *traps.speaker_questions(source, roster),
        *traps.action_questions(minutes),
        *traps.file_questions(minutes),
        *twice,
        *traps.passages(source, detect),
        *traps.source_questions(source),
    ]
    return Recognized(values, grouped(asked), day, group)


def _day(front: Front, file_days: Sequence[str], outline: Outline) -> str:
    """Return the day of the meeting: of its own line, else of the file's name, or of the first item."""
    whole = [found.day for found, _ in front.days if len(found.day) == len("2026-03-12")]
    if whole:
        return whole[0]
    if file_days:
        return file_days[0]
    if front.days:
        return front.days[0][0].day
    first = [part for section in outline.sections[:1] for part in section.parts[:5]]
    days = [found.day for block in blocks_in(tuple(first)) for found in days_in(block.text)]
    return days[0] if days and outline.guessed else ""


def _group(front: Front, known: Known, told: Told) -> tuple[str, list[Question]]:
    """Return the id of the group: named by a whole name of it, else proposed with a question."""
    if told.group:
        return told.group, []
    bare = {known.bare(words) for words in (front.title, front.group) if words}
    certain = {known.groups[words] for words in bare if words in known.groups}
    if len(certain) == 1:
        return certain.pop(), []
    named = sorted(
        (len(name), group)
        for name, group in known.groups.items()
        for words in bare
        if f" {name} " in f" {words} "
    )
    ids = sorted(set(known.groups.values()))
    proposed = named[-1][1] if named else "executive" if "executive" in ids else (ids[0] if ids else "")
    spots = (front.title_spot,) if front.title else ()
    name = front.title or front.group
    words = f"\u201c{name}\u201d" if name else ""
    return proposed, [Question(messages.GROUP, spots, words, f"The draft says {proposed}.", ("group",))]


def _body(front: Front, outline: Outline, minutes: Sequence[Minute], roster: Roster) -> Values:
    """Return what stands between the attendance and the end: preamble, items, papers, coming meetings."""
    values: Values = {}
    rest = [part for part in front.rest if not _is_title(part, front)]
    if rest:
        values["preamble"] = prose(rest)
    ids = Ids({"all"})
    items: list[Values] = []
    path: list[list[Values]] = [items]
    above = [""]
    other: list[Values] = []
    papers: list[Values] = []
    coming: list[Values] = list(announced_in(front.rest))
    for section, minute in zip(outline.sections, minutes, strict=True):
        coming += coming_meetings(section)
        listed = list(papers_in(section)) if section.ending else []
        papers += (
            {"id": ids.new("paper"), "label": plain_line(label), "title": plain_line(title)}
            for label, title, _ in listed
        )
        if section.ending and not minute.actions and not minute.updates and not minute.decisions:
            _add_other(
                other,
                section,
                [part for _, _, part in listed if part is not None],
                own=any(part is None for _, _, part in listed),
            )
            continue
        path, above = path[: section.level], above[: section.level]
        item = item_values(section, minute, roster, ids, above[-1])
        _with_known(item, section, roster)
        path[-1].append(item)
        path.append(item.setdefault("items", []))
        above.append(item["id"])
    _tidy(items)
    if items:
        values["items"] = items
    if papers:
        values["papers"] = papers
    if coming:
        values["next_meetings"] = coming
    if other:
        values["other"] = other
    return values


def _is_title(part: Part, front: Front) -> bool:
    return isinstance(part, Block) and part.text == front.title and part.spot == front.title_spot


def _add_other(other: list[Values], section: Section, read: Sequence[Part], *, own: bool) -> None:
    """Add the end of a document, without what was read into papers."""
    parts = [part for part in section.parts if part not in read]
    text = prose(parts)
    if text:
        other.append({"title": plain_line(section.title), "text": text})
    elif not own and not is_list_of_papers(section):
        other.append({"text": wrapped(escaped(section.title))})


def _with_known(item: Values, section: Section, roster: Roster) -> None:
    """Add what a short sentence says of the whole item: who presented it, who left, that nobody declared."""
    text = " ".join(block.text for block in blocks_in(section.parts[:4]) if len(block.text.split()) < 60)
    presented = re.search(r"\b(?i:presented|introduced|led) by (?P<who>[A-Z][^.;:]{2,80})", text)
    if presented and (people := people_meant(presented["who"], roster)) and all(one.sure for one in people):
        _insert(item, "presented_by", parties([presented["who"]], roster))
    left = re.search(
        r"(?:^|[.;] )(?P<who>[A-Z][^.;:]{2,80}?) (?:stepped away|left the (?:room|meeting)|withdrew"
        r"|were out of the room|was out of the room)\b[^.]*(?:for|during|while) (?:this|the) (?:item"
        r"|discussion)",
        text,
    )
    if left and (people := people_meant(left["who"], roster)) and all(one.sure for one in people):
        _insert(item, "left_the_room", parties([left["who"]], roster))
    if re.search(r"declarations?\b.*\binterest", section.title, re.IGNORECASE) and re.match(
        r"\W*(?:none|nil|there were (?:no|none)|no (?:declarations|interests|conflicts))\b",
        text,
        re.IGNORECASE,
    ):
        _insert(item, "declarations", "none")


def _insert(item: Values, key: str, value: Any) -> None:
    """Put a key after the title."""
    rest = {name: item.pop(name) for name in list(item) if name not in {"id", "label", "title"}}
    item[key] = value
    item.update(rest)


def _tidy(items: list[Values]) -> None:
    """Take empty lists of items away; an item with items under it has something to read."""
    for item in items:
        _tidy(item.get("items", []))
        if not item.get("items"):
            item.pop("items", None)
        else:
            item.pop("content", None)


def _stands_in(oddity: Oddity, values: Values) -> bool:
    """Return whether a header or footer says only what the draft says too, such as the title."""
    return oddity.kind in {"header", "footer"} and not audited(Source((), (oddity,)), values).missing


def _office_note(oddities: Iterable[Oddity]) -> str:
    """Return the note for the office: what the source holds that is not plain text of it."""
    names = {
        "inserted": "Inserted, not yet accepted",
        "deleted": "Struck out, not yet accepted",
        "comment": "Comment",
        "note": "Note",
        "hidden": "Hidden text",
        "header": "Header",
        "footer": "Footer",
        "embedded": "File within the document",
        "picture": "Picture",
        "macro": "Programs within the document",
        "box": "Text box",
    }
    kept = [each for each in oddities if each.kind in names and each.kind != "inserted"]
    lines = []
    for each in kept:
        where = (
            f" ({each.spot})"
            if each.spot.paragraph
            else (f" (page {each.spot.page})" if each.spot.page else "")
        )
        words = " ".join(each.text.split())
        lines.append(f"{names[each.kind]}{where}: {words}" if words else f"{names[each.kind]}{where}.")
    return "\n".join(lines)


def _document_questions(front: Front, attendees: Sequence[Attendee]) -> Iterator[Question]:
    if not attendees:
        yield Question(messages.NOT_MINUTES, (), "", "It is drafted as a meeting.")
    if re.search(r"\b(?<!un)(?:approved|confirmed|final|signed)\b", front.status_words, re.IGNORECASE):
        yield Question(
            messages.STATUS, (), f"\u201c{front.status_words}\u201d", "The draft says draft.", ("status",)
        )
    if not front.title:
        yield Question(messages.TITLE, (), "", "The draft says Meeting.", ("title",))


def _attendance_questions(front: Front) -> Iterator[Question]:
    if front.doubtful_people:
        spots = tuple(spot for _, spot in front.doubtful_people)
        words = ", ".join(f"\u201c{words}\u201d" for words, _ in front.doubtful_people[:4])
        yield Question(
            messages.ATTENDANCE, spots, words, "These words are left to `source`.", ("attendance",)
        )
    unmarked = [row for row in front.attendees if row.status == "absent"]
    if unmarked:
        spots = tuple(row.spot for row in unmarked)
        words = ", ".join(f"\u201c{row.who.name}\u201d" for row in unmarked[:4])
        yield Question(messages.ATTENDANCE, spots, words, "They are marked as absent.", ("attendance",))
