"""The counts of people of one record as a table: what adds up to what, and how each count may be shown.

Everything is read off the public values, where exact counts still stand as `People`. What is concealed is not
among them, and what is withheld has a place without a count. So nothing hidden decides what is shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from records.kinds.policies import Policy
from records.parts.figures import Span, parts_of, span_of
from redaction.numbers.auditing import Table, audit
from redaction.numbers.counts import (
    MOST,
    USUAL,
    WITHHELD,
    Band,
    People,
    Rounding,
    band_of,
    coarse,
    read_band,
    share_of,
    step_of,
    words_of,
)
from redaction.numbers.reckoning import Sum
from redaction.numbers.report_counts import in_indicators, shown_in, sums_in

Plain = dict[str, Any]
Path = tuple[str | int, ...]
Series = tuple[str, ...]
"""Whose figures: of all (empty), or the names of a breakdown and a category."""

Key = tuple[Any, ...]
"""One count: the series, the time, and `people` or `of`; also of counts that are not shown."""

OTHERS = "others"
"""Stands for whoever is in no category, or in the whole and not in the share."""

ELSEWHERE = "elsewhere"
"""Stands for a series to compare with, of which no other is a part."""

Editions = Mapping[tuple[str, str], Sequence[Mapping[str, Any]]]
"""The public values of the editions of records, the oldest first."""

RULE = "small_numbers"
"""Where a record with counts says how they are rounded, if it is not as usual."""

COUNTING = frozenset({"indicators", "reports"})
"""The kinds of record whose counts hang together."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts of people that a record shows, and what is known to add up."""

    shown: Mapping[Key, tuple[Path, Any]]
    """Where each count stands, with the count, or what an edition says in its place."""

    sums: tuple[Sum, ...]

    rounding: Rounding = USUAL
    """How what an edition says was rounded."""

    elsewhere: frozenset[Key] = frozenset()
    """Counts that this record does not show, and another may."""


def with_counts_shown(
    kind: str,
    plain: Plain,
    rounding: Rounding,
    earlier: Sequence[Mapping[str, Any]] = (),
    others: Editions = MappingProxyType({}),
) -> Plain:
    """Return public values with words in place of exact counts of people.

    `earlier` are the public values of the editions, the oldest first: what was public once is known. `others`
    are those of other records, which may say some of the same counts.
    """
    beside, same = said_beside(kind, plain, others) if _has_people(plain) else ((), frozenset())
    counts = counts_of(kind, plain, same)
    own = [counts_of(kind, each, same) for each in earlier]
    bands = _as_before(counts, rounding, own) if counts.shown else {}
    if bands is None:
        once = same.union(counts.shown, *(each.shown for each in own))
        whole, *before = (counts_of(kind, each, once) for each in (plain, *earlier))
        bands = _bands(((whole, [*before, *beside]), (counts, [*own, *beside]), (counts, own)), rounding)
    words = {path: words_of(bands[key], rounding) for key, (path, _) in counts.shown.items()}
    shown: Plain = _replaced(plain, (), words, rounding)
    return shown | ({RULE: asdict(rounding)} if counts.shown and rounding != USUAL else {})


def _as_before(counts: Counts, rounding: Rounding, earlier: Sequence[Counts]) -> Mapping[Key, Band] | None:
    """Return the bands of the newest edition, if it has the same counts and each can still stand in its own.

    They tell nothing new. Other bands for the same counts would tell more than either edition.
    """
    newest = earlier[-1] if earlier else None
    if newest is None or newest.rounding != rounding or newest.shown.keys() != counts.shown.keys():
        return None
    bands = {key: read_band(str(words), rounding) for key, (_, words) in newest.shown.items()}
    kept = {key: band for key, band in bands.items() if band is not None}
    is_same = kept.keys() == counts.shown.keys() and newest.sums == counts.sums
    return kept if is_same and all(_may_be(counts, key, kept[key], rounding) for key in kept) else None


def _bands(known: Sequence[tuple[Counts, Sequence[Counts]]], rounding: Rounding) -> Mapping[Key, Band]:
    """Return the band in which each count may be shown, of counts with what is public of them.

    What contradicts other records, or earlier editions, has changed since, and is looked at without them.
    What contradicts itself is withheld.
    """
    counts, _ = known[-1]
    for whole, said in (*known, (counts, ())):
        found = audit(table_of(whole, rounding, said), rounding)
        if found is not None:
            return {key: found[key] for key in counts.shown}
    return dict.fromkeys(counts.shown, (0, MOST))


