"""Public topics of an invented partnership."""

from __future__ import annotations

from typing import Any

TOOLKIT: dict[str, Any] = {
    "id": "toolkit",
    "title": "The neglect toolkit",
    "summary": "One form in place of many.",
    "also": ["The single form"],
    "priorities": ["neglect"],
    "links": [{"title": "The toolkit", "address": "https://toolkit.example/"}],
}
LETTERS: dict[str, Any] = {"id": "letters", "title": "Letters to schools", "see_also": ["toolkit"]}
