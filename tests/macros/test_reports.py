"""Pages of reports and reviews: whose words are whose, what stands where, and the list of recommendations."""

from __future__ import annotations

import re
from typing import Any

import pytest

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.arguments import MacroProblem
from macros.views.mentions import mentions
from tests.macros.samples import EARLIER, MEETING, entry
from tests.macros.samples_reports import REVIEW, SCRUTINY, YEARLY


def macros(*reports: dict[str, Any]) -> dict[str, Any]:
    """Return the macros over some reports and one review."""
    return dict(
        macros_for(
            Dataset(
                {
                    "meetings": (entry("meetings", EARLIER), entry("meetings", MEETING)),
                    "reports": tuple(entry("reports", each) for each in reports),
                    "reviews": (entry("reviews", REVIEW),),
                }
            )
        )
    )


def headings(page: str) -> list[str]:
    return re.findall(r"^## .* \{#([a-z0-9-]+)\}$", page, re.MULTILINE)


def test_the_scrutineer_agreed_the_words() -> None:
    """The page of a scrutineer's report says so and when; one without the day does not."""
    told = macros(SCRUTINY)["report"]("scrutiny-2026")
    silent = macros(SCRUTINY | {"agreed_by_author": None})["report"]("scrutiny-2026")
    assert "The independent scrutineer agreed these words on 29 June 2026." in told
    assert "agreed these words" not in silent


def test_a_section_says_that_its_author_agreed_it() -> None:
    """A section of the scrutineer in a report of the partners says who wrote it and agreed it."""
    page = macros(YEARLY)["report"]("yearly-2025-26")
    section = page[page.index("{#section-word}") : page.index("{#section-done}")]
    assert "By Wren Osprey, Independent Scrutineer" in section
    assert "Agreed by the author as it stands here, 20 September 2026." in section


def test_what_others_say_stands_apart_from_a_recommendation() -> None:
    """Answers and what was done since stand in sections of their own, after the recommendation."""
    changed = [SCRUTINY["recommendations"][0] | {"progress": "Two were asked."}]
    page = macros(SCRUTINY | {"recommendations": changed})["report"]("scrutiny-2026")
    apart = re.findall(r"<section .*?</section>", page, re.DOTALL)
    outside = re.sub(r"<section .*?</section>", "", page, flags=re.DOTALL)
    assert ["In one team of two." in apart[0], "Two were asked." in apart[1]] == [True, True]
    assert [words in outside for words in ("In one team of two.", "Two were asked.")] == [False, False]
    assert [re.findall('aria-label="(.*?)"', each) for each in apart] == [
        ["Answer 1 to Recommendation R1: Ask those who were not asked"],
        ["What has been done about Recommendation R1: Ask those who were not asked"],
    ]


def test_parts_stand_where_the_document_has_them() -> None:
    """A part that is placed in a section stands there and has no heading of ours; without, it follows."""
    section = {"id": "asks", "label": "7", "title": "Recommendations"}
    last = {"id": "end", "title": "End"}
    placed = SCRUTINY | {
        "sections": [section, last],
        "placed": [{"part": "recommendations", "section": "asks"}],
    }
    page = macros(placed)["report"]("scrutiny-2026")
    assert page.index("{#section-asks}") < page.index("{#recommendation-ask}") < page.index("{#section-end}")
    assert "part-recommendations" not in headings(page)
    assert 'href="#section-asks">2 recommendations' in page
    assert "part-recommendations" in headings(macros(SCRUTINY)["report"]("scrutiny-2026"))


def test_a_part_placed_in_a_concealed_section_is_not_lost() -> None:
    """Where the public does not know of the section, the part stands under a heading of ours."""
    page = macros(SCRUTINY | {"placed": [{"part": "recommendations"}]})["report"]("scrutiny-2026")
    assert "part-recommendations" in headings(page)


def test_people_are_counted_coarsely_and_money_in_pounds() -> None:
    """Small counts stay coarse in the table of figures."""
    page = macros(YEARLY)["report"]("yearly-2025-26")
    cells = re.findall(r'<td class="align-right">(.*?)</td>', page[: page.index("{#section-word}")])
    share = '10 of 40 <span class="aside">(19 to 32 per cent)</span>'
    assert cells == ["40", "1 to 7", "", share, "", "1 to 7", "not printed", "\u00a3235,500"]
    assert "of these: Under five" in page
    assert "Everybody is in one of the parts, and in no other." in page
    assert "up to 7 as 1 to 7, others to the nearest 5" in page


