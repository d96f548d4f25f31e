"""Random records, made from the models themselves: each text says by its words who may see it.

`open…` is public, and must be in the projection of its record; `canary…` is private, and must be in none.
Each word stands in one place only. What is private is worked out here for a third
time, apart from the projection and from the harvest.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from records.fields import Model, Visibility
from records.kinds import KINDS
from records.shapes import models_of
from records.withholding import Withholdable
from redaction.projecting.projection import PRINTED
from redaction.values import Field, fields_of
from tests.redaction.choosing import Choices
from tests.redaction.fitting import fitted, value_of, without, words_in

Plain = dict[str, Any]
Key = tuple[str, str]

REASONS = ("personal", "commercial")
LEVELS = ("lead", "senior", "manager", "officer", "support")

EXACTLY_ONE = {"Party": ("who", "name"), "Holding": ("post", "title")}
AT_LEAST_ONE = {
    "Attendance": ("name", "person", "organization"),
    "Membership": ("name", "person", "post", "organization"),
    "Update": ("text", "action", "about"),
}
"""Fields of which a model needs one, beside those that are required anyway."""

AT_LEAST_TWO = {("JointGroups", "checkers")}
"""Lists of which one member is too few, by model and field."""

NEVER = {"Score": ("impacts", "rating"), "DatedScore": ("impacts", "rating")}
"""Fields that must agree with what a scheme says in words."""

EXCLUDING = {"Risk": {"closed", "closed_because"}, "Point": {"value", "people"}}
"""Fields without which a model can have others. Every second full record is without them."""

PLACED = ("action", "decision")
"""What a mark in prose can place."""


ONE_WORD = {("AccessibilityStatement", "status"): "partial"}
"""Words of closed lists that go with every choice of the other fields."""


@dataclass
class Maker:
    """Makes the records of one partnership, one after the other."""

    choices: Choices
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    known: dict[str, list[str]] = field(default_factory=dict)
    """What can be named so far, by kind of reference."""
    own: dict[str, list[str]] = field(default_factory=dict)
    """The ids of the parts of the record that is being made, by their sort."""
    public: dict[str, Key] = field(default_factory=dict)
    harvested: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """Private ids that a public place names."""
    resolved: set[str] = field(default_factory=set)
    """Those that a projection keeps as ids, until the dataset is assembled."""
    unnamed: set[str] = field(default_factory=set)
    """Ids of people whom the public sees by role; their initials are left out of the attendance."""
    seen: set[tuple[type[Model], str]] = field(default_factory=set)
    """Fields that some unit has."""
    excluded: set[tuple[str, str]] = field(default_factory=set)
    """Fields that some unit could not have beside others."""
    left_out: dict[str, set[str]] = field(default_factory=dict)
    """Fields that no unit of a model has."""
    inside: list[type[Model]] = field(default_factory=list)
    """The models around the unit that is being made, and its own."""
    key: Key = ("", "")
    """The record that is being made."""

    def word(self, *, hidden: bool, harvested: bool = True) -> str:
        """Return a word that stands nowhere else."""
        word = f"{'canary' if hidden else 'open'}{next(self.numbers)}z"
        if not hidden:
            self.public[word] = self.key
        elif harvested:
            self.harvested.append(word)
        return word

    def id(self, *, hidden: bool) -> str:
        """Return an id that stands nowhere else."""
        word = self.word(hidden=hidden, harvested=False)
        if hidden:
            self.harvested.append(f"{word}-id")
        return f"{word}-id" if hidden else word

    def _address(self, form: str, *, hidden: bool) -> str:
        address = form.format(self.word(hidden=hidden, harvested=False))
        self.harvested += [address] if hidden else []
        return address

    def text(self, sort: str, *, hidden: bool) -> str:
        """Return a text of one line, or of some paragraphs, with marks."""
        pieces = [self.word(hidden=hidden)]
        marks = ["redact", "withheld", *(["place"] if sort == "prose" and self._placeable() else ())]
        for mark in self.choices.some(marks, 2):
            reason = self.choices.pick(REASONS)
            if mark == "place":
                pieces.append(f"\n\n{self.choices.pick(self._placeable())}\n\n")
            elif mark == "withheld":
                pieces.append(f"[[withheld {reason}]]")
            elif not hidden:
                pieces.append(f"[[redact {reason}|{self.word(hidden=True)}]]")
        if not hidden:
            pieces.append(self.word(hidden=False))
        return " ".join(pieces).strip()

    def _placeable(self) -> list[str]:
        return [f"[[{kind} {name}]]" for kind in PLACED for name in self.own.get(f"{kind}s", ())]

    def unit(  # noqa: C901  # one step after the other
        self,
        model: type[Model],
        *,
        hidden: bool = False,
        depth: int = 1,
        fixed: Plain | None = None,
        withhold: Plain | None = None,
    ) -> Plain | None:
        """Return plain values of a model. What nobody may see of them holds canaries only.

        None when it must name something and there is nothing to name yet.
        """
        fixed = fixed or {}
        known = {name: each for name, each in fields_of(model).items() if name not in {"id", *fixed}}
        self.inside.append(model)
        names = self._names(model, known, depth)
        plain: Plain = {}
        if "items" in names and known["items"].within:
            plain["items"] = self.choices.some(self.own["items"], 2) or self.own["items"][:1]
            hidden = hidden or all("canary" in item for item in plain["items"])
        hidden = hidden or (withhold or {}).get("what") == "concealed"
        if depth and "id" in fields_of(model) and "id" not in fixed:
            plain["id"] = self.id(hidden=hidden)
        kept = kept_of(model, withhold)
        alone = self._alone(model, [name for name in [*fixed, *names] if name != "id"])
        if withhold:
            plain["withhold"] = withhold
        if alone:
            plain["withhold_fields"] = {
                name: self._field_withhold(
                    fields_of(model)[name], shown=not hidden and (kept is None or name in kept)
                )
                for name in alone
            }
        for name in sorted(names, key=lambda name: self._rank(known[name])):
            if name in plain:
                continue
            secret = hidden or name in alone or (kept is not None and name not in kept)
            value = self._field(model, known[name], hidden=secret, depth=depth)
            if value not in (None, []):
                plain[name] = value
            elif known[name].required:
                self.inside.pop()
                return None
            elif name in alone:
                plain = without(plain, name)
        if plain.get("person") in self.unnamed and "initials" in plain:
            self.public = {word: key for word, key in self.public.items() if word not in plain["initials"]}
        self.inside.pop()
        return self._fitted(model, plain | fixed, set(fixed), hidden=hidden, kept=kept, depth=depth)

    def _fitted(
        self,
        model: type[Model],
        plain: Plain,
        fixed: set[str],
        *,
        hidden: bool,
        kept: frozenset[str] | None,
        depth: int,
    ) -> Plain:
        """Return the values as a model takes them, and forget what was in those that had to go."""

        def add(name: str) -> Any:
            known = fields_of(model)[name]
            secret = hidden or (kept is not None and name not in kept)
            return self._field(model, known, hidden=secret, depth=depth)

        fit = fitted(model, plain, fixed, lambda name: (model, name) in self.seen, add)
        self.excluded |= {(model.__name__, name) for name in set(plain) - set(fit)}
        gone = words_in(plain) - words_in(fit)
        for named in (self.known, self.own) if gone else ():
            for sort, ids in named.items():
                named[sort] = [each for each in ids if not gone & words_in(each.rpartition("/")[2])]
        self.seen |= {(model, name) for name in fit}
        return fit

    def _rank(self, known: Field) -> tuple[bool, ...]:
        """Return what puts fields in the order in which they can be made: parts before what names them."""
        parts = {part.model for part in KINDS[self.key[0]].parts.values()}
        holds = known.model is not None and not parts.isdisjoint({known.model, *models_of(known.model)})
        return (known.name != "items", not holds, known.within)

    def _names(self, model: type[Model], known: dict[str, Field], depth: int) -> list[str]:
        """Return the fields that a unit has: the required ones, and some of the others."""
        one, least = EXACTLY_ONE.get(model.__name__, ()), AT_LEAST_ONE.get(model.__name__, ())
        possible = [
            name
            for name, each in known.items()
            if name not in {"withhold", "withhold_fields", *one}
            and name not in NEVER.get(model.__name__, ())
            and name not in self.left_out.get(model.__name__, ())
            and not (model.__name__ == "Check" and name == "days")
            and (not each.reference or each.required or self._named_by(each))
            and not (each.model is not None and self._returns_to(model, each.model))
        ]
        required = [name for name in possible if known[name].required]
        optional = [name for name in possible if not known[name].required]
        chosen = self.choices.some(optional, max(1, 5 - 2 * depth))
        for needed in (one, () if set(least) & set(chosen) else least):
            able = [name for name in needed if not known[name].reference or self._named_by(known[name])]
            chosen += [self.choices.pick(able)] if able else []
        return required + chosen or ([self.choices.pick(optional)] if optional else [])

    def _returns_to(self, model: type[Model], inner: type[Model]) -> bool:
        """Return whether a field leads back to a model that stands in itself already."""
        return self.inside.count(model) > 1 and model in {inner, *models_of(inner)}

    def _named_by(self, known: Field) -> list[str]:
        """Return what a field can name so far."""
        if known.within:
            return self.own.get(known.reference[0], [])
        return [name for kind in known.reference for name in self.known.get(kind, ())]

    def _field(self, model: type[Model], known: Field, *, hidden: bool, depth: int) -> Any:
        secret = hidden or known.visibility is not Visibility.PUBLIC
        able = known.model is not None and issubclass(known.model, Withholdable) and not secret
        if known.many:
            whats = self.choices.members(2, able=able)
            if (model.__name__, known.name) in AT_LEAST_TWO:
                whats = [None, None, *whats[2:]]
            made = (self._value(model, known, what, hidden=secret, depth=depth + 1) for what in whats)
            return [each for each in made if each is not None]
        what = self.choices.single() if able else None
        return self._value(model, known, what, hidden=secret, depth=depth + 1)

    def _value(  # noqa: PLR0911  # one line a sort
        self, model: type[Model], known: Field, what: str | None, *, hidden: bool, depth: int
    ) -> Any:
        if known.model is not None:
            withhold = self.withhold(known.model, what) if what else None
            made = self.unit(known.model, hidden=hidden, depth=depth, withhold=withhold)
            self._remember(known.model, made)
            return made
        if known.reference:
            return self._reference(known, hidden=hidden)
        if known.sort in {"line", "prose", "note"}:
            plain = known.sort == "note" or known.visibility is not Visibility.PUBLIC
            harvested = known.visibility is not Visibility.DERIVED and self.key[1] != "policy"
            return (
                self.word(hidden=True, harvested=harvested) if plain else self.text(known.sort, hidden=hidden)
            )
        if known.sort == "email":
            return self._address("{}@example.org", hidden=hidden)
        if known.sort == "web":
            return self._address("https://example.org/{}", hidden=hidden)
        if known.sort == "id":
            return self.id(hidden=hidden)
        if known.sort == "telephone":
            number = f"01632 {next(self.numbers):06}" if hidden else "01632 960123"
            self.harvested += [number] if hidden else []
            return number
        if (model.__name__, known.name) in ONE_WORD:
            return ONE_WORD[model.__name__, known.name]
        return self.choices.pick(known.choices) if known.choices else self._other(model, known.name)

    def _other(self, model: type[Model], name: str) -> str:
        return value_of(model, name, next(self.numbers))

    def _reference(self, known: Field, *, hidden: bool) -> str | None:
        able = self._named_by(known)
        if not able:
            return None
        named = self.choices.pick(able)
        if not hidden and not known.within and named not in self.known.get("people", ()):
            self.note_named(named, resolved=not PRINTED.issuperset(known.reference))
        return named

    def note_named(self, named: str, *, resolved: bool) -> None:
        """Note that a public place names something by its id."""
        parts = {part for part in named.split("/") if "canary" in part}
        self.named |= parts
        self.resolved |= parts if resolved else set()

    def _remember(self, model: type[Model], made: Plain | None) -> None:
        """Note what others can name: parts by their id within the record, and by record and id elsewhere."""
        kind = KINDS[self.key[0]]
        for sort, part in kind.parts.items() if made else ():
            if part.model is model and made:
                self.own.setdefault(sort, []).append(made["id"])
                far = made["id"] if kind.single else f"{self.key[1]}/{made['id']}"
                self.known.setdefault(sort, []).append(far)

    def withhold(self, model: type[Model], what: str) -> Plain:
        """Return what withholds a unit."""
        made: Plain = {"reason": self.choices.pick(REASONS), "what": what}
        secret = what == "concealed"
        for name in self.choices.some(["title", "review", "note"], 3):
            if name == "title" and what != "text" and "title" in model.model_fields:
                made["title"] = self.text("line", hidden=secret)
            elif name == "note":
                made["note"] = self.word(hidden=True)
            elif name == "review":
                made["review"] = "2027-01-31"
        return made

    def _alone(self, model: type[Model], names: Sequence[str]) -> list[str]:
        """Return the fields of a unit that are withheld by themselves."""
        if not issubclass(model, Withholdable):
            return []
        known = fields_of(model)
        return self.choices.alone(
            [
                name
                for name in names
                if known[name].visibility is Visibility.PUBLIC
                and (not known[name].required or known[name].sort in {"line", "prose"})
            ]
        )

    def _field_withhold(self, known: Field, *, shown: bool) -> Plain:
        made: Plain = {"reason": self.choices.pick(REASONS)}
        for name in self.choices.some(["instead", "note"], 2):
            if name == "note":
                made["note"] = self.word(hidden=True)
            elif shown and known.sort in {"line", "prose"}:
                made["instead"] = self.text("line", hidden=False)
        return made


def kept_of(model: type[Model], withhold: Plain | None) -> frozenset[str] | None:
    """Return the fields that stay public when a unit is withheld; None when it is not."""
    if withhold is None or not issubclass(model, Withholdable):
        return None
    kept = {"text": model.kept_when_text_withheld, "whole": model.kept_when_whole_withheld}
    return kept.get(withhold["what"], frozenset())
