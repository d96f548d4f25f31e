"""What arrangements, documents and the glossary withhold is seen by nobody, and each place says so."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editions.canonical import to_bytes, to_plain
from editions.fields import PublicRecord
from problems import errors
from records.loading import load
from redaction.projecting.projection import project
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import find_in_record, scanner_for
from tests.partnerships import copy_to, secrets_in

KEYS = (("arrangements", "2026"), ("documents", "guide"), ("glossary", "glossary"))


def public(folder: Path, kind: str, record_id: str) -> PublicRecord:
    """Return the public values of a record of the tests' own partnership."""
    projection = project(load(folder), kind, record_id)
    assert errors(projection.problems) == ()
    assert projection.record is not None
    return projection.record


def plain(folder: Path, kind: str, record_id: str) -> dict[str, Any]:
    """Return the same as lists and dictionaries."""
    found = to_plain(public(folder, kind, record_id))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(("kind", "record_id"), KEYS)
def test_nothing_withheld_is_in_the_public_values(tmp_path: Path, kind: str, record_id: str) -> None:
    """The record holds words of every unit that can be withheld, and none of them is public."""
    private = copy_to(tmp_path) / "data" / (f"{kind}.yml" if kind == record_id else f"{kind}/{record_id}.yml")
    assert len(secrets_in(private.read_text("utf-8"))) > 2  # in several units
    assert secrets_in(to_bytes(to_plain(public(tmp_path, kind, record_id))).decode()) == []


@pytest.mark.parametrize(("kind", "record_id"), KEYS)
def test_what_is_withheld_is_harvested(tmp_path: Path, kind: str, record_id: str) -> None:
    """The words would be found again if a page held them."""
    records = load(copy_to(tmp_path))
    scanner = scanner_for(harvest(records))
    record = public(tmp_path, kind, record_id)
    place = records.loaded[kind, record_id].place(())
    assert list(find_in_record(scanner, record, place)) == []
    field = {"arrangements": "summary", "documents": "summary", "glossary": "introduction"}[kind]
    told = {"arrangements": "A secretclause.", "documents": "A secretcase.", "glossary": "Secretnick"}[kind]
    leaking = record.model_copy(update={field: f"This is what was said: {told}"})
    assert list(find_in_record(scanner, leaking, place)) != []


def test_each_piece_of_arrangements_says_that_it_is_withheld(tmp_path: Path) -> None:
    """A holder, a partner, an option, a field and a clause each keep their place and tell the reason."""
    found = plain(copy_to(tmp_path), "arrangements", "2026")
    whole = {"reason": "personal", "what": "whole"}
    text = {"reason": "confidence", "what": "text"}
    assert found["partners"][0]["delegates"][1] == {"withheld": whole}
    assert set(found["partners"][1]) == {"organization", "withheld"}
    assert found["options"] == [
        {"id": "merge", "title": "Merge with another area", "outcome": "not-chosen", "withheld": text}
    ]
    assert found["funding"]["contributions"][1]["what"] == "To be told in May"
    assert "amount" not in found["funding"]["contributions"][1]
    assert found["clauses"][1] == {
        "id": "risk",
        "label": "2",
        "title": "A clause that is withheld",
        "withheld": {"reason": "confidence", "what": "whole"},
    }


def test_what_is_concealed_leaves_no_trace(tmp_path: Path) -> None:
    """A concealed agency or clause is neither listed nor counted."""
    found = plain(copy_to(tmp_path), "arrangements", "2026")
    assert [each.get("name") for each in found["agencies"]] == ["All schools"]
    assert [each["id"] for each in found["clauses"]] == ["funding", "risk"]


def test_a_clause_under_a_withheld_one_cannot_be_named(tmp_path: Path) -> None:
    """A later version that takes the place of a hidden clause must not tell that there was one."""
    folder = copy_to(tmp_path)
    later = folder / "data" / "arrangements" / "2030.yml"
    later.write_text(
        "title: Later\nstatus: draft\nclauses:\n  - id: a\n    title: A\n"
        "    replaces: [2026/funding, 2026/2-1, 2026/hidden]\n",
        "utf-8",
    )
    projection = project(load(folder), "arrangements", "2030")
    assert [problem.code for problem in projection.problems] == ["names-hidden-part"] * 2
