"""The kinds of public record, by the names under which they stand in `published/` and in the dataset."""

from __future__ import annotations

from editions.fields import PublicRecord
from editions.groups import PublicGroup
from editions.meetings import PublicMeeting
from editions.organizations import PublicOrganization
from editions.partnerships import PublicPartnership
from editions.people import PublicPerson
from editions.policies import PublicPolicy

PUBLIC_KINDS: dict[str, type[PublicRecord]] = {
    "partnership": PublicPartnership,
    "policy": PublicPolicy,
    "organizations": PublicOrganization,
    "people": PublicPerson,
    "groups": PublicGroup,
    "meetings": PublicMeeting,
}
"""Every kind, in the order in which the site shows them."""
