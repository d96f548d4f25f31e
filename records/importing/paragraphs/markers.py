"""What is printed before an item, paragraph or entry of a list: numbers, letters and bullets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from records.importing.paragraphs.blocks import BULLET

_BULLETS = "\u2022\u00b7\u25cf\u2023\u25aa\u25e6\u25cb\u25a0\u2043\u27a2\u2212\u2013\u2014*-"
_BULLET = re.compile(rf"(?:[{re.escape(_BULLETS)}]|o(?=\s{{2,}}))\s+(?=\S)")
_CODE = r"[A-Z]{2,6}[ /-]?\d{1,4}(?:/\d{2,4}(?:/\d{1,4})?)?"
_NUMBER = re.compile(
    r"(?P<label>(?:(?:item|minute|no\.?)\s+)?"
    rf"(?:\d{{1,4}}/\d{{2,4}}(?:/\d{{1,4}})?|{_CODE}|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}[a-z]?"
    rf"|\d{{1,3}}[a-z]?|[IVX]{{1,5}}|\(?[a-z]|\(?[ivx]{{1,5}}|[A-H]))"
    r"(?P<end>[.):]{0,2})(?P<gap>\s+(?:[\u2013-]\s+)?)(?=\S)",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"\(?(?:(?:item|no\.?)\s+)?(?:\d{{1,4}}(?:[./]\d{{1,4}}){{0,3}}[a-z]?|{_CODE}|[a-z]"
    rf"|[ivxIVX]{{1,5}})[.):]{{0,2}}",
    re.IGNORECASE,
)
_FRACTION_OR_DATE = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}\b")
_NO_CODE = re.compile(r"(?:actions?|decisions?|page|paper|appendix|annex|note|table|part)\b", re.IGNORECASE)
"""Words before a number that say what is numbered, and are no code of a series."""

_MONTH = re.compile(
    r"(?:st|nd|rd|th)?\s*(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
    r"|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without the marker before it."""

    number: str
    """The marker as printed, `BULLET`, or nothing."""
    text: str
    bullet: bool = False


def without_marker(text: str, *, gap: int = 0) -> Marked:
    """Return a line without the number or bullet it begins with.

    A bare number counts only with a full stop, a bracket, a point within, or so many spaces after it.
    """
    found = _BULLET.match(text)
    if found:
        return Marked(BULLET, text[found.end() :], bullet=True)
    found = _NUMBER.match(text)
    if not found or not _is_marker(found, gap):
        return Marked("", text)
    rest = text[found.end() :]
    return Marked(text[: found.end("end")].strip(), rest)


def _is_marker(found: re.Match[str], gap: int) -> bool:  # noqa: C901, PLR0911 (one return for each form is plainest)
    """Return whether what looks like a number before a text is one, and not the text's first word."""
    label, end, space = found["label"], found["end"], found["gap"]
    rest = found.string[found.end() :]
    if _NO_CODE.match(label):
        return False
    if _MONTH.match(rest) or _FRACTION_OR_DATE.match(label):
        return False
    if re.fullmatch(r"\d+(?:\.\d+)?", label) and rest[:1].isdigit() and not end:
        return False
    if gap and len(space) >= gap:
        return not label.isalpha() or bool(end)
    if re.fullmatch(r"\d{1,3}(?:\.\d{1,3})+[a-z]?", label):
        return not re.match(r"(?:am|pm|per cent|%|million|m\b|k\b|\d|noon|to \d)", rest, re.IGNORECASE)
    if re.search(r"\d/\d{2}", label):
        return True
    if re.fullmatch(r"(?i)(?:item|minute|no\.?)\s+\d.*", label):
        return bool(end) or bool(re.match(r"[A-Z\u2013-]", rest)) or "-" in space
    if re.fullmatch(r"\d{1,3}[a-z]?", label):
        return bool(re.match(r"[.):]", end)) or bool(re.search(r"[\u2013-]", space))
    if re.match(r"[A-Za-z]{2,}", label) and not re.fullmatch(r"(?i)[ivx]+", label):
        return bool(re.search(r"\d", label)) and label.isupper() and (bool(end) or len(space) > 1)
    if label.startswith("("):
        return ")" in end
    if ":" in end and label.isalpha():
        return False
    return bool(end) and (len(label) > 1 or label != "A" or ")" in end) and "." not in rest[:2]


def is_marker(text: str) -> bool:
    """Return whether a text is nothing but a number, a letter or a bullet."""
    plain = text.strip()
    return bool(plain) and (plain in _BULLETS or _ALONE.fullmatch(plain) is not None)


def is_number(text: str) -> bool:
    """Return whether a text is nothing but the number of an item."""
    return is_marker(text) and any(sign.isdigit() for sign in text)


def label_of(number: str) -> str:
    """Return a printed number without the stop or brackets around it: `4`, `4.1`, `a`."""
    plain = re.sub(r"(?i)^(?:item|minute|no\.?)\s+", "", number.strip())
    return plain.strip("().: ")


def depth_of(label: str) -> int:
    """Return how many parts a dotted number has: 1 for `4`, 2 for `4.1`."""
    return label.count(".") + 1


def value_of(label: str) -> int | None:
    """Return the number by which an item of the first order is counted, or None where there is none."""
    found = re.fullmatch(r"(\d{1,4})[a-z]?", label)
    if found:
        return int(found[1])
    found = re.fullmatch(r"(\d{1,4})/\d{2,4}", label) or re.fullmatch(r".*?\D(\d{1,4})(?:/\d{2,4})?", label)
    if found:
        return int(found[1])
    roman = label.upper()
    if re.fullmatch(r"X{0,3}(?:IX|IV|V?I{0,3})", roman) and roman:
        values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in roman]
        return sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True))
    return None
