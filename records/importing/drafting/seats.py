"""What the beginning of the minutes says, as values: title, day, hours, place, officers and attendance."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from records.importing.drafting.drafting import Values
from records.importing.drafting.prose import plain_line
from records.importing.recognising.attendees import Attendee
from records.importing.recognising.fronts import Front, named_as
from records.importing.recognising.known import body_key
from records.importing.recognising.rosters import Roster, meant


def head_values(front: Front, day: str, group: str) -> Values:
    """Return what stands at the head of the draft."""
    values: Values = {"title": plain_line(front.title)[:1000] or "Meeting", "group": group, "date": day}
    until = next((found.until for found, _ in front.days if found.day == day and found.until), "")
    if until and len(day) == len("2026-03-12"):
        values["until"] = until
    wrong = next((found for found, _ in front.days if found.wrong_weekday), None)
    if wrong or len(day) < len("2026-03-12"):
        words = front.date_line or (wrong.words if wrong else "")
        if words:
            values["date_words"] = plain_line(words)
    if front.time:
        values["time"] = front.time
    if front.place:
        values["place"] = plain_line(front.place)
    values["status"] = "draft"
    if front.status_words:
        values["status_words"] = plain_line(front.status_words)
    if front.version:
        values["version"] = front.version
    return values


def people_values(
    front: Front, attendees: Sequence[Attendee], roster: Roster, told: Iterable[tuple[str, bool]]
) -> Values:
    """Return the chair, officers and attendance; `told` is who is said in a sentence to have chaired."""
    values: Values = {}
    chairs = [(name, False) for name in front.chair or named_as(attendees, "chair")] or list(told)
    if chairs:
        values["chair"] = [
            {**_person(name, roster), **({"role": "stand-in"} if instead else {})}
            for name, instead in dict.fromkeys(chairs)
        ]
    takers = front.minutes or named_as(attendees, "minutes")
    officers = [{**_person(name, roster), "role": "minute-taker"} for name in dict.fromkeys(takers)]
    if len(officers) == 1 and "person" in officers[0]:
        values["minute_taker"] = officers.pop()["person"]
    clerks = [name for name in named_as(attendees, "clerk") if name not in takers]
    officers += [{**_person(name, roster), "role": "clerk"} for name in dict.fromkeys(clerks)]
    if officers:
        values["officers"] = officers
    if attendees:
        values["attendance"] = [_attendance(row, roster) for row in attendees]
    if front.no_apologies and not any(row.status == "apologies" for row in attendees):
        values["apologies"] = "none"
    if front.quorum:
        values["quorum"] = {"note": plain_line(front.quorum)}
    return values


def _person(name: str, roster: Roster) -> Values:
    found = meant(name, roster)
    if (
        found.sure
        and "who" in found.party
        and any(each.id == found.party["who"] for each in roster.known.people)
    ):
        return {"person": found.party["who"]}
    return {"name": plain_line(found.party.get("name", name) if found.sure else name)}


def _attendance(row: Attendee, roster: Roster) -> Values:
    who = row.who
    told = {
        "post": plain_line(who.post),
        "representing": plain_line(who.representing),
        "initials": who.initials,
        "status": row.status if row.status != "present" else "",
        "also": [row.also] if row.also else "",
        "category": row.category,
        "mode": who.mode,
        "part": plain_line(who.part),
    }
    values = _seat(row, roster) | {key: value for key, value in told.items() if value}
    deputies = list(roster.known.person(who.deputy_for)) if who.deputy_for else []
    if len(deputies) == 1:
        values["deputy_for"] = [deputies[0].id]
    if row.status == "deputy-sent" and who.note.startswith("Deputy: "):
        values["deputy_name"] = plain_line(who.note.removeprefix("Deputy: "))
    elif who.note or (who.deputy_for and not deputies):
        values["note"] = plain_line(who.note or f"for {who.deputy_for}")
    return values


def _seat(row: Attendee, roster: Roster) -> Values:
    """Return who a row is: a person on record, a body, or a name as printed."""
    found = roster.known.person(row.who.name)
    if len(found) == 1:
        return {"person": found[0].id}
    body = roster.known.bodies.get(body_key(row.who.name))
    return {"organization": body} if body else {"name": plain_line(row.who.name)}
