"""Why a file cannot be imported, on its way from where that is noticed to where it is said."""

from __future__ import annotations

from typing import Any

from problems import Place, Problem, Wording


class Refusal(Exception):  # noqa: N818 (it is an answer, not an error of the program)  # it is an answer, not an error of the program
    """Says why a file cannot be imported. It never leaves this room."""

    def __init__(self, wording: Wording, **gaps: int) -> None:
        super().__init__(wording.code)
        self.wording = wording
        self.gaps = gaps

    def at(self, place: Place) -> Problem:
        """Return the problem to tell."""
        gaps: dict[str, Any] = {**self.gaps}
        return self.wording.at(place, **gaps)
