"""Meetings of joint groups that a neighbour publishes, read out of the file that it offers to everybody.

The file comes from elsewhere: only an id, a title, days and words of closed lists are taken out of it, each
against a strict form. Links are made of the address that the partnership declares, never read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import orjson
from pydantic import AfterValidator, StringConstraints, ValidationError

from editions import messages
from editions.canonical import to_bytes, to_plain
from editions.fields import PublicLine, PublicModel, PublicRecord, RecordId
from editions.kinds.partnerships import PublicPartnership
from editions.marks import MARK
from editions.parts.joint import PublicNeighbour
from problems import Place, Problem

FILE = "meetings.json"
SHARED = "shared-meetings"
SHARED_FILE = f"{SHARED}.json"
"""The file of the dataset with the meetings that neighbours publish, where there are any."""

LARGEST = 50_000_000
"""How many bytes such a file may have."""

MOST = 20_000
"""How many meetings it may list."""

ENOUGH = 10
"""After so many entries with mistakes the rest of a file is not looked at."""

PRIVATE = frozenset({"data", "build", "site", "published"})
"""Folders in which the file of a neighbour has no business."""


def _first_of(text: str) -> date:
    """Return a day, or the first day of a month. Raises ValueError for one that the calendar has not."""
    return date.fromisoformat(text if len(text) > len("2026-01") else f"{text}-01")


def _one_line(text: str) -> str:
    if not text.strip():
        raise ValueError("Nothing to read, where a link is to stand.")
    if any(unicodedata.category(sign).startswith("C") or sign in "\u2028\u2029" for sign in text):
        raise ValueError("A sign that cannot be seen.")
    return text


Title = Annotated[PublicLine, StringConstraints(min_length=1, max_length=300), AfterValidator(_one_line)]


def _in_calendar(text: str) -> str:
    _first_of(text)
    return text


_Day = Annotated[
    str, StringConstraints(pattern=r"\A[0-9]{4}-[0-9]{2}(-[0-9]{2})?\z"), AfterValidator(_in_calendar)
]


class SharedMeeting(PublicModel):
    """A meeting of a joint group that a neighbour publishes."""

    id: RecordId
    """Its id on the neighbour's site."""

    neighbour: RecordId
    """The neighbour, by the id in our settings."""

    group: RecordId
    """The group, by the id of our own record."""

    title: Title
    """Its title there. Words that are withheld there are an ellipsis."""

    date: _Day
    """The day, or the month while the day is not known."""

    until: _Day | None = None
    """The last day, if it took several."""

    status: Literal["planned", "agenda", "draft", "circulated", "final", "approved", "corrected"] | None = (
        None
    )
    """The state of the document."""

    address: str
    """The address of its page there."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What neighbours publish of the groups that we share with them."""

    meetings: tuple[SharedMeeting, ...] = ()
    """By group and date."""

    absent: frozenset[str] = frozenset()
    """The neighbours whose file is not here."""


def read_shared(project: Path, partnership: PublicRecord | None) -> tuple[Shared, tuple[Problem, ...]]:
    """Return the meetings that the neighbours of a partnership publish, and what is wrong with their files.

    What a file no longer lists is gone with the next build.
    """
    meetings: list[SharedMeeting] = []
    absent: set[str] = set()
    problems: list[Problem] = []
    for neighbour in partnership.neighbours if isinstance(partnership, PublicPartnership) else ():
        place = Place(neighbour.file)
        path = _path(project, neighbour)
        if path is None:
            problems.append(messages.NEIGHBOUR_PLACE.at(place, neighbour=neighbour.id))
        elif not path.is_file():
            absent.add(neighbour.id)
            problems.append(messages.NEIGHBOUR_MISSING.at(place, neighbour=neighbour.id))
        else:
            for found in _read(path, neighbour):
                if isinstance(found, Problem):
                    problems.append(found)
                else:
                    meetings.append(found)
    once = {(each.neighbour, each.group, each.id): each for each in meetings}
    in_order = sorted(once.values(), key=lambda each: (each.group, each.date, each.id))
    return Shared(tuple(in_order), frozenset(absent)), tuple(problems)


