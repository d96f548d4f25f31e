"""Finding harvested words in any text, and in what would be published of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from editions.fields import PublicRecord
from problems import Place, Problem, Wording, in_order
from redaction import verification_messages as messages
from redaction.searching.asks import Asks, asks_for
from redaction.searching.folding import fold_source, folds_of
from redaction.searching.harvesting import Harvest, Secret, Why
from redaction.searching.terms import RUN, Search, found_in, search_for


@dataclass(frozen=True, slots=True)
class Scanner:
    """A harvest made ready to be searched for."""

    secrets: tuple[Secret, ...]
    owners: tuple[int, ...] = field(repr=False)
    """For each term of the search, the position of its secret."""
    search: Search
    asks: Asks = field(default_factory=Asks)
    """What a person is asked about before a sign-off."""


def scanner_for(harvest: Harvest) -> Scanner:
    """Return the search for everything harvested."""
    return Scanner(
        harvest.secrets,
        tuple(harvest.terms.values()),
        search_for(list(harvest.terms), harvest.allowed),
        asks_for(harvest.asks, harvest.allowed),
    )


def find(scanner: Scanner, folded: str) -> tuple[Secret, ...]:
    """Return the secrets of which some words stand in a folded text, in the order of the harvest.

    Several texts may be searched at once, if each is folded by itself and line breaks stand between.
    """
    found = {scanner.owners[term] for term in found_in(scanner.search, folded)}
    return tuple(scanner.secrets[position] for position in sorted(found))


def told_once(secrets: Iterable[Secret]) -> tuple[Secret, ...]:
    """Return the secrets, but the name of a file only if no value in it that was found says these words."""
    found = tuple(secrets)
    return tuple(each for each in found if each.where.line or not any(_holds(other, each) for other in found))


def _holds(other: Secret, file_name: Secret) -> bool:
    """Return whether a value within a file holds all words of the file's name."""
    same_file = other.where.line > 0 and other.where.file == file_name.where.file
    words, more = (" ".join(fold_source(each.text).split()) for each in (file_name, other))
    return same_file and f" {words} " in f" {more} "


def find_in_record(
    scanner: Scanner,
    record: PublicRecord,
    place: Place,
    locate: Callable[[tuple[str, ...]], Place] | None = None,
) -> tuple[Problem, ...]:
    """Return a problem for each secret that stands in the public values of a record.

    `place` is that of the private record, and `locate` finds values in it; without that, the fields of the
    public record are named.
    """
    found_at = locate or (lambda path: place.inside(*path))
    return in_order(
        wording_of(secret).at(found_at(path), where=str(secret.where), private_text=shared(secret.text, text))
        for path, text in texts_in(record.model_dump(mode="json", exclude_none=True))
        for secret in told_once(find(scanner, "\n".join(folds_of(text))))
    )


def wording_of(secret: Secret) -> Wording:
    """Return what is said of a secret that stands in the public values of a record."""
    return messages.NAME_IN_RECORD if secret.why is Why.NAME else messages.SECRET_IN_RECORD


def texts_in(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield every text in public plain values with its path; positions in lists count from 1."""
    if isinstance(value, str):
        yield path, value
        return
    inside: Iterable[tuple[str, Any]] = ()
    if isinstance(value, dict):
        inside = value.items()
    elif isinstance(value, list | tuple):
        inside = ((str(number), inner) for number, inner in enumerate(value, 1))
    for name, inner in inside:
        yield from texts_in(inner, (*path, name))


def shared(secret: str, public: str) -> str:
    """Return the words of a secret that stand in a public text, as far as a search can tell."""
    words, text = fold_source(secret).split(), fold_source(public)
    if len(words) <= RUN:
        return secret
    starts = [at for at in range(len(words) - RUN + 1) if f" {' '.join(words[at : at + RUN])} " in text]
    return " ".join(words[starts[0] : starts[-1] + RUN]) if starts else secret
