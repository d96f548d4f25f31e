"""The reference of the macros for authors, made from their signatures and docstrings."""

from __future__ import annotations

import inspect
from pathlib import Path

from editions.datasets import Dataset
from macros.all_macros import macros_for

FILE = Path(__file__).parent.parent / "guide" / "macros.md"
"""Where the reference stands. A test holds that it is what `reference` returns."""

_OPENING = """\
# Macros

<!-- Made from the docstrings of the macros by `python -m macros.reference`. Change them there. -->

A macro puts what is published into a page of yours in `docs/`. Write it on a line of its own, with empty
lines around it, between double braces:

    {{ meetings(last=3) }}

A macro can show only what was signed off. If a macro is asked for something that does not exist, the
build stops, and the message names the page, the macro and the ids that are known.

These macros fill the generated pages, and you can use each of them:
"""


def reference() -> str:
    """Return the reference as Markdown, macros by name."""
    parts = [_OPENING]
    for name, macro in sorted(macros_for(Dataset()).items()):
        known = inspect.signature(macro).parameters.values()
        shown = ", ".join(str(each.replace(annotation=inspect.Parameter.empty)) for each in known)
        parts.append(f"## `{name}({shown})`\n\n{inspect.getdoc(macro)}\n")
    return "\n".join(parts)


if __name__ == "__main__":
    FILE.write_text(reference(), "utf-8")
