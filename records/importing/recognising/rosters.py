"""Whom words in the minutes mean: people of this meeting, then posts, bodies and groups on record."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from records.importing.recognising.attendees import Attendee
from records.importing.recognising.known import Known, body_key
from records.importing.recognising.names import fits_initials, folded, initials_of, is_name

_SPLIT = re.compile(r"\s*(?:,|/|&|;|\+|\band\b)\s*")
_ALL = re.compile(
    r"all(?: (?:members?|partners?|agencies|attendees|to note|present))?|everyone|everybody|each "
    r"(?:agency|member|partner)",
    re.IGNORECASE,
)
INITIALS = re.compile(
    r"[A-Z][A-Za-z]{0,2}[A-Z][a-z]?|[A-Z]{2,4}|[A-Z]\.[A-Z]\.?(?:[A-Z]\.)?|[A-Z]{2,3}-[A-Z]{1,2}"
)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of this meeting, as words in the minutes may call them."""

    name: str
    initials: str
    id: str = ""
    """The id of the person's record, if there is one."""
    listed: bool = True
    """Whether the person stands in the attendance."""


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom some words mean."""

    party: dict[str, str]
    """As records write it: `who` with an id, or `name` with the words."""
    sure: bool
    """Whether somebody is certainly meant."""
    several: bool = False
    """Whether more than one could be."""


@dataclass(frozen=True, slots=True)
class Roster:
    """The people of a meeting and what the records know."""

    members: tuple[Member, ...]
    known: Known
    day: str = ""


def roster_of(
    attendees: Iterable[Attendee], others: Iterable[tuple[str, str]], known: Known, day: str
) -> Roster:
    """Return whom the minutes can mean: the attendance, and others introduced with initials."""
    members: dict[str, Member] = {}
    for row in attendees:
        found = known.person(row.who.name)
        person = found[0].id if len(found) == 1 else ""
        initials = row.who.initials or (found[0].initials if len(found) == 1 else "")
        members.setdefault(folded(row.who.name), Member(row.who.name, initials, person))
    for name, initials in others:
        if folded(name) not in members:
            found = known.person(name)
            person = found[0].id if len(found) == 1 else ""
            members[folded(name)] = Member(name, initials, person, listed=False)
    return Roster(tuple(members.values()), known, day)


def people_meant(words: str, roster: Roster) -> tuple[Meant, ...]:
    """Return whom words that may name several people mean; what names nobody stays as printed."""
    text = words.strip(" .:;,()[]*\u2013-")
    if not text:
        return ()
    whole = meant(text, roster)
    pieces = [piece.strip(" .()[]*") for piece in _SPLIT.split(text) if piece.strip(" .()[]*")]
    if whole.sure or len(pieces) < 2:
        return (whole,)
    each = tuple(meant(piece, roster) for piece in pieces)
    likely = all(
        one.sure or is_name(piece) or INITIALS.fullmatch(piece)
        for one, piece in zip(each, pieces, strict=True)
    )
    some = any(one.sure for one in each) and all(len(piece.split()) <= 5 for piece in pieces)
    return each if likely or some else (whole,)


def meant(text: str, roster: Roster) -> Meant:
    """Return whom some words mean."""
    plain = " ".join(text.split())
    if _ALL.fullmatch(plain):
        return Meant({"who": "all"}, sure=True)
    found = _members(plain, roster.members)
    if len(found) == 1:
        member = found[0]
        return Meant({"who": member.id} if member.id else {"name": member.name}, sure=True)
    if len(found) > 1:
        return Meant({"name": plain}, sure=False, several=True)
    return _on_record(plain, roster)


def _members(text: str, members: Sequence[Member]) -> list[Member]:
    """Return the members whom words can mean: by name, initials, first name, or title and surname."""
    wanted = folded(text)
    exact = [member for member in members if folded(member.name) == wanted and wanted]
    if exact:
        return exact
    if INITIALS.fullmatch(text):
        letters = text.replace(".", "")
        told = [member for member in members if member.initials.replace(".", "") == letters]
        if told:
            return told
        first = [
            member
            for member in members
            if not member.initials and initials_of(member.name) == letters.upper()
        ]
        return first or [
            member
            for member in members
            if not member.initials
            and len(letters) > 1
            and fits_initials(letters, member.name)
            and len(letters) == 2
        ]
    words = wanted.split()
    if len(words) == 1 and text[:1].isupper():
        return [
            member
            for member in members
            if words[0] in {*folded(member.name).split()[:1], *folded(member.name).split()[-1:]}
        ]
    if len(words) == 2:
        return [member for member in members if _is_short_for(words, folded(member.name).split())]
    return []


def _is_short_for(words: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether a first name or its letter and a surname are those of a longer name."""
    return (
        bool(name)
        and words[-1] == name[-1]
        and (words[0] == name[0] or (len(words[0]) == 1 and words[0] == name[0][0]))
    )


def _on_record(text: str, roster: Roster) -> Meant:
    known = roster.known
    people = known.person(text) or known.by_initials(text)
    if len(people) == 1:
        return Meant({"who": people[0].id}, sure=True)
    if len(people) > 1:
        return Meant({"name": text}, sure=False, several=True)
    key = body_key(text)
    for names in (known.bodies, known.groups):
        if key in names:
            return Meant({"who": names[key]}, sure=True)
    posts = known.posts.get(key, ())
    if len(posts) == 1 and known.holders(posts[0], roster.day):
        return Meant({"who": posts[0]}, sure=True)
    return Meant({"name": text}, sure=False, several=len(posts) > 1)


def is_person_or_body(meant: Meant, text: str) -> bool:
    """Return whether words mean somebody, or look like initials, a name, a post, a team or a body."""
    plain = text.strip()
    return (
        meant.sure
        or is_name(plain)
        or INITIALS.fullmatch(plain) is not None
        or _COLLECTIVE.search(plain) is not None
    )


_COLLECTIVE = re.compile(
    r"\b(?:team|group|board|committee|members?|chairs?|clerk|secretary|secretariat|manager|director"
    r"|officer|partners?|agencies|"
    r"head|lead|council|police|trust|service|office|leads?|scrutineer|sub-?group|staff|treasurer"
    r"|president|coordinator|co-ordinator|"
    r"executive|governors?|trustees?|headteacher|principal)\b",
    re.IGNORECASE,
)
"""Words by which minutes name a team, a body or a post rather than a person."""
