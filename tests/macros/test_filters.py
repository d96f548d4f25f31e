"""The ledger and the register of decisions have parts with addresses of their own, which stay."""

from __future__ import annotations

import re
from typing import Any

import pytest

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.arguments import MacroProblem
from macros.open_data.heads import head_of
from macros.open_data.linked_data import linked_data
from macros.open_data.sources import source_of
from macros.pages import MOVED, Page, kept_among, pages, searched, stub, text_of
from macros.views.decisions import chosen, rulings
from macros.views.filters import filters_named
from macros.views.lookups import look_up
from macros.views.threads import thread
from macros.views.years import LONGEST
from tests.macros.samples import GROUP, entry
from tests.macros.samples_actions import JANUARY, MARCH, MAY, MEETINGS, dataset, meeting
from tests.macros.sites import EVIL

ADDRESS = "https://larkmere.example/"

DECISIONS = (
    meeting(
        JANUARY,
        decisions=[
            {"id": "old", "text": "Try it for a year.", "kind": "in-principle", "condition": "If it helps."},
            {"id": "fee", "text": "Pay a fee.", "kind": "approved", "reference": "26/4"},
        ],
    ),
    meeting(
        MARCH,
        decisions_between=[{"id": "by-post", "text": "Sign.", "on": "2026-02-03", "means": "by-email"}],
        decisions=[
            {"id": "new", "text": "Keep it.", "kind": "agreed", "replaces": f"{JANUARY}/old"},
            {"id": "none", "text": "Pay no fee.", "kind": "agreed", "reverses": f"{JANUARY}/fee"},
        ],
    ),
)


def parts(of: Dataset, kept: tuple[str, ...] = ()) -> dict[str, Page]:
    """Return the pages of parts of registers by their paths."""
    return {page.path: page for page in pages(of, kept=kept) if page.by is not None}


def rows(shown: str) -> int:
    """Return how many actions or decisions a page shows."""
    return shown.rpartition("<tbody>")[2].count("<tr>")


def test_actions_have_pages_by_state_group_and_agency() -> None:
    """Each that has an action; a state has one also when it is empty."""
    assert sorted(path for path in parts(dataset()) if path.startswith("actions/")) == [
        "actions/agency/all.md",
        "actions/agency/council.md",
        "actions/agency/police.md",
        "actions/closed.md",
        "actions/group/executive.md",
        "actions/group/learning.md",
        "actions/open.md",
        "actions/overdue.md",
    ]
    assert "actions/overdue.md" in parts(Dataset())


def test_decisions_have_pages_by_kind_group_and_fate() -> None:
    """A kind that no decision has is left out."""
    assert sorted(path for path in parts(dataset(*DECISIONS)) if path.startswith("decisions/")) == [
        "decisions/between-meetings.md",
        "decisions/group/executive.md",
        "decisions/kind/agreed.md",
        "decisions/kind/approved.md",
        "decisions/kind/in-principle.md",
        "decisions/replaced.md",
    ]


@pytest.mark.parametrize("of", [MEETINGS, DECISIONS], ids=["actions", "decisions"])
def test_each_link_says_how_many_rows_its_page_has(of: tuple[dict[str, Any], ...]) -> None:
    """The number beside each link is that of the rows behind it."""
    made = dataset(*of)
    macros = macros_for(made)
    told: dict[str, int] = {}
    for register in ("actions", "decisions"):
        found = re.findall(
            rf'<a href="/({register}/[a-z/-]+)/">[^<]*</a> <span class="aside">(\d+)</span>',
            macros[register](),
        )
        told |= {path: int(count) for path, count in found}
    shown = {path.removesuffix(".md"): rows(text_of(page, macros)) for path, page in parts(made).items()}
    assert told == shown
    assert max(shown.values()) > 1


def test_the_page_that_is_shown_is_marked_and_the_way_back_is_a_link() -> None:
    """Nobody has to guess where they are."""
    shown = macros_for(dataset())["actions"](group="learning")
    assert '<strong aria-current="page">Learning group</strong>' in shown
    assert '<a href="/actions/">All</a> <span class="aside">5</span>' in shown
    assert "<details open><summary>By group</summary>" in shown
    assert "<details><summary>By agency</summary>" in shown


