"""The page that stands in the place of a whole site while it is taken down.

It is made of the public record of the partnership alone, and of fixed words where there is none.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from markupsafe import Markup

from editions.datasets import assemble
from editions.fields import PublicRecord
from editions.holding import Hold
from editions.kinds.partnerships import PublicPartnership
from editions.published import Published
from macros.all_macros import macros_for
from macros.language.languages import language_named, main_language
from macros.making import exchanging
from macros.rendering import TEMPLATES, environment
from macros.texts import prose

NAMES = ("index.html", "404.html")
"""Hosts show the second at every other address."""


def holding_files(published: Published, hold: Hold) -> Mapping[str, bytes]:
    """Return the files of a site that is taken down: one page, under every address that a host knows."""
    page = _page(published, hold).encode()
    return dict.fromkeys(NAMES, page)


def put_in_place(site: Path, files: Mapping[str, bytes]) -> Path | None:
    """Put the holding page in the place of a site, at once; return where a site with other files was moved.

    A link, a file, or a folder that no build made does not keep it away: it is set aside in `build/`, and
    nothing in it is lost. Raises ExchangeError when another build is running, OSError when nothing can be
    written.
    """
    with ExitStack() as stack:
        stack.enter_context(exchanging.locked(site))
        exchanging.recover(site)
        scratch = stack.enter_context(exchanging.scratch_beside(site))
        finished = scratch / site.name
        finished.mkdir()
        for name, content in files.items():
            (finished / name).write_bytes(content)
        aside = _set_aside(site) if exchanging.refusal(site) is not None else None
        exchanging.exchange(finished, site)
        return aside


def _set_aside(site: Path) -> Path:
    aside = site.parent / "build" / f"{site.name}.aside-{secrets.token_hex(4)}"
    site.rename(aside)
    return aside


def _page(published: Published, hold: Hold) -> str:
    partnership = _partnership(published)
    style = (TEMPLATES / "holding.css").read_text("utf-8")
    hashed = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    language = language_named(main_language(partnership))
    shown = macros_for(assemble(published)) if partnership is not None else {}
    return (
        environment({}, language)
        .get_template("holding.html")
        .render(
            hold=hold,
            partnership=partnership,
            language=language.code,
            title=prose.plain(partnership.name) if partnership is not None else language.gettext("This site"),
            worried=Markup(shown["worried"]()) if shown else "",  # noqa: S704  # our macro escapes
            office=Markup(shown["office"]()) if shown else "",  # noqa: S704  # our macro escapes
            style=Markup(style),  # noqa: S704  # our file
            style_hash=f"sha256-{hashed}",
        )
    )


def _partnership(published: Published) -> PublicPartnership | None:
    record: PublicRecord | None = next(
        (each.record for (kind, _), each in published.histories.items() if kind == "partnership"), None
    )
    return record if isinstance(record, PublicPartnership) else None
