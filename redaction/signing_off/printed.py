"""The document to keep of an edition: searched like everything else, and frozen with the edition as its file.

It is made elsewhere, of what is public. Here it is read again by another program than the one that wrote it.
"""

from __future__ import annotations

from dataclasses import replace

from editions import downloads
from editions.downloads import PublicDownload
from editions.frozen import printed
from problems import Place
from records.kinds.policies import Policy
from redaction import signing_messages as messages
from redaction.attachments.pdfs import words_in
from redaction.searching.folding import fold
from redaction.searching.scanning import Scanner, find
from redaction.signing_off.signing import Prepared


def wants_pdf(policy: Policy | None, kind: str) -> bool:
    """Return whether the policy lets a PDF be made of records of a kind."""
    return policy is None or not {kind, "all"} & set(policy.without_pdf)


def with_pdf(prepared: Prepared, content: bytes | None, scanner: Scanner, place: Place) -> Prepared:
    """Return a prepared sign-off with the PDF of its edition; without edition if it must not be published.

    None stands for a PDF that could not be made. The short code stays as it is, for it is that of the public
    values, of which the PDF is made.
    """
    edition = prepared.edition
    if edition is None:
        return prepared
    if content is None:
        problem = messages.PDF_NOT_MADE.at(place)
        return replace(prepared, edition=None, emptied=(), problems=(*prepared.problems, problem))
    pages, words = words_in(content)
    problems = [
        messages.SECRET_IN_PDF.at(place, where=str(secret.where), private_text=secret.text)
        for secret in find(scanner, fold(words))
    ]
    if problems:
        return replace(prepared, edition=None, emptied=(), problems=(*prepared.problems, *problems))
    path = downloads.printed_path_of(edition.kind, edition.id)
    name = path.rpartition("/")[2]
    pdf = PublicDownload(
        path=path,
        type="pdf",
        size=len(content),
        pages=pages,
        digest=downloads.digest_of(content),
        text=downloads.digest_of(words.encode()),
    )
    files = {f"{downloads.FILES}/{name}": content, downloads.text_name(name): words.encode()}
    return replace(prepared, edition=printed(edition, pdf), printed=files)
