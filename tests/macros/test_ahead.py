"""Half of the pages can be worked out elsewhere: the site is the same, whatever becomes of that."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from editions.datasets import Dataset
from macros import ahead, building
from macros.ahead import Texts, later_half, write_ahead
from macros.pages import Page, pages
from tests.macros.sites import EVIL, composed, dataset, meeting, project

PUBLIC = dataset(
    meeting("2026-03-12-plain"), meeting("2026-03-13-evil", title=EVIL), meeting("2026-03-14-more")
)


def files(folder: Path, given: Callable[[], Texts] = dict) -> dict[str, bytes]:
    site = folder / "site"
    assert building.render(composed(project(folder / "project")), PUBLIC, site, given) == ()
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def test_the_site_has_the_same_bytes(tmp_path: Path) -> None:
    """It makes no difference who works a page out."""
    assert files(tmp_path / "a", lambda: write_ahead(PUBLIC)) == files(tmp_path / "b")


def test_what_is_given_is_used(tmp_path: Path) -> None:
    """The texts are asked for once, and stand on their pages."""
    asked: list[str] = []

    def given() -> Texts:
        asked.append("once")
        return dict.fromkeys(later_half(pages(PUBLIC)), "Elsewhere.")

    site = files(tmp_path, given)

    assert asked == ["once"]
    assert b"Elsewhere." in site["meetings/2026-03-14-more/index.html"]
    assert b"Elsewhere." not in site["meetings/2026-03-12-plain/index.html"]


def test_a_page_that_fails_is_left_to_whoever_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other pages are given, and no error is raised where nobody could say on which page it is."""

    def broken(_: Dataset) -> dict[str, Callable[[str], str]]:
        return {"meeting": lambda name: str({"2026-03-14-more": "fine"}[name])}

    monkeypatch.setattr(ahead, "macros_for", broken)

    assert write_ahead(PUBLIC) == {Page("meetings/2026-03-14-more.md", "meeting", "2026-03-14-more"): "fine"}
