"""One PDF of earlier years: looked at like the file of any paper, and the record that lists it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from editions.prose import problems_in
from problems import Place, Problem
from records.registers.sheets import cleaned
from redaction.archiving import archive_messages as messages
from redaction.archiving.describing import Described, described
from redaction.attachments.cleaned import PAGE_BREAK
from redaction.attachments.pdfs import clean_pdf
from redaction.marking.marks import lex
from redaction.searching.folding import fold
from redaction.searching.scanning import Scanner, find

LONGEST_TEXT = 800_000
"""So many bytes of text fit into a record, whose file may have a million."""

LONGEST_SECTION = 200_000

NOTICE = (
    "This document is older than this site. It is kept as it was, and may not work with a screen reader or "
    "on a small screen. Ask the office for a copy in another form."
)
_ACTS = re.compile(r"[\\`*_\[\]<>#|~&!]")
_AT_START = re.compile(r"^(\s*)([-+=:>]|\d{1,9}[.)])", re.MULTILINE)
_BEGINS = re.compile(r"[\u2022\u2023\u25cf\u25aa\u2013-] |\(?[0-9a-zA-Z]{1,3}[.)] |\d+\.\d+")
_FULL, _HALF = 0.95, 0.55
"""The part of the longest line from which on a line is full, and may go on in the next."""

_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What becomes of a PDF."""

    described: Described | None
    plain: dict[str, Any] | None = field(repr=False)
    """The record, with the path of the file still missing; None for a PDF that must not be published."""
    problems: tuple[Problem, ...]


def checksum_of(raw: bytes) -> str:
    """Return by what a PDF is known again. It stands in the private record only."""
    return sha256(raw).hexdigest()


def take_in(name: str, raw: bytes, scanner: Scanner, groups: Mapping[str, tuple[str, ...]]) -> TakenIn:
    """Return the record of a PDF, and what a person must look at.

    Nothing is written. What the cleaning refuses, such as words under a black box, has no record.
    """
    place = Place(name)
    cleaned_pdf = clean_pdf(raw)
    flaws = tuple(flaw.at(place) for flaw in cleaned_pdf.flaws)
    if cleaned_pdf.is_refused:
        return TakenIn(None, None, flaws)
    pages = (cleaned_pdf.text or "").split(PAGE_BREAK)
    about = described(name, pages[0], groups)
    secrets = _secrets(pages, scanner, place)
    is_scan = not any(page.strip() for page in pages[: cleaned_pdf.pages])
    problems = [*flaws, *about.questions, *secrets]
    if is_scan:
        day = [each for each in about.questions if each.code == messages.NO_DAY.code]
        problems = [messages.SCANNED.at(place), *day]
    publish = not secrets and not is_scan
    plain = _record(about, raw, pages=cleaned_pdf.pages or 0, publish=publish)
    if publish:
        sections = sections_of(pages[: cleaned_pdf.pages])
        if sections:
            plain["sections"] = sections
        else:
            problems.append(messages.TEXT_LEFT_OUT.at(place))
    return TakenIn(about, plain, tuple(problems))


def with_file(plain: Mapping[str, Any], path: str) -> dict[str, Any]:
    """Return a record that names its file, by its path inside data/files/."""
    paper = {**plain["papers"][0], "file": path}
    return {**plain, "papers": [paper]}


def sections_of(pages: list[str]) -> list[dict[str, str]]:
    """Return the words of pages as sections of a record; none where that cannot be, or is too long."""
    paragraphs = [_escaped(each) for page in pages for each in _paragraphs(page)]
    if sum(len(each.encode()) for each in paragraphs) > LONGEST_TEXT:
        return []
    texts = [""]
    for each in paragraphs:
        if texts[-1] and len(texts[-1]) + len(each) > LONGEST_SECTION:
            texts.append("")
        texts[-1] += f"{each}\n\n"
    if not all(text.strip() and _is_plain(text) for text in texts):
        return []
    title = "The text of the document"
    first = {"id": "text", "title": title, "text": texts[0].rstrip() + "\n"}
    more = (
        {"id": f"text-{at}", "title": f"{title}, part {at}", "text": text.rstrip() + "\n"}
        for at, text in enumerate(texts[1:], 2)
    )
    return [first, *more]


def _is_plain(text: str) -> bool:
    """Return whether no sign of a text acts as a mark, and none is refused."""
    return not lex(text, Place(""), ()).problems and not problems_in(text)


def _paragraphs(page: str) -> list[str]:
    """Return the paragraphs of a page, judged by how long its lines are and how they begin and end."""
    lines = [line.strip() for line in cleaned(page.translate(_LIGATURES)).split("\n")]
    longest = max(map(len, lines), default=0)
    found: list[str] = []
    goes_on = False
    for line in lines:
        begins = _BEGINS.match(line) is not None
        if line and goes_on and not begins:
            found[-1] += f" {line}"
        elif line:
            found.append(line)
        ends = line.endswith((".", ":", "!", "?")) and len(line) < longest * _FULL
        goes_on = bool(line) and not ends and len(line) > longest * _HALF
    return found


def _escaped(text: str) -> str:
    apart = re.sub(r"([\[\]])(?=[\[\]])", r"\1 ", text)
    return _AT_START.sub(r"\1\\\2", _ACTS.sub(r"\\\g<0>", apart))


def _secrets(pages: list[str], scanner: Scanner, place: Place) -> list[Problem]:
    """Return a problem for each secret in a PDF, at the first page that has it."""
    said = set()
    problems = []
    for number, page in enumerate(pages, 1):
        for secret in find(scanner, fold(page)):
            if secret not in said:
                said.add(secret)
                where = str(secret.where)
                problems.append(messages.SECRET.at(place, page=number, where=where, private_text=secret.text))
    return problems


def _record(about: Described, raw: bytes, *, pages: int, publish: bool) -> dict[str, Any]:
    plain: dict[str, Any] = {"title": about.title, "kind": "other"}
    if about.group:
        plain["issued_by"] = [about.group]
    plain["status"] = "archived"
    if about.day:
        plain["versions"] = [{"version": "Original", "date": about.day}]
    plain["notice"] = NOTICE
    plain |= {"pages": str(pages), "formats": ["pdf"]}
    answer = "yes" if publish else "no"
    plain["papers"] = [{"id": "original", "title": about.title, "publish": answer}]
    # Not the name of the file: it often has the words of the title, and what is private is looked for.
    plain["source"] = {"checksum": checksum_of(raw)}
    return plain
