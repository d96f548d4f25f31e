"""A small number of people in a table or figure stops a sign-off until somebody has decided."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions.published import read
from problems import Problem
from records.loading import load
from redaction.review.deciding import open_questions
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.signing import Prepared, Request, prepare, store
from tests.partnerships import DAY, copy_to

KEY = ("reports", "small")
CODES = {"people-as-number", "small-number-in-table"}
START = """\
title: Report on a year
kind: other
status: final
"""
TABLE = """sections:
  - id: plans
    title: Plans
    tables:
      - id: ages
        title: Children with a plan
        columns: [Age, Girls, Boys]
        rows:
          - cells: [Under 1, "3", "12"]
          - cells: [1 to 4, "41", "2"]
"""
TEXT = """sections:
  - id: plans
    title: Plans
    text: |
      There are more than last year.

      **Children with a plan**

      | Age | Girls | Per cent |
      |-----|------:|---------:|
      | Under 1 | 3 | 4 |
      | 1 to 4 | 41 | 5 |
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)


def write(project: Path, more: str) -> None:
    (project / "data" / "reports" / "small.yml").write_text(START + more, "utf-8")


def allow(project: Path, words: str) -> None:
    path = project / "data" / "decisions.yml"
    start = path.read_text("utf-8") if path.exists() else "decisions:\n"
    entry = f'  - words: "{words}"\n    decision: allow\n    reason: They are old.\n'
    path.write_text(f"{start}{entry}    role: Business manager\n    decided: 2026-05-01\n", "utf-8")


def prepared(project: Path) -> Prepared:
    records = load(project)
    assert [
        each for each in records.problems if each.place.file.endswith(("small.yml", "decisions.yml"))
    ] == []
    request = Request(*KEY, redacted_by="Business manager", day=DAY, checked_by="Chair", note="Corrected.")
    return prepare(records, read(project), scanner_for(harvest(records)), request)


def asked(project: Path) -> list[Problem]:
    return [each for each in prepared(project).problems if each.code in CODES]


def words_of(project: Path) -> list[str]:
    return [each.private_text or "" for each in asked(project)]


def test_a_table_is_one_question(project: Path) -> None:
    """It names the first small number, and the lines of the others; the words stand apart."""
    write(project, TABLE)
    (problem,) = asked(project)
    text = (project / problem.place.file).read_text("utf-8").splitlines()
    assert text[problem.place.line - 1].strip() == '- cells: [Under 1, "3", "12"]'
    assert f"They also stand on line {problem.place.line + 1}." in problem.message
    assert "Under" not in str(problem)
    assert problem.private_text == (
        "Small numbers of people in Report on a year, Children with a plan: "
        "Girls, Under 1: 3; and Boys, 1 to 4: 2"
    )


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ("{name: Children who died, now: {number: 2}}", ["Children who died: 2"]),
        ("{name: Looked-after children hurt, before: {number: 7}}", ["Looked-after children hurt: 7"]),
        ("{name: Deaths of babies, now: {number: 1}, before: {number: 1}}", ["Deaths of babies: 1"]),
        ("{name: Placed far away, unit: children, now: {number: 3}}", ["Placed far away: 3"]),
        ("{name: Children who died, now: {words: two}}", ["Children who died: two"]),
        (
            "{name: Hurt at home, now: {people: 9}, parts: [{name: Girls, now: {number: 3}}]}",
            ["Hurt at home: Girls: 3"],
        ),
        ("{name: Children who died, now: {number: 8}, before: {number: 0}}", []),
        ("{name: Children who died, now: {people: 2}}", []),
        ("{name: Children seen on average, now: {number: 2.5}}", []),
        ("{name: Children in care, unit: months, now: {number: 3}}", []),
        ("{name: Plans for children, now: {number: 2}}", []),
        ("{name: Girls, now: {number: 2}, withhold: {reason: personal}}", []),
        ("{name: Girls, now: {number: 2}, withhold_fields: {now: {reason: personal}}}", []),
    ],
)
def test_a_figure_is_asked_about_where_it_is_published(project: Path, figures: str, said: list[str]) -> None:
    """That is a number which is not typed as one of people, and whose name says that it is."""
    write(project, f"figures:\n  - {figures}\n")
    start = "Small numbers of people in Report on a year, "
    assert words_of(project) == [f"{start}{each}" for each in said]
    assert {each.code for each in asked(project)} == ({"people-as-number"} if said else set())


def test_a_table_in_a_text_is_asked_about_too(project: Path) -> None:
    """At the line of the row; its title is the line above it."""
    write(project, TEXT)
    (problem,) = asked(project)
    text = (project / problem.place.file).read_text("utf-8").splitlines()
    assert text[problem.place.line - 1].strip() == "| Under 1 | 3 | 4 |"
    assert (problem.private_text or "").endswith("Report on a year, Children with a plan: Girls, Under 1: 3")


def test_an_answer_holds_for_the_numbers_of_this_table(project: Path) -> None:
    """One that is taken out asks nothing, a new one asks alone, another report is another question."""
    write(project, TABLE)
    allow(project, words_of(project)[0])
    assert words_of(project) == []
    write(project, TABLE.replace('"3"', '"30"'))
    assert words_of(project) == []
    write(project, TABLE.replace('"3"', '"4"'))
    assert words_of(project) == [
        "Small numbers of people in Report on a year, Children with a plan: Girls, Under 1: 4"
    ]
    write(project, TABLE)
    path = project / "data" / "reports" / "small.yml"
    path.write_text(path.read_text("utf-8").replace("on a year", "on another year"), "utf-8")
    assert len(words_of(project)) == 1


def test_an_answer_about_a_table_allows_no_words(project: Path) -> None:
    """A heading may hold what a sentence must not say."""
    write(project, TABLE.replace("[1 to 4,", "[Three children who died,"))
    allow(project, next(each for each in words_of(project)))
    write(project, "purpose: Three children who died were known.\n" + TABLE)
    assert "detected" in [each.code for each in prepared(project).problems]


def test_what_the_newest_edition_says_is_not_asked_again(project: Path) -> None:
    """Also without the answer that was given then; a number that is new is asked about alone."""
    write(project, TABLE)
    allow(project, words_of(project)[0])
    assert store(project, prepared(project))
    (project / "data" / "decisions.yml").unlink()
    write(project, TABLE.replace('"12"', '"5"'))
    assert words_of(project) == [
        "Small numbers of people in Report on a year, Children with a plan: Boys, Under 1: 5"
    ]


def test_a_row_that_leads_to_a_record_is_not_named_after_people(project: Path) -> None:
    """Its first cell is the title of a priority or meeting, which may speak of children."""
    write(
        project,
        TABLE.replace("Children with a plan", "What was done").replace(
            "[Age, Girls, Boys]", "[Which, Done, Open]"
        )
        + "          - cells: [Children who are hurt, '3', '2']\n            meeting: 2026-03-12-executive\n",
    )
    assert words_of(project) == []


def test_the_question_is_listed_with_the_others(project: Path) -> None:
    """`pages decide` answers it."""
    write(project, TABLE)
    records = load(project)
    found = open_questions(records, read(project), scanner_for(harvest(records)), DAY)
    assert [each.wording.code for each in found if each.wording.code in CODES] == ["small-number-in-table"]
