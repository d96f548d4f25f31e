"""Searching the words in the files of papers, as the words of the record itself are searched."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from problems import Problem, Severity
from redaction import attachment_messages as messages
from redaction.attachments.attaching import File
from redaction.attachments.cleaned import PAGE_BREAK
from redaction.detectors import detect
from redaction.finding import allows
from redaction.folding import fold
from redaction.placing import Locate
from redaction.scanning import Scanner, find
from redaction.views import views_of


def find_in_files(
    scanner: Scanner, files: Iterable[File], locate: Locate, allowed: Collection[str]
) -> Iterator[Problem]:
    """Yield a problem for each secret, and for what a detector sees, in the files of a record.

    What a detector saw in a file that is published already was signed off with it. `locate` finds the place
    of a public value in `data/`.
    """
    for file in files:
        yield from _secrets(scanner, file, locate)
        if file.is_new:
            yield from _detected(file, locate, allowed)


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


def _detected(file: File, locate: Locate, allowed: Collection[str]) -> Iterator[Problem]:
    place = locate((*file.way, "file"))
    seen = set()
    for page, words in _pages(file):
        for detector, found in detect(words) if page else ():
            if found not in seen and not allows(allowed, found):
                seen.add(found)
                yield messages.DETECTED_IN_FILE.at(place, page=page, words=detector.words, private_text=found)


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
