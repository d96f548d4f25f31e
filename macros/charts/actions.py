"""Actions of meetings by how they stand and how long ago they were agreed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from macros.charts.charts import Chart
from macros.charts.marks import Row, bars, scale_of, stacked, swatch
from macros.views.lookups import Asked, Lookups
from macros.words import day

CLOSED = frozenset({"done", "closed", "superseded", "dropped"})
"""The states in which nothing more is to be done."""

AGES = ((3, "Under 3 months"), (6, "3 to 6 months"), (12, "6 to 12 months"), (None, "A year or more"))
"""The ages by the month in which the next begins."""

LOOKS = {
    "full": "Closed",
    "empty": "Open, not past its date",
    "crossed": "Open, past its date",
    "dotted": "State withheld",
}


def actions_chart(
    lookups: Lookups, found: Iterable[tuple[str, Asked]], of: tuple[str, str] | None = None
) -> Chart | None:
    """Return actions by age and state on the day of the newest edition; None where there are none.

    `of` is the group that they are limited to: its id and its name in plain words.
    """
    counts = Counter((_age(lookups, each), _state(lookups, name, each)) for name, each in found)
    if not counts:
        return None
    ages = [words for _, words in AGES]
    totals = {age: sum(counts[age, look] for look in LOOKS) for age in ages}
    used = [look for look in LOOKS if any(counts[age, look] for age in ages)]
    rows = [
        Row(age, _said(counts, age), (stacked((counts[age, look], look) for look in used),)) for age in ages
    ]
    scale = scale_of([Decimal(max(totals.values()))], whole=True)
    return Chart(
        id=f"actions-{of[0]}" if of else "actions",
        title="Actions by age and state" + (f": {of[1]}" if of else ""),
        description="A bar for each age, made of the actions by how they stand. "
        "The table has the same numbers.",
        picture=bars(rows, scale, lambda each: f"{each:f}"),
        key=tuple((swatch(look), LOOKS[look]) for look in used),
        head=("Agreed how long ago", *(LOOKS[look] for look in used), "All"),
        rows=tuple((age, *(str(counts[age, look]) for look in used), str(totals[age])) for age in ages),
        note=f"On {day(lookups.as_of)}. An action is open until minutes say that it is closed.",
    )


def _said(counts: Counter[tuple[str, str]], age: str) -> str:
    still = counts[age, "empty"] + counts[age, "crossed"]
    return f"{still} open" if any(counts[age, look] for look in LOOKS) else "none"


def _age(lookups: Lookups, each: Asked) -> str:
    """Return how long ago an action was agreed. One of a month counts from its beginning."""
    then, now = _parts(each.meeting.date), _parts(lookups.as_of or each.meeting.date)
    months = (now[0] - then[0]) * 12 + now[1] - then[1] - (now[2] < then[2])
    return next(words for limit, words in AGES if limit is None or months < limit)


def _parts(date: str) -> tuple[int, int, int]:
    """Return the numbers of a date, of which the day or the month may be missing."""
    numbers = [*map(int, re.findall("[0-9]+", date)), 1, 1, 1]
    return numbers[0], numbers[1], numbers[2]


def _state(lookups: Lookups, name: str, each: Asked) -> str:
    news = lookups.latest.get(name)
    action = each.action
    state = news.update.status if news is not None else action.status
    hidden = {field.field for field in action.withheld_fields}
    if state in CLOSED:
        return "full"
    if state is None and (action.withheld is not None or "status" in hidden):
        return "dotted"
    late = action.due is not None and action.due < lookups.as_of[: len(action.due)]
    return "crossed" if late or state == "overdue" else "empty"
