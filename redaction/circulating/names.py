"""Names as they are, whether the public sees them or not."""

from __future__ import annotations

from editions.marks import Placement
from problems import Place
from records.kinds.organizations import Organization
from records.kinds.people import Holding, Person
from records.loading import Records
from records.shapes import models_in
from redaction.marking.marks import lex
from redaction.projecting.naming import find_post, holdings_on


def name_of(party: str, records: Records, day: str | None) -> tuple[str, str]:
    """Return the name of a person or body, and the post that a person had on a day; else the id itself."""
    if party == "all":
        return "All partners", ""
    if "/" in party:
        return _post(party, records), ""
    person = records.get("people", party)
    if isinstance(person, Person):
        parts = (person.honorific, person.name, person.letters)
        held = [_holding(each, records) for each in holdings_on(person, day)[:1]]
        return whole(" ".join(part for part in parts if part)), "".join(held)
    for kind in ("organizations", "groups"):
        if records.get(kind, party) is not None:
            return title_of(kind, party, records), ""
    return party, ""


def title_of(kind: str, record_id: str, records: Records) -> str:
    """Return the name or title of a record; of what is no record, or not valid, the id."""
    if "/" in record_id:
        return _part(record_id, records)
    record = records.get(kind, record_id)
    name = getattr(record, "name", None) or getattr(record, "title", None)
    return whole(name) if isinstance(name, str) else record_id


def whole(text: str) -> str:
    """Return a line with the words that its marks withhold, and without the marks."""
    pieces = lex(text, Place("data"), ()).pieces
    return "".join(piece.text for piece in pieces if not isinstance(piece, Placement))


def _part(name: str, records: Records) -> str:
    """Return what a part of another record says, such as an action: its text or title; else its id."""
    record_id, part_id = name.split("/")
    for (_, known), loaded in records.loaded.items():
        for _, model in models_in(loaded.record) if known == record_id and loaded.record else ():
            words = getattr(model, "title", None) or getattr(model, "text", None)
            if getattr(model, "id", None) == part_id and isinstance(words, str):
                return " ".join(whole(words).split())
    return name


def _post(post: str, records: Records) -> str:
    organization_id, post_id = post.split("/")
    organization = records.get("organizations", organization_id)
    found = find_post(organization, post_id) if isinstance(organization, Organization) else None
    if found is None or not isinstance(organization, Organization):
        return post
    return f"{whole(found.title)}, {whole(organization.name)}"


def _holding(holding: Holding, records: Records) -> str:
    if holding.post is not None:
        return _post(holding.post, records)
    body = title_of("organizations", holding.organization, records) if holding.organization else ""
    return ", ".join(part for part in (whole(holding.title or ""), body) if part)
