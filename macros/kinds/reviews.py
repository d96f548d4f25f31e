"""Practice reviews: their pages and the list of all."""

from __future__ import annotations

from editions.kinds.reviews import PublicReview
from macros.arguments import entry_of
from macros.kind import Macro, Showing, ShownKind
from macros.views import recommendations as views

REVIEWS = {
    "lcspr": "Local child safeguarding practice review",
    "rapid-review": "Rapid review",
    "sar": "Safeguarding adult review",
    "scr": "Serious case review",
    "joint": "Joint review",
    "thematic": "Thematic review",
    "other": "Review",
}
STAGES = {
    "notified": "The incident was notified",
    "rapid-review": "A rapid review is being held",
    "commissioned": "A review was commissioned",
    "under-way": "The review is under way",
    "completed": "Completed, not yet published",
    "published": "Published",
    "not-published": "Not published",
}


def _macros(showing: Showing) -> tuple[Macro, ...]:
    entries = {entry.id: entry for entry in showing.lookups.dataset.of(PublicReview)}

    def review(id: str) -> str:  # noqa: A002  # The word that authors write.
        """Show a practice review, as on its own page.

        `id` is the name of its record: `review("review-a")`.
        """
        entry = entry_of("review", entries, id)
        if entry.record is None:
            return showing.shown("withdrawn.html", entry=entry)
        return showing.shown(
            "reviews/review.html",
            entry=entry,
            review=entry.record,
            mentions=showing.mentions("reviews", id),
            named_at=lambda part: showing.mentions("recommendations", f"{id}/{part}"),
        )

    def reviews() -> str:
        """List the practice reviews, the newest first."""
        withdrawn = [each for each in entries.values() if each.is_withdrawn]
        found = views.reviews(showing.lookups)
        return showing.shown("reviews/list.html", found=found, withdrawn=withdrawn)

    return review, reviews


KIND = ShownKind(
    "reviews",
    "Practice reviews",
    _macros,
    page="review",
    list="reviews",
    is_document=True,
    words={"review": REVIEWS, "review-stage": STAGES},
)
