"""Setting a document with Typst: a tagged PDF (PDF/UA-1) with its own fonts, always the same bytes."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

TEMPLATE = Path(__file__).parent / "document.typ"
"""The layout. It is the only text that Typst reads as its language."""

STANDARD: Literal["ua-1"] = "ua-1"
"""Accessible PDF: ISO 14289-1."""


class TypesettingError(Exception):
    """A document that Typst does not set. It says nothing of the document."""


def typeset(document: Mapping[str, Any], day: str) -> bytes:
    """Return a document as PDF; `day` (year-month-day) is the day that it says it was made.

    The document comes as data, so no word of it can act. Typst may read in a folder that holds the layout and
    nothing else; there are no packages, no fonts of the machine and no clock. Raises TypesettingError.
    """
    import typst  # noqa: PLC0415  # a large library, needed at a sign-off only

    with tempfile.TemporaryDirectory() as folder:
        layout = Path(folder, TEMPLATE.name)
        layout.write_bytes(TEMPLATE.read_bytes())
        try:
            return typst.compile(
                str(layout),
                root=folder,
                package_path=folder,
                package_cache_path=folder,
                ignore_system_fonts=True,
                sys_inputs={"document": json.dumps(document, ensure_ascii=False)},
                format="pdf",
                pdf_standards=STANDARD,
                timestamp=int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()),
            )
        except typst.TypstError:
            raise TypesettingError from None  # What Typst says may quote the document.
