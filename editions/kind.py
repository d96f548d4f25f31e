"""What a kind of record is, on the public side: its model, and its parts that others can name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editions.fields import PublicRecord, PublicUnit


@dataclass(frozen=True, slots=True)
class PublicKind:
    """One kind of public record."""

    name: str
    """The plural by which the kind is known: in `published/`, in the dataset, in addresses."""

    model: type[PublicRecord]
    """The model of its records."""

    order: int
    """Its place among the kinds, from 1: the order in which the dataset holds them."""

    parts: Mapping[str, type[PublicUnit]] = field(default_factory=dict)
    """What others can name inside a record, as `RECORD/PART`, by the name that references use: `actions`."""
