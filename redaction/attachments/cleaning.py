"""Cleaning the file of a paper, whatever it is."""

from __future__ import annotations

from functools import lru_cache

from problems import Wording
from redaction.attachments import attachment_messages as messages
from redaction.attachments.cleaned import Cleaned, Flaw, refused
from redaction.attachments.pdfs import Progress, clean_pdf
from redaction.attachments.pictures import clean_picture
from redaction.attachments.recognizing import recognize
from redaction.attachments.tables import clean_table


@lru_cache(maxsize=8)
def clean(
    name: str,
    raw: bytes,
    *,
    title: str | None = None,
    alternative: str | None = None,
    progress: Progress | None = None,
) -> tuple[str, Cleaned]:
    """Return the type of a file and what may be published of it, or why nothing may.

    A review asks for the same file each time that its page is loaded, so the last few are remembered.
    `name` is the name of the file, `title` that of its paper, and `alternative` says what a picture shows.
    """
    kind = recognize(name, raw)
    if isinstance(kind, Wording):
        return "", refused(Flaw(kind))
    if kind == "pdf":
        return kind, clean_pdf(raw, title, progress=progress)
    if kind == "csv":
        return kind, clean_table(raw)
    if not alternative:
        return kind, refused(Flaw(messages.PICTURE_NOT_TOLD))
    return kind, clean_picture(kind, raw)
