"""The sorts of counts: where each stands, what counts it again, and which numbers are no counts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.counting import meetings, registers, works
from tests.counting.files import Files
from tests.counting.pages import Page


@dataclass(frozen=True)
class Count:
    """A sort of count."""

    what: str
    where: str
    """The pages, as a pattern of their addresses, then a blank and the elements on them, as an XPath."""

    again: Callable[[Any, Page, Files], registers.Told]
    """Its docstring says what is counted; it yields what the element says beside what the files give."""

    messages: tuple[str, ...] = ()
    """The messages of the catalogue in which the number stands."""


_TABLE = "//table[starts-with(normalize-space(caption), {!r})]"
_CHART = "//figure[.//*[local-name()='title'][starts-with(@id, 'chart-{}-')]]"
_FACT = "//dl//div[normalize-space(dt)={!r}]/dd"

COUNTS = (
    Count(
        "parts of a register",
        ".* //nav[@class='filters']//li",
        registers.filters,
    ),
    Count(
        "rows of a register",
        r"(actions|decisions)\b.* "
        "//table[normalize-space(caption)='Actions' or normalize-space(caption)='Decisions']",
        registers.listed,
    ),
    Count(
        "actions by age and state",
        ".* //figure[.//*[local-name()='title'][starts-with(@id, 'chart-actions')]]",
        registers.action_charts,
        ("%(count)s open",),
    ),
    Count(
        "days, times carried over and steps of an action in a list",
        ".* //table[not(normalize-space(caption)='What was withheld')]"
        "//tr[th/a[contains(@href, 'meetings/') and contains(@href, '#action-')]][count(td)=2]",
        registers.stories,
        (
            "%(state)s; agreed one day ago.",
            "%(state)s, %(day)s, after one day.",
            "Carried over once.",
            "Opened again once.",
            "How it went: one step",
        ),
    ),
    Count(
        "the same on the page of its meeting",
        "meetings/.* //section[starts-with(@id, 'action-')]" + _FACT.format("How it stands"),
        registers.story_on_page,
    ),
    Count(
        "actions of an organization",
        "partners //dd/a[contains(@href, 'actions/agency/')]",
        registers.of_agency,
        ("one action",),
    ),
    Count(
        "places where something is withheld",
        "withheld.* " + _TABLE.format("Places at which"),
        registers.withheld,
        ("1 to %(most)s", "about %(number)s"),
    ),
    Count("years of a long register", ".* //nav[@class='by-year']//li", registers.by_year),
    Count(
        "rows of a long register that are shown",
        r"(actions|decisions)/.* //p[starts-with(normalize-space(.), 'The newest ')]",
        registers.newest,
        (
            (
                'The newest %(number)s of %(all)s are shown. The others stand in <a href="/%(register)s/">'
                "the register by year</a>."
            ),
        ),
    ),
    Count(
        "records in a file",
        "data " + _TABLE.format("Records"),
        registers.files_listed,
        ("%(named)s by name, in the table",),
    ),
    Count(
        "editions",
        "changes.* " + _TABLE.format("What changed"),
        registers.changes_listed,
        ("edition %(number)s",),
    ),
    Count(
        "records of each kind",
        "status " + _TABLE.format("Records of each kind"),
        registers.state_of_kinds,
        ("%(number)s withdrawn",),
    ),
    Count(
        "editions of each year", "status " + _TABLE.format("Editions signed off"), registers.state_of_years
    ),
    Count(
        "items, decisions and actions of a meeting",
        "meetings/.* //div[@class='summary'][not(*[2])]/p",
        meetings.gone_through,
        ("%(count)s item", "%(count)s decision", "%(count)s action"),
    ),
    Count(
        "who was there",
        "meetings/.* //details[@class='attenders']/summary",
        meetings.entries,
        ("All %(count)s entries",),
    ),
    Count(
        "attendance by agency and year",
        "groups/.* " + _TABLE.format("Attendance by agency in"),
        meetings.by_agency,
    ),
    Count(
        "meetings from which that is counted",
        "groups/.* //p[@class='aside'][re:test(., '^Counted from [0-9]')]",
        meetings.by_agency_of,
        (
            "Counted from %(count)s meeting whose minutes list who was there.",
            "Part of that is withheld for %(count)s of them, and not counted.",
        ),
    ),
    Count(
        "agencies at the last meetings",
        ".* " + _CHART.format("attendance"),
        meetings.agency_charts,
        ("Agencies at the last %(count)s meetings of %(group)s", "%(part)s of %(whole)s"),
    ),
    Count(
        "minutes by year",
        "promptness " + _TABLE.format("Days to the minutes, year"),
        meetings.promptness_years,
        ("%(count)s working day", "%(count)s day"),
    ),
    Count(
        "days to the minutes",
        ".* //figure[.//*[local-name()='title'][@id='chart-promptness-title']]",
        meetings.promptness_chart,
    ),
    Count(
        "days to the minutes of a meeting",
        "promptness " + _TABLE.format("How far each meeting has come") + "/tbody/tr",
        meetings.promptness_meeting,
        ("after %(days)s", "%(days)s late"),
    ),
    Count(
        "actions of a plan",
        "plans " + "//tr[th/a[contains(@href, 'plans/')]]/td[2]",
        works.plan_standing,
        ("%(total)s action:", "%(not_shown)s withheld"),
    ),
    Count(
        "actions of a plan on its page",
        "plans/.* //h2[@id='part-standing']/following-sibling::div[1]/p[1]",
        works.plan_standing,
    ),
    Count(
        "actions of a plan by priority",
        "plans/.* " + _TABLE.format("Actions by priority and state"),
        works.plan_table,
    ),
    Count(
        "actions of plans in pictures",
        ".* " + _CHART.format("progress"),
        works.progress_charts,
        ("%(part)s of %(whole)s done",),
    ),
    Count(
        "actions for a priority",
        "priorities/.* //div[contains(@class, 'facts-box')]" + _FACT.format("Actions"),
        works.priority_standing,
    ),
    Count(
        "actions for a priority in the list",
        "priorities " + _FACT.format("How it stands"),
        works.priority_standing,
    ),
    Count(
        "actions for a priority in a plan",
        "priorities/.* //p[@class='label'][contains(., ' action')][contains(., ': ')]",
        works.priority_in_plan,
    ),
    Count(
        "actions for a priority in short",
        r".* //li[a[contains(@href, 'priorities/')]][div/span[@class='aside']]",
        works.priority_short,
    ),
    Count("meetings on a topic", "topics " + _TABLE.format("Topics") + "/tbody/tr", works.topics),
    Count(
        "recommendations",
        "(reports|reviews)/.* " + _FACT.format("Asks for") + "/a",
        works.asked,
        ("%(count)s recommendation",),
    ),
    Count(
        "earlier editions",
        ".* //div[@class='edition']/details/summary",
        works.earlier_editions,
        ("Earlier editions (%(count)s)",),
    ),
    Count(
        "parts of a page",
        ".* //details[contains(@class, 'contents--within')]/summary",
        works.parts_of_page,
        ("On this page (%(count)s parts)",),
    ),
    Count(
        "pages and size of a PDF",
        ".* //p[@class='box-link'][a[@type='application/pdf']]",
        works.pdf_of_page,
        (
            '<a href="/%(path)s" type="application/pdf">Download as PDF, %(size)s</a>, %(pages)s page',
            "%(count)s kB",
        ),
    ),
    Count(
        "pages by kind, group and priority",
        "search //h2[@id='part-kinds' or @id='part-groups' or @id='part-priorities']"
        "/following-sibling::div[1]/ul/li",
        works.everything,
        ("%(number)s page",),
    ),
    Count(
        "sums of a budget",
        "budgets/.* //tr[th/strong]",
        works.budget_totals,
    ),
    Count("budgets in short", "budgets " + _TABLE.format("Budgets") + "/tbody/tr", works.budgets_listed),
    Count(
        "figures of an indicator",
        "(indicators/.*|progress) "
        "//table[caption='Figures'] | //figure[.//*[starts-with(@id, 'chart-figures-')]]//table",
        works.figures,
    ),
    Count(
        "figures of an indicator in a picture",
        ".* //*[local-name()='svg'][*[starts-with(@id, 'chart-figures-')]]",
        works.drawn_figures,
    ),
    Count("scores of risks", "risks.* //tr[th/a[contains(@href, '#risk-')]]", works.risk_scores),
    Count("meetings attended, in a report", "reports/.* " + _CHART.format("attended"), works.attended),
)

"""Every sort of count, where it stands, and what counts it again."""

NOT_COUNTED = {
    "%(pages)s page": "the pages of a document, as its record says",
    ", %(pages)s page": "the pages of a paper, as its record says",
    "%(held)s meeting": "what a report says of its year",
    "(within %(days)s day)": "a rule of the policy",
    "agendas %(days)s before the meeting": "a promise of the policy",
    "minutes, in draft or approved, within %(days)s after the meeting": "a promise of the policy",
    "approved minutes within %(days)s after they were approved, or after the next meeting of the group where "
    "no approval is on record": "a promise of the policy",
    "Promised: %(days)s": "a promise of the policy",
    "Members of the public: %(number)s.": "what the minutes say",
    "%(year)s: %(roughly)s items": "what the policy says, in words",
    "%(count)s byte": "no file that is offered is so small",
    "%(count)s MB": "a size as that in kB, which is measured",
    "Edition %(number)s, %(date)s: %(note)s": "the number of an edition, not how many there are",
    "Edition %(number)s, %(day)s.": "the number of an edition",
    "%(name)s. %(title)s. Edition %(number)s, %(day)s.": "the number of an edition",
    "Edition %(number)s of %(address)s": "the number of an edition",
    "%(number)s, published %(day)s": "the number of an edition",
    "and %(count)s more": "the files do not say which records show that a rule is kept",
}
"""Messages with a number that is not counted again, and why."""

NOT_BARE_COUNTS = {
    "telephone numbers": ".* //a[starts-with(@href, 'tel:')]",
    "labels, as printed, and links to what has one": ".* //*[@class='number'] | //a[contains(@href, '#')]",
    "the scale of a picture": ".* //*[local-name()='text'][@class='quiet' or @class='plain']",
    "years and months": ".* //h3 | //td[@class='date'] | //dd[re:test(., '^(19|20)[0-9]{2}$')]",
    "years of indicators": "indicators //td/span[@class='aside']",
    "versions of documents": ".* //dd[normalize-space(../dt)='Version'] | "
    "//table[normalize-space(caption)='History of versions']//th",
    "versions of documents in their list": "documents //table//td",
    "corrections, as the minutes print them": "meetings/.* //blockquote",
    "tables in texts": ".* //table[not(caption)]",
    "figures that a report states": "reports/.* //table",
    "the newest value and the aim of an indicator": "indicators.* "
    "//table[caption='Indicators'] | //dd/strong",
    "years of a table": ".* //tbody/tr/th[re:test(., '^(19|20)[0-9]{2}$')]",
    "scores of risks, and what they stand for": "risks.* //table | //ul/li",
}
"""Bare numbers that are no counts, by what they are."""

ROOM = (
    "%(count)s",
    "%(number)s",
    "%(total)s",
    "%(all)s",
    "%(part)s",
    "%(pages)s",
    "%(held)s",
    "%(days)s",
    "%(most)s",
    "%(roughly)s",
    "%(named)s",
    "%(not_shown)s",
)
"""The names under which messages have numbers."""

PHRASES = (
    r"\d+ actions?: \d",
    r"agreed (one day|\d+ days) ago\.",
    r"(Carried over|Opened again) (once|\d+ times)\.",
    r"How it went: ",
    r"^All \d+ entries$",
    r"Counted from \d+ meeting",
    r"Part of that is withheld for \d+ of them",
    r"Agencies at the last \d+ meetings",
    r"\d+ of \d+ done$",
    r"\d+ (working )?days? late",
    r"^after \d+ (working )?days?$",
    r"The newest \d+ of \d+ are shown",
    r"^Earlier editions \(",
    r"^On this page \(",
    r"^\d+ withdrawn$",
    r"^\d+ recommendations?$",
    r"^\d+ pages?$",
    r"Download as PDF, \d+ kB",
    r"It made \d+ decision|agreed \d+ action|went through \d+ item|an agenda of \d+ item",
)
"""How counts are worded, so that a sentence of theirs is found wherever it stands on a page."""
