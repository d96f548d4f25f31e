"""Who holds the posts that the organizations list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from editions.kinds.people import PublicPerson
from macros.views.lookups import Lookups


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a post, named in public."""

    name: str
    standing: str


def holders(lookups: Lookups) -> Mapping[str, Mapping[str, tuple[Holder, ...]]]:
    """Return who held each post at the newest edition of all, by organization and title of the post.

    Public records name a post by its words. Somebody whom the policy does not name is not among them.
    """
    found: dict[str, dict[str, tuple[Holder, ...]]] = {}
    for person in lookups.dataset.records(PublicPerson):
        for holding in person.posts:
            post = holding.post
            ended = holding.until is not None and holding.until < lookups.as_of[: len(holding.until)]
            begun = holding.since is None or holding.since <= lookups.as_of
            if person.name and post and post.role and post.organization_id and begun and not ended:
                of_body = found.setdefault(post.organization_id, {})
                of_body[post.role] = (*of_body.get(post.role, ()), Holder(person.name, holding.standing))
    return found
