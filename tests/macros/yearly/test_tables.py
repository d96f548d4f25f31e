"""Each table of the yearly report, and all its numbers counted again from the public data."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter

import pytest

from editions.datasets import Dataset, files_of
from macros.open_data.site_files import site_files
from macros.open_data.sources import Source, source_of
from macros.yearly import actions, changing, meetings, money, priorities, reviews
from macros.yearly.assembling import assemble_report, year_meant, year_of
from macros.yearly.tables import LONGEST, Row, Table, brief, cells, some
from tests.macros.yearly.small import ADDRESS, BEFORE, YEAR, led_to, said, source, two_years

CLOSED = {"done", "closed", "superseded", "dropped"}


def test_meetings_are_those_that_were_held_in_the_year() -> None:
    """Cancelled and coming ones and other years are not counted; a joint one counts for both groups."""
    assert said(meetings.meetings_by_group(source(), YEAR)) == [("Executive", "3"), ("Audit group", "1")]
    assert led_to(meetings.meetings_held(source(), YEAR)) == [
        ("meeting", "2025-05-15-executive"),
        ("meeting", "2025-07-03-audit"),
        ("meeting", "2026-02-12-executive"),
    ]


def test_attendance_is_by_agency() -> None:
    """A deputy comes for the agency; a guest does not sit there for one; somebody away did not come."""
    found = {each.group: each for each in meetings.attendance(source(), YEAR)}
    assert [(each.agency, each.attended, each.held) for each in found["executive"].agencies] == [
        ("council", 3, None),
        ("police", 2, None),
    ]
    assert (found["executive"].held, found["audit"].held) == (3, 1)


def test_meetings_without_attendance_are_told_apart() -> None:
    """No agency is said to have missed a meeting of which no attendance is published."""
    (found,) = meetings.attendance(source_of_meetings(2), YEAR)
    assert found.held == 1
    assert found.note == (
        "Counted from what the minutes list in public, a deputy as the agency. "
        "Meetings of which no attendance is published: 1."
    )


def source_of_meetings(number: int) -> Source:
    """Return a source with one meeting that has attendance, and others of the executive that have none."""
    dataset = two_years()
    kept = [each for each in dataset.kinds["meetings"] if each.id == "2025-05-15-executive"]
    for day in range(1, number):
        record = kept[0].record
        assert record is not None
        other = record.model_copy(
            update={"id": f"2025-06-0{day}-executive", "date": f"2025-06-0{day}", "attendance": ()}
        )
        kept.append(type(kept[0])(other.id, other, kept[0].issues))
    return source_of(Dataset({**dataset.kinds, "meetings": tuple(kept)}), ADDRESS)


def test_decisions_are_listed_in_plain_words() -> None:
    """Markdown and marks do not stand in a table; a withheld decision is counted, and says why."""
    assert said(meetings.decisions_made(source(), YEAR)) == [
        ("One toolkit is used by all.", "Agreed", "Executive", "15 May 2025"),
        ("(Withheld: information about a person)", "Approved", "Executive", "15 May 2025"),
        ("The advertisement was agreed by e-mail.", "Not said", "Executive", "12 February 2026"),
    ]
    assert said(meetings.decisions_by_kind(source(), YEAR)) == [
        ("Agreed", "1"),
        ("Approved", "1"),
        ("Not said", "1"),
    ]


def test_actions_stand_as_on_the_last_day_of_the_year() -> None:
    """Minutes of the next year close nothing in this one; what was closed before is not closed again."""
    found = actions.actions_of(source(), YEAR)
    assert {name: sorted(getattr(found, name)) for name in ("agreed", "closed", "open", "late")} == {
        "agreed": [
            "2025-05-15-executive/form",
            "2025-05-15-executive/toolkit",
            "2026-02-12-executive/letter",
        ],
        "closed": ["2025-03-20-executive/old", "2025-05-15-executive/form"],
        "open": ["2025-05-15-executive/toolkit", "2026-02-12-executive/letter"],
        "late": ["2025-05-15-executive/toolkit"],
    }
    assert said(actions.actions_by_group(source(), YEAR)) == [("Executive", "3", "2", "2", "1")]


def test_actions_of_the_year_before_are_counted_by_the_same_rule() -> None:
    """The number beside that of the year is the one that the year's own report would have had."""
    assert [(each.name, each.now, each.before) for each in actions.counts(source(), YEAR)] == [
        ("Actions agreed", 3, 2),
        ("Actions closed", 2, 1),
        ("Actions open at the end of the year", 2, 1),
        ("Open actions past their date at the end of the year", 1, 0),
    ]


def test_nothing_stands_beside_where_nothing_of_the_year_before_is_public() -> None:
    """A year of which no meeting is published did not have none."""
    assert {
        each.before for each in (*meetings.counts(source(), BEFORE), *actions.counts(source(), BEFORE))
    } == {None}


