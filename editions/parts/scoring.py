"""The public form of schemes of scoring and of scores."""

from __future__ import annotations

from editions.fields import PublicLine, PublicModel, PublicProse, PublicUnit, RecordId, Word


class PublicScaleStep(PublicModel):
    """One step of a scale of likelihood or impact."""

    mark: str
    """The number or letter: 4, D."""

    name: PublicLine | None = None
    """Its name: likely, major."""

    meaning: PublicLine | None = None
    """What it means: about once a year."""


class PublicDimension(PublicModel):
    """One of several ways in which a risk can do harm, each scored by itself."""

    id: RecordId
    """Id within the scheme, by which a score names it."""

    name: PublicLine
    """Its name: children, money, reputation."""

    meaning: PublicLine | None = None
    """What counts for it."""


class PublicBand(PublicModel):
    """A stretch of scores with the word that stands for it."""

    word: PublicLine
    """The word: high, medium, low. It is always shown, so that nothing depends on a colour."""

    lowest: int | None = None
    """The lowest score of it, where scores are numbers."""

    highest: int | None = None
    """The highest score of it, where scores are numbers."""

    marks: tuple[str, ...] = ()
    """The scores of it one by one, where they are letters and digits: D2, D3, C3."""

    colour: PublicLine | None = None
    """The colour that the register prints, as a word."""

    meaning: PublicLine | None = None
    """What follows from it: looked at by the Executive each quarter."""


class PublicScheme(PublicUnit):
    """A way of scoring: a grid of likelihood and impact, and the bands of its scores."""

    anchor = "scheme-"

    id: RecordId
    """Id within the register, by which scores name it."""

    name: PublicLine
    """Its name: five by five."""

    combine: Word
    """How a score is made: likelihood times impact, likelihood plus impact, both side by side (D and 2 are
    D2), or read off a table."""

    likelihood: tuple[PublicScaleStep, ...] = ()
    """The steps of likelihood, the lowest first."""

    impact: tuple[PublicScaleStep, ...] = ()
    """The steps of impact, the lowest first."""

    dimensions: tuple[PublicDimension, ...] = ()
    """Kinds of impact that are scored one by one, if there are several. The highest counts."""

    bands: tuple[PublicBand, ...] = ()
    """The bands of scores, the lowest first."""

    note: PublicProse | None = None
    """Anything else about it."""


class PublicRiskImpact(PublicModel):
    """The impact in one dimension."""

    dimension: RecordId
    """The dimension of the scheme, by its id."""

    impact: str
    """The step of impact."""


class PublicScore(PublicModel):
    """How likely a risk is, how much harm it would do, and what comes of both."""

    scheme: RecordId | None = None
    """The scheme by which it is scored; the first of the register if left out."""

    likelihood: str | None = None
    """The step of likelihood."""

    impact: str | None = None
    """The step of impact. With several dimensions it may be left out; the highest counts."""

    impacts: tuple[PublicRiskImpact, ...] = ()
    """The impact in each dimension, if there are several."""

    score: str | None = None
    """The score as printed: 16, D2. If it is left out, it is worked out."""

    rating: PublicLine | None = None
    """The word for it as printed: high. If it is left out, it is that of the scheme."""

    colour: PublicLine | None = None
    """The colour as printed, as a word."""

    note: PublicLine | None = None
    """Anything else that is printed beside it."""


class PublicDatedScore(PublicScore):
    """How a risk was scored at an earlier time."""

    on: str
    """When."""
