"""Risk registers: what could go wrong, how it is scored, and what is done about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, ClassVar

from problems import Problem, Severity, Wording
from records.checks.circles import no_circles
from records.fields import GroupRef, Model, PartialDay, Prose, Public, RiskRef
from records.kind import Key, Kind, Locate, Part, keeper_of
from records.kinds.people import Person
from records.parts.issued import Issued
from records.parts.risks import Risk
from records.parts.scoring import Scheme, Score, band_of, impact_of, steps_of, worked_out
from records.periods import is_before, line_of
from records.shapes import Path, models_in

OFF_THE_SCALE = Wording(
    "score-off-scale",
    "The scheme at {other} has no such step of {scale}.",
    "Correct the score, or add the step to the scheme.",
)
NO_SUCH_DIMENSION = Wording(
    "score-no-dimension",
    "The scheme at {other} has no dimension with this id.",
    "Correct the id, or add the dimension to the scheme.",
)
SCORE_WRONG = Wording(
    "score-wrong",
    "The printed score is not what the scheme makes of likelihood and impact, which is at {other}.",
    "Correct the score, the likelihood or the impact; leave the score out to have it worked out.",
)
NO_BAND = Wording(
    "score-without-band",
    "The score lies in no band of the scheme at {other}.",
    "Correct the score, or widen one of the `bands`; without a band it has no word.",
    Severity.WARNING,
)
RATING_DIFFERS = Wording(
    "score-rating-differs",
    "The printed word is not that of the band in which the score lies, at {other}.",
    "Correct the word or the score, or leave the word out.",
)
HIGHER_THAN = Wording(
    "score-higher-than",
    "The {lower} score is higher than the {higher} score at {other}.",
    "Check both: controls and further actions should make a risk smaller.",
    Severity.WARNING,
)
CLOSED_WITH_ACTIONS = Wording(
    "risk-closed-with-actions",
    "The risk is closed, at {other}, and this action of it is not.",
    "Settle the action, or take `closed` out.",
)
HISTORY_ORDER = Wording(
    "risk-history-order",
    "This score is older than the one before it, at {other}.",
    "Put the history in order of time, the oldest first.",
)
OWNER_NAMED = Wording(
    "risk-owner-named",
    "This text names an owner who has not agreed to be named: see {other}.",
    "Write the post instead, or `owner_may_be_named: yes` once the owner has agreed.",
)

_SETTLED = frozenset({"done", "dropped", "superseded"})


class Register(Issued):
    """A risk register as it stood on a day."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = Issued.kept_when_text_withheld | {"as_of", "group"}
    kept_when_whole_withheld: ClassVar[frozenset[str]] = Issued.kept_when_whole_withheld | {"as_of"}

    as_of: Public[PartialDay]
    """The day on which it stood so."""

    group: Public[GroupRef | None] = None
    """The group that keeps it."""

    replaces: Public[RiskRef | None] = None
    """The register before it."""

    appetite: Public[Prose | None] = None
    """How much risk the partners are ready to carry."""

    schemes: Public[tuple[Scheme, ...]] = ()
    """How its risks are scored: one way, or several."""

    risks: Public[tuple[Risk, ...]] = ()
    """The risks, in the order of the document."""


@dataclass(frozen=True, slots=True)
class _Scored:
    """A score with its scheme, and where both stand."""

    key: Key
    path: Path
    score: Score
    scheme: Scheme
    scheme_path: Path


def _scored(records: Mapping[Key, Any]) -> Iterator[_Scored]:
    for key, register in _registers(records):
        for path, score in models_in(register):
            scheme = _scheme_of(score, register) if isinstance(score, Score) else None
            if scheme is not None and isinstance(score, Score):
                scheme_path: Path = ("schemes", register.schemes.index(scheme))
                yield _Scored(key, path, score, scheme, scheme_path)


