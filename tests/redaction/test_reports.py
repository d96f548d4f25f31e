"""Reports and reviews: each unit and field of them can be withheld, and says so at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editions.canonical import to_bytes, to_plain
from problems import errors
from records.loading import Records, load
from redaction.projecting.parts import is_hidden_part
from redaction.projecting.projection import project
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import find_in_record, scanner_for
from tests.partnerships import copy_to, secrets_in

KEYS = [("reports", "update-2026"), ("reviews", "review-a")]


@pytest.fixture
def records(tmp_path: Path) -> Records:
    return load(copy_to(tmp_path))


def public(records: Records, kind: str, record_id: str) -> dict[str, Any]:
    """Return the public values of a record of which nothing is wrong."""
    projection = project(records, kind, record_id)
    assert [str(each) for each in errors(projection.problems)] == []
    assert projection.record is not None
    return dict(to_plain(projection.record))


@pytest.mark.parametrize(("kind", "record_id"), KEYS)
def test_no_secret_is_projected(records: Records, kind: str, record_id: str) -> None:
    """The fixture hides words in every unit, and none of them comes through."""
    source = (Path(__file__).parent.parent / f"partnership/data/{kind}/{record_id}.yml").read_text()
    assert len(secrets_in(source)) > 5
    assert secrets_in(to_bytes(public(records, kind, record_id)).decode()) == []


@pytest.mark.parametrize(("kind", "record_id"), KEYS)
def test_no_secret_would_be_missed(records: Records, kind: str, record_id: str) -> None:
    """What is withheld in a report is searched for in all that is published, this record among it."""
    scanner = scanner_for(harvest(records))
    record = project(records, kind, record_id).record
    assert record is not None
    assert list(find_in_record(scanner, record, records.loaded[kind, record_id].place(()))) == []


def test_each_unit_of_a_report_says_that_it_was_withheld(records: Records) -> None:
    """A paragraph, a section, an option, a recommendation and an answer each say so, with the reason."""
    report = public(records, "reports", "update-2026")
    assert report["sections"] == [
        {
            "id": "done",
            "label": "1",
            "title": "What was done",
            "paragraphs": [
                {"id": "p1-1", "label": "1.1", "text": "Much was done."},
                {
                    "id": "p1-2",
                    "label": "1.2",
                    "text": "[[withheld confidence]]",
                    "withheld": {"reason": "confidence", "what": "text"},
                },
            ],
        },
        {
            "id": "kept-back",
            "label": "2",
            "title": "A section that is kept back",
            "withheld": {"reason": "personal", "what": "whole"},
        },
    ]
    assert report["figures"] == [{"name": "Children with a plan", "now": {"people": "40"}, "whole": False}]
    assert report["options"] == [
        {"title": "Go on as before", "withheld": {"reason": "commercial", "what": "text"}}
    ]
    first, second = report["recommendations"]
    assert first["responses"] == [
        {
            "by": [{"who": {"id": "council", "kind": "organization", "name": "Testwick Council"}}],
            "on": "2026-03-12",
            "answer": "accepted",
            "withheld": {"reason": "confidence", "what": "text"},
        }
    ]
    assert second == {
        "id": "second",
        "label": "R2",
        "text": "[[withheld confidence]]",
        "withheld": {"reason": "confidence", "what": "text"},
    }


def test_a_field_of_a_row_is_withheld_with_public_words(records: Records) -> None:
    """The words that stand in its place, and the reason, are public."""
    table = public(records, "reports", "update-2026")["attendance"]
    row = table[0]["agencies"][1]
    assert (row["note"], row["withheld_fields"]) == (
        "Apologies were sent",
        [{"field": "note", "reason": "personal"}],
    )


def test_a_review_withheld_as_a_whole_keeps_only_that_it_exists(tmp_path: Path) -> None:
    """Neither its title nor what the child is called stays."""
    path = copy_to(tmp_path) / "data/reviews/review-a.yml"
    path.write_text(path.read_text() + "withhold:\n  reason: personal\n  what: whole\n  title: A review\n")
    assert public(load(tmp_path), "reviews", "review-a") == {
        "id": "review-a",
        "title": "A review",
        "kind": "lcspr",
        "status": "final",
        "withheld": {"reason": "personal", "what": "whole"},
    }


def test_a_concealed_recommendation_cannot_be_named(records: Records) -> None:
    """Others may name one whose text is withheld, for its number is public; a concealed one they may not."""
    names = ("read-together", "second", "secretthird")
    hidden = [is_hidden_part(f"update-2026/{name}", "recommendations", records) for name in names]
    assert hidden == [False, False, True]
