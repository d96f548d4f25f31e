"""How risks are scored: the schemes of a register, and a score by one of them."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from records.fields import Count, Id, Line, Model, PartialDay, Prose, Public, Reference, exactly
from records.withholding import Withholdable

Mark = Annotated[str, exactly("mark", r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")]
"""One step of a scale, or a score as printed: `4`, `16`, `D`, `D2`."""

SchemeRef = Annotated[Id, Reference(("schemes",), within=True)]
"""A scheme of the same register."""


class ScaleStep(Model):
    """One step of a scale of likelihood or impact."""

    mark: Public[Mark]
    """The number or letter: 4, D."""

    name: Public[Line | None] = None
    """Its name: likely, major."""

    meaning: Public[Line | None] = None
    """What it means: about once a year."""


class Dimension(Model):
    """One of several ways in which a risk can do harm, each scored by itself."""

    id: Public[Id]
    """Id within the scheme, by which a score names it."""

    name: Public[Line]
    """Its name: children, money, reputation."""

    meaning: Public[Line | None] = None
    """What counts for it."""


class Band(Model):
    """A stretch of scores with the word that stands for it."""

    word: Public[Line]
    """The word: high, medium, low. It is always shown, so that nothing depends on a colour."""

    lowest: Public[Count | None] = None
    """The lowest score of it, where scores are numbers."""

    highest: Public[Count | None] = None
    """The highest score of it, where scores are numbers."""

    marks: Public[tuple[Mark, ...]] = ()
    """The scores of it one by one, where they are letters and digits: D2, D3, C3."""

    colour: Public[Line | None] = None
    """The colour that the register prints, as a word."""

    meaning: Public[Line | None] = None
    """What follows from it: looked at by the Executive each quarter."""


class Scheme(Withholdable):
    """A way of scoring: a grid of likelihood and impact, and the bands of its scores."""

    kept_when_text_withheld: ClassVar[frozenset[str]] = frozenset({"id", "name", "combine"})
    kept_when_whole_withheld: ClassVar[frozenset[str]] = frozenset({"id", "combine"})

    id: Public[Id]
    """Id within the register, by which scores name it."""

    name: Public[Line]
    """Its name: five by five."""

    combine: Public[Literal["multiply", "add", "side-by-side", "matrix"]]
    """How a score is made: likelihood times impact, likelihood plus impact, both side by side (D and 2 are
    D2), or read off a table."""

    likelihood: Public[tuple[ScaleStep, ...]] = ()
    """The steps of likelihood, the lowest first."""

    impact: Public[tuple[ScaleStep, ...]] = ()
    """The steps of impact, the lowest first."""

    dimensions: Public[tuple[Dimension, ...]] = ()
    """Kinds of impact that are scored one by one, if there are several. The highest counts."""

    bands: Public[tuple[Band, ...]] = ()
    """The bands of scores, the lowest first."""

    note: Public[Prose | None] = None
    """Anything else about it."""


class RiskImpact(Model):
    """The impact in one dimension."""

    dimension: Public[Id]
    """The dimension of the scheme, by its id."""

    impact: Public[Mark]
    """The step of impact."""


class Score(Model):
    """How likely a risk is, how much harm it would do, and what comes of both."""

    scheme: Public[SchemeRef | None] = None
    """The scheme by which it is scored; the first of the register if left out."""

    likelihood: Public[Mark | None] = None
    """The step of likelihood."""

    impact: Public[Mark | None] = None
    """The step of impact. With several dimensions it may be left out; the highest counts."""

    impacts: Public[tuple[RiskImpact, ...]] = ()
    """The impact in each dimension, if there are several."""

    score: Public[Mark | None] = None
    """The score as printed: 16, D2. If it is left out, it is worked out."""

    rating: Public[Line | None] = None
    """The word for it as printed: high. If it is left out, it is that of the scheme."""

    colour: Public[Line | None] = None
    """The colour as printed, as a word."""

    note: Public[Line | None] = None
    """Anything else that is printed beside it."""


class DatedScore(Score):
    """How a risk was scored at an earlier time."""

    on: Public[PartialDay]
    """When."""


def steps_of(scale: tuple[ScaleStep, ...]) -> dict[str, int]:
    """Return the place of each mark on a scale, from 1."""
    return {step.mark: place for place, step in enumerate(scale, 1)}


def impact_of(score: Score, scheme: Scheme) -> str | None:
    """Return the step of impact that counts: the one written, else the highest of the dimensions."""
    steps = steps_of(scheme.impact)
    marks = [score.impact] if score.impact else [each.impact for each in score.impacts]
    return max(marks, key=lambda mark: steps.get(mark, 0), default=None)


def worked_out(score: Score, scheme: Scheme) -> str | None:
    """Return the score that a scheme gives; None where something is missing or must be read off a table."""
    impact = impact_of(score, scheme)
    if score.likelihood is None or impact is None:
        return None
    if scheme.combine == "side-by-side":
        return score.likelihood + impact
    if scheme.combine == "matrix" or not (score.likelihood.isdigit() and impact.isdigit()):
        return None
    likely, harmful = int(score.likelihood), int(impact)
    return str(likely * harmful if scheme.combine == "multiply" else likely + harmful)


def band_of(mark: str, scheme: Scheme) -> int | None:
    """Return the place of the band that a score lies in, from 0; None where it lies in none."""
    for place, band in enumerate(scheme.bands):
        if mark in band.marks:
            return place
        bounded = band.lowest is not None or band.highest is not None
        if bounded and mark.isdigit() and (band.lowest or 0) <= int(mark) <= (band.highest or int(mark)):
            return place
    return None
