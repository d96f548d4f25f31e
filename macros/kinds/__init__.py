"""What each kind of record is to the reader. Each module here is one kind, and its `KIND` says it."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from editions.fields import PublicRecord
from editions.kinds import PUBLIC_KINDS
from macros.kind import ShownKind


def _kinds() -> dict[str, ShownKind]:
    """Return the kinds of the modules that stand here, in the order of the dataset."""
    found: list[ShownKind] = [
        import_module(f"{__name__}.{each.name}").KIND for each in iter_modules(__path__)
    ]
    order = list(PUBLIC_KINDS)
    return {kind.name: kind for kind in sorted(found, key=lambda kind: order.index(kind.name))}


KINDS: dict[str, ShownKind] = _kinds()
"""Every kind by its name, in its order."""


def address_of(record: PublicRecord) -> str:
    """Return the address of a record from the root of the site."""
    name = kind_of(record)
    address = KINDS[name].address
    return address(record) if address is not None else f"{name}/{record.id}/"


def kind_of(record: PublicRecord) -> str:
    """Return the kind that a record is of."""
    return _NAMES[type(record)]


_NAMES = {model: name for name, model in PUBLIC_KINDS.items()}