def test_actions_are_listed_with_their_owners_and_dates() -> None:
    """Closed ones have the day of the news, others their date; people are there by their posts."""
    assert said(actions.actions_closed(source(), YEAR)) == [
        ("Ask the schools.", "Larkmere Council", "20 March 2025", "1 February 2026"),
        ("Merge the forms.", "All partners", "15 May 2025", "12 February 2026"),
    ]
    assert said(actions.actions_open(source(), YEAR)) == [
        ("Write to the schools.", "\u2013", "12 February 2026", "as soon as possible")
    ]
    assert said(actions.actions_late(source(), YEAR)) == [
        ("Publish the toolkit.", "Director, Larkmere Council", "15 May 2025", "January 2026")
    ]


def test_priorities_are_those_of_the_year() -> None:
    """One that ended before is left out; actions count at any depth, a withheld state as not said."""
    assert [each.id for each in priorities.priorities(source(), YEAR)] == ["neglect"]
    table = priorities.progress(source(), YEAR)
    assert (table.columns, said(table)) == (
        ("Priority", "Complete", "Late", "Not said"),
        [("Neglect", "1", "1", "1")],
    )
    assert led_to(priorities.delayed(source(), YEAR)) == [("plan_action", "business-2025/print")]


def test_figures_are_the_newest_of_each_year() -> None:
    """Numbers of people are as rough as they are published."""
    assert said(priorities.figures_of_priority(source(), YEAR, "neglect")) == [
        (
            "Children with a plan",
            "25 (January to March 2025)",
            "30 (January to March 2026)",
            "20 by 31 March 2027",
        )
    ]


def test_reviews_and_recommendations() -> None:
    """A review says what happened in the year; earlier recommendations that are open stand with the new."""
    assert said(reviews.reviews_of_year(source(), YEAR)) == [
        ("Practice review A.", "Published 9 October 2025", "Published")
    ]
    assert led_to(reviews.recommendations_of_year(source(), YEAR)) == [
        ("recommendation", "review-a/r1"),
        ("recommendation", "review-a/r2"),
        ("recommendation", "scrutiny-2024/open"),
    ]


def test_reports_of_audits_and_of_the_scrutineer() -> None:
    """Only those that came out in the year are listed."""
    audits = reviews.reports_of_year(source(), YEAR, "audit", "audits", "Audits")
    scrutiny = reviews.reports_of_year(source(), YEAR, "scrutiny", "scrutiny", "Scrutiny")
    assert (led_to(audits), led_to(scrutiny)) == ([("report", "audit-neglect")], [])


def test_money_is_summed_only_where_every_line_is_shown() -> None:
    """A withheld amount is called so, and no sum is told without it."""
    (budget,) = money.budgets(source(), YEAR)
    contributions, spending = money.contributions(source(), budget), money.spending(source(), budget)
    assert contributions.note == "Together: planned \u00a314,500, came to \u00a314,499.50."
    assert said(spending) == [
        ("Training courses", "\u00a34,000", "\u00a34,100"),
        ("Scrutiny", "\u00a39,000", "withheld"),
    ]
    assert spending.note == "Together: planned \u00a313,000."


def test_training_is_found_by_headings() -> None:
    """Lines of the budget and items of meetings that name training or courses are listed."""
    assert led_to(money.training(source(), YEAR)) == [
        ("budget", "2025-26"),
        ("meeting", "2025-05-15-executive"),
    ]


def test_changes_are_in_order_of_time_and_leave_out_who_is_withheld() -> None:
    """Seats, chairs, posts, groups and bodies that changed in the year stand with their days."""
    assert said(changing.people_and_groups(source(), YEAR)) == [
        ("June 2025", "Group created", "Audit group"),
        ("31 January 2026", "Ceased to be chair of Executive", "Ada Rook, Larkmere Council"),
        ("31 January 2026", "Left the post: Director, Larkmere Council", "Ada Rook"),
        ("1 February 2026", "Became chair of Executive", "Larkmere Police"),
        ("31 March 2026", "Body dissolved", "Larkmere Police"),
    ]
    assert led_to(changing.arrangements_of_year(source(), YEAR)) == [
        ("arrangements", "2021"),
        ("arrangements", "2025"),
    ]


def test_the_report_names_what_it_is_about() -> None:
    """The report before it is that of the year before; partners without a public record are left out."""
    report = assemble_report(two_years(), YEAR)
    assert (report.follows, report.issued_by) == ("yearly-2024-25", ("council",))
    assert report.names == {
        "priorities": ("neglect",),
        "plans": ("business-2025",),
        "budgets": ("2025-26",),
        "reviews": ("review-a",),
        "arrangements": ("2021", "2025"),
    }


def test_ids_of_tables_differ() -> None:
    """Each table is an address of its own."""
    report = assemble_report(two_years(), YEAR)
    listed = [table.id for part in report.parts for inner in (part, *part.parts) for table in inner.tables]
    assert sorted(listed) == sorted(report.tables)


