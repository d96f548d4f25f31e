"""The partnership from which the tests of records start."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.partnerships import copy_to


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_to(tmp_path)
