"""The pages of reviews as HTML: each whole in itself, without a script, and asking nobody for anything."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from editions.entities import unescape
from editions.marks import MARK
from redaction.review.pairs import Row, Unit, Way, rows_in, spaced, units_in
from redaction.review.reviewing import Finding, Glance, Review
from redaction.watermarks import SIGN, office_watermark, several_watermark, watermark

AsRead = Callable[[str, str], str]
"""Returns public text as the site shows it, as safe HTML without links; given how it is written."""

MAIN = '<main id="main" tabindex="-1">'
ATTRIBUTE = re.compile(r'( (?:id|aria-labelledby)="| href="#)([^"]+)')
"""What leads to a place on the same page. Text cannot look like it: its quotation marks are escaped."""

TEMPLATES = Path(__file__).parent / "templates"


def review_page(review: Review, *, index: str = "", as_read: AsRead | None = None) -> str:
    """Return the page of a review; `index` is the address of the list of records, if there is one.

    With `as_read`, text with marks or Markdown is also shown as the public will read it.
    """
    units = tuple(units_in(review.unit))[1:] if review.unit is not None else ()
    return _rendered(
        "review.html",
        watermark=watermark(review.name, review.code, review.day),
        review=review,
        index=index,
        found=_by_row(review.findings),
        as_read=_where_it_differs(as_read),
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


def several_page(reviews: Sequence[Review], day: date, as_read: AsRead | None = None) -> str:
    """Return one page of several reviews, with a list of them at its head."""
    return _rendered(
        "several.html",
        watermark=several_watermark(len(reviews), day),
        reviews=[(f"r{at}-", each) for at, each in enumerate(reviews, 1)],
        bodies=[
            Markup(within(review_page(each, as_read=as_read), f"r{at}-"))  # noqa: S704  # our own page
            for at, each in enumerate(reviews, 1)
        ],
    )


def within(page: str, prefix: str) -> str:
    """Return what stands on a page of ours for another: ids with a prefix, headings one level lower."""
    header = page[page.index("<header>") + len("<header>") : page.index("</header>")]
    main = page[page.index(MAIN) + len(MAIN) : page.index("</main>")]
    found = ATTRIBUTE.sub(lambda each: f"{each[1]}{prefix}{each[2]}", header + main)
    found = re.sub(r"(</?h)([1-5])", lambda each: f"{each[1]}{int(each[2]) + 1}", found)
    return re.sub(r"<section\b[^>]*>", "<div>", found).replace("</section>", "</div>")


def _where_it_differs(as_read: AsRead | None) -> Callable[[str, str], Markup]:
    """Return what gives the text as it is read, where that is not simply its words."""

    def shown(text: str, written: str) -> Markup:
        if as_read is None or not written:
            return Markup()
        read = as_read(text, written).strip()
        simple = {str(escape(text.strip())), f"<p>{escape(text.strip())}</p>"}
        return Markup() if unescape(read) in map(unescape, simple) else Markup(read)  # noqa: S704  # safe

    return shown


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
