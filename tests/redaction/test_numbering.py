"""Numbers that are missing where something is concealed are found."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from redaction.projecting.numbering import missing_in
from redaction.projecting.projection import project
from tests.redaction.in_memory import records_of

MEETING = ("meetings", "2026-03-12-executive")
WITHHOLD = {"reason": "personal", "what": "concealed"}


@pytest.mark.parametrize(
    ("labels", "kept", "missing"),
    [
        (["1", "2", "3"], {0, 2}, [(1, "label")]),
        (["1", "2", "3"], {0, 1}, []),
        (["1", "2", "3"], {1, 2}, [(0, "label")]),
        (["1", "2", "3", "4"], {0, 3}, [(1, "label"), (2, "label")]),
        (["3.1", "3.2", "4.1"], {0, 2}, []),
        (["(1)", "(2)", "(3)"], {0, 2}, [(1, "label")]),
        (["1", "9", "2"], {0, 2}, []),
        (["2", "2", "3"], {0, 2}, []),
        (["1", None, "2"], {0, 2}, []),
        (["a", "b", "c"], {0, 2}, []),
    ],
)
def test_a_number_between_those_that_are_seen_is_missing(
    labels: list[str | None], kept: set[int], missing: list[tuple[int, str]]
) -> None:
    """At the end of a list, out of order and in another series, nobody misses one."""
    assert list(missing_in([SimpleNamespace(label=label) for label in labels], kept)) == missing


def concealed_second(first: str, second: str, third: str) -> list[tuple[str, str | int]]:
    """Return what is said of a meeting whose second item is concealed, by the names of its items."""
    items = [
        {"id": name, "title": "A title"} | ({"withhold": WITHHOLD} if name == second else {})
        for name in (first, second, third)
    ]
    meeting = {"title": "Meeting", "group": "executive", "date": "2026-03-12", "items": items}
    group = {"name": "Executive", "kind": "executive"}
    known = records_of({MEETING: meeting | {"status": "approved"}, ("groups", "executive"): group})
    return [(each.code, each.place.field[-1]) for each in project(known, *MEETING).problems]


def test_a_concealed_item_with_a_number_in_its_id_is_told() -> None:
    """An id is an address; one without a number tells nothing."""
    assert concealed_second("item-1", "item-2", "item-3") == [("number-missing", "id")]
    assert concealed_second("welcome", "case", "close") == []
