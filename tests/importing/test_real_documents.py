"""Real minutes, which lie outside the repository, are read as somebody counted them by hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from problems import Problem
from records.importing.drafting.drafts import Draft, draft_of
from records.importing.drafting.meetings import Told
from records.importing.readers.opening import opened
from records.importing.recognising.known import Known
from tests.importing.scoring import expectations, key_of, score

VARIABLE = "PAGES_REAL_DOCUMENTS"
"""Names the folders of real documents, parted as in PATH. Without it these tests are skipped."""

FOLDERS = tuple(Path(folder) for folder in os.environ.get(VARIABLE, "").split(os.pathsep) if folder)
FILES = sorted(path for folder in FOLDERS for path in folder.rglob("*") if key_of(path) in expectations())
KNOWN = Known(groups={"executive": "executive"})

pytestmark = pytest.mark.skipif(not FOLDERS, reason=f"{VARIABLE} names no folder of real documents")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_real_document_is_read_as_it_was_counted_by_hand(path: Path) -> None:
    """99% of runs of words in their places, everybody's status, 95% of items and actions, each trap."""
    source = opened(path, path.name)
    assert not isinstance(source, Problem)
    draft = draft_of(source, KNOWN, Told(path.name), lambda _text: ())
    assert isinstance(draft, Draft)

    result = score(draft, expectations()[key_of(path)])

    assert result.is_good, result


def test_there_is_a_document_for_each_expectation() -> None:
    """A folder that misses a document would score nothing and pass."""
    assert {key_of(path) for path in FILES} == set(expectations())
