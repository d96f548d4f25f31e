"""Meetings held, who came for the agencies, and what was decided in a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from editions.attendance import PublicAttendance
from editions.kinds.groups import PublicGroup
from editions.kinds.meetings import PublicMeeting
from macros.charts.attendance import VISITORS, agency_of
from macros.formats import day
from macros.open_data.sources import Source
from macros.views.lookups import Settled
from macros.words import DECISIONS
from macros.yearly.tables import Attendance, Came, Count, Row, Table, brief, cells, words
from macros.yearly.years import ReportingYear, year_before

_AWAY = frozenset({"apologies", "absent", "did-not-attend", "excluded"})
_CAME = frozenset({"present", "deputy-sent", "represented"})
NOT_SAID = "Not said"


def held(source: Source, year: ReportingYear) -> tuple[PublicMeeting, ...]:
    """Return the meetings that were held in a year, in order of date, each once."""
    entries = source.lookups.meetings.values()
    found = (entry.record for entry in entries if entry.record is not None)
    return tuple(each for each in found if each.happened == "held" and year.holds(each.date))


def meetings_by_group(source: Source, year: ReportingYear) -> Table:
    """Return how many meetings each group held. A joint meeting counts for each of its groups."""
    rows = [
        Row(cells(source.line(group.name), len(found)), ("group", group.id))
        for group, found in _of_groups(source, year)
    ]
    return Table(
        "meetings-by-group",
        "Meetings held, by group",
        ("Group", "Meetings"),
        tuple(rows),
        chart="bars",
        note="A joint meeting counts for each of its groups.",
    )


def meetings_held(source: Source, year: ReportingYear) -> Table:
    """Return the meetings that were held."""
    rows = (
        Row(
            cells(
                day(source.language, each.date), ", ".join(map(source.who, (each.group, *each.with_groups)))
            ),
            ("meeting", each.id),
        )
        for each in held(source, year)
    )
    return Table("meetings-held", "Meetings held", ("Day", "Group"), tuple(rows))


def attendance(source: Source, year: ReportingYear) -> tuple[Attendance, ...]:
    """Return who came for the agencies to the meetings of each group of which minutes say it."""
    return tuple(
        Attendance(group.id, len(listing), tuple(_agencies(source, listing)), _left_out(listing, found))
        for group, found in _of_groups(source, year)
        for listing in [[each for each in found if any(map(_has_seat, each.attendance))]]
        if listing
    )


def decisions(source: Source, year: ReportingYear) -> tuple[tuple[str, Settled], ...]:
    """Return the decisions of the meetings of a year, those between meetings among them, by their names."""
    found = source.lookups.decisions.items()
    return tuple((name, each) for name, each in found if year.holds(each.meeting.date))


def decisions_by_kind(source: Source, year: ReportingYear) -> Table:
    """Return how many decisions of each kind were made, in the order of the closed list."""
    times = Counter(each.decision.kind or "" for _, each in decisions(source, year))
    order = [*DECISIONS, *sorted(set(times) - set(DECISIONS))]
    rows = (Row(cells(DECISIONS.get(kind) or NOT_SAID, times[kind])) for kind in order if times[kind])
    return Table("decisions-by-kind", "Decisions, by kind", ("Kind", "Decisions"), tuple(rows), chart="bars")


def decisions_made(source: Source, year: ReportingYear) -> Table:
    """Return the decisions of a year."""
    rows = (
        Row(
            cells(
                brief(source, each.decision.text),
                DECISIONS.get(each.decision.kind or "") or NOT_SAID,
                source.who(each.meeting.group),
                day(source.language, each.meeting.date),
            ),
            ("decision", name),
        )
        for name, each in decisions(source, year)
    )
    return Table("decisions-made", "Decisions", ("Decision", "Kind", "Group", "Day"), tuple(rows))


def counts(source: Source, year: ReportingYear) -> tuple[Count, ...]:
    """Return how many meetings were held and decisions made, and how many in the year before."""
    earlier = year_before(year)
    known = bool(held(source, earlier))
    return (
        Count("Meetings held", len(held(source, year)), len(held(source, earlier)) if known else None),
        Count(
            "Decisions made", len(decisions(source, year)), len(decisions(source, earlier)) if known else None
        ),
    )


def _of_groups(source: Source, year: ReportingYear) -> Iterator[tuple[PublicGroup, list[PublicMeeting]]]:
    """Yield the groups that met, with their meetings, the executive and the board first."""
    groups = [entry.record for entry in source.lookups.groups.values() if entry.record is not None]
    groups.sort(key=lambda each: (each.kind not in {"executive", "board"}, each.name.casefold(), each.id))
    ids = {each.id for each in held(source, year)}
    for group in groups:
        found = [each for each in source.lookups.of_group.get(group.id, ()) if each.id in ids]
        if found:
            yield group, found


def _agencies(source: Source, meetings: list[PublicMeeting]) -> Iterator[Came]:
    """Yield the agencies by name, with the number of meetings at which somebody was there for them."""
    names: dict[str, str] = {}
    ids: dict[str, str | None] = {}
    seen: Counter[str] = Counter()
    came: Counter[str] = Counter()
    for meeting in meetings:
        there: dict[str, bool] = {}
        for row in filter(_has_seat, meeting.attendance):
            agency, name = agency_of(row)
            key = agency or name or ""
            names[key], ids[key] = source.line(name), agency
            there[key] = there.get(key, False) or _came(row)
        seen.update(there.keys())
        came.update(key for key, was_there in there.items() if was_there)
    for key in sorted(names, key=lambda each: (names[each].casefold(), each)):
        listed = seen[key] if seen[key] != len(meetings) else None
        yield Came(ids[key], words(names[key]), came[key], listed)


def _has_seat(row: PublicAttendance) -> bool:
    """Return whether a row is of somebody who sits in the group for an agency that is public."""
    is_marked = row.status in _AWAY | _CAME
    return is_marked and agency_of(row)[1] is not None and row.category not in VISITORS


def _came(row: PublicAttendance) -> bool:
    return row.status in _CAME or bool(row.deputy or row.deputy_name)


def _left_out(listing: list[PublicMeeting], found: list[PublicMeeting]) -> str:
    """Return what a reader must know of the count."""
    said = "Counted from what the minutes list in public, a deputy as the agency."
    missing = len(found) - len(listing)
    return f"{said} Meetings of which no attendance is published: {missing}." if missing else said
