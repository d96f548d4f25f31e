"""What is shared with neighbours: who checks for each area, and which meetings they publish."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from records.fields import GroupRef, Id, Line, Model, Public, WebAddress, exactly, one_or_more

ProjectPath = Annotated[
    str,
    exactly(
        "project-path",
        r"(?=.{1,200}\Z)[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*(/[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*)*",
    ),
]
"""A path from the partnership's folder on that stays in it: `neighbours/tarrow-vale/meetings.json`."""


class AreaChecker(Model):
    """Who checks for one area before a record of a joint group is published."""

    area: Public[Id]
    """A short id for the area, which messages name: `tarrow-vale`."""

    name: Public[Line]
    """The area in words: Tarrow Vale."""

    role: Public[Line]
    """The role of whoever checks for it, as it is given with `--checked-by`."""


class JointGroups(Model):
    """Groups that are shared with other areas, and who checks their records for each area."""

    groups: Public[Annotated[tuple[GroupRef, ...], one_or_more()]]
    """The groups."""

    checkers: Public[tuple[AreaChecker, ...]]
    """One for each area, our own among them. All of them look before publication."""

    @model_validator(mode="after")
    def _several(self) -> Self:
        for of in ("area", "role"):
            said = [" ".join(getattr(each, of).casefold().split()) for each in self.checkers]
            if len(set(said)) < max(len(said), 2):
                raise PydanticCustomError("checkers_of_areas", "one for each area")
        return self


class SharedGroup(Model):
    """A group whose meetings the neighbour publishes."""

    group: Public[GroupRef]
    """Our record of the group."""

    theirs: Public[Id]
    """The id that it has on the neighbour's site: the last part of its address there."""


class Neighbour(Model):
    """A partnership that publishes the meetings of groups which we share with it."""

    id: Public[Id]
    """A short id, which messages name."""

    name: Public[Line]
    """Its name."""

    address: Public[WebAddress]
    """The address of its site, to which the links lead."""

    file: Public[ProjectPath]
    """The file of its meetings in this folder, downloaded from its page of data: `meetings.json`, or
    the folder in which that lies. Nothing is ever fetched for you."""

    groups: Public[tuple[SharedGroup, ...]]
    """The groups whose meetings it publishes."""
