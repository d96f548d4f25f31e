"""Long registers are shown by year; short ones stay on one page, and no address is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editions.datasets import Dataset, Entry, Issue
from macros.all_macros import macros_for
from macros.open_data.linked_data import linked_data
from macros.open_data.sources import source_of
from macros.pages import Page, kept_among, pages, stub, text_of
from macros.project_files.permanence import Lock, write_lock
from macros.settings import compose
from macros.views import years
from tests.macros.samples import MEETING, POLICY, entry, sample
from tests.macros.sites import project

ADDRESS = "https://larkmere.example/"
REGISTERS = ("actions", "changes", "decisions", "withheld")


def meeting(year: int, number: int) -> Entry[object]:
    """Return a meeting with twenty decisions, actions, withholdings and editions; one action is open."""
    items = [
        {
            "id": f"i{place}",
            "title": f"Item {place}",
            "text": f"[[withheld personal]] {place}",
            "decisions": [{"id": f"d{place}", "text": f"Decision {year}-{number}-{place}."}],
            "actions": [
                {
                    "id": f"a{place}",
                    "text": f"Action {year}-{number}-{place}.",
                    "status": "closed" if place else "open",
                }
            ],
        }
        for place in range(20)
    ]
    day = f"{year}-{1 + number // 28:02}-{1 + number % 28:02}"
    plain = MEETING | {"id": f"{day}-executive", "date": day, "items": items, "next_meetings": []}
    plain = {
        name: value for name, value in plain.items() if name not in {"decisions_between", "withheld_fields"}
    }
    made = entry("meetings", plain)
    return Entry(made.id, made.record, (Issue(number=1, date=day, note="First edition."),) * 20)


def dataset(of_2024: int, of_2025: int) -> Dataset:
    """Return so many meetings of two years, and the policy."""
    meetings = [meeting(2024, each) for each in range(of_2024)]
    meetings += [meeting(2025, each) for each in range(of_2025)]
    policy = Entry("policy", entry("policy", POLICY).record, ())
    return Dataset({"meetings": tuple(meetings), "policy": (policy,)})  # type: ignore[dict-item]


LONG, SHORT = dataset(11, 10), dataset(5, 5)


def parts(of: Dataset, kept: tuple[str, ...] = ()) -> list[str]:
    return [page.path for page in pages(of, kept=kept) if page.year]


def test_a_long_register_has_a_page_for_each_year() -> None:
    """More than four hundred rows are too many for one page."""
    assert parts(LONG) == [f"{name}/{year}.md" for name in REGISTERS for year in (2024, 2025)]


def test_a_short_register_stays_on_one_page() -> None:
    """A small partnership sees nothing of all this."""
    assert (parts(SHORT), parts(sample())) == ([], [])
    assert all("by-year" not in macros_for(SHORT)[name]() for name in REGISTERS)


@pytest.mark.parametrize("name", REGISTERS)
def test_each_row_stands_on_the_page_of_its_year(name: str) -> None:
    """The years together hold every row, each once, and the register leads to each of them."""
    macros = macros_for(LONG)
    shown = {year: macros[name](year=year) for year in ("2024", "2025")}

    assert {year: page.count("<tr>") - 1 for year, page in shown.items()} == {"2024": 220, "2025": 200}
    assert "2025" not in re.sub(r"<nav.*?</nav>", "", shown["2024"], flags=re.DOTALL)
    for page in (macros[name](), *shown.values()):
        found = set(re.findall(rf'href="/{name}/([0-9]{{4}})/"|aria-current="page">([0-9]{{4}})<', page))
        assert {first or second for first, second in found} == {"2024", "2025"}


@pytest.mark.parametrize("name", REGISTERS)
def test_the_register_itself_shows_the_newest_year(name: str) -> None:
    """What is newest is what most readers want; of actions, what is still open is never out of sight."""
    register = macros_for(LONG)[name]()
    rows = register.split("<tbody>")[-1]

    assert rows.count("<tr>") == (211 if name == "actions" else 200)
    assert ("what is still open" in register) == (name == "actions")


def test_open_actions_of_many_years_do_not_make_the_page_heavy() -> None:
    """There is room for as many as a register may have; the others are a link away."""
    rows = [("new", 2025)] * 10 + [("old", 2024)] * 500
    part = years.part_of(rows, lambda row: str(row[1]), stays=lambda _: True)
    assert (len(part.rows), part.older) == (400, 390)
    assert len(years.part_of(rows[:400], lambda row: str(row[1])).rows) == 400


def test_a_page_that_was_published_stays_without_rows() -> None:
    """When much was withdrawn, the address of a year still leads to a page, which says so."""
    kept = ("/actions/2019/", "/meetings/2019/", "/withheld/2024/", "/actions/")
    assert kept_among(kept) == {"/actions/2019/", "/withheld/2024/"}
    assert parts(SHORT, kept) == ["actions/2019.md", "withheld/2024.md"]
    shown = {page.path: text_of(page, macros_for(SHORT)) for page in pages(SHORT, kept=kept) if page.year}
    assert "No actions of 2019 are published." in shown["actions/2019.md"]
    assert shown["withheld/2024.md"].count("<tr>") == 101


def test_the_list_of_addresses_keeps_the_pages_of_years(tmp_path: Path) -> None:
    """They are in the settings of the site, so that every build makes them."""
    folder = project(tmp_path / "project")
    write_lock(folder, Lock({}, frozenset({"/decisions/2019/", "/meetings/"})))
    assert compose(folder).kept == {"/decisions/2019/"}  # type: ignore[union-attr]


def test_the_page_of_a_year_is_a_stub_with_its_title() -> None:
    """The same macro serves in a hand-written page."""
    (page,) = [each for each in pages(LONG) if each.path == "actions/2024.md"]
    assert stub(page).endswith('# Actions in 2024\n\n{{ actions(year="2024") }}\n')


def test_the_way_back_leads_through_the_register() -> None:
    """Search engines are told where the page of a year stands."""
    page = Page("actions/2024.md", "actions", title="Actions in 2024", year="2024")
    told = linked_data(source_of(LONG, ADDRESS), page, "actions/2024/")
    assert f'"position":2,"name":"Actions","item":"{ADDRESS}actions/"' in told
    assert f'"position":3,"name":"Actions in 2024","item":"{ADDRESS}actions/2024/"' in told
