"""Work that MkDocs and mkdocs-macros do at each build for what this site never shows, left out.

Both together are a fifth of the time of a small site.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader


class _Visible(FileSystemLoader):
    """Finds every template, and lists those that are in no hidden folder: the theme hides 14,000 icons."""

    def list_templates(self) -> list[str]:
        """Return the names of what MkDocs may copy: it leaves out itself whatever begins with a dot."""
        found = set()
        for start in map(str, self.searchpath):
            for folder, folders, names in os.walk(start):
                folders[:] = [each for each in folders if not each.startswith(".")]
                found |= {Path(folder, each).relative_to(start).as_posix() for each in names}
        return sorted(found)


def without_icons(theme: Any) -> None:
    """Keep MkDocs, of which this is the theme, from going through every icon to find files to copy."""
    made = theme.get_env

    def get_env() -> Environment:
        templates: Environment = made()
        templates.loader = _Visible(theme.dirs)
        return templates

    theme.get_env = get_env  # MkDocs has no setting for this.


@contextmanager
def without_history(context: Any) -> Iterator[None]:
    """Keep mkdocs-macros, of which this is the context, from asking git twelve times about the last commit.

    It would also offer the name and e-mail address of its author to every page.
    """
    asked = context.get_git_info

    def nothing() -> dict[str, Any]:
        return {"status": False, "date": None}

    context.get_git_info = nothing
    try:
        yield
    finally:
        context.get_git_info = asked
