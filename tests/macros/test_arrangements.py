"""The pages of arrangements, documents and the glossary show what is in force, in order, and to be found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from editions.datasets import Dataset, Issue
from editions.kinds.arrangements import PublicArrangements
from macros.all_macros import macros_for
from macros.arguments import MacroProblem
from macros.views.arrangements import BELONGS_TO, PARTS, in_force, versions, view_arrangements
from macros.views.glossaries import terms_called, view_glossary
from macros.views.issued_documents import documents_of
from macros.views.lookups import look_up
from macros.views.rewordings import rewordings
from tests.macros.samples import entry, sample
from tests.macros.samples_arrangements import IN_FORCE, OVER, PROPOSED
from tests.macros.samples_glossary import GLOSSARY


def dataset(*arrangements: dict[str, Any], day: str = "2026-04-20") -> Dataset:
    """Return a dataset of arrangements whose newest edition is of one day."""
    issue = Issue(number=1, date=day, note="First published.")
    return Dataset({"arrangements": tuple(entry("arrangements", each, issue) for each in arrangements)})


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2021-09-30", None),
        ("2021-10-01", "2021"),
        ("2026-03-31", "2021"),
        ("2026-04-01", "2026"),
        ("2027-06-01", "2026"),
    ],
)
def test_the_newest_edition_says_what_is_in_force(day: str, expected: str | None) -> None:
    """Both the first and the last day count; a proposal is never in force, whatever its dates say."""
    found = in_force(look_up(dataset(OVER, IN_FORCE, PROPOSED, day=day)))
    assert (found and found.id) == expected


def test_of_two_in_force_the_later_is_shown() -> None:
    """Two areas may have their own; the address shows one of them and lists both."""
    lookups = look_up(dataset(OVER | {"in_force_until": "2030-01-01"}, IN_FORCE))
    found = in_force(lookups)
    assert (found and found.id, [each.when for each in versions(lookups)]) == ("2026", ["now", "now"])


def test_versions_are_listed_proposals_first_then_the_newest() -> None:
    """A reader sees what may come, what is, and what was."""
    found = versions(look_up(dataset(OVER, IN_FORCE, PROPOSED)))
    assert [(each.record.id, each.when) for each in found] == [
        ("2027", "proposed"),
        ("2026", "now"),
        ("2021", "earlier"),
    ]


def test_none_in_force_is_said() -> None:
    """The address that never changes is not silent when nothing is in force."""
    page = macros_for(dataset(OVER))["arrangements"]()
    assert "No published arrangements are in force." in page
    assert 'href="/arrangements/2021/"' in page
    assert "No published arrangements are in force." in macros_for(Dataset())["arrangements"]()


def test_the_page_in_force_is_the_version_whole() -> None:
    """Every clause has the same address within both pages."""
    macros = macros_for(sample())
    always, version = macros["arrangements"](), macros["arrangement"]("2026")
    clauses = re.compile(r'(?:\{#|id=")(clause-[a-z0-9-]+)')
    whole, _, former = always.partition("part-former-clauses")
    assert clauses.findall(whole) == clauses.findall(version)
    assert not set(clauses.findall(former)) & set(clauses.findall(version))
    assert {"clause-contacts", "clause-2-1", "clause-funding"} <= set(clauses.findall(always))


def test_lists_stand_at_the_clause_with_their_topic() -> None:
    """What no clause is about comes after the clauses, under a heading of its own."""
    lookups = look_up(sample())
    record = lookups.by_id["arrangements", "2026"].record
    view = view_arrangements(lookups, record)  # type: ignore[arg-type]  # the sample is of this kind
    assert view.at == {"contacts": ("contacts",), "partners": ("partners",), "funding": ("funding",)}
    assert [name for name, _ in view.rest] == [
        "laws",
        "groups",
        "joint_work",
        "options",
        "scrutiny",
        "agencies",
        "child_deaths",
        "disputes",
        "consultation",
        "timetable",
    ]


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (OVER, "These arrangements are no longer in force."),
        (IN_FORCE | {"in_force_from": "2026-09-01"}, "These arrangements are not yet in force."),
        (PROPOSED, "This is a proposal."),
    ],
)
def test_a_version_that_is_not_in_force_says_so(version: dict[str, Any], words: str) -> None:
    """Nobody who follows an old link takes it for the present state."""
    assert words in macros_for(dataset(version))["arrangement"](version["id"])
    assert words not in macros_for(dataset(IN_FORCE))["arrangement"]("2026")


def test_a_clause_leads_to_the_one_it_replaces() -> None:
    """A link from version to version is one to the clause."""
    assert 'href="/arrangements/2021/#clause-area"' in macros_for(sample())["arrangement"]("2026")


def test_documents_can_be_listed_by_sort() -> None:
    """The macro keeps to one sort, and tells the words that it knows."""
    lookups = look_up(sample())
    assert [each.id for each in documents_of(lookups)] == ["old-leaflet", "right-help"]
    assert [each.id for each in documents_of(lookups, "threshold")] == ["right-help"]
    listed = macros_for(sample())["documents"]
    assert "old-leaflet" not in listed(kind="threshold")
    assert "No documents of this sort are published yet." in listed(kind="protocol")
    with pytest.raises(MacroProblem, match=r"documents\(kind=…\) needs one of these words: threshold, "):
        listed(kind="protocols")


def test_what_was_replaced_comes_last() -> None:
    """A document that is not to be used any more stands apart from those that are."""
    page = macros_for(sample())["documents"]()
    assert page.index("right-help") < page.index("Not to be used any more") < page.index("old-leaflet")


def test_terms_are_in_the_order_of_the_alphabet() -> None:
    """Capitals and accents make no difference, and figures come first."""
    view = view_glossary(look_up(sample()))
    assert [(letter, [each.id for each in terms]) for letter, terms in view.letters] == [
        ("0 to 9", ["section-47"]),
        ("A", ["agenda"]),
        ("D", ["lado"]),
        ("E", ["eclair"]),
    ]
    assert [each.id for each in view.withheld] == ["unit"]


@pytest.mark.parametrize(
    "word", ["lado", "LADO", "Designated officer", "local  authority designated officer", "DO"]
)
def test_a_term_is_found_by_each_of_its_words(word: str) -> None:
    """The abbreviation, the long form, another spelling and the id lead to one term."""
    assert [each.id for each in terms_called(look_up(sample()), word)] == ["lado"]


def test_a_term_stands_in_a_line() -> None:
    """It is written as the author wrote it, explained, and a link to its meaning."""
    term = macros_for(sample())["term"]
    assert term("LADO") == (
        '<a class="term" href="/glossary/#term-lado">'
        '<abbr title="Local authority designated officer">LADO</abbr></a>'
    )
    assert term("Agenda") == '<a class="term" href="/glossary/#term-agenda">Agenda</a>'


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("LADOO", "term() needs a term of the public glossary. Did you mean LADO?"),
        ("xyzzy", "term() needs a term of the public glossary. See the page of the glossary."),
        (7, "term() needs a term of the public glossary. See the page of the glossary."),
        ("s47", "term() needs one term, and this word belongs to several. Write an id: section-47, twin."),
    ],
)
def test_a_word_that_is_no_term_is_told(word: object, told: str) -> None:
    """The author learns what is known, and which ids tell two terms apart."""
    twin = {"id": "twin", "term": "S47", "meaning": "A twin."}
    plain = GLOSSARY | {"terms": [*GLOSSARY["terms"], twin]}
    with pytest.raises(MacroProblem) as raised:
        macros_for(Dataset({"glossary": (entry("glossary", plain),)}))["term"](word)
    assert str(raised.value) == told


def test_a_withheld_term_is_told_of_and_cannot_be_called() -> None:
    """The page says that something is withheld, and no page can name it."""
    macros = macros_for(sample())
    assert 'id="term-unit"' in macros["glossary"]()
    with pytest.raises(MacroProblem):
        macros["term"]("unit")


def shown(**changed: object) -> str:
    """Return the page of the version in force with some fields changed, its space made single."""
    page = macros_for(dataset(IN_FORCE | changed))["arrangement"]("2026")
    return re.sub(r"\s+", " ", page)


def columns(page: str, name: str) -> list[str]:
    """Return the heads of the columns of a table."""
    table = page[page.index(f'aria-label="{name}"') :].split("</thead>", maxsplit=1)[0]
    return re.findall(r'<th scope="col"[^>]*>([^<]*)</th>', table)


def test_the_part_as_printed_stands_in_place_of_ours() -> None:
    """Who acts for a partner is called what the document calls it; words stand in place of a day."""
    page = shown()
    assert "<td>Chief officer</td>" in page
    assert "Lead safeguarding partner" not in page
    assert "Delegated safeguarding partner" in page
    assert "from the spring of 2022" in page
    assert "May 2022" not in page
    assert "once the inspectors have been" in page


def test_words_of_a_step_stand_in_place_of_its_day() -> None:
    """The day orders the data and is not printed beside the words."""
    assert '<td class="date">February and March</td>' in shown()
    assert "February 2026" not in shown()


def test_a_column_without_anything_in_it_is_left_out() -> None:
    """Tables have the columns that a row fills, and no others."""
    page = shown(
        agencies=[{"name": "Schools", "sector": "education"}],
        partners=[{"name": "Larkmere Council", "leads": [{"name": "Una Pell"}]}],
        timetable=[{"what": "Talks"}],
        funding={"contributions": [{"from_whom": {"name": "All"}, "what": "As before"}]},
    )
    assert columns(page, "The relevant agencies") == ["Sector", "Agency"]
    assert columns(page, "The safeguarding partners") == ["Partner", "Part", "Held by"]
    assert columns(page, "Timetable") == ["What"]
    assert columns(page, "Contributions of the partners") == ["From", "What"]


def test_an_option_without_title_and_number_is_counted() -> None:
    """It is called by its position."""
    page = shown(options=[{"id": "a", "label": "Option A"}, {"id": "b", "text": "Nothing changes."}])
    assert re.findall(r"<p><strong>(Option [^<]*?) ?</strong>", page) == ["Option A", "Option 2"]


def test_the_topic_of_a_clause_is_not_printed() -> None:
    """It decides which lists stand at the clause, and tells the reader nothing else."""
    assert "Topic:" not in shown()


def test_the_guide_says_which_topic_shows_which_list() -> None:
    """The table of the guide is what the pages do, in their order."""
    text = (Path(__file__).parents[2] / "guide" / "which-record.md").read_text("utf-8")
    section = text.split("## Where each list")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.*`) \| (`.*`) \|$", section, re.MULTILINE)
    told = {
        re.findall(r"`([a-z_]+)`", names)[0]: re.findall(r"`([a-z-]+)`", topics) for names, topics in rows
    }
    assert told == {name: list(topics) for name, (topics, _) in PARTS.items()}
    texts = {text: names for names, _ in rows for text in re.findall(r"`([a-z_]+)`", names)[1:]}
    assert {text: re.findall(r"`([a-z_]+)`", names)[0] for text, names in texts.items()} == BELONGS_TO


def clause(name: str, text: str | None = None, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": name.capitalize(), "text": text, **more}


def changed(earlier: list[dict[str, Any]], later: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return what changed between two versions: the id of each clause, and the words that are shown."""
    known = dataset(
        OVER | {"id": "2021", "clauses": earlier}, IN_FORCE | {"replaces": "2021", "clauses": later}
    )
    signs = {"same": "", "added": "+", "removed": "-"}
    old, new = known.records(PublicArrangements)
    return [
        (
            (each.later or each.earlier or old.clauses[0]).id,
            " ".join(f"{signs[run.how]}[{run.words}]" for run in each.runs)
            or ("new" if not each.earlier else "dropped" if not each.later else "not compared"),
        )
        for each in rewordings(old, new)
    ]


