"""Without consent nobody is named in a risk, however deep the name stands."""

from __future__ import annotations

from datetime import date

import pytest

from records.kinds.groups import Group
from records.parts.risks import Risk
from redaction.projecting.consents import names_people, without_names

PERSON = {
    "kind": "person",
    "id": "p-aaaaaaa1",
    "name": "Ife Abara",
    "role": "Director",
    "organization": "Council",
}
UNNAMED = {"kind": "person", "role": "Director", "organization": "Council"}


def test_a_person_loses_name_and_id_and_keeps_the_post() -> None:
    assert without_names(PERSON) == UNNAMED


def test_a_person_without_a_post_is_called_by_nothing() -> None:
    """The role says that a name is left out, and is never missing."""
    assert without_names({"kind": "person", "id": "p-aaaaaaa1", "name": "Ife Abara"}) == {
        "kind": "person",
        "role": "Name not published",
    }


def test_everybody_inside_is_found_and_all_else_stays() -> None:
    """People in lists of lists and in parts; bodies, posts, texts and numbers are as they were."""
    body = {"kind": "organization", "id": "council", "name": "Testwick Council"}
    value = {"id": "one", "name": "A risk", "owners": [PERSON, body], "deep": {"rows": [[PERSON], 3, None]}}
    assert without_names(value) == {
        "id": "one",
        "name": "A risk",
        "owners": [UNNAMED, body],
        "deep": {"rows": [[UNNAMED], 3, None]},
    }


@pytest.mark.parametrize("value", ["Ife", 3, None, True])
def test_what_holds_nobody_stays(value: object) -> None:
    assert without_names(value) == value


@pytest.mark.parametrize("agreed", [True, False])
def test_only_a_risk_asks_for_consent(agreed: bool) -> None:  # noqa: FBT001  # a case of the table
    plain = {"id": "one", "title": "A risk", "owners": "abara"}
    risk = Risk.model_validate(plain | {"owner_may_be_named": "yes" if agreed else "no"})
    assert names_people(risk) is agreed
    assert not names_people(Risk.model_validate(plain))
    assert names_people(Group.model_construct(id="executive", created=date(2026, 1, 1)))
