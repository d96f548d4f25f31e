"""People: shown where they act. They have no pages of their own."""

from __future__ import annotations

from macros.kind import ShownKind

KIND = ShownKind("people", "People", address=lambda _: "partners/")
