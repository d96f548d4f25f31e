"""Actions of meetings by how they stand and how long ago they were agreed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from macros.charts.charts import Chart
from macros.charts.marks import Row, bars, scale_of, stacked, swatch
from macros.language.formats import day
from macros.language.languages import Language
from macros.views.ledger import CLOSED, OPEN, Story
from macros.views.lookups import Asked, Lookups

AGES = ((3, "Under 3 months"), (6, "3 to 6 months"), (12, "6 to 12 months"), (None, "A year or more"))
"""The ages by the month in which the next begins."""

LOOKS = {
    "full": "Closed",
    "empty": "Open, not past its date",
    "crossed": "Open, past its date",
    "dotted": "State withheld",
}


def actions_chart(
    lookups: Lookups, found: Iterable[Story], of: tuple[str, str] | None = None
) -> Chart | None:
    """Return actions by age and state on the day of the newest edition; None where there are none.

    `of` is the group or agency that they are limited to: its id and its name in plain words.
    """
    counts = Counter((_age(lookups, each.asked), _look(each)) for each in found)
    if not counts:
        return None
    language = lookups.language
    said = language.gettext
    ages = [words for _, words in AGES]
    old = {age: language.pgettext("chart-age", age) for age in ages}
    looks = {look: language.pgettext("chart-action", words) for look, words in LOOKS.items()}
    totals = {age: sum(counts[age, look] for look in LOOKS) for age in ages}
    used = [look for look in LOOKS if any(counts[age, look] for age in ages)]
    rows = [
        Row(old[age], _said(counts, age, language), (stacked((counts[age, look], look) for look in used),))
        for age in ages
    ]
    scale = scale_of([Decimal(max(totals.values()))], whole=True)
    return Chart(
        id=f"actions-{of[0]}" if of else "actions",
        title=said("Actions by age and state") + (f": {of[1]}" if of else ""),
        description=said(
            "A bar for each age, made of the actions by how they stand. The table has the same numbers."
        ),
        picture=bars(rows, scale, lambda each: f"{each:f}"),
        key=tuple((swatch(look), looks[look]) for look in used),
        head=(said("Agreed how long ago"), *(looks[look] for look in used), said("All")),
        rows=tuple((old[age], *(str(counts[age, look]) for look in used), str(totals[age])) for age in ages),
        note=said("On %(day)s. An action is open until minutes say that it is closed.")
        % {"day": day(language, lookups.as_of)},
    )


def _said(counts: Counter[tuple[str, str]], age: str, language: Language) -> str:
    still = counts[age, "empty"] + counts[age, "crossed"]
    if not any(counts[age, look] for look in LOOKS):
        return language.gettext("none")
    return language.gettext("%(count)s open") % {"count": still}


def _age(lookups: Lookups, each: Asked) -> str:
    """Return how long ago an action was agreed. One of a month counts from its beginning."""
    then, now = _parts(each.meeting.date), _parts(lookups.as_of or each.meeting.date)
    months = (now[0] - then[0]) * 12 + now[1] - then[1] - (now[2] < then[2])
    return next(words for limit, words in AGES if limit is None or months < limit)


def _parts(date: str) -> tuple[int, int, int]:
    """Return the numbers of a date, of which the day or the month may be missing."""
    numbers = [*map(int, re.findall("[0-9]+", date)), 1, 1, 1]
    return numbers[0], numbers[1], numbers[2]


def _look(story: Story) -> str:
    if story.standing == OPEN:
        return "crossed" if story.is_overdue else "empty"
    return "full" if story.standing == CLOSED else "dotted"
