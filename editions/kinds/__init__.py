"""The kinds of public record. Each module here is one kind; its `KIND` says what others need to know."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from editions.fields import PublicRecord
from editions.kind import PublicKind


def _kinds() -> dict[str, PublicKind]:
    """Return the kinds of the modules that stand here, in their order."""
    found: list[PublicKind] = [
        import_module(f"{__name__}.{each.name}").KIND for each in iter_modules(__path__)
    ]
    return {kind.name: kind for kind in sorted(found, key=lambda kind: (kind.order, kind.name))}


KINDS: dict[str, PublicKind] = _kinds()
"""Every kind by the name under which it stands in `published/` and in the dataset, in its order."""

PUBLIC_KINDS: dict[str, type[PublicRecord]] = {name: kind.model for name, kind in KINDS.items()}
"""The model of every kind."""
