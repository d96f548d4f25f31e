"""Reminders to look again: at what is withheld, and at whom to tell of a weakness. They publish nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from problems import Problem
from records.kinds.partnerships import Partnership
from records.loading import Records
from records.shapes import models_in
from records.withholding import FieldWithhold, Withhold
from redaction import signing_messages as messages

EARLIER = timedelta(days=30)
"""How long before it ends the reminder of `security.txt` begins: time enough for a sign-off."""


def reviews_due(records: Records, today: date) -> Iterator[Problem]:
    """Yield a reminder for everything withheld whose review date has come."""
    for loaded in records.loaded.values():
        for path, model in models_in(loaded.record) if loaded.record is not None else ():
            if isinstance(model, Withhold | FieldWithhold) and model.review and model.review <= today:
                place = loaded.place((*path, "review"))
                yield messages.REVIEW_DUE.at(place, day=model.review.isoformat())


def security_due(records: Records, today: date) -> Iterator[Problem]:
    """Yield a reminder where `security.txt` has ended, or soon will (RFC 9116 asks that it is renewed)."""
    for loaded in records.loaded.values():
        partnership = loaded.record
        if isinstance(partnership, Partnership) and partnership.security is not None:
            expires = partnership.security.expires
            if expires - EARLIER <= today:
                place = loaded.place(("security", "expires"))
                yield messages.SECURITY_DUE.at(place, day=expires.isoformat())
