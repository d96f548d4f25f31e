"""Finding the record that somebody names, and saying what else there is."""

from __future__ import annotations

from problems import Place, Problem
from records.kind import Key
from records.kinds import KINDS
from records.loading import FOLDER, Records
from records.suggestions import nearest
from redaction import signing_messages as messages


def no_such_record(key: Key, records: Records) -> Problem:
    """Return the problem that there is no record of a kind and id, with the one that may be meant."""
    place = Place(f"{FOLDER}/{key[0]}")
    meant = nearest("/".join(key), ["/".join(known) for known in records.loaded])
    if meant:
        return messages.NO_SUCH_RECORD_MEANT.at(place, meant=meant)
    return messages.NO_SUCH_RECORD.at(place, kinds=", ".join(KINDS))


def keys_of(records: Records) -> tuple[Key, ...]:
    """Return the kind and id of every record, those whose file could not be read among them."""
    return (*records.loaded, *(_key_of(file) for file in records.unread))


def _key_of(file: str) -> Key:
    """Return what the file of a record is about: `data/meetings/x.yml`, or `data/policy.yml`."""
    *_, folder, name = file.split("/")
    stem = name.removesuffix(".yml")
    return (stem if folder == FOLDER else folder), stem