def _off_the_scale(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each step and dimension of a score that its scheme does not have."""
    for each in _scored(records):
        key, path, score, scheme = each.key, each.path, each.score, each.scheme
        dimensions = {known.id for known in scheme.dimensions}
        marks: list[tuple[Path, str | None, str]] = [
            ((*path, "likelihood"), score.likelihood, "likelihood"),
            ((*path, "impact"), score.impact, "impact"),
        ]
        for position, one in enumerate(score.impacts):
            place: Path = (*path, "impacts", position)
            marks.append(((*place, "impact"), one.impact, "impact"))
            if one.dimension not in dimensions:
                other = line_of(locate(key, each.scheme_path))
                yield NO_SUCH_DIMENSION.at(locate(key, (*place, "dimension")), other=other)
        for where, mark, name in marks:
            scale = scheme.likelihood if name == "likelihood" else scheme.impact
            if mark is not None and scale and mark not in steps_of(scale):
                other = line_of(locate(key, (*each.scheme_path, name)))
                yield OFF_THE_SCALE.at(locate(key, where), scale=name, other=other)


def _by_the_scheme(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each printed score and word that its scheme would not give."""
    for each in _scored(records):
        key, path, score, scheme = each.key, each.path, each.score, each.scheme
        made = worked_out(score, scheme)
        if made is not None and score.score is not None and score.score != made:
            other = line_of(locate(key, (*path, "likelihood")))
            yield SCORE_WRONG.at(locate(key, (*path, "score")), other=other)
            continue
        mark = score.score or made
        band = band_of(mark, scheme) if mark else None
        if mark and scheme.bands and band is None:
            other = line_of(locate(key, (*each.scheme_path, "bands")))
            yield NO_BAND.at(locate(key, path), other=other)
        elif band is not None and score.rating and _differ(score.rating, scheme.bands[band].word):
            other = line_of(locate(key, (*each.scheme_path, "bands", band)))
            yield RATING_DIFFERS.at(locate(key, (*path, "rating")), other=other)


def _risks(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield what does not fit together within each risk."""
    for key, register in _registers(records):
        for position, risk in enumerate(register.risks):
            path: Path = ("risks", position)
            for higher, lower in (("inherent", "residual"), ("residual", "target")):
                one, other = getattr(risk, higher), getattr(risk, lower)
                if one and other and _is_above(other, one, register):
                    place = line_of(locate(key, (*path, higher)))
                    yield HIGHER_THAN.at(locate(key, (*path, lower)), lower=lower, higher=higher, other=place)
            for number, action in enumerate(risk.actions):
                if risk.closed and action.status not in _SETTLED:
                    closed = line_of(locate(key, (*path, "closed")))
                    yield CLOSED_WITH_ACTIONS.at(locate(key, (*path, "actions", number)), other=closed)
            for number, (before, after) in enumerate(pairwise(risk.history)):
                if is_before(after.on, before.on):
                    earlier = line_of(locate(key, (*path, "history", number, "on")))
                    yield HISTORY_ORDER.at(locate(key, (*path, "history", number + 1, "on")), other=earlier)


def _owners(records: Mapping[Key, Any], locate: Locate) -> Iterator[Problem]:
    """Yield each text of a risk that names an owner who has not agreed to it."""
    for key, register in _registers(records):
        for position, risk in enumerate(register.risks):
            names = [] if risk.owner_may_be_named else list(_names_of_owners(risk, records))
            found = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)") if names else None
            for path, model in models_in(risk, ("risks", position)) if found else ():
                for name, text in _texts(model):
                    if found and found.search(text):
                        other = line_of(locate(key, ("risks", position, "owners")))
                        yield OWNER_NAMED.at(locate(key, (*path, name)), other=other)


def _names_of_owners(risk: Risk, records: Mapping[Key, Any]) -> Iterator[str]:
    """Yield the surnames of those who own a risk or an action of it, or hold the post that does."""
    parties = {*risk.owners, *risk.escalated_to, *(each for action in risk.actions for each in action.owners)}
    for (_, record_id), person in records.items():
        if isinstance(person, Person):
            posts = {holding.post for holding in person.posts if holding.post and holding.until is None}
            if record_id in parties or posts & parties:
                yield from dict.fromkeys([person.name, person.name.split()[-1]])


def _texts(model: Model) -> Iterator[tuple[str, str]]:
    """Yield the texts of a model that stand in the field itself, by the name of the field."""
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, str) and name not in {"id", "office_note"}:
            yield name, value


def _registers(records: Mapping[Key, Any]) -> Iterator[tuple[Key, Register]]:
    return ((key, record) for key, record in records.items() if isinstance(record, Register))


def _scheme_of(score: Score, register: Register) -> Scheme | None:
    """Return the scheme of a score: the one it names, else the first."""
    if score.scheme is None:
        return register.schemes[0] if register.schemes else None
    return next((scheme for scheme in register.schemes if scheme.id == score.scheme), None)


def _is_above(one: Score, other: Score, register: Register) -> bool:
    """Return whether one score is higher than another of the same scheme, as far as that can be told."""
    scheme = _scheme_of(one, register)
    if scheme is None or scheme is not _scheme_of(other, register):
        return False
    first, second = _height(one, scheme), _height(other, scheme)
    return first is not None and second is not None and first > second


def _height(score: Score, scheme: Scheme) -> int | None:
    """Return how high a score is: the number itself, or likelihood and impact by their places."""
    mark = score.score or worked_out(score, scheme)
    if mark and mark.isdigit() and scheme.combine in {"multiply", "add"}:
        return int(mark)
    band = band_of(mark, scheme) if mark else None
    if band is not None:
        return band
    likely = steps_of(scheme.likelihood).get(score.likelihood or "")
    harmful = steps_of(scheme.impact).get(impact_of(score, scheme) or "")
    return likely + harmful if likely and harmful else None


def _differ(one: str, other: str) -> bool:
    return one.strip().casefold() != other.strip().casefold()


def _day(register: Register) -> str:
    return register.as_of


KIND = Kind(
    name="risks",
    model=Register,
    word="risk register",
    title="Risk register",
    order=13,
    example={"id": "register-2026", "title": "Risk register", "date": "2026-03-12", "group": "executive"},
    parts={"register-risks": Part(Risk, "risk"), "schemes": Part(Scheme, "scheme of scoring")},
    day=_day,
    gaps=keeper_of,
    checks=(_off_the_scale, _by_the_scheme, _risks, _owners, no_circles("risks", "replaces")),
)
