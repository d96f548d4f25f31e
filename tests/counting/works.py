"""The counts of plans, priorities, topics, reports, budgets, editions, and of pages and files themselves."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from typing import Any

from tests.counting.deeds import PLAN_STATES, of_priority, planned, standing
from tests.counting.files import Files, Record, groups_of, items_of
from tests.counting.pages import Page, cells, heads, rows, words
from tests.counting.registers import Told

LOOKS = {
    "Complete": ("done",),
    "On track or under way": ("on-track", "in-progress"),
    "Late": ("delayed",),
    "Not begun": ("not-started",),
    "Carried over, replaced or dropped": ("carried-over", "superseded", "stopped"),
    "State withheld or not told": (None,),
}
COLUMNS = {word.capitalize(): state for state, word in PLAN_STATES.items()} | {"Withheld": None}


def plan_standing(shown: Any, page: Page, files: Files) -> Told:
    """How the actions of a plan stand, in its row of the list or on its page."""
    where = page.address if shown.tag == "p" else page.link_in(shown.getparent())
    plan = next(each for each in files.records("plans") if where == f"plans/{each['id']}")
    yield words(shown).removesuffix("."), standing([*planned(plan)])


def priority_standing(shown: Any, page: Page, files: Files) -> Told:
    """How the actions for a priority stand, in the plans that run."""
    own = page.address.startswith("priorities/")
    where = page.address if own else page.link_in(shown.xpath("./ancestor::li[1]/strong[1]")[0])
    yield words(shown), standing(of_priority(files, where.removeprefix("priorities/")))


def priority_in_plan(shown: Any, page: Page, files: Files) -> Told:
    """How the actions for a priority stand in one plan."""
    plan = shown.xpath("./preceding::a[contains(@href, 'plans/') and contains(@href, '#priority-')][1]")[0]
    where = page.target(plan.get("href")).removeprefix("plans/").split("#")[0]
    yield words(shown), standing(of_priority(files, page.address.removeprefix("priorities/"), where))


def priority_short(entry: Any, page: Page, files: Files) -> Told:
    """The same in the short list, with a block for each action."""
    found = of_priority(files, page.link_in(entry).removeprefix("priorities/"))
    yield words(entry.xpath(".//span[@class='aside']")[0]), standing(found)
    blocks = entry.xpath(".//*[local-name()='rect']")
    if blocks:
        yield str(len(blocks)), str(len(found))
        done = sum(each.get("status") == "done" for each in found)
        yield str(sum(each.get("fill") is not None for each in blocks)), str(done)


def plan_table(table: Any, page: Page, files: Files) -> Told:
    """The actions of a plan by priority and state."""
    plan = next(each for each in files.records("plans") if page.address == f"plans/{each['id']}")
    columns = heads(table)[1:-1]
    holders = [*plan.get("priorities", ()), *([{"actions": plan["actions"]}] if plan.get("actions") else [])]
    for row, holder in zip(rows(table), holders, strict=True):
        found = [*planned({"actions": holder.get("actions", ())})]
        counts = Counter(each.get("status") for each in found)
        expected = [*(str(counts[COLUMNS[column]]) for column in columns), str(len(found))]
        yield from zip(row[1:], expected, strict=True)
    yield str(sum(int(row[-1]) for row in rows(table))), str(len([*planned(plan)]))


def progress_charts(figure: Any, _: Page, files: Files) -> Told:
    """How actions stand by plan or priority: the table, and `3 of 5 done` beside the bars."""
    of = figure.xpath("string(.//*[local-name()='title']/@id)").removeprefix("chart-progress-")[
        : -len("-title")
    ]
    kind, its_id = of.split("-", 1)
    groups = _held(files, kind, its_id)
    said = [words(each) for each in figure.xpath(".//*[local-name()='text'][@class='strong']")]
    for told, found in zip(said, groups, strict=True):
        done = sum(each.get("status") == "done" for each in found)
        yield told, f"{done} of {len(found)} done" if found else "no actions"
    for table in figure.xpath(".//table"):
        columns = heads(table)[1:-1]
        for row, found in zip(rows(table), groups, strict=True):
            counts = Counter(each.get("status") for each in found)
            expected = [sum(counts[state] for state in LOOKS[column]) for column in columns]
            yield from zip(row[1:], map(str, (*expected, len(found))), strict=True)


def _held(files: Files, kind: str, its_id: str) -> list[list[Record]]:
    """Return the actions behind each bar of a chart."""
    plans = sorted(files.records("plans"), key=lambda each: (each["period_from"], each["id"]), reverse=True)
    if kind == "plan":
        plan = next(each for each in plans if each["id"] == its_id)
        holders = [{"actions": each.get("actions", ())} for each in plan.get("priorities", ())]
        own = [{"actions": plan["actions"]}] if plan.get("actions") else []
        return [[*planned(each)] for each in (*holders, *own)]
    found = [of_priority(files, its_id, plan["id"]) for plan in plans]
    return [each for each in found if each]


def topics(row: Any, page: Page, files: Files) -> Told:
    """In how many meetings a topic came up, counting what went on from it or what it went on from."""
    topic = page.link_in(row).removeprefix("topics/")
    items = {f"{each['id']}/{item['id']}": item for each in files.meetings for item in items_of(each)}
    found = {name for name, item in items.items() if topic in item.get("topics", ())}
    while (
        more := {
            other
            for name, item in items.items()
            for earlier in item.get("continues", ())
            for other in {name, earlier}
            if found & {name, earlier}
        }
        - found
    ):
        found |= more
    yield cells(row)[1], str(len({name.split("/")[0] for name in found & items.keys()}))


def asked(link: Any, page: Page, files: Files) -> Told:
    """How many recommendations a report or review has."""
    kind, its_id = page.address.split("/")
    record = next(each for each in files.records(kind) if each["id"] == its_id)
    number = len(record["recommendations"])
    yield words(link), f"{number} recommendation{'' if number == 1 else 's'}"
    rows_of_it = sum(row["record"] == its_id for row in files.table("recommendations"))
    yield str(number), str(rows_of_it)


def earlier_editions(summary: Any, page: Page, files: Files) -> Told:
    """How many editions a record had before, and how many are listed."""
    # The page of the arrangements in force shows one version, whose own address it names.
    named = page.tree.xpath("//a[starts-with(normalize-space(.), '/arrangements/')]")
    address = page.link_in(named[0].getparent()) if page.address == "arrangements" else page.address
    own = [each for each in files.table("changes") if _address(each["address"]) == address]
    yield words(summary), f"Earlier editions ({len(own) - 1})"
    yield str(len(summary.xpath("../ul/li"))), str(len(own) - 1)


def _address(address: str) -> str:
    return "/".join(address.split("/")[3:]).strip("/")


def parts_of_page(summary: Any, page: Page, _: Files) -> Told:
    """How many parts a page has: as many as it lists, each of which is there."""
    links = summary.xpath("../nav/ul/li/a/@href")
    there = [link for link in links if page.tree.xpath("//*[@id=$id]", id=link.partition("#")[2])]
    yield words(summary), f"On this page ({len(there)} parts)"
    yield str(len(links)), str(len(there))


def pdf_of_page(shown: Any, page: Page, files: Files) -> Told:
    """How large a PDF is and how many pages it has, by the file itself."""
    import pypdfium2  # noqa: PLC0415  # Slow to load, and most rows do without.

    path = files.site / page.link_in(shown)
    size = -(-path.stat().st_size // 1000)
    document = pypdfium2.PdfDocument(path)
    told = re.search(r"(\d+) kB.*?(\d+) pages?$", words(shown))
    assert told is not None, words(shown)
    yield from zip(told.groups(), (str(size), str(len(document))), strict=True)
    document.close()


def everything(entry: Any, page: Page, files: Files) -> Told:
    """How many pages there are of a kind, a group or a priority."""
    where = page.link_in(entry).split("/")
    told = re.findall(r"(\d+) pages?$", words(entry))
    if len(where) == 1:
        kind = {"partners": "organizations"}.get(where[0], where[0])
        number = len(files.records(kind))
    elif where[0] == "groups":
        number = sum(
            where[1] in _groups(record)
            for kind in files.kinds
            if kind not in {"groups", *PAGELESS}
            for record in files.records(kind)
        )
    else:
        number = sum(
            _names_priority(record, where[1])
            for kind in files.kinds
            if kind not in {"priorities", *PAGELESS}
            for record in files.records(kind)
        )
    yield "; ".join(told), str(number or "")


PAGELESS = frozenset({"partnership", "policy", "people", "organizations", "glossary"})
"""Kinds whose records have no page of their own."""


def _groups(record: Record) -> list[str]:
    issuers = [each["who"] for each in record.get("issued_by", ()) if each.get("who")]
    own = record.get("group")
    found = groups_of(record) if isinstance(own, dict) or record.get("with_groups") else []
    return [*found, *(each["id"] for each in issuers if each["kind"] == "group" and each.get("id"))]


def _names_priority(value: Any, priority: str) -> bool:
    """Return whether a field for priorities names one, at any depth."""
    if isinstance(value, dict):
        own = (value.get("priority"), *(value.get("priorities") or ()))
        return priority in [each for each in own if isinstance(each, str)] or any(
            _names_priority(each, priority) for each in value.values()
        )
    return isinstance(value, list) and any(_names_priority(each, priority) for each in value)


def budget_totals(row: Any, page: Page, files: Files) -> Told:
    """The sums of a budget: as printed where they are printed, else of the lines that are shown."""
    budget = next(each for each in files.records("budgets") if page.address == f"budgets/{each['id']}")
    names = {
        "All contributions": ("contributions", ("contributions",)),
        "All that comes in": ("income", ("contributions", "income", "carried_in")),
        "All spending": ("spending", ("spending",)),
        "Spending and what is carried forward": ("spending_and_carried", ("spending", "carried_out")),
        "All that is given in kind": ("in_kind", ("in_kind",)),
    }
    name, _, kind = (words(row.xpath("./th")[0])).partition(": ")
    field, parts = names[name.removesuffix(", as printed")]
    columns = {"Planned": "planned", "Expected": "forecast", "Came to": "actual"}
    for column, told in zip(heads(row.getparent().getparent()), cells(row), strict=True):
        if column in columns:
            lines = [
                line
                for each in parts
                for found in [budget.get(each) or []]
                for line in (found if isinstance(found, list) else [found])
            ]
            amounts = [Decimal(line[columns[column]]) for line in lines if line.get(columns[column])]
            printed = ((budget.get("totals") or {}).get(field) or {}).get(columns[column])
            amount = printed if printed and not kind else sum(amounts, Decimal(0)) if amounts else None
            yield told.replace(",", "").removeprefix("£"), "" if amount is None else f"{Decimal(amount):f}"


def budgets_listed(row: Any, page: Page, files: Files) -> Told:
    """What comes in and what is spent: of each line the newest amount that is known."""
    budget = next(each for each in files.records("budgets") if page.link_in(row) == f"budgets/{each['id']}")
    carried = [budget["carried_in"]] if budget.get("carried_in") else []
    comes_in = [*budget.get("contributions", ()), *budget.get("income", ()), *carried]
    for told, lines in zip(cells(row)[2:], (comes_in, budget.get("spending", ())), strict=True):
        known = [line.get("actual") or line.get("forecast") or line.get("planned") for line in lines]
        amounts = [Decimal(amount) for amount in known if amount]
        yield told.replace(",", "").removeprefix("£"), f"{sum(amounts):f}" if amounts else ""


def attended(figure: Any, page: Page, files: Files) -> Told:
    """`3 of 4` beside the bars of the attendance that a report tells."""
    report = next(each for each in files.records("reports") if page.address == f"reports/{each['id']}")
    place = figure.xpath("string(.//*[local-name()='title']/@id)").removeprefix("chart-attended-")
    table = report["attendance"][int(place.removesuffix("-title")) - 1]
    found = [
        (each["attended"], each.get("held") or table["held"])
        for each in table["agencies"]
        if "attended" in each
    ]
    said = [words(each) for each in figure.xpath(".//*[local-name()='text'][@class='strong']")]
    yield from zip(said, (f"{came} of {held}" for came, held in found), strict=True)


def figures(table: Any, page: Page, files: Files) -> Told:
    """The figures of an indicator, as many and as large as reported."""
    title = table.xpath("string(ancestor::figure[1]//*[local-name()='title']/@id)")
    its_id = title[len("chart-figures-") : -len("-title")] or page.address.removeprefix("indicators/")
    reported = [
        row["value"] or row["people"]
        for row in files.table("indicator-values")
        if row["indicator"] == its_id and row["what"] != "target" and (row["value"] or row["people"])
    ]
    told = [cell for row in rows(table) for cell in row[1:] if re.fullmatch(r"[\d,.]+%?|\d+ to \d+", cell)]
    yield "; ".join(sorted(each.strip("%").replace(",", "") for each in told)), "; ".join(sorted(reported))


def drawn_figures(picture: Any, _: Page, files: Files) -> Told:
    """The figures beside the bars of an indicator."""
    its_id = picture.xpath("string(./*[local-name()='title']/@id)")[len("chart-figures-") : -len("-title")]
    said = [words(each) for each in picture.xpath("./*[local-name()='text'][@class='strong']")]
    told = sorted(
        each.strip("%").replace(",", "") for each in said if re.fullmatch(r"[\d,.]+%?|\d+ to \d+", each)
    )
    reported = [row for row in files.table("indicator-values") if row["indicator"] == its_id]
    given = sorted(row["value"] or row["people"] for row in reported if row["what"] == "figure")
    yield "; ".join(told), "; ".join(each for each in given if each) if told else ""


def risk_scores(row: Any, page: Page, files: Files) -> Told:
    """The scores of a risk in a list."""
    where = page.link_in(row).removeprefix("risks/").replace("#risk-", "/")
    risk = next(each for each in files.table("register-risks") if each["id"] == where)
    columns = ("inherent_score", "residual_score", "target_score")
    told = [words(each) for each in row.xpath("./td/strong")]
    yield "; ".join(told), "; ".join(risk[column] for column in columns if risk[column])
