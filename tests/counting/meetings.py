"""The counts of meetings: what they went through, who came for whom, and how soon their minutes followed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from statistics import median_low
from typing import Any

from tests.counting.files import NOT_HELD, Files, Record, hides, items_of
from tests.counting.pages import Page, heads, rows, words
from tests.counting.registers import Told

HOW = ("present", "part", "deputy", "apologies", "absent")
"""How somebody came for an agency, that which counts most first."""

SIGNS = {
    "present": "Came",
    "part": "Came for a part",
    "deputy": "Somebody else came in their place",
    "apologies": "Nobody came",
    "absent": "Nobody came",
}
VISITING = {"invited", "support", "guest", "presenter", "public", "press"}
AT_MOST = 8
"""So many meetings stand side by side in a chart."""

_MATTERS = ("person", "organization", "name", "status", "category", "deputy", "deputy_name", "deputy_for")


def gone_through(summary: Any, page: Page, files: Files) -> Told:
    """The items, decisions and actions of a meeting that has no summary of its own."""
    meeting = next(each for each in files.meetings if page.address == f"meetings/{each['id']}")
    if meeting.get("summary") or meeting.get("happened") in {"cancelled", "abandoned", "postponed"}:
        return
    decisions = len(meeting.get("decisions_between", ()))
    decisions += sum(len(each.get("decisions", ())) for each in items_of(meeting))
    actions = sum(len(each.get("actions", ())) for each in items_of(meeting))
    counts = (("item", len(meeting.get("items", ()))), ("decision", decisions), ("action", actions))
    expected = [f"{number} {what}{'s' if number > 1 else ''}" for what, number in counts if number]
    yield "; ".join(re.findall(r"\d+ (?:item|decision|action)s?\b", words(summary))), "; ".join(expected)


def entries(summary: Any, page: Page, files: Files) -> Told:
    """How many stand in a long list of who was there."""
    meeting = next(each for each in files.meetings if page.address == f"meetings/{each['id']}")
    yield words(summary), f"All {len(meeting['attendance'])} entries"


def by_agency(table: Any, page: Page, files: Files) -> Told:
    """How often somebody came for each agency to the meetings of a group in a year."""
    counts: dict[str, Counter[str]] = {}
    names: dict[str, str] = {}
    for meeting in _of_year(table, page, files):
        for agency, (name, how) in marks(meeting).items():
            if how in HOW:
                counts.setdefault(agency, Counter())[how] += 1
            names[agency] = name
    expected = {
        names[agency]: [*(found[how] for how in HOW), found.total()] for agency, found in counts.items()
    }
    told = {row[0]: [*row[1:]] for row in rows(table)}
    assert told.keys() == expected.keys()
    for name, numbers in expected.items():
        has_share = len(heads(table)) > len(HOW) + 2
        share = [f"{round(100 * sum(numbers[:3]) / numbers[-1])}%"] if has_share else []
        yield from zip(told[name], [*map(str, numbers), *share], strict=True)


def by_agency_of(note: Any, page: Page, files: Files) -> Told:
    """From how many meetings that was counted, and in how many of them something is withheld."""
    meetings = _of_year(note.xpath("./preceding::table[1]")[0], page, files)
    hidden = sum(map(_is_partly_withheld, meetings))
    expected = [f"{len(meetings)} meeting{'s' if len(meetings) > 1 else ''}"]
    expected += [f"for {hidden} of them"] if hidden else []
    yield "; ".join(re.findall(r"\d+ meetings?|for \d+ of them", words(note))), "; ".join(expected)


def _of_year(table: Any, page: Page, files: Files) -> list[Record]:
    year = words(table.xpath("./caption")[0]).rsplit(" ", 1)[-1]
    found = listing(files, page.address.removeprefix("groups/"))
    return [each for each in found if each["date"].startswith(year)]


def agency_charts(figure: Any, _: Page, files: Files) -> Told:
    """The chart of the last meetings: its name, each sign, and `3 of 5` beside it."""
    group = figure.xpath("string(.//*[local-name()='title']/@id)")[len("chart-attendance-") : -len("-title")]
    meetings = listing(files, group)[-AT_MOST:]
    table = figure.xpath(".//table")[0]
    title = words(figure.xpath(".//*[local-name()='title']")[0])
    for words_ in (title, words(table.xpath("./caption")[0])):
        yield re.findall(r"the last (\d+) meetings", words_)[0], str(len(meetings))
    found = [marks(meeting) for meeting in meetings]
    names = {agency: name for each in found for agency, (name, _) in each.items()}
    signs = {
        names[agency]: [
            SIGNS.get(each[agency][1], "Not listed") if agency in each else "Not listed" for each in found
        ]
        for agency in names
    }
    told = {row[0]: [*row[1:]] for row in rows(table)}
    assert told.keys() == signs.keys()
    for name, each in told.items():
        yield from zip(each, signs[name], strict=True)
    said = [words(each) for each in figure.xpath(".//*[local-name()='text'][@class='strong']")]
    expected = [
        f"{sum(sign != 'Nobody came' for sign in known)} of {len(known)}"
        for each in told.values()
        if (known := [sign for sign in each if sign != "Not listed"])
    ]
    yield from zip(said, expected, strict=True)


def listing(files: Files, group: str) -> list[Record]:
    """Return the meetings of a group that took place and list who was there."""
    return [
        each
        for each in files.meets(group)
        if each.get("attendance") and each.get("happened") not in NOT_HELD and not files.is_coming(each)
    ]


def marks(meeting: Record) -> dict[str, tuple[str, str]]:
    """Return for each agency its name and the best of how somebody came for it."""
    found: dict[str, tuple[str, str]] = {}
    for agency, name, how in _marked(meeting):
        before = found.get(agency, ("", "none"))[1]
        order = (*HOW, "none")
        found[agency] = name, min(before, how, key=order.index)
    return found


def _marked(meeting: Record) -> Iterator[tuple[str, str, str]]:
    for row in meeting["attendance"]:
        status = row.get("status")
        if row.get("category") in VISITING or status == "observer":
            continue
        who, body = row.get("person") or {}, row.get("organization")
        own = (
            (body.get("id"), body["name"]) if body else (who.get("organization_id"), who.get("organization"))
        )
        stood_in = row.get("deputy_for", ()) if status == "present" else ()
        others = {
            each.get("organization_id") or each["organization"]: each["organization"]
            for each in stood_in
            if each.get("organization")
        }
        key = own[0] or own[1]
        if own[1]:
            yield key, own[1], "deputy" if key in others else _how(row)
        yield from ((other, name, "deputy") for other, name in others.items() if other != key)


def _how(row: Record) -> str:
    status, deputy = row.get("status"), row.get("deputy") or row.get("deputy_name")
    if status == "present":
        return "part" if any(row.get(each) for each in ("items", "part", "arrived", "left")) else "present"
    if status in {"deputy-sent", "represented"}:
        return "deputy"
    if status in {"apologies", "absent", "did-not-attend", "excluded"}:
        return "deputy" if deputy else "apologies" if status == "apologies" else "absent"
    return "none"


def _is_partly_withheld(meeting: Record) -> bool:
    return hides(meeting, "attendance") or any(
        hides(row, field) for row in meeting["attendance"] for field in _MATTERS
    )


def promptness_years(table: Any, _: Page, files: Files) -> Told:
    """Meetings with minutes, half of them within, the longest, and how many were late, by year."""
    found = sorted((row for row in timed(files)), key=lambda row: row["date"][:4], reverse=True)
    years = groupby(found, key=lambda row: row["date"][:4])
    for told, (year, those) in zip(rows(table), years, strict=True):
        each = list(those)
        days = [taken(files, row) for row in each]
        late = sum(_is_late(files, row) for row in each)
        expected = (year, str(len(each)), *map(files.told_days, (median_low(days), max(days))))
        yield from zip(told, (*expected, str(late or "none"))[: len(told)], strict=True)


def promptness_chart(figure: Any, _: Page, files: Files) -> Told:
    """How many days it took for each of the newest meetings."""
    found = timed(files)[::-1]
    table, said = figure.xpath(".//table")[0], figure.xpath(".//*[local-name()='text'][@class='strong']")
    expected = [files.told_days(taken(files, row)) for row in found][: len(rows(table))]
    yield from zip((row[-1] for row in rows(table)), expected, strict=True)
    aim = [f"Promised: {files.told_days(days)}"] if (days := files.promise.get("draft_days")) else []
    yield "; ".join(sorted(words(each) for each in said)), "; ".join(sorted([*expected, *aim]))


def promptness_meeting(row: Any, page: Page, files: Files) -> Told:
    """How many days after a meeting its minutes came, and how many days late."""
    found = next(
        each for each in files.table("promptness") if page.link_in(row) == f"meetings/{each['meeting']}"
    )
    told = words(row)
    expected = f"after {files.told_days(taken(files, found))}" if found["minutes_published"] else ""
    yield "; ".join(re.findall(r"after \d+ (?:working )?days?", told)), expected
    late = [
        files.told_days(max(files.days(found[due], found[done]), 1))
        for due, done in (("minutes_due", "minutes_published"), ("approved_due", "approved_published"))
        if found[due] and found[done] and found[done] > found[due]
    ]
    yield "; ".join(re.findall(r"(\d+ (?:working )?days?) late", told)), "; ".join(late)


def timed(files: Files) -> list[dict[str, str]]:
    """Return the meetings whose minutes are published, in order of date."""
    found = [row for row in files.table("promptness") if row["minutes_published"]]
    return sorted(found, key=lambda row: (row["date"], row["meeting"]))


def taken(files: Files, row: dict[str, str]) -> int:
    """Return how many days it took from a meeting to its minutes."""
    meeting = next(each for each in files.meetings if each["id"] == row["meeting"])
    return files.days(meeting.get("until") or meeting["date"], row["minutes_published"])


def _is_late(files: Files, row: dict[str, str]) -> bool:
    if not files.promise.get("draft_days") or row["date"] < files.promise.get("since", ""):
        return False
    return taken(files, row) > files.promise["draft_days"]
