"""One way to write public values as bytes, so that the same values always give the same bytes."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from typing import Any

import orjson

from editions.fields import PublicModel

_CANONICAL = orjson.OPT_SORT_KEYS | orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE


def without_nothing(value: Any) -> Any:
    """Return a plain value without the entries that are null or empty, at every depth."""
    if isinstance(value, dict):
        kept = {}
        for key, inner in value.items():
            if isinstance(inner, dict | list):
                full = without_nothing(inner)
                if full:
                    kept[key] = full
            elif inner is not None:
                kept[key] = inner
        return kept
    if isinstance(value, list):
        return [without_nothing(inner) if isinstance(inner, dict | list) else inner for inner in value]
    return value


def to_plain(model: PublicModel, *, only_said: bool = False) -> dict[str, Any]:
    """Return a public model as dicts, lists, texts, numbers and truth values, without empty fields.

    `only_said` leaves out the fields that nobody gave a value, and that have their default.
    """
    dumped = model.model_dump(mode="json", exclude_none=True, exclude_unset=only_said)
    plain: dict[str, Any] = without_nothing(dumped)
    return plain


def to_bytes(plain: Mapping[str, Any]) -> bytes:
    """Return plain values as indented JSON in UTF-8 with sorted keys and a final line break."""
    return orjson.dumps(plain, option=_CANONICAL)


def digest(plain: Mapping[str, Any]) -> str:
    """Return the SHA-256 of plain values in hexadecimal. Only ever of public values."""
    return hashlib.sha256(to_bytes(plain)).hexdigest()


def short_code(plain: Mapping[str, Any]) -> str:
    """Return a code of eight letters and digits that a person can read out: `K7QM-2XFA`.

    The review view prints it, and the checker gives it back at sign-off. Two different projections have
    the same code once in a million million pairs.
    """
    code = base64.b32encode(hashlib.sha256(to_bytes(plain)).digest()).decode()[:8]
    return f"{code[:4]}-{code[4:]}"
