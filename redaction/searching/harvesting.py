"""What must not be published, harvested from everything that the records withhold.

The harvest is read from the files and the models, with a reading of marks and names of its own. Nothing
here is shared with the projection, because its faults are what the harvest is there to find.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from pathlib import PurePosixPath
from typing import Any

from problems import Place
from records.loading import Loaded, Records
from redaction.searching.asking import withheld_asks
from redaction.searching.asks import Ask
from redaction.searching.capitals import small_words
from redaction.searching.colleagues import colleague_asks, names_by_role, shown_by_role
from redaction.searching.decided import decided_on
from redaction.searching.folding import fold_source, folds_of
from redaction.searching.known import Known, known_words
from redaction.searching.publicity import (
    PRINTED_KINDS,
    Public,
    public_phrases,
    said_in_public,
    values_of,
    well_known_phrases,
)
from redaction.searching.terms import found_in_any, search_for, terms_in
from redaction.values import (
    UNKNOWN,
    Path,
    Standing,
    Value,
    all_pieces,
    is_concealed,
    passages,
    public_pieces,
)


class Why(Enum):
    """Why a text is secret, which decides what excuses its words."""

    WITHHELD = "withheld"
    """A mark, `withhold` or `withhold_fields` hides it."""

    PRIVATE = "private"
    """Its field is never published."""

    NAME = "name"
    """It names somebody whom the public sees by role only."""

    FORMULAIC = "formulaic"
    """It is hidden, but is an id, a time, a label, a source: secret only if it stands nowhere in public."""

    UNSIGNED = "unsigned"
    """Nobody has signed it off yet."""

    KNOWN = "known"
    """It is a known term, or somebody decided that it must be withheld."""


@dataclass(frozen=True, slots=True)
class Secret:
    """One text that must not be published."""

    text: str = field(repr=False)
    where: Place
    """Where it stands in `data/`, which is all that is ever said of it."""
    why: Why = Why.WITHHELD


@dataclass(frozen=True, slots=True)
class Harvest:
    """Everything that must not be published, and the words by which it is searched for."""

    secrets: tuple[Secret, ...]
    terms: dict[str, int] = field(repr=False)
    """Folded words, with a space before and after them, and the position of the secret they come from."""

    asks: tuple[Ask, ...] = ()
    """Words about which a person is asked before a sign-off."""

    allowed: frozenset[str] = field(default=frozenset(), repr=False)
    """Folded words that may be published, also where a term stands in them."""


Read = tuple[Loaded, tuple[Value, ...]]
"""A record and its values."""

_FORMULAS = frozenset(
    {
        "label",
        "clock",
        "due_words",
        "status_words",
        "date_words",
        "part",
        "version",
        "series",
        "initials",
        "category",
        "rating",
        "colour",
    }
)
_SETTLED = frozenset({"allow", "role_addresses"})
"""Private parts of the policy that say what may be public. They are no secrets themselves."""

_SHORTEST_UNSIGNED = 5
"""Words that a text nobody signed off has at least; shorter ones are titles and places used every month."""

_FEWEST_DIGITS = 4
"""Digits of a number that is searched for; shorter ones stand everywhere."""

_YEARS = range(1900, 2100)
"""Numbers that stand in every date, so that they are secret only if they stand nowhere in public."""

_EVEN = 5
"""Numbers of people that are multiples of this are shown as they are, if they are not small."""


def harvest(
    records: Records,
    *,
    published: Iterable[str] | None = None,
    suppressed: Collection[str] = (),
    today: date | None = None,
) -> Harvest:
    """Return everything in the records that must not be published.

    `published` are the texts of the newest editions; with them, what the records hold beyond them counts as
    secret too, because nobody has signed it off. `suppressed` are public ids of people no longer named.
    Left out are the names of people and bodies that are public, and words that the policy allows.
    """
    today = today or datetime.now(tz=UTC).date()
    signed = (
        None
        if published is None
        else [fold_source(p) for text in dict.fromkeys(published) for p in public_pieces(text)]
    )
    read = [(loaded, tuple(values_of(loaded))) for loaded in records.loaded.values()]
    decided = decided_on(records, today)
    names = public_phrases(records, suppressed)
    public = said_in_public(values for _, values in read) if signed is None or _has_known(records) else ()
    known = known_words(records.aside.terms, decided.withheld, public, names, decided.allowed)
    secrets = [
        *(secret for loaded, values in read for secret in _secrets_of(loaded, values)),
        *(Secret(loaded.id, Place(loaded.file)) for loaded, _ in read if _has_secret_id(loaded)),
        *_names(records, suppressed),
        *(_unsigned(read, frozenset(signed)) if signed is not None else ()),
    ]
    allowed = frozenset(term for words in decided.allowed for term in terms_in(words))
    terms = _terms(secrets, names | allowed)
    terms = _without_public(terms, secrets, read, signed or [])
    terms |= {folded: len(secrets) + at for at, (folded, _) in enumerate(known.sure)}
    secrets += (Secret(folded.strip(), place, Why.KNOWN) for folded, place in known.sure)
    asks = (
        ()
        if signed is not None
        else _asks(
            known,
            secrets,
            names_by_role(records, suppressed),
            {*terms, *names, *well_known_phrases(read)},
            public,
        )
    )
    return Harvest(
        tuple(secrets),
        terms,
        tuple(each for each in asks if each.folded not in decided.allowed),
        decided.allowed,
    )


def _terms(secrets: Sequence[Secret], excused: Collection[str]) -> dict[str, int]:
    """Return the terms of all secrets, each with the position of the one that most needs to be secret."""
    terms: dict[str, int] = {}
    for position, secret in enumerate(secrets):
        for term in (term for folded in folds_of(secret.text) for term in terms_in(folded)):
            if term not in excused:
                known = terms.setdefault(term, position)
                if known != position and _is_weak(secrets[known]) and not _is_weak(secret):
                    terms[term] = position
    return terms


def _asks(
    known: Known,
    secrets: Iterable[Secret],
    colleagues: Iterable[tuple[str, Place]],
    left_out: Collection[str],
    public: Sequence[Public],
) -> tuple[Ask, ...]:
    """Return what a person is asked about: the known terms, who is shown by role, and what is withheld."""
    small = small_words(text for each in public for text in each.texts)
    withheld = ((each.text, each.where) for each in secrets if each.why in {Why.WITHHELD, Why.PRIVATE})
    asks = {ask.folded: ask for ask in withheld_asks(withheld, public, small, left_out)}
    asks |= {ask.folded: ask for ask in colleague_asks(colleagues, small, left_out)}
    asks |= {ask.folded: ask for ask in known.asks}
    return tuple(asks.values())


def _has_known(records: Records) -> bool:
    """Return whether there are terms or decisions, for which what is public must be looked through."""
    return bool(records.aside.terms or records.aside.decisions.decisions)


def _secrets_of(loaded: Loaded, values: Iterable[Value]) -> Iterator[Secret]:
    """Yield what one record hides, but for names, which depend on other records."""
    for value in values:
        if (loaded.kind == "policy" and value.path[0] in _SETTLED) or _is_public_name(loaded, value):
            continue
        if value.field.sort in {"count", "number"}:
            yield from _numbers(value, loaded.place(value.path))
        elif value.standing in {Standing.PUBLIC, Standing.DERIVED}:
            for text in passages(value.text) if value.field.is_text else ():
                yield Secret(text, loaded.place(value.path), Why.WITHHELD)
        elif _is_formula(value):
            for text in all_pieces(value.text):
                yield Secret(text, loaded.place(value.path), Why.FORMULAIC)
        elif value.field.is_text or (value.standing is Standing.PRIVATE and value.field.sort == "word"):
            why = Why.WITHHELD if value.standing is Standing.WITHHELD else Why.PRIVATE
            for text in all_pieces(value.text):
                yield Secret(text, loaded.place(value.path), why)


def _is_public_name(loaded: Loaded, value: Value) -> bool:
    """Return whether the private path of a file says no more than the address at which it is published."""
    if value.field.name != "file":
        return False
    paper = _at(loaded.plain, value.path[:-1])
    paper_id = paper.get("id") if isinstance(paper, dict) else None
    is_published = isinstance(paper, dict) and paper.get("publish") == "yes" and isinstance(paper_id, str)
    name = PurePosixPath(value.text)
    address = f"{loaded.kind}/{loaded.id}/files/{paper_id}{name.suffix}"
    return is_published and fold_source(value.text) in fold_source(address)


def _at(plain: Any, path: Path) -> Any:
    for step in path:
        plain = plain[step]
    return plain


def _has_secret_id(loaded: Loaded) -> bool:
    """Return whether nobody outside may know the id of a record, and it is more than one common word."""
    return is_concealed(loaded.plain) and "-" in loaded.id


def _numbers(value: Value, place: Place) -> Iterator[Secret]:
    """Yield a number that nobody outside may know, with and without a comma at the thousands.

    Of a number of people that is shown, the exact one may not be known unless it is shown as it is.
    """
    digits = value.text.replace(",", "").lstrip("-")
    whole = digits.partition(".")[0]
    if len(whole) < _FEWEST_DIGITS or not digits.replace(".", "", 1).isdecimal():
        return
    is_open = value.standing in {Standing.PUBLIC, Standing.DERIVED}
    if is_open and (not value.field.counts_people or int(whole) % _EVEN == 0):
        return
    common = int(whole) in _YEARS or not value.field.counts_people
    for text in dict.fromkeys((digits, f"{Decimal(digits):,}")):
        yield Secret(text, place, Why.FORMULAIC if common else Why.PRIVATE)


def _is_formula(value: Value) -> bool:
    """Return whether a hidden value is of a sort that often stands in public too.

    So is whatever stands under a misspelt key: a date or an id there must not stop other records.
    """
    if value.field.sort == "id":
        return "-" in value.text
    if value.field is UNKNOWN:
        return True
    return value.field.name in _FORMULAS or value.path[0] == "source"


def _names(records: Records, suppressed: Collection[str]) -> Iterator[Secret]:
    """Yield the names of people whom the public sees by role only, and their ids, which are private."""
    for text, place in names_by_role(records, suppressed):
        yield Secret(text, place, Why.NAME)
    for loaded in shown_by_role(records, suppressed):
        yield Secret(loaded.id, Place(loaded.file), Why.NAME)


def _unsigned(read: Iterable[Read], signed: frozenset[str]) -> Iterator[Secret]:
    """Yield the texts that would be public, but stand in no edition."""
    for loaded, values in read:
        for value in values:
            if value.standing is not Standing.PUBLIC or value.field.sort not in {"line", "prose"}:
                continue
            if value.field.sort == "line" and loaded.kind in PRINTED_KINDS:
                continue
            for text in public_pieces(value.text):
                folded = fold_source(text)
                is_new = folded not in signed and folded.count(" ") > _SHORTEST_UNSIGNED
                if is_new and not _is_counted(loaded.plain, value.path):
                    yield Secret(text, loaded.place(value.path), Why.UNSIGNED)


def _is_counted(plain: Any, path: Path) -> bool:
    """Return whether a value stands in a table that was counted from what is public already."""
    for step in path:
        if isinstance(plain, dict) and "counted" in plain:
            return True
        plain = plain[step]
    return False


def _is_weak(secret: Secret) -> bool:
    return secret.why is Why.FORMULAIC or secret.why is Why.UNSIGNED


def _without_public(
    terms: dict[str, int], secrets: list[Secret], read: Iterable[Read], signed: list[str]
) -> dict[str, int]:
    """Return the terms without those of weak secrets that stand in public on purpose."""
    weak = [term for term, position in terms.items() if _is_weak(secrets[position])]
    if not weak:
        return terms
    search = search_for(weak)
    in_editions = {weak[position] for position in found_in_any(search, signed)}
    formulas = any(secrets[terms[term]].why is Why.FORMULAIC for term in weak)
    in_public = found_in_any(search, _public_folds(read)) if formulas else set()
    in_records = {weak[position] for position in in_public}
    return {
        term: position
        for term, position in terms.items()
        if not _is_weak(secrets[position])
        or not (term in in_editions or (term in in_records and secrets[position].why is Why.FORMULAIC))
    }


def _public_folds(read: Iterable[Read]) -> Iterator[str]:
    """Yield what the records say to the public, folded."""
    for _, values in read:
        for value in values:
            if value.standing is Standing.PUBLIC and not value.field.counts_people:
                yield from (fold_source(piece) for piece in public_pieces(value.text))
