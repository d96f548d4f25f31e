"""JSON Schemas of the kinds of record, from which an editor proposes keys, words and ids.

All that reading takes is text, but an editor has turned a scalar such as `2026` into a number before it
looks at the schema. So a schema lets a number or a truth value pass wherever its text would be right. What
holds between several keys, and the marks within a text, only `pages check` can judge.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from records.fields import Form, InShort, Model, OneOrMore, Reference, Visibility
from records.kind import Key, Kind
from records.kinds import KINDS
from records.loading import FOLDER, Records
from records.meanings import meanings_of
from records.parts.attendance import Declarations, Interest
from records.references import KnownIds, known_ids, walk
from records.shapes import shapes_of
from records.validating import FORMS, withheld_alone
from records.withholding import Record, Withholdable

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SEEN = {
    Visibility.PUBLIC: "Public.",
    Visibility.PRIVATE: "Office only.",
    Visibility.DERIVED: "Worked out: it decides what the public sees.",
}
"""What the description of a key says of who sees it, in the words of the guide."""

MOST_DIGITS = 15
"""So many digits of a whole number are the same in every editor."""

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Making:
    """What a schema is made with: the names that are known, and the definitions so far."""

    known: KnownIds
    definitions: dict[str, Schema] = field(default_factory=dict)


def known_in(records: Records) -> KnownIds:
    """Return everything that can be named in a project, also in records with mistakes."""
    keys = {*records.loaded, *filter(None, map(_key_of, records.unread))}
    return known_ids(keys, walk({key: each.record for key, each in records.loaded.items() if each.record}))


def schemas_of(known: KnownIds) -> dict[str, Schema]:
    """Return the schema of every kind by its name."""
    return {name: schema_of(kind, known) for name, kind in KINDS.items()}


def schema_of(kind: Kind, known: KnownIds) -> Schema:
    """Return the JSON Schema, draft 2020-12, of the files of a kind, with the ids that can be named."""
    making = _Making(known)
    body = _object(kind.model, making)
    return {
        "$schema": DIALECT,
        "title": f"{FOLDER}/{kind.path_of('ID')}",
        **body,
        "$defs": dict(sorted(making.definitions.items())),
    }


def files_of(kind: Kind) -> str:
    """Return the pattern of the paths of the files of a kind: `data/people/*.yml`."""
    return f"{FOLDER}/{kind.path_of('*')}"


def _key_of(file: str) -> Key | None:
    """Return the kind and id of a file of `data/`, if it is that of a record."""
    path = PurePosixPath(file)
    kind = path.stem if path.parent.name == FOLDER else path.parent.name
    return (kind, path.stem) if kind in KINDS else None


def _object(model: type[Model], making: _Making) -> Schema:
    """Return the schema of a mapping. A record's id is its file name, and no key."""
    properties: dict[str, Schema] = {}
    needed: list[str] = []
    shared = (Record if issubclass(model, Record) else Withholdable).model_fields
    meanings = meanings_of(model)
    for shape in sorted(shapes_of(model), key=lambda each: each.name in shared):
        if shape.name == "id" and issubclass(model, Record):
            continue
        info = model.model_fields[shape.name]
        if shape.name == "withhold_fields":
            found = _withheld_fields(model, making)
        else:
            found = _value(info.annotation, list(info.metadata), making)
        about = " ".join([*meanings.get(shape.name, "").split(), SEEN[shape.visibility]])
        properties[shape.name] = {"description": about, **found}
        if isinstance(info.default, str) and not shape.required:
            properties[shape.name]["default"] = info.default
        if shape.required:
            needed.append(shape.name)
    summary = " ".join(re.split(r"\n\s*\n", model.__doc__ or "")[0].split())
    whole = {"description": summary, "type": "object", "properties": properties}
    return whole | {"required": needed, "additionalProperties": False}


