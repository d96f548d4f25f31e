"""Tables of who belongs where, of what is withheld, and of what changed."""

from __future__ import annotations

from collections.abc import Iterator

from editions.kinds.groups import PublicGroup, PublicMembership
from editions.kinds.organizations import PublicOrganization, PublicPost
from macros.kinds import KINDS, address_of
from macros.language.words import CONCEALED
from macros.open_data.meeting_tables import ADDRESS, LINE, WITHHELD, why
from macros.open_data.sources import Source
from macros.open_data.tables import Cell, Column, Reference, Row, Table, column
from macros.views.changes import changes
from macros.views.registers import Register, register, year_of


def _memberships(source: Source) -> Iterator[Row]:
    for group in source.lookups.dataset.records(PublicGroup):
        for line, seat in enumerate(group.members, 1):
            who = seat.person or seat.post
            body = who.organization if who else seat.organization.name if seat.organization else None
            body_id = who.organization_id if who else seat.organization.id if seat.organization else None
            yield (
                group.id,
                line,
                source.line(group.name),
                source.line(seat.person.name) if seat.person else source.line(seat.name),
                seat.person.id if seat.person and seat.person.name else None,
                source.line(who.role if who else None),
                source.line(body),
                body_id,
                source.line(seat.category),
                seat.role,
                seat.since,
                seat.until,
                seat.appointed_until,
                seat.vacant,
                source.line(seat.note),
                why(seat),
            )


MEMBERSHIPS = Table(
    name="memberships",
    title="Members of groups",
    meaning="One row for each seat in a group, now or earlier.",
    columns=(
        Column("group", "string", "The id of the group."),
        LINE,
        column(PublicGroup, "name", "group_name"),
        Column("name", "string", "The name of whoever has the seat, if that is somebody who is named."),
        Column("person_id", "string", "The public id of that person."),
        Column("post", "string", "The post of that person, or the one that the seat belongs to."),
        Column("organization", "string", "The organization that has the seat, or for which it is held."),
        Column("organization_id", "string", "The id of that organization, where it is public."),
        *(
            column(PublicMembership, name)
            for name in ("category", "role", "since", "until", "appointed_until", "vacant", "note")
        ),
        WITHHELD,
    ),
    key=("group", "line"),
    rows=_memberships,
    references=(Reference("group", "groups"), Reference("organization_id", "organizations")),
)


def _posts(source: Source) -> Iterator[Row]:
    for body in source.lookups.dataset.records(PublicOrganization):
        for post in body.posts:
            yield (
                f"{body.id}/{post.id}",
                body.id,
                source.line(post.title),
                post.duty,
                post.created,
                post.ended,
            )


POSTS = Table(
    name="posts",
    title="Posts",
    meaning="One row for each post of an organization that matters to the partnership.",
    columns=(
        Column("id", "string", "The organization and the id of the post within it."),
        Column("organization", "string", "The id of the organization."),
        *(column(PublicPost, name) for name in ("title", "duty", "created", "ended")),
    ),
    key=("id",),
    rows=_posts,
    references=(Reference("organization", "organizations"),),
)


def withheld_rows(source: Source) -> Iterator[Row]:
    """Yield the register of what was withheld, as exactly as the policy says, as rows of its table."""
    told = register(source.lookups)
    found = (*_listed_rows(source, told), *_yearly_rows(source, told))
    yield from ((line, *row) for line, row in enumerate(found, 1))


def _listed_rows(source: Source, told: Register) -> Iterator[Row]:
    """Yield the places that are told exactly."""
    for each in told.listed:
        anchor = f"#{each.anchor}" if each.anchor else ""
        address = address_of(each.record)
        yield (
            each.kind,
            each.record.id,
            source.line(each.place),
            each.unit,
            each.reason,
            source.line(source.reasons.get(each.reason)),
            each.review,
            source.at(address + ("" if "#" in address else anchor)),
            year_of(source.lookups, each),
            "1",
        )


def _yearly_rows(source: Source, told: Register) -> Iterator[Row]:
    """Yield what is told by year only, and then the totals of what was concealed."""
    for each in told.summed:
        words = source.line(source.reasons.get(each.reason))
        yield (*[None] * 4, each.reason, words, None, None, each.year, each.roughly)
    for total in told.concealed:
        yield (
            *[None] * 3,
            "concealed",
            *[None] * 4,
            str(total.year),
            source.language.label("concealed", CONCEALED, total.roughly),
        )


WITHHOLDINGS = Table(
    name="withholdings",
    title="What is withheld",
    meaning="One row for each place of a record at which something is withheld; for a reason that is told by "
    "year only, and for what was concealed, one row a year.",
    columns=(
        Column("line", "integer", "The place of the row in this table, from 1; no lasting name."),
        Column("kind", "string", "The kind of the record."),
        Column("record", "string", "The id of the record."),
        Column("place", "string", "The place within it, such as the heading of an item."),
        Column("unit", "string", "How much: words, text (the heading stays), field, whole, or concealed."),
        Column("reason", "string", "The reason, by its id in the publication policy."),
        Column("reason_words", "string", "The reason in plain words."),
        Column("review", "string", "When somebody will look again."),
        ADDRESS,
        Column("year", "string", "The year of the record."),
        Column("places", "string", "How many places the row is about, as a number or roughly."),
    ),
    key=("line",),
    rows=withheld_rows,
)


def _changes(source: Source) -> Iterator[Row]:
    for each in changes(source.lookups):
        known = KINDS[each.kind]
        page = known.page is not None
        address: Cell = None
        if each.record is not None or page:
            address = source.at(address_of(each.record) if each.record else f"{each.kind}/{each.id}/")
        yield (
            each.kind,
            each.id,
            each.issue.number,
            each.issue.date,
            source.line(each.issue.note),
            each.issue.minor,
            each.issue.state,
            address,
        )


CHANGES = Table(
    name="changes",
    title="What changed",
    meaning="One row for each edition of each record, except those of persons.",
    columns=(
        Column("kind", "string", "The kind of the record."),
        Column("record", "string", "The id of the record."),
        Column("edition", "integer", "The number of the edition."),
        Column("date", "date", "The day on which it was signed off."),
        Column("note", "string", "What changed."),
        Column("minor", "boolean", "Whether the change is too small to be announced."),
        Column("state", "string", "published, removed (a later edition withholds it), or withdrawn."),
        ADDRESS,
    ),
    key=("kind", "record", "edition"),
    rows=_changes,
)
