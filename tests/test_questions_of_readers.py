"""What a reader of the demonstration asks is answered two clicks from home, on a desk and on a telephone.

Each question says what the reader clicks on, as the links are worded, and what stands where that leads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page

from macros.making.building import render
from macros.settings import Settings, compose
from macros.views.lookups import look_up
from tests.accessibility import NARROW, WIDE, Look, opened, overflow, served
from tests.browser import open_browser
from tests.test_demonstration import ROOT, dataset, is_demonstration

pytestmark = pytest.mark.skipif(
    not is_demonstration(), reason="published/ holds the records of a partnership of your own"
)

MOST = 2
"""So many clicks from home are enough. To search is one, and to choose what was found another."""

EVERY_DAY = 3
"""So many of the questions are asked every day, all of them in the long run."""


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody wants to know, the way to the answer, and the answer."""

    asked: str

    clicks: tuple[str, ...]
    """The words of each link; before ` › ` the heading on the page under which it stands. `Search: ` is
    followed by what is typed."""

    page: str
    """Where that leads."""

    answers: tuple[tuple[str, ...], ...]
    """The anchor of a part of that page, and what it says, in this order."""


QUESTIONS = (
    Question(
        "Who chaired the Executive in June 2025?",
        ("Who was who",),
        "who-was-who/",
        (
            (
                "part-chairs",
                "Safeguarding Executive",
                "Ngozi Okafor, Director of Children's Services, Aldermere Council 1 April 2025 31 March 2026",
            ),
        ),
    ),
    Question(
        "Which decisions mention the neglect toolkit?",
        ("Topics", "The neglect toolkit"),
        "topics/neglect-toolkit/",
        (
            (
                "part-2025-05-15-executive-toolkit",
                "One neglect toolkit is to replace the forms of all agencies. Agreed in principle",
            ),
            (
                "part-2026-01-22-executive-pilot-next",
                "From 1 September 2026 the neglect toolkit is used by all agencies",
                "Agreed",
            ),
        ),
    ),
    Question(
        "What became of action 5.1 of 15 May 2025?",
        (
            "Actions",
            "Run the pilot from September to November and report what families and workers thought of it.",
        ),
        "meetings/2025-05-15-executive/#action-toolkit-pilot",
        (("action-toolkit-pilot", "Action 5.1", "By 22 January 2026", "Closed, 9 July 2026"),),
    ),
    Question(
        "Which actions of the police are late?",
        ("the police",),
        "actions/agency/wendale-police/",
        (
            (
                "actions-wendale-constabulary",
                "Action 5 Find a second place in each area",
                "30 September 2026 Overdue.",
            ),
        ),
    ),
    Question(
        "What took the place of decision 25/09, on protocol 2?",
        ("Decisions",),
        "decisions/",
        (
            (
                "decisions",
                "25/09 Protocol 2 on sharing information",
                "Replaced by: Protocol 3 on sharing information is agreed.",
                "8 September 2026",
            ),
        ),
    ),
    Question(
        "When does the Executive meet next, and who is in the chair then?",
        ("Next meetings › Safeguarding Executive",),
        "meetings/2026-12-03-executive/",
        (("part-meeting", "Thursday 3 December 2026, 2pm to 4:30pm", "Chair Folake Adeyemi, Chief Nurse"),),
    ),
    Question(
        "Which meeting decided that there is a sixth priority?",
        ("What we work on › Children who are seldom heard",),
        "priorities/seldom-heard/",
        (
            (
                "part-plan-strategic-2025",
                "Added 1 November 2026: Safeguarding Executive, special meeting, 22 October 2026",
                "the strategic plan has a sixth priority",
            ),
        ),
    ),
    Question(
        "Were all three safeguarding partners there in October 2026?",
        ("Who does the work › Safeguarding Executive",),
        "groups/executive/",
        (
            (
                "part-partners",
                "Local authority Police Health",
                "22 October 2026 represented represented represented",
                "8 October 2026 represented represented represented",
            ),
        ),
    ),
    Question(
        "How long does it take until minutes are published?",
        ("Meetings and minutes", "How soon minutes are published"),
        "promptness/",
        (
            (
                "how-soon-minutes-are-published",
                "minutes, in draft or approved, within 30 working days after the meeting",
            ),
            ("part-years", "Half of them took at most", "2025", "working days"),
        ),
    ),
    Question(
        'What came of the recommendation "unusual nights" of the review of R.?',
        ("Recommendations", "Unusual nights"),
        "reviews/review-r/#recommendation-nights",
        (
            (
                "recommendation-nights",
                "What came of it",
                "Answer Accepted in part",
                "At six months, yes: every baby is seen then.",
            ),
        ),
    ),
    Question(
        "Which version of the arrangements was in force on 1 June 2025?",
        ("Arrangements",),
        "arrangements/",
        (("part-all-versions", "version 2024 16 December 2024 31 October 2026 No longer in force"),),
    ),
    Question(
        "What will the partnership spend this year, and who pays for it?",
        ("the budgets", "Budget for 2026/27"),
        "budgets/2026-27/",
        (
            ("part-income", "Aldermere Council £110,500", "Wendale Constabulary £46,200"),
            ("part-spending", "All spending £233,300"),
        ),
    ),
    Question(
        "Why is there nothing to read of the meeting of 12 February 2026?",
        ("What we withhold and why",),
        "withheld/",
        (
            (
                "part-places",
                "An extraordinary meeting, 12 February 2026",
                "All of it: information given in confidence 12 February 2027",
            ),
        ),
    ),
    Question(
        "What was the CCG, and what followed it?",
        ("Search: CCG", "NHS Aldermere Clinical Commissioning Group"),
        "partners/#organization-aldermere-ccg",
        (
            (
                "organization-aldermere-ccg",
                "Clinical commissioning group",
                "Ended 30 June 2022 Followed by NHS Wendale Integrated Care Board",
            ),
        ),
    ),
)

