"""The day that stands for today while a site is built."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from editions.datasets import Dataset


@contextmanager
def dated(dataset: Dataset) -> Iterator[None]:
    """Have MkDocs take the day of the newest edition for today, so that a site's bytes never depend on it."""
    days = [issue.date for entries in dataset.kinds.values() for entry in entries for issue in entry.issues]
    newest = datetime.fromisoformat(max(days, default="2000-01-01")).replace(tzinfo=UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(newest.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
