"""The counts of the registers: actions, decisions, what is withheld, and the files themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.counting.deeds import Deed, decided, deeds
from tests.counting.files import Files, groups_of
from tests.counting.pages import Page, cells, heads, rows, words

Told = Iterator[tuple[str, str]]
"""What a page says and what its files say, side by side."""

AGES = ("Under 3 months", "3 to 6 months", "6 to 12 months", "A year or more")
LOOKS = ("Closed", "Open, not past its date", "Open, past its date", "State withheld")

_EDITION = re.compile(r", edition ([0-9]+)$")


def part(files: Files, address: str) -> list[Any]:
    """Return the actions or decisions that a page of a register is about: `actions/group/executive`."""
    register, *limits = address.split("/")
    found: list[Any] = list(deeds(files).values()) if register == "actions" else decided(files)
    by, value = (limits[0], limits[1]) if len(limits) > 1 else ("state", limits[0] if limits else "")
    if by == "group":
        is_in = {
            "actions": lambda each: value in each.groups,
            "decisions": lambda each: value in groups_of(each.meeting),
        }[register]
        return [each for each in found if is_in(each)]
    chosen = {
        ("state", ""): lambda _: True,
        ("state", "open"): lambda each: each.standing == "open",
        ("state", "overdue"): lambda each: each.is_overdue,
        ("state", "closed"): lambda each: each.standing == "closed",
        ("state", "between-meetings"): lambda each: each.is_between,
        ("state", "replaced"): lambda each: each.is_replaced,
        ("agency", value): lambda each: value in each.agencies,
        ("kind", value): lambda each: each.decision.get("kind") == value,
    }
    if by == "state" and value.isdigit():
        return [each for each in found if each.meeting["date"].startswith(value)]
    return [each for each in found if chosen[by, value](each)]


def filters(entry: Any, page: Page, files: Files) -> Told:
    """A part of a register beside its number of rows."""
    yield words(entry.xpath("./span[@class='aside']")[0]), str(len(part(files, page.link_in(entry))))


def listed(table: Any, page: Page, files: Files) -> Told:
    """The rows of a register that is not cut, which its number must be."""
    is_cut = page.tree.xpath("//nav[@class='by-year'] | //p[starts-with(normalize-space(.), 'The newest ')]")
    if not is_cut or page.address.rsplit("/", 1)[-1].isdigit():
        yield str(len(rows(table))), str(len(part(files, page.address)))


def action_charts(figure: Any, page: Page, files: Files) -> Told:
    """Actions by age and state: the table, and the words beside the bars."""
    limit = figure.xpath("string(.//*[local-name()='title']/@id)")[len("chart-actions") : -len("-title")]
    by = "agency" if page.address.startswith("actions/agency") else "group"
    found: list[Deed] = part(files, f"actions/{by}/{limit[1:]}" if limit else "actions")
    counts = Counter((each.age, each.look) for each in found)
    used = [look for look in LOOKS if any(counts[age, look] for age in AGES)]
    table = figure.xpath(".//table")[0]
    yield "; ".join(heads(table)), "; ".join(("Agreed how long ago", *used, "All"))
    for row, age in zip(rows(table), AGES, strict=True):
        numbers = [counts[age, look] for look in used]
        yield from zip(row, (age, *map(str, (*numbers, sum(numbers)))), strict=True)
    said = [words(each) for each in figure.xpath(".//*[local-name()='text'][@class='strong']")]
    for told, age in zip(said, AGES, strict=True):
        still = counts[age, LOOKS[1]] + counts[age, LOOKS[2]]
        yield told, f"{still} open" if any(counts[age, look] for look in LOOKS) else "none"


def stories(row: Any, page: Page, files: Files) -> Told:
    """How long an action has been open, how often it was carried over, and its steps, in a list."""
    deed = deeds(files)[page.link_in(row).removeprefix("meetings/").replace("#action-", "/")]
    cell = row.xpath("./td[2]")[0]
    steps = cell.xpath("./details/summary")
    yield from _sentence(" ".join(cell.xpath("./text() | ./strong/text()")), deed)
    has_steps = deed.news or deed.action.get("since") or deed.action.get("origin")
    number = len(deed.news) + 1
    yield (
        "; ".join(words(each) for each in steps),
        f"How it went: {_many(number, 'one step', 'steps')}" if has_steps else "",
    )
    yield str(len(cell.xpath("./details/ol/li"))), str(number if has_steps else 0)


def story_on_page(shown: Any, page: Page, files: Files) -> Told:
    """The same at the action itself, on the page of its meeting."""
    anchor = shown.xpath("string(ancestor::*[starts-with(@id, 'action-')][1]/@id)").removeprefix("action-")
    yield from _sentence(
        " ".join(shown.xpath("./text() | ./strong/text()")),
        deeds(files)[f"{page.address.removeprefix('meetings/')}/{anchor}"],
    )


def _sentence(told: str, deed: Deed) -> Told:
    found = re.findall(
        r"agreed (?:one day|\d+ days) ago|after (?:one day|\d+ days)\b|"
        r"(?:Carried over|Opened again) (?:once|\d+ times)",
        " ".join(told.split()),
    )
    days = _many(deed.days, "one day", "days")
    expected = [f"agreed {days} ago"] if deed.standing == "open" else []
    expected += [f"after {days}"] if deed.closed_on else []
    expected += [f"Carried over {_many(deed.carried, 'once', 'times')}"] if deed.carried else []
    expected += [f"Opened again {_many(deed.reopened, 'once', 'times')}"] if deed.reopened else []
    yield "; ".join(found), "; ".join(expected)


def _many(number: int, one: str, more: str) -> str:
    return one if number == 1 else f"{number} {more}"


def of_agency(link: Any, page: Page, files: Files) -> Told:
    """How many actions an organization has, on the page of partners."""
    yield words(link), _many(len(part(files, page.link_in(link.getparent()))), "one action", "actions")


def withheld(table: Any, _: Page, files: Files) -> Told:
    """Places where something is withheld, by reason and year."""
    counts: Counter[tuple[str, str]] = Counter()
    roughly: dict[tuple[str, str], str] = {}
    for row in files.table("withholdings"):
        key = row["reason_words"], row["year"]
        if row["places"].isdigit():
            counts[key] += int(row["places"])
        elif row["kind"] or row["reason"]:
            roughly[key] = row["places"]
    said = {**{key: str(number) for key, number in counts.items()}, **roughly}
    years = sorted({year for _, year in said}, reverse=True)
    yield "; ".join(heads(table)), "; ".join(("Reason", *years))
    assert {row[0] for row in rows(table)} == {reason for reason, _ in said}
    for reason, *places in rows(table):
        yield from zip(places, (said.get((reason, year), "none") for year in years), strict=True)


def by_year(entry: Any, page: Page, files: Files) -> Told:
    """The years of a long register, each beside its number of rows."""
    register = page.address.split("/")[0]
    years = {
        "actions": lambda: [row["date"] for row in files.table("actions")],
        "decisions": lambda: [row["date"] for row in files.table("decisions")],
        "withheld": lambda: [row["year"] for row in files.table("withholdings") if row["kind"]],
        "changes": lambda: [row["date"] for row in files.table("changes")],
    }[register]()
    year, number = words(entry.xpath("./*[1]")[0]), words(entry.xpath("./span[@class='aside']")[0])
    yield number, str(sum(each.startswith(year) for each in years))


def newest(told: Any, page: Page, files: Files) -> Told:
    """How many of a part of a register are shown, where not all are."""
    shown, of_all = re.findall(r"\d+", words(told))[:2]
    yield of_all, str(len(part(files, page.address)))
    tables = told.xpath(
        "//table[normalize-space(caption)=$name]", name=page.address.split("/")[0].capitalize()
    )
    yield shown, str(len(rows(tables[0])))


def files_listed(table: Any, _: Page, files: Files) -> Told:
    """How many records a file holds."""
    for row in table.xpath("./tbody/tr"):
        name = row.xpath("string(.//a[contains(@href, '.csv')]/@href)").rsplit("/", 1)[-1]
        kind = name.removesuffix(".csv")
        rows_of_it, records = len(files.table(kind)), len(files.records(kind))
        named = "" if rows_of_it == records else f" {rows_of_it} by name, in the table"
        yield cells(row)[-1], f"{records}{named}"
        assert kind == "people" or not named


def state_of_kinds(table: Any, _: Page, files: Files) -> Told:
    """How many records of each kind are published, how many were withdrawn, and when one last changed."""
    expected = []
    for kind in files.kinds:
        entries, left = files.entries(kind), len(files.records(kind))
        if entries and kind not in {"people", "shared-meetings"}:
            gone = f" {len(entries) - left} withdrawn" if len(entries) > left else ""
            newest = max(each["date"] for entry in entries for each in entry["editions"])
            day = date.fromisoformat(newest)
            expected.append(f"{left or 'none'}{gone}, {day.day} {day:%B %Y}")
    yield "; ".join(sorted(", ".join(row[1:]) for row in rows(table))), "; ".join(sorted(expected))


def state_of_years(table: Any, _: Page, files: Files) -> Told:
    """How many editions of each year are first ones, later ones, or withdrawals."""
    times: Counter[tuple[str, str]] = Counter()
    for row in files.table("changes"):
        sort = "new" if row["edition"] == "1" else "changed"
        times[row["date"][:4], "withdrawn" if row["state"] == "withdrawn" else sort] += 1
    years = sorted({year for year, _ in times}, reverse=True)
    for told, year in zip(rows(table), years, strict=True):
        given = (times[year, sort] for sort in ("new", "changed", "withdrawn"))
        yield ", ".join(told), ", ".join([year, *(str(each or "none") for each in given)])


def changes_listed(table: Any, page: Page, files: Files) -> Told:
    """The number of each edition, in the list of what changed."""
    year = page.address.removeprefix("changes").strip("/")
    if year or not page.tree.xpath("//nav[@class='by-year']"):
        told = sorted(
            number
            for each in table.xpath(".//td/span[@class='aside']")
            for number in _EDITION.findall(words(each))
        )
        given = sorted(row["edition"] for row in files.table("changes") if row["date"].startswith(year))
        yield " ".join(told), " ".join(given)
