"""Reminders to look again at what is withheld. They never publish anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from problems import Problem
from records.loading import Records
from records.shapes import models_in
from records.withholding import FieldWithhold, Withhold
from redaction import signing_messages as messages


def reviews_due(records: Records, today: date) -> Iterator[Problem]:
    """Yield a reminder for everything withheld whose review date has come."""
    for loaded in records.loaded.values():
        for path, model in models_in(loaded.record) if loaded.record is not None else ():
            if isinstance(model, Withhold | FieldWithhold) and model.review and model.review <= today:
                place = loaded.place((*path, "review"))
                yield messages.REVIEW_DUE.at(place, day=model.review.isoformat())
