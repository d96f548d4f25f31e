"""What stands on a page for parts of it that stand elsewhere now."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from macros.project_files.redirects import Redirect, parts_moved
from macros.texts import slots


def moved_parts(redirects: Iterable[Redirect], address: str) -> str:
    """Return where the parts stand now that once stood on the page with this address, as HTML."""
    lines = (
        f'<p class="moved" id="{escape(each.part)}">What stood here as “{escape(each.part)}” is now at '
        f'<a href="{escape(slots.rooted_address(each.new, address))}">{escape(each.new)}</a>.</p>'
        for each in parts_moved(redirects, f"/{address}")
    )
    return "".join(lines)
