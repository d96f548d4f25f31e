"""The file of a review is for its owner only, and nowhere near what is published."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from redaction.watermarks import refusal, write_private


def code_of(path: Path, project: Path) -> str | None:
    problem = refusal(path, project)
    return problem.code if problem else None


def test_only_the_owner_can_read_the_file(tmp_path: Path) -> None:
    write_private(tmp_path / "review.html", b"words")

    assert stat.S_IMODE((tmp_path / "review.html").stat().st_mode) == 0o600
    assert (tmp_path / "review.html").read_bytes() == b"words"


@pytest.mark.parametrize(
    "folder", ["docs", "docs/deep", "site", "published", "data", "build/public", "build/preview"]
)
def test_a_path_among_what_is_published_is_refused(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir(parents=True)

    assert code_of(tmp_path / folder / "review.html", tmp_path) == "review-file-in-public"


def test_a_way_around_by_a_link_or_dots_is_refused(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "elsewhere").symlink_to(tmp_path / "docs")

    assert code_of(tmp_path / "elsewhere" / "review.html", tmp_path) == "review-file-in-public"
    assert code_of(tmp_path / "build" / ".." / "docs" / "review.html", tmp_path) == "review-file-in-public"


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "review.html"
    path.write_text("mine")

    assert code_of(path, tmp_path) == "review-file-exists"
    with pytest.raises(FileExistsError):
        write_private(path, b"theirs")
    assert path.read_text() == "mine"


def test_of_a_file_that_could_not_be_written_nothing_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a private view on a full disk would lie about unnoticed."""

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(OSError, match="No space left"):
        write_private(tmp_path / "review.html", b"words")
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "review.html").symlink_to(tmp_path / "target")

    with pytest.raises(FileExistsError):
        write_private(tmp_path / "review.html", b"words")
    assert not (tmp_path / "target").exists()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert code_of(tmp_path / "nowhere" / "review.html", tmp_path) == "review-file-no-folder"


def test_any_other_place_is_fine(tmp_path: Path) -> None:
    assert code_of(tmp_path / "review.html", tmp_path / "project") is None
