"""Searching the words in the files of papers, as the words of the record itself are searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from problems import Problem, Severity, Wording
from redaction.attachments import attachment_messages as messages
from redaction.attachments.attaching import File
from redaction.attachments.cleaned import PAGE_BREAK
from redaction.detectors import detect
from redaction.opening.views import views_of
from redaction.searching.asks import Sort, asked_in
from redaction.searching.decided import Decided
from redaction.searching.finding import RANK, allows
from redaction.searching.folding import fold
from redaction.searching.placing import Locate
from redaction.searching.questions import Places, Question, question_of_each
from redaction.searching.scanning import Scanner, find

Asked = tuple[str, Wording, tuple[tuple[str, str], ...], Places, int]
"""A question in the making: words, wording, what fills its gaps, places and rank."""

OWN_NAME = "the name that the file has in your office, which is never published"
"""What is said in place of a place, where the words stand in `file` of the paper itself."""


def find_in_files(scanner: Scanner, files: Iterable[File], locate: Locate) -> Iterator[Problem]:
    """Yield a problem for each secret in the files of a record.

    `locate` finds the place of a public value in `data/`.
    """
    for file in files:
        yield from _secrets(scanner, file, locate)


def asked_in_files(
    scanner: Scanner, files: Iterable[File], locate: Locate, decided: Decided
) -> Iterator[Question]:
    """Yield a question for the words that may be a known term or withheld, and for what a detector sees.

    What stood in a file that is published already was signed off with it.
    """
    for file in files:
        if file.is_new:
            yield from question_of_each((*_terms(scanner, file, locate), *_detected(file, locate, decided)))


def _secrets(scanner: Scanner, file: File, locate: Locate) -> Iterator[Problem]:
    """Yield the secrets in a file: in the words read in it, and by the reading of the verification."""
    place = locate((*file.way, "file"))
    said = set()
    for page, words in _pages(file):
        for secret in find(scanner, fold(words)):
            said.add(secret)
            wording = messages.SECRET_IN_FILE if page else messages.SECRET_IN_OBJECTS
            yield wording.at(place, where=str(secret.where), private_text=secret.text, **_gap(page))
    if not file.is_new:
        return
    views = views_of(file.download.path, file.content)
    yield from (each.at(place) for each in views.problems if each.severity is Severity.ERROR)
    readings = {reading for each in (views, *views.inside) for reading in each.readings}
    for secret in find(scanner, "\n".join(map(fold, readings))):
        if secret not in said:
            yield messages.SECRET_IN_OBJECTS.at(place, where=str(secret.where), private_text=secret.text)


def _terms(scanner: Scanner, file: File, locate: Locate) -> Iterator[Asked]:
    """Yield what is asked about the words of a file; not a part of what is asked or refused on the page."""
    place = locate((*file.way, "file"))
    seen = set()
    before = 0
    for page, words in _pages(file):
        found = [(ask, start) for ask, start in asked_in(scanner.asks, words) if ask.folded not in seen]
        wider = [fold(each.text) for each in find(scanner, fold(words))] if found else []
        wider += [ask.folded for ask, _ in found]
        for ask, start in found:
            if not any(ask.folded in each and ask.folded != each for each in wider):
                seen.add(ask.folded)
                wording = messages.WORDS_IN_FILE if page else messages.WORDS_IN_OBJECTS
                where = OWN_NAME if ask.where == place else str(ask.where)
                gaps = (("where", where), *_told(page))
                # No two questions of a file have the same name.
                at = before + start + 1
                yield ask.words, wording, gaps, [(place, at)], list(Sort).index(ask.sort)
        before += len(words) + 1


def _detected(file: File, locate: Locate, decided: Decided) -> Iterator[Asked]:
    place = locate((*file.way, "file"))
    seen = set()
    before = 0
    for page, words in _pages(file):
        for detector, found in detect(words, decided.few) if page else ():
            if found not in seen and not allows(decided.allowed, found):
                seen.add(found)
                at = before + max(words.find(found), 0) + 1
                gaps = (("words", detector.words), *_told(page))
                yield found, messages.DETECTED_IN_FILE, gaps, [(place, at)], RANK
        before += len(words) + 1


def _told(page: int) -> tuple[tuple[str, str], ...]:
    return (("page", str(page)),) if page else ()


def _gap(page: int) -> dict[str, int]:
    return {"page": page} if page else {}


def _pages(file: File) -> Iterator[tuple[int, str]]:
    """Yield the pages of a file with their numbers; 0 for the words that no page shows."""
    if file.text is None:
        return
    pages = file.text.split(PAGE_BREAK)
    beside = pages.pop() if file.download.type == "pdf" else ""
    yield from enumerate(pages, 1)
    if beside:
        yield 0, beside
