"""Every field says who may see it, and the private and the public models agree."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, get_args

from pydantic import BaseModel

import editions
import records
from editions.fields import PublicModel
from editions.kinds import PUBLIC_KINDS
from records.fields import Model, Visibility
from records.kinds import KINDS
from records.meanings import meanings_of
from records.shapes import shapes_of

WORKED_OUT = {
    ("Person", "role"): "The post on record, in words.",
    ("Person", "name"): "Only where the policy names people of this level.",
    ("Person", "sort_name"): "Only where the person is named.",
    ("Person", "posts"): "Only where the person is named.",
    ("Paper", "download"): "What was made of the private file at the sign-off.",
    ("Indicator", "small_numbers"): "The rule of the policy on the day, if it is not the usual one.",
    ("Report", "small_numbers"): "The rule of the policy on the day, if it is not the usual one.",
    ("Measured", "share"): "From the two numbers of people as they are shown.",
    ("Point", "share"): "From the two numbers of people as they are shown.",
}
"""Public fields that are not copied from a private field of their name, and where they come from."""

NOT_COPIED = {
    "Withhold": "Becomes `withheld` of the unit; its title takes the place of the unit's own.",
    "FieldWithhold": "Becomes an entry of `withheld_fields`; `instead` takes the place of the field.",
}
"""Private models without a public one, although they have public fields."""

UNITS = frozenset({"withheld", "withheld_fields"})


def models(package: Any, base: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every model that the modules of a package define."""
    for found in walk_packages(package.__path__, f"{package.__name__}."):
        module = import_module(found.name)
        for value in vars(module).values():
            own = isinstance(value, type) and value.__module__ == module.__name__
            if own and issubclass(value, base) and value is not base:
                yield value


def classes_of(annotation: Any, metadata: list[Any]) -> list[Visibility]:
    """Return every class of visibility in a type, outside models of their own."""
    marks = [*metadata, *getattr(annotation, "__metadata__", ())]
    found = [mark for mark in marks if isinstance(mark, Visibility)]
    for argument in get_args(annotation):
        found += classes_of(argument, []) if not isinstance(argument, Visibility) else []
    return found


PRIVATE = {model.__name__: model for model in models(records, Model)}
PUBLIC = {model.__name__.removeprefix("Public"): model for model in models(editions, PublicModel)}
OWN = frozenset(
    (
        "AreaCheck",
        "Download",
        "Edition",
        "Issue",
        "Printed",
        "Record",
        "SharedMeeting",
        "Unit",
        "Withheld",
        "WithheldField",
    )
)
"""Public models that stand for no private one: editions, files, names as printed, and what was withheld."""


def public_names(model: type[BaseModel]) -> set[str]:
    """Return the names of the fields of a private model that are copied."""
    assert issubclass(model, Model)
    return {shape.name for shape in shapes_of(model) if shape.visibility is Visibility.PUBLIC}


def test_every_field_says_who_may_see_it() -> None:
    """Each field of each model of a record has one class: public, private or derived."""
    wrong = [
        f"{name}.{field}"
        for name, model in PRIVATE.items()
        for field, info in model.model_fields.items()
        if len(classes_of(info.annotation, info.metadata)) != 1
    ]
    assert PRIVATE
    assert wrong == []


def test_a_field_without_a_class_would_be_found() -> None:
    """The check above sees a field that says nothing, one that says two things, and one deep inside."""

    class Careless(Model):
        nothing: str
        twice: Any
        inside: tuple[int | None, ...]

    fields = Careless.model_fields
    fields["twice"].metadata = [Visibility.PUBLIC, Visibility.PRIVATE]
    counts = {name: len(classes_of(info.annotation, info.metadata)) for name, info in fields.items()}
    assert counts == {"nothing": 0, "twice": 2, "inside": 0}
    assert {shape.name: shape.visibility for shape in shapes_of(Careless)}["nothing"] is Visibility.PRIVATE


def test_every_field_is_described() -> None:
    """The guide and the open data are made of these descriptions."""
    missing = [
        f"{name}.{field}"
        for models_of_room in (PRIVATE, PUBLIC)
        for name, model in models_of_room.items()
        for field in model.model_fields
        if not meanings_of(model).get(field)
    ]
    assert missing == []


def test_the_kinds_are_the_same() -> None:
    """What can be recorded can be published, and the other way round."""
    assert list(KINDS) == list(PUBLIC_KINDS)


def test_each_kind_has_the_public_model_of_its_private_one() -> None:
    """No kind is published in the form of another."""
    assert {name: f"Public{kind.model.__name__}" for name, kind in KINDS.items()} == {
        name: model.__name__ for name, model in PUBLIC_KINDS.items()
    }


def test_every_public_field_of_a_record_can_be_published() -> None:
    """A field that is marked public has a place of the same name in the public model."""
    missing = [
        f"{name}.{field}"
        for name, model in PRIVATE.items()
        if name not in NOT_COPIED
        for field in public_names(model) - set(PUBLIC[name].model_fields if name in PUBLIC else ())
    ]
    assert missing == []


def test_nothing_is_public_that_no_record_marks_public() -> None:
    """A public model has no field more than its private one marks, but for those that are worked out."""
    extra = [
        (name, field)
        for name, model in PUBLIC.items()
        if name not in OWN
        for field in set(model.model_fields) - UNITS - public_names(PRIVATE[name])
        if (name, field) not in WORKED_OUT
    ]
    assert extra == []


def test_the_exceptions_are_needed() -> None:
    """An exception for a field that does not exist, or that is copied after all, is out of date."""
    for name, field in WORKED_OUT:
        assert field in PUBLIC[name].model_fields
        assert field not in public_names(PRIVATE[name])
    assert set(NOT_COPIED) <= set(PRIVATE)
    assert set(PUBLIC) >= OWN


def test_what_can_be_withheld_says_so_in_public() -> None:
    """A unit that can be withheld has a public form that can tell it."""
    silent = [
        name
        for name, model in PRIVATE.items()
        if name in PUBLIC and "withhold" in model.model_fields and not set(PUBLIC[name].model_fields) >= UNITS
    ]
    assert silent == []
