"""What led to what: priorities, actions of plans, items, decisions, actions, recommendations, figures.

The links are read off the public records, from the fields in which they name each other. A link goes from
what came first to what came of it, whichever of the two names the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from pydantic import BaseModel

from editions.datasets import Dataset
from editions.fields import PublicModel, PublicRecord, PublicUnit
from editions.kinds import KINDS as PUBLIC
from editions.kinds.indicators import PublicIndicator
from editions.kinds.plans import (
    PublicPlanAction,
    PublicPlanAmendment,
    PublicPlanChange,
    PublicPlanEvidence,
    PublicPlanPriority,
    PublicPlanProgress,
    PublicProof,
)
from editions.parts.actions import PublicAction, PublicDecision, PublicUpdate
from editions.parts.items import PublicItem
from editions.parts.recommendations import PublicRecommendation, PublicRecommendationResponse
from editions.parts.sections import PublicSection
from editions.resolving import refers_to
from macros.views.mentions import leading

Named = tuple[str, str]
"""A sort of thing and its name: `("decisions", "2026-01-22-executive/toolkit")`."""

_CAME_FROM: Mapping[type[PublicModel], Mapping[str, str]] = {
    PublicItem: {
        "priorities": "discussed",
        "plan_actions": "discussed",
        "recommendations": "discussed",
        "continues": "continued",
    },
    PublicUpdate: {"action": "reported"},
    PublicDecision: {
        "plan_actions": "decided",
        "recommendations": "decided",
        "replaces": "replaced",
        "reverses": "reversed",
    },
    PublicAction: {
        "decisions": "carried-out",
        "plan_actions": "carried-out",
        "recommendations": "carried-out",
    },
    PublicPlanAction: {
        "continues": "continued",
        "decisions": "planned",
        "recommendations": "planned",
    },
    PublicPlanChange: {"decision": "planned", "meeting": "planned"},
    PublicPlanAmendment: {"decision": "planned", "meeting": "planned"},
    PublicIndicator: {"priorities": "measured", "plan_actions": "measured", "recommendations": "measured"},
    PublicRecommendation: {"priorities": "recommended"},
    PublicSection: {"priorities": "reported"},
}
"""The fields that name what something came from, with the word for what came of it."""

_CAME_TO: Mapping[type[PublicModel], Mapping[str, str]] = {
    PublicAction: {"superseded_by": "superseded"},
    PublicPlanAction: {"items": "discussed"},
    PublicPlanProgress: {"meeting": "reported"},
    PublicPlanEvidence: {"meeting": "shown"},
    PublicProof: dict.fromkeys(("item", "report", "section", "document", "indicator"), "shown"),
    PublicRecommendationResponse: {
        "actions": "carried-out",
        "plan_actions": "planned",
        "meeting": "answered",
    },
}
"""The fields that name what came of something, with the word for it."""

_WITHIN = {
    ("priorities", "plan-actions"): "planned",
    ("plan-actions", "plan-actions"): "planned",
    ("items", "decisions"): "decided",
    ("items", "actions"): "agreed",
}
"""What comes of a thing because it stands within it."""

RELATIONS = {
    "planned": "Planned",
    "discussed": "Discussed",
    "continued": "Gone on with",
    "decided": "Decided",
    "agreed": "Agreed as an action",
    "approved": "Approved",
    "replaced": "Replaced",
    "reversed": "Taken back",
    "superseded": "Took its place",
    "carried-out": "Carried out",
    "reported": "Reported on",
    "recommended": "Recommended",
    "answered": "Answered",
    "measured": "Measured",
    "shown": "Shown by",
}
"""What became of the earlier of two things in the later one, in the order of a thread."""

SORTS = {
    "priorities": "Priority",
    "plans": "Plan",
    "plan-actions": "Action of a plan",
    "meetings": "Meeting",
    "items": "Item of a meeting",
    "decisions": "Decision",
    "actions": "Action",
    "reports": "Report",
    "reviews": "Practice review",
    "sections": "Section",
    "recommendations": "Recommendation",
    "documents": "Document",
    "indicators": "Indicator",
}
"""What can stand in a thread."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that stands in a thread: a record, or a part of one."""

    sort: str
    name: str
    """The id of the record, or `RECORD/PART`."""

    kind: str
    record: PublicRecord
    unit: PublicUnit
    """The part; the record itself where that is meant."""

    item: PublicItem | None = None
    """The item in which a decision or an action stands."""

    @property
    def key(self) -> Named:
        """What it is known by."""
        return self.sort, self.name

    @property
    def anchor(self) -> str:
        """Its place within the page of the record, without `#`; empty for the record itself."""
        if self.unit is self.record:
            return ""
        return f"{type(self.unit).anchor or ''}{getattr(self.unit, 'id', '')}"