def test_what_changed_is_told_word_by_word() -> None:
    """A clause that is the same in both versions is not named; long stretches without a change are cut."""
    long = " ".join(f"w{number}" for number in range(30))
    assert changed(
        [clause("one", "The same."), clause("two", f"{long} three partners agree."), clause("three", "Old.")],
        [clause("one", "The same."), clause("two", f"{long} two partners agree."), clause("four", "New.")],
    ) == [
        ("two", "[… w22 w23 w24 w25 w26 w27 w28 w29] -[three] +[two] [partners agree.]"),
        ("four", "new"),
        ("three", "dropped"),
    ]


def test_a_clause_under_another_id_goes_on_if_it_says_so() -> None:
    """`replaces` leads from the new clause to the old one."""
    assert changed(
        [clause("old", "It meets monthly.")], [clause("new", "It meets weekly.", replaces=["2021/old"])]
    ) == [("new", "[It meets] -[monthly.] +[weekly.]")]


def test_texts_with_little_in_common_are_given_whole() -> None:
    """Single words that happen to be in both would make a patchwork that nobody can read."""
    assert changed(
        [clause("a", "The board meets each month.")],
        [clause("a", "Each partner appoints one of the deputies.")],
    ) == [("a", "-[The board meets each month.] +[Each partner appoints one of the deputies.]")]


@pytest.mark.parametrize("withheld_in", ["earlier", "later"])
def test_words_beside_something_withheld_are_not_compared(withheld_in: str) -> None:
    """The words that one version shows in the place of the other's notice would be pointed at."""
    versions = [clause("a", "The rate is 640 pounds."), clause("a", "The rate is [[withheld commercial]].")]
    if withheld_in == "earlier":
        versions.reverse()
    assert changed(versions[:1], versions[1:]) == [("a", "not compared")]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2021-09-30", "No published arrangements were in force on 30 September 2021."),
        ("2021-10-01", '<a href="/arrangements/2021/">'),
        ("2026-04-01", '<a href="/arrangements/2026/">'),
    ],
)
def test_the_version_in_force_on_a_day_is_linked(day: str, words: str) -> None:
    """Whoever asks what held on the day of a decision finds it."""
    assert words in macros_for(dataset(OVER, IN_FORCE))["arrangements_on"](day)


def test_a_day_that_is_none_is_told_to_the_author() -> None:
    """The message says how a day is written."""
    with pytest.raises(MacroProblem, match="year-month-day"):
        macros_for(dataset(OVER))["arrangements_on"]("1.10.2021")
