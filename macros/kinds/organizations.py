"""Organizations: they share one page, of the partners and of others."""

from __future__ import annotations

from collections import Counter

from editions.fields import PublicRecord
from editions.kinds.organizations import PublicOrganization
from macros.kind import Macro, Showing, ShownKind
from macros.views import posts as post_views
from macros.views.offices import predecessors


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def partners() -> str:
        """Show the partnership, its safeguarding partners, and the other organizations with their posts.

        Beside a post stands who holds it, where that person is named in public.
        """
        entries = sorted(
            (entry for entry in showing.lookups.dataset.of(PublicOrganization) if entry.record is not None),
            key=lambda entry: entry.record.name.casefold() if entry.record else "",
        )
        statutory = [entry for entry in entries if entry.record and entry.record.statutory_partner]
        return showing.shown(
            "partners.html",
            partnership=showing.lookups.partnership,
            statutory=statutory,
            others=[entry for entry in entries if entry not in statutory],
            holders=post_views.holders(showing.lookups),
            before=predecessors(showing.lookups.dataset),
            actions=Counter(each for story in showing.ledger().stories.values() for each in story.agencies),
        )

    return (partners,)


def _address(record: PublicRecord) -> str:
    return f"partners/#organization-{record.id}"


KIND = ShownKind("organizations", "Partners", _macros, list="partners", address=_address)
