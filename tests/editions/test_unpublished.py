"""What refers to something that is not public loses the reference, in every field of every model."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel

from editions.datasets import assemble, files_of
from editions.fields import PublicRecord
from editions.frozen import freeze
from editions.kinds import KINDS, PUBLIC_KINDS
from editions.published import History, Published
from editions.resolving import refers_to
from records.fields import Visibility
from records.kinds import KINDS as PRIVATE
from records.shapes import models_of, shapes_of
from redaction.projecting.projection import PRINTED
from tests.macros.fillings import fill

GONE = "gone"
"""Stands in the id of everything that is not public here."""


def assembled(*records: tuple[str, PublicRecord]) -> bytes:
    """Return the files of the dataset of these records."""
    histories = {
        (kind, record.id): History(
            kind, record.id, (freeze(kind, record, number=1, date="2026-06-01", note="First."),), record
        )
        for kind, record in records
    }
    return b"".join(files_of(assemble(Published(histories, frozenset(), ()))).values())


def references_in(model: type[BaseModel]) -> set[tuple[type[BaseModel], str]]:
    """Return the fields of references in a model and all inside it."""
    return {
        (each, name)
        for each in reached(model)
        for name in each.model_fields
        if refers_to(each, name) is not None
    }


def reached(model: type[BaseModel]) -> set[type[BaseModel]]:
    """Return a model and all the models in its fields."""
    found = {model}
    waiting = [model]
    while waiting:
        inside = {
            inner for info in waiting.pop().model_fields.values() for inner in _models_in(info.annotation)
        }
        waiting += inside - found
        found |= inside
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models_in(argument)


def plain_with_gone_references(kind: str) -> tuple[dict[str, Any], set[tuple[type[BaseModel], str]]]:
    """Return a record with every field filled in which each reference is to something that is not public."""
    seen: set[tuple[type[BaseModel], str]] = set()

    def changed(model: type[BaseModel], plain: dict[str, Any]) -> dict[str, Any]:
        made: dict[str, Any] = {}
        for name, value in plain.items():
            what = refers_to(model, name)
            inner = next(_models_in(model.model_fields[name].annotation), None)
            if what is not None:
                seen.add((model, name))
                named = GONE if what in PUBLIC_KINDS else f"{GONE}/{GONE}"
                made[name] = [named] if isinstance(value, list) else named
            elif inner is not None:
                members = value if isinstance(value, list) else [value]
                new = [changed(inner, each) if isinstance(each, dict) else each for each in members]
                made[name] = new if isinstance(value, list) else new[0]
            else:
                made[name] = value
        return made

    return changed(PUBLIC_KINDS[kind], fill(PUBLIC_KINDS[kind]).plain), seen


@pytest.mark.parametrize("kind", PUBLIC_KINDS)
def test_what_is_not_public_is_named_nowhere(kind: str) -> None:
    """Neither the id of a record that is not published, nor that of a part of one, is in the dataset."""
    plain, seen = plain_with_gone_references(kind)
    record = PUBLIC_KINDS[kind].model_validate(plain)

    dataset = assembled((kind, record))

    assert seen == references_in(PUBLIC_KINDS[kind])
    assert GONE.encode() not in dataset


def test_every_reference_of_a_record_is_one_in_public() -> None:
    """A field that names another record has a public form that knows which, and never a bare text."""
    wrong = []
    for kind in PRIVATE.values():
        public = {model.__name__.removeprefix("Public"): model for model in reached(PUBLIC_KINDS[kind.name])}
        for model in {kind.model, *models_of(kind.model)}:
            for shape in shapes_of(model):
                reference = shape.reference
                if reference is None or reference.within or shape.visibility is not Visibility.PUBLIC:
                    continue
                if PRINTED.issuperset(reference.kinds) or model.__name__ not in public:
                    continue
                if (refers_to(public[model.__name__], shape.name),) != reference.kinds:
                    wrong.append(f"{model.__name__}.{shape.name}")
    assert wrong == []


def test_every_sort_of_reference_is_known() -> None:
    """What a reference says it names is a kind, or a sort of part of one."""
    sorts = {*PUBLIC_KINDS, *(sort for kind in KINDS.values() for sort in kind.parts)}
    used = {refers_to(model, name) for kind in PUBLIC_KINDS.values() for model, name in references_in(kind)}
    assert used - sorts == set()