def said_beside(kind: str, plain: Plain, others: Editions) -> tuple[tuple[Counts, ...], frozenset[Key]]:
    """Return what editions of other records say of counts that a record has too, and which these are.

    A report and an indicator have the same for the same time, where the report names the indicator or gives
    its figure the same title. Their other counts come along, because they may add up with it.
    """
    wanted = {"reports": "indicators", "indicators": "reports"}.get(kind)
    found: list[Counts] = []
    same: set[Key] = set()
    for record, each in ((record, each) for record, all_of in others.items() for each in all_of):
        if record[0] != wanted:
            continue
        pairs = _same_counts(plain, each) if kind == "reports" else _same_counts(each, plain)
        names = {there: here for here, there in pairs} if kind == "reports" else dict(pairs)
        if names:
            same.update(names.values())
            found.append(_named_apart(counts_of(wanted, each, frozenset(names)), names, record))
    return tuple(found), frozenset(same)


def _same_counts(report: Mapping[str, Any], indicator: Mapping[str, Any]) -> list[tuple[Key, Key]]:
    """Return each count of a report that an indicator has too, with the name it has there."""
    title = str(indicator.get("title", "")).casefold()
    pairs = [
        (key, ((), span, field))
        for key, record_id, name, span, field in in_indicators(report)
        if record_id == indicator["id"] or name.casefold() == title
    ]
    here, there = _mentioned("reports", report, pairs, 0), _mentioned("indicators", indicator, pairs, 1)
    return [(one, other) for one, other in pairs if one in here and other in there]


def _mentioned(
    kind: str, plain: Mapping[str, Any], pairs: Sequence[tuple[Key, Key]], side: int
) -> frozenset[Hashable]:
    """Return the counts of a record that it shows, or that its other counts add up to."""
    counts = counts_of(kind, plain, frozenset(pair[side] for pair in pairs)) if pairs else Counts({}, ())
    return frozenset({*counts.shown, *(key for each in counts.sums for key, _ in each.signs())})


def _named_apart(counts: Counts, names: Mapping[Key, Key], record: tuple[str, str]) -> Counts:
    """Return the counts of another record: those with a name of their own here, and all others apart."""

    def name(key: Any) -> Any:
        return names.get(key, (record, key))

    shown = {name(key): value for key, value in counts.shown.items()}
    sums = tuple(Sum(name(each.total), tuple(map(name, each.parts))) for each in counts.sums)
    return Counts(shown, sums, counts.rounding)


