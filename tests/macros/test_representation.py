"""Whether each of the three statutory partners took part, by whom, and where that cannot be told."""

from __future__ import annotations

import re
from typing import Any

import pytest

from macros.all_macros import macros_for
from macros.views.lookups import look_up
from macros.views.representation import partners_at
from tests.macros.samples_time import DALE, FINCH, ROOK, TEAL, WREN, holding, meeting

WITHHELD = {"withheld": {"reason": "personal"}}


def found(*rows: dict[str, Any], date: str = "2026-03-12", **more: Any) -> dict[str, tuple[str, list[str]]]:
    """Return how each partner took part, and who came, at a meeting with this attendance."""
    lookups = look_up(holding(held(*rows, date=date, **more), today="2026-05-01"))
    record = lookups.meetings[f"{date}-executive"].record
    assert record is not None
    return {
        each.sector: (each.how, [row.person.name for row in each.rows if row.person and row.person.name])
        for each in partners_at(lookups, record)
    }


def held(*rows: dict[str, Any], date: str = "2026-03-12", **more: Any) -> Any:
    return meeting(date, (date, "draft"), **({"attendance": list(rows)} | more))


def words(text: str) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]*>", " ", text))


def test_each_partner_by_whom() -> None:
    """In person, for a part, by a deputy, or not at all: as the rows say."""
    assert found(
        {"person": ROOK, "status": "present"},
        {"person": FINCH, "status": "apologies", "deputy_name": "a sergeant"},
        {"person": WREN, "status": "present", "left": "11:00"},
    ) == {
        "local-authority": ("present", ["Ada Rook"]),
        "police": ("deputy", ["Bea Finch"]),
        "health": ("part", ["Cy Wren"]),
    }


def test_nobody_listed_and_nobody_there_differ() -> None:
    """Apologies and absence are told; of a partner that no row names nothing more is said."""
    rows = ({"person": ROOK, "status": "apologies"}, {"person": FINCH, "status": "absent"})
    assert {sector: how for sector, (how, _) in found(*rows).items()} == {
        "local-authority": "apologies",
        "police": "absent",
        "health": "none",
    }


@pytest.mark.parametrize(
    "row",
    [
        {"person": FINCH, "status": "present", "category": "guest"},
        {"person": FINCH, "status": "observer"},
        {"person": TEAL, "status": "present"},
    ],
)
def test_visitors_observers_and_others_do_not_represent_a_partner(row: dict[str, Any]) -> None:
    """The police are not there because an officer came as a guest, or somebody of another agency."""
    assert found(row)["police"] == ("none", [])


def test_somebody_of_another_agency_can_stand_in() -> None:
    """A deputy counts for those whom the row names."""
    assert found({"person": TEAL, "status": "present", "deputy_for": [WREN]})["health"] == (
        "deputy",
        ["Di Teal"],
    )


def test_a_deputy_of_the_same_agency_is_told_as_one() -> None:
    """Unless somebody else of the agency was there in person."""
    deputy = {"person": DALE, "status": "present", "deputy_for": [ROOK]}
    assert found(deputy)["local-authority"] == ("deputy", ["Ivo Dale"])
    both = found(deputy, {"person": ROOK, "status": "present"})
    assert both["local-authority"] == ("present", ["Ada Rook"])


@pytest.mark.parametrize(
    "row",
    [
        WITHHELD,
        {"status": "present", "withheld_fields": [{"field": "person", "reason": "personal"}]},
        {"person": FINCH, "withheld_fields": [{"field": "status", "reason": "personal"}]},
    ],
)
def test_it_cannot_be_told_where_part_is_withheld(row: dict[str, Any]) -> None:
    """Whoever is withheld may have come for the police, so nobody is called absent; who is known is told."""
    rows = ({"person": ROOK, "status": "present"}, {"person": WREN, "status": "apologies"}, row)
    assert found(*rows) == {
        "local-authority": ("present", ["Ada Rook"]),
        "police": ("unknown", []),
        "health": ("unknown", []),
    }


def test_it_cannot_be_told_where_all_of_it_is_withheld() -> None:
    """Also where the attendance as a whole is withheld."""
    hidden = found(withheld_fields=[{"field": "attendance", "reason": "personal"}])
    assert {how for how, _ in hidden.values()} == {"unknown"}
    assert {how for how, _ in found(withheld={"reason": "personal"}).values()} == {"unknown"}


@pytest.mark.parametrize(
    "more",
    [
        {"happened": "cancelled"},
        {"happened": "planned"},
        {"status": "agenda"},
        {"attendance": []},
    ],
)
def test_nothing_is_told_of_a_meeting_without_attendance(more: dict[str, Any]) -> None:
    """A meeting to come, one that did not take place, and minutes that list nobody."""
    rows = () if "attendance" in more else ({"person": ROOK, "status": "present"},)
    lookups = look_up(holding(held(*rows, **more), today="2026-05-01"))
    record = lookups.meetings["2026-03-12-executive"].record
    assert record is not None
    assert partners_at(lookups, record) == ()


def test_the_partner_of_the_day_counts() -> None:
    """Before the board there were the commissioners."""
    for date, name in (("2022-06-30", "Larkmere Commissioners"), ("2022-07-01", "Larkmere Health Board")):
        lookups = look_up(holding(held({"person": ROOK, "status": "present"}, date=date), today="2026-05-01"))
        record = lookups.meetings[f"{date}-executive"].record
        assert record is not None
        health = partners_at(lookups, record)[2]
        assert [body.name for body in health.bodies] == [name]


def test_the_pages_say_it_in_words() -> None:
    """On the page of the meeting, and in the table of the group, with a link to the meeting."""
    rows = (
        {"person": ROOK, "status": "apologies", "deputy": DALE},
        {"person": DALE, "status": "present", "deputy_for": [ROOK]},
        {"person": FINCH, "status": "present"},
        WITHHELD,
    )
    macros = macros_for(holding(held(*rows), today="2026-05-01"))
    text = words(macros["meeting"]("2026-03-12-executive"))
    assert "Local authority, Larkmere Council: represented by a deputy (Ivo Dale)" in text
    assert "Police, Larkmere Police: represented (Bea Finch)" in text
    assert "cannot be told, because part of the attendance is withheld" in text
    table = macros["group"]("executive").split("{#part-partners}")[1]
    assert 'href="/meetings/2026-03-12-executive/#part-attendance"' in table
    assert "12 March 2026 represented by a deputy represented cannot be told" in words(table)
