"""What was once known of meetings only holds for every kind: drafts, counts, placements, takedowns."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import redaction.projecting.projection
from editions.frozen import freeze
from editions.kinds import KINDS as PUBLIC
from editions.published import History, Published
from records.fields import Model, PeopleCount, Public
from records.kinds import KINDS
from records.loading import Records
from records.shapes import models_of, shapes_of
from redaction.comparing import PRINTED
from redaction.numbers.counts import Rounding, coarse
from redaction.projecting.projection import project
from redaction.searching.folding import fold_source
from redaction.searching.harvesting import harvest
from redaction.searching.publicity import PRINTED_KINDS
from redaction.searching.scanning import find, scanner_for
from redaction.takedown import withdrawing
from redaction.values import Standing, fields_of
from redaction.verifying import twins
from redaction.verifying.inventing import Inventor, change
from redaction.verifying.twins import disagreements, drafts_among, twin
from tests.redaction.mending import loaded
from tests.redaction.strategies import fullest

DRAFTED = [kind for kind in KINDS if kind not in PRINTED_KINDS]
"""Kinds of which a record without an edition is a draft."""


@pytest.fixture(scope="module")
def records() -> Records:
    return loaded(fullest().records)


def first(records: Records, kind: str) -> tuple[str, str]:
    return next(key for key in records.loaded if key[0] == kind)


@pytest.mark.parametrize("kind", DRAFTED)
def test_a_record_without_an_edition_is_a_draft(records: Records, kind: str) -> None:
    """All that it says is other in the twin, but for its id."""
    key = first(records, kind)
    public = {other for other in records.loaded if other != key}

    drafts = drafts_among(records, public)
    title = next(name for name in ("title", "name", "terms", "summary") if name in records.loaded[key].plain)

    assert drafts == {key}
    other = twin(records, 1, drafts).loaded[key].plain
    assert other[title] != records.loaded[key].plain[title]
    assert other["id"] == key[1]


def test_what_others_print_by_name_is_no_draft(records: Records) -> None:
    """A record shows people and bodies without an edition of theirs."""
    assert {kind for kind, _ in drafts_among(records, ())} == set(DRAFTED)


def test_a_projector_that_depends_on_any_draft_is_caught(records: Records) -> None:
    """What stands in a plan, report or anything else without an edition must not show in another record."""
    shown = first(records, "groups")
    missed = []
    for kind in DRAFTED:
        draft = first(records, kind)

        def leaking(given_records: Records, of: str, record_id: str, draft: tuple[str, str] = draft) -> Any:
            found = project(given_records, of, record_id)
            told = json.dumps({**given_records.loaded[draft].plain}, sort_keys=True)
            return replace(found, record=found.record and found.record.model_copy(update={"purpose": told}))

        if not disagreements(records, leaking, [draft], keys=[shown], seeds=(1,)):
            missed.append(kind)
    assert missed == []


class Counted(Model):
    """A model with a number of people."""

    people: Public[PeopleCount]


@given(st.integers(0, 20_000), st.integers(1, 50))
def test_the_twin_has_another_number_of_people_that_looks_the_same(count: int, seed: int) -> None:
    """So that bytes differ as soon as the exact number shows anywhere."""
    inventor: Inventor = twins._inventor(Records({}), seed)  # noqa: SLF001  # made by the room itself
    other = int(change(fields_of(Counted)["people"], str(count), Standing.PUBLIC, inventor))

    assert coarse(other) == coarse(count)
    assert other != count or count == 0


def test_every_kind_with_a_number_of_people_has_another_in_the_twin(records: Records) -> None:
    """And its projection stays as it is; with exact numbers it would not."""
    counting = {
        kind.name
        for kind in KINDS.values()
        for model in (kind.model, *models_of(kind.model))
        if any(shape.counts_people for shape in shapes_of(model))
    }
    keys = [key for key in records.loaded if key[0] in counting]

    assert counting
    assert disagreements(records, project, keys=keys) == ()


def test_a_projection_with_exact_numbers_of_people_is_caught(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(redaction.projecting.projection, "rounding_of", lambda _: Rounding(largest=2, step=2))
    keys = [key for key in records.loaded if key[0] == "indicators"]

    assert disagreements(records, project, keys=keys) != ()


@pytest.mark.parametrize(
    ("number", "said", "is_found"),
    [
        ("1234", "There were 1234 of them.", True),
        ("1234", "There were 1,234 of them.", True),
        ("1235", "There were 1235 of them.", False),
        ("2026", "It was on 2026-03-12.", False),
        ("123", "There were 123 of them.", False),
    ],
)
def test_an_exact_number_of_people_is_searched_for(
    records: Records,
    number: str,
    said: str,
    is_found: bool,  # noqa: FBT001  # what is expected
) -> None:
    """If it has four digits or more and is not shown as it is; a year only if it stands nowhere else."""
    key = next(
        key for key, each in records.loaded.items() if "people" in json.dumps(each.plain.get("points", ""))
    )
    before = records.loaded[key]
    points = [
        {**point, **({"people": number} if "people" in point else {})} for point in before.plain["points"]
    ]
    alone = replace(records, loaded={key: replace(before, plain={**before.plain, "points": points})})

    assert bool(find(scanner_for(harvest(alone)), fold_source(said))) is is_found


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "actions" not in KINDS[kind].parts])
def test_a_placement_is_refused_where_there_is_nothing_to_place(records: Records, kind: str) -> None:
    """A record without actions of its own places none, of whatever record."""
    key = first(records, kind)
    before = records.loaded[key]
    model = KINDS[kind].model
    name = next(
        (
            name
            for name, known in fields_of(model).items()
            if known.sort in {"line", "prose"} and name in before.plain
        ),
        None,
    )
    if name is None:
        assert kind in {"policy", "glossary"}
        return
    plain = {**before.plain, name: "See [[action form]] here."}
    other = replace(before, plain=plain, record=model.model_validate(plain))

    found = project(replace(records, loaded={**records.loaded, key: other}), *key)

    if kind != "people":  # Their names are printed by a room of their own.
        assert found.record is None
        assert "placed-nothing" in {problem.code for problem in found.problems}


def test_no_part_looks_like_a_printed_name() -> None:
    """Takedowns tell parts from names by `kind`, so no part may have a kind of that name."""
    wrong = [
        model.__name__
        for kind in KINDS.values()
        for model in models_of(kind.model)
        if "id" in model.model_fields
        and "kind" in model.model_fields
        and PRINTED & set(fields_of(model)["kind"].choices)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "kind", [kind.name for kind in PUBLIC.values() if kind.parts and not KINDS[kind.name].single]
)
def test_a_part_of_any_kind_can_be_taken_down(records: Records, kind: str) -> None:
    """Nothing of the part is left, nor what names it, and the rest stays."""
    key = first(records, kind)
    record = project(records, *key).record
    assert record is not None
    edition = freeze(kind, record, number=1, date="2026-06-01", note="First.")
    published = Published({(kind, record.id): History(kind, record.id, (edition,), record)}, frozenset(), ())
    for part in parts_in(records.loaded[key].plain):
        asked = withdrawing.Request(kind, record.id, date(2026, 6, 2), part)
        taken = withdrawing.prepare(published, asked)

        assert taken.problems == ()
        assert taken.edition is not None
        assert f'"{part}"' not in json.dumps(taken.edition.record)
        assert record.id in json.dumps(taken.edition.record)


def parts_in(plain: Any) -> set[str]:
    """Return the ids of all parts in plain values of which others know."""
    found: set[str] = set()
    waiting = [plain]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            found |= {here["id"]} if "id" in here and here is not plain else set()
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
    return found
