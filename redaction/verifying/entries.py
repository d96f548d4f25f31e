"""The records of the dataset as the verification reads them, and what they show that is withheld by now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from editions.downloads import FILES
from editions.walking import published_texts
from records.loading import Records
from redaction.searching.folding import fold_source
from redaction.searching.harvesting import Harvest
from redaction.searching.scanning import Scanner
from redaction.searching.terms import found_in_any, search_for
from redaction.verifying.manifests import Manifest


def still_published(
    records: Records, entries: Iterable[Entry], harvested: Harvest, scanner: Scanner
) -> frozenset[str]:
    """Return the terms that stand in the newest edition of the very record that withholds them.

    That edition was signed off before they were withheld. An edited record stops its own sign-off and
    nothing else: stopping the build would leave the same words in the last good site. Words of one record
    in the edition of another are a leak.
    """
    files = {loaded.public_key: loaded.file for loaded in records.loaded.values()}
    texts: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        texts[files.get((entry.kind, entry.id), "")] += map(fold_source, entry.texts)
    terms: dict[str, list[str]] = defaultdict(list)
    # Hardly any stand in an edition at all, so this narrows the search down in one pass.
    for position in found_in_any(scanner.search, (text for folded in texts.values() for text in folded)):
        term = scanner.search.terms[position]
        terms[harvested.secrets[harvested.terms[term]].where.file].append(term)
    return frozenset(
        own[position]
        for file, own in terms.items()
        if file in texts
        for position in found_in_any(search_for(own), texts[file])
    )


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of the dataset."""

    kind: str
    id: str
    texts: tuple[str, ...] = field(repr=False)
    """Every text of it, of its editions and of its files."""
    record: Mapping[str, Any] | None = field(repr=False)
    """The public record; None when it was withdrawn."""


def entries_of(manifest: Manifest) -> list[Entry]:
    """Return the records of the dataset; none when it is not known."""
    words: dict[str, list[str]] = defaultdict(list)
    for address, attachment in manifest.attachments.items():
        words[address.partition(f"/{FILES}/")[0]].append(attachment.words)
    return [
        Entry(
            plain["kind"],
            entry["id"],
            (*published_texts(entry), *words[f"{plain['kind']}/{entry['id']}"]),
            entry.get("record"),
        )
        for plain in map(orjson.loads, (manifest.dataset or {}).values())
        for entry in plain["records"]
    ]
