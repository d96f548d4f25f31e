"""Which agencies came to the meetings of a group: agencies, never people, and what is public of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from editions.kinds.groups import PublicGroup
from editions.kinds.meetings import PublicMeeting
from macros.charts.charts import Chart
from macros.charts.marks import grid, sign
from macros.language.formats import day, short_months
from macros.language.languages import Language
from macros.views.agencies import is_partly_withheld, lists_who_came, marks
from macros.views.lookups import Lookups

MOST = 8
"""So many meetings fit side by side on a phone: the newest."""

FEWEST = 2

SIGNS = {
    "full": "Came",
    "inner": "Came for a part",
    "block": "Somebody else came in their place",
    "empty": "Nobody came",
    "none": "Not listed",
}
"""The signs and what they mean, from the one that counts most. Why nobody came is not told."""

_SIGN_OF = {
    "present": "full",
    "part": "inner",
    "deputy": "block",
    "apologies": "empty",
    "absent": "empty",
    "none": "none",
}


def attendance_chart(lookups: Lookups, group: PublicGroup, plain: Callable[[str], str]) -> Chart | None:
    """Return the attendance of a group by agency; None for fewer than two meetings that have one.

    `plain` makes words of a line that may have something withheld in it.
    """
    listing = (each for each in lookups.of_group.get(group.id, ()) if lists_who_came(lookups, each))
    meetings = tuple(listing)[-MOST:]
    names: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for meeting in meetings:
        for mark in marks(meeting):
            names[mark.agency] = mark.name
            at = found.setdefault(mark.agency, {})
            at[meeting.id] = min(at.get(meeting.id, "none"), _SIGN_OF[mark.how], key=list(SIGNS).index)
    if len(meetings) < FEWEST or not found:
        return None
    language = lookups.language
    words = {name: language.pgettext("chart-attendance", label) for name, label in SIGNS.items()}
    order = sorted(found, key=lambda agency: (plain(names[agency]).casefold(), agency))
    signs = {agency: tuple(found[agency].get(each.id, "none") for each in meetings) for agency in order}
    rows = tuple((plain(names[agency]), _said(signs[agency], language), signs[agency]) for agency in order)
    used = {name for _, _, row in rows for name in row}
    withheld = any(map(is_partly_withheld, meetings))
    return Chart(
        id=f"attendance-{group.id}",
        title=language.gettext("Agencies at the last %(count)s meetings of %(group)s")
        % {"count": len(meetings), "group": plain(group.name)},
        description=language.gettext(
            "A line for each agency and a column for each meeting, the newest on the right. "
            "A sign says whether somebody came for the agency. The table has the same in words."
        ),
        picture=grid(tuple(_heads(meetings, language)), rows),
        key=tuple((sign(name), label) for name, label in words.items() if name in used),
        head=(language.gettext("Agency"), *(day(language, each.date) for each in meetings)),
        rows=tuple((name, *(words[each] for each in row)) for name, _, row in rows),
        note=_note(language, withheld=withheld),
    )


def _note(language: Language, *, withheld: bool) -> str:
    counted = language.gettext(
        "Counted from what the minutes list in public, for those who sit in the group for an agency."
    )
    left_out = language.gettext("Who is withheld there is not counted.")
    return f"{counted} {left_out}" if withheld else counted


def _said(signs: tuple[str, ...], language: Language) -> str:
    """Return to how many meetings an agency came, of those that list it."""
    listed = [each for each in signs if each != "none"]
    came = sum(each != "empty" for each in listed)
    if not listed:
        return ""
    return language.gettext("%(part)s of %(whole)s") % {"part": came, "whole": len(listed)}


def _heads(meetings: Iterable[PublicMeeting], language: Language) -> Iterator[tuple[str, ...]]:
    """Yield the day, the month and, where it changes, the year of each meeting."""
    before = ""
    for each in meetings:
        year, month, number = (*each.date.split("-"), "", "")[:3]
        named = short_months(language)[int(month)] if month else ""
        yield number.lstrip("0"), named, year if year != before else ""
        before = year
