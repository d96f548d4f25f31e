"""What MkDocs warns of, said again without the values it quotes."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from macros import messages
from macros.allowed_settings import DOCS
from macros.settings import FILE
from problems import Place, Problem

_LINK = re.compile(
    r"Doc file '(?P<page>[^']+)' contains (?:a|an \w+) link '(?P<target>[^']*)'(?P<why>.*)", re.DOTALL
)


def problem_of(logger: str, message: str, docs: Path) -> Problem:
    """Return the problem of a warning, with the line if the page is hand-written and it can be found."""
    match = _LINK.search(message)
    if match is not None:
        wording = messages.LINK_WITHOUT_ANCHOR if "anchor" in match["why"] else messages.LINK_WITHOUT_PAGE
        return wording.at(_place_of(match["page"], match["target"], docs))
    if "included in the 'nav' configuration" in message:
        return messages.NAVIGATION_WITHOUT_PAGE.at(Place(FILE))
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
    lines = path.read_text("utf-8", errors="replace").splitlines()
    found = next((number for number, line in enumerate(lines, 1) if target in line), 0)
    return Place(f"{DOCS}/{page}", found)


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
