"""Public documents of an invented partnership."""

from __future__ import annotations

from typing import Any

RIGHT_HELP: dict[str, Any] = {
    "id": "right-help",
    "title": "Right help, right time",
    "kind": "threshold",
    "status": "in-force",
    "version": "3",
    "versions": [
        {"version": "2", "date": "2022-06", "note": "Shorter."},
        {"version": "3", "date": "2026-02-01", "by": [{"name": "The executive"}], "note": "With pictures."},
    ],
    "audience": ["practitioners", "parents"],
    "for_whom": "volunteers too",
    "areas": ["Larkmere", "Hollowdale"],
    "owner": [{"who": {"kind": "group", "id": "executive", "name": "Executive"}}],
    "effective_from": "2026-03-01",
    "signed": [
        {"by": {"kind": "organization", "id": "council", "name": "Larkmere Council"}, "on": "2026-02-14"}
    ],
    "replaces": "old-leaflet",
    "replaces_words": "two posters",
    "pages": 8,
    "formats": ["pdf", "print"],
    "summary": "Which help fits which need.",
    "sections": [
        {
            "id": "levels",
            "label": "1",
            "title": "Levels",
            "text": "There are *three*.",
            "paragraphs": [{"id": "1-1", "label": "1.1", "text": "A level is [[withheld confidence]]."}],
        }
    ],
}
OLD_LEAFLET: dict[str, Any] = {
    "id": "old-leaflet",
    "title": "Need help? {{ 7*7 }}",
    "kind": "leaflet",
    "status": "superseded",
    "replaced_by": "right-help",
    "held_at": "https://library.example/leaflet",
    "held_note": "On paper at the library.",
}
