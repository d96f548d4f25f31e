"""Deciding about words: every open question of a partnership, and what a decision writes."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from editions.fields import PublicRecord
from editions.published import Published
from editions.storing import write_whole
from records.loading import FOLDER, Records
from records.side_files.decisions import FILE, WordDecision, as_file
from redaction.attachments.attaching import Attached, attach_all
from redaction.projecting.projection import project_all
from redaction.searching.asks import starts_of
from redaction.searching.decided import decided_on
from redaction.searching.folding import fold_source
from redaction.searching.harvesting import Secret
from redaction.searching.placing import Locate, placing
from redaction.searching.questions import Places, Question, question_of_each, start_in
from redaction.searching.scanning import Scanner, find, shared, texts_in, wording_of
from redaction.signing_off.signing import asked

WHY = "WHY THEY GIVE NOTHING AWAY"
WHO = "YOUR ROLE"
"""What stands in a command for words that somebody has to write."""


def open_questions(
    records: Records, published: Published, scanner: Scanner, day: date
) -> tuple[Question, ...]:
    """Return every question that somebody has to decide, each with its places in all records.

    The most important come first, and then those of the record that comes first.
    """
    decided = decided_on(records, day)
    found: dict[str, Question] = {}
    projections = project_all(records)
    for key, attached in attach_all(projections, records, published).items():
        projection = projections[key]
        if projection.record is None:
            continue
        if attached.projection.record is None:  # A file is refused; its record has questions all the same.
            attached = Attached(projection)  # noqa: PLW2901  # what is asked about
        locate = placing(records.loaded[key], projection)
        history = published.histories.get((key[0], projection.record.id))
        for each in (
            *_refused(scanner, projection.record, locate),
            *asked(scanner, attached, locate, decided, history),
        ):
            folded = fold_source(each.words)
            known = found.get(folded)
            found[folded] = each if known is None else _together(known, each)
    return tuple(sorted(found.values(), key=lambda each: each.rank))


def _together(one: Question, other: Question) -> Question:
    """Return two questions about the same words as one."""
    places = tuple(dict.fromkeys((*one.places, *other.places)))
    return replace(one, places=places, rank=min(one.rank, other.rank))


def _refused(scanner: Scanner, record: PublicRecord, locate: Locate) -> tuple[Question, ...]:
    """Return a question for each secret that stands in the public values of a record."""
    found: dict[str, tuple[str, Secret, Places]] = {}
    for path, text in texts_in(record.model_dump(mode="json", exclude_none=True)):
        for secret in find(scanner, fold_source(text)):
            words = shared(secret.text, text)
            places = found.setdefault(fold_source(words), (words, secret, []))[2]
            places.append(start_in(text, starts_of(fold_source(words), text)[0]).within(locate(path)))
    return question_of_each(
        (words, wording_of(secret), (("where", str(secret.where)),), places, -1)
        for words, secret, places in found.values()
    )


def allowing(words: str) -> str:
    """Return the command that says that words may be published."""
    return f"{_deciding(words)} --allow --reason '{WHY}' --role '{WHO}'"


def withholding(words: str) -> str:
    """Return the command that says that words must not be published."""
    return f"{_deciding(words)} --withhold --role '{WHO}'"


def _deciding(words: str) -> str:
    return shlex.join(
        ["pages", "decide", *(["--"] if words.startswith("-") else []), " ".join(words.split())]
    )


def with_decision(known: Iterable[WordDecision], new: WordDecision) -> Iterator[WordDecision]:
    """Yield the decisions with a new one, which takes the place of any about the same words."""
    folded = fold_source(new.words)
    yield from (each for each in known if fold_source(each.words) != folded)
    yield new


def write_decisions(project: Path, decisions: Iterable[WordDecision]) -> Path:
    """Write the file of decisions as a whole, and return its path.

    Raises ValueError for signs that a file cannot keep.
    """
    path = project / FOLDER / FILE
    write_whole(path, as_file(decisions), replacing=True)
    return path


def mark_for(words: str, reason: str) -> str:
    """Return the mark that withholds words."""
    return f"[[redact {reason}|{words}]]"
