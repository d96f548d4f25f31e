"""Random records, made from the models themselves: each text says by its words who may see it.

`open…` is public, and must be in the projection of its record; `canary…` is private, and must be in none.
Each word stands in one place only. What is private is worked out here for a third
time, apart from the projection and from the harvest.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any, Protocol, TypeVar

from hypothesis import strategies as st

from records.fields import Model, Visibility
from records.withholding import Withholdable
from redaction.values import Field, fields_of

T = TypeVar("T")
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

FIXED = {
    "language": "en-GB",
    "languages": "en-GB",
    "time": "14:00-16:10",
    "since": "2020-01-01",
    "until": "2031-01-01",
    "founded": "2001",
    "dissolved": "2031",
    "date": "2026-03-12",
    "second_person": "before",
}
"""Values of fields that have to fit each other, or a form that the models do not tell apart."""

BY_SORT = {"day": "2026-05-04", "clock": "10:15", "count": "3", "answer": "yes", "word": "2026-05"}


class Choices(Protocol):
    """Where the random decisions come from."""

    def some(self, options: Sequence[T], most: int) -> list[T]:
        """Return some of the options, each once."""

    def seldom(self, options: Sequence[T]) -> T | None:
        """Return one of the options, and mostly none."""

    def pick(self, options: Sequence[T]) -> T:
        """Return one of the options."""

    def times(self, most: int) -> int:
        """Return how many members a list has, at least one."""


@dataclass(frozen=True)
class Drawn:
    """Choices drawn by Hypothesis, so that it can make a failing example smaller."""

    draw: Callable[[st.SearchStrategy[Any]], Any]

    def some(self, options: Sequence[T], most: int) -> list[T]:
        if not options or most < 1:
            return []
        return list(self.draw(st.lists(st.sampled_from(options), max_size=most, unique=True)))

    def seldom(self, options: Sequence[T]) -> T | None:
        chance = self.draw(st.integers(0, 4)) if options else 0
        return self.pick(options) if chance == 4 else None

    def pick(self, options: Sequence[T]) -> T:
        chosen: T = self.draw(st.sampled_from(options))
        return chosen

    def times(self, most: int) -> int:
        return int(self.draw(st.integers(1, most)))


class Everything:
    """The choices that give every field of every model, with nothing withheld."""

    def some(self, options: Sequence[T], most: int) -> list[T]:  # noqa: ARG002  # all, whatever is asked for
        return list(options)

    def seldom(self, options: Sequence[T]) -> T | None:  # noqa: ARG002  # never
        return None

    def pick(self, options: Sequence[T]) -> T:
        return options[0]

    def times(self, most: int) -> int:  # noqa: ARG002  # one is enough
        return 1


@dataclass
class Maker:
    """Makes the records of one partnership, one after the other."""

    choices: Choices
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    known: dict[str, list[str]] = field(default_factory=dict)
    """What can be named so far, by kind of reference."""
    public: dict[str, Key] = field(default_factory=dict)
    harvested: list[str] = field(default_factory=list)
    named: set[str] = field(default_factory=set)
    """Private ids that a public place names."""
    resolved: set[str] = field(default_factory=set)
    """Those that a projection keeps as ids, until the dataset is assembled."""
    unnamed: set[str] = field(default_factory=set)
    """Ids of people whom the public sees by role; their initials are left out of the attendance."""
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
        own = f"{self.key[1]}/"
        return [
            f"[[{kind} {name.removeprefix(own)}]]"
            for kind in ("action", "decision")
            for name in self.known.get(f"{kind}s", ())
            if name.startswith(own)
        ]

    def unit(
        self,
        model: type[Model],
        *,
        hidden: bool = False,
        depth: int = 1,
        fixed: Plain | None = None,
        withhold: Plain | None = None,
    ) -> Plain:
        """Return plain values of a model. What nobody may see of them holds canaries only."""
        fixed = fixed or {}
        known = {name: each for name, each in fields_of(model).items() if name not in {"id", *fixed}}
        names = self._names(model, known, depth)
        plain: Plain = {}
        if "items" in names and known["items"].reference == ("items",):
            plain["items"] = self.choices.some(self.known["items"], 2) or self.known["items"][:1]
            hidden = hidden or all("canary" in item for item in plain["items"])
        withhold = withhold or (self.withhold(model) if depth and not hidden else None)
        hidden = hidden or (withhold or {}).get("what") == "concealed"
        if depth and "id" in fields_of(model) and "id" not in fixed:
            plain["id"] = self.id(hidden=hidden)
        kept = kept_of(model, withhold)
        alone = self._alone(model, [name for name in [*fixed, *names] if name != "id"])
        if withhold:
            plain["withhold"] = withhold
        if alone:
            shown = not hidden and (kept is None or alone in kept)
            plain["withhold_fields"] = {alone: self._field_withhold(fields_of(model)[alone], shown=shown)}
        for name in sorted(names, key=lambda name: (name != "items", name not in {"actions", "decisions"})):
            if name in plain:
                continue
            secret = hidden or name == alone or (kept is not None and name not in kept)
            plain[name] = self._field(known[name], hidden=secret, depth=depth)
        if plain.get("person") in self.unnamed and "initials" in plain:
            self.public = {word: key for word, key in self.public.items() if word not in plain["initials"]}
        return plain | fixed

    def _names(self, model: type[Model], known: dict[str, Field], depth: int) -> list[str]:
        """Return the fields that a unit has: the required ones, and some of the others."""
        one, least = EXACTLY_ONE.get(model.__name__, ()), AT_LEAST_ONE.get(model.__name__, ())
        possible = [
            name
            for name, each in known.items()
            if name not in {"withhold", "withhold_fields", "approved_on", *one}
            and not (model.__name__ == "Check" and name == "days")
            and (not each.reference or self._named_by(each.reference))
            and not (each.model is model and depth > 1)
        ]
        required = [name for name in possible if known[name].required]
        optional = [name for name in possible if not known[name].required]
        chosen = self.choices.some(optional, max(1, 5 - 2 * depth))
        for needed in (one, () if set(least) & set(chosen) else least):
            able = [
                name for name in needed if not known[name].reference or self._named_by(known[name].reference)
            ]
            chosen += [self.choices.pick(able)] if able else []
        return required + chosen or [self.choices.pick(optional)]

    def _named_by(self, kinds: Collection[str]) -> list[str]:
        return [name for kind in kinds for name in (["all"] if kind == "all" else self.known.get(kind, ()))]

    def _field(self, known: Field, *, hidden: bool, depth: int) -> Any:
        secret = hidden or known.visibility is not Visibility.PUBLIC
        if known.many:
            deeper = depth + 1
            return [self._value(known, hidden=secret, depth=deeper) for _ in range(self.choices.times(2))]
        return self._value(known, hidden=secret, depth=depth + 1)

    def _value(self, known: Field, *, hidden: bool, depth: int) -> Any:  # noqa: PLR0911  # one line a sort
        if known.model is not None:
            made = self.unit(known.model, hidden=hidden, depth=depth)
            self._remember(known.model.__name__, made)
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
        if known.name in FIXED:
            return FIXED[known.name]
        return self.choices.pick(known.choices) if known.choices else BY_SORT[known.sort]

    def _reference(self, known: Field, *, hidden: bool) -> str:
        named = self.choices.pick(self._named_by(known.reference))
        if not hidden and named not in self.known.get("people", ()):
            self.note_named(named, resolved=known.reference[0] in {"meetings", "actions", "decisions"})
        return named

    def note_named(self, named: str, *, resolved: bool) -> None:
        """Note that a public place names something by its id."""
        parts = {part for part in named.split("/") if "canary" in part}
        self.named |= parts
        self.resolved |= parts if resolved else set()

    def _remember(self, model: str, made: Plain) -> None:
        """Note what others can name: items by id, actions and decisions by meeting and id."""
        if model == "Item":
            self.known.setdefault("items", []).append(made["id"])
        elif model in {"Action", "Decision"}:
            self.known.setdefault(f"{model.lower()}s", []).append(f"{self.key[1]}/{made['id']}")

    def withhold(self, model: type[Model]) -> Plain | None:
        what = (
            self.choices.seldom(["text", "whole", "concealed"]) if issubclass(model, Withholdable) else None
        )
        if what is None:
            return None
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

    def _alone(self, model: type[Model], names: Sequence[str]) -> str | None:
        """Return a field to withhold by itself, if one is."""
        if not issubclass(model, Withholdable):
            return None
        known = fields_of(model)
        able = [
            name
            for name in names
            if known[name].visibility is Visibility.PUBLIC
            and (not known[name].required or known[name].sort in {"line", "prose"})
        ]
        return self.choices.seldom(able)

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
