"""The charts: what is public is drawn whole, can be read without seeing it, and blames nobody."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from editions.datasets import Dataset
from editions.kinds.budgets import PublicBudget
from editions.kinds.groups import PublicGroup
from editions.kinds.indicators import PublicIndicator
from macros.all_macros import macros_for
from macros.charts.actions import actions_chart
from macros.charts.attendance import MOST, SIGNS, attendance_chart
from macros.charts.charts import Chart
from macros.charts.contributions import contributions_chart
from macros.charts.figures import figures_chart
from macros.charts.progress import LOOKS, progress_chart
from macros.charts.shapes import Box, Words
from macros.views.ledger import ledger
from macros.views.lookups import Lookups, look_up
from macros.views.plans import STATES, Tally
from tests.macros.samples import GROUP, ROOK, entry, sample
from tests.macros.samples_budgets import BUDGET
from tests.macros.samples_charts import CALLS, LONG, charted, meeting

Golden = Callable[[Path | str, str], str]

CALLED = (
    'attendance_chart("executive")',
    'progress_chart("business-2025")',
    "progress_chart()",
    "actions_chart()",
    'budget_chart("2025-26")',
    'indicator_chart("calls")',
    'indicator_chart("first-visits")',
)
"""Every chart, as authors ask for it."""

SVG = "{http://www.w3.org/2000/svg}"


def called(dataset: Dataset, call: str) -> str:
    """Return what a macro gives."""
    name, argument = re.fullmatch(r'(\w+)\((?:"([\w-]+)")?\)', call).groups()  # type: ignore[union-attr]
    macro = macros_for(dataset)[name]
    return macro(argument) if argument else macro()


def pictures(page: str) -> list[str]:
    """Return the pictures of charts on a page, without those of the key."""
    return re.findall(r'<svg xmlns="[^"]*" class="chart-picture".*?</svg>', page, re.DOTALL)


def attendance(lookups: Lookups) -> Chart | None:
    return attendance_chart(lookups, PublicGroup.model_validate(GROUP), str)


def test_attendance_tells_agencies_and_never_people() -> None:
    """A deputy, a part, an apology and a vacant seat differ; guests and observers do not count."""
    chart = attendance(look_up(charted()))
    assert chart is not None
    assert chart.head == ("Agency", "13 March 2025", "13 November 2025", "12 March 2026", "16 April 2026")
    assert chart.rows == (
        (LONG, "Nobody came", "Not listed", "Not listed", "Not listed"),
        ("Larkmere Council", "Came", "Somebody else came in their place", "Came", "Came"),
        ("Larkmere Police", "Came for a part", "Came", "Somebody else came in their place", "Not listed"),
        ("Larkmere schools", "Not listed", "Somebody else came in their place", "Not listed", "Not listed"),
    )
    words = " ".join(each.text for each in chart.picture.marks if isinstance(each, Words))
    assert [name for name in ("Ada Rook", "Jo Wick", "Head of Safeguarding", "%") if name in words] == []
    assert "Who is withheld there is not counted." in chart.note


def test_attendance_is_the_same_with_and_without_whoever_is_withheld() -> None:
    """A row of which only the withholding is public adds no sign and no agency."""
    rows = [{"person": ROOK, "status": "present"}]
    one = Dataset({"meetings": tuple(meeting(f"2026-0{n}-01", *rows) for n in (1, 2))})
    other = Dataset(
        {
            "meetings": tuple(
                meeting(f"2026-0{n}-01", *rows, {"withheld": {"reason": "personal"}}) for n in (1, 2)
            )
        }
    )
    found = [attendance(look_up(each)) for each in (one, other)]
    assert found[0] is not None
    assert found[1] is not None
    assert (found[0].picture, found[0].rows) == (found[1].picture, found[1].rows)


def test_attendance_of_the_newest_meetings_that_were_held() -> None:
    """The newest stand there in order of time, none that was cancelled or has no list; one is none."""
    rows = {"person": ROOK, "status": "present"}
    held = [meeting(f"2025-{month:02}-01", rows) for month in range(1, 12)]
    others = [meeting("2025-12-01", rows, happened="cancelled"), meeting("2025-12-02")]
    chart = attendance(look_up(Dataset({"meetings": (*reversed(held), *others)})))
    assert chart is not None
    assert chart.head[1:] == tuple(
        f"1 {name} 2025"
        for name in ("April", "May", "June", "July", "August", "September", "October", "November")
    )
    assert len(chart.head) == MOST + 1
    assert attendance(look_up(Dataset({"meetings": (held[0],)}))) is None
    assert attendance(look_up(Dataset())) is None


def test_every_state_of_a_plan_has_a_look() -> None:
    """No action falls out of a bar because of its state."""
    assert sorted(state for _, states in LOOKS.values() for state in states) == sorted(STATES)


def test_progress_counts_every_action_once() -> None:
    """What is withheld or unknown has a piece of its own; a row without actions has none."""
    tallies = [("One", Tally(5, (("done", 2), ("delayed", 1), ("unheard-of", 1)))), ("None", Tally(0, ()))]
    chart = progress_chart("x", "X", tallies)
    assert chart is not None
    assert chart.head == ("Actions of", "Complete", "Late", "State withheld or not told", "All")
    assert chart.rows == (("One", "2", "1", "2", "5"), ("None", "0", "0", "0", "0"))
    assert progress_chart("x", "X", [("None", Tally(0, ()))]) is None
    assert progress_chart("x", "X", []) is None


def test_actions_by_age_and_state() -> None:
    """Ages are counted to the day of the newest edition; what is withheld is neither open nor closed."""
    lookups = look_up(charted())
    chart = actions_chart(lookups, ledger(lookups).stories.values())
    assert (lookups.as_of, chart is not None) == ("2026-05-20", True)
    assert chart is not None
    assert chart.head[1:] == (
        "Closed",
        "Open, not past its date",
        "Open, past its date",
        "State withheld",
        "All",
    )
    assert chart.rows == (
        ("Under 3 months", "0", "1", "0", "0", "1"),
        ("3 to 6 months", "1", "0", "0", "0", "1"),
        ("6 to 12 months", "0", "1", "0", "1", "2"),
        ("A year or more", "1", "0", "1", "0", "2"),
    )
    assert actions_chart(lookups, []) is None


def test_contributions_show_every_public_amount_and_no_other() -> None:
    """A bar for each amount; a line that is withheld has words and no bar; one amount alone is no chart."""
    lines_of = [*BUDGET["contributions"], {"withheld": {"reason": "commercial"}}]
    budget = PublicBudget.model_validate(BUDGET | {"contributions": lines_of})
    chart = contributions_chart(budget, str)
    assert chart is not None
    assert chart.rows == (
        ("Larkmere Council", "£60,000", "£60,000"),
        ("Larkmere College: Training", "£2,500", "£2,000"),
        ("A contributor who is not named here", "withheld", "withheld"),
    )
    assert len([each for each in chart.picture.marks if isinstance(each, Box)]) == 4
    alone = PublicBudget.model_validate(BUDGET | {"contributions": lines_of[1:]})
    assert contributions_chart(alone, str) is None


def test_a_span_is_drawn_from_end_to_end() -> None:
    """A percentage known as 82 to 87 has a bar to 82 and a patterned piece to 87, never one to the middle."""
    points = [{"period": "2025", "value": "50"}, {"period": "2026", "share": "82 to 87"}]
    plain_record = {"id": "x", "title": "X", "unit": "percent", "direction": "neither", "points": points}
    chart = figures_chart(PublicIndicator.model_validate(plain_record), str)
    assert chart is not None
    drawn = [(each.x, each.width, each.look) for each in chart.picture.marks if isinstance(each, Box)]
    assert drawn == [("0%", "50%", "full"), ("0%", "82%", "full"), ("82%", "5%", "lined")]
    assert chart.rows == (("2025", "50%"), ("2026", "82 to 87%"))


def test_a_small_number_of_people_is_said_in_words_only() -> None:
    """`1 to 7`, a wider span and what is withheld have no bar; one figure that can be drawn is no chart."""
    points = [
        {"period": str(2020 + n), "people": each}
        for n, each in enumerate(["20", "1 to 7", "8 to 17", "withheld"])
    ]
    record = {"id": "x", "title": "X", "unit": "people", "direction": "neither", "points": points}
    assert figures_chart(PublicIndicator.model_validate(record), str) is None
    record["points"] = [*points, {"period": "2024", "people": "0"}]
    chart = figures_chart(PublicIndicator.model_validate(record), str)
    assert chart is not None
    assert len([each for each in chart.picture.marks if isinstance(each, Box)]) == 1
    assert [said for _, said in chart.rows] == ["20", "1 to 7", "8 to 17", "withheld", "0"]


def test_others_to_compare_with_are_lines_with_names() -> None:
    """The key names each line that is drawn; one with a single figure is in the table of the page only."""
    chart = figures_chart(PublicIndicator.model_validate(CALLS), str)
    assert chart is not None
    assert [words for _, words in chart.key] == [
        "Larkmere",
        "England",
        "Similar areas",
        "Somewhere between the two ends",
    ]
    assert chart.head[1:] == ("Calls answered within a minute", "England", "Similar areas", "Hollowdale")
    assert chart.rows[0] == ("January 2025", "42%", "55%", "49%", "99%")
    assert chart.rows[5] == ("June 2025", "no figure", "55%", "", "")


@pytest.mark.parametrize("call", CALLED)
def test_chart_is_the_golden_one(call: str, golden: Golden) -> None:
    """The drawing is the one that somebody looked at, to the byte, and the same each time."""
    (actual,) = pictures(called(charted(), call))
    name = f"charts/{re.sub('[^a-z0-9]+', '-', call).strip('-')}.svg"
    assert f"{actual}\n" == golden(name, f"{actual}\n")
    assert pictures(called(charted(), call)) == [actual]


@pytest.mark.parametrize("call", CALLED)
def test_chart_is_whole_without_seeing_it(call: str) -> None:
    """It is valid XML with a title and a description that name it, its patterns, and a table."""
    page = called(charted(), call)
    (text,) = pictures(page)
    picture = ET.fromstring(text)  # noqa: S314  # Our own page.
    title, description = picture.find(f"{SVG}title"), picture.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert picture.get("role") == "img"
    assert picture.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
    assert bool(title.text) is True
    assert bool(description.text) is True
    assert set(re.findall(r"url\(#([^)]*)\)", page)) == {
        each.get("id") for each in picture.iter(f"{SVG}pattern")
    }
    assert re.findall(r"\bstyle=|<script|\bon\w+=", page) == []
    assert page.count("<table>") == 1


def test_pages_of_records_have_their_charts() -> None:
    """Attendance stands on the group's page, progress on plan and priority, and so on, each once."""
    macros = macros_for(charted())
    pages = {
        "attendance": macros["group"]("executive"),
        "progress-plan": macros["plan"]("business-2025"),
        "progress-priority": macros["priority"]("neglect"),
        "contributions": macros["budget"]("2025-26"),
        "figures": macros["indicator"]("calls"),
        "actions": macros["actions"](),
    }
    assert {name: len(pictures(page)) for name, page in pages.items()} == dict.fromkeys(pages, 1)
    assert [name for name, page in pages.items() if f'id="chart-{name}' not in page] == []


@pytest.mark.parametrize("call", CALLED)
def test_chart_of_nothing_says_so(call: str) -> None:
    """Where there is nothing to draw, a macro says that in words."""
    empty = sample()
    kinds = {name: () if name in {"meetings", "plans"} else found for name, found in empty.kinds.items()}
    kinds["indicators"] = tuple(
        entry("indicators", CALLS | {"id": name, "points": []}) for name in ("calls", "first-visits")
    )
    kinds["budgets"] = (entry("budgets", BUDGET | {"contributions": []}),)
    kinds["plans"] = (
        entry(
            "plans",
            {
                "id": "business-2025",
                "title": "P",
                "kind": "business",
                "status": "final",
                "period_from": "2025",
            },
        ),
    )
    page = called(Dataset(kinds), call)
    assert (pictures(page), "<p>There are " in page or "No actions" in page) == ([], True)


def test_signs_count_in_their_order() -> None:
    """Whoever came counts more than a part, a part more than a deputy, and a deputy more than nobody."""
    assert list(SIGNS) == ["full", "inner", "block", "empty", "none"]
