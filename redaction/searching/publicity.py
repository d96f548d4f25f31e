"""Which names the public may see, decided a second time and more simply than the projection does.

A name that is public on any day is no secret. Where it is unclear, for instance in a broken record, a
person is not named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from records.kinds import KINDS
from records.kinds.organizations import Level
from records.loading import Loaded, Records
from records.periods import has_sure_day
from redaction.searching.folding import fold_source
from redaction.searching.terms import phrases_in
from redaction.suppressing import is_suppressed
from redaction.values import Standing, Value, kept_of, public_pieces, values

_LEVELS: tuple[str, ...] = get_args(Level)
_BODIES = ("partnership", "organizations", "groups")
PRINTED_KINDS = frozenset({"partnership", "policy", "organizations", "people", "groups"})
"""Kinds whose names and posts are printed in other records, before they have an edition of their own."""

_NAMES = frozenset({"name", "short_name", "abbreviations", "title"})
PERSON_NAMES = ("name", "sort_name", "honorific", "letters", "initials")
"""Fields that hold the name of a person, or part of it."""


@dataclass(frozen=True, slots=True)
class Public:
    """What one record says to the public in words."""

    texts: tuple[str, ...] = field(repr=False)
    folded: str = field(repr=False)
    """All of them folded, each on a line."""


_WELL_KNOWN = {
    "glossary": frozenset({"term", "short", "long", "also"}),
    "partnership": frozenset({"areas"}),
    "meetings": frozenset({"place", "series"}),
}
"""Fields whose words everybody may know, by kind; of all other kinds it is the title of the record."""


def said_in_public(records: Iterable[Iterable[Value]]) -> tuple[Public, ...]:
    """Return what each record says to the public, of the values of each."""
    found = []
    for each in records:
        pieces = tuple(
            piece
            for value in each
            if value.standing is Standing.PUBLIC and value.field.is_text
            for piece in public_pieces(value.text)
        )
        found.append(Public(pieces, "\n".join(map(fold_source, pieces))))
    return tuple(found)


def well_known_phrases(read: Iterable[tuple[Loaded, Iterable[Value]]]) -> Iterator[str]:
    """Yield the phrases of words that are no secret: of the glossary, of where meetings are, of titles."""
    for loaded, found in read:
        own = _WELL_KNOWN.get(loaded.kind, frozenset({"title"}))
        for value in found:
            is_known = value.field.name in own and (value.field.name != "title" or len(value.path) == 1)
            if is_known and value.standing is Standing.PUBLIC:
                for piece in public_pieces(value.text):
                    yield from phrases_in(fold_source(piece))


def is_shown_by_name(person: Loaded, records: Records, suppressed: Collection[str] = ()) -> bool:
    """Return whether the public sees a person by name on any day.

    `suppressed` are the public ids of people whose names were taken off the site.
    """
    plain = person.plain
    kept = kept_of(KINDS["people"].model, plain)
    if is_suppressed(plain, suppressed) or (kept is not None and "name" not in kept):
        return False
    show = plain.get("show", "level")
    if show != "level":
        return bool(show == "name")
    policy = records.loaded.get(("policy", "policy"))
    lowest = _rank(policy.plain.get("names_from", "manager")) if policy else -1
    held = plain.get("posts")
    posts = [post for post in held if isinstance(post, dict)] if isinstance(held, list) else []
    return any(_rank(_level(post, records)) <= lowest and _has_sure_day(post) for post in posts)


def _has_sure_day(post: Mapping[str, Any]) -> bool:
    """Return whether a post names its holder on some day; where its days cannot be read, it does not."""
    since, until = post.get("since"), post.get("until")
    if not (isinstance(since, str | None) and isinstance(until, str | None)):
        return False
    try:
        return has_sure_day(since, until)
    except ValueError:
        return False


def public_phrases(records: Records, suppressed: Collection[str] = ()) -> frozenset[str]:
    """Return every phrase, in the form of a term, of the names of people and bodies that are public."""
    return frozenset(
        phrase
        for name in _public_names(records, suppressed)
        for piece in public_pieces(name)
        for phrase in phrases_in(fold_source(piece))
    )


def values_of(loaded: Loaded) -> Iterator[Value]:
    """Yield every text of one record with who may see it."""
    return values(KINDS[loaded.kind].model, loaded.plain)


def _public_names(records: Records, suppressed: Collection[str]) -> Iterator[str]:
    for loaded in records.loaded.values():
        if loaded.kind == "people" and is_shown_by_name(loaded, records, suppressed):
            parts = [loaded.plain.get(name) for name in ("honorific", "name", "letters")]
            yield " ".join(part for part in parts if isinstance(part, str))
            yield from (name for name in [loaded.plain.get("sort_name")] if isinstance(name, str))
        elif loaded.kind in _BODIES:
            for value in values_of(loaded):
                names = {step for step in value.path if isinstance(step, str)}
                if value.standing is Standing.PUBLIC and names & _NAMES and value.field.is_text:
                    yield value.text


def _level(holding: dict[str, Any], records: Records) -> str | None:
    """Return the level of a post that a person holds, which is its own where it is written in words."""
    post = holding.get("post")
    if not isinstance(post, str):
        return holding.get("level")
    organization_id, _, post_id = post.partition("/")
    organization = records.loaded.get(("organizations", organization_id))
    posts = organization.plain.get("posts") if organization else None
    for each in posts if isinstance(posts, list) else ():
        if isinstance(each, dict) and each.get("id") == post_id:
            return str(each.get("level", "officer"))
    return None


def _rank(level: str | None) -> int:
    """Return the place of a level from the most senior on; one that is not known comes after all."""
    return _LEVELS.index(level) if level in _LEVELS else len(_LEVELS)
