"""Public records whose every field holds a word of its own, made from the models themselves."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel

from editions.fields import Printed, RefersTo, Withheld, WithheldField
from editions.groups import PublicGroup
from editions.items import PublicItem
from editions.meetings import PublicMeeting
from editions.organizations import PublicPost
from editions.partnerships import PublicPartnership
from editions.policies import PublicPolicy

NOT_SHOWN = {
    (Printed, "kind"): "It decides how the rest is shown.",
    (Withheld, "what"): "It decides the words of the notice.",
    (PublicPost, "id"): "Posts are no address.",
    (PublicMeeting, "id"): "It is the address of the page.",
    (PublicGroup, "id"): "It is the address of the page.",
    (PublicPartnership, "id"): "There is one partnership.",
    (PublicPolicy, "id"): "There is one policy.",
    (PublicPartnership, "people_pages"): "It switches on pages that do not exist yet.",
}
"""The public fields that stand on no page as words, with the reason."""

_DEEPEST_ITEM = 3


@dataclass
class Filled:
    """The plain values of a record, and what its page must hold."""

    plain: dict[str, Any] = field(default_factory=dict)
    expected: dict[str, str] = field(default_factory=dict)
    """Words by the path of the field."""

    answers: list[str] = field(default_factory=list)
    """The paths of the fields that are yes or no."""

    references: dict[str, list[str]] = field(default_factory=dict)
    """The ids of other meetings, actions and decisions that it names."""

    items: list[str] = field(default_factory=list)
    """The ids of items that it names."""

    reasons: list[str] = field(default_factory=list)


def fill(model: type[BaseModel], no: str = "") -> Filled:
    """Return a record with all fields filled and all answers yes, but for the one at the path `no`."""
    filled = Filled()
    numbers = iter(range(7000, 9999))
    filled.plain = _fill(model, "", filled, lambda: next(numbers), no)
    if model is PublicMeeting:
        filled.plain["items"] += [{"id": each, "title": f"Item {each}"} for each in filled.items]
    if model is PublicPolicy:
        filled.plain["reasons"] += [{"id": each, "words": each} for each in filled.reasons]
    return filled


def _fill(
    model: type[BaseModel], path: str, filled: Filled, number: Callable[[], int], no: str
) -> dict[str, Any]:
    plain: dict[str, Any] = {}
    for name, known in model.model_fields.items():
        at = f"{path}.{name}" if path else name
        if model is PublicItem and name == "items" and at.count("items") > _DEEPEST_ITEM:
            continue
        annotation, metadata, several = _inner(known.annotation, list(known.metadata))
        if annotation is bool:
            filled.answers.append(at)
            value: Any = at != no
        elif annotation is int:
            value = number()
            filled.expected[at] = str(value)
        elif isinstance(annotation, type) and issubclass(annotation, BaseModel):
            value = _fill(annotation, at, filled, number, no)
        else:
            value = _word(model, name, at, filled, number, metadata=metadata)
        plain[name] = [value] if several else value
    return plain


def _word(
    model: type[BaseModel],
    name: str,
    at: str,
    filled: Filled,
    number: Callable[[], int],
    *,
    metadata: list[Any],
) -> str:
    if (model, name) == (Printed, "kind"):
        return "person" if at.endswith(".person.kind") else "organization"
    if (model, name) == (Withheld, "what"):
        return "text"
    word = f"w{number()}x"
    refers_to = next((each.what for each in metadata if isinstance(each, RefersTo)), None)
    if refers_to == "meetings":
        filled.references.setdefault(refers_to, []).append(word)
        filled.expected[at] = f"/meetings/{word}/"
    elif refers_to is not None:
        filled.references.setdefault(refers_to, []).append(word)
        filled.expected[at] = f"#{refers_to[:-1]}-{word}"
        word = f"other/{word}"
    elif name in {"items", "left_for"}:
        filled.items.append(word)
        filled.expected[at] = f'href="#{word}"'
    elif issubclass(model, Withheld | WithheldField) and name == "reason":
        filled.reasons.append(word)
        filled.expected[at] = f"reason-{word}"
    elif (model, name) not in NOT_SHOWN and not at.endswith(".person.id"):  # Persons are no links.
        filled.expected[at] = word
    return word


def others(filled: Filled) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the other records that a filled record names, with their kinds."""
    group = {"kind": "group", "name": "Other"}
    base = {"title": "Other", "group": group, "status": "approved", "date": "2020-01-01"}
    for each in filled.references.get("meetings", ()):
        yield "meetings", {"id": each, **base}
    actions = [{"id": each, "text": "Do."} for each in filled.references.get("actions", ())]
    decisions = [{"id": each, "text": "Done."} for each in filled.references.get("decisions", ())]
    if actions or decisions:
        item = {"id": "item", "title": "Item", "actions": actions, "decisions": decisions}
        yield "meetings", {"id": "other", **base, "items": [item]}
    if filled.reasons:
        yield "policy", {"id": "policy", "reasons": [{"id": each, "words": each} for each in filled.reasons]}


def _inner(annotation: Any, metadata: list[Any]) -> tuple[Any, list[Any], bool]:
    """Return the type inside `X | None`, `tuple[X, ...]` and `Annotated`, and whether there are several."""
    several = False
    while get_args(annotation):
        metadata = [*metadata, *getattr(annotation, "__metadata__", ())]
        if get_origin(annotation) in {Union, types.UnionType}:
            annotation = next(each for each in get_args(annotation) if each is not type(None))
        else:
            several = several or get_origin(annotation) is tuple
            annotation = get_args(annotation)[0]
    return annotation, metadata, several