@dataclass(frozen=True, slots=True)
class Link:
    """That one thing came of another."""

    earlier: Thing
    later: Thing
    relation: str
    """What became of the earlier thing in the later one: one of `RELATIONS`."""

    within: bool = False
    """Whether the later thing stands within the earlier one on the same page."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Everything that stands in a thread, and the links in both directions."""

    things: Mapping[Named, Thing]
    links: tuple[Link, ...]
    """Each once, in the order of the dataset."""

    led: Mapping[Named, tuple[Link, ...]]
    """What led to each thing."""

    came: Mapping[Named, tuple[Link, ...]]
    """What came of each thing."""

    def led_to(self, sort: str, name: str) -> tuple[Link, ...]:
        """Return what led to a thing."""
        return self.led.get((sort, name), ())

    def came_of(self, sort: str, name: str) -> tuple[Link, ...]:
        """Return what came of a thing."""
        return self.came.get((sort, name), ())


@lru_cache(maxsize=1)
def thread(dataset: Dataset) -> Thread:
    """Return what led to what, as the public records say it."""
    things: dict[Named, Thing] = {}
    said: dict[tuple[Named, Named, str], None] = {}
    for kind, entries in dataset.kinds.items():
        for record in (entry.record for entry in entries if entry.record is not None):
            if kind in SORTS:
                things[kind, record.id] = Thing(kind, record.id, kind, record, record)
            for found in _walked(kind, record):
                if isinstance(found, Thing):
                    things[found.key] = found
                else:
                    said[found] = None
    links = tuple(
        Link(things[earlier], things[later], relation, _is_within(things[earlier], things[later]))
        for earlier, later, relation in _without_meetings(said, things)
        if earlier in things and later in things and earlier != later
    )
    led: dict[Named, list[Link]] = {}
    came: dict[Named, list[Link]] = {}
    for link in links:
        led.setdefault(link.later.key, []).append(link)
        came.setdefault(link.earlier.key, []).append(link)
    return Thread(
        things,
        links,
        {key: tuple(found) for key, found in led.items()},
        {key: tuple(found) for key, found in came.items()},
    )


def _is_within(earlier: Thing, later: Thing) -> bool:
    """Return whether one thing stands within another, so that a page shows it there."""
    if earlier.unit is later.item:
        return True
    return isinstance(later.unit, PublicPlanAction) and (
        earlier.sort == "priorities"
        or (isinstance(earlier.unit, PublicPlanAction) and later.unit in earlier.unit.actions)
    )


_Said = tuple[Named, Named, str]


def _walked(kind: str, record: PublicRecord) -> Iterator[Thing | _Said]:
    """Yield the things inside a record, and every link that the record says."""
    sorts = {model: sort for sort, model in PUBLIC[kind].parts.items() if sort in SORTS}

    def walk(model: BaseModel, here: Named, item: PublicItem | None, parent: str) -> Iterator[Thing | _Said]:
        place = here
        if isinstance(model, PublicItem):
            item = model
        if isinstance(model, PublicUnit) and type(model) in sorts:
            place = (sorts[type(model)], f"{record.id}/{getattr(model, 'id', '')}")
            yield Thing(*place, kind, record, model, None if model is item else item)
            if (here[0], place[0]) in _WITHIN:
                yield here, place, _WITHIN[here[0], place[0]]
        elif isinstance(model, PublicPlanPriority) and model.priority is not None:
            place = ("priorities", model.priority)
        for name in leading(type(model)):
            value = getattr(model, name)
            what = refers_to(type(model), name)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, BaseModel):
                    yield from walk(each, place, item, name)
                elif what is not None and each is not None:
                    yield from _said(model, name, parent, place, (what, str(each)))

    yield from walk(record, (kind, record.id), None, "")


def _said(model: BaseModel, field: str, parent: str, here: Named, named: Named) -> Iterator[_Said]:
    """Yield the link that a field says, with what came first before what came of it."""
    sort = type(model)
    came_from = _CAME_FROM.get(sort, {}).get(field)  # type: ignore[arg-type]  # every model here is public
    came_to = _CAME_TO.get(sort, {}).get(field)  # type: ignore[arg-type]  # every model here is public
    if parent == "ended" and came_from is not None:
        yield here, named, "decided"  # That it was taken out is what came of it, not where it comes from.
    elif came_from is not None:
        yield named, here, came_from
    elif came_to is not None:
        yield here, named, came_to
    elif field == "priorities" and here[0] in SORTS:
        yield named, here, "discussed"
    elif field in {"decision", "approved_at"} and here[0] in {"plans", "documents", "reports"}:
        yield named, here, "approved"


def _without_meetings(said: Mapping[_Said, None], things: Mapping[Named, Thing]) -> Iterator[_Said]:
    """Yield the links without those to a whole meeting where one to a part of that meeting says it better."""
    parts = {
        (one, "meetings", other[1].partition("/")[0])
        for link in said
        for one, other in ((link[0], link[1]), (link[1], link[0]))
        if other in things and things[other].kind == "meetings" and other[0] != "meetings"
    }
    for earlier, later, relation in said:
        if (earlier, *later) not in parts and (later, *earlier) not in parts:
            yield earlier, later, relation
