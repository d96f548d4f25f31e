"""The register of what was withheld, by reason and year, as exactly as the policy says.

It is worked out from public values alone. What was concealed is known from the policy's own yearly totals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from editions.kinds.policies import PublicConcealed, PublicPolicy
from macros.language.languages import ENGLISH, Language
from macros.views.lookups import Lookups
from macros.views.withholdings import Withholding, withholdings

FEWEST = 8
"""Below this many places, a reason that is told by year only has no number."""

STEP = 5


@dataclass(frozen=True, slots=True)
class Summed:
    """About how many places were withheld for one reason in one year."""

    reason: str
    year: str
    roughly: str
    """In words: `1 to 7`, `about 10`."""


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that the public is told of what was withheld."""

    listed: tuple[Withholding, ...]
    """Each place of the reasons that are told exactly."""

    summed: tuple[Summed, ...]
    """The other reasons, by year, the newest first."""

    years: tuple[str, ...]
    """Every year, the newest first."""

    table: tuple[tuple[str, tuple[str, ...]], ...]
    """For each reason, how many places there are in each of the years, in words; empty for none."""

    concealed: tuple[PublicConcealed, ...]
    """The yearly totals of the policy, the newest first."""


@lru_cache(maxsize=1)
def register(lookups: Lookups) -> Register:
    """Return the register of what was withheld."""
    found = withholdings(lookups)
    is_exact = {reason: _is_exact(lookups.policy, reason) for reason in {each.reason for each in found}}
    times = Counter((each.reason, year_of(lookups, each)) for each in found)
    years = tuple(sorted({year for _, year in times}, reverse=True))
    order = [*lookups.reasons, *sorted(set(is_exact) - set(lookups.reasons))]
    reasons = [each for each in order if each in is_exact]
    said = {
        key: str(number) if is_exact[key[0]] else rough(number, lookups.language)
        for key, number in times.items()
    }
    return Register(
        listed=tuple(each for each in found if is_exact[each.reason]),
        summed=tuple(
            Summed(reason, year, said[reason, year])
            for year in years
            for reason in reasons
            if not is_exact[reason] and (reason, year) in said
        ),
        years=years,
        table=tuple((reason, tuple(said.get((reason, year), "") for year in years)) for reason in reasons),
        concealed=tuple(sorted(_concealed(lookups.policy), key=lambda each: each.year, reverse=True)),
    )


def year_of(lookups: Lookups, found: Withholding) -> str:
    """Return the year of a record: that of its own date, or else that of its first edition."""
    entry = lookups.by_id.get((found.kind, found.record.id))
    first = entry.issues[0].date if entry is not None and entry.issues else ""
    return str(getattr(found.record, "date", None) or first)[:4]


def rough(number: int, language: Language = ENGLISH) -> str:
    """Return about how many places there are."""
    if number < FEWEST:
        return language.gettext("1 to %(most)s") % {"most": FEWEST - 1}
    return language.gettext("about %(number)s") % {"number": STEP * round(number / STEP)}


def _is_exact(policy: PublicPolicy | None, reason: str) -> bool:
    """Return whether each place of a reason is listed."""
    rules = policy.in_register if policy is not None else ()
    rule = next((each for each in rules if not each.reasons or reason in each.reasons), None)
    return rule is None or rule.show == "record"


def _concealed(policy: PublicPolicy | None) -> Iterable[PublicConcealed]:
    return policy.concealed if policy is not None else ()