def test_the_story_of_an_action_stands_in_its_row() -> None:
    """Born where, every report with the meeting that made it, the new date, and how long it took."""
    shown = macros_for(dataset())["actions"](state="overdue")
    row = re.sub(r"\s+", " ", shown.partition("<tbody>")[2])
    assert "Overdue; agreed 137 days ago. Carried over 2 times." in row
    assert "How it went: 3 steps" in row
    assert f'15 January 2026: agreed at <a href="/meetings/{JANUARY}/#one">Meeting</a>' in row
    assert (
        f'12 March 2026: Carried over, <a href="/meetings/{MARCH}/#one">Meeting</a>; new date: 30 April 2026'
        in row
    )
    assert f'14 May 2026: Overdue, <a href="/meetings/{MAY}/#one">Meeting</a>' in row
    assert "Nearly there." in row
    assert "priority: high" in row


def test_a_closed_action_tells_what_took_its_place() -> None:
    """And the other tells of which it took the place."""
    macros = macros_for(dataset())
    closed, open_ = macros["actions"](state="closed"), macros["actions"](state="open")
    assert "Superseded, 12 March 2026, after 56 days." in closed
    assert f'In its place: <a href="/meetings/{MARCH}/#action-page">An action of 12 March 2026</a>.' in closed
    assert f'It took the place of: <a href="/meetings/{JANUARY}/#action-leaflet">' in open_
    assert "Opened again once." in open_
    assert "first on November 2025, Page 5 of the previous minutes" in open_


def test_the_page_of_a_meeting_tells_the_same_story() -> None:
    """The address of an action is that of the meeting which agreed on it."""
    macros = macros_for(dataset())
    january, march = macros["meeting"](JANUARY), macros["meeting"](MARCH)
    assert "How it stands</dt><dd>Overdue; agreed 137 days ago. Carried over 2 times." in january
    assert 'Reckoned to 1 June 2026; <a href="/actions/">all actions</a>.' in january
    assert '<span class="aside">new date: 30 April 2026</span>' in march
    assert f'in its place: <a href="/meetings/{MARCH}/#action-page">' in march


def test_the_page_of_a_group_lists_what_is_open() -> None:
    """What it agreed, and what was given to it."""
    macros = macros_for(dataset())
    assert rows(macros["group"]("executive").partition("part-actions")[2].partition("part-terms")[0]) == 3
    given = macros["group"]("learning")
    assert "Merge the forms." in given
    assert '<a href="/actions/group/learning/">All actions of this group</a>' in given


def test_partners_lead_to_their_actions() -> None:
    """Those of agencies that have any."""
    shown = macros_for(dataset())["partners"]()
    assert '<a href="/actions/agency/police/">one action</a>' in shown


def test_actions_as_on_a_day() -> None:
    """A page of somebody's own may tell how they stood then, without links to today's."""
    shown = macros_for(dataset())["actions"](on="2026-03-12", state="closed")
    assert (rows(shown), 'class="filters"' in shown) == (2, False)


def test_news_of_older_actions_stands_at_the_end() -> None:
    """In the register itself, not in its parts."""
    macros = macros_for(dataset())
    assert "Page 3 of the minutes of 2024" in macros["actions"]().partition("{#part-older}")[2]
    assert "part-older" not in macros["actions"](state="closed")


@pytest.mark.parametrize(
    ("macro", "wrong", "said"),
    [
        ("actions", {"state": "late"}, "open, overdue, closed"),
        ("actions", {"agency": "nobody"}, "all, council, police"),
        ("actions", {"group": "nobody"}, "public group"),
        ("actions", {"on": "12 March"}, "a day"),
        ("decisions", {"kind": "felt"}, "agreed"),
        ("decisions", {"state": "open"}, "between-meetings, replaced"),
    ],
)
def test_an_author_is_told_what_may_be_asked(macro: str, wrong: dict[str, str], said: str) -> None:
    """In words, with the values that there are."""
    with pytest.raises(MacroProblem, match=said):
        macros_for(dataset())[macro](**wrong)


def test_decisions_tell_what_replaced_them_and_what_they_replaced() -> None:
    """Both ways, in the register and on the pages of the meetings."""
    macros = macros_for(dataset(*DECISIONS))
    replaced = macros["decisions"](state="replaced")
    assert rows(replaced) == 2
    assert f'Replaced by: <a href="/meetings/{MARCH}/#decision-new">Keep it.</a>' in replaced
    assert f'Reversed by: <a href="/meetings/{MARCH}/#decision-none">Pay no fee.</a>' in replaced
    agreed = macros["decisions"](kind="agreed")
    assert f'Replaces: <a href="/meetings/{JANUARY}/#decision-old">Try it for a year.</a>' in agreed
    assert "Subject to: If it helps." in macros["decisions"](kind="in-principle")
    january, march = macros["meeting"](JANUARY), macros["meeting"](MARCH)
    link = '<dt>{}</dt><dd><a href="/meetings/{}/#decision-{}">The decision of'
    assert link.format("Replaced by", MARCH, "new") in january
    assert link.format("Reversed by", MARCH, "none") in january
    assert link.format("Replaces", JANUARY, "old") in march
    assert link.format("Reverses", JANUARY, "fee") in march


