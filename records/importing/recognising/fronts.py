"""What stands before the items: title, body, day, hours, place, chair, minute taker, and who was there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from records.importing.paragraphs.blocks import Block, Part, Spot, Table, words_of
from records.importing.paragraphs.dates import FoundDay, days_in, hours_in, without_days
from records.importing.recognising.attendance_tables import is_attendance, rows_in
from records.importing.recognising.attendees import NONE, Attendee, label_in, people_in, rows_of
from records.importing.recognising.names import is_name

_KEYS = (
    (
        "title",
        (
            r"(?:meeting )?title(?: of (?:the )?meeting)?|meeting(?: name| title)?|subject|minutes of(?: "
            r"the)?|name of meeting"
        ),
    ),
    ("group", r"committee|group|board|body|name of (?:group|committee)|minuteowner"),
    (
        "date",
        (
            r"(?:meeting )?date(?: of (?:the )?meeting)?|date (?:and|&) time|date ?/ ?time|held on|day"
            r"|when|date, time (?:and|&) (?:place|venue)"
        ),
    ),
    ("time", r"(?:meeting )?times?(?: of (?:the )?meeting)?|start time|start(?:ed)?|time called"),
    ("closed", r"end time|close[ds]?|finish(?:ed)?|end(?:ed)?"),
    ("place", r"venue|place|location|where|held (?:at|in)|room|via"),
    (
        "chair",
        r"chair(?:ed by|person|man|woman)?|chair of (?:the )?meeting|in the chair|presiding|facilitator",
    ),
    (
        "minutes",
        (
            r"minutes?(?: taken)?(?: by)?|minute[- ]?taker|notes? (?:taken )?by|notes|note[- ]?taker"
            r"|scribe|clerk|recorded by|secretary"
        ),
    ),
    ("status", r"status|document status|version"),
    ("quorum", r"quorum"),
    (
        "ignored",
        r"layout|permalink|slug|author|published|classification|distribution|circulation|ref(?:erence)?",
    ),
)
_KEY = re.compile(
    r"\s*(?P<key>"
    + "|".join(f"(?P<{name}>{form})" for name, form in _KEYS)
    + r")\s*(?P<sign>[:\u2013-]|$)\s*(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_MEETING = re.compile(
    r"\b(?:meeting|minutes|board|committee|executive|group|forum|panel|partnership|council|cabinet"
    r"|governors|trustees)\b",
    re.IGNORECASE,
)
_STATUS = re.compile(
    r"\b(?:draft(?:,? subject to (?:approval|confirmation))?|unconfirmed|unapproved|confirmed|approved"
    r"|final(?: published)?|signed|abridged|public version)\b(?! (?:agenda|minutes of (?:the )?(?:last"
    r"|previous)))",
    re.IGNORECASE,
)
_VERSION = re.compile(r"\b(?:version\s*\d[\d.]*|v\d+(?:\.\d+)*)\b", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:held )?(?:at|in|via)\s+(?P<place>(?:the )?(?!\d{1,2}[.:]?\d*\s?(?:am|pm"
    r"|[A-Z][a-z]{2,}\s+\d{4}))[A-Z\d][^.;]{3,120})"
)


@dataclass(frozen=True, slots=True)
class Front:
    """What the beginning of the minutes says."""

    title: str = ""
    title_spot: Spot = field(default_factory=Spot)
    group: str = ""
    days: tuple[tuple[FoundDay, Spot], ...] = ()
    """The days named as that of the meeting, the surest first."""
    date_line: str = ""
    time: str = ""
    place: str = ""
    chair: tuple[str, ...] = ()
    minutes: tuple[str, ...] = ()
    status_words: str = ""
    version: str = ""
    quorum: str = ""
    no_apologies: bool = False
    attendees: tuple[Attendee, ...] = ()
    rest: tuple[Part, ...] = ()
    """What was not recognised."""
    read: tuple[Part, ...] = ()
    """What was read into fields."""
    doubtful_people: tuple[tuple[str, Spot], ...] = field(default=())
    """Words in a list of people that name nobody."""


def front_of(parts: Iterable[Part], group: str = "") -> Front:
    """Return what the parts before the first item say; `group` is the label of people before them."""
    front = Front()
    for part in parts:
        if isinstance(part, Table):
            front, group = _table(front, part, group)
        else:
            front, group = _block(front, part, group)
    return _with_title(front)


def _table(front: Front, table: Table, group: str) -> tuple[Front, str]:
    if is_attendance(table, group):
        rows = tuple(rows_in(table, group))
        return replace(front, attendees=(*front.attendees, *rows), read=(*front.read, table)), ""
    left: list[tuple[tuple[Block, ...], ...]] = []
    last: tuple[tuple[Block, ...], ...] | None = None
    for row in table.rows:
        cells = [cell for cell in row if cell]
        pairs = _pairs(row)
        if not cells:
            continue
        if pairs and all(_is_known(key) for key, _ in pairs):
            for key, cell in pairs:
                for block in cell or (Block((), table.spot),):
                    front = _keyed(front, f"{key.rstrip(': ')}: {block.text}", block.spot)
            last = row
        elif len(cells) == 1 and last is not None and not words_of(row[0]) and label_in(words_of(last[0])):
            front = _keyed(front, f"{words_of(last[0]).rstrip(': ')}: {words_of(cells[0])}", table.spot)
        elif len(cells) == 1 and (one := _keyed(front, words_of(cells[0]), table.spot)) is not front:
            front = one
        else:
            left.append(row)
    if left:
        return replace(front, rest=(*front.rest, replace(table, rows=tuple(left)))), ""
    return replace(front, read=(*front.read, table)), ""


def _pairs(row: tuple[tuple[Block, ...], ...]) -> list[tuple[str, tuple[Block, ...]]]:
    """Return keys and values of a row: two cells, or four."""
    if len(row) % 2 == 0:
        return [(words_of(row[at]), row[at + 1]) for at in range(0, len(row), 2) if words_of(row[at])]
    return [(words_of(row[0]), row[-1])] if len(row) == 3 and words_of(row[0]) and not row[1] else []


def _is_known(key: str) -> bool:
    plain = key.strip().rstrip(":")
    label = label_in(plain)
    return (label is not None and not label.rest) or (_KEY.fullmatch(plain) is not None)


def _block(front: Front, block: Block, group: str) -> tuple[Front, str]:  # noqa: PLR0911 (one return for each kind is plainest)
    """Return the front with what a block says, and the group of people of which a list is open."""
    text = block.text
    label = label_in(text)
    if label and _is_list(label.rest, label.group):
        people, words = people_in(label.rest)
        if NONE.fullmatch(label.rest):
            no = label.group == "apologies"
            return replace(front, no_apologies=front.no_apologies or no, read=(*front.read, block)), ""
        return _added(front, block, label.group, people, words), label.group
    keyed = _keyed(front, text, block.spot)
    if keyed is not front and not (group and block.depth >= 0):
        return replace(
            keyed, read=(*keyed.read, block)
        ), "" if block.heading else group if not block.depth < 0 else ""
    if group and NONE.fullmatch(text):
        return replace(front, no_apologies=group == "apologies", read=(*front.read, block)), group
    if block.heading and not label:
        return replace(_dated(front, block), rest=(*front.rest, block)), ""
    people, words = people_in(text)
    if group and people and len(words) < len(text) / 2:
        return _added(front, block, group, people, words), group
    return replace(_dated(front, block), rest=(*front.rest, block)), ""


def _dated(front: Front, block: Block) -> Front:
    """Return the front with the day, hours and place in a short line that names a day."""
    text = block.text
    days = tuple((day, block.spot) for day in days_in(text))
    if not days or len(text.split()) > 25:
        return front
    told = hours_in(text)
    return replace(
        front,
        days=(*front.days, *days),
        time=front.time or (told[0] if told else ""),
        place=front.place or _place_in(text),
        date_line=front.date_line or text,
    )


def _is_list(rest: str, group: str) -> bool:
    """Return whether what follows a label is a list of people, and not the rest of a sentence."""
    if not rest or NONE.fullmatch(rest):
        return True
    people, words = people_in(rest)
    return bool(people) and len(words) <= len(rest) * 0.6 and (group != "in-attendance" or len(people) > 0)


def _added(front: Front, block: Block, group: str, people: Iterable[object], words: str) -> Front:
    rows = tuple(rows_of(group, people, block.spot))  # type: ignore[arg-type]  # what people_in returns
    doubtful = ((words, block.spot),) if words else ()
    return replace(
        front,
        attendees=(*front.attendees, *rows),
        doubtful_people=(*front.doubtful_people, *doubtful),
        read=(*front.read, block),
    )


def _keyed(front: Front, text: str, spot: Spot) -> Front:
    """Return the front with the value of a key: `Date: …`; the same front for a text without one."""
    label = label_in(text)
    if label and label.rest and text[len(label.words) :].lstrip()[:1] in {":", ";", "(", "-", "\u2013"}:
        people, words = people_in(label.rest)
        if NONE.fullmatch(label.rest):
            return replace(front, no_apologies=front.no_apologies or label.group == "apologies")
        if people:
            return _added(front, Block((), spot), label.group, people, words)
    found = _KEY.fullmatch(text)
    if not found or not found["rest"] or found["sign"] != ":":
        return front
    key = next(name for name, _ in _KEYS if found[name])
    return _with_value(front, key, " ".join(found["rest"].split()), spot)


def _with_value(front: Front, key: str, value: str, spot: Spot) -> Front:  # noqa: PLR0911 (one return for each kind is plainest)
    days = tuple((day, spot) for day in days_in(value))
    told = hours_in(value) if key in {"date", "time"} else None
    front = replace(front, time=front.time or (told[0] if told else ""))
    if key == "title":
        return replace(front, title=front.title or value, title_spot=spot, days=(*front.days, *days))
    if key == "date":
        place = front.place or (_place_in(value) if days else "")
        return replace(front, days=(*days, *front.days), date_line=value, place=place)
    if key == "place":
        return replace(front, place=value)
    if key == "chair":
        return replace(front, chair=(*front.chair, *_named(value)))
    if key == "minutes":
        named = _named(value)
        return replace(front, minutes=(*front.minutes, *named)) if named else front
    if key == "status":
        return replace(front, status_words=value)
    if key == "quorum":
        return replace(front, quorum=value)
    return replace(front, group=value) if key == "group" else front


def _named(value: str) -> tuple[str, ...]:
    people, _ = people_in(value)
    names = tuple(who.name for who in people)
    return names or ((value,) if len(value.split()) <= 8 and value[:1].isupper() else ())


def _place_in(text: str) -> str:
    """Return the place in a line that names a day and hours too."""
    for found in _AT.finditer(text):
        piece = next(iter(without_days(found["place"])), "")
        place = re.sub(r"\s+(?:on|at|from)\s*$", "", piece.strip(" ,.-\u2013")).strip(" ,.-\u2013")
        if len(place) > 3:
            return place
    pieces = [piece.strip(" ,.;|-\u2013()") for piece in without_days(text)]
    pieces = [re.sub(r"^(?:at|in|held at|held in|via)\s+", "", piece) for piece in pieces]
    last = pieces[-1] if pieces and len(text.split()) <= 15 else ""
    return (
        last
        if len(last) > 3 and last[:1].isupper() and not _MEETING.search(last) and not is_name(last)
        else ""
    )


def _with_title(front: Front) -> Front:
    """Return the front with the title: a line that speaks of a meeting, read or not."""
    lines = [part for part in front.rest if isinstance(part, Block)]
    title, spot = front.title, front.title_spot
    if not title:
        told = [
            line
            for line in lines
            if _MEETING.search(line.text)
            and len(line.text.split()) <= 20
            and not line.text.startswith(("#", "<", "http"))
        ]
        ranked = sorted(
            told,
            key=lambda line: (
                -bool(re.search(r"meeting|minutes", line.text, re.IGNORECASE)),
                line.heading or 9,
                line.spot,
            ),
        )
        chosen = next(iter(ranked), None) or next(
            (line for line in lines if 1 < len(line.text.split()) <= 12), None
        )
        if chosen is not None:
            title, spot = chosen.text, chosen.spot
    words = " ".join(line.text for line in lines if len(line.text.split()) <= 15)
    status = _STATUS.search(f"{front.status_words} {title} {words}")
    version = _VERSION.search(f"{title} {words}")
    return replace(
        front,
        title=title,
        title_spot=spot,
        status_words=front.status_words or (status[0] if status else ""),
        version=version[0] if version else "",
    )


def named_as(attendees: Iterable[Attendee], role: str) -> tuple[str, ...]:
    """Return the names of those whom the attendance gives a role in the meeting."""
    return tuple(row.who.name for row in attendees if role in row.who.roles)