def _has_people(value: Any) -> bool:
    """Return whether exact counts of people stand in public values."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return isinstance(value, People) or any(map(_has_people, inside))


def rounding_of(policy: Policy) -> Rounding:
    """Return how the policy wants counts of people to be shown."""
    wanted = policy.small_numbers
    return Rounding(wanted.largest, wanted.step, wanted.narrowest) if wanted is not None else USUAL


def counts_of(kind: str, plain: Mapping[str, Any], elsewhere: frozenset[Key] = frozenset()) -> Counts:
    """Return the counts of people of a public record of a kind, as far as they hang together.

    `elsewhere` are counts that other records may show.
    """
    if kind == "indicators":
        return _of_indicator(plain, elsewhere)
    if kind == "reports":
        shown = shown_in(plain)
        sums = _telling(tuple(sums_in(plain)), shown.keys() | elsewhere)
        return Counts(shown, sums, _rounding_in(plain), elsewhere - shown.keys())
    return Counts({}, ())


def table_of(counts: Counts, rounding: Rounding, earlier: Sequence[Counts] = ()) -> Table:
    """Return the table of counts, with what earlier editions said of them."""
    steps = {key: step_of(count, rounding) for key, (_, count) in counts.shown.items()}
    sums = list(counts.sums)
    known: list[tuple[Hashable, Band]] = []
    for number, before in enumerate(earlier):
        said, added = _linked(before, counts, number, rounding)
        known += said
        sums += added
    return Table(tuple(steps.items()), tuple(dict.fromkeys(sums)), tuple(dict.fromkeys(known)))


def _linked(
    before: Counts, counts: Counts, number: int, rounding: Rounding
) -> tuple[list[tuple[Hashable, Band]], list[Sum]]:
    """Return what an earlier edition says. A count that has changed since is a count of its own."""
    bands = {
        key: band
        for key, (_, words) in before.shown.items()
        if (band := read_band(str(words), before.rounding)) is not None
    }
    same = {
        key
        for key, band in bands.items()
        if key in counts.elsewhere or (key in counts.shown and _may_be(counts, key, band, rounding))
    }

    def name(key: Hashable, all_same: bool) -> Hashable:  # noqa: FBT001  # said of each in turn
        is_ours = key in same or (all_same and key not in bands and not _is_of_another(key))
        return key if is_ours else ("before", number, key)

    own = {key for key in bands if not _is_of_another(key)}
    sums = []
    for each in before.sums:
        all_same = same.issuperset(key for key, _ in each.signs() if key in own)
        sums.append(Sum(name(each.total, all_same), tuple(name(part, all_same) for part in each.parts)))
    return [(name(key, all_same=False), band) for key, band in bands.items()], sums


def _is_of_another(key: Hashable) -> bool:
    """Return whether a count is one that another record alone has, which `_named_apart` named."""
    return isinstance(key, tuple) and len(key) == len(("record", "key"))


def _may_be(counts: Counts, key: Key, band: Band, rounding: Rounding) -> bool:
    """Return whether a count, of which only its step may be asked, can be one of a band."""
    low, high = band_of(counts.shown[key][1], rounding)
    return low <= band[1] and band[0] <= high


def _of_indicator(plain: Mapping[str, Any], elsewhere: frozenset[Key]) -> Counts:
    """Return the counts of an indicator: of all first, then of categories; long periods before short ones."""
    breakdowns: dict[str, Mapping[str, Any]] = {}
    for number, each in enumerate(plain.get("breakdowns", ())):
        breakdown = f"by {each.get('name', '')}"
        breakdowns[breakdown if breakdown not in breakdowns else f"{breakdown}, {number}"] = each
    series: dict[Series, tuple[Path, Sequence[Mapping[str, Any]]]] = {
        (): (("points",), plain.get("points", ()))
    }
    for number, (breakdown, each) in enumerate(breakdowns.items()):
        for position, category in enumerate(each.get("categories", ())):
            path: Path = ("breakdowns", number, "categories", position, "points")
            own = category.get("name", "")
            key = (breakdown, own if (breakdown, own) not in series else f"{own}, {position}")
            series[key] = (path, category.get("points", ()))
    for number, each in enumerate(plain.get("comparisons", ())):
        series[ELSEWHERE, str(number)] = (("comparisons", number, "points"), each.get("points", ()))
    shown = {
        (name, span_of(point["period"]), field): ((*path, position, field), point[field])
        for name, (path, points) in series.items()
        for position, point in enumerate(points)
        for field in ("of", "people")
        if field in point
    }
    order = sorted(shown, key=lambda key: (len(key[0]), key[2] == "people", -key[1].months))
    spans = tuple(
        dict.fromkeys(span_of(point["period"]) for _, points in series.values() for point in points)
    )
    sums = [
        Sum((name, span, "of"), ((name, span, "people"), (name, span, OTHERS)))
        for name in series
        for span in spans
        if {(name, span, "of"), (name, span, "people")} <= shown.keys()
    ]
    for field in ("of", "people"):
        for breakdown, each in breakdowns.items():
            sums += _added(field, breakdown, tuple(series), spans, whole=bool(each.get("whole")))
        if plain.get("adds_up"):
            sums += _years(field, tuple(series), spans)
    told = _telling(sums, shown.keys() | elsewhere)
    return Counts({key: shown[key] for key in order}, told, _rounding_in(plain), elsewhere - shown.keys())


def _rounding_in(plain: Mapping[str, Any]) -> Rounding:
    return Rounding(**plain[RULE]) if RULE in plain else USUAL


def _added(
    field: str, breakdown: str, series: Sequence[Series], spans: Sequence[Span], *, whole: bool
) -> Iterator[Sum]:
    """Yield that the categories of a breakdown, with those in none, make up the figure for each time."""
    inside = [name for name in series if name and name[0] == breakdown]
    rest = [] if whole else [(breakdown, OTHERS, "")]
    for span in spans if inside else ():
        yield Sum(((), span, field), tuple((name, span, field) for name in (*inside, *rest)))


def _years(field: str, series: Sequence[Series], spans: Sequence[Span]) -> Iterator[Sum]:
    """Yield that shorter periods make up longer ones, in each series."""
    for name in series:
        for span in spans:
            for parts in parts_of(span, spans):
                yield Sum((name, span, field), tuple((name, part, field) for part in parts))


def _telling(sums: Sequence[Sum], shown: Collection[Key]) -> tuple[Sum, ...]:
    """Return the sums without those that only say what a total would be that stands nowhere."""
    left = list(sums)
    while True:
        named = Counter(key for each in left for key, _ in each.signs())
        kept = [
            each
            for each in left
            if (each.total in shown or named[each.total] > 1)
            and any(key in shown or named[key] > 1 for key, _ in each.signs())
        ]
        if len(kept) == len(left):
            return tuple(left)
        left = kept


def _replaced(value: Any, path: Path, words: Mapping[Path, str], rounding: Rounding) -> Any:
    """Return public values in which words stand for counts: those of the table, else of the count alone."""
    if isinstance(value, People):
        return words[path] if path in words else coarse(value, rounding)
    if isinstance(value, list):
        return [_replaced(inner, (*path, position), words, rounding) for position, inner in enumerate(value)]
    if not isinstance(value, dict):
        return value
    plain = {name: _replaced(inner, (*path, name), words, rounding) for name, inner in value.items()}
    if isinstance(value.get("of"), People):
        share = share_of(plain.get("people", WITHHELD), plain["of"], rounding)
        plain |= {"share": share} if share is not None else {}
    return plain
