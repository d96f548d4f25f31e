"""Documents: a page for each, and the list of all by what sort they are."""

from __future__ import annotations

from editions.kinds.documents import PublicDocument
from macros.arguments import entry_of, one_of
from macros.kind import Macro, Showing, ShownKind
from macros.views import issued_documents as document_views

KINDS = {
    "threshold": "Threshold document",
    "strategy": "Strategy",
    "protocol": "Protocol",
    "policy": "Policy",
    "procedure": "Procedure",
    "briefing": "Briefing",
    "toolkit": "Toolkit",
    "terms": "Terms of reference",
    "leaflet": "Leaflet",
    "other": "Other document",
}
"""In the order in which the list shows them."""

WORDS = {
    "document": KINDS,
    "documents": {
        "threshold": "Threshold documents",
        "strategy": "Strategies",
        "protocol": "Protocols",
        "policy": "Policies",
        "procedure": "Procedures",
        "briefing": "Briefings",
        "toolkit": "Toolkits",
        "terms": "Terms of reference",
        "leaflet": "Leaflets",
        "other": "Other documents",
    },
    "audience": {
        "everyone": "everyone",
        "children": "children and young people",
        "parents": "parents and carers",
        "practitioners": "people who work with children",
        "managers": "managers",
        "schools": "schools and colleges",
        "partners": "the partners",
    },
    "form": {
        "web": "web page",
        "pdf": "PDF",
        "word": "Word",
        "print": "print",
        "easy-read": "easy read",
        "large-print": "large print",
        "braille": "braille",
        "audio": "audio",
        "video": "video",
        "sign-language": "sign language",
    },
}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def document(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a document of the partnership, as on its own page.

        `id` is the name of its record: `document("threshold-guide")`.
        """
        known = {entry.id: entry for entry in showing.lookups.dataset.of(PublicDocument)}
        entry = entry_of("document", known, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "documents/document.html",
            entry=entry,
            document=entry.record,
            mentions=showing.mentions("documents", entry.id),
        )

    def documents(kind: str | None = None) -> str:
        """List the documents by what sort they are; those that were replaced come last.

        `kind` keeps to one sort: `documents(kind="protocol")`. It is one of the words that the key `kind` of
        a document takes.
        """
        one_of("documents", "kind", kind, KINDS)
        found = document_views.documents_of(showing.lookups, kind)
        return showing.shown(
            "documents/list.html",
            sorts=document_views.by_sort([each for each in found if not document_views.is_over(each)], KINDS),
            over=[each for each in found if document_views.is_over(each)],
            kind=kind,
            withdrawn=[
                entry
                for entry in showing.lookups.dataset.of(PublicDocument)
                if entry.is_withdrawn and kind is None
            ],
        )

    return document, documents


KIND = ShownKind(
    "documents", "Documents", _macros, page="document", list="documents", words=WORDS, is_document=True
)
