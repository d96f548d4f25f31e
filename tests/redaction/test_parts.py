"""Which parts of a record others may name in public."""

from __future__ import annotations

from typing import Any

import pytest

from records.fields import Model
from records.loading import Records
from redaction.projecting.parts import Known, is_hidden, is_hidden_part, parts_of
from tests.redaction.in_memory import records_of

MEETING = ("meetings", "2026-03-12-executive")


def item(item_id: str, **more: Any) -> dict[str, Any]:
    """Return an item with an action, a decision, and an item and its action within."""
    return {
        "id": item_id,
        "title": "An item",
        "actions": [{"id": f"{item_id}-action", "text": "Do it."}],
        "decisions": [{"id": f"{item_id}-decision", "text": "Agreed."}],
        "items": [
            {
                "id": f"{item_id}-inner",
                "title": "Within",
                "actions": [{"id": f"{item_id}-deep", "text": "Do."}],
            }
        ],
        **more,
    }


def with_items(*items: dict[str, Any], **more: Any) -> Records:
    plain = {
        "title": "Executive",
        "group": "executive",
        "date": "2026-03-12",
        "status": "draft",
        "items": list(items),
    }
    return records_of({MEETING: plain | more, ("meetings", "2026-04-01-other"): None})


def meeting(known: Records) -> Model:
    found = known.get(*MEETING)
    assert found is not None
    return found


ALL = {
    "items": {"one", "one-inner"},
    "actions": {"one-action", "one-deep"},
    "decisions": {"one-decision"},
}


@pytest.mark.parametrize(
    ("more", "public"),
    [
        ({}, ALL),
        ({"withhold": {"reason": "personal", "what": "text"}}, {"items": {"one"}}),
        ({"withhold": {"reason": "personal", "what": "whole"}}, {"items": {"one"}}),
        ({"withhold": {"reason": "personal", "what": "concealed"}}, {}),
        ({"withhold_fields": {"actions": {"reason": "personal"}}}, ALL | {"actions": {"one-deep"}}),
        (
            {"withhold_fields": {"items": {"reason": "personal"}}},
            {"items": {"one"}, "actions": {"one-action"}, "decisions": {"one-decision"}},
        ),
    ],
)
def test_parts_inside_what_is_withheld_are_known_and_not_public(
    more: dict[str, Any], public: dict[str, set[str]]
) -> None:
    """What is withheld itself, and not concealed, is public with its id; nothing within it is."""
    parts = parts_of("meetings", meeting(with_items(item("one", **more))))
    assert {sort: set(parts.of(sort).every) for sort in ALL} == ALL
    assert {sort: set(parts.of(sort).public) for sort in ALL} == {
        sort: public.get(sort, set()) for sort in ALL
    }


def test_a_concealed_action_of_a_public_item_is_not_public() -> None:
    actions = [
        {"id": "a", "text": "Do it.", "withhold": {"reason": "personal", "what": "concealed"}},
        {"id": "b", "text": "Do it.", "withhold": {"reason": "personal", "what": "whole"}},
    ]
    parts = parts_of("meetings", meeting(with_items(item("one", actions=actions))))
    assert (parts.of("actions").every, parts.of("actions").public) == (
        {"a", "b", "one-deep"},
        {"b", "one-deep"},
    )


def test_parts_that_cannot_be_withheld_are_public() -> None:
    """A scheme of scoring, which holds its marks, and the risks beside it."""
    marks = [{"mark": "1"}, {"mark": "2"}]
    plain = {
        "title": "Risks",
        "as_of": "2026-03-12",
        "schemes": [
            {"id": "grid", "name": "Grid", "combine": "multiply", "likelihood": marks, "impact": marks}
        ],
        "risks": [
            {"id": "one", "title": "A risk"},
            {"id": "two", "title": "A risk", "withhold": {"reason": "personal", "what": "concealed"}},
        ],
    }
    register = records_of({("risks", "log"): plain}).get("risks", "log")
    assert register is not None
    parts = parts_of("risks", register)
    assert parts.of("schemes") == Known(frozenset({"grid"}), frozenset({"grid"}))
    assert parts.of("register-risks") == Known(frozenset({"one", "two"}), frozenset({"one"}))


def test_a_sort_that_a_kind_does_not_have_has_no_parts() -> None:
    known = with_items(item("one"))
    assert parts_of("meetings", meeting(known)).of("clauses") == Known()
    people = records_of({("people", "abara"): {"public_id": "p-aaaaaaa1", "name": "Ife Abara"}})
    person = people.get("people", "abara")
    assert person is not None
    assert parts_of("people", person).of("items") == Known()


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("one-action", False),
        ("one-deep", False),
        ("two-action", True),
        ("nothing", True),
    ],
)
def test_a_part_is_hidden_where_the_public_may_not_know_it(name: str, hidden: bool) -> None:  # noqa: FBT001  # a case of the table
    known = with_items(item("one"), item("two", withhold={"reason": "personal", "what": "concealed"}))
    assert is_hidden_part(f"{MEETING[1]}/{name}", "actions", known) is hidden
    assert is_hidden(f"{MEETING[1]}/{name}", ("actions",), known) is hidden
    assert is_hidden(f"{MEETING[1]}/{name}", ("actions", "organizations"), known) is hidden


@pytest.mark.parametrize("name", ["2026-04-01-other/one-action", "2026-05-01-missing/one-action"])
def test_nothing_is_known_of_a_record_that_cannot_be_read(name: str) -> None:
    assert not is_hidden_part(name, "actions", with_items(item("one")))


def test_a_record_is_hidden_when_it_is_concealed() -> None:
    """One that is withheld as a whole is not, nor one that is missing; each kind asked for counts."""
    known = records_of(
        {
            ("groups", "open"): {"name": "Open", "kind": "sub-group"},
            ("groups", "whole"): {
                "name": "Whole",
                "kind": "sub-group",
                "withhold": {"reason": "personal", "what": "whole"},
            },
            ("groups", "ghost"): {
                "name": "Ghost",
                "kind": "sub-group",
                "withhold": {"reason": "personal", "what": "concealed"},
            },
        }
    )
    assert {name: is_hidden(name, ("groups",), known) for name in ("open", "whole", "ghost", "missing")} == {
        "open": False,
        "whole": False,
        "ghost": True,
        "missing": False,
    }
    assert is_hidden("ghost", ("people", "groups"), known)
    assert not is_hidden("ghost", ("people",), known)
