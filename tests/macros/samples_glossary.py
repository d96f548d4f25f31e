"""A public glossary of an invented partnership."""

from __future__ import annotations

from typing import Any

GLOSSARY: dict[str, Any] = {
    "id": "glossary",
    "title": "Glossary",
    "introduction": "Words that we *use*.",
    "terms": [
        {
            "id": "lado",
            "term": "Designated officer",
            "short": "LADO",
            "long": "Local authority designated officer",
            "also": ["DO", "named officer"],
            "meaning": "Deals with worries about people who work with children.",
            "see_also": ["agenda"],
            "source": "Statutory guidance",
            "address": "https://guidance.example/",
        },
        {"id": "agenda", "term": "agenda", "meaning": "What a meeting is about."},
        {"id": "eclair", "term": "Éclair meeting", "meaning": "A short one.", "short": "EM"},
        {"id": "section-47", "term": "47 enquiry", "meaning": "An enquiry.", "short": "s47"},
        {
            "id": "unit",
            "term": "[[withheld confidence]]",
            "meaning": "[[withheld confidence]]",
            "withheld": {"reason": "confidence", "what": "whole"},
        },
    ],
}
