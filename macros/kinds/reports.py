"""Reports: their pages, the list of all, and the recommendations of reports and reviews."""

from __future__ import annotations

from editions.kinds.reports import PublicReport
from macros.arguments import MacroProblem, entry_of, one_of
from macros.kind import Macro, Showing, ShownKind
from macros.views import recommendations as views

REPORTS = {
    "yearly": "Yearly report",
    "update": "Update report",
    "scrutiny": "Report of the independent scrutineer",
    "committee": "Report to a committee",
    "audit": "Audit report",
    "other": "Report",
}
REQUIREMENTS = {
    "what-was-done": "What the partnership did",
    "effectiveness": "How effective that was in practice",
    "impact": "Evidence of what changed for children",
    "little-progress": "Where there was little or no progress, and why",
    "review-recommendations": "What was decided and done about recommendations of reviews",
    "feedback": "How children and families were asked, and what came of it",
    "disproportionality": "Which children are affected more than others",
    "scrutiny": "Independent scrutiny",
    "funding": "What it costs and who pays",
    "training": "Training",
}
ASKED = {
    "act": "For action",
    "decide": "For decision",
    "agree": "To agree",
    "endorse": "To endorse",
    "comment": "For comment",
    "note": "To note",
}
STATES = {
    "open": "Open",
    "in-progress": "In progress",
    "done": "Done",
    "late": "Late",
    "superseded": "Replaced by another",
    "dropped": "Dropped",
}
ANSWERS = {
    "accepted": "Accepted",
    "accepted-in-part": "Accepted in part",
    "not-accepted": "Not accepted",
    "noted": "Noted",
}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    entries = {entry.id: entry for entry in showing.lookups.dataset.of(PublicReport)}

    def report(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a report, as on its own page.

        `id` is the name of its record: `report("yearly-2025-26")`.
        """
        entry = entry_of("report", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "reports/report.html",
            entry=entry,
            report=entry.record,
            mentions=showing.mentions("reports", id),
            named_at=lambda part: showing.mentions("recommendations", f"{id}/{part}"),
        )

    def reports(kind: str | None = None) -> str:
        """List the reports, the newest first.

        `kind` keeps to one kind: `reports(kind="yearly")`.
        """
        one_of("reports", "kind", kind, REPORTS)
        withdrawn = [each for each in entries.values() if each.is_withdrawn and not kind]
        found = views.reports(showing.lookups, kind)
        return showing.shown("reports/list.html", found=found, withdrawn=withdrawn)

    def recommendations(open: bool | None = None) -> str:  # noqa: A002, FBT001  # Authors write `open=True`.
        """List the recommendations of reports and practice reviews with the answers, newest first.

        `open=True` keeps to those of which something is still to be done, `open=False` to the others.
        """
        if not (open is None or isinstance(open, bool)):
            raise MacroProblem("recommendations(open=…) needs True or False, without quotation marks.")
        found = views.recommendations(showing.lookups, still_open=open)
        return showing.shown("reports/recommendations.html", found=found)

    return report, reports, recommendations


KIND = ShownKind(
    "reports",
    "Reports",
    _macros,
    page="report",
    list="reports",
    is_document=True,
    words={
        "report": REPORTS,
        "statutory-content": REQUIREMENTS,
        "recommendation-asked": ASKED,
        "recommendation-status": STATES,
        "recommendation-answer": ANSWERS,
    },
)
