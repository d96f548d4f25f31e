"""One row of a register as a part of a record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from records import register_messages as messages
from records.registers.columns import folded
from records.registers.drafting import Desk, day, lines, word
from records.registers.known import one, several
from records.registers.meanings import (
    PRESENCE,
    RESPONSES,
    STATES,
    TRENDS,
    UNSURE_MARKS,
    day_of,
)
from records.registers.sheets import Cell
from records.starting import id_from

Row = Mapping[str, Cell]
Part = dict[str, Any]

_MARK = re.compile(r"[A-Za-z0-9]{1,8}")
_POINT = re.compile(r"^\s*(?:[-\u2013\u2022*\u00b7]|\d{1,2}[.)]|[a-z][.)])\s+", re.MULTILINE)


def action(row: Row, number: int, desk: Desk) -> tuple[Part, Part | None] | None:
    """Return an action of a log, and the news of it as an update; None for a row without an action."""
    text = desk.take(row, "text")
    if not text:
        return None
    label = lines(desk.take(row, "label"))
    part: Part = {"id": f"a{number}", **_some(label=label), "text": text}
    owners = _owners(row, desk)
    if owners:
        part["owners"] = owners
    part |= _due(row, desk)
    state = word(desk, row, "status", STATES, folded)
    if "status" in row:
        part |= _some(status=state, status_words=lines(row["status"].text))
    part |= _some(origin=lines(desk.take(row, "origin")))
    note = desk.take(row, "note")
    news: Part | None = None
    if note:
        about = f"Action {label}" if label else f"Action {number} of the log"
        news = {"about": about, "status": state or "no-update", "note": note}
    return part, news


def _due(row: Row, desk: Desk) -> Part:
    text = desk.take(row, "due")
    if not text:
        return {}
    found = day_of(text)
    return {"due": found} if found else {"due_words": lines(text)}


def _owners(row: Row, desk: Desk) -> list[Any]:
    text = desk.take(row, "owners")
    if not text:
        return []
    ids = several(text, desk.known)
    if ids is not None:
        return list(ids)
    desk.ask(messages.NOBODY, row["owners"])
    return [{"name": lines(text)}]


def risk(row: Row, number: int, taken: set[str], desk: Desk) -> Part | None:
    """Return a risk; None for a row that says of none what it is."""
    title, description = desk.take(row, "title"), desk.take(row, "description")
    if not title and not description:
        return None
    if "\n" in title and not description:
        title, description = title.split("\n")[0], title
    if not title:
        title = _first_sentence(description)
    part: Part = {"id": _id(row, number, taken), **_some(label=lines(desk.take(row, "label")))}
    part |= _some(title=lines(title), description=description)
    for key in ("cause", "effect"):
        part |= _some(**{key: desk.take(row, key)})
    part |= _some(category=lines(desk.take(row, "category")))
    part |= _risk_owner(row, desk)
    for key in ("opened", "closed"):
        part |= _some(**{key: day(desk, row, key)})
    part |= _some(response=word(desk, row, "response", RESPONSES, folded))
    if "response" in row and part.get("response") != folded(row["response"].text):
        desk.give_back(row, "response")
    for key in ("controls", "actions"):
        part |= _some(**{key: [{"text": each} for each in _points(desk.take(row, key))]})
    for stage in ("inherent", "residual", "target"):
        part |= _some(**{stage: _score(row, stage, desk)})
    trend = lines(desk.take(row, "trend"))
    if trend:
        found = TRENDS.get(folded(trend)) or TRENDS.get(trend.lower())
        part |= _some(trend=found, trend_words=None if found == trend.lower() else trend)
    return part | _some(note=desk.take(row, "note"))


def _risk_owner(row: Row, desk: Desk) -> Part:
    """Return the owners of a risk. A name that is on no record goes to the office note only."""
    owner = desk.take(row, "owners")
    ids = several(owner, desk.known) if owner else []
    if ids is None:
        desk.ask(messages.NOBODY, row["owners"])
        desk.give_back(row, "owners")
    return _some(owners=ids)


def _score(row: Row, stage: str, desk: Desk) -> Part:
    """Return the score of a stage. `4 - Likely` is the step 4; other words go to the office note."""
    part: Part = {}
    for name in ("likelihood", "impact", "score"):
        key = f"{stage}.{name}"
        text = desk.take(row, key)
        first = re.match(r"\d+\b", text)
        if text and _MARK.fullmatch(text):
            part[name] = text
        elif text and first:
            part[name] = first[0]
            desk.give_back(row, key)
        elif text:
            desk.give_back(row, key)
            desk.unsure(row, key)
    return part | _some(rating=lines(desk.take(row, f"{stage}.rating")))


def attendance(row: Row, desk: Desk) -> Part | None:
    """Return a row of attendance; None for a row without a person or body."""
    name, initials = lines(desk.take(row, "name")), lines(desk.take(row, "initials"))
    body, post = lines(desk.take(row, "organization")), lines(desk.take(row, "post"))
    part: Part = {}
    person = one(name, desk.known) if name else one(initials, desk.known) if initials else None
    is_person = person is not None and "/" not in person and not _is_body(person, body, desk)
    if is_person:
        part["person"] = person
    elif name or initials:
        part["name"] = name or initials
        desk.ask(messages.NOBODY, row["name" if name else "initials"])
    found = one(body, desk.known) if body else None
    if found is not None and "/" not in found and not is_person:
        part["organization"] = found
    elif body and not is_person:
        part |= {"representing": body} if part else {"name": body}
    elif body and found is None:
        part["representing"] = body
    if not part and post:
        part["name"], post = post, ""
    if not part:
        return None
    part |= _some(post=post, initials=initials)
    part |= _status(row, desk)
    return part


def _status(row: Row, desk: Desk) -> Part:
    part: Part = {}
    mark = desk.take(row, "status")
    first = folded(mark).split(" ")[0]
    status = PRESENCE.get(folded(mark)) or PRESENCE.get(mark.strip().lower())
    if mark and status is None and len(first) > 1:
        # More than a mark may say why somebody was away, which is never published.
        status = PRESENCE.get(first)
    if status:
        part["status"] = status
        if folded(mark) not in PRESENCE and mark.strip().lower() not in PRESENCE:
            desk.give_back(row, "status")
        if mark.strip().lower() in UNSURE_MARKS:
            desk.ask(messages.MARK_UNSURE, row["status"], key=status)
    elif mark:
        desk.give_back(row, "status")
        desk.unsure(row, "status")
    deputy = lines(desk.take(row, "deputy"))
    if deputy:
        who = one(deputy, desk.known)
        is_person = who is not None and "/" not in who
        part |= {"deputy": who} if is_person else {"deputy_name": deputy}
        if not is_person:
            desk.ask(messages.NOBODY, row["deputy"])
    return part | _some(reason=desk.take(row, "reason"))


def _is_body(found: str, body: str, desk: Desk) -> bool:
    """Return whether a name means the body itself, as in a row for an agency."""
    return one(body, desk.known) == found if body else False


def _points(text: str) -> list[str]:
    """Return the points of a cell: one for each line, if it has several that begin with a sign or number."""
    if len(_POINT.findall(text)) > 1 or ("\n" in text and all(line.strip() for line in text.split("\n"))):
        parts = _POINT.sub("\x00", text).split("\x00") if _POINT.search(text) else text.split("\n")
        return [part.strip() for part in parts if part.strip()]
    return [text] if text else []


def _id(row: Row, number: int, taken: set[str]) -> str:
    """Return an id of a risk: its printed number where it has one, else its place; never words of it."""
    label = id_from(row["label"].text) if "label" in row else ""
    name = f"r{label}" if label.isdigit() else label or f"r{number}"
    while name in taken:
        name = f"{name}-{number}"
    taken.add(name)
    return name


def _first_sentence(text: str) -> str:
    """Return the first sentence of a text, or its first words."""
    line = lines(text)
    end = re.search(r"[.;:](?= |$)", line)
    return line[: end.start()] if end and end.start() < 200 else line[:200].rsplit(" ", 1)[0]  # noqa: PLR2004  # a title


def _some(**values: Any) -> Part:
    return {key: value for key, value in values.items() if value}
