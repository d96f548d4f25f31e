"""What the reader sees, made of the dataset. This file is all that mkdocs-macros knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

SITE = "partnership-pages"
"""The name under which `macros.making.building` adds the site being built to the plugins of MkDocs."""

PLAIN_DATASET = ("build", "public")
"""Where the dataset is when another site generator builds the written-out pages."""


def define_env(env: Any) -> None:
    """Give mkdocs-macros our macros and take all else away.

    Its own variables and macros name the last commit, its author, and paths of this machine.
    """
    from editions.datasets import load  # noqa: PLC0415  # Only when a site is built: the package stays light.
    from macros.all_macros import macros_for  # noqa: PLC0415  # The same.
    from macros.texts.slots import rebased  # noqa: PLC0415  # The same.

    for names in (env.variables, env.macros, env.filters):
        names.clear()
    site = dict(getattr(env, "conf", {}).get("plugins") or {}).get(SITE)
    if site is not None:
        for name, macro in site.macros.items():
            env.macro(_placing(macro, name, site), name)
        return
    for name, macro in macros_for(load(Path(env.project_dir, *PLAIN_DATASET))).items():
        env.macro(_plain(macro, env, rebased), name)


def _placing(macro: Callable[..., str], name: str, site: Any) -> Callable[..., str]:
    """Return a macro whose HTML the site puts in place. A closure, because logs show what a partial binds."""

    def placed(*arguments: Any, **named: Any) -> str:
        text: str = site.placed(name, lambda: macro(*arguments, **named))
        return text

    return placed


def _plain(macro: Callable[..., str], env: Any, rebased: Callable[[str, str], str]) -> Callable[..., str]:
    """Return a macro for a generator that has no help from us and may not say which page it is on."""

    def called(*arguments: Any, **named: Any) -> str:
        text = macro(*arguments, **named)
        address = getattr(getattr(env, "page", None), "url", None)
        return text if address is None else rebased(text, address)

    return called
