"""The paper as a PDF, set by Typst. The same paper gives the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from editions.typesetting import typeset
from redaction.circulating.blocks import Block, Heading, Paper, Piece, Placed, Table
from redaction.watermarks import SIGN

LAYOUT = Path(__file__).parent / "paper.typ"
"""The layout. It is the only text that Typst reads as its language."""


def as_pdf(paper: Paper) -> bytes:
    """Return a paper as PDF. Its words come as data, so none can act. Raises TypesettingError."""
    data = {
        "warning": paper.warning,
        "watermark": paper.watermark,
        "sign": SIGN,
        "day": dict(zip(("year", "month", "day"), map(int, paper.day.split("-")), strict=True)),
        "blocks": [_plain(block) for block in paper.blocks if not isinstance(block, Placed)],
    }
    return typeset(LAYOUT, "paper", data, paper.day)


def _plain(block: Block) -> dict[str, Any]:
    if isinstance(block, Heading):
        return {"kind": "heading", "level": block.level, "pieces": _pieces(block.pieces)}
    if isinstance(block, Table):
        columns = max((len(row) for row in block.rows), default=1)
        rows = [[_pieces(cell) for cell in (*row, *[()] * (columns - len(row)))] for row in block.rows]
        return {"kind": "table", "columns": columns, "rows": rows}
    assert not isinstance(block, Placed)  # noqa: S101  # says what holds
    return {
        "kind": "words",
        "style": block.style,
        "depth": block.depth,
        "marker": block.marker,
        "pieces": _pieces(block.pieces),
    }


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    return [
        {"text": each.text, "bold": each.bold, "italic": each.italic, "shaded": each.shaded}
        for each in pieces
    ]
