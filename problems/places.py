"""Where a problem stands: file, line, column and field."""

from __future__ import annotations

from dataclasses import dataclass, replace

SEPARATOR = " \u203a "


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a file, as precise as is known.

    Lines and columns count from 1; 0 means unknown. `file` is relative to the project and uses `/`.
    `field` holds keys of the data format and ids, outermost first; never a value.
    """

    file: str
    line: int = 0
    column: int = 0
    field: tuple[str, ...] = ()

    def inside(self, *names: str) -> Place:
        """Return the place of a field further in, on the same line until that is known better."""
        return replace(self, field=(*self.field, *names))

    def __str__(self) -> str:
        numbers = (self.line, self.column) if self.column else (self.line,)
        position = ":".join(map(str, (self.file, *numbers))) if self.line else self.file
        return f"{position}: {SEPARATOR.join(self.field)}" if self.field else position
