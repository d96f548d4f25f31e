"""What makes a page easy to read: plain summaries, few facts first, abbreviations, ways to ask."""

from __future__ import annotations

import re

import pytest

from editions.datasets import Dataset
from macros.all_macros import MacroProblem, macros_for
from macros.pages import pages
from tests.macros.samples import MEETING, PARTNERSHIP, entry, sample
from tests.macros.test_pages import meeting_page


def test_each_notice_leads_to_how_to_ask() -> None:
    """Whoever misses something is told whom to ask, and has the address of the place to quote."""
    macros = macros_for(sample())
    asked = '<a href="/withheld/#part-asking">Ask about this</a>'
    place = "meetings/2026-03-12-executive/#scrutineer"
    page = macros["meeting"](str(MEETING["id"]))
    assert f'{asked}, and quote <a href="/{place}">{place}</a>' in page
    register = macros["withheld"]()
    assert "## Asking about it {#part-asking}" in register
    assert 'href="mailto:office@larkmere.example"' in register


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"summary": "All was well."}, "All was well."),
        (
            {},
            "met on 12 March 2026 and went through 3 items. It made 1 decision and agreed 1 action.",
        ),
        ({"items": []}, "Executive met on 12 March 2026. Its minutes are not published here."),
        (
            {"items": [{"id": "a", "title": "A"}]},
            "went through 1 item. No decision and no action is recorded.",
        ),
        ({"happened": "cancelled"}, "did not meet as planned on 12 March 2026. The meeting was cancelled."),
        (
            {"happened": "planned", "date": "2026-05"},
            "Executive is to meet in May 2026. There is an agenda of 3",
        ),
    ],
)
def test_a_meeting_is_summed_up_in_plain_words(changed: dict[str, object], said: str) -> None:
    """The words of the record come first; without them, what is public says it in two sentences."""
    page = meeting_page(**({"summary": None} | changed))
    assert said in re.sub(r"\s+", " ", page.split("facts-box")[0])


def test_abbreviations_of_the_glossary_are_explained_on_the_page() -> None:
    """An abbreviation that a record uses stands in a list of its page, with a link; others do not."""
    terms = [
        {
            "id": "lado",
            "term": "Local authority designated officer",
            "short": "LADO",
            "meaning": "Whom to tell.",
        },
        {"id": "icb", "term": "ICB", "long": "Integrated care board", "meaning": "A body."},
        {"id": "plan", "term": "Plan", "meaning": "A plan."},
    ]
    items = [{"id": "a", "title": "News", "text": "The LADOs wrote to us. ICBX is something else."}]
    dataset = Dataset(
        {
            "glossary": (entry("glossary", {"id": "glossary", "terms": terms}),),
            "meetings": (entry("meetings", MEETING | {"items": items}),),
        }
    )
    page = macros_for(dataset)["meeting"](str(MEETING["id"]))
    assert re.findall(r'<dt>(\w+)</dt><dd><a href="/glossary/#term-(\w+)">(.*?)</a>', page) == [
        ("LADO", "lado", "Local authority designated officer")
    ]


def test_the_box_shows_six_facts_and_opens_for_the_others() -> None:
    """What few readers look for does not stand between them and the words."""
    page = meeting_page(series="13th meeting")
    first, _, more = page.split("</details>")[0].partition("<details>")
    assert (first.count("<dt>"), "13th meeting" in more) == (6, True)


def test_names_of_another_direction_are_set_apart() -> None:
    """A name in Hebrew or Arabic does not turn around what stands beside it."""
    name = "\u05e8\u05d5\u05ea \u05dc\u05d5\u05d9"
    page = meeting_page(attendance=[{"name": name, "status": "present"}], preamble=f"{name} came.")
    assert (f"<bdi>{name}</bdi>" in page, f'<p dir="auto">{name} came.</p>' in page) == (True, True)


def test_many_attenders_do_not_stand_before_the_minutes() -> None:
    """A long list of attendance opens when it is asked for; a short one is open."""
    rows = [{"name": f"Attender {number}", "status": "present"} for number in range(35)]
    assert "<summary>All 35 entries</summary>" in meeting_page(attendance=rows)
    assert "entries</summary>" not in meeting_page(attendance=rows[:12])


def test_the_accessibility_statement_has_what_the_regulations_ask_for() -> None:
    """Status, what is not accessible, dates, feedback and enforcement stand there, of either country."""
    told = {
        "status": "partial",
        "problems": [{"text": "Maps."}],
        "prepared": "2026-03-12",
        "review": "2027-03",
    }
    shown = {}
    for where in ("great-britain", "northern-ireland"):
        plain = PARTNERSHIP | {"accessibility": told | {"enforced_in": where}}
        dataset = Dataset({"partnership": (entry("partnership", plain),)})
        shown[where] = macros_for(dataset)["accessibility_statement"]()
    page = shown["great-britain"]
    needed = (
        "partially compliant",
        "Maps.",
        "Disproportionate burden",
        "outside the scope",
        "prepared on 12 March 2026",
        "reviewed by March 2027",
        "office@larkmere.example",
        "(EHRC)",
        "(EASS)",
    )
    assert [each for each in needed if each not in page] == []
    assert ("(ECNI)" in shown["northern-ireland"], "(EASS)" in shown["northern-ireland"]) == (True, False)


def test_a_statement_that_is_not_signed_off_is_a_problem() -> None:
    """A page that asks for the statement is told what is missing."""
    with pytest.raises(MacroProblem, match="needs `accessibility`"):
        macros_for(sample())["accessibility_statement"]()


def test_news_name_each_page_once_and_leave_out_what_is_to_come() -> None:
    """The home page has what is new: no small change, no withdrawal, no date announced."""
    news = macros_for(sample())["changes"](last=50, short=True)
    addresses = re.findall(r'<li><a href="(/[^"]*)"', news)
    assert len(addresses) == len(set(addresses)) > 3
    assert [each for each in addresses if "2026-07-09" in each or "2025-11-06" in each] == []


def test_ways_in_lead_to_what_there_is() -> None:
    """A way in that would lead to an empty list is not there."""
    found = re.findall('href="([^"]*)"', macros_for(sample())["ways_in"]())
    assert found[0] == "/meetings/"
    assert {"/topics/", "/recommendations/"} <= set(found)
    assert {f"{each[1:]}index.md" for each in found} <= {page.path for page in pages(sample())}
    assert "href" not in macros_for(Dataset({}))["ways_in"]()
