"""Reading the two files that a partnership writes for its site, mkdocs.yml and redirects.yml, strictly."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.project_files import project_messages as messages
from macros.project_files.allowed_settings import Key
from problems import Place, Problem

LARGEST = 1_000_000
"""How many bytes a file of settings may have."""

_DEEPEST = 12

Lines = dict[Key, int]


class _TwiceError(yaml.YAMLError):
    """A key stands twice, or an anchor, alias or tag is used."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def read_settings_file(path: Path) -> tuple[dict[str, Any], Lines] | Problem:
    """Return the values of a file and the line of each key, or what keeps them from being read.

    A file that is empty has no values.
    """
    place = Place(path.name)
    try:
        raw = path.read_bytes()
    except OSError:
        return messages.SETTINGS_MISSING.at(place)
    try:
        if len(raw) > LARGEST:
            return messages.SETTINGS_NOT_TEXT.at(place)
        return _read(raw.decode("utf-8-sig")) or messages.SETTINGS_UNREADABLE.at(place)
    except (UnicodeDecodeError, yaml.reader.ReaderError):
        return messages.SETTINGS_NOT_TEXT.at(place)
    except _TwiceError as error:
        return messages.SETTINGS_ODD.at(Place(path.name, error.line))
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        return messages.SETTINGS_UNREADABLE.at(Place(path.name, getattr(mark, "line", -1) + 1))


def _read(text: str) -> tuple[dict[str, Any], Lines] | None:
    """Return the values of a text and the line of each key; None if it is not made of keys with values."""
    _refuse_odd(text)
    lines: Lines = dict(_lines_of(yaml.compose(text, Loader=yaml.SafeLoader), ()))
    values = yaml.safe_load(text)
    if values is None:
        return {}, {}  # Empty, or comments only.
    return (
        (values, lines) if isinstance(values, dict) and all(isinstance(key, str) for key in values) else None
    )


def _refuse_odd(text: str) -> None:
    """Raise for anchors, aliases, tags and deep nesting, before anything is built of them."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        opened = isinstance(event, yaml.CollectionStartEvent)
        depth += opened - isinstance(event, yaml.CollectionEndEvent)
        tagged = isinstance(event, yaml.NodeEvent) and bool(
            event.anchor or getattr(event, "implicit", True) in (False, (False, False))
        )
        if depth > _DEEPEST or tagged or isinstance(event, yaml.AliasEvent):
            raise _TwiceError(getattr(event.start_mark, "line", 0) + 1)


def _lines_of(node: yaml.Node | None, above: Key) -> Iterator[tuple[Key, int]]:
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[Hashable] = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            raise _TwiceError(key.start_mark.line + 1)
        seen.add(name)
        yield (*above, name), key.start_mark.line + 1
        yield from _lines_of(value, (*above, name))
