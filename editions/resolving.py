"""References of public records: what they lead to, and a record without those that lead nowhere public."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass
from functools import cache
from operator import is_
from typing import Any, TypeVar

from pydantic import BaseModel

from editions.fields import Printed, PublicRecord, RefersTo
from editions.kinds import KINDS, PUBLIC_KINDS
from editions.kinds.people import PublicPerson
from editions.parts.actions import PublicUpdate
from editions.parts.attendance import PublicAttendance

R = TypeVar("R", bound=PublicRecord)
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class _Spared:
    """Every id of a sort but those that are gone."""

    sort: str
    is_gone: Callable[[str, str], bool]

    def __contains__(self, name: object) -> bool:
        return not self.is_gone(self.sort, str(name))


def without(
    record: R, is_gone: Callable[[str, str], bool], suppressed: frozenset[str] = frozenset()
) -> R | None:
    """Return a public record without references to what is gone, or itself if it has none.

    `is_gone` is given a sort (`meetings`, `actions`) and a name (`RECORD` or `RECORD/PART`). `suppressed` are
    people who are no longer named. None when the record cannot do without such a reference.
    """
    sorts = (*PUBLIC_KINDS, *(name for kind in KINDS.values() for name in kind.parts))
    left = resolved(record, {sort: _Spared(sort, is_gone) for sort in sorts}, suppressed)
    if left is None or left is record:
        return left
    return type(left).model_validate(left.model_dump(exclude_unset=True))


_LINKED = {"person": "people", "organization": "organizations", "group": "groups"}


def resolved(model: M, ids: Mapping[str, Container[str]], suppressed: frozenset[str]) -> M | None:
    """Return a model without what refers to nothing public and names no longer shown, or itself.

    Nothing is left of a model that cannot do without such a reference: all it says is about that.
    """
    if isinstance(model, Printed):
        changes = _resolved_name(model, ids, suppressed)
    elif isinstance(model, PublicPerson) and model.id in suppressed:
        return type(model)(id=model.id, role=model.role)
    else:
        changes = {}
        for name, what in _fields_to_resolve(type(model)):
            value = getattr(model, name)
            if value is None or value == ():
                continue
            known = ids[what] if what else None
            if isinstance(value, BaseModel):
                left: Any = resolved(value, ids, suppressed)
            elif isinstance(value, tuple):
                kept = (
                    resolved(inner, ids, suppressed) if isinstance(inner, BaseModel) else inner
                    for inner in value
                    if known is None or inner in known
                )
                left = tuple(inner for inner in kept if inner is not None)
            else:
                left = value if known is None or value in known else None
            if left is None and type(model).model_fields[name].is_required():
                return None
            if not _is_same(left, value):
                changes[name] = left
        if isinstance(model, PublicUpdate) and _says_nothing(model, changes):
            return None
        changes |= _initials_gone(model, changes)
    return model.model_copy(update=changes) if changes else model


def _says_nothing(news: PublicUpdate, changes: Mapping[str, Any]) -> bool:
    """Return whether news loses the action that it is about, and has no word of its own.

    It would only tell that there is an action which is not public.
    """
    said = {name for name in type(news).model_fields if getattr(news, name)}
    return changes.get("action", "") is None and said <= {"action", "status", "on", "due"}


def _initials_gone(row: BaseModel, changes: Mapping[str, Any]) -> dict[str, None]:
    """Return that the initials of a row of the attendance go, where its person is no longer named."""
    if not isinstance(row, PublicAttendance) or not row.initials or not row.person or not row.person.name:
        return {}
    left = changes.get("person", row.person)
    return {} if left is not None and left.name else {"initials": None}


def _resolved_name(
    printed: Printed, ids: Mapping[str, Container[str]], suppressed: frozenset[str]
) -> dict[str, None]:
    gone: list[str] = []
    if printed.kind == "person" and printed.id in suppressed:
        # With the id, all that they did could be put together, and with an old copy the name to it.
        gone += ["name", "id"]
    if printed.id and printed.kind in _LINKED and printed.id not in ids[_LINKED[printed.kind]]:
        gone.append("id")
    if printed.organization_id and printed.organization_id not in ids["organizations"]:
        gone.append("organization_id")
    return dict.fromkeys(gone)


def _is_same(left: Any, value: Any) -> bool:
    """Return whether resolving left a value, or every member of a tuple, as it was."""
    if isinstance(value, tuple):
        return len(left) == len(value) and all(map(is_, left, value))
    return left is value


@cache
def refers_to(model: type[BaseModel], name: str) -> str | None:
    """Return what a field refers to, if it holds references."""
    found = _metadata(model.model_fields[name].annotation, list(model.model_fields[name].metadata))
    return next((each.what for each in found if isinstance(each, RefersTo)), None)


@cache
def _fields_to_resolve(model: type[BaseModel]) -> tuple[tuple[str, str | None], ...]:
    """Return the fields of a model that hold models or references, and what the references refer to."""
    found = []
    for name, info in model.model_fields.items():
        what = refers_to(model, name)
        marks = _metadata(info.annotation, list(info.metadata))
        if what or any(isinstance(each, type) and issubclass(each, BaseModel) for each in marks):
            found.append((name, what))
    return tuple(found)


def _metadata(annotation: Any, found: list[Any]) -> list[Any]:
    """Return the types inside a type, and what stands beside them in `Annotated`."""
    found = [*found, annotation, *getattr(annotation, "__metadata__", ())]
    for argument in getattr(annotation, "__args__", ()):
        found = _metadata(argument, found)
    return found
