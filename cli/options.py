"""Options and arguments that several verbs share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click

from cli.folder_messages import NOT_A_FOLDER
from cli.telling import WRONG, tell
from problems import Place
from records.kinds import KINDS

F = TypeVar("F", bound=Callable[..., Any])

SIGNS = ("data", "published", "mkdocs.yml")
"""What stands in the folder of a partnership, some of it or all."""

FOLDERS = ("data", "docs", "published", "build", "site")
"""The folders of a partnership: what it writes and signed off, and what is made of it."""

WITHIN = ("data", "docs", "published")
"""Folders of a partnership in which somebody may stand by mistake."""


def _with_any(*signs: str) -> Callable[[click.Context, click.Parameter, Path], Path]:
    """Return a check that a folder holds at least one of these names."""

    def checked(_context: click.Context, _parameter: click.Parameter, project: Path) -> Path:
        if any((project / sign).exists() for sign in signs):
            return project
        missing = " and no ".join(f"{sign}/" if "." not in sign else sign for sign in signs)
        raise click.UsageError(
            f"There is no {missing} here. Go to the folder of your partnership, or name it with "
            "--project DIR. To begin a new one: pages new."
        )

    return checked


def _in_order(*signs: str) -> Callable[[click.Context, click.Parameter, Path], Path]:
    """Return the same check, and that nothing else has the name of a folder: data/ must not go unread."""
    with_any = _with_any(*signs)

    def checked(context: click.Context, parameter: click.Parameter, project: Path) -> Path:
        with_any(context, parameter, project)
        others = [
            name for name in FOLDERS if os.path.lexists(project / name) and not (project / name).is_dir()
        ]
        if others:
            tell(NOT_A_FOLDER.at(Place(name)) for name in others)
            sys.exit(WRONG)
        return project

    return checked


def _not_within(_context: click.Context, _parameter: click.Parameter, project: Path) -> Path:
    """Return a folder in which a partnership may begin: a second one inside data/ would go unnoticed."""
    if not any((project / sign).exists() for sign in SIGNS):
        for above in project.resolve().parents:
            parts = project.resolve().relative_to(above).parts
            if parts[0] in WITHIN and all((above / sign).exists() for sign in ("data", "mkdocs.yml")):
                raise click.UsageError(
                    f"This folder lies inside that of a partnership. Go up to that one with "
                    f"`cd {'/'.join(['..'] * len(parts))}`, or name it with --project DIR."
                )
    return project


def _project(
    callback: Callable[[click.Context, click.Parameter, Path], Path] | None,
) -> Callable[[F], F]:
    return click.option(
        "--project",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=Path(),
        metavar="DIR",
        callback=callback,
        help="The folder of the partnership, with data/, published/ and mkdocs.yml. [default: this folder]",
    )


def _if_any(context: click.Context, parameter: click.Parameter, project: Path | None) -> Path | None:
    """Return the folder that was named, or this one if it looks like one of a partnership, or nothing."""
    if project is not None:
        return _in_order(*SIGNS)(context, parameter, project)
    here = any(Path(sign).exists() for sign in SIGNS)
    return _in_order(*SIGNS)(context, parameter, Path()) if here else None


project_option = _project(_with_any(*SIGNS))
"""A folder that looks like one of a partnership, for a takedown: that is done whatever else is broken."""

sound_project_option = _project(_in_order(*SIGNS))
"""The same, where every folder is one."""

private_project_option = _project(_in_order("data"))
"""A folder with the private records."""

maybe_project_option = click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    callback=_if_any,
    help="The folder of the partnership. [default: this folder, if it is one]",
)
"""A folder that looks like one of a partnership, or none."""

new_project_option = _project(_not_within)
"""Any folder, also an empty one, but none inside that of a partnership."""

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


class KindName(click.Choice[str]):
    """A kind of record by its name, or by the word for one of its records: `reports` or `report`."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name of the kind."""
        named = {kind.word: name for name, kind in KINDS.items()}
        return str(super().convert(named.get(value, value), param, ctx))


def today() -> date:
    """Return the present day."""
    return date.today()  # noqa: DTZ011  # the office's own day


def is_address(name: str) -> bool:
    """Return whether a record is named by its address on the web."""
    return name.startswith(("http://", "https://"))


def _named_by_address(address: str) -> str:
    """Return the name of the record, or part of one, to which an address of the site leads."""
    found = urlsplit(address)
    steps = [step for step in found.path.split("/") if step and step != "index.html"]
    start = next((at for at, step in enumerate(steps) if step in KINDS), len(steps))
    kind, record_id, folder, file, *_ = (*steps[start:], "", "", "", "")
    if not kind:
        raise click.BadParameter("This address leads to no record. Name it KIND/ID.")
    part = PurePosixPath(file).stem if folder == "files" else found.fragment
    return "/".join(step for step in (kind, record_id, part) if step)


day_option = click.option("--date", "day", type=Day(), default=today, metavar="DAY", help="[default: today]")


def record_key(name: str) -> tuple[str, str]:
    """Return the kind and id in a name: `meetings/x`, `data/meetings/x.yml`, or `policy` for a single record.

    An address of a published site is a name too; its anchor, or the paper that it leads to, comes after the
    id: `meetings/x/neglect`. Raises click's BadParameter for anything else.
    """
    name = _named_by_address(name) if is_address(name) else name
    plain = name.removeprefix("./").removeprefix("data/").removesuffix(".yml").strip("/")
    kind, slash, rest = plain.partition("/")
    if not slash and kind in {"partnership", "policy"}:
        return kind, kind
    if not rest:
        raise click.BadParameter("A record is named KIND/ID, for instance meetings/2026-03-12-executive.")
    return kind, rest