def test_steps_of_a_review_are_in_order_of_time() -> None:
    """The table of steps goes by their dates, and leaves out what is not known."""
    page = macros_for(
        Dataset(
            {
                "reviews": (
                    entry("reviews", REVIEW | {"completed": "2026-01", "shown_to_family": "2026-02-03"}),
                )
            }
        )
    )["review"]("review-a")
    table = page[page.index("{#part-dates}") : page.index("{#part-terms}")]
    assert re.findall(r'<td class="date">(.*?)</td>', table) == [
        "January 2025",
        "January 2026",
        "1 February 2026",
        "3 February 2026",
        "9 February 2026",
        "9 February 2027",
    ]


def test_reports_are_listed_by_kind() -> None:
    """The newest comes first; `kind` keeps to one kind, and an unknown kind is refused."""
    found = macros(SCRUTINY, YEARLY)["reports"]
    assert re.findall(r'href="/reports/(.*?)/"', found()) == ["yearly-2025-26", "scrutiny-2026"]
    assert re.findall(r'href="/reports/(.*?)/"', found(kind="scrutiny")) == ["scrutiny-2026"]
    assert "No reports" in found(kind="audit")
    with pytest.raises(MacroProblem, match="yearly, update, scrutiny"):
        found(kind="annual")


@pytest.mark.parametrize(
    ("still_open", "expected"),
    [(None, ["ask", "old", "read"]), (True, ["ask", "read"]), (False, ["old"])],
)
def test_recommendations_can_be_kept_to_open_ones(
    still_open: bool | None,  # noqa: FBT001  # a case of the table
    expected: list[str],
) -> None:
    """Those of reports and reviews stand in one table, with who answered what."""
    table = macros(SCRUTINY)["recommendations"](open=still_open)
    assert re.findall(r'#recommendation-(.*?)"', table) == expected
    assert ("Accepted in part: Larkmere Council" in table) == (still_open is not False)


def test_recommendations_refuse_words() -> None:
    """The author of a page is told how to write it."""
    with pytest.raises(MacroProblem, match="True or False"):
        macros()["recommendations"](open="yes")


@pytest.mark.parametrize(("name", "wanted"), [("report", "yearly-2025"), ("review", "review-b")])
def test_an_unknown_record_is_refused(name: str, wanted: str) -> None:
    """The message names the macro and an id that is close."""
    with pytest.raises(MacroProblem, match=name):
        macros(YEARLY)[name](wanted)


def test_appendices_and_single_implications_stand_where_the_document_has_them() -> None:
    """Placed appendices are not said again; an implication under a section of its name is not named again."""
    page = macros(SCRUTINY)["report"]("scrutiny-2026")
    assert headings(page)[:3] == ["section-law", "section-appendices", "part-options"]
    assert "part-papers" not in headings(page)
    assert page.index("#section-law") < page.index("One duty.") < page.index("#section-appendices")
    assert page.index("#section-appendices") < page.index("A map") < page.index("#part-options")
    assert page.count("Legal implications") == 1
    assert page.index("#part-implications") < page.index("There are none.")


def test_a_paper_that_is_public_elsewhere_is_a_link() -> None:
    """The title leads there; one without an address is words."""
    papers = [
        {"id": "a", "title": "A map", "address": "https://maps.example/a"},
        {"id": "b", "title": "Bare"},
    ]
    for page in (
        macros(SCRUTINY | {"papers": papers})["report"]("scrutiny-2026"),
        macros_for(Dataset({"meetings": (entry("meetings", MEETING | {"papers": papers}),)}))["meeting"](
            MEETING["id"]
        ),
    ):
        assert '<a href="https://maps.example/a" rel="noopener">A map</a>' in page
        assert '<li id="paper-b">Bare' in page


def test_what_a_report_is_about_names_it() -> None:
    """The pages of the arrangements, the register and the document lead back to the report."""
    named = {"arrangements": ["a"], "risks": ["a"], "documents": ["a"]}
    dataset = Dataset({"reports": (entry("reports", YEARLY | named | {"sections": []}),)})
    found = mentions(dataset)
    assert {each: [one.field for one in found[each, "a"]] for each in named} == {
        each: [each] for each in named
    }
