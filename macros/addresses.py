"""Every address at which something public stands, which others may link to for ever."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from editions.datasets import Dataset
from editions.downloads import FILES
from editions.fields import PublicRecord
from editions.kinds.arrangements import BINDS_NOBODY, PublicArrangements
from editions.parts.clauses import clauses_of
from editions.parts.items import PublicPaper
from editions.walking import anchored_in
from macros.kinds import KINDS, address_of, kind_of
from macros.pages import page_address, pages
from problems.leavings import is_left_behind


def addresses(dataset: Dataset, docs: Path) -> frozenset[str]:
    """Return every address from the root of the site: of pages, hand-written ones too, and of their parts."""
    found = {page_address(page.path) for page in pages(dataset)}
    written = (path for path in docs.rglob("*.md") if not is_left_behind(path.name))
    found |= {page_address(path.relative_to(docs).as_posix()) for path in written}
    for entries in dataset.kinds.values():
        for entry in entries:
            if entry.record is not None:
                found.update(addresses_of(entry.record))
    return frozenset(found)


def split(address: str) -> tuple[str, str]:
    """Return the page that an address belongs to, and what it names there: a part, or the paper of a file."""
    record, between, name = address.partition(f"/{FILES}/")
    if between and "/" not in name and "." in name:
        return f"{record}/", name.rpartition(".")[0]
    page, _, part = address.partition("#")
    return page, part


def addresses_of(record: PublicRecord) -> Iterator[str]:
    """Yield the addresses of a record, its parts and files; nothing for a kind that is shown nowhere."""
    kind = KINDS[kind_of(record)]
    if kind.page is None and kind.address is None:
        return
    page, sign, within = f"/{address_of(record)}".partition("#")
    yield page + sign + within
    for anchor, _, unit in anchored_in(record):
        yield f"{page}#{anchor}"
        if isinstance(unit, PublicPaper) and unit.download is not None:
            yield f"/{unit.download.path}"
    if isinstance(record, PublicArrangements) and record.in_force_from and record.status not in BINDS_NOBODY:
        yield from (f"/arrangements/#clause-{clause.id}" for clause in clauses_of(record.clauses))
