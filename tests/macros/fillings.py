"""Public records whose every field holds a word of its own, made from the models themselves."""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, StringConstraints

from editions.downloads import PublicDownload
from editions.fields import Printed, PublicUnit, RefersTo, Withheld, WithheldField
from editions.kinds import KINDS, PUBLIC_KINDS
from editions.kinds.glossary import PublicGlossary
from editions.kinds.meetings import PublicMeeting
from editions.kinds.organizations import PublicPost
from editions.kinds.partnerships import PublicPartnership
from editions.kinds.policies import PublicPolicy, PublicRegistering
from editions.parts.clauses import PublicClause
from editions.parts.joint import PublicAreaChecker, PublicNeighbour, PublicSharedGroup
from editions.parts.local_rules import PublicLocalRule, PublicRuleSwitch
from editions.parts.reporting import PublicImplication, PublicPlacedPart
from editions.parts.section_tables import PublicSectionTable
from macros.kinds import KINDS as SHOWN_KINDS
from macros.language.sizes import size_in_words

DIGESTS = frozenset({(PublicDownload, "digest"), (PublicDownload, "text")})

NOT_SHOWN = {
    **{
        (PUBLIC_KINDS[kind.name], "id"): "It is the address of the page."
        for kind in SHOWN_KINDS.values()
        if kind.page is not None
    },
    (Printed, "kind"): "It decides how the rest is shown.",
    (PublicDownload, "digest"): "It is for programs.",
    (PublicDownload, "text"): "It is for the verification.",
    (Withheld, "what"): "It decides the words of the notice.",
    (PublicPost, "id"): "Posts are no address.",
    (PublicPlacedPart, "part"): "It decides the order of the page.",
    (PublicPlacedPart, "section"): "It decides the order of the page.",
    (PublicImplication, "section"): "It decides the order of the page.",
    (PublicSectionTable, "chart"): "It decides how its numbers are drawn.",
    (PublicClause, "topic"): "It decides which lists stand at the clause.",
    (PublicPartnership, "id"): "There is one partnership.",
    (PublicPolicy, "id"): "There is one policy.",
    (PublicRegistering, "reasons"): "They are shown in the words of the policy.",
    (PublicGlossary, "id"): "There is one glossary.",
    (PublicPartnership, "colour"): "It is the colour of the site.",
    (PublicPartnership, "logo"): "It is in the header of every page.",
    (PublicPartnership, "show_gaps"): "It switches on what pages of priorities say.",
    (PublicPartnership, "how_we_comply"): "It switches on a page of its own.",
    (PublicNeighbour, "id"): "Messages name the neighbour by it.",
    (PublicNeighbour, "file"): "It is a file of the project.",
    (PublicSharedGroup, "theirs"): "It chooses the meetings in the file of the neighbour.",
    (PublicAreaChecker, "area"): "Messages name the area by it.",
    **{
        (model, name): "It stands on the page that says how rules are kept, if there is one."
        for model in (PublicLocalRule, PublicRuleSwitch)
        for name in model.model_fields
    },
    (PublicPartnership, "year_begins"): "It decides what a yearly report counts.",
    (PublicPartnership, "people_pages"): "It switches on pages that do not exist yet.",
    (PublicPartnership, "attendance_percentages"): "It adds a column to the tables of groups.",
}
"""The public fields that stand on no page as words, with the reason."""

DATES = ("date", "period_from", "since", "starts")
NUMBERS = ("amount", "value")

_DEEPEST = 3
"""How often a model that nests is filled inside itself."""


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
        annotation, metadata, several = _inner(known.annotation, list(known.metadata))
        if annotation is model and at.count(name) > _DEEPEST:
            continue
        if annotation is bool:
            filled.answers.append(at)
            value: Any = at != no
        elif annotation is int:
            value = number()
            is_size = (model, name) == (PublicDownload, "size")
            if (model, name) not in NOT_SHOWN:
                filled.expected[at] = size_in_words(value) if is_size else str(value)
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
    word = str(number()) if _is_number(metadata) else f"w{number()}x"
    if (model, name) in DIGESTS:
        return "0" * 64
    refers_to = next((each.what for each in metadata if isinstance(each, RefersTo)), None)
    if refers_to in PUBLIC_KINDS:
        filled.references.setdefault(refers_to, []).append(word)
        filled.expected[at] = f"/{refers_to}/{word}/"
    elif refers_to is not None:
        filled.references.setdefault(refers_to, []).append(word)
        filled.expected[at] = f"#{_holder(refers_to)[1].anchor}{word}"
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


def _is_number(metadata: list[Any]) -> bool:
    """Return whether a text must be a number: an amount, or people counted coarsely."""
    patterns = [str(each.pattern) for each in metadata if isinstance(each, StringConstraints)]
    return any("[0-9]{" in pattern for pattern in patterns)


def others(filled: Filled) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the other records that a filled record names, with their kinds."""
    parts: dict[str, dict[str, Any]] = {}
    for what, ids in filled.references.items():
        if what in PUBLIC_KINDS:
            yield from ((what, _least(PUBLIC_KINDS[what]) | {"id": each}) for each in ids)
        else:
            kind, part = _holder(what)
            plain = parts.setdefault(kind, _least(PUBLIC_KINDS[kind]) | {"id": "other"})
            _put(PUBLIC_KINDS[kind], plain, part, [_least(part) | {"id": each} for each in ids])
    yield from parts.items()
    if filled.reasons:
        yield "policy", {"id": "policy", "reasons": [{"id": each, "words": each} for each in filled.reasons]}


def _holder(sort: str) -> tuple[str, type[PublicUnit]]:
    """Return the kind in whose records a sort of part stands, and the model of the part."""
    return next((kind.name, kind.parts[sort]) for kind in KINDS.values() if sort in kind.parts)


def _least(model: type[BaseModel]) -> dict[str, Any]:
    """Return the plain values of a model with nothing in it but what it needs."""
    plain: dict[str, Any] = {}
    for name, known in model.model_fields.items():
        if not known.is_required():
            continue
        annotation, metadata, several = _inner(known.annotation, list(known.metadata))
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            value: Any = {"kind": "group", "name": "Other"} if annotation is Printed else _least(annotation)
        elif any(isinstance(each, StringConstraints) for each in metadata):
            value = "other" if name not in NUMBERS else "1"
        else:
            value = {int: 1, bool: True}.get(annotation, "2020-01-01" if name in DATES else "Other")
        plain[name] = [value] if several else value
    return plain


def _put(model: type[BaseModel], plain: dict[str, Any], part: type[BaseModel], found: list[Any]) -> bool:
    """Put parts into the first list at any depth of a record that can hold them; return whether one can."""
    inner = {name: _inner(known.annotation, []) for name, known in model.model_fields.items()}
    for name, (annotation, _, _) in inner.items():
        if annotation is part:
            plain[name] = [*plain.get(name, ()), *found]
            return True
    for name, (annotation, _, several) in inner.items():
        if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation is not model:
            known = plain.get(name)
            value = (known[0] if several else known) if known else _least(annotation)
            if _put(annotation, value, part, found):
                plain[name] = [value, *(known or ())[1:]] if several else value
                return True
    return False


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
