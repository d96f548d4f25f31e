"""Public values as text that a person can read before signing them off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from redaction.comparing import PRINTED

_MARK = re.compile(r"\[\[withheld ([a-z0-9-]+)\]\]")
_STEP = "  "


def as_text(plain: Mapping[str, Any]) -> str:
    """Return plain public values as indented lines, in their order, each withheld place said in words."""
    return "\n".join(_lines(plain, "")) + "\n"


def _lines(value: Mapping[str, Any], indent: str) -> Iterator[str]:
    """Yield the lines of a mapping; what is empty or merely `no` is left out."""
    for key, inner in value.items():
        name = key.replace("_", " ")
        if inner is False or inner in (None, [], {}):
            continue
        if isinstance(inner, Mapping) and not _is_printed(inner):
            yield f"{indent}{name}:"
            yield from _lines(inner, indent + _STEP)
        elif isinstance(inner, list):
            yield f"{indent}{name}:"
            for entry in inner:
                yield from _entry(entry, indent + _STEP)
        else:
            yield from _text(f"{indent}{name}: ", inner, indent + _STEP)


def _entry(value: Any, indent: str) -> Iterator[str]:
    """Yield the lines of one entry of a list, the first with a hyphen."""
    if isinstance(value, Mapping) and not _is_printed(value):
        first = True
        for line in _lines(value, indent + _STEP):
            yield f"{indent}- {line.strip()}" if first else line
            first = False
    else:
        yield from _text(f"{indent}- ", value, indent + _STEP)


def _text(before: str, value: Any, indent: str) -> Iterator[str]:
    """Yield a text: on the line of its name, or below it if it has several lines."""
    words = _words(value)
    if "\n" not in words:
        yield before + words
        return
    yield before.rstrip()
    yield from (f"{indent}{line}".rstrip() for line in words.split("\n"))


def _words(value: Any) -> str:
    if value is True:
        return "yes"
    if isinstance(value, Mapping):
        known = [str(value[key]) for key in ("name", "role", "organization") if value.get(key)]
        return ", ".join(known) or str(value["kind"])
    return _MARK.sub(lambda mark: f"[WITHHELD: {mark[1]}]", str(value))


def _is_printed(value: Mapping[str, Any]) -> bool:
    """Return whether a mapping is a person, post or body printed by name."""
    return value.get("kind") in PRINTED and "title" not in value
