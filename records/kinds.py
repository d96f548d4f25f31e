"""The kinds of record: which there are, what models them, and where their files stand."""

from __future__ import annotations

from dataclasses import dataclass

from records.groups import Group
from records.meetings import Meeting
from records.organizations import Organization
from records.partnerships import Partnership
from records.people import Person
from records.policies import Policy
from records.withholding import Record


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of record."""

    name: str
    """The plural by which the kind is known: in `data/`, in `published/`, in references."""

    model: type[Record]
    """The model of its records."""

    single: bool = False
    """Whether there is exactly one record, in a file of its own directly under `data/`."""

    def path_of(self, record_id: str) -> str:
        """Return the path of a record below `data/`."""
        return f"{self.name}.yml" if self.single else f"{self.name}/{record_id}.yml"


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("partnership", Partnership, single=True),
        Kind("policy", Policy, single=True),
        Kind("organizations", Organization),
        Kind("people", Person),
        Kind("groups", Group),
        Kind("meetings", Meeting),
    )
}
"""Every kind, in the order in which records are read and shown."""
