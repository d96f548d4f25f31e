"""The names of the months in English, as records and the minutes that are read into them write them."""

from __future__ import annotations

from typing import Literal, get_args

Month = Literal[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

MONTHS: tuple[str, ...] = get_args(Month)
"""The names, in order."""

NUMBERS = {
    **{name: number for number, name in enumerate(MONTHS, 1)},
    **{name[:3]: number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
"""The number of each month by its name, whole or shortened."""
