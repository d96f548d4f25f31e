"""Keeping the promise that an address lives for ever: what the commands do for it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from cli.telling import tell
from editions.datasets import Dataset, assemble
from editions.fields import PublicRecord
from editions.published import History, Published, read
from macros.addresses import addresses, addresses_of, split
from macros.pages import kept_among
from macros.project_files import permanence_messages as messages
from macros.project_files.allowed_settings import DOCS
from macros.project_files.permanence import (
    FILE,
    Lock,
    lock_of,
    missing,
    not_built,
    read_lock,
    without_place,
    write_lock,
)
from macros.project_files.redirects import FILE as REDIRECTS
from macros.project_files.redirects import bound_to, pages_moved, read_redirects, take_out, wrong_redirects
from macros.views.filters import filters_named
from problems import Place, Problem
from records.loading import Loaded


def lost(project: Path, published: Published, dataset: Dataset) -> tuple[Problem, ...]:
    """Return a problem for everything that was published once and stands nowhere now."""
    lock = read_lock(project)
    here = addresses(dataset, project / DOCS) | kept_among(lock.addresses)
    redirects, problems = read_redirects(project)
    behind = is_behind(lock, published) and not lock.problems
    return (
        *problems,
        *wrong_redirects(redirects, here),
        *missing(lock, published, here | _taken_down(lock, published), redirects),
        *((messages.LOCK_BEHIND.at(Place(FILE)),) if behind else ()),
    )


def lost_on_site(project: Path, published: Published, site: Path) -> tuple[Problem, ...]:
    """Return a problem for each address that was published once and at which a finished site has nothing.

    What was taken down may be gone from its page: a takedown that was stopped leaves its address in the list.
    """
    redirects, _ = read_redirects(project)
    lock = read_lock(project)
    moved = {each.old for each in pages_moved(redirects)}
    down = {each for each in _taken_down(lock, published) if "#" in each}
    kept = (each for each in lock.addresses - down if each.partition("#")[0] not in moved)
    return tuple(not_built(site, kept))


def would_go(
    project: Path, loaded: Loaded, record: PublicRecord, history: History | None
) -> tuple[Problem, ...]:
    """Return a problem for each address of the newest edition that the next one would not have."""
    redirects, _ = read_redirects(project)
    going = _going(record, history) - withheld_now(loaded, record, history)
    return tuple(
        messages.ADDRESS_WOULD_GO.at(Place(loaded.file), address=address, page=address.partition("#")[0])
        for address in without_place(going, (), redirects)
    )


def withheld_now(loaded: Loaded, record: PublicRecord, history: History | None) -> frozenset[str]:
    """Return the addresses of parts that the next edition withholds: they go on purpose.

    Such a part still stands in the private record.
    """
    ids = frozenset(_ids(loaded.plain))
    parts = {address: split(address)[1] for address in _going(record, history)}
    return frozenset(
        address
        for address, part in parts.items()
        if part in ids or any(part.endswith(f"-{name}") for name in ids)
    )


def renew_lock(project: Path, gone: Collection[str] = ()) -> None:
    """Write the list of what was published, after something was.

    `gone` are addresses, and records as KIND/ID, that were withheld or taken down and leave the list. What
    was published is so without the list too: where it cannot be written, that is told.
    """
    known = read_lock(project)
    if all(problem.code != messages.LOCK_DAMAGED.code for problem in known.problems):
        published = read(project)
        renewed = lock_of(published, standing(project, published), known, gone)
        try:
            write_lock(project, renewed)
        except OSError:
            tell([messages.LOCK_NOT_RENEWED.at(Place(FILE))])


def renew_after_takedown(
    project: Path, before: frozenset[str], record: str, *, no_trace: bool, begun: bool = False
) -> None:
    """Take off the list of published addresses what was taken down; with `no_trace` the record too.

    `record` is KIND/ID, perhaps with a part. A part of a register stays when it has lost its rows, but for
    one that is named after the record. Whatever is wrong with the list does not stop a takedown. One that was
    `begun` before, and stopped, has taken away all that is on the list and stands nowhere.
    """
    now = standing(project, read(project))
    if begun:
        before |= frozenset(without_place(read_lock(project).addresses, now, read_redirects(project)[0]))
    gone = before - now
    kind, _, rest = record.partition("/")
    named = filters_named(kind, rest) if "/" not in rest else frozenset()
    gone = (gone - kept_among(gone)) | named
    gone |= _without_redirects(project, gone)
    renew_lock(project, {*gone, record} if no_trace else gone)


def _without_redirects(project: Path, gone: Collection[str]) -> frozenset[str]:
    """Take out the redirects of what is gone, which would stop each build; return what stood behind them.

    What cannot be taken out is told, and stops no takedown.
    """
    redirects, _ = read_redirects(project)
    bound = bound_to(redirects, gone)
    try:
        done = not bound or take_out(project, bound)
    except OSError:
        done = False
    if not done:
        tell([messages.REDIRECT_TO_TAKEN_DOWN.at(Place(REDIRECTS, each.line)) for each in bound])
        return frozenset()
    old = {each.old for each in bound}
    behind = (each for each in read_lock(project).addresses if each.partition("#")[0] in old)
    return frozenset({*old, *behind})


def standing(project: Path, published: Published) -> frozenset[str]:
    """Return every address at which something stands."""
    return addresses(assemble(published), project / DOCS)


def renew_lock_if_behind(project: Path, published: Published) -> None:
    """Write the list of what was published if something is missing from it."""
    if is_behind(read_lock(project), published):
        renew_lock(project)


def _taken_down(lock: Lock, published: Published) -> frozenset[str]:
    """Return the addresses of the list that were taken down, by themselves or with what they stood in.

    Where the list does not know yet of a takedown of parts, nobody knows any more what stood in them.
    """
    known = {f"/{kind}/{name}/": history for (kind, name), history in published.histories.items()}
    whole = {page for page, history in known.items() if history.record is None}
    parts = {(page, part) for page, history in known.items() for part in history.newest.taken_down}
    unknown = {page for page, _ in parts if lock.editions.get(page.strip("/"), 0) < known[page].newest.number}
    return frozenset(
        address
        for address, (page, anchor) in ((each, split(each)) for each in lock.addresses)
        if page in whole
        or (anchor and page in unknown)
        or any(page == of and (anchor == part or anchor.endswith(f"-{part}")) for of, part in parts)
    )


def is_behind(lock: Lock, published: Published) -> bool:
    """Return whether something was published that the list does not know yet."""
    return any(
        lock.editions.get(f"{kind}/{record_id}", 0) < history.newest.number
        for (kind, record_id), history in published.histories.items()
    )


def _going(record: PublicRecord, history: History | None) -> frozenset[str]:
    """Return the addresses that the newest edition has and a record has not."""
    if history is None or history.record is None:
        return frozenset()
    return frozenset(addresses_of(history.record)) - frozenset(addresses_of(record))


def _ids(value: Any) -> Iterator[str]:
    """Yield every id inside plain private values."""
    waiting = [value]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            if isinstance(here.get("id"), str):
                yield here["id"]
            waiting += here.values()
        elif isinstance(here, list):
            waiting += here
