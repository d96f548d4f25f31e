"""The files of the newest editions, by the address at which each is published."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editions.downloads import FILES, text_name
from editions.published import Published


@dataclass(frozen=True, slots=True)
class Attachment:
    """The file of a paper, or a document to keep, as it was signed off."""

    file: Path
    digest: str
    text: Path | None = None
    """The words that were read in it, if it is a PDF."""

    @property
    def words(self) -> str:
        """What can be searched in it: of a PDF the words read at the sign-off, of a table the table."""
        if self.text is not None:
            return self.text.read_bytes().decode()
        return self.file.read_bytes().decode() if self.file.suffix == ".csv" else ""


def attachments_of(published: Published) -> dict[str, Attachment]:
    """Return the files of the newest editions by their addresses below the root of the site."""
    found = {}
    for history in published.histories.values():
        for download in history.newest.downloads if history.files else ():
            name = download.path.rpartition("/")[2]
            text = history.files.get(text_name(name)) if download.text else None
            found[download.path] = Attachment(history.files[f"{FILES}/{name}"], download.digest, text)
    return found
