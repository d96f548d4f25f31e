"""What `pages check` says of the rules of law and guidance, and of the partnership's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cli.telling import plural
from editions.datasets import Dataset
from redaction.complying import PENDING, Told, due, switched_off, told

STATES = {
    "met": "met",
    "due": "due",
    "missing": "missing",
    "cannot-tell": "cannot be told",
    None: "nothing yet",
}


def rule_lines(public: Dataset, prepared: Dataset, today: str, *, whole: bool) -> Iterator[str]:
    """Yield what is due or missing by the rules, grouped by source; with `whole`, everything about all rules.

    `public` is what was signed off, `prepared` what would be if all were signed off now. Nothing of it is a
    failure. A rule that the partnership wrote itself is named by its id alone.
    """
    everything = told(public, prepared, today)
    pending = due(everything)
    yield from _grouped(everything if whole else pending)
    if whole:
        yield from _off(prepared)
    if pending and not whole:
        yield f"{plural(len(pending), 'line')} on what is due; `pages check --rules` lists all rules."


def _grouped(lines: Iterable[Told]) -> Iterator[str]:
    """Yield the lines under the names of their packs."""
    pack = None
    for each in lines:
        if each.pack != pack:
            pack = each.pack
            yield f"rules of {each.pack}" + (f" ({each.title})" if each.title else "") + ":"
        yield f"  {_line(each)}"


def _line(each: Told) -> str:
    """Return one line: how it stands, what is asked of which record, and where that is said."""
    by = f" by {each.by}" if each.by and each.state in PENDING else ""
    words = "" if each.is_own else f" {each.rule.words}"
    about = f" {each.about.kind}/{each.about.id}" if each.about else ""
    lacks = f", not there: {', '.join(each.lacks)}" if each.lacks else ""
    signed = ", done in data/ and not signed off yet" if each.once_signed else ""
    source = "" if each.is_own else f" ({each.rule.source}, {each.rule.paragraph})"
    return f"{STATES[each.state]}{by}:{words} [{each.rule.id}]{about}{lacks}{signed}{source}"


def _off(dataset: Dataset) -> Iterator[str]:
    """Yield the rules that do not count, by pack."""
    off = switched_off(dataset)
    for pack in dict.fromkeys(name for name, _ in off):
        names = ", ".join(rule.id for name, rule in off if name == pack)
        yield f"not counted, of {pack}: {names}."