LOOKS = (WIDE, pytest.param(NARROW, marks=pytest.mark.long))

PART = """(id) => {
  const start = document.getElementById(id);
  if (!start) return null;
  const level = (each) => /^H[1-6]$/.test(each.tagName) ? Number(each.tagName[1]) : 7;
  let said = start.innerText;
  if (level(start) === 7) return said;
  let next = start.nextElementSibling;
  for (; next && level(next) > level(start); next = next.nextElementSibling) said += "\\n" + next.innerText;
  return said;
}"""
"""Returns what can be seen of a part of a page: from its heading to the next of that level, or a box."""


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Build the site of the demonstration, and serve it."""
    site = tmp_path_factory.mktemp("questions") / "site"
    site.mkdir()
    settings = compose(ROOT)
    assert isinstance(settings, Settings), settings
    assert render(settings, dataset(), site) == ()
    with served(site) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Open one browser for all."""
    with open_browser() as opened_browser:
        yield opened_browser


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize(
    "question",
    [*QUESTIONS[:EVERY_DAY], *(pytest.param(each, marks=pytest.mark.long) for each in QUESTIONS[EVERY_DAY:])],
    ids=lambda question: question.asked,
)
def test_the_answer_is_two_clicks_from_home(
    base: str, browser: Browser, question: Question, look: Look
) -> None:
    """Whoever follows these links finds these words, in this part of that page, and nothing is too wide."""
    assert len(question.clicks) <= MOST
    with opened(browser, look) as page:
        page.goto(base)
        for words in question.clicks:
            click(page, words)
        page.wait_for_url(base + question.page)
        for anchor, *words in question.answers:
            said = part(page, anchor)
            assert in_order(said, words) == words, said
        assert max(overflow(page), 0) == 0


def test_the_topic_has_every_decision_that_names_it() -> None:
    """Whoever asks which decisions mention the neglect toolkit is not told of some of them only."""
    naming = {
        name
        for name, each in look_up(dataset()).decisions.items()
        if "neglect toolkit" in (each.decision.text or "")
    }
    assert naming == {"2025-05-15-executive/toolkit", "2026-01-22-executive/toolkit"}


def click(page: Page, words: str) -> None:
    """Click on the first link with these words that can be seen, or search for some."""
    if words.startswith("Search: "):
        page.get_by_role("button", name="Search", exact=True).click()
        page.keyboard.type(words.removeprefix("Search: "))
        page.get_by_role("status").filter(has_text="found").wait_for()
        return
    heading, _, link = words.rpartition(" › ")
    place = page.locator(f"h2:has-text('{heading}') ~ *") if heading else page.locator("body")
    left = page.url
    place.get_by_role("link", name=link, exact=True).first.click()
    page.wait_for_url(lambda url: url != left)


def part(page: Page, anchor: str) -> str:
    """Return what a reader sees of a part of the page, with single blanks."""
    return " ".join((page.evaluate(PART, anchor) or "").split())


def in_order(said: str, words: list[str]) -> list[str]:
    """Return those words that stand in a text, each after the one before it."""
    found, start = [], 0
    for each in words:
        at = said.find(each, start)
        if at >= 0:
            found.append(each)
            start = at + len(each)
    return found
