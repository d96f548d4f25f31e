"""The settings of the site: what the partnership may say in its mkdocs.yml, put together with the engine's.

What it may set is a closed list, so that no setting of MkDocs can switch off a protection, publish a
private file or name the private repository.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from macros import project_messages as messages
from macros.allowed_settings import DOCS, Key, wrong
from problems import Place, Problem
from problems.places import SEPARATOR

FILE = "mkdocs.yml"
BASE = Path(__file__).parent / "mkdocs.base.yml"
"""The engine's settings."""

THEME = Path(__file__).parent / "theme"
"""The engine's changes to the theme."""

LARGEST = 100_000
"""How many bytes the file of settings may have."""

_DEEPEST = 12


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one site, ready for MkDocs."""

    project: Path
    """The folder of the project, absolute."""

    plain: dict[str, Any]
    """The settings as plain values, with absolute paths and without `site_dir`."""

    @property
    def docs(self) -> Path:
        """The folder of the hand-written pages."""
        return self.project / DOCS


def compose(project: Path) -> Settings | tuple[Problem, ...]:
    """Return the settings of a project's site, or all that is wrong with them."""
    project = project.resolve()
    read = _read(project / FILE)
    if isinstance(read, Problem):
        return (read,)
    values, lines = read
    problems = [
        wording.at(_place(lines, key), key=SEPARATOR.join(key)) for key, wording in wrong(values, project)
    ]
    if not (project / DOCS / "index.md").is_file():
        problems.append(messages.NO_HOME_PAGE.at(Place(DOCS)))
    if problems:
        return tuple(problems)
    return Settings(project, _merged(values, project))


def theme_folders() -> tuple[Path, ...]:
    """Return the folders, laid out like the site, out of which the theme copies files."""
    found = find_spec("material")
    packages = found.submodule_search_locations if found is not None else None
    return (*(Path(package) / "templates" for package in packages or ()), THEME)


def base() -> dict[str, Any]:
    """Return the engine's own settings as they stand in `mkdocs.base.yml`."""
    plain: dict[str, Any] = yaml.safe_load(BASE.read_text("utf-8"))
    return plain


def _merged(theirs: dict[str, Any], project: Path) -> dict[str, Any]:
    ours = deepcopy(base())
    for name in ("site_dir", "hooks", "dev_addr"):
        del ours[name]
    theme = {**ours["theme"], "custom_dir": str(THEME)}
    for name, value in theirs.get("theme", {}).items():
        if name == "palette":
            theme["palette"] = [{**each, **value} for each in theme["palette"]]
        else:
            theme[name] = value
    kept = {name: value for name, value in theirs.items() if name not in {"INHERIT", "theme", "extra"}}
    return {
        **ours,
        **kept,
        "docs_dir": str(project / DOCS),
        "theme": theme,
        "extra": {**ours["extra"], **theirs.get("extra", {})},
    }


Lines = dict[Key, int]


class _TwiceError(yaml.YAMLError):
    """A key stands twice, or an anchor, alias or tag is used."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


def _read(path: Path) -> tuple[dict[str, Any], Lines] | Problem:
    """Return the settings of a file and the line of each key, or what keeps them from being read."""
    place = Place(FILE)
    try:
        raw = path.read_bytes()
    except OSError:
        return messages.SETTINGS_MISSING.at(place)
    if len(raw) > LARGEST:
        raw = b"\xff"  # As little readable as a file that is not text.
    try:
        text = raw.decode("utf-8-sig")
        _refuse_odd(text)
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        lines: Lines = dict(_lines_of(node, ()))
        values = yaml.safe_load(text)
    except _TwiceError as error:
        return messages.SETTINGS_ODD.at(Place(FILE, error.line))
    except yaml.MarkedYAMLError as error:
        line = getattr(error.problem_mark or error.context_mark, "line", -1) + 1
        return messages.SETTINGS_UNREADABLE.at(Place(FILE, line))
    except (yaml.YAMLError, ValueError, RecursionError):
        return messages.SETTINGS_UNREADABLE.at(place)
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        return messages.SETTINGS_UNREADABLE.at(place)
    return values, lines


def _refuse_odd(text: str) -> None:
    """Raise for anchors, aliases, tags and deep nesting, before anything is built of them."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        opened = isinstance(event, yaml.CollectionStartEvent)
        depth += opened - isinstance(event, yaml.CollectionEndEvent)
        tagged = isinstance(event, yaml.NodeEvent) and bool(
            event.anchor or getattr(event, "implicit", True) in (False, (False, False))
        )
        if depth > _DEEPEST or tagged or isinstance(event, yaml.AliasEvent):
            raise _TwiceError(getattr(event.start_mark, "line", 0) + 1)


def _lines_of(node: yaml.Node | None, above: Key) -> Iterator[tuple[Key, int]]:
    if not isinstance(node, yaml.MappingNode):
        return
    seen: set[Hashable] = set()
    for key, value in node.value:
        name = str(key.value)
        if name in seen:
            raise _TwiceError(key.start_mark.line + 1)
        seen.add(name)
        yield (*above, name), key.start_mark.line + 1
        yield from _lines_of(value, (*above, name))


def _place(lines: Lines, key: Key) -> Place:
    return Place(FILE, lines.get(key) or lines.get(key[:1], 0))
