"""What becomes of the file of a paper when it is cleaned."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from problems import Place, Problem, Severity, Wording

Gaps: TypeAlias = Mapping[str, str | int]

PAGE_BREAK = "\f"
"""Stands between the pages in the text of a PDF, and before what no page shows."""

_FEW = 5


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something that is wrong with a file, or that somebody should look at."""

    wording: Wording
    gaps: Gaps = field(default_factory=dict)
    private_text: str = field(default="", repr=False)

    def at(self, place: Place) -> Problem:
        """Return it as a problem of the record that names the file."""
        return self.wording.at(place, private_text=self.private_text, **self.gaps)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file with nothing in it but what a reader is meant to see."""

    content: bytes = field(default=b"", repr=False)
    """What may be published; empty when it was refused."""

    text: str | None = field(default=None, repr=False)
    """The words in it, page by page, with `PAGE_BREAK` between; None for a picture."""

    flaws: tuple[Flaw, ...] = ()
    pages: int | None = None
    width: int | None = None
    """Of a picture, in points."""
    height: int | None = None

    @property
    def is_refused(self) -> bool:
        """Whether it must not be published."""
        return any(flaw.wording.severity is Severity.ERROR for flaw in self.flaws)


def refused(*flaws: Flaw) -> Cleaned:
    """Return that a file is refused, and why."""
    return Cleaned(flaws=flaws)


def pages_in_words(numbers: Iterable[int]) -> str:
    """Return page numbers for a message: `page 3`, `pages 1, 4 and 7`, `pages 1, 2, 3, 4, 5 and 9 more`."""
    known = sorted(set(numbers))
    if len(known) == 1:
        return f"page {known[0]}"
    shown = [str(each) for each in known[:_FEW]]
    last = f"{len(known) - _FEW} more" if len(known) > _FEW else shown.pop()
    return f"pages {', '.join(shown)} and {last}"
