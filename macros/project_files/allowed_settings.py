"""What a partnership may set in its mkdocs.yml: a closed list, with a check for each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from macros.project_files import project_messages as messages
from problems import Wording

DOCS = "docs"
IMAGES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".ico"})
"""The images that a site may hold. An SVG can hold scripts and is not among them."""

_LINE = re.compile(r"[^\x00-\x1f\x7f<>{}\"]*[^\x00-\x20\x7f<>{}\"]")
_ICON = re.compile(r"(?:[a-z0-9-]+/)+[a-z0-9-]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,8})?")

REFUSED: dict[str, Wording] = {
    "docs_dir": messages.SETTING_FOLDER,
    "site_dir": messages.SETTING_FOLDER,
    "plugins": messages.SETTING_ENGINE,
    "hooks": messages.SETTING_ENGINE,
    "markdown_extensions": messages.SETTING_ENGINE,
    "validation": messages.SETTING_ENGINE,
    "extra_templates": messages.SETTING_ENGINE,
    "watch": messages.SETTING_ENGINE,
    "use_directory_urls": messages.SETTING_ADDRESSES,
    "repo_url": messages.SETTING_REPOSITORY,
    "repo_name": messages.SETTING_REPOSITORY,
    "edit_uri": messages.SETTING_REPOSITORY,
    "edit_uri_template": messages.SETTING_REPOSITORY,
    "remote_branch": messages.SETTING_REPOSITORY,
    "remote_name": messages.SETTING_REPOSITORY,
    "extra_javascript": messages.SETTING_SCRIPT,
    "custom_dir": messages.SETTING_ENGINE,
    "palette": messages.SETTING_COLOUR,
    "logo": messages.SETTING_COLOUR,
    "exclude_docs": messages.SETTING_HIDDEN,
    "draft_docs": messages.SETTING_HIDDEN,
    "not_in_nav": messages.SETTING_HIDDEN,
    "dev_addr": messages.SETTING_PREVIEW,
    "site_author": messages.SETTING_AUTHOR,
}
"""Why each of these is not the partnership's to set. Whatever is not named anywhere is unknown."""

Key = tuple[str, ...]
"""The keys that lead to a setting, outermost first."""

Found = Iterator[tuple[Key, Wording]]


def wrong(values: dict[str, Any], project: Path) -> Found:
    """Yield each setting that is wrong, as the keys that lead to it, and what is wrong with it."""
    for name in ("site_name", "site_url"):
        if name not in values:
            yield (name,), messages.SETTING_REQUIRED
    for name, value in values.items():
        key = (name,)
        if name in _CHECKS:
            yield from _CHECKS[name](key, value, project)
        elif name != "INHERIT":
            yield key, REFUSED.get(name, messages.SETTING_UNKNOWN)


def _line(key: Key, value: Any, _: Path) -> Found:
    if not isinstance(value, str) or not _LINE.fullmatch(value):
        yield key, messages.SETTING_NOT_A_LINE


def _address(key: Key, value: Any, _: Path) -> Found:
    if not is_web_address(value) or not value.endswith("/") or urlsplit(value).query:
        yield key, messages.SETTING_ADDRESS


def _strict(key: Key, value: Any, _: Path) -> Found:
    if value is not True:
        yield key, messages.SETTING_STRICT


def _theme(key: Key, value: Any, project: Path) -> Found:
    if not isinstance(value, dict):
        yield key, messages.SETTING_NOT_A_MAPPING
        return
    for name, inner in value.items():
        at = (*key, str(name))
        if name == "favicon":
            yield from _local(at, inner, project, IMAGES)
        elif name in _THEME_CHECKS:
            good, wording = _THEME_CHECKS[name]
            if not good(inner):
                yield at, wording
        elif name != "name" or inner != "material":
            yield at, REFUSED.get(str(name), messages.SETTING_UNKNOWN)


def _is_icons(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(word, str) and _ICON.fullmatch(word) for word in value.values()
    )


def _is_language(value: Any) -> bool:
    return isinstance(value, str) and _LANGUAGE.fullmatch(value) is not None


_THEME_CHECKS: dict[str, tuple[Callable[[Any], bool], Wording]] = {
    "icon": (_is_icons, messages.SETTING_ICON),
    "language": (_is_language, messages.SETTING_LANGUAGE),
}


def _extra(key: Key, value: Any, _: Path) -> Found:
    if not isinstance(value, dict):
        yield key, messages.SETTING_NOT_A_MAPPING
        return
    for name, inner in value.items():
        if name != "homepage":
            yield (*key, str(name)), messages.SETTING_UNKNOWN
        elif not is_web_address(inner):
            yield (*key, "homepage"), messages.SETTING_ADDRESS


def _styles(key: Key, value: Any, project: Path) -> Found:
    if not isinstance(value, list):
        yield key, messages.SETTING_NOT_A_LIST
        return
    for each in value:
        yield from _local(key, each, project, frozenset({".css"}))


def _local(key: Key, value: Any, project: Path, kinds: frozenset[str]) -> Found:
    path = project / DOCS / value if isinstance(value, str) and is_inside(value) else None
    if path is None or path.suffix.lower() not in kinds or not path.is_file():
        yield key, messages.SETTING_LOCAL_FILE


def _navigation(key: Key, value: Any, project: Path) -> Found:
    if not isinstance(value, list):
        yield key, messages.SETTING_NOT_A_LIST
        return
    for entry in value:
        for title, target in entry.items() if isinstance(entry, dict) else ((None, entry),):
            if title is not None and (not isinstance(title, str) or not _LINE.fullmatch(title)):
                yield key, messages.SETTING_NOT_A_LINE
            if isinstance(target, list):
                yield from _navigation(key, target, project)
            elif not _leads_somewhere(target):
                yield key, messages.SETTING_NAVIGATION


def _leads_somewhere(target: Any) -> bool:
    if not isinstance(target, str):
        return False
    return is_web_address(target) or (target.endswith(".md") and is_inside(target))


def is_inside(path: str) -> bool:
    """Return whether a relative path stays in its folder, by its looks."""
    parts = path.split("/")
    return "\\" not in path and not any(part in {"", ".", ".."} or part.startswith(".") for part in parts)


def is_web_address(value: Any) -> bool:
    """Return whether a value is a whole web address, without a name or password of a user."""
    if not isinstance(value, str) or not re.fullmatch(r"https?://[^\s<>\"'{}\\]+", value):
        return False
    try:
        parts = urlsplit(value)
        parts.port  # noqa: B018  # Raises for a port that is not a number.
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc and not parts.fragment


_CHECKS: dict[str, Callable[[Key, Any, Path], Found]] = {
    "site_name": _line,
    "site_url": _address,
    "site_description": _line,
    "copyright": _line,
    "strict": _strict,
    "theme": _theme,
    "extra": _extra,
    "extra_css": _styles,
    "nav": _navigation,
}
