"""The kinds of record. Each module here is one kind, and its `KIND` says all that the others need to know."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from records.kind import Kind


def _kinds() -> dict[str, Kind]:
    """Return the kinds of the modules that stand here, in their order."""
    found: list[Kind] = [import_module(f"{__name__}.{each.name}").KIND for each in iter_modules(__path__)]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (kind.order, kind.name))}


KINDS: dict[str, Kind] = _kinds()
"""Every kind, in the order in which records are read and shown."""
