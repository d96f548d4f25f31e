"""The settings of the site: what the partnership may say in its mkdocs.yml, put together with the engine's.

What it may set is a closed list, so that no setting of MkDocs can switch off a protection, publish a
private file or name the private repository.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from editions.datasets import Dataset
from macros.pages import kept_among
from macros.project_files import project_messages as messages
from macros.project_files.allowed_settings import DOCS, Key, wrong
from macros.project_files.permanence import read_lock
from macros.project_files.redirects import Redirect, read_redirects
from macros.project_files.settings_files import Lines, read_settings_file
from problems import Place, Problem
from problems.places import SEPARATOR

FILE = "mkdocs.yml"
BASE = Path(__file__).parent / "mkdocs.base.yml"
"""The engine's settings."""

THEME = Path(__file__).parent / "theme"
"""The engine's changes to the theme."""

_UNUSED = ("assets/javascripts/", "assets/stylesheets/palette.")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one site, ready for MkDocs."""

    project: Path
    """The folder of the project, absolute."""

    plain: dict[str, Any]
    """The settings as plain values, with absolute paths and without `site_dir`."""

    redirects: tuple[Redirect, ...] = ()
    """Where something stands now that once stood elsewhere."""

    kept: frozenset[str] = frozenset()
    """Pages of one year of a register that were published once and stay, by address."""

    @property
    def docs(self) -> Path:
        """The folder of the hand-written pages."""
        return self.project / DOCS

    @property
    def address(self) -> str:
        """The address at which the site is published."""
        return str(self.plain["site_url"])


def compose(project: Path) -> Settings | tuple[Problem, ...]:
    """Return the settings of a project's site, or all that is wrong with them."""
    project = project.resolve()
    read = read_settings_file(project / FILE)
    if isinstance(read, Problem):
        return (read,)
    values, lines = read
    problems = [
        wording.at(_place(lines, key), key=SEPARATOR.join(key)) for key, wording in wrong(values, project)
    ]
    if not (project / DOCS / "index.md").is_file():
        problems.append(messages.NO_HOME_PAGE.at(Place(DOCS)))
    redirects, wrong_file = read_redirects(project)
    problems += wrong_file
    if problems:
        return tuple(problems)
    kept = kept_among(read_lock(project).addresses)
    return Settings(project, _merged(values, project), redirects, kept)


def without_own_address(project: Path, dataset: Dataset) -> tuple[Problem, ...]:
    """Return a reminder while something is published under the address that a new project begins with."""
    read = read_settings_file(project / FILE)
    if isinstance(read, Problem) or not any(each.record for kind in dataset.kinds.values() for each in kind):
        return ()
    values, lines = read
    if values.get("site_url") != messages.EXAMPLE_ADDRESS:
        return ()
    return (messages.ADDRESS_OF_EXAMPLE.at(_place(lines, ("site_url",)), key="site_url"),)


def theme_folders() -> tuple[Path, ...]:
    """Return the folders, laid out like the site, out of which the theme copies files."""
    found = find_spec("material")
    packages = found.submodule_search_locations if found is not None else None
    return (*(Path(package) / "templates" for package in packages or ()), THEME)


def is_unused(name: str, folder: str | None) -> bool:
    """Return whether a file of the site, from this folder, is one of Material's that no page asks for."""
    if folder is None or Path(folder) == THEME:
        return False
    return name.startswith(_UNUSED) or name.endswith(".map")


def base() -> dict[str, Any]:
    """Return the engine's own settings as they stand in `mkdocs.base.yml`."""
    plain: dict[str, Any] = yaml.safe_load(BASE.read_text("utf-8"))
    return plain


def _merged(theirs: dict[str, Any], project: Path) -> dict[str, Any]:
    ours = deepcopy(base())
    for name in ("site_dir", "hooks", "dev_addr"):
        del ours[name]
    theme = {**ours["theme"], "custom_dir": str(THEME), **theirs.get("theme", {})}
    kept = {name: value for name, value in theirs.items() if name not in {"INHERIT", "theme", "extra"}}
    return {
        **ours,
        **kept,
        "docs_dir": str(project / DOCS),
        "theme": theme,
        "extra": {**ours["extra"], **theirs.get("extra", {})},
    }


def _place(lines: Lines, key: Key) -> Place:
    return Place(FILE, lines.get(key) or lines.get(key[:1], 0))
