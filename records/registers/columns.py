"""Which column of a register is which, by the names that people give them, with a question at a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from records.registers.sheets import Cell

Sort = Literal["actions", "risks", "attendance", "budget"]
SORTS: tuple[Sort, ...] = ("actions", "risks", "attendance", "budget")

_SCORES = {
    f"{stage}.{part}": tuple(f"{before} {name}".strip() for before in names for name in parts)
    for stage, names in (
        ("inherent", ("inherent", "gross", "initial", "original", "uncontrolled")),
        ("residual", ("residual", "current", "net", "")),
        ("target", ("target", "desired")),
    )
    for part, parts in (
        ("likelihood", ("likelihood", "probability", "l")),
        ("impact", ("impact", "severity", "i")),
        ("score", ("score", "risk score", "total", "rating score")),
        ("rating", ("rating", "risk rating", "rag", "rag rating", "level", "risk level")),
    )
}

NAMES: Mapping[Sort, Mapping[str, tuple[str, ...]]] = {
    "actions": {
        "label": (
            "ref",
            "reference",
            "no",
            "number",
            "id",
            "action no",
            "action number",
            "action ref",
            "action id",
        ),
        "text": ("action", "actions", "action required", "agreed action", "task", "description", "what"),
        "owners": (
            "owner",
            "owners",
            "action owner",
            "lead",
            "by whom",
            "who",
            "responsible",
            "assigned to",
            "lead officer",
            "person responsible",
            "action for",
        ),
        "due": ("due", "due date", "by when", "deadline", "target date", "when", "timescale", "date due"),
        "status": ("status", "state", "rag", "complete", "completed", "progress status"),
        "note": ("update", "updates", "progress", "comments", "notes", "latest update", "progress update"),
        "origin": (
            "meeting",
            "meeting date",
            "raised at",
            "source",
            "origin",
            "date raised",
            "date agreed",
            "date",
            "minute ref",
            "agenda item",
            "item",
        ),
    },
    "risks": {
        "label": ("ref", "reference", "no", "number", "id", "risk no", "risk number", "risk ref", "risk id"),
        "title": ("risk", "risk title", "title", "risk name"),
        "description": ("description", "risk description", "detail", "details"),
        "cause": ("cause", "causes", "risk cause", "because of"),
        "effect": ("effect", "effects", "consequence", "consequences", "leading to", "result"),
        "category": ("category", "type", "risk category", "theme", "area"),
        "owners": ("owner", "risk owner", "owners", "lead", "responsible"),
        "opened": ("opened", "date opened", "date raised", "date identified", "date added"),
        "closed": ("closed", "date closed"),
        "response": ("response", "treatment", "risk response", "strategy"),
        "controls": (
            "controls",
            "control",
            "existing controls",
            "current controls",
            "mitigation",
            "mitigations",
            "existing mitigation",
            "controls in place",
        ),
        "actions": (
            "actions",
            "action",
            "further actions",
            "further action",
            "actions required",
            "planned actions",
            "action plan",
            "further mitigation",
        ),
        "trend": ("trend", "direction", "direction of travel", "movement", "change"),
        "note": ("notes", "note", "comments", "update", "updates", "progress"),
        **_SCORES,
    },
    "attendance": {
        "name": ("name", "names", "member", "attendee", "full name", "representative", "person"),
        "initials": ("initials", "initial"),
        "post": ("role", "post", "job title", "title", "position", "designation"),
        "organization": ("agency", "organisation", "organization", "org", "employer", "body", "partner"),
        "status": (
            "attendance",
            "status",
            "attended",
            "present",
            "apologies",
            "in attendance",
            "attendance status",
        ),
        "deputy": ("deputy", "deputy name", "substitute", "deputised by", "sent in place"),
        "reason": ("reason", "reason for absence", "reason for apologies", "notes", "comments", "note"),
        "category": ("category", "member type", "membership"),
    },
    "budget": {
        "heading": (
            "heading",
            "item",
            "description",
            "budget line",
            "line",
            "contributor",
            "partner",
            "agency",
            "organisation",
            "organization",
            "cost",
            "source",
            "name",
            "expenditure",
            "income",
        ),
        "planned": (
            "planned",
            "budget",
            "agreed",
            "annual budget",
            "amount",
            "contribution",
            "proposed",
            "total budget",
        ),
        "forecast": ("forecast", "projected", "expected", "projection", "forecast outturn"),
        "actual": (
            "actual",
            "spend",
            "spent",
            "received",
            "outturn",
            "actuals",
            "actual spend",
            "paid",
            "to date",
        ),
        "section": ("section", "category", "income or expenditure", "type"),
        "purpose": ("purpose", "for"),
        "note": ("note", "notes", "comments", "comment", "explanation"),
    },
}
"""For each register, what the columns of a key are called, in small letters without signs."""

NEEDED: Mapping[Sort, tuple[str, ...]] = {
    "actions": ("text",),
    "risks": ("title", "description"),
    "attendance": ("name", "initials", "post", "organization"),
    "budget": ("heading",),
}
"""Keys of which a register must have one."""

FIRST_ROWS = 25
"""So many rows are looked at for the names of columns."""


@dataclass(frozen=True, slots=True)
class Head:
    """The row that names the columns."""

    row: int
    keys: Mapping[int, str]
    """The key of each known column, by its number."""
    unsure: tuple[tuple[Cell, str], ...]
    unknown: tuple[Cell, ...]
    names: Mapping[int, str]
    """What each column is called in the file."""


def folded(text: str) -> str:
    """Return a name of a column for comparing: small letters and digits, single spaces."""
    return " ".join(re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("\u2019", "")))


def find_head(rows: Iterable[tuple[Cell, ...]], sort: Sort) -> Head | None:
    """Return the row that names most columns of a register; None where no row names what it needs."""
    best: Head | None = None
    for row in list(rows)[:FIRST_ROWS]:
        head = _head(row, sort)
        needed = set(NEEDED[sort]) & set(head.keys.values())
        if needed and len(head.keys) > 1 and (best is None or len(head.keys) > len(best.keys)):
            best = head
    return best


def _head(row: tuple[Cell, ...], sort: Sort) -> Head:
    keys: dict[int, str] = {}
    unsure: list[tuple[Cell, str]] = []
    rest: list[Cell] = []
    for cell in row:
        key = next((key for key, names in NAMES[sort].items() if folded(cell.text) in names), None)
        if key is not None and key not in keys.values():
            keys[cell.column] = key
        else:
            rest.append(cell)
    unknown: list[Cell] = []
    for cell in rest:
        key = _like(folded(cell.text), sort, set(keys.values()))
        if key is None:
            unknown.append(cell)
        else:
            keys[cell.column] = key
            unsure.append((cell, key))
    names = {cell.column: " ".join(cell.text.split()) for cell in row}
    return Head(row[0].row if row else 0, keys, tuple(unsure), tuple(unknown), names)


def _like(name: str, sort: Sort, taken: set[str]) -> str | None:
    """Return the key one of whose names stands as whole words in the name of a column, the longest first."""
    words = f" {name} "
    found = [
        (len(each), key)
        for key, names in NAMES[sort].items()
        if key not in taken
        for each in names
        if len(each) > 2 and f" {each} " in words  # noqa: PLR2004  # `no`, `l` and `i` stand in anything
    ]
    return max(found)[1] if found and len(name.split()) <= 6 else None  # noqa: PLR2004  # a sentence is no name
