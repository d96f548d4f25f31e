"""What led to what: read off the public records, in both directions, on pages and in the data."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise
from typing import Any

import pytest

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.open_data.site_files import site_files
from macros.threads import around
from macros.views.gaps import GAPS, Gap, gaps
from macros.views.lookups import look_up
from macros.views.periods import days_before, last_day
from macros.views.plans import beside, changed, plans_of
from macros.views.stories import story
from macros.views.threads import RELATIONS, SORTS, thread
from macros.views.topics import view_topic
from tests.macros.samples import MEETING, PARTNERSHIP, entry, sample
from tests.macros.samples_indicators import VISITS
from tests.macros.samples_plans import NEGLECT, PLAN
from tests.macros.samples_topics import TOOLKIT

MARCH = "2026-03-12-executive"


def with_records(**kinds: list[dict[str, Any]]) -> Dataset:
    """Return the sample with the records of some kinds replaced."""
    changes = {kind: tuple(entry(kind, each) for each in found) for kind, found in kinds.items()}
    return Dataset(dict(sample().kinds) | changes)


def names(found: Any) -> list[tuple[str, str]]:
    """Return the sorts and names of things."""
    return [each.key for each in found]


def test_every_link_stands_in_both_directions() -> None:
    """What came of a thing names the same links as what led to the other, each once."""
    found = thread(sample())
    came = {link for links in found.came.values() for link in links}
    led = {link for links in found.led.values() for link in links}
    assert came == led == set(found.links)
    assert len(found.links) == len(set(found.links)) > 10
    assert {link.relation for link in found.links} <= set(RELATIONS)
    assert {thing.sort for thing in found.things.values()} <= set(SORTS)


def test_a_thread_leads_from_a_priority_to_a_figure_and_back() -> None:
    """Priority, planned action, item, decision, action; and the recommendation that is carried out."""
    found = thread(sample())
    way = [
        ("priorities", "neglect"),
        ("plan-actions", "business-2025/toolkit"),
        ("items", f"{MARCH}/neglect"),
        ("decisions", f"{MARCH}/d1"),
        ("actions", f"{MARCH}/toolkit"),
    ]
    for here, there in pairwise(way):
        assert there in names(link.later for link in found.came_of(*here))
        assert here in names(link.earlier for link in found.led_to(*there))
    read = ("recommendations", "review-a/read")
    assert names(link.earlier for link in found.led_to(*way[3]) if link.relation == "decided") == [
        ("items", f"{MARCH}/neglect"),
        read,
    ]
    assert ("indicators", "first-visits") in names(link.later for link in found.came_of(*read))


def test_a_page_says_once_what_its_own_lines_say() -> None:
    """What stands within a thing is not listed as what came of it; its priorities have their own line."""
    found = around(thread(sample()), "items", f"{MARCH}/neglect")
    assert names(found.led) == [
        ("plan-actions", "business-2025/toolkit"),
        ("items", "2026-01-15-executive/forms"),
    ]
    assert names(found.came) == []
    assert not around(thread(sample()), "items", f"{MARCH}/scrutineer")


def test_pages_show_what_led_here_and_what_came_of_it() -> None:
    """A decision names recommendation and action; the recommendation the decision and the figure."""
    macros = macros_for(sample())
    meeting = macros["meeting"](MARCH)
    decision = meeting[meeting.index('id="decision-d1"') :]
    assert re.findall(r"What led here|What came of it|#recommendation-read|#action-toolkit", decision)[
        :4
    ] == [
        "What led here",
        "#recommendation-read",
        "What came of it",
        "#action-toolkit",
    ]
    review = macros["review"]("review-a")
    assert f'href="/meetings/{MARCH}/#decision-d1"' in review
    assert 'href="/indicators/first-visits/"' in review
    assert 'href="/reviews/review-a/#recommendation-read"' in macros["indicator"]("first-visits")


def test_a_whole_meeting_is_not_named_beside_its_item() -> None:
    """Where an item says it better, the link to the meeting is left out."""
    found = thread(sample())
    came = names(link.later for link in found.came_of("plan-actions", "business-2025/toolkit"))
    assert ("items", f"{MARCH}/neglect") in came
    assert ("meetings", MARCH) not in came


def test_the_data_has_the_links_in_both_forms() -> None:
    """The table and the JSON file hold the same links, and each address is one of the site."""
    files = site_files(sample(), "https://larkmere.example/")
    rows = list(csv.DictReader(io.StringIO(files["data/links.csv"].decode("utf-8-sig"))))
    said = json.loads(files["data/links.json"])["links"]
    assert [{name: cell for name, cell in row.items() if cell} for row in rows] == said
    assert len(rows) == len(thread(sample()).links)
    assert all(row["earlier_address"].startswith("https://larkmere.example/") for row in rows)


def test_a_story_is_told_in_order_of_time() -> None:
    """It has the plan, what was discussed, decided and reported, the figures and what was found."""
    lookups = look_up(with_records(indicators=[VISITS | {"priorities": ["neglect"]}]))
    priority = lookups.by_id["priorities", "neglect"].record
    told = story(lookups, thread(lookups.dataset), priority)  # type: ignore[arg-type]  # it is a priority
    found = [each for _, entries in told for each in entries]
    days = [last_day(each.day) for each in found if each.day]
    assert days == sorted(days)
    assert [each.what for each in found][:2] == ["began", "planned"]
    assert {"progress", "found", "figure", "items", "decisions", "actions"} <= {each.what for each in found}


def test_two_plans_that_run_at_the_same_time_name_each_other() -> None:
    """With the time for which both run; what was changed while a plan ran is told in order of time."""
    other = PLAN | {
        "id": "strategic-2026",
        "kind": "strategic",
        "period_from": "2026-04-01",
        "period_until": "2028-03",
    }
    found = plans_of(look_up(with_records(plans=[PLAN, other])))
    (near,) = beside(found[1], found[:1])
    assert (near.plan.id, near.start, near.end) == ("strategic-2026", "2026-04-01", "2027-06")
    assert [(each.what, each.change.on) for each in changed(found[1])] == [
        ("changed", "2026-02"),
        ("added", "2026-04-01"),
    ]


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("2026-03-31", "2026-03-31"),
        ("2026-02", "2026-02-28"),
        ("2026", "2026-12-31"),
        ("2025-26", "2026-03-31"),
        ("2025-26-Q1", "2025-06-30"),
        ("2025-26-Q2", "2025-09-30"),
        ("2025-26-Q4", "2026-03-31"),
        ("2026-Q2", "2026-06-30"),
        ("2026-Q4", "2026-12-31"),
        ("soon", ""),
    ],
)
def test_the_last_day_of_a_period(period: str, day: str) -> None:
    """Quarters of a year that runs into the next begin in April."""
    assert last_day(period) == day


def test_days_before() -> None:
    """Days are counted by the calendar."""
    assert days_before("2026-03-01", 1) == "2026-02-28"


def missing(dataset: Dataset, on: str) -> list[tuple[str, str, str]]:
    return [(gap.what, gap.thing.name, gap.since) for gap in gaps(thread(dataset), on)]


def test_gaps_are_those_of_the_day() -> None:
    """What is a gap on one day is none on another: nothing looks at a clock."""
    assert ("priority-not-discussed", "neglect", "2026-03-12") not in missing(sample(), "2026-06-01")
    assert ("priority-not-discussed", "neglect", "2026-03-12") in missing(sample(), "2026-10-01")
    assert not [each for each in missing(sample(), "2029-01-01") if each[0].startswith("action-")]


def test_each_gap_is_found_and_is_closed_by_what_it_asks_for() -> None:
    """A bare action has three; a figure that is a year old is one, and so is an open recommendation."""
    bare = PLAN | {"actions": [{"id": "bare", "text": "Do it.", "status": "on-track"}], "priorities": []}
    figures = VISITS | {"points": [{"period": "2024-25-Q1", "value": "5"}], "recommendations": []}
    plain = MEETING | {"items": []}
    found = missing(with_records(plans=[bare], indicators=[figures], meetings=[plain]), "2026-11-01")
    assert {each for each in found if each[1] not in {"neglect", "sleep"}} == {
        ("action-without-lead", "business-2025/bare", ""),
        ("action-without-meeting", "business-2025/bare", ""),
        ("action-without-news", "business-2025/bare", ""),
        ("indicator-without-figure", "first-visits", "2024-06-30"),
        ("recommendation-without-answer", "review-a/read", ""),
    }
    assert {each[0] for each in found} == set(GAPS)
    led = {"leads": [{"name": "Jo"}], "progress": [{"on": "2026-10", "text": "Begun.", "meeting": MARCH}]}
    mended = bare | {"actions": [bare["actions"][0] | led]}
    left = missing(with_records(plans=[mended], meetings=[plain]), "2026-11-01")
    assert not [each for each in left if each[0].startswith("action-")]


def test_gaps_are_public_only_where_the_partnership_says_so() -> None:
    """The page of a priority says what is missing, or nothing."""
    off = with_records(meetings=[MEETING | {"date": "2025-06-01", "items": []}])
    on = Dataset(
        dict(off.kinds) | {"partnership": (entry("partnership", PARTNERSHIP | {"show_gaps": True}),)}
    )
    assert "What is missing" not in macros_for(off)["priority"]("neglect")
    assert "What is missing" in macros_for(on)["priority"]("neglect")
    assert isinstance(gaps(thread(off), look_up(off).as_of)[0], Gap)


def test_a_topic_gathers_the_items_of_all_meetings() -> None:
    """In order of time, with the items that they go on from; each with its decisions and actions."""
    lookups = look_up(sample())
    (record,) = [each for each in lookups.dataset.kinds["topics"] if each.id == TOOLKIT["id"]]
    view = view_topic(lookups, record.record)  # type: ignore[arg-type]  # it is a topic
    assert [(each.meeting.id, each.item.id, each.joined) for each in view.history] == [
        ("2026-01-15-executive", "forms", True),
        (MARCH, "neglect", False),
    ]
    assert [each.decision.id for each in view.history[1].decisions] == ["d1"]
    assert [each.action.id for each in view.history[1].actions] == ["toolkit"]


def test_a_priority_that_is_not_public_is_named_nowhere() -> None:
    """Without its record there is no thread from it, and nothing names it."""
    found = thread(with_records(priorities=[]))
    assert ("priorities", NEGLECT["id"]) not in {
        key for link in found.links for key in (link.earlier.key, link.later.key)
    }
