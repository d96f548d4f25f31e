"""What readers of circulated minutes wrote into the Word file, read back into the record as questions."""

from __future__ import annotations

from pathlib import Path

from cli.telling import FINE, WRONG, plural, say, tell
from editions.storing import write_whole
from problems import Place
from records.kinds.meetings import Meeting
from records.loading import Loaded
from redaction.circulating import circulating_messages as messages
from redaction.circulating.minutes import items_of
from redaction.circulating.questions import asked, with_questions
from redaction.circulating.returned import remarks_in
from redaction.opening.opened import LARGEST


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
