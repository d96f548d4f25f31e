"""What is left out of the work of MkDocs changes no file of a site, and keeps the history out of reach."""

from __future__ import annotations

import os
from pathlib import Path

import mkdocs_macros.context
import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme

from macros.making.sparing import without_icons
from tests.cli.commands import SIGN_OFF, copy_after, run


def copied(theme: Theme) -> list[str]:
    """Return the files of a theme that MkDocs copies into a site."""
    config = MkDocsConfig()
    config.load_dict({"site_name": "Testwick", "site_dir": "site", "use_directory_urls": True})
    config.theme = theme
    files = Files([])
    files.add_files_from_theme(theme.get_env(), config)
    return sorted(file.src_uri for file in files)


def test_the_same_files_of_the_theme_are_copied(tmp_path: Path) -> None:
    """Hidden files are never copied, at whatever depth they stand."""
    (tmp_path / "own/.hidden").mkdir(parents=True)
    for name in ("own/seen.css", "own/.hidden/unseen.css", ".unseen.css"):
        (tmp_path / name).write_text("", "utf-8")
    whole = Theme(name="material", custom_dir=str(tmp_path))
    spared = Theme(name="material", custom_dir=str(tmp_path))
    without_icons(spared)

    assert copied(spared) == copied(whole)
    assert "own/seen.css" in copied(spared)
    assert len(spared.get_env().list_templates()) * 10 < len(whole.get_env().list_templates())


def test_icons_can_still_be_shown() -> None:
    """A template takes an icon by its name."""
    theme = Theme(name="material")
    without_icons(theme)
    assert theme.get_env().get_template(".icons/material/magnify.svg").render().startswith("<svg")


def test_nobody_asks_for_the_last_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its author's name and address are offered to no page; the plugin alone would ask."""
    asked = tmp_path / "asked"
    git = tmp_path / "bin/git"
    git.parent.mkdir()
    git.write_text(f'#!/bin/sh\necho "$@" >> {asked}\n', "utf-8")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(git.parent), prepend=os.pathsep)
    project = copy_after(tmp_path / "project", SIGN_OFF)

    assert run(project, "build").exit_code == 0
    assert asked.exists() is False
    mkdocs_macros.context.get_git_info()
    assert "%ae" in asked.read_text("utf-8")
