"""The yearly totals of what was concealed: what to write into the policy, and what must not stand there.

The public learns of concealed items from these totals only. They are typed into the policy and signed off
with it, so nothing public changes when an item is concealed; they are bands, of whole years that are over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from editions.published import Published
from problems import Place, Problem
from records.kinds.policies import Policy
from records.loading import Loaded, Records
from records.shapes import models_in
from records.withholding import Withhold
from redaction.signing_off import concealed_messages as messages

BANDS = ((8, "fewer-than-8"), (13, "about-10"), (18, "about-15"), (23, "about-20"), (28, "about-25"))
"""What is said below each number. The first holds none at all too, so it says nothing of a single record."""

MOST = "30-or-more"
FEWEST_RECORDS = 10
"""Dated records that a year has at least for a total that says that there was something."""


def band(number: int) -> str:
    """Return what the policy says of a number of concealed items."""
    return next((said for below, said in BANDS if number < below), MOST)


def totals_due(records: Records, published: Published, today: date) -> tuple[Problem, ...]:
    """Return a reminder for each past year without a total, where anything at all is concealed."""
    policy = records.policy
    concealed, dated = _concealed(records, published), _dated(published)
    if policy is None or not concealed.total():
        return ()
    known = {each.year for each in policy.concealed}
    return tuple(
        messages.TOTAL_DUE.at(_place(records), year=year, roughly=_told(concealed[year], dated[year]))
        for year in sorted({*dated, *concealed})
        if year < today.year and year not in known
    )


def totals_wrong(records: Records, published: Published, today: date) -> tuple[Problem, ...]:
    """Return a problem for each total of the policy that would tell too much, or that stands twice."""
    return tuple(_wrong(records.policy, records, published, today)) if records.policy else ()


def _wrong(policy: Policy, records: Records, published: Published, today: date) -> Iterator[Problem]:
    dated = _dated(published)
    times = Counter(each.year for each in policy.concealed)
    for position, each in enumerate(policy.concealed):
        place = _place(records, position)
        if times[each.year] > 1:
            yield messages.TOTAL_TWICE.at(place, year=each.year)
        if each.year >= today.year:
            yield messages.YEAR_NOT_OVER.at(place, year=each.year)
        elif each.roughly != BANDS[0][1] and dated[each.year] < FEWEST_RECORDS:
            yield messages.TOTAL_TELLS.at(place, year=each.year, roughly=BANDS[0][1], fewest=FEWEST_RECORDS)


def _told(number: int, dated: int) -> str:
    return band(number) if dated >= FEWEST_RECORDS else BANDS[0][1]


def _concealed(records: Records, published: Published) -> Counter[int]:
    """Return how much is concealed by year, in what is published or concealed as a whole."""
    found: Counter[int] = Counter()
    for (kind, record_id), loaded in records.loaded.items():
        year = _year(loaded)
        if year is None or loaded.record is None:
            continue
        if loaded.record.is_concealed or (kind, record_id) in published.histories:
            found[year] += sum(
                isinstance(model, Withhold) and model.what == "concealed"
                for _, model in models_in(loaded.record)
            )
    return found


def _dated(published: Published) -> Counter[int]:
    """Return how many public records of each year there are."""
    days = (str(getattr(each.record, "date", None) or "") for each in published.histories.values())
    return Counter(int(day[:4]) for day in days if day[:4].isdecimal())


def _year(loaded: Loaded) -> int | None:
    year = str(getattr(loaded.record, "date", None) or "")[:4]
    return int(year) if year.isdecimal() else None


def _place(records: Records, position: int | None = None) -> Place:
    loaded = records.loaded["policy", "policy"]
    return loaded.place(()) if position is None else loaded.place(("concealed", position, "year"))