def _value(annotation: Any, marks: list[Any], making: _Making) -> Schema:
    """Return the schema of a value of a type, given what stands beside the type in `Annotated`."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _value(inner[0], [*marks, *annotation.__metadata__], making)
    if origin in {Union, UnionType}:
        (only,) = (each for each in inner if each is not type(None))
        return _value(only, marks, making)
    if origin is tuple:
        each = _value(inner[0], [], making)
        several = {"type": "array", "items": each}
        return {"anyOf": [each, several]} if _first(OneOrMore, marks) else several
    if origin is Literal:
        return _words(inner)
    is_model = isinstance(annotation, type) and issubclass(annotation, Model)
    return _mapping(annotation, marks, making) if is_model else _scalar(annotation, marks, making)


def _scalar(annotation: Any, marks: list[Any], making: _Making) -> Schema:
    """Return the schema of a text: its form, or what it can name."""
    form: Form | None = _first(Form, marks)
    if form is None:
        raise TypeError(f"There is no schema for {annotation!r}.")
    reference: Reference | None = _first(Reference, marks)
    if reference is None or reference.within or not set(reference.kinds) & set(making.known.ids):
        return _text(form)
    return {"$ref": f"#/$defs/{_named(reference, making)}"}


def _mapping(model: type[Model], marks: list[Any], making: _Making) -> Schema:
    """Return the schema of a mapping, by reference, with the text that may stand for it."""
    if model is Declarations:
        interests = {"type": "array", "items": _mapping(Interest, [], making)}
        return {"anyOf": [_words(("none",)), interests]}
    if model.__name__ not in making.definitions:
        making.definitions[model.__name__] = {}
        making.definitions[model.__name__] = _object(model, making)
    found: Schema = {"$ref": f"#/$defs/{model.__name__}"}
    short: InShort | None = _first(InShort, marks)
    if short is None:
        return found
    info = model.model_fields[short.key]
    return {"anyOf": [_value(info.annotation, list(info.metadata), making), found]}


def _withheld_fields(model: type[Model], making: _Making) -> Schema:
    """Return the schema of the fields that are withheld alone, each by its name."""
    annotation = model.model_fields["withhold_fields"].annotation
    (held,) = (each for each in get_args(annotation) if each is not type(None))
    each = _value(get_args(held)[1], [], making)
    names = dict.fromkeys(withheld_alone(model), each)
    return {"type": "object", "properties": names, "additionalProperties": False}


def _named(reference: Reference, making: _Making) -> str:
    """Return the name of the definition that lists what can be named, and add it if it is new."""
    name = "id-of-" + "-or-".join(reference.kinds)
    known = making.known
    ids = sorted({named for kind in reference.kinds for named in known.ids.get(kind, ())})
    found = _words(ids)
    if known.unread:
        holders = "|".join(map(re.escape, sorted(known.unread)))
        found = {"anyOf": [found, {"type": "string", "pattern": f"^(?:{holders})/"}]}
    making.definitions.setdefault(name, found)
    return name


def _words(words: Any) -> Schema:
    """Return the schema of a closed list. A word of digits alone may also stand there as a number."""
    return {"enum": [*words, *(int(word) for word in words if re.fullmatch(r"[1-9]\d*", word))]}


def _text(form: Form) -> Schema:
    """Return the schema of the texts of a form, and of the scalars that an editor makes of some of them."""
    pattern = form.pattern.replace(r"\d", "[0-9]").replace(r"\Z", "$")
    fits = re.compile(form.pattern, re.ASCII).fullmatch
    lengths = [length for length in range(1, MOST_DIGITS + 1) if fits("1" * length)]
    types = ["string"]
    limits: Schema = {}
    if lengths:
        types.append("number" if fits("1.55") else "integer")
    if fits("true"):
        types.append("boolean")
    if lengths and lengths[-1] < MOST_DIGITS:
        largest = 10 ** lengths[-1] - (0 if fits("1.55") else 1)
        least = 0 if fits("0") else 10 ** (lengths[0] - 1)
        limits = {"minimum": -largest if fits("-1") else least, "maximum": largest}
    said = {"patternErrorMessage": FORMS[form.name]} if form.name in FORMS else {}
    kinds = types if len(types) > 1 else types[0]
    return {"type": kinds, "pattern": f"^(?:{pattern})$", **limits, **said}


def _first(kind: type[Any], marks: list[Any]) -> Any:
    return next((mark for mark in marks if isinstance(mark, kind)), None)
