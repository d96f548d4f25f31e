"""The rows of a budget: contributions, income, spending, what is carried over, and totals as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from records import register_messages as messages
from records.registers.columns import folded
from records.registers.drafting import Desk, lines
from records.registers.known import one
from records.registers.meanings import amount_of
from records.registers.sheets import Cell

COLUMNS = ("planned", "forecast", "actual")
_SECTIONS = (
    (re.compile(r"\bin kind\b"), "in_kind"),
    (re.compile(r"\b(?:contribution|contributions|partner|partners)\b"), "contributions"),
    (re.compile(r"\b(?:income|grant|grants|fees)\b"), "income"),
    (re.compile(r"\b(?:expenditure|spend|spending|costs?|outgoings)\b"), "spending"),
)
_TOTALS = re.compile(r"\b(?:total|sub total|subtotal)\b")
_IN = re.compile(r"\b(?:brought forward|b f|carried in|opening balance|carry forward from)\b")
_OUT = re.compile(r"\b(?:carried forward|carry forward|c f|carried out|closing balance|surplus|underspend)\b")


def budget(rows: Iterable[Mapping[str, Cell]], desk: Desk) -> dict[str, Any]:
    """Return the lines of a budget by the keys of its record."""
    found: dict[str, Any] = {}
    section = ""
    for row in rows:
        heading = row.get("heading")
        if heading is None:
            continue
        amounts = _amounts(row, desk)
        words = folded(heading.text)
        named = section_of(folded(row["section"].text)) if "section" in row else ""
        if named:
            desk.take(row, "section")
        if not amounts:
            if all(key not in row for key in COLUMNS):
                section = section_of(words) or section
            continue
        desk.take(row, "heading")
        note = lines(desk.take(row, "note"))
        line = {**amounts, **({"note": note} if note else {})}
        if _TOTALS.search(words):
            _total(found, section_of(words) or section, line, row, desk)
        elif _IN.search(words):
            _single(found, "carried_in", line, row, desk)
        elif _OUT.search(words):
            _single(found, "carried_out", line, row, desk)
        else:
            _line(found, named or section, line, row, desk)
    return found


def section_of(words: str) -> str:
    """Return the part of a budget that a heading names; empty for none."""
    return next((name for pattern, name in _SECTIONS if pattern.search(words)), "")


def _amounts(row: Mapping[str, Cell], desk: Desk) -> dict[str, str]:
    found = {}
    for key in COLUMNS:
        if key not in row:
            continue
        amount = amount_of(row[key].text)
        if amount is not None:
            found[key] = amount
            desk.take(row, key)
        else:
            desk.unsure(row, key)
    return found


def _total(
    found: dict[str, Any], section: str, line: dict[str, Any], row: Mapping[str, Cell], desk: Desk
) -> None:
    if not section or section in found.get("totals", {}):
        desk.unsure(row, "heading")
        for key in ("heading", *COLUMNS):
            if key in row:
                desk.give_back(row, key)
        return
    found.setdefault("totals", {})[section] = line


def _single(
    found: dict[str, Any], name: str, line: dict[str, Any], row: Mapping[str, Cell], desk: Desk
) -> None:
    if name in found:
        _line(found, "spending", line, row, desk)
        return
    found[name] = line


def _line(
    found: dict[str, Any], section: str, line: dict[str, Any], row: Mapping[str, Cell], desk: Desk
) -> None:
    """Add a line to the section that it belongs to."""
    heading = lines(row["heading"].text)
    who = one(heading, desk.known)
    if not section:
        section = "contributions" if who else "spending"
        desk.ask(messages.PLACE_UNSURE, row["heading"], key=section)
    purpose = lines(desk.take(row, "purpose"))
    if section in {"contributions", "in_kind"}:
        if who is None:
            desk.ask(messages.NOBODY, row["heading"])
        giver: dict[str, Any] = {"contributor": who or {"name": heading}}
        if section == "in_kind":
            giver["description"] = purpose or "In kind"
        elif purpose:
            giver["purpose"] = purpose
        found.setdefault(section, []).append(giver | line)
    else:
        text = f"{heading}, {purpose}" if purpose else heading
        found.setdefault(section, []).append({"heading": text} | line)