def bytes_of_shared(shared: Shared) -> bytes:
    """Return the file of what neighbours publish, in the form of the files of our own records."""
    records = [{"id": each.id, "record": to_plain(each)} for each in shared.meetings]
    absent = [{"id": each, "absent": True} for each in sorted(shared.absent)]
    return to_bytes({"format": 1, "kind": SHARED, "records": [*records, *absent]})


def shared_in(content: bytes) -> Shared:
    """Return what such a file says. Raises ValueError for anything else."""
    entries = orjson.loads(content)["records"]
    meetings = (each["record"] for each in entries if "record" in each)
    return Shared(
        tuple(map(SharedMeeting.model_validate, meetings)),
        frozenset(each["id"] for each in entries if "absent" in each),
    )


def _path(project: Path, neighbour: PublicNeighbour) -> Path | None:
    """Return the file of a neighbour; None if it may not lie there, or a link leads there."""
    parts = neighbour.file.split("/")
    if parts[0] in PRIVATE or not all(re.fullmatch(r"[A-Za-z0-9_-][A-Za-z0-9._-]*", part) for part in parts):
        return None
    path = project.joinpath(*parts)
    path = path / FILE if path.is_dir() else path
    steps = [path, *path.parents[: len(path.relative_to(project).parts) - 1]]
    return None if any(step.is_symlink() for step in steps) else path


def _read(path: Path, neighbour: PublicNeighbour) -> Iterator[SharedMeeting | Problem]:
    """Yield the meetings of our groups in a file, or what is wrong with it."""
    place = Place(neighbour.file)
    entries = _entries(path)
    if entries is None:
        yield messages.NEIGHBOUR_REFUSED.at(place, neighbour=neighbour.id)
        return
    odd = 0
    ours = {each.theirs: each.group.id for each in neighbour.groups if each.group.id}
    for number, entry in enumerate(entries, 1):
        record = entry.get("record")
        if odd == ENOUGH:
            return
        if entry.get("draft") or not isinstance(record, dict):
            continue  # Withdrawn there: only its id is left.
        for theirs in dict.fromkeys(group for group in _groups(record) if group in ours):
            try:
                yield _meeting(neighbour, ours[theirs], entry.get("id"), record)
            except ValidationError as error:
                key = str(error.errors(include_input=False)[0]["loc"][0])
                odd += 1
                yield messages.NEIGHBOUR_ENTRY.at(place, neighbour=neighbour.id, number=number, key=key)


def _entries(path: Path) -> list[dict[str, Any]] | None:
    """Return the entries of a list of meetings; None for anything else."""
    try:
        if path.stat().st_size > LARGEST:
            return None
        plain = orjson.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(plain, dict) or plain.get("kind") != "meetings" or plain.get("format") != 1:
        return None
    entries = plain.get("records", [])
    is_list = isinstance(entries, list) and len(entries) <= MOST
    return entries if is_list and all(isinstance(each, dict) for each in entries) else None


def _groups(record: dict[str, Any]) -> Iterator[str]:
    """Yield the ids of the groups whose meeting a record is, on the neighbour's site."""
    more = record.get("with_groups")
    for group in (record.get("group"), *(more if isinstance(more, list) else ())):
        if isinstance(group, dict) and isinstance(group.get("id"), str):
            yield group["id"]


def _meeting(
    neighbour: PublicNeighbour, group: str | None, meeting: Any, record: dict[str, Any]
) -> SharedMeeting:
    """Return one meeting. Raises ValidationError for anything that is not of the form."""
    title = record.get("title")
    return SharedMeeting.model_validate(
        {
            "id": meeting,
            "neighbour": neighbour.id,
            "group": group,
            "title": MARK.sub("\u2026", title) if isinstance(title, str) else title,
            "date": record.get("date"),
            "until": record.get("until"),
            "status": record.get("status"),
            "address": f"{neighbour.address.rstrip('/')}/meetings/{meeting}/",
        }
    )
