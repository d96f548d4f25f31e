"""The files of a site that can be downloaded, and what they hold, read with nothing of ours."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

Record = dict[str, Any]

FRIDAY = 4
NOT_HELD = {"planned", "cancelled", "abandoned", "postponed"}


@dataclass(frozen=True)
class Files:
    """The folder of a site."""

    site: Path

    def table(self, name: str) -> list[dict[str, str]]:
        """Return the rows of `data/NAME.csv`."""
        with (self.site / f"data/{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            return list(csv.DictReader(file))

    def entries(self, kind: str) -> list[Record]:
        """Return all that `data/KIND.json` lists, with editions; nothing without such a file."""
        path = self.site / f"data/{kind}.json"
        return json.loads(path.read_text("utf-8"))["records"] if path.exists() else []

    def records(self, kind: str) -> list[Record]:
        """Return the records of a kind that are not withdrawn."""
        return [each["record"] for each in self.entries(kind) if each.get("record")]

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of records that have a file."""
        paths = sorted((self.site / "data").glob("*.json"))
        return tuple(path.stem for path in paths if "kind" in json.loads(path.read_text("utf-8")))

    @cached_property
    def today(self) -> str:
        """The day of the newest edition of all."""
        return max((row["date"] for row in self.table("changes")), default="")

    @cached_property
    def meetings(self) -> list[Record]:
        """The meetings by their dates."""
        return sorted(self.records("meetings"), key=lambda each: (each["date"], each["id"]))

    @cached_property
    def promise(self) -> Record:
        """What the policy promises of minutes; empty without a promise."""
        return next((each.get("promptness") or {} for each in self.records("policy")), {})

    def meets(self, group: str) -> list[Record]:
        """Return the meetings of a group, joint ones among them."""
        return [each for each in self.meetings if group in groups_of(each)]

    def is_coming(self, meeting: Record) -> bool:
        """Return whether a meeting is still to come."""
        end, happened = meeting.get("until") or meeting["date"], meeting.get("happened")
        announced = happened in {"held", None} and meeting.get("status") in {"planned", "agenda"}
        return (announced or happened == "planned") and end >= self.today[: len(end)]

    def is_working(self, day: date) -> bool:
        """Return whether a day counts for the promise."""
        if self.promise.get("counted") != "working-days":
            return True
        return day.weekday() <= FRIDAY and day.isoformat() not in self.promise.get("closed", [])

    def days(self, first: str, last: str) -> int:
        """Return how many days that count lie after one day, up to and with another."""
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        return sum(self.is_working(start + timedelta(n)) for n in range(1, (end - start).days + 1))

    def told_days(self, count: int) -> str:
        """Return days in words."""
        working = "working " if self.promise.get("counted") == "working-days" else ""
        return f"{count} {working}day{'' if count == 1 else 's'}"


def items_of(holder: Record) -> Iterator[Record]:
    """Yield the items of a meeting at any depth."""
    for item in holder.get("items", ()):
        yield item
        yield from items_of(item)


def groups_of(meeting: Record) -> list[str]:
    """Return the ids of the groups that met."""
    found = [meeting.get("group") or {}, *meeting.get("with_groups", ())]
    return list(dict.fromkeys(each["id"] for each in found if each.get("id")))


def hides(unit: Record, field: str) -> bool:
    """Return whether a unit, or a field of it, is withheld."""
    return bool(unit.get("withheld")) or any(
        each["field"] == field for each in unit.get("withheld_fields", ())
    )
