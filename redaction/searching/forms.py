"""The forms of a known term: every way in which people write the same name.

All of them are folded, so that case, accents, hyphens, dots, underscores and apostrophes are met already:
`J. Smith`, `j.smith@` and `j_smith` have one form, and a possessive is the name with a word behind it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile, product

from records.side_files.known_terms import KnownTerm
from redaction.searching.folding import fold
from redaction.searching.ordinary import TITLES, is_ordinary
from redaction.searching.terms import FEWEST

_LETTERS = {
    "\u00e4": ("a", "ae"),
    "\u00f6": ("o", "oe"),
    "\u00fc": ("u", "ue"),
    "\u00f8": ("o", "oe"),
    "\u00e5": ("a", "aa"),
    "\u00e6": ("ae", "\u00e6"),
    "\u0153": ("oe", "\u0153"),
    "\u00f0": ("d", "\u00f0"),
    "\u00fe": ("th", "\u00fe"),
    "\u00df": ("ss", "sz"),
}
"""How letters are written where there are only those from a to z; the fold knows the accents."""

_MOST_SPELLINGS = 16
_PARTICLES = frozenset(
    {"van", "von", "de", "der", "den", "da", "di", "du", "del", "la", "le", "el", "al", "bin", "ibn", "ap"}
)
HOUSEHOLD = (
    "family",
    "families",
    "children",
    "child",
    "siblings",
    "sibling",
    "brothers",
    "sisters",
    "household",
    "twins",
    "baby",
    "case",
    "review",
    "parents",
)
"""What stands behind a family name: the X family, the X children."""

_SALUTATIONS = ("mr", "mrs", "ms", "miss", "mx", "master", "dr")
_STREETS = {
    "street": "st",
    "road": "rd",
    "lane": "ln",
    "avenue": "ave",
    "close": "cl",
    "court": "ct",
    "drive": "dr",
    "place": "pl",
    "square": "sq",
    "gardens": "gdns",
    "crescent": "cres",
    "terrace": "terr",
    "saint": "st",
}
_HISSING = ("s", "x", "z", "ch", "sh")


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a known term."""

    folded: str = field(repr=False)
    """Folded words, with a space before and after them."""

    asks: bool = False
    """Whether it may mean something else, so that a person has to decide."""

    spelling: re.Pattern[str] | None = field(default=None, repr=False)
    """How it must be written to be meant, for words that stand in every text otherwise."""


def forms_of(term: KnownTerm) -> tuple[Form, ...]:
    """Return every form of a term, each folded words once; those that are sure come first."""
    found: dict[str, Form] = {}
    for name in (term.name, *term.aliases):
        for form in _forms(name, term.sort):
            known = found.get(form.folded)
            if form.folded.strip() and (known is None or (known.asks and not form.asks)):
                found[form.folded] = form
    every = (Form(each.folded, asks=each.asks or term.ask, spelling=each.spelling) for each in found.values())
    return tuple(sorted(every, key=lambda each: each.asks))


def _forms(name: str, sort: str) -> Iterator[Form]:
    if sort == "person":
        for spelling in _spellings(name):
            yield from _of_person(spelling)
    elif sort == "family":
        bare = re.sub(r"^\s*the\s+|\s+(?:family|children|household)\s*$", "", name, flags=re.IGNORECASE)
        for spelling in _spellings(bare):
            yield from _of_family(fold(spelling).split())
    else:
        for spelling in _spellings(name):
            yield from _of_thing(spelling, sort)
    initials = _initials(name) if sort in {"person", "project"} else ""
    if initials:
        yield from _in_capitals(initials)


def forms_of_colleague(name: str, named: Collection[str]) -> tuple[Form, ...]:
    """Return how minutes write the name of somebody who is shown by role, all of which asks.

    `named` are the folded words of public names: whoever shares one of them may be meant by it. Initials
    alone are left out, for nearly every pair of letters abbreviates something.
    """
    found: dict[str, Form] = {}
    for spelling in _spellings(name):
        given, family = _parts_of(spelling)
        single = (
            Form(fold(" ".join(words)), spelling=spelt(words))
            for words in (*given, family)
            if fold(" ".join(words)) not in named and not all(map(is_ordinary, words))
        )
        titled = (
            _with_family([before, *family], family)
            for before in _SALUTATIONS
            if family and fold(" ".join(family)) not in named
        )
        for form in (*single, *titled, *_together(given, family, spelling)):
            found.setdefault(form.folded, Form(form.folded, asks=True, spelling=form.spelling))
    return tuple(found.values())


def _of_person(name: str) -> Iterator[Form]:
    """Yield the forms of the name of a person."""
    given, family = _parts_of(name)
    if not family:
        return
    yield from _of_family(family)
    bare = list(dropwhile(_PARTICLES.__contains__, family))
    if bare != family:
        yield from _of_family(bare)
    for each in given:
        yield _sure(each, name)
        if len(each) > 1:
            yield _sure(["".join(each)], name)
    yield from _together(given, family, name)


def _parts_of(name: str) -> tuple[list[list[str]], list[str]]:
    """Return the words of each given name, and those of the family name: last, or first with a comma."""
    before, comma, after = name.partition(",")
    parts = [part for part in f"{after} {before}".split() if fold(part).strip()] if comma else name.split()
    words = [fold(part).split() for part in parts if fold(part).strip() not in TITLES]
    words = [word for word in words if word]
    start = next((at for at, word in enumerate(words) if at and " ".join(word) in _PARTICLES), len(words) - 1)
    return words[: max(start, 0)], [word for part in words[max(start, 0) :] for word in part]


