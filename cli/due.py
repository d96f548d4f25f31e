"""What `pages check` says of agendas and minutes that the policy promises: what is near, and what is late."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from editions.datasets import Dataset
from macros.views.lookups import look_up
from macros.views.promptness import timings
from problems import Problem
from records.loading import Records
from redaction import reminder_messages as messages

EARLIER = timedelta(days=7)
"""How long before the day the reminder begins."""

_WHAT = {"agenda": "the agenda", "minutes": "the minutes", "approved": "the approved minutes"}


def publications_due(records: Records, prepared: Dataset, today: date) -> Iterator[Problem]:
    """Yield a reminder for each meeting of which something promised is near its day or late.

    Meetings count as their records say now, also those that nobody has signed off yet: `prepared` is what
    the public would see if all were.
    """
    lookups = replace(look_up(prepared), as_of=today.isoformat())
    for timing in timings(lookups):
        loaded = records.loaded.get(("meetings", timing.meeting.id))
        for due in timing.dues if loaded is not None else ():
            if due.done is None and loaded is not None:
                is_late = due.late_by > 0
                if is_late or due.by <= (today + EARLIER).isoformat():
                    wording = messages.PUBLICATION_LATE if is_late else messages.PUBLICATION_NEAR
                    yield wording.at(loaded.place(("date",)), what=_WHAT[due.what], day=due.by)
