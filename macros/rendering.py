"""Templates to Markdown: our own Jinja environment, and the parts of which a page is put together.

A template writes HTML and, through `heading`, headings. A rendered template is cut at its headings: they
become lines of Markdown, so that MkDocs finds title and contents, and what stands between two headings
becomes one block of HTML, which a slot hands past Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from editions.entities import unescape
from macros.compiled_templates import keep_compiled
from macros.language import formats
from macros.language.languages import Language
from macros.language.sizes import size_in_words
from macros.language.translating import translate
from macros.texts import prose
from macros.texts.plain_words import cut_short, plain_words

TEMPLATES = Path(__file__).parent / "templates"

Slot = Callable[[str], str]
"""Takes a block of HTML and returns the text that stands for it in the Markdown."""

_BRIEF = 140
_HEADING = re.compile(r'<page-heading data-level="(\d)" id="([^"]*)">(.*?)</page-heading>', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, which goes through Markdown."""

    level: int
    text: str
    id: str


@dataclass(frozen=True, slots=True)
class Html:
    """What stands between two headings: HTML in which every tag is closed and no brace stands."""

    html: str


Part = Heading | Html


def environment(reasons: Mapping[str, str], language: Language) -> Environment:
    """Return the environment of our templates; `reasons` holds the words of each reason for withholding.

    Words that are not out of records are put into the language.
    Every text is escaped, and a name that no template was given is an error.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    translate(made, language)
    keep_compiled(made, language)

    @pass_context
    def as_prose(context: Context, text: str, level: int = 3) -> Markup:
        return Markup(prose.html(text, reasons, context.get("placing"), level=level, language=language))  # noqa: S704  # prose.py escapes

    # The same names stand in many places, so each line is worked out once for a build.
    @cache
    def as_line(text: str) -> Markup:
        return Markup(prose.line(text, reasons, language=language))  # noqa: S704  # prose.py escapes

    @cache
    def as_brief(text: str) -> str:
        return cut_short(plain_words(text, reasons, language), _BRIEF)

    @cache
    def as_plain(text: str) -> str:
        return prose.plain(text, reasons, language)

    def as_number(label: str) -> str:
        return as_plain(label).rstrip(". ") or label

    def explained(reason: str) -> str:
        return prose.plain(reasons[reason]) if reason in reasons else ""

    made.filters |= {
        "prose": as_prose,
        "line": as_line,
        "brief": as_brief,
        "plain": as_plain,
        "number": as_number,
        "explained": explained,
        "first_rows": _first_rows,
        "day": lambda value: formats.day(language, value),
        "clock": lambda value: formats.clock(language, value),
        "money": lambda value, currency="GBP": formats.money(language, value, currency),
        "field_name": lambda name: language.pgettext("field", name_in_words(name)),
        "span": lambda value: formats.span(language, value),
        "amount": lambda value: formats.number(language, value),
        "size": lambda number: size_in_words(number, language),
        "years": lambda value: formats.years(language, value),
    }
    made.tests["web"] = lambda address: re.match("https?://", address) is not None
    made.globals |= {
        "heading": _heading,
        "days": lambda first, last, weekday=False: formats.days(language, first, last, weekday=weekday),
        "anchor": _anchor,
        "notice": lambda reason: Markup(prose.notice(reason, reasons, language=language)),  # noqa: S704  # prose.py escapes
        "named": lambda noun, label: _named(noun, as_number(label) if label else ""),
        "met": frozenset(),
        "office": None,
        "on_paper": False,
    }
    return made


def name_in_words(field: str) -> str:
    """Return the name of a field as the page says it, in English: `approved_on` as Approved on."""
    return field.replace("_", " ").capitalize()


def render(templates: Environment, name: str, **values: Any) -> tuple[Part, ...]:
    """Return the parts of a page or of a piece of one. Raises what Jinja raises for a faulty template."""
    return cut(templates.get_template(name).render(**values))


def cut(rendered: str) -> tuple[Part, ...]:
    """Return the headings of a rendered template and what stands between them.

    Nothing a record holds can make a heading here, because all of it is escaped.
    """
    parts: list[Part] = []
    end = 0
    for match in _HEADING.finditer(rendered):
        parts += _block(rendered[end : match.start()])
        parts.append(Heading(int(match[1]), unescape(match[3]), match[2]))
        end = match.end()
    return (*parts, *_block(rendered[end:]))


def assemble_markdown(parts: Iterable[Part], slot: Slot) -> str:
    """Return the Markdown of a page."""
    return "\n\n".join(
        prose.heading(part.level, part.text, part.id) if isinstance(part, Heading) else slot(part.html)
        for part in parts
    )


def in_place(block: str) -> str:
    """Return a block of HTML for Markdown as it is; a slot for want of a faster one."""
    return block


def _block(rendered: str) -> list[Html]:
    """Return a block in one element, with its empty lines left out; braces cannot call a macro."""
    if not rendered.strip():
        return []
    safe = rendered.strip().replace("{", "&#123;").replace("}", "&#125;")
    return [Html(f'<div class="record">\n{safe}\n</div>')]


def _heading(level: int, text: str, anchor: str) -> Markup:
    return Markup('<page-heading data-level="{}" id="{}">{}</page-heading>').format(level, anchor, text)


@pass_context
def _anchor(context: Context, name: str) -> str:
    """Return an id for a section of our own that no item of the page has."""
    taken = context.get("taken") or ()
    return next(
        each for each in (name, *(f"{name}-{n}" for n in range(2, len(taken) + 3))) if each not in taken
    )


def _named(noun: str, label: str) -> str:
    """Return the number of a decision or action after its noun, which many print in front of it already."""
    return label if label.lower().startswith(noun.lower()) else f"{noun} {label}".strip()


def _first_rows(rows: str, most: int) -> tuple[Markup, Markup]:
    """Return so many rows of a list of facts, and the others; one alone is not set apart."""
    start, *found = re.split(r"(?=<div><dt>)", rows)
    kept = most if len(found) > most + 1 else len(found)
    first, rest = "".join((start, *found[:kept])), "".join(found[kept:])
    return Markup(first), Markup(rest)  # noqa: S704  # A template has escaped it.