def _together(given: list[list[str]], family: list[str], name: str) -> Iterator[Form]:
    """Yield given names, or their initials, with the family name before or behind."""
    if not given:
        return
    first = [word[0] for word in given]
    whole = [word for part in given for word in part]
    joined = ["".join(family)]
    for last in dict.fromkeys((tuple(family), tuple(joined))):
        for firsts in _given(whole, given, first):
            yield _sure([*firsts, *last], name)
            yield _sure([*last, *firsts], name)
            yield _sure(["".join([*firsts, *last])], name)
            yield _sure(["".join([*last, *firsts])], name)


def _given(whole: list[str], given: list[list[str]], first: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield the ways to write given names: all, the first, each other one, and their initials."""
    initials = [word[0] for word in first]
    ways = [
        tuple(whole),
        *(tuple(part) for part in given),
        *(("".join(part),) for part in given),
        tuple(initials),
        ("".join(initials),),
        (initials[0],),
        (*given[0], *initials[1:]),
    ]
    yield from dict.fromkeys(ways)


def _of_family(words: list[str]) -> Iterator[Form]:
    """Yield the forms of a family name."""
    if not words:
        return
    endings = ("s", "es") if words[-1].endswith(_HISSING) else ("s",)
    plurals = [[*words[:-1], words[-1] + ending] for ending in endings]
    for each in (words, *plurals, ["".join(words)]):
        yield _sure(each, " ".join(words))
    for each in (words, *plurals):
        for behind in HOUSEHOLD:
            yield _with_family([*each, behind], words)
            yield _with_family([*each, "s", behind], words)
    for before in _SALUTATIONS:
        yield _with_family([before, *words], words)


def _with_family(words: list[str], family: list[str]) -> Form:
    """Return words around a family name: they mean the family, unless its name is an ordinary word."""
    text = fold(" ".join(words))
    return Form(text, asks=True, spelling=spelt(words)) if all(map(is_ordinary, family)) else Form(text)


def _of_thing(name: str, sort: str) -> Iterator[Form]:
    """Yield the forms of a case, a place or a project."""
    words = fold(name).split()
    yield _sure(words, name)
    if len(words) > 1:
        yield _sure(["".join(words)], name)
    if sort == "case":
        for number in re.findall(r"\d{4,}", name):
            yield _sure([number], number)
    if sort == "place" and words:
        short = [_STREETS.get(word, word) for word in words]
        yield _sure(short, name)
        if words[0].isdecimal() and len(words) > 2:  # noqa: PLR2004  # number, name, and Street or Lane
            yield Form(fold(" ".join(words[1:])), asks=True)
            yield Form(fold(" ".join(short[1:])), asks=True)


def _sure(words: list[str], name: str) -> Form:
    """Return a form that means the term, or one that asks if it is short or made of ordinary words."""
    text = " ".join(words)
    if sum(map(len, words)) < FEWEST and len(words) == 1:
        return Form(fold(text), asks=True, spelling=spelt(words, capitals=name.isupper()))
    if sum(map(len, words)) < FEWEST or all(len(word) == 1 or is_ordinary(word) for word in words):
        return Form(fold(text), asks=True, spelling=spelt(words))
    return Form(fold(text))


def spelt(words: Sequence[str], *, capitals: bool = False) -> re.Pattern[str]:
    """Return how ordinary words are written where they are a name: with capitals, or as in a file's name.

    With `capitals`, all letters must be capital.
    """
    upper = r"[\W_]*".join(re.escape(word.upper()) for word in words)
    ways = [upper]
    if not capitals:
        ways.append(r"[\W_]*".join(_capital(word) for word in words))
    if len(words) > 1:
        ways.append("[._-]".join(map(re.escape, words)))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(ways)})(?![^\W_])")


def _capital(word: str) -> str:
    if word in HOUSEHOLD or word == "s":
        return f"(?i:{word})"
    return re.escape(word.capitalize())


def _initials(name: str) -> str:
    words = [word for word in re.findall(r"[^\W\d_]+", name) if fold(word).strip() not in TITLES]
    return "".join(fold(word).strip()[:1] for word in words) if len(words) > 1 else ""


def _in_capitals(initials: str) -> Iterator[Form]:
    """Yield the initials of a name, which are meant in capitals only, and may mean many things."""
    letters = r"[.\s]*".join(map(re.escape, initials.upper()))
    spelling = re.compile(rf"(?<![^\W_]){letters}(?![^\W_])")
    for text in (initials, " ".join(initials)):
        yield Form(fold(text), asks=True, spelling=spelling)
    if len(initials) > 2:  # noqa: PLR2004  # first and last only
        yield from _in_capitals(initials[0] + initials[-1])


def _spellings(name: str) -> Iterator[str]:
    """Yield a name as it is written, and where there are only letters from a to z."""
    yield name
    choices = [_LETTERS.get(letter, (letter,)) for letter in name.lower()]
    for number, letters in enumerate(product(*choices)):
        if number == _MOST_SPELLINGS:
            return
        if "".join(letters) != name.lower():
            yield "".join(letters)
