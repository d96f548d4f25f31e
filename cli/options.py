"""Options and arguments that several verbs share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

project_option = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    metavar="DIR",
    help="The folder of the partnership, with mkdocs.yml and published/. [default: this folder]",
)

show_text_option = click.option(
    "--show-text",
    is_flag=True,
    help="Show the words concerned, on a terminal only. They may be confidential.",
)


class Day(click.ParamType[date]):
    """A day written as 2026-03-12."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or say how one is written."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()  # noqa: DTZ007  # a day has no time zone
        except ValueError:
            self.fail("A day is written year-month-day, such as 2026-03-12.", param, ctx)


def today() -> date:
    """Return the present day."""
    return date.today()  # noqa: DTZ011  # the office's own day


day_option = click.option("--date", "day", type=Day(), default=today, metavar="DAY", help="[default: today]")


def record_key(name: str) -> tuple[str, str]:
    """Return the kind and id in a name: `meetings/x`, `data/meetings/x.yml`, or `policy` for a single record.

    Raises click's BadParameter for anything else.
    """
    plain = name.removeprefix("./").removeprefix("data/").removesuffix(".yml").strip("/")
    kind, slash, rest = plain.partition("/")
    if not slash and kind in {"partnership", "policy"}:
        return kind, kind
    if not rest:
        raise click.BadParameter("A record is named KIND/ID, for instance meetings/2026-03-12-executive.")
    return kind, rest
