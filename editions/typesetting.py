"""Setting data with Typst as a PDF with its own fonts: the same data gives the same bytes.

It stands in the one room that both `macros` (documents to keep) and `redaction` (private papers that are
circulated) know. It keeps and says nothing of what it is given.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

Standard = Literal["ua-1"]
"""Accessible PDF: ISO 14289-1."""


class TypesettingError(Exception):
    """What Typst does not set. It says nothing of it."""


def typeset(
    layout: Path, name: str, data: Mapping[str, Any], day: str, standard: Standard | None = None
) -> bytes:
    """Return data as PDF; `day` (year-month-day) is the day that it says it was made.

    The layout is the only text that Typst reads as its language, and finds the data under `name`, so no word
    of it can act. Typst may read in a folder that holds the layout and nothing else; there are no packages,
    no fonts of the machine and no clock. Raises TypesettingError.
    """
    import typst  # noqa: PLC0415  # a large library, needed where a PDF is made

    with tempfile.TemporaryDirectory() as folder:
        copied = Path(folder, layout.name)
        copied.write_bytes(layout.read_bytes())
        try:
            return typst.compile(
                str(copied),
                root=folder,
                package_path=folder,
                package_cache_path=folder,
                ignore_system_fonts=True,
                sys_inputs={name: json.dumps(data, ensure_ascii=False)},
                format="pdf",
                pdf_standards=standard or [],
                timestamp=int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()),
            )
        except typst.TypstError:
            raise TypesettingError from None  # What Typst says may quote the data.
