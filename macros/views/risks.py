"""What the pages of risk registers need: each score with the words of its scheme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editions.kinds.risks import PublicRegister
from editions.parts.risks import PublicRisk
from editions.parts.scoring import PublicBand, PublicScaleStep, PublicScheme, PublicScore
from macros.views.lookups import Lookups


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score with what its scheme says of it."""

    score: PublicScore
    scheme: PublicScheme | None
    likelihood: PublicScaleStep | None
    impact: PublicScaleStep | None
    mark: str | None
    """The score as printed, or worked out where none is printed."""

    word: str | None
    """The word for it, with marks: as printed, or that of its band."""


@dataclass(frozen=True, slots=True)
class RiskView:
    """A risk with its scores."""

    risk: PublicRisk
    inherent: ScoreView | None
    residual: ScoreView | None
    target: ScoreView | None
    history: tuple[ScoreView, ...]


@dataclass(frozen=True, slots=True)
class GridView:
    """A grid of likelihood and impact with the score and word of each cell, the highest likelihood first."""

    scheme: PublicScheme
    rows: tuple[tuple[PublicScaleStep, tuple[tuple[str, str | None], ...]], ...]


def view_risks(register: PublicRegister, *, closed: bool) -> tuple[RiskView, ...]:
    """Return the risks of a register that are open, or those that are closed, in its order."""
    return tuple(_view(risk, register) for risk in register.risks if bool(risk.closed) == closed)


def registers(lookups: Lookups) -> tuple[PublicRegister, ...]:
    """Return the registers, the newest first."""
    found = lookups.dataset.records(PublicRegister)
    return tuple(sorted(found, key=lambda each: (each.as_of, each.id), reverse=True))


def grids(register: PublicRegister) -> tuple[GridView, ...]:
    """Return the grid of each scheme whose scores can be worked out."""
    return tuple(
        GridView(scheme, tuple(_row(step, scheme) for step in reversed(scheme.likelihood)))
        for scheme in register.schemes
        if all(mark is not None for mark in _marks(scheme)) and scheme.likelihood and scheme.impact
    )


def _row(
    step: PublicScaleStep, scheme: PublicScheme
) -> tuple[PublicScaleStep, tuple[tuple[str, str | None], ...]]:
    marks = [combined(step.mark, each.mark, scheme) or "" for each in scheme.impact]
    return step, tuple((mark, band.word if (band := band_of(mark, scheme)) else None) for mark in marks)


def _marks(scheme: PublicScheme) -> Iterator[str | None]:
    return (combined(one.mark, two.mark, scheme) for one in scheme.likelihood for two in scheme.impact)


def view_score(score: PublicScore, register: PublicRegister) -> ScoreView:
    """Return a score with what its scheme says of it."""
    scheme = _scheme_of(score, register)
    impact_mark = score.impact
    if scheme is None:
        return ScoreView(score, None, None, None, score.score, score.rating)
    if impact_mark is None:
        order = [step.mark for step in scheme.impact]
        known = [each.impact for each in score.impacts if each.impact in order]
        impact_mark = max(known, key=order.index, default=None)
    mark = score.score
    if mark is None and score.likelihood is not None and impact_mark is not None:
        mark = combined(score.likelihood, impact_mark, scheme)
    band = band_of(mark, scheme) if mark else None
    return ScoreView(
        score=score,
        scheme=scheme,
        likelihood=_step(score.likelihood, scheme.likelihood),
        impact=_step(impact_mark, scheme.impact),
        mark=mark,
        word=score.rating or (band.word if band else None),
    )


def combined(likelihood: str, impact: str, scheme: PublicScheme) -> str | None:
    """Return the score that a scheme makes of two steps; None where it must be read off a table."""
    if scheme.combine == "side-by-side":
        return likelihood + impact
    if scheme.combine not in {"multiply", "add"} or not (likelihood.isdecimal() and impact.isdecimal()):
        return None
    one, two = int(likelihood), int(impact)
    return str(one * two if scheme.combine == "multiply" else one + two)


def band_of(mark: str, scheme: PublicScheme) -> PublicBand | None:
    """Return the band in which a score lies, if it lies in one."""
    for band in scheme.bands:
        bounded = band.lowest is not None or band.highest is not None
        within = (
            bounded and mark.isdecimal() and (band.lowest or 0) <= int(mark) <= (band.highest or int(mark))
        )
        if mark in band.marks or within:
            return band
    return None


def _view(risk: PublicRisk, register: PublicRegister) -> RiskView:
    def seen(score: PublicScore | None) -> ScoreView | None:
        return view_score(score, register) if score is not None else None

    return RiskView(
        risk=risk,
        inherent=seen(risk.inherent),
        residual=seen(risk.residual),
        target=seen(risk.target),
        history=tuple(view_score(each, register) for each in risk.history),
    )


def _scheme_of(score: PublicScore, register: PublicRegister) -> PublicScheme | None:
    if score.scheme is None:
        return register.schemes[0] if register.schemes else None
    return next((scheme for scheme in register.schemes if scheme.id == score.scheme), None)


def _step(mark: str | None, scale: tuple[PublicScaleStep, ...]) -> PublicScaleStep | None:
    return next((step for step in scale if step.mark == mark), None)
