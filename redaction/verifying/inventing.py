"""Other private values in place of those of a record: invented words, other people, other numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any

from pydantic import ValidationError

from records.fields import Model, Visibility
from records.parts.attendance import Declarations
from records.withholding import Withhold, Withholdable
from redaction.values import NAMING, Field, Standing, fields_of, is_concealed, standing_of

_SYLLABLES = ("ba", "dro", "fen", "gil", "hum", "jor", "kel", "lum", "mav", "nor", "pid", "rus", "tol", "vim")
_DECIDING = frozenset({"level", "posts", "public_id", "show"})
"""Fields that decide who is named and how, and do so too where they are hidden themselves."""

_LEAP = 4
"""Years after which a date stays a date."""

_YEAR = re.compile(r"\d{4}(?:-|\Z)")
_DIGIT = re.compile(r"\d(?=\D*\Z)")
_MARK = re.compile(r"(\[\[redact [a-z0-9-]+\|)([^\[\]|]+)(\]\])")


@dataclass(frozen=True, slots=True)
class Inventor:
    """What is needed to invent values for one record, so that they still fit the others."""

    random: Random = field(repr=False)
    grows: bool
    """Whether lists that nobody sees get longer or shorter, and texts come or go."""
    bold: bool
    """Whether dates, numbers and choices change too, which may not fit together."""
    canary: str = field(repr=False)
    """A word that every invented text holds."""
    known: Mapping[str, Sequence[str]]
    """Ids that a reference may name, by kind."""
    referred: frozenset[str]
    """Ids that some record refers to, which must go on existing."""
    reason: str | None
    """A reason of the policy."""

    def words(self, fewest: int = 2, most: int = 9) -> str:
        """Return invented words with the canary among them."""
        lengths = self.random.choices((1, 2, 3), k=self.random.randint(fewest, most))
        syllables = iter(self.random.choices(_SYLLABLES, k=sum(lengths)))
        invented = ["".join(islice(syllables, length)) for length in lengths]
        invented.insert(self.random.randint(0, len(invented)), self.canary)
        return " ".join(invented)

    def id(self) -> str:
        """Return an id that no record has."""
        return f"invented-{self.random.randrange(10**9)}"


def invent(model: type[Model], plain: Any, standing: Standing, inventor: Inventor) -> Any:
    """Return plain values of a model in which all that may not be seen is other than it was."""
    if isinstance(plain, str):
        return plain if plain == "none" else _text(NAMING, plain, standing, inventor)
    changed = {}
    for name, value in plain.items():
        known = fields_of(model)[name]
        if model is Withhold and name == "what":
            changed[name] = value
            continue
        here = standing_of(model, plain, name, standing)
        if known.visibility is Visibility.DERIVED and name in _DECIDING:
            changed[name] = value
        elif not _is_hidden(here) or not _goes(model, known, here, inventor) or _is_referred(value, inventor):
            changed[name] = change(known, value, here, inventor)
    if inventor.grows and inventor.bold:
        changed |= _added(model, plain, standing, inventor)
    return changed


def fresh(model: type[Model], inventor: Inventor) -> dict[str, Any] | None:
    """Return the least that a model needs; None when it needs more than an id and words."""
    plain = {}
    for known in fields_of(model).values():
        if known.sort == "id" and known.required:
            plain[known.name] = inventor.id()
        elif known.is_text and known.required:
            plain[known.name] = _other_words(known, inventor)
        elif known.required:
            return None
    return plain


def _is_hidden(standing: Standing) -> bool:
    return standing is Standing.WITHHELD or standing is Standing.PRIVATE


def _goes(model: type[Model], known: Field, standing: Standing, inventor: Inventor) -> bool:
    """Return whether a hidden field is left out: of a twin that shrinks, and a private one of the other.

    A twin that grows adds private fields where there are none, so that their presence is turned round.
    """
    may = issubclass(model, Withholdable) and not known.required and (known.is_text or known.many)
    leaves = not inventor.grows or standing is Standing.PRIVATE
    return inventor.bold and leaves and may and known.sort != "line"


def _added(
    model: type[Model], plain: dict[str, Any], standing: Standing, inventor: Inventor
) -> dict[str, Any]:
    """Return hidden fields that a mapping does not have yet."""
    added: dict[str, Any] = {}
    if not issubclass(model, Withholdable):
        return added
    for known in fields_of(model).values():
        may = known.sort in {"note", "prose"} or (known.many and known.model is not None)
        if known.name in plain or not may:
            continue
        if not _is_hidden(standing_of(model, plain, known.name, standing)):
            continue
        if known.sort in {"note", "prose"}:
            added[known.name] = [inventor.words()] if known.many else inventor.words()
        elif known.many and known.model is not None and known.model is not model:
            child = fresh(known.model, inventor)
            added |= {known.name: [child]} if child else {}
    return added


def change(known: Field, value: Any, standing: Standing, inventor: Inventor) -> Any:
    """Return another value of a field, at every depth at which nobody may see it."""
    if isinstance(value, list) and known.model is Declarations:
        return _list(fields_of(Declarations)["interests"], value, standing, inventor)
    if isinstance(value, list):
        return _list(known, value, standing, inventor)
    if known.name == "withhold_fields" and known.model is not None and isinstance(value, dict):
        return {name: invent(known.model, inner, standing, inventor) for name, inner in value.items()}
    if known.model is not None:
        return invent(known.model, value, standing, inventor)
    return _text(known, value, standing, inventor)


def _list(known: Field, plain: list[Any], standing: Standing, inventor: Inventor) -> list[Any]:
    """Return a list with other hidden members, and with more or fewer of them."""
    hidden = _is_hidden(standing)
    kept: list[Any] = []
    for member in plain:
        secret = hidden or is_concealed(member)
        if secret and not inventor.grows and not _is_referred(member, inventor):
            continue
        kept.append(change(known, member, Standing.WITHHELD if secret else standing, inventor))
        if secret and inventor.grows and isinstance(member, dict) and known.model is not None:
            copy = invent(known.model, _renamed(member, inventor), Standing.WITHHELD, inventor)
            kept.insert(inventor.random.randint(0, len(kept)), copy)
    if hidden and inventor.grows and known.is_text and known.many:
        kept.append(inventor.words())
    more = None if hidden else _concealed(known, plain, inventor)
    if more is not None:
        kept.append(more)
    return kept if kept or not hidden or not plain else [change(known, plain[0], standing, inventor)]


def _is_referred(member: Any, inventor: Inventor) -> bool:
    """Return whether some record refers to an id anywhere in these values."""
    if isinstance(member, dict):
        return member.get("id") in inventor.referred or any(
            _is_referred(inner, inventor) for inner in member.values() if isinstance(inner, dict | list)
        )
    return isinstance(member, list) and any(_is_referred(inner, inventor) for inner in member)


def _renamed(value: Any, inventor: Inventor) -> Any:
    """Return a copy of plain values in which every id is new."""
    if isinstance(value, dict):
        return {
            name: inventor.id() if name == "id" else _renamed(inner, inventor)
            for name, inner in value.items()
        }
    return [_renamed(inner, inventor) for inner in value] if isinstance(value, list) else value


def _text(known: Field, text: str, standing: Standing, inventor: Inventor) -> str:
    """Return another text of the same sort where nobody may see it, and other words in its marks."""
    if not _is_hidden(standing) and known.counts_people:
        return _as_shown(int(text), inventor) if inventor.bold else text
    if not _is_hidden(standing):
        return _MARK.sub(lambda mark: f"{mark[1]}{inventor.words(1)}{mark[3]}", text)
    if known.is_text or (known.sort == "word" and standing is Standing.PRIVATE):
        return _other_words(known, inventor)
    if known.sort == "id":
        return text if text in inventor.referred else inventor.id()
    if known.sort == "reference":
        return _other_reference(known, text, inventor)
    return _other_value(known, text, inventor) if inventor.bold else text


def _other_words(known: Field, inventor: Inventor) -> str:
    """Return an invented text of the form of a field."""
    if known.sort == "email":
        return f"{inventor.canary}@example.org"
    if known.sort == "telephone":
        return f"01632 {inventor.random.randrange(960_000, 960_999)}"
    if known.sort == "web":
        return f"https://example.org/{inventor.canary}"
    return inventor.words(1, 30)


def _other_reference(known: Field, text: str, inventor: Inventor) -> str:
    """Return another id of the same kind as this one, if there is another."""
    kinds = known.reference or ("people", "organizations", "groups", "posts")
    for kind in kinds:
        others = [other for other in inventor.known.get(kind, ()) if other != text]
        if text in inventor.known.get(kind, ()) and others:
            return inventor.random.choice(others)
    return text


def _other_value(known: Field, text: str, inventor: Inventor) -> str:
    """Return another day, time, number or choice."""
    if known.sort == "day":
        return (date.fromisoformat(text) + timedelta(days=1)).isoformat()
    if known.sort == "clock":
        return "23:59" if text != "23:59" else "23:58"
    if known.sort == "count":
        return str(int(text) + inventor.random.randint(1, 40))
    if known.sort == "number":
        whole, point, rest = text.replace(",", "").partition(".")
        return f"{int(whole) + inventor.random.randint(1, 40)}{point}{rest}"
    if known.sort == "word" and not known.choices:
        return _other_form(text)
    choices = {"answer": ("yes", "no")}.get(known.sort, known.choices)
    return next((choice for choice in choices if choice != text), text)


def _other_form(text: str) -> str:
    """Return another text of the same form: a later year of a date, another last digit of a score."""
    if _YEAR.match(text):
        return f"{int(text[:4]) + _LEAP}{text[4:]}"
    last = _DIGIT.search(text)
    return text if last is None else f"{text[: last.start()]}{(int(last[0]) + 1) % 10}{text[last.end() :]}"


def _as_shown(count: int, inventor: Inventor) -> str:
    """Return another number of people that the public sees as it sees this one.

    The rule is written here again, so that a fault in `counts.py` shows.
    """
    if count == 0:
        return "0"
    nearest = (count + 2) // 5 * 5
    same = range(1, 8) if count < 8 else range(max(8, nearest - 2), nearest + 3)  # noqa: PLR2004  # the rule
    return str(inventor.random.choice([each for each in same if each != count]))


def _concealed(known: Field, members: list[Any], inventor: Inventor) -> dict[str, Any] | None:
    """Return one more member, of which nobody may know, for a list that has some; in a growing twin only."""
    model = known.model
    if model is None or not issubclass(model, Withholdable) or inventor.reason is None:
        return None
    if not (inventor.grows and inventor.bold and members and isinstance(members[0], dict)):
        return None
    fields = fields_of(model)
    least = {
        name: value
        for name, value in members[0].items()
        if fields[name].required or not isinstance(value, dict | list)
    }
    withhold = {"withhold": {"reason": inventor.reason, "what": "concealed"}}
    for member in (least, members[0]):
        other = _renamed({**member, **withhold}, inventor)
        made: dict[str, Any] = invent(model, other, Standing.WITHHELD, inventor)
        try:
            model.model_validate(made | withhold)
        except ValidationError:
            continue
        return {**made, **withhold}
    return None
