"""The pages of reviews as HTML: each whole in itself, without a script, and asking nobody for anything."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from editions.marks import MARK
from redaction.pairs import Row, Unit, Way, rows_in, spaced, units_in
from redaction.reviewing import Finding, Glance, Review
from redaction.watermarks import SIGN, office_watermark, watermark

TEMPLATES = Path(__file__).parent / "review_templates"


def review_page(review: Review, *, index: str = "") -> str:
    """Return the page of a review; `index` is the address of the list of records, if there is one."""
    units = tuple(units_in(review.unit))[1:] if review.unit is not None else ()
    return _rendered(
        "review.html",
        watermark=watermark(review.name, review.code, review.day),
        review=review,
        index=index,
        found=_by_row(review.findings),
        changed_units=[each for each in units if each.is_public and _changed(review, each)],
        changed_rows=[each for each in _own_rows(review.unit) if _changed(review, each)],
    )


def index_page(glances: Iterable[Glance], day: date, heading: str) -> str:
    """Return the page that lists records; each links to `KIND/ID` beside it."""
    listed = tuple(glances)
    return _rendered(
        "index.html",
        watermark=office_watermark(day),
        heading=heading,
        glances=listed,
        unsettled=sum(not each.is_settled for each in listed),
    )


def _rendered(template: str, **values: object) -> str:
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    """Return the environment of the templates: every text is escaped, an unknown name is an error."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    style = (TEMPLATES / "style.css").read_text("utf-8")
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    made.globals |= {"sign": SIGN, "style": Markup(style), "style_hash": f"sha256-{hashed}"}  # noqa: S704  # our file
    made.filters |= {"marked": _marked, "spoken": _spoken}
    return made


def _marked(text: str) -> Markup:
    """Return public text with its marks set off; its words and marks stay as they are."""
    found = Markup()
    end = 0
    for mark in MARK.finditer(text):
        found += escape(text[end : mark.start()]) + Markup('<span class="mark">{}</span>').format(mark[0])
        end = mark.end()
    return found + escape(text[end:])


def _spoken(way: Way) -> str:
    return " › ".join(spaced(step) for step in way if step)


def _by_row(findings: Iterable[Finding]) -> Mapping[str, list[Finding]]:
    """Return the findings by the anchor of the row that they are about."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.row is not None:
            found.setdefault(finding.row.anchor, []).append(finding)
    return found


def _changed(review: Review, part: Unit | Row) -> bool:
    return review.is_projected and review.differences.at(part.way) is not None


def _own_rows(unit: Unit | None) -> tuple[Row, ...]:
    """Return the rows of the record itself, not those of the units in it."""
    if unit is None:
        return ()
    within = {row.anchor for inner in units_in(unit) if inner is not unit for row in rows_in(inner)}
    return tuple(row for row in rows_in(unit) if row.anchor not in within)
