"""Writing the certificate of a verified site."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from editions.datasets import Dataset
from editions.storing import write_whole
from problems import Place, Problem
from redaction.verifying import certificate_messages as messages
from redaction.verifying.certificates import JSON_FILE, PAGE_FILE, certificate_of, day_of, files_of
from redaction.verifying.verification import Verification

EPOCH = "SOURCE_DATE_EPOCH"
"""What tools that build the same bytes again call the day of the source, in seconds since 1970."""


def write_certificate(folder: Path, verification: Verification, dataset: Dataset) -> tuple[Problem, ...]:
    """Write the certificate of a clean site into a folder, for programs and for people.

    A folder that is missing is made. Returns a problem where that cannot be written to.
    """
    certificate = certificate_of(
        verification.mode,
        verification.checks,
        verification.seen,
        day_of(_days(dataset), os.environ.get(EPOCH)),
        complete=verification.is_complete,
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files_of(certificate).items():
            write_whole(folder / name, content, replacing=True)
    except OSError as error:
        return (messages.CERTIFICATE_UNWRITTEN.at(Place(folder.name), error=error.strerror or "error"),)
    return ()


def remove_certificate(folder: Path) -> None:
    """Remove the certificate of a site that stands no more."""
    for name in (JSON_FILE, PAGE_FILE):
        with suppress(OSError):
            (folder / name).unlink()


def _days(dataset: Dataset) -> Iterator[str]:
    """Yield the days of all editions."""
    for entries in dataset.kinds.values():
        for entry in entries:
            yield from (issue.date for issue in entry.issues)
