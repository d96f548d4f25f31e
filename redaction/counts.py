"""Counts of people as the public sees them, so that no small group can be made out."""

from __future__ import annotations

SMALL = 7
"""Up to this many people, only that there were some is shown (after NHS England's rule for small numbers)."""

STEP = 5
"""Larger counts are shown to the nearest of this."""


def coarse(count: int) -> str:
    """Return a count of people as the public sees it: `0`, `1 to 7`, or the nearest five."""
    if count == 0:
        return "0"
    return f"1 to {SMALL}" if count <= SMALL else str((count + STEP // 2) // STEP * STEP)
