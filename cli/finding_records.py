"""Records by the names that people give them: found, not found, or without a file any more."""

from __future__ import annotations

from collections.abc import Iterable

from cli.options import record_key
from editions.published import Published
from problems import Place, Problem
from records.kind import Key
from records.kinds import KINDS
from records.kinds.meetings import Meeting
from records.loading import FOLDER, Loaded, Records
from records.suggestions import nearest
from redaction import signing_messages as messages
from redaction.circulating import circulating_messages

WITHOUT_FILE = (
    "  What is published stays. Put the file back under its former name; if it is to go, or goes on under "
    "another name, take it down with `pages withdraw`."
)


def no_such_record(key: Key, known: Iterable[Key]) -> Problem:
    """Return the problem that there is no record of a kind and id, with the known one that may be meant."""
    place = Place(f"{FOLDER}/{key[0]}")
    meant = nearest("/".join(key), ["/".join(each) for each in known])
    if meant:
        return messages.NO_SUCH_RECORD_MEANT.at(place, meant=meant)
    return messages.NO_SUCH_RECORD.at(place, kinds=", ".join(KINDS))


def keys_of(records: Records) -> tuple[Key, ...]:
    """Return the kind and id of every record, those whose file could not be read among them."""
    return (*records.loaded, *map(_key_of, records.unread))


def unread_file(key: Key, records: Records) -> str | None:
    """Return the file of a record that could not be read, by its kind and id; None for any other record."""
    return next((file for file in records.unread if _key_of(file) == key), None)


def meeting_named(name: str, records: Records) -> tuple[Loaded, Meeting] | Problem:
    """Return a meeting by the name that somebody typed, or why there is none that can be read."""
    key = record_key(name)
    if key not in keys_of(records):
        return no_such_record(key, keys_of(records))
    if key[0] != "meetings":
        return circulating_messages.NOT_A_MEETING.at(Place(f"data/{key[0]}"))
    loaded = records.loaded.get(key)
    if loaded is None or not isinstance(loaded.record, Meeting):
        return circulating_messages.NOT_VALID.at(Place(f"data/{key[0]}/{key[1]}.yml"))
    return loaded, loaded.record


def without_file(records: Records, published: Published) -> list[str]:
    """Return a line for each record that is published and whose file is no longer in data/."""
    known = {each.public_key for each in records.loaded.values()} | set(map(_key_of, records.unread))
    lines = [
        f"published, but not in data/ any more: {kind}/{record_id}"
        for (kind, record_id), history in published.histories.items()
        if records.loaded and history.record is not None and (kind, record_id) not in known
    ]
    return [*lines, WITHOUT_FILE] if lines else []


def _key_of(file: str) -> Key:
    """Return what the file of a record is about: `data/meetings/x.yml`, or `data/policy.yml`."""
    *_, folder, name = file.split("/")
    stem = name.removesuffix(".yml")
    return (stem if folder == FOLDER else folder), stem