def test_what_took_the_place_of_something_stands_in_its_thread() -> None:
    """The links between things name it, as they do whatever came of something."""
    closed = {"id": "b", "text": "B.", "status": "superseded", "superseded_by": f"{JANUARY}/a"}
    actions = meeting(JANUARY, actions=[{"id": "a", "text": "A.", "status": "open"}, closed])
    found = {each.relation for made in (dataset(*DECISIONS), dataset(actions)) for each in thread(made).links}
    assert {"replaced", "reversed", "superseded"} <= found


def test_a_decision_by_email_has_its_day() -> None:
    """It is told by what means and when it was made, and at which meeting it was told."""
    made = dataset(*DECISIONS)
    (one,) = chosen(rulings(look_up(made)), state="between-meetings")
    shown = macros_for(made)["decisions"](state="between-meetings")
    assert (one.name, one.day, one.is_between) == (f"{MARCH}/by-post", "2026-02-03", True)
    assert "By e-mail, 3 February 2026;" in shown
    assert "told at Meeting, 12 March 2026" in shown
    assert "<dd>By e-mail; 3 February 2026</dd>" in macros_for(made)["meeting"](MARCH)


def test_a_part_with_too_many_rows_shows_the_newest() -> None:
    """The others stand in the register by year."""
    many = [{"id": f"a{number}", "text": "Do it.", "status": "open"} for number in range(LONGEST + 1)]
    shown = macros_for(dataset(meeting(JANUARY, actions=many)))["actions"](state="open")
    assert rows(shown) == LONGEST
    assert 'The newest 400 of 401 are shown. The others stand in <a href="/actions/">' in shown


def test_a_published_part_stays_without_rows() -> None:
    """When its last action is withheld, or the group is no longer public, its address still leads on."""
    kept = ("/actions/group/learning/", "/actions/agency/gone/", "/decisions/kind/noted/", "/actions/x/")
    made = dataset(meeting(JANUARY))
    assert kept_among(kept) == set(kept[:3])
    found = {page.path: page for page in pages(made, kept=kept)}
    learning = found["actions/group/learning.md"]
    assert "There are no such actions." in text_of(learning, macros_for(made))
    assert found["decisions/kind/noted.md"].by == ("kind", "noted")
    gone = found["actions/agency/gone.md"]
    assert (gone.macro, gone.argument) == (MOVED, "/actions/")
    assert "actions/x.md" not in found


def test_parts_are_named_after_records() -> None:
    """So that a takedown without trace takes their addresses too."""
    assert filters_named("groups", "learning") == {"/actions/group/learning/", "/decisions/group/learning/"}
    assert filters_named("organizations", "police") == {"/actions/agency/police/"}
    assert filters_named("meetings", "police") == frozenset()


def test_the_title_of_a_part_is_harmless() -> None:
    """The name of a group stands in a heading of the source, and in what the search reads."""
    made = dataset()
    evil = entry("groups", GROUP | {"id": "learning", "name": EVIL, "members": []})
    page = parts(Dataset({**made.kinds, "groups": (evil,)}))["actions/group/learning.md"]
    source = stub(page)
    heading = next(line for line in source.splitlines() if line.startswith("# "))
    assert not set(re.sub(r"&#\d+;", "", heading[2:])) & set('{}<>[]()!:="-#&')
    assert source.endswith('\n\n{{ actions(group="learning") }}\n')
    assert "<script" not in searched(page, "")


def test_programs_are_told_of_a_part() -> None:
    """Its way back, and the feed of a group or an agency."""
    made = dataset()
    source = source_of(made, ADDRESS)
    page = parts(made)["actions/agency/police.md"]
    told = linked_data(source, page, "actions/agency/police/")
    assert f'"position":2,"name":"Actions","item":"{ADDRESS}actions/"' in told
    assert '"name":"Actions: Larkmere Police"' in told
    assert [each.address for each in head_of(source, page, "actions/agency/police/").own] == [
        "actions/agency/police/feed.xml"
    ]
    open_ = parts(made)["actions/open.md"]
    assert [each.address for each in head_of(source, open_, "actions/open/").own] == []
