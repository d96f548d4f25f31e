"""Made-up records as files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from records.kinds import KINDS

Key = tuple[str, str]


def write(records: dict[Key, dict[str, Any]], folder: Path) -> Path:
    """Write records as YAML files, with every text in quotation marks, and return the project."""
    for (kind, record_id), plain in records.items():
        path = folder / "data" / KINDS[kind].path_of(record_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f"{line}\n" for line in _lines(plain)), "utf-8")
    return folder


def _lines(value: Any) -> Iterator[str]:
    """Yield the lines of a value in YAML: a list or mapping in blocks, a text in quotes or under `|`."""
    for start, inner in value.items() if isinstance(value, dict) else (("-", each) for each in value):
        key = start if start == "-" else f"{start}:"
        if isinstance(inner, str) and "\n" not in inner:
            quoted = inner.replace("'", "''")
            yield f"{key} '{quoted}'"
            continue
        if inner == []:
            yield f"{key} []"
            continue
        yield f"{key} |" if isinstance(inner, str) else key
        yield from (f"  {line}" for line in (inner.split("\n") if isinstance(inner, str) else _lines(inner)))
