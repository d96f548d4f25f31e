"""What readers of circulated minutes wrote into the Word file, read back into the record as questions."""

from __future__ import annotations

from pathlib import Path

from cli.finding_records import keys_of, no_such_record
from cli.options import record_key
from cli.telling import FINE, WRONG, plural, say, tell
from editions.storing import write_whole
from problems import Place, Problem
from records.kinds.meetings import Meeting
from records.loading import Loaded, Records
from redaction import circulating_messages as messages
from redaction.circulating.minutes import items_of
from redaction.circulating.questions import asked, with_questions
from redaction.circulating.returned import remarks_in
from redaction.opening.opened import LARGEST


def meeting_named(name: str, records: Records) -> tuple[Loaded, Meeting] | Problem:
    """Return a meeting by the name that somebody typed, or why there is none that can be read."""
    key = record_key(name)
    if key not in keys_of(records):
        return no_such_record(key, records)
    if key[0] != "meetings":
        return messages.NOT_A_MEETING.at(Place(f"data/{key[0]}"))
    loaded = records.loaded.get(key)
    if loaded is None or not isinstance(loaded.record, Meeting):
        return messages.NOT_VALID.at(Place(f"data/{key[0]}/{key[1]}.yml"))
    return loaded, loaded.record


def read_back(returned: Path, project: Path, loaded: Loaded, meeting: Meeting, *, show_text: bool) -> int:
    """Put the comments and tracked changes of a returned file into its record; return the exit code."""
    place = Place(returned.name)
    try:
        with returned.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError:
        tell([messages.RETURNED_UNREADABLE.at(place)])
        return WRONG
    ids = [item.id for item in items_of(meeting)]
    remarks = messages.RETURNED_TOO_LARGE if len(raw) > LARGEST else remarks_in(raw, ids)
    if not isinstance(remarks, tuple):
        tell([remarks.at(place)])
        return WRONG
    if not remarks:
        tell([messages.RETURNED_EMPTY.at(place)])
        return FINE
    path = project / loaded.file
    content = with_questions(path.read_bytes(), remarks, loaded)
    tell(asked(remarks, loaded), show_text=show_text)
    if content is None:
        tell([messages.NOT_PLACED.at(Place(loaded.file))])
        return WRONG
    write_whole(path.resolve(), content, replacing=True)
    say(
        f"{plural(len(remarks), 'question')} written into {loaded.file} as comments that begin with QUESTION."
    )
    return FINE
