"""A digest as plain text, as Markdown, and as HTML for an e-mail, which has its styles in each element."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup, escape

from macros.digests.making import Digest, Part, Point

WIDE = 72
"""Letters on a line of plain text."""

_FONT = "font-family:Arial,Helvetica,sans-serif;color:#1a1a1a"
_BODY = f"margin:0;padding:16px;background:#ffffff;{_FONT};font-size:16px;line-height:1.5"
_BOX = "max-width:640px;margin:0 auto"
_TITLE = f"{_FONT};font-size:24px;line-height:1.25;margin:0 0 8px"
_HEADING = f"{_FONT};font-size:19px;line-height:1.3;margin:28px 0 8px"
_QUIET = "color:#4a4a4a;font-size:15px"
_LIST = "margin:0;padding:0 0 0 22px"
_POINT = "margin:0 0 10px"
_LINK = "color:#0b4f8a;text-decoration:underline"

_ACTS = re.compile(r"([\\`*_\[\]<>#|~&])")
_BEGINS = re.compile(r"^(\s*)([+=-]|\d+[.)](?=\s))")


def as_text(digest: Digest) -> str:
    """Return a digest as plain text, in lines of 72 letters; an address stands on a line of its own."""
    lines = [*_wrapped(digest.title), "=" * min(len(digest.title), WIDE), *_wrapped(digest.about), ""]
    if digest.summary:
        lines += [*_wrapped(digest.summary), ""]
    for part in digest.parts:
        lines += [part.heading, "-" * len(part.heading), ""]
        for point in part.points:
            lines += [
                *_wrapped(_whole(point), "* ", "  "),
                *([f"  {point.address}"] if point.address else []),
            ]
            lines.append("")
        lines += [] if part.points else [*_wrapped(part.without), ""]
    lines += [f"{digest.link.words}:", digest.link.address]
    for each in digest.ending:
        lines += ["", *_wrapped(each)]
    return "\n".join(lines) + "\n"


def as_markdown(digest: Digest) -> str:
    """Return a digest as Markdown in which no word of a record can act."""
    blocks = [f"# {_quoted(digest.title)}", _quoted(digest.about)]
    blocks += [_quoted(digest.summary)] if digest.summary else []
    for part in digest.parts:
        points = "\n".join(f"- {_linked(each)}" for each in part.points)
        blocks += [f"## {_quoted(part.heading)}", points or _quoted(part.without)]
    blocks += [f"[{_quoted(digest.link.words)}]({digest.link.address})", *map(_quoted, digest.ending)]
    return "\n\n".join(blocks) + "\n"


def as_html(digest: Digest) -> str:
    """Return a digest as a page for an e-mail: styles in the elements, no picture, nothing from elsewhere."""
    inside = Markup("\n").join(_elements(digest))
    return str(
        Markup(
            '<!DOCTYPE html>\n<html lang="{}">\n<head>\n<meta charset="utf-8">\n<title>{}</title>\n</head>\n'
            '<body style="{}">\n<div style="{}">\n{}\n</div>\n</body>\n</html>\n'
        ).format(digest.language, digest.title, _BODY, _BOX, inside)
    )


FORMS: Mapping[str, Callable[[Digest], str]] = {"text": as_text, "markdown": as_markdown, "html": as_html}
"""Every form by its name."""


def _whole(point: Point) -> str:
    return f"{point.words} ({point.beside})" if point.beside else point.words


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        WIDE,
        initial_indent=first,
        subsequent_indent=others,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _quoted(text: str) -> str:
    """Return words as Markdown that says just them."""
    return _BEGINS.sub(_with_backslash, _ACTS.sub(r"\\\1", text))


def _with_backslash(found: re.Match[str]) -> str:
    return f"{found[1]}{found[2][:-1]}\\{found[2][-1]}"


def _linked(point: Point) -> str:
    words = f"[{_quoted(point.words)}]({point.address})" if point.address else _quoted(point.words)
    return f"{words} ({_quoted(point.beside)})" if point.beside else words


def _elements(digest: Digest) -> Iterator[Markup]:
    yield Markup('<h1 style="{}">{}</h1>').format(_TITLE, digest.title)
    yield Markup('<p style="margin:0 0 16px;{}">{}</p>').format(_QUIET, digest.about)
    if digest.summary:
        yield Markup('<p style="margin:0 0 16px">{}</p>').format(digest.summary)
    for part in digest.parts:
        yield from _part(part)
    yield Markup('<p style="margin:28px 0 0"><a href="{}" style="{}">{}</a></p>').format(
        digest.link.address, _LINK, digest.link.words
    )
    for each in digest.ending:
        yield Markup('<p style="margin:12px 0 0;{}">{}</p>').format(_QUIET, each)


def _part(part: Part) -> Iterator[Markup]:
    yield Markup('<h2 style="{}">{}</h2>').format(_HEADING, part.heading)
    if not part.points:
        yield Markup('<p style="margin:0">{}</p>').format(part.without)
        return
    yield Markup('<ul style="{}">').format(_LIST)
    for point in part.points:
        words = escape(point.words)
        if point.address:
            words = Markup('<a href="{}" style="{}">{}</a>').format(point.address, _LINK, point.words)
        beside = Markup('<br><span style="{}">{}</span>').format(_QUIET, point.beside) if point.beside else ""
        yield Markup('<li style="{}">{}{}</li>').format(_POINT, words, beside)
    yield Markup("</ul>")
