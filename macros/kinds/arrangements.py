"""Published arrangements: a page for each version, and the one in force at an address that never changes."""

from __future__ import annotations

from typing import Any

from editions.datasets import Entry
from editions.kinds.arrangements import PublicArrangements
from macros.arguments import day_of, entry_of
from macros.kind import Macro, Showing, ShownKind
from macros.views import arrangements as arrangement_views
from macros.views.rewordings import rewordings

WORDS = {
    "sector": {
        "education": "Schools and colleges",
        "early-years": "Early years and childcare",
        "early-help": "Early help",
        "health": "Health services",
        "primary-care": "General practice and other primary care",
        "public-health": "Public health",
        "adult-services": "Adult services",
        "childrens-homes": "Children's homes",
        "secure-estate": "Secure estate",
        "police": "Other police forces",
        "probation": "Probation",
        "youth-justice": "Youth justice",
        "family-courts": "Family courts",
        "housing": "Housing",
        "fire-and-rescue": "Fire and rescue",
        "voluntary": "Voluntary sector",
        "faith": "Faith",
        "sport": "Sport",
        "other": "Others",
    },
    "clause-topic": {
        "law": "The law",
        "area": "Area",
        "partners": "Safeguarding partners",
        "delegation": "Delegation",
        "chair": "Chair",
        "structure": "Structure",
        "joint-working": "Work with other areas",
        "options": "Options considered",
        "scrutiny": "Independent scrutiny",
        "relevant-agencies": "Relevant agencies",
        "education": "Schools and colleges",
        "early-years": "Early years",
        "voluntary": "Voluntary sector",
        "needs": "How needs are found and met",
        "family-help": "Family help",
        "thresholds": "Thresholds",
        "information": "Sharing information",
        "voice": "Voice of children",
        "learning": "Learning",
        "reviews": "Practice reviews",
        "child-deaths": "Child deaths",
        "custody": "Children in custody and secure care",
        "training": "Training",
        "funding": "Funding",
        "disputes": "Disputes",
        "other-boards": "Other boards",
        "yearly-report": "Yearly report",
        "consultation": "Consultation",
        "timetable": "Timetable",
        "risks": "Risks",
        "changes": "Changes",
        "contacts": "Contacts",
        "other": "Other",
    },
    "place-in-structure": {
        "answers-to": "The partnership answers to it",
        "leads": "Leads the partnership",
        "sub-group": "Sub-group",
        "joint-sub-group": "Joint sub-group",
        "task-and-finish": "Task and finish group",
        "conference": "Conference",
        "network": "Network",
        "works-with": "Works with the partnership",
    },
    "considered-option": {"chosen": "Chosen", "not-chosen": "Not chosen", "considered": "Considered"},
    "given-in": {"cash": "In cash", "kind": "In kind"},
    "arrangement-step": {"planned": "Planned", "done": "Done", "late": "Late", "dropped": "Dropped"},
    "law-kind": {
        "act": "Act",
        "regulations": "Regulations",
        "guidance": "Statutory guidance",
        "agreement": "Agreement",
    },
    "arrangement-part": {name: title for name, (_, title) in arrangement_views.PARTS.items()},
    "in-force": {
        "now": "In force",
        "later": "Not yet in force",
        "earlier": "No longer in force",
        "proposed": "Proposal",
    },
}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def arrangement(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show one version of the published arrangements, whether it is in force or not.

        `id` is the name of its record: `arrangement("2026")`.
        """
        known = {entry.id: entry for entry in showing.lookups.dataset.of(PublicArrangements)}
        entry = entry_of("arrangement", known, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        before = arrangement_views.predecessor(showing.lookups, entry.record)
        changed = rewordings(before, entry.record) if before else ()
        return showing.shown(
            "arrangements/version.html", before=before, changed=changed, **_values(showing, entry)
        )

    def arrangements() -> str:
        """Show the arrangements that are in force, whole, and the list of all versions.

        What is in force the dates of the records say, on the day of the newest edition of all. If nothing
        is, the page says so.
        """
        entry = arrangement_views.in_force(showing.lookups)
        versions = arrangement_views.versions(showing.lookups)
        former = tuple(
            arrangement_views.former_clauses(showing.lookups.dataset, entry.record if entry else None)
        )
        if entry is None:
            return showing.shown("arrangements/none.html", versions=versions, former=former)
        return showing.shown(
            "arrangements/in_force.html", versions=versions, former=former, **_values(showing, entry)
        )

    def arrangements_on(day: str) -> str:
        """Link the version of the arrangements that was in force on a day, or say that none was.

        `day` is written year-month-day: `arrangements_on("2025-01-31")`.
        """
        wanted = day_of("arrangements_on", day)
        found = arrangement_views.in_force_on(showing.lookups, wanted)
        return showing.shown("arrangements/on.html", day=wanted, found=found)

    return arrangement, arrangements, arrangements_on


def _values(showing: Showing, entry: Entry[PublicArrangements]) -> dict[str, Any]:
    """Return what the templates of a version need. Raises ValueError for an entry without a record."""
    if entry.record is None:
        raise ValueError("This entry has no record.")
    return {
        "entry": entry,
        "view": arrangement_views.view_arrangements(showing.lookups, entry.record),
        "mentions": showing.mentions("arrangements", entry.id),
    }


KIND = ShownKind(
    "arrangements",
    "Published arrangements",
    _macros,
    page="arrangement",
    list="arrangements",
    is_document=True,
    words=WORDS,
)
