"""A practice review is published after its notice, and nothing that names it leads to a child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from editions.published import read
from problems import Severity
from records.loading import load
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off.embargoes import hold
from redaction.signing_off.signing import Prepared, Request, prepare, store
from tests.partnerships import copy_to

GIVEN = date(2026, 10, 26)
FIRST = date(2026, 11, 2)
TEXT = """title: {title}
kind: {kind}
stage: completed
{notice}
analysis: Nobody had the task.
recommendations:
  - id: r1
    text: Read them together.
"""


def prepared(
    folder: Path,
    day: date = FIRST,
    *,
    title: str = "Review A",
    name: str = "review-z",
    kind: str = "lcspr",
    notice: str = f"notice_given: {GIVEN}",
    more: str = "",
    **request: date,
) -> Prepared:
    project = folder if (folder / "data").is_dir() else copy_to(folder)
    path = project / f"data/reviews/{name}.yml"
    path.write_text(TEXT.format(title=title, kind=kind, notice=notice) + more, "utf-8")
    records = load(project)
    asked = Request("reviews", name, "Manager", day, checked_by="Chair", note="Out.")
    return prepare(records, read(project), scanner_for(harvest(records)), replace(asked, **request))


def codes(found: Prepared) -> list[str]:
    return [each.code for each in found.problems]


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 11, 1), ["review-notice-runs"]), (FIRST, [])])
def test_the_notice_has_to_run_out(day: date, expected: list[str], tmp_path: Path) -> None:
    """Six days after the notice a report is not published, seven days after it is."""
    found = prepared(tmp_path, day)
    assert (codes(found), found.edition is None) == (expected, bool(expected))


def test_an_embargo_waits_for_the_notice(tmp_path: Path) -> None:
    """What is signed off early may wait until the day; the message says so."""
    early = prepared(tmp_path, GIVEN)
    assert "`--embargo 2026-11-02`" in str(early.problems[0])
    waiting = prepared(tmp_path, GIVEN, public_from=FIRST)
    assert codes(waiting) == []
    assert hold(tmp_path, waiting, FIRST).is_file()


def test_a_report_without_a_notice_is_doubted(tmp_path: Path) -> None:
    """It is a warning: the notice may have been given and not written down."""
    found = prepared(tmp_path, notice="status: final")
    assert [(each.code, each.severity) for each in found.problems] == [
        ("review-no-notice-known", Severity.WARNING)
    ]
    assert found.edition is not None


def test_only_reviews_of_the_panel_have_a_notice(tmp_path: Path) -> None:
    assert codes(prepared(tmp_path, GIVEN, kind="thematic")) == []


def test_a_report_that_is_public_is_not_asked_about(tmp_path: Path) -> None:
    """A correction needs no new notice, even if its day was corrected."""
    store(tmp_path, prepared(tmp_path))
    again = prepared(tmp_path, FIRST, notice="notice_given: 2026-11-01", more="improvements: Much.\n")
    assert (codes(again), again.edition is not None) == ([], True)


def seen(found: Prepared) -> list[tuple[str, str]]:
    """Return the keys in which something was seen, and what it was called."""
    told = [str(each) for each in found.problems if each.code == "review-may-be-recognised"]
    return [(text.split("`")[1], text.split("What looks like ")[1].split(" stands")[0]) for text in told]


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Review of KT, aged 14", ["an age", "initials with an age"]),
        ("Review of J.B. 3", ["initials with an age"]),
        ("A boy of 14 years old", ["an age"]),
        ("A baby aged three", ["an age"]),
        ("What happened on 12 March 2024", ["a whole date"]),
        ("What happened on 12.03.2024", ["a whole date"]),
        ("The fire in Larch Street", ["the name of a street"]),
        ("Review A", []),
        ("Review of 2026", []),
        ("R.: when nobody asked who sleeps where", []),
        ("The road to harm", []),
        ("Each street a safe one", []),
    ],
)
def test_a_title_that_leads_to_a_child_is_asked_about(title: str, what: list[str], tmp_path: Path) -> None:
    """Ages, initials, whole dates and streets are seen in a title; ordinary titles are left alone."""
    found = prepared(tmp_path, title=f'"{title}"')
    assert seen(found) == [("title", each) for each in what]
    assert found.edition is not None


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("kt-14", "initials with an age"),
        ("boy-aged-3", "an age"),
        ("2024-03-12", "a whole date"),
        ("larch-street", "the name of a street"),
    ],
)
def test_the_id_of_a_review_is_looked_at(name: str, what: str, tmp_path: Path) -> None:
    """It is the address, and stays for ever."""
    assert seen(prepared(tmp_path, name=name)) == [("id", what)]


def test_the_names_of_papers_are_looked_at(tmp_path: Path) -> None:
    """The file of a paper has the paper's id as its name."""
    papers = "papers:\n  - id: house-in-larch-street\n    title: Notes on a girl aged 4\n"
    assert seen(prepared(tmp_path, more=papers)) == [("title", "an age"), ("id", "the name of a street")]


def test_no_message_quotes_what_was_seen(tmp_path: Path) -> None:
    """The words are for a terminal only."""
    (problem,) = prepared(tmp_path, title="The fire in Larch Street").problems
    assert ("Larch" in str(problem), "Larch" in problem.private_text) == (False, True)
