"""Cleaning a table: read strictly as CSV, and written again in one way."""

from __future__ import annotations

import csv
import io
import re

from redaction.attachments import attachment_messages as messages
from redaction.attachments.cleaned import Cleaned, Flaw, refused

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069]")
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_HARMLESS = re.compile(r"[-+]?(?:\d[\d,]*)?(?:\.\d+)?%?|[-+]")
"""What may begin with a sign: a number, and the sign alone, which stands for nothing."""


def clean_table(raw: bytes) -> Cleaned:
    """Return a table in UTF-8 with commas, quotation marks where they are needed, and CRLF; or why not.

    Source: RFC 4180. No cell may begin a formula; nothing is changed to make it harmless, because a table
    must say what the partnership said.
    """
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return refused(Flaw(messages.TABLE_NOT_TEXT))
    if _CONTROL.search(text):
        return refused(Flaw(messages.TABLE_NOT_TEXT))
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return refused(Flaw(messages.TABLE_FORM, {"row": 1}))
    while rows and not any(rows[-1]):
        rows.pop()
    odd = _odd_row(rows)
    if odd is not None:
        return refused(Flaw(messages.TABLE_FORM, {"row": odd}))
    formulas = [number for number, row in enumerate(rows, 1) if any(map(_begins_formula, row))]
    if formulas:
        return refused(Flaw(messages.TABLE_FORMULA, {"row": formulas[0]}))
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\r\n").writerows(rows)
    return Cleaned(written.getvalue().encode(), "\n".join("\n".join(row) for row in rows))


def _odd_row(rows: list[list[str]]) -> int | None:
    """Return the number of the first row that does not fit, if any."""
    names = [name.strip() for name in rows[0]] if rows else []
    if not names or not all(names) or len(set(names)) < len(names):
        return 1
    return next((number for number, row in enumerate(rows, 1) if len(row) != len(names)), None)


def _begins_formula(cell: str) -> bool:
    """Return whether a spreadsheet may take a cell for a formula. Source: OWASP, CSV injection."""
    begin = cell.lstrip(" \u00a0\uff1d")
    full_width = cell.lstrip()[:1] in {"\uff1d", "\uff0b", "\uff0d", "\uff20"}
    return full_width or (begin.startswith(_BEGINS_FORMULA) and not _HARMLESS.fullmatch(begin.strip()))
