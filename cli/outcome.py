"""How signing off several records went, and the line that says so."""

from __future__ import annotations

from dataclasses import dataclass

from cli.telling import plural


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many records were signed off, could not be, and were left because somebody said no."""

    signed: int = 0
    refused: int = 0
    left: int = 0


def closing(outcome: Outcome) -> str:
    """Return the last line of signing off several records."""
    refused = f"{outcome.refused} could not be, for the reasons above" if outcome.refused else ""
    left = f"{outcome.left} left as you said" if outcome.left else ""
    done = f"{plural(outcome.signed, 'record')} signed off"
    return "; ".join(each for each in (done, refused, left) if each) + "."
