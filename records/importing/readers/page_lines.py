"""Lines as they stand on a page: segments of words with wide gaps between them. Places count in letters."""

from __future__ import annotations

from dataclasses import dataclass

from records.importing.paragraphs.blocks import Run


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a line with no wide gap between them."""

    start: int
    end: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words."""
        return "".join(run.text for run in self.runs).strip()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page."""

    segments: tuple[Segment, ...]
    page: int = 1
    gap: bool = False
    """Whether there is more space before it than between the lines of a paragraph."""
    top: float = 0
    """How high it stands, if that is known: less from page to page."""
    heading: int = 0
    """The level of a heading by the size of its letters; 0 for what is none."""

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.segments[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.segments[-1].end

    @property
    def text(self) -> str:
        """Its words."""
        return " ".join(segment.text for segment in self.segments)
