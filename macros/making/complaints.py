"""What MkDocs warns of, said again without the values it quotes."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from macros.making import messages
from macros.project_files.allowed_settings import DOCS
from macros.settings import FILE
from problems import Place, Problem

_LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains (?:a|an \w+) link '(?P<target>[^']*)'(?P<why>.*)", re.DOTALL
)


MISPLACED = "misplaced"
"""Said of a page in place of an error: a macro stands where its blocks cannot."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A macro that did not work, on a page."""

    page: str
    macro: str
    error: str
    """The name of the error, or `MISPLACED`: never its message, which may quote a record."""
    advice: str = ""
    """What a macro itself says to the author of a page: it holds known ids only."""

    def problem(self, docs: Path) -> Problem:
        """Return the problem that it is to whoever wrote the page."""
        written = (docs / self.page).is_file()
        place = Place(f"{DOCS}/{self.page}", self._line(docs)) if written else Place(self.page)
        if self.error == MISPLACED:
            return messages.MACRO_MISPLACED.at(place)
        if self.advice:
            return messages.MACRO_REFUSED.at(place, advice=self.advice.rstrip("."))
        if written:
            return messages.MACRO_FAILED.at(place, macro=self.macro)
        return messages.PAGE_FAILED.at(place, macro=self.macro, error=self.error)

    def _line(self, docs: Path) -> int:
        """Return the line of the call, where the page calls this macro once; else 0, which names no line."""
        call = re.compile(rf"\{{\{{\s*{re.escape(self.macro)}\s*\(")
        lines = (docs / self.page).read_text("utf-8", errors="replace").splitlines()
        found = [number for number, line in enumerate(lines, 1) if self.macro and call.search(line)]
        return found[0] if len(found) == 1 else 0


def problem_of(logger: str, message: str, docs: Path) -> Problem:
    """Return the problem of a warning, with the line if the page is hand-written and it can be found."""
    match = _LINK.search(message)
    if match is not None:
        wording = messages.LINK_WITHOUT_ANCHOR if "anchor" in match["why"] else messages.LINK_WITHOUT_PAGE
        return wording.at(_place_of(match["page"], match["target"], docs))
    unnamed = re.search(r"'([^']+)' is included in the 'nav' configuration", message)
    if unnamed is not None:
        return messages.NAVIGATION_WITHOUT_PAGE.at(Place(FILE, _line_with(unnamed[1], docs.parent / FILE)))
    page = re.search(r"[Pp]age '([^']+\.md)'", message)
    if page is not None:
        return messages.PAGE_NOT_BUILT.at(_place_of(page[1], "", docs))
    return messages.SITE_WARNING.at(Place(FILE), logger=logger)


def _place_of(page: str, target: str, docs: Path) -> Place:
    path = docs / page
    if not path.is_file():
        return Place(page)
    if not target:
        return Place(f"{DOCS}/{page}")
    return Place(f"{DOCS}/{page}", _line_with(target, path))


def _line_with(words: str, path: Path) -> int:
    """Return the first line of a file that holds the words; 0, which names no line, if none does."""
    lines = path.read_text("utf-8", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if words in line), 0)


@contextmanager
def captured() -> Iterator[list[tuple[str, str]]]:
    """Keep what is logged from being printed; give the warnings and errors by logger and message."""
    records: list[tuple[str, str]] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append((record.name, record.getMessage()))

    handler = Keeping(logging.WARNING)
    loggers = [logging.getLogger(name) for name in ("mkdocs", "MARKDOWN", "material", "mkdocs_macros")]
    before = [(logger, logger.level, logger.propagate, logger.handlers[:]) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.WARNING)
        logger.propagate = False
        logger.handlers[:] = [handler]
    try:
        yield records
    finally:
        for logger, level, propagate, handlers in before:
            logger.setLevel(level)
            logger.propagate = propagate
            logger.handlers[:] = handlers
