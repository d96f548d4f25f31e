"""What the list of documents needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from editions.kinds.documents import PublicDocument
from macros.texts import prose
from macros.views.lookups import Lookups

OVER = frozenset({"superseded", "withdrawn", "archived"})
"""The states of a document that is not to be used any more."""


def documents_of(lookups: Lookups, sort: str | None = None) -> tuple[PublicDocument, ...]:
    """Return the public documents, or those of one sort, by title."""
    found = [each for each in lookups.dataset.records(PublicDocument) if sort is None or each.kind == sort]
    return tuple(sorted(found, key=lambda each: (prose.plain(each.title).casefold(), each.id)))


def by_sort(
    documents: Iterable[PublicDocument], order: Iterable[str]
) -> tuple[tuple[str, tuple[PublicDocument, ...]], ...]:
    """Return documents by what sort they are, in an order of the sorts; others come under `other`."""
    sorts: Mapping[str, list[PublicDocument]] = {sort: [] for sort in order}
    for each in documents:
        sorts[each.kind if each.kind is not None and each.kind in sorts else "other"].append(each)
    return tuple((sort, tuple(found)) for sort, found in sorts.items() if found)


def is_over(document: PublicDocument) -> bool:
    """Return whether a document is not to be used any more."""
    return document.status in OVER or document.replaced_by is not None
