"""Reminders of days that are near or over: to look again at what is withheld, and to keep records true.

They publish nothing and stop nothing. Those of agendas and minutes are in `cli/due.py`, because what the
policy promises is reckoned by the views of the site.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from problems import Problem
from records.checks.matters_arising import WRITTEN_UP
from records.kinds.groups import Group
from records.kinds.meetings import Meeting
from records.kinds.partnerships import Partnership
from records.loading import Records
from records.shapes import models_in
from records.withholding import FieldWithhold, Withhold
from redaction import reminder_messages as messages

EARLIER = timedelta(days=30)
"""How long before its day a reminder begins: time enough to act and to sign off."""


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


def handovers_due(records: Records, today: date) -> Iterator[Problem]:
    """Yield a reminder for each handover of a chair that is near, or whose day is over."""
    soon, now = (today + EARLIER).isoformat(), today.isoformat()
    for loaded in records.loaded.values():
        group = loaded.record
        if not isinstance(group, Group) or group.ended or not group.next_handover:
            continue
        day, place = group.next_handover, loaded.place(("next_handover",))
        if day < now[: len(day)]:
            yield messages.HANDOVER_OVER.at(place, day=day)
        elif day <= soon[: len(day)]:
            yield messages.HANDOVER_NEAR.at(place, day=day)


def held_ahead(records: Records, today: date) -> Iterator[Problem]:
    """Yield a reminder for each meeting that is written up as held on a day that is still to come."""
    now = today.isoformat()
    for loaded in records.loaded.values():
        meeting = loaded.record
        if not isinstance(meeting, Meeting) or meeting.happened != "held" or meeting.status not in WRITTEN_UP:
            continue
        if meeting.date > now[: len(meeting.date)]:
            yield messages.HELD_AHEAD.at(loaded.place(("date",)))


def appointments_due(records: Records, today: date) -> Iterator[Problem]:
    """Yield a reminder for each appointment to a group that ends soon, or has ended without a word."""
    soon, now = (today + EARLIER).isoformat(), today.isoformat()
    for loaded in records.loaded.values():
        group = loaded.record
        for position, seat in enumerate(group.members if isinstance(group, Group) else ()):
            day = seat.appointed_until
            if not day or seat.until or (isinstance(group, Group) and group.ended):
                continue
            if day <= soon[: len(day)]:
                place = loaded.place(("members", position, "appointed_until"))
                is_over = day < now[: len(day)]
                yield (messages.APPOINTMENT_OVER if is_over else messages.APPOINTMENT_NEAR).at(place, day=day)
