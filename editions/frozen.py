"""An edition: what was seen and signed off, frozen with number, date, note and roles."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, StringConstraints, ValidationError

from editions.canonical import digest, short_code, to_plain
from editions.downloads import PublicDownload, downloads_in, files_named_in
from editions.fields import ID, PublicLine, PublicModel, PublicRecord, RecordId, Word
from editions.kinds import PUBLIC_KINDS

FORMAT = 1
"""The version of the format of editions. A change that alters what a field means gets a new one."""


RecordName = Annotated[str, StringConstraints(pattern=rf"\A{ID}/{ID}\z", max_length=161)]
"""A record as KIND/ID."""


def _day(text: str) -> str:
    """Return the text of a day; ValueError when the calendar has none such."""
    if date.fromisoformat(text).isoformat() != text:
        raise ValueError("A day is written year-month-day.")
    return text


class AreaCheck(PublicModel):
    """That somebody looked for one of the areas which share a group."""

    area: PublicLine
    """The area in words."""

    role: PublicLine
    """The role of whoever looked."""


class Edition(PublicModel):
    """The content of one `record.json`."""

    format: Literal[1]
    """The version of this format."""

    kind: Word
    """The kind of the record."""

    id: RecordId
    """The id of the record."""

    number: int
    """1 for the first edition, then without gaps."""

    date: Annotated[str, AfterValidator(_day)]
    """The day of the sign-off."""

    note: PublicLine
    """What changed, for the public, in the words of whoever signed it off."""

    minor: bool = False
    """Whether the change is too small to be announced."""

    redacted_by: PublicLine | None = None
    """The role of whoever prepared it."""

    checked_by: PublicLine | None = None
    """The role of the second person, if there was one."""

    checked_for: tuple[AreaCheck, ...] = ()
    """Who looked for which area, at a record of a group that is shared."""

    state: Literal["published", "removed", "withdrawn"] = "published"
    """`removed`: the content of an earlier edition that a later one withholds. `withdrawn`: taken down."""

    taken_down: tuple[RecordId, ...] = ()
    """Ids of the parts that were taken out of this edition without their record being changed yet."""

    replaced_by: RecordName | None = None
    """The record, as KIND/ID, to which the page of a withdrawn one leads."""

    record: dict[str, Any] | None = None
    """The public record; missing when it was removed or withdrawn."""

    code: str | None = None
    """The short code of what was seen, given back by the checker."""

    pdf: PublicDownload | None = None
    """The record as a document to keep, made at the sign-off; missing where none was made."""

    digest: str
    """SHA-256 of everything else in this file."""

    @property
    def downloads(self) -> tuple[PublicDownload, ...]:
        """The files that belong to it: its papers, and the document to keep."""
        return (*downloads_in(self.record), *((self.pdf,) if self.pdf else ()))

    @property
    def files(self) -> dict[str, str]:
        """The names of the files in its folder, with their digests."""
        printed = {"download": self.pdf.model_dump()} if self.pdf else {}
        return files_named_in([self.record, printed])


def code_of(kind: str, record: PublicRecord) -> str:
    """Return the short code of a public record, which is the same for the same public values."""
    return short_code({"format": FORMAT, "kind": kind, "record": to_plain(record)})


def freeze(
    kind: str,
    record: PublicRecord,
    *,
    number: int,
    date: str,
    note: str,
    minor: bool = False,
    redacted_by: str | None = None,
    checked_by: str | None = None,
    checked_for: tuple[AreaCheck, ...] = (),
    taken_down: tuple[str, ...] = (),
) -> Edition:
    """Return the edition of a public record. Raises ValidationError for a note with a damaged mark."""
    return _sealed(
        {
            "kind": kind,
            "id": record.id,
            "number": number,
            "date": date,
            "note": note,
            "minor": minor,
            "redacted_by": redacted_by,
            "checked_by": checked_by,
            "checked_for": [each.model_dump() for each in checked_for],
            "taken_down": list(taken_down),
            "record": to_plain(record),
            "code": code_of(kind, record),
        }
    )


def printed(edition: Edition, pdf: PublicDownload) -> Edition:
    """Return an edition with the document that was made of it."""
    kept = edition.model_dump(mode="json", exclude={"digest", "format"})
    return _sealed(kept | {"pdf": pdf.model_dump(mode="json")})


def emptied(edition: Edition) -> Edition:
    """Return an earlier edition without its content: number, date and note stay.

    Nothing that was worked out from the content stays either: neither code nor digest of it.
    """
    kept = edition.model_dump(mode="json", exclude={"record", "pdf", "code", "digest", "format"})
    return _sealed(kept | {"state": "removed"})


def withdrawn(
    kind: str,
    record_id: str,
    *,
    number: int,
    date: str,
    note: str,
    redacted_by: str | None = None,
    replaced_by: str | None = None,
) -> Edition:
    """Return the edition that says that a record was taken down.

    `redacted_by` is the role of whoever took it down. Raises ValidationError for a role with a damaged mark.
    """
    values = {"kind": kind, "id": record_id, "number": number, "date": date, "note": note}
    return _sealed(values | {"state": "withdrawn", "redacted_by": redacted_by, "replaced_by": replaced_by})


def removed(kind: str, record_id: str, *, number: int, date: str, note: str) -> Edition:
    """Return an edition without content, for the place of one that cannot be read any more."""
    return _sealed(
        {"kind": kind, "id": record_id, "number": number, "date": date, "note": note, "state": "removed"}
    )


def confirmed(edition: Edition, role: str) -> Edition:
    """Return an edition that took something down, with the role of the second person who confirmed that.

    Raises ValidationError for a role with a damaged mark.
    """
    kept = edition.model_dump(mode="json", exclude={"digest", "format"})
    return _sealed(kept | {"checked_by": role})


def rewritten(
    edition: Edition, record: PublicRecord, *, taken_down: tuple[str, ...] | None = None
) -> Edition:
    """Return an edition with another public record in place of its own, after a takedown without trace.

    It has no PDF any more, because that still says what was taken out.
    """
    kept = edition.model_dump(mode="json", exclude={"record", "pdf", "code", "digest", "format"})
    parts = edition.taken_down if taken_down is None else taken_down
    code = code_of(edition.kind, record)
    return _sealed(kept | {"record": to_plain(record), "code": code, "taken_down": list(parts)})


def is_intact(edition: Edition, plain: dict[str, Any] | None = None) -> bool:
    """Return whether an edition still is what was frozen. `plain` are its plain values, if they are known."""
    return edition.digest == _digest_of(to_plain(edition) if plain is None else plain)


def record_of(edition: Edition) -> PublicRecord | None:
    """Return the public record of an edition, if it has one of a form that this version knows.

    A field that was added to the format later has its default, and the edition says nothing of it.
    """
    if edition.record is None or edition.kind not in PUBLIC_KINDS:
        return None
    try:
        record = PUBLIC_KINDS[edition.kind].model_validate(edition.record)
    except ValidationError:
        return None
    return record if to_plain(record, only_said=True) == edition.record else None


def _sealed(values: dict[str, Any]) -> Edition:
    """Return an edition of these values with its digest."""
    unsealed = Edition.model_validate({"format": FORMAT, **values, "digest": ""})
    return unsealed.model_copy(update={"digest": _digest_of(to_plain(unsealed))})


def _digest_of(plain: dict[str, Any]) -> str:
    return digest({key: value for key, value in plain.items() if key != "digest"})