def test_the_year_begins_where_the_partnership_says() -> None:
    """Without a word of it the year begins in April; a report knows its year by its first day."""
    assert year_of(two_years(), "2025-26") == YEAR
    assert year_of(two_years(year_begins="january"), "2025-26") is None
    january = year_of(two_years(year_begins="january"), "2025")
    assert january is not None
    assert year_meant(two_years(year_begins="january"), None, january.first) == january
    assert year_meant(two_years(), "2025-26", None) == YEAR


def test_an_empty_dataset_counts_nothing() -> None:
    """Where nothing is published there is a report of questions only."""
    report = assemble_report(Dataset(), YEAR)
    assert {each.now for each in report.counts} == {0}
    assert (dict(report.tables), report.attendance, report.follows) == ({}, (), None)


def test_a_long_list_is_left_to_the_site() -> None:
    """Nobody reads five hundred rows in a report; a list has so many at most, and never none."""
    rows = tuple(Row((str(number),)) for number in range(LONGEST + 1))
    kept = [len(some(Table("a", "A", ("Number",), rows[:count]))) for count in (0, 1, LONGEST, LONGEST + 1)]
    assert kept == [0, 1, 1, 0]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("two\nlines", "two lines"),
        ("[Withheld: x]", "(Withheld: x)"),
        ("  ", "\u2013"),
        (None, "\u2013"),
        (0, "0"),
    ],
)
def test_a_cell_is_one_line_that_a_record_can_hold(text: object, cell: str) -> None:
    """A single bracket could be taken for a damaged mark, and an empty line is none."""
    assert cells(text) == (cell,)


def test_a_long_text_is_cut_between_words() -> None:
    """What is cut ends with an ellipsis."""
    found = brief(source(), "word " * 100)
    assert (found.endswith("word \u2026"), len(found) <= 202) == (True, True)


def recounted(name: str) -> list[dict[str, str]]:
    """Return the rows of a table of the public data."""
    content = site_files(two_years(), ADDRESS)[f"data/{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(content)))


def of_year(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Return the rows of the reporting year, by their dates."""
    return [row for row in rows if "2025-04-01" <= row["date"] <= "2026-03-31"]


def test_all_numbers_agree_with_a_recount_from_the_public_data() -> None:
    """Whoever downloads the tables can count the report again, and gets the same."""
    report = assemble_report(two_years(), YEAR)
    now = {each.name: each.now for each in report.counts}
    held = [row for row in of_year(recounted("meetings")) if row["happened"] == "held"]
    decided = of_year(recounted("decisions"))
    assert (now["Meetings held"], now["Decisions made"]) == (len(held), len(decided))
    kinds = Counter(row["kind"] for row in decided)
    assert [int(row[1]) for row in said(report.tables["decisions-by-kind"])] == [
        kinds["agreed"],
        kinds["approved"],
        kinds[""],
    ]

    listed = [row for row in recounted("actions") if row["date"] <= "2026-03-31"]
    closed = {row["id"] for row in listed if row["status_then"] in CLOSED}
    closed |= {
        row["id"]
        for row in listed
        if row["status_reported"] in CLOSED and row["reported_at"][:10] <= "2026-03-31"
    }
    assert now["Actions agreed"] == len(of_year(listed))
    assert now["Actions open at the end of the year"] == len(listed) - len(closed)
    late = [
        row
        for row in listed
        if row["id"] not in closed and row["due"] and row["due"] < "2026-03-31"[: len(row["due"])]
    ]
    assert now["Open actions past their date at the end of the year"] == len(late)

    (council,) = [each for each in report.attendance[0].agencies if each.agency == "council"]
    ids = {row["id"] for row in held}
    came = {
        row["meeting"]
        for row in recounted("attendance")
        if row["meeting"] in ids and row["organization_id"] == "council" and row["status"] == "present"
    }
    assert council.attended == len(came)

    states = Counter(row["status"] for row in recounted("plan-actions") if row["priority"] == "neglect")
    assert said(report.tables["progress"])[0][1:] == (
        str(states["done"]),
        str(states["delayed"]),
        str(states[""]),
    )
    money_lines = [row for row in recounted("budget-lines") if row["budget"] == "2025-26"]
    amounts = [row["planned"] for row in money_lines if row["part"] == "contribution"]
    assert [
        row[1].replace("\u00a3", "").replace(",", "") for row in said(report.tables["contributions-2025-26"])
    ] == amounts
    asked = {row["id"] for row in recounted("recommendations")}
    assert {name for _, name in filter(None, led_to(report.tables["recommendations"]))} <= asked


def test_every_row_leads_to_something_public() -> None:
    """The sources of a row are among the records that the public can download."""
    dataset = two_years()
    known = b"".join(files_of(dataset).values()).decode()
    report = assemble_report(dataset, YEAR)
    rows = [row for table in report.tables.values() for row in table.rows if row.about]
    ids = {part for row in rows if row.about for part in row.about[1].split("/")}
    assert ids
    assert [each for each in ids if f'"id": {json.dumps(each)}' not in known] == []
