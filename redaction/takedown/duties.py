"""Duties to publish that a takedown may touch. They warn whoever takes down, and never stop them.

The sources are the Children Act 2004, section 16G, and regulation 17 of SI 2018/789.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from editions.published import History, Published
from problems import Problem
from redaction import takedown_messages as messages
from redaction.takedown.withdrawing import Request

YEAR = 365
"""Days for which the report of a practice review is to be public."""


def duties(published: Published, request: Request) -> tuple[Problem, ...]:
    """Return a warning for each duty to publish that taking a record down would touch."""
    history = published.histories.get((request.kind, request.id))
    if history is None or history.record is None or request.part is not None:
        return ()
    return tuple(_of(published, request, history))


def _of(published: Published, request: Request, history: History) -> Iterator[Problem]:
    first = history.editions[0].date
    if request.kind == "reviews" and (request.day - date.fromisoformat(first)).days < YEAR:
        yield messages.REVIEW_PUBLIC_A_YEAR.at(request.folder, day=first)
    others = [
        each
        for (kind, record_id), each in published.histories.items()
        if kind == "arrangements" and record_id != request.id and each.record is not None
    ]
    if request.kind == "arrangements" and not others:
        yield messages.ARRANGEMENTS_PUBLIC.at(request.folder)
