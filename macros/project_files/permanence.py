"""The list of everything ever published, published.lock, against which each later site is held.

It names the newest edition of each record, and each address. Nothing is taken off it but by `pages withdraw`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editions.published import FOLDER, Published
from editions.storing import write_whole
from macros.project_files import permanence_messages as messages
from macros.project_files.redirects import Redirect
from problems import Place, Problem

FILE = "published.lock"

_HEAD = """\
# What was published: the newest edition of each record, and every address. Others link to these for ever.
# `pages sign-off` and `pages withdraw` write this file. Where two versions meet, keep the lines of both.
"""
_EDITION = re.compile(r"([a-z-]+/[a-z0-9-]+) ([1-9]\d{0,5})")
_ADDRESS = re.compile(r"/[^\s]*")


@dataclass(frozen=True, slots=True)
class Lock:
    """What was published so far."""

    editions: Mapping[str, int] = field(default_factory=dict)
    """The number of the newest edition of each record, by KIND/ID."""

    addresses: frozenset[str] = frozenset()
    """Every address, from the root of the site."""

    problems: tuple[Problem, ...] = ()
    """What is wrong with the file."""


def read_lock(project: Path) -> Lock:
    """Return the list of a project. Where two versions were put together, the higher number counts."""
    try:
        text = (project / FILE).read_text("utf-8")
    except FileNotFoundError:
        return Lock(problems=(messages.LOCK_MISSING.at(Place(FILE)),) if (project / FOLDER).is_dir() else ())
    except (OSError, UnicodeDecodeError):
        return Lock(problems=(messages.LOCK_DAMAGED.at(Place(FILE)),))
    editions: dict[str, int] = {}
    addresses: set[str] = set()
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        edition = _EDITION.fullmatch(line)
        if edition:
            editions[edition[1]] = max(int(edition[2]), editions.get(edition[1], 0))
        elif _ADDRESS.fullmatch(line):
            addresses.add(line)
        elif line and not line.startswith("# "):
            problems.append(messages.LOCK_DAMAGED.at(Place(FILE, number)))
    return Lock(editions, frozenset(addresses), tuple(problems))


def lock_of(
    published: Published, addresses: Collection[str], before: Lock, gone: Collection[str] = ()
) -> Lock:
    """Return the list after something was published: what it held `before`, and what stands now.

    `gone` are addresses, and records as KIND/ID, that were taken down on purpose and leave the list. A number
    never falls: an edition that cannot be read now, as after a merge, was published all the same.
    """
    now = {f"{kind}/{name}": history.newest.number for (kind, name), history in published.histories.items()}
    return Lock(
        {
            name: max(number, before.editions.get(name, 0))
            for name, number in ({**before.editions, **now}).items()
            if name not in gone
        },
        (before.addresses | frozenset(addresses)) - frozenset(gone),
    )


def write_lock(project: Path, lock: Lock) -> None:
    """Write the list of a project."""
    lines = [f"{name} {number}" for name, number in sorted(lock.editions.items())]
    text = "\n".join([*lines, *sorted(lock.addresses), ""])
    write_whole(project / FILE, (_HEAD + text).encode(), replacing=True)


def missing(
    lock: Lock, published: Published, standing: Collection[str], redirects: Collection[Redirect]
) -> tuple[Problem, ...]:
    """Return a problem for each edition and address of the list that is no longer there.

    Of an edition that is there and broken, the reading of `published/` tells. Addresses come back
    with their edition.
    """
    found = [*lock.problems]
    broken = {each.place.file for each in published.problems}
    lost: list[str] = []
    for name, number in sorted(lock.editions.items()):
        kind, _, record_id = name.partition("/")
        history = published.histories.get((kind, record_id))
        if history is None or history.newest.number < number:
            lost.append(f"/{name}/")
            if f"{FOLDER}/{name}/{number}/record.json" not in broken:
                found.append(messages.EDITION_GONE.at(Place(f"{FOLDER}/{name}"), number=number, record=name))
    found += (
        messages.ADDRESS_GONE.at(Place(FILE), address=address)
        for address in without_place(lock.addresses, standing, redirects)
        if not address.startswith(tuple(lost))
    )
    return tuple(found)


def without_place(
    addresses: Iterable[str], standing: Collection[str], redirects: Collection[Redirect]
) -> tuple[str, ...]:
    """Return the addresses that lead nowhere. What stood on a page that was moved as a whole leads there."""
    moved = {each.old for each in redirects}
    return tuple(
        address
        for address in sorted(addresses)
        if address not in standing and address not in moved and address.partition("#")[0] not in moved
    )


def not_built(site: Path, addresses: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each address at which a finished site has nothing."""
    known: dict[str, bytes | None] = {}
    for address in sorted(addresses):
        page, _, part = address.partition("#")
        if page not in known:
            file = site.joinpath(*page.strip("/").split("/"), "" if not page.endswith("/") else "index.html")
            known[page] = file.read_bytes() if file.is_file() else None
        content = known[page]
        if content is None or (part and f'id="{part}"'.encode() not in content):
            yield messages.ADDRESS_NOT_BUILT.at(Place(FILE), address=address)
