"""Items that are not in a copy, and what may be said of them elsewhere in it: nothing but their numbers."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from records.kinds.meetings import Meeting
from records.parts.attendance import Attendance, Chairing, Interest
from records.parts.items import Item
from records.shapes import models_in
from redaction.circulating.names import whole

LEFT_OUT_NAME = "an item that is not in this copy"
LEFT_OUT_PART = "something of an item that is not in this copy"


def names_of_items(meeting_id: str, meeting: Meeting, without: Collection[str]) -> dict[str, str]:
    """Return what each item of a meeting is called by its id: by its printed number, else by its title.

    The items within one that is left out are left out too. Its actions, decisions and papers are in it as
    `meeting/action`, because another item that names them would otherwise tell what they say.
    """
    items = [model for _, model in models_in(meeting) if isinstance(model, Item)]
    names = {item.id: f"item {item.label}" if item.label else whole(item.title) for item in items}
    for left in items:
        for _, part in models_in(left) if left.id in without else ():
            if isinstance(part, Item) and not part.label:
                names[part.id] = LEFT_OUT_NAME
            if isinstance(part_id := getattr(part, "id", None), str):
                names[f"{meeting_id}/{part_id}"] = LEFT_OUT_PART
    return names


def left_out(meeting: Meeting, without: Collection[str]) -> frozenset[str]:
    """Return the ids of the items that are not in a copy: these, and all within them."""
    within = {
        part.id
        for _, item in models_in(meeting)
        if isinstance(item, Item) and item.id in without
        for _, part in models_in(item)
        if isinstance(part, Item)
    }
    return frozenset({*without, *within})


def is_only_for(part: Any, gone: Collection[str]) -> bool:
    """Return whether somebody came, chaired or declared an interest only for items that are not in a copy."""
    if not isinstance(part, Attendance | Chairing | Interest):
        return False
    return bool(part.items) and set(part.items) <= set(gone)
