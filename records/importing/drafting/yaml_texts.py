"""The draft as YAML: block style, in the order of the document, with a comment where a question stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

WIDTH = 110
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .,:'()/\u00a3\u00c0-\u02ff\u2013\u2019\u201c\u201d-]*(?<! )")
_FLOW = re.compile(r"[A-Za-z0-9/-]+")
_RESERVED = re.compile(r"(?:true|false|yes|no|on|off|null|~)\Z", re.IGNORECASE)

Comments = Mapping[tuple[str | int, ...], Sequence[str]]
"""The comments before each key, by the way to it."""


def yaml_text(values: Mapping[str, Any], comments: Comments, head: Sequence[str]) -> str:
    """Return the text of a record; `head` are lines of comment at its top."""
    lines = [*_comment_lines(head, ""), ""] if head else []
    lines += _mapping(values, "", (), comments)
    return "\n".join(lines).rstrip() + "\n"


def _comment_lines(texts: Sequence[str], indent: str) -> Iterator[str]:
    for text in texts:
        at = wrap(text, WIDTH - len(indent) - 2, break_long_words=False, break_on_hyphens=False) or [""]
        yield f"{indent}# {at[0]}".rstrip()
        yield from (f"{indent}#   {line}".rstrip() for line in at[1:])


def _mapping(
    values: Mapping[str, Any], indent: str, path: tuple[str | int, ...], comments: Comments
) -> Iterator[str]:
    for key, value in values.items():
        here = (*path, key)
        yield from _comment_lines(comments.get(here, ()), indent)
        yield from _value(key, value, indent, here, comments)


def _value(
    key: str, value: Any, indent: str, here: tuple[str | int, ...], comments: Comments
) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{indent}{key}:"
        yield from _mapping(value, indent + "  ", here, comments)
    elif isinstance(value, list):
        yield from _list(key, value, indent, here, comments)
    elif "\n" in value or (key in {"text", "preamble", "printed", "office_note", "note"} and len(value) > 60):
        yield f"{indent}{key}: |"
        yield from _block(value, indent + "  ")
    else:
        yield f"{indent}{key}: {scalar(value)}"


def _list(
    key: str, values: Sequence[Any], indent: str, here: tuple[str | int, ...], comments: Comments
) -> Iterator[str]:
    if all(isinstance(value, str) and _FLOW.fullmatch(value) for value in values):
        yield f"{indent}{key}: [{', '.join(values)}]"
        return
    yield f"{indent}{key}:"
    for at, value in enumerate(values):
        inner = (*here, at)
        yield from _comment_lines(comments.get(inner, ()), indent + "  ")
        if isinstance(value, Mapping):
            lines = list(_mapping(value, indent + "    ", inner, comments))
            first = next(i for i, line in enumerate(lines) if not line.lstrip().startswith("#"))
            yield from (line[2:] for line in lines[:first])
            yield f"{indent}  - {lines[first].lstrip()}"
            yield from lines[first + 1 :]
        elif "\n" in value:
            yield f"{indent}  - |"
            yield from _block(value, indent + "    ")
        else:
            yield f"{indent}  - {scalar(value)}"


def _block(text: str, indent: str) -> Iterator[str]:
    for line in text.strip("\n").split("\n"):
        yield f"{indent}{line}".rstrip()


def scalar(text: str) -> str:
    """Return a line of text as it is written after a key: in quotation marks where it needs them."""
    needs = not _PLAIN.fullmatch(text) or (_RESERVED.match(text) is not None and text not in {"yes", "no"})
    if not needs and re.search(r": |:$| #|, *$", text) is None:
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
