"""Whether a newer public record tells the public less is judged with care."""

from __future__ import annotations

from typing import Any

import pytest

from redaction.comparing import withholds_more

LESS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a part with an id": ({"items": [{"id": "a"}, {"id": "b"}]}, {"items": [{"id": "b"}]}),
    "the last part of a list": ({"items": [{"id": "a"}]}, {}),
    "a part in a part": ({"items": [{"id": "a", "items": [{"id": "b"}]}]}, {"items": [{"id": "a"}]}),
    "a member without an id": (
        {"attendance": [{"name": "A"}, {"name": "B"}]},
        {"attendance": [{"name": "B"}]},
    ),
    "a member without an id in a part": (
        {"items": [{"id": "a", "questions": [{"text": "Q"}]}]},
        {"items": [{"id": "a"}]},
    ),
    "a member of a list of words": ({"areas": ["East", "West"]}, {"areas": ["West"]}),
    "a mapping": ({"worried": {"text": "Call."}}, {}),
    "a field of a mapping": ({"who": {"kind": "person", "name": "A"}}, {"who": {"kind": "person"}}),
    "a field of a member": ({"rows": [{"name": "A", "note": "n"}]}, {"rows": [{"name": "A"}]}),
    "a single field": ({"title": "T", "place": "Room 2"}, {"title": "T"}),
    "words, with a notice": ({"text": "Some words."}, {"text": "Some [[withheld personal]]."}),
    "words, in a notice that was there": (
        {"text": "The [[withheld personal]] children came."},
        {"text": "The [[withheld personal]] came."},
    ),
    "words, with a notice that another text no longer has": (
        {"items": [{"id": "a", "text": "[[withheld personal]]"}, {"id": "b", "text": "Some words."}]},
        {"items": [{"id": "a", "text": "Open."}, {"id": "b", "text": "Some [[withheld personal]]."}]},
    ),
    "a field with other words in its place, which another unit no longer has": (
        {
            "items": [
                {"id": "a", "clock": "then", "withheld_fields": [{"field": "clock", "reason": "personal"}]},
                {"id": "b", "clock": "14:00"},
            ]
        },
        {
            "items": [
                {"id": "a", "clock": "13:00"},
                {"id": "b", "clock": "then", "withheld_fields": [{"field": "clock", "reason": "personal"}]},
            ]
        },
    ),
    "a unit, with a notice": ({"text": "Words."}, {"withheld": {"what": "text", "reason": "personal"}}),
}
NOT_LESS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "the same": ({"items": [{"id": "a"}]}, {"items": [{"id": "a"}]}),
    "words that were rewritten": ({"text": "Old."}, {"text": "New."}),
    "another order": ({"areas": ["East", "West"]}, {"areas": ["West", "East"]}),
    "more": ({"items": [{"id": "a"}]}, {"items": [{"id": "a"}, {"id": "b"}], "place": "Room 2"}),
    "a member that was rewritten": ({"rows": [{"name": "A"}]}, {"rows": [{"name": "B"}]}),
    "words around a notice that are in another order": (
        {"text": "They heard [[withheld personal]] then."},
        {"text": "then They heard [[withheld personal]]."},
    ),
    "a slip of the pen far from a notice": (
        {"text": "Teh partners met in the hall at two and heard [[withheld personal]] then."},
        {"text": "The partners met in the hall at two and heard [[withheld personal]] then."},
    ),
    "a passage that was released": (
        {"text": "The [[withheld personal]] came."},
        {"text": "The children came."},
    ),
    "a release": ({"withheld": {"what": "text", "reason": "personal"}}, {"text": "Words."}),
    "a field that was released": (
        {"withheld_fields": [{"field": "clock", "reason": "personal"}]},
        {"clock": "14:00"},
    ),
}


@pytest.mark.parametrize("what", LESS)
def test_an_edition_without_something_withholds_more(what: str) -> None:
    """Also what is concealed without an id, for which no notice stands."""
    assert withholds_more(*LESS[what])


@pytest.mark.parametrize("what", NOT_LESS)
def test_an_edition_with_as_much_withholds_no_more(what: str) -> None:
    """A correction and a release leave the earlier editions as they are."""
    assert not withholds_more(*NOT_LESS[what])
