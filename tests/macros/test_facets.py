"""By what a page can be found: kind, year, groups and priorities, all of them public."""

from __future__ import annotations

from macros.views import facets
from tests.macros.samples import sample
from tests.macros.sites import dataset, meeting


def test_a_record_is_filed_by_what_it_says_in_public() -> None:
    """A meeting has the year of its day and its group; a plan the priorities that it names."""
    found = {each.address: each for each in facets.filed(sample())}
    executive = found["meetings/2026-03-12-executive/"]

    assert (executive.kind, executive.year, executive.groups) == ("meetings", "2026", ("executive",))
    assert "neglect" in found["plans/business-2025/"].priorities


def test_a_year_that_runs_on_counts_where_it_begins() -> None:
    """A budget of 2025-26 is of 2025, a group of no year."""
    years = {each.address: each.year for each in facets.filed(sample())}

    assert (years["budgets/2025-26/"], years["groups/executive/"]) == ("2025", "")


def test_the_labels_are_words() -> None:
    """A reader chooses between titles of kinds, names of groups, years, and titles of priorities."""
    assert facets.labels(sample())["meetings/2026-03-12-executive/"] == {
        "kind": ("Meetings",),
        "group": ("Executive",),
        "year": ("2026",),
        "priority": ("Neglect",),
    }
    assert facets.labels(sample())["priorities/neglect/"]["priority"] == ("Neglect",)


def test_a_group_without_a_record_is_no_facet() -> None:
    """A name that is printed in minutes and has no page of its own leads nowhere."""
    assert facets.labels(dataset(meeting("2026-03-12-plain")))["meetings/2026-03-12-plain/"]["group"] == ()


def test_the_list_of_everything_names_each_page_once_by_year() -> None:
    """Whoever cannot use the search finds every page of a record, the newest year first."""
    view = facets.view(sample())
    listed = [each.address for _, found in view.years for each in found]

    assert sorted(listed) == sorted(each.address for each in facets.filed(sample()))
    assert [year for year, _ in view.years] == sorted((year for year, _ in view.years), reverse=True)


def test_the_list_of_everything_counts_the_pages_of_others() -> None:
    """A group's own page is not counted among those that are about it."""
    view = facets.view(sample())
    meetings = [each for each in facets.filed(sample()) if "executive" in each.groups]

    assert {group.id: number for group, number in view.groups}["executive"] == len(meetings) - 1
