"""Meetings held, who came for the agencies, and what was decided in a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from editions.kinds.groups import PublicGroup
from editions.kinds.meetings import PublicMeeting
from macros.language.formats import day
from macros.language.words import DECISIONS
from macros.open_data.sources import Source
from macros.views.agencies import Agency, counted, lists_who_came
from macros.views.lookups import Settled
from macros.views.meetings import is_coming
from macros.yearly.tables import Attendance, Came, Count, Row, Table, brief, cells, words
from macros.yearly.years import ReportingYear, year_before

NOT_SAID = "Not said"


def held(source: Source, year: ReportingYear) -> tuple[PublicMeeting, ...]:
    """Return the meetings that were held in a year, in order of date, each once."""
    entries = source.lookups.meetings.values()
    found = (entry.record for entry in entries if entry.record is not None)
    return tuple(each for each in found if was_held(source, each) and year.holds(each.date))


def was_held(source: Source, meeting: PublicMeeting) -> bool:
    """Return whether a meeting took place: it was not called off, and was not still to come."""
    return meeting.happened in {"held", None} and not is_coming(source.lookups, meeting)


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
        Attendance(
            group.id,
            seen.meetings,
            tuple(_came(source, each, seen.meetings) for each in seen.agencies if each.listed),
            _left_out(len(found) - seen.meetings, seen.withheld),
        )
        for group, found in _of_groups(source, year)
        for seen in [counted(year.words, [each for each in found if lists_who_came(source.lookups, each)])]
        if seen.agencies
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


def _came(source: Source, agency: Agency, held: int) -> Came:
    listed = agency.listed if agency.listed != held else None
    return Came(agency.id, words(source.line(agency.name)), agency.came, listed)


def _left_out(missing: int, withheld: int) -> str:
    """Return what a reader must know of the count."""
    said = "Counted from what the minutes list in public, a deputy as the agency."
    if missing:
        said += f" Meetings of which no attendance is published: {missing}."
    if withheld:
        said += (
            f" Meetings of which part of it is withheld, so that somebody may be missing here: {withheld}."
        )
    return said
