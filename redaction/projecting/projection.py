"""From a private record to its public values, by allow-list.

A field is copied only if its model marks it public, the public model has it, and the unit that it stands in
is not withheld. Text goes through the lexer of marks; people, posts and bodies are printed as on the day;
other records stay ids. The same records always give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from editions.fields import PublicRecord
from editions.kinds import PUBLIC_KINDS
from editions.marks import Placement
from editions.prose import problems_in
from problems import Place, Problem, errors, in_order
from records.fields import Model, Reference, Visibility, Written
from records.kinds import KINDS
from records.kinds.groups import Membership
from records.kinds.people import Person
from records.loading import Loaded, Records
from records.parts.actions import Update
from records.parts.attendance import Attendance, Declarations
from records.shapes import Path, Shape, shapes_of
from records.withholding import FieldWithhold, Withhold, Withholdable
from redaction.marking.marks import Lexed, is_ordinary, lex, public_text
from redaction.numbers.counts import People
from redaction.numbers.tables import rounding_of, with_counts_shown
from redaction.projecting import projection_messages as messages
from redaction.projecting.consents import names_people, without_names
from redaction.projecting.derivations import day_of_seat, derived, has_no_post, print_at
from redaction.projecting.leaving_out import left_out
from redaction.projecting.naming import tells_of_concealed
from redaction.projecting.neighbours import broken_behind, broken_behind_person
from redaction.projecting.numbering import missing_in
from redaction.projecting.parts import Parts, is_hidden, parts_of

Plain = dict[str, Any]

PRINTED = frozenset({"people", "organizations", "groups", "posts", "all"})
"""What is printed as on the day. Whatever else is named stays an id."""

WITHIN_ITEMS = Reference(("items",), within=True)
"""What an attendance for some items only is about."""


@dataclass(frozen=True, slots=True)
class Projection:
    """The public values of one record."""

    kind: str
    id: str
    record: PublicRecord | None
    """None when something is wrong, so that nothing half redacted can be signed off."""

    problems: tuple[Problem, ...] = ()

    kept: Mapping[Path, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    """For each list of the private record, by its path: which of its members the public list has."""


@dataclass(frozen=True, slots=True)
class _Context:
    """What is the same for a whole record, and the problems found in it so far."""

    records: Records
    loaded: Loaded
    reasons: frozenset[str]
    day: str | None
    parts: Parts
    problems: list[Problem] = field(default_factory=list)
    kept: dict[Path, tuple[int, ...]] = field(default_factory=dict)


def project(records: Records, kind: str, record_id: str) -> Projection:
    """Return the public values of a record, or everything that keeps it from having any."""
    loaded = records.loaded.get((kind, record_id))
    if loaded is None or loaded.record is None:
        place = Place(loaded.file if loaded else f"data/{kind}/{record_id}.yml")
        return Projection(kind, record_id, None, (messages.NOT_VALID.at(place),))
    policy = records.policy
    if policy is None:
        return Projection(kind, record_id, None, (messages.NO_POLICY.at(Place("data/policy.yml")),))
    context = _Context(
        records=records,
        loaded=loaded,
        reasons=frozenset(reason.id for reason in policy.reasons),
        day=KINDS[kind].day(loaded.record),
        parts=parts_of(kind, loaded.record),
    )
    if isinstance(loaded.record, Person):
        _note_broken(broken_behind_person(loaded.record, records), context)
    plain = _project(loaded.record, (), context)
    problems = in_order(context.problems)
    if errors(problems) or plain is None:
        return Projection(kind, record_id, None, problems)
    earlier = records.earlier.get((kind, record_id), ())
    plain = with_counts_shown(kind, plain, rounding_of(policy), earlier, records.earlier)
    try:
        record = PUBLIC_KINDS[kind].model_validate(plain)
    except ValidationError as error:
        # The words of the error quote values; its location does not.
        fields = {".".join(str(step) for step in each["loc"]) for each in error.errors(include_input=False)}
        place = Place(loaded.file, field=tuple(sorted(fields)))
        return Projection(kind, record_id, None, (*problems, messages.NOT_PUBLIC.at(place)))
    left = left_out(record, records.gone)
    if left is None:
        return Projection(kind, record_id, None, (*problems, messages.NEEDS_GONE.at(Place(loaded.file))))
    return Projection(kind, record_id, left, problems, context.kept)


def project_all(
    records: Records, *, progress: Callable[[int, int], None] | None = None
) -> dict[tuple[str, str], Projection]:
    """Return the projection of every record that could be read."""
    found = {}
    for count, key in enumerate(records.loaded, 1):
        found[key] = project(records, *key)
        if progress is not None:
            progress(count, len(records.loaded))
    return found


def public_records(projections: Mapping[tuple[str, str], Projection]) -> list[tuple[str, PublicRecord]]:
    """Return what the public would see of all that could be signed off, with the kind of each."""
    return [(kind, each.record) for (kind, _), each in projections.items() if each.record is not None]


def _project(model: Model, path: Path, context: _Context) -> Plain | None:
    """Return the public values of a model, or None when the public must not know of it."""
    withhold = model.withhold if isinstance(model, Withholdable) else None
    if withhold is not None and withhold.what == "concealed":
        return None
    if isinstance(model, Membership):
        context = replace(context, day=day_of_seat(model, context.records))
    plain = _fields(model, path, context)
    if plain is None:
        return None
    if withhold is not None:
        plain |= _explained(model, withhold, (*path, "withhold"), context)
    if (
        isinstance(model, Attendance)
        and "initials" in plain
        and "name" not in plain.get("person", {"name": ""})
    ):
        context.problems.append(messages.INITIALS_LEFT_OUT.at(context.loaded.place((*path, "initials"))))
        del plain["initials"]
    fields = _withheld_alone(model)
    if fields:
        plain["withheld_fields"] = [
            _without_none({"field": name, "reason": why.reason, "review": _iso(why.review)})
            for name, why in sorted(fields.items())
        ]
    if _says_nothing(model, plain):
        return None
    plain |= derived(model, context.records)
    return plain if names_people(model) else without_names(plain)


def _fields(model: Model, path: Path, context: _Context) -> Plain | None:
    """Return the public fields of a model; None when all that it was about is concealed."""
    withhold = model.withhold if isinstance(model, Withholdable) else None
    alone = _withheld_alone(model)
    plain: Plain = {}
    for shape in shapes_of(type(model)):
        if shape.visibility is not Visibility.PUBLIC:
            continue
        if withhold is not None and not _stays(model, shape, withhold):
            if shape.required and shape.written is not None:
                plain[shape.name] = _in_place_of(getattr(model, shape.name), _notice(withhold.reason))
        elif shape.name in alone:
            words = _replaced(shape, alone[shape.name], (*path, "withhold_fields", shape.name), context)
            if words is not None:
                plain[shape.name] = _in_place_of(getattr(model, shape.name), words)
        else:
            value = _value(getattr(model, shape.name), shape, (*path, shape.name), context)
            if value is _ABSENT:
                return None
            if value is not None:
                plain[shape.name] = value
    return plain


def _says_nothing(model: Model, plain: Plain) -> bool:
    """Return whether news is left without its action and a word of its own, or a heading without interests.

    It would only tell that there is something of which nobody may know.
    """
    if isinstance(model, Declarations):
        return not plain.get("none_declared") and "interests" not in plain
    return isinstance(model, Update) and model.action is not None and plain.keys() <= {"status", "on", "due"}


def _withheld_alone(model: Model) -> Mapping[str, FieldWithhold]:
    """Return the fields of a unit that are withheld alone."""
    return (model.withhold_fields or {}) if isinstance(model, Withholdable) else {}


class _Absent:
    """Stands for a unit that makes no sense any more, because all it was about is concealed."""


_ABSENT = _Absent()


def _stays(model: Model, shape: Shape, withhold: Withhold) -> bool:
    """Return whether a field stays public although its unit is withheld."""
    kind = type(model)
    if not issubclass(kind, Withholdable):
        return False
    kept = kind.kept_when_text_withheld if withhold.what == "text" else kind.kept_when_whole_withheld
    return shape.name in kept


def _explained(model: Model, withhold: Withhold, path: Path, context: _Context) -> Plain:
    """Return what the public is told of a withheld unit, and the title that it gets instead of its own."""
    _known(withhold.reason, path, context)
    told = {"reason": withhold.reason, "what": withhold.what, "review": _iso(withhold.review)}
    plain: Plain = {"withheld": _without_none(told)}
    if withhold.title is not None and "title" not in type(model).model_fields:
        context.problems.append(messages.NO_TITLE.at(context.loaded.place((*path, "title"))))
    elif withhold.title is not None:
        plain["title"] = _text(withhold.title, Written.LINE, (*path, "title"), context)
    return plain


def _replaced(shape: Shape, why: FieldWithhold, path: Path, context: _Context) -> str | None:
    """Return what stands in place of a single field: words, a notice, or nothing."""
    _known(why.reason, path, context)
    if shape.written is None:
        if why.instead is not None:
            context.problems.append(messages.INSTEAD_UNUSED.at(context.loaded.place((*path, "instead"))))
        return None
    words = _text(why.instead, Written.LINE, (*path, "instead"), context) if why.instead else None
    return words or _notice(why.reason)


def _in_place_of(value: Any, words: str) -> str | list[str]:
    """Return words in the form of the value that they stand for: one text, or a list of one."""
    return [words] if isinstance(value, tuple) else words


def _known(reason: str, path: Path, context: _Context) -> None:
    """Note a reason that the policy does not have."""
    if reason not in context.reasons:
        context.problems.append(messages.UNKNOWN_REASON.at(context.loaded.place((*path, "reason"))))


def _value(value: Any, shape: Shape, path: Path, context: _Context) -> Any:  # noqa: PLR0911  # one line a type
    """Return the public form of one value."""
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        kept = [_value(inner, shape, (*path, position), context) for position, inner in enumerate(value)]
        context.kept[path] = tuple(
            position for position, inner in enumerate(kept) if inner is not None and inner is not _ABSENT
        )
        for position, name in missing_in(value, context.kept[path]):
            place = context.loaded.place((*path, position, name))
            context.problems.append(messages.NUMBER_MISSING.at(place, key=name))
        public = [kept[position] for position in context.kept[path]]
        return public or (_ABSENT if shape.reference == WITHIN_ITEMS and shape.name == "items" else None)
    if isinstance(value, Model):
        return _project(value, path, context) or None
    if shape.reference is not None:
        return _named(value, shape.reference, path, context)
    if shape.counts_people:
        return People(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    return _text(value, shape.written, path, context) if shape.written is not None else value


def _named(value: str, reference: Reference, path: Path, context: _Context) -> Any:
    """Return the public form of something named: printed as on the day, or the id of another record."""
    if reference.within:
        return value if value in context.parts.of(reference.kinds[0]).public else None
    if not PRINTED.issuperset(reference.kinds):
        if not is_hidden(value, reference.kinds, context.records):
            return value
        context.problems.append(messages.NAMES_HIDDEN_PART.at(context.loaded.place(path)))
        return None
    _note_broken(broken_behind(value, reference.kinds, context.records), context)
    if has_no_post(value, reference.kinds, context.records, context.day):
        context.problems.append(messages.NO_POST_THAT_DAY.at(context.loaded.place(path)))
    printed = print_at(value, reference.kinds, context.records, context.day)
    if printed is not None and tells_of_concealed(printed):
        context.problems.append(messages.NAMES_CONCEALED.at(context.loaded.place(path)))
    return printed


def _note_broken(names: tuple[str, ...], context: _Context) -> None:
    """Note the records that are named and have mistakes, so that something would be missing here."""
    place = Place(context.loaded.file)
    context.problems.extend(messages.NEIGHBOUR_NOT_VALID.at(place, name=name) for name in names)


def _text(raw: str, written: Written, path: Path, context: _Context) -> str:
    """Return the public form of a text; what is wrong with it is noted, and nothing of it is returned."""
    if is_ordinary(raw):
        return raw
    place = context.loaded.place_of_text(path)
    lexed = lex(raw, place, context.reasons)
    pieces, problems = _placed(lexed, written, place, context)
    found = [*lexed.problems, *problems]
    if not found:
        text = public_text(Lexed(pieces, ()))
        flaws = problems_in(text) if written is Written.PROSE else ()
        found = [flaw.wording.at(replace(place, line=place.line + flaw.line - 1)) for flaw in flaws]
        if not found:
            return text
    context.problems.extend(found)
    return _notice("unreadable")


def _placed(lexed: Lexed, written: Written, place: Place, context: _Context) -> tuple[Any, list[Problem]]:
    """Return the pieces without placements of what is not public, and the placements of what is nowhere."""
    pieces = []
    problems = []
    for piece in lexed.pieces:
        if isinstance(piece, Placement):
            known = context.parts.of(f"{piece.kind}s")
            if piece.id not in known.every or written is not Written.PROSE:
                problems.append(messages.PLACED_NOTHING.at(place, kind=piece.kind))
            elif piece.id not in known.public:
                continue
        pieces.append(piece)
    return tuple(pieces), problems


def _notice(reason: str) -> str:
    return f"[[withheld {reason}]]"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _without_none(plain: Plain) -> Plain:
    return {key: value for key, value in plain.items() if value is not None}
