"""Verification: every byte of a finished site is looked at before anybody else can look at it.

It shares no code with the projection and the pages. With `data/` at hand it is *full*: it searches for
all that is withheld, and puts other private values into the records. Without, it is *public-only*:
structure, manifest and detectors.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import unquote

from editions.canonical import to_bytes
from problems import Place, Problem, errors, in_order
from records.loading import Records
from redaction import verification_messages as messages
from redaction.alongside import alongside
from redaction.opening.views import Views, kind_of, views_of
from redaction.searching.asks import asked_in
from redaction.searching.folding import fold
from redaction.searching.harvesting import Harvest, Why, harvest
from redaction.searching.scanning import Scanner, find, scanner_for
from redaction.searching.suspecting import has_secrets
from redaction.searching.terms import FEWEST
from redaction.verifying.certificates import Seen
from redaction.verifying.detections import Page, detect, detect_opened, odd_parts, one_line, page_of
from redaction.verifying.entries import Entry, entries_of, still_published
from redaction.verifying.manifests import Manifest, Origin, differing, made_files, origin_of, pages_in
from redaction.verifying.twins import SEEDS, Projecting, disagreements, drafts_among

Progress = Callable[[int, int], None]
"""Told how many files are looked at, of how many; where two processes look, of its half."""


Mode = Literal["full", "terms", "public-only"]
"""Whether there were private records to search for, a private list of words only, or nothing."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a verification looked at and found. It says nothing of how much there is to hide."""

    mode: Mode
    files: int
    """How many files were read."""
    checks: tuple[str, ...]
    """What was done, as `certificates.CHECKS` explains it."""
    problems: tuple[Problem, ...]
    seen: tuple[Seen, ...] = field(default=(), repr=False)
    """Every file that was read, with its digest."""

    @property
    def is_complete(self) -> bool:
        """Whether every private record could be read, so that what it withholds was searched for."""
        return all(problem.code != messages.RECORDS_UNREAD.code for problem in self.problems)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What was found in one file."""

    seen: Seen
    problems: tuple[Problem, ...]
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Against:
    """What is to be searched for in a site, and what was found before any page is looked at."""

    scanner: Scanner = field(repr=False)
    """What is to be searched for."""
    checks: tuple[str, ...]
    """What was done: `scan`, and `twin` and `canary` if there was a projecting function; or `terms`."""
    problems: tuple[Problem, ...]
    looked: Mapping[str, tuple[bytes, _Looked]] = field(repr=False)
    """The files of the dataset by name, and what was found in them, if the site has the same."""
    mode: Mode = "full"


def verify(
    site: Path,
    manifest: Manifest,
    *,
    records: Records | None = None,
    project: Projecting | None = None,
    suppressed: Collection[str] = (),
    against: Against | None = None,
    progress: Progress | None = None,
) -> Verification:
    """Return what is wrong with a finished site; full when the records are given, else public-only.

    `project` is the projecting function, which the twin tries out. `suppressed` are the public ids of people
    who are no longer named. `against` is what `look_at_records` returned for these three, if it was called
    already. Files are named below the site.
    """
    if against is None and records is not None:
        against = look_at_records(records, manifest, project=project, suppressed=suppressed)
    problems: list[Problem] = []
    files = _read(site, problems)
    if not files:
        problems.append(messages.SITE_EMPTY.at(Place(site.name)))
    problems += differing(files, manifest)
    scanner = None
    checks = ["structure", *(["manifest"] if manifest.is_known else []), "detectors"]
    mode: Mode = "public-only"
    if against is not None:
        mode = against.mode
        checks += against.checks
        problems += against.problems
        scanner = against.scanner

    known = {
        name: found
        for name, (content, found) in (against.looked if against else {}).items()
        if files.get(name) == content
    }
    others = {name: content for name, content in files.items() if name not in known}
    looked = [*known.values(), *_look_through(others, manifest, scanner, asks=mode == "terms", told=progress)]
    problems += [problem for each in looked for problem in each.problems]
    problems += odd_parts(each.page for each in looked if each.page is not None)
    seen = tuple(each.seen for each in looked)
    return Verification(mode, len(files), tuple(checks), in_order(problems), seen)


def _look_through(
    files: Mapping[str, bytes],
    manifest: Manifest,
    scanner: Scanner | None,
    *,
    asks: bool,
    told: Progress | None,
) -> list[_Looked]:
    """Return what was found in each file; a second process looks at half of them."""
    pages = pages_in(manifest)

    @cache
    def signed() -> str:
        return one_line(" ".join(text for entry in entries_of(manifest) for text in entry.texts))

    def look(names: Sequence[str], told: Progress | None = None) -> list[_Looked]:
        looked = []
        for count, name in enumerate(names, 1):
            raw = files[name]
            origin = origin_of(name, raw, manifest, pages)
            if origin is Origin.ATTACHMENT:
                looked.append(_look_at_attachment(name, raw, manifest, scanner))
                continue
            looked.append(_look(name, raw, origin, scanner, signed, known=manifest.is_known, asks=asks))
            if told is not None:
                told(count, len(names))
        return looked

    names = list(files)
    with alongside(lambda _: look(names[::2])) as others:
        return [*look(names[1::2], told), *others.result()]


def look_at_records(
    records: Records,
    manifest: Manifest,
    *,
    project: Projecting | None = None,
    suppressed: Collection[str] = (),
    whole: Callable[[], Manifest] | None = None,
) -> Against:
    """Return what a full verification needs of the records; a build does this while it renders.

    `whole` is asked for the manifest once the files that are made beside the dataset are wanted, where
    `manifest` has the dataset only.
    """
    entries = entries_of(manifest)
    texts = [text for entry in entries for text in entry.texts]

    @cache
    def signed() -> str:
        return one_line(" ".join(texts))

    with alongside(lambda _: _compared(records, project, entries)) as comparing:
        problems = [messages.RECORDS_UNREAD.at(Place(file)) for file in records.unread]
        problems += errors(records.aside.problems)
        known = None if manifest.dataset is None else texts
        harvested = harvest(records, published=known, suppressed=suppressed)
        if not harvested.secrets and has_secrets(records):
            problems.append(messages.NOTHING_HARVESTED.at(Place("data")))
        scanner = scanner_for(harvested)
        still = still_published(records, entries, harvested, scanner)
        if still:
            secrets = (harvested.secrets[harvested.terms[term]] for term in still)
            # Without a policy nobody has a name, so that every name would count as withheld.
            problems += [
                messages.STILL_PUBLISHED.at(secret.where)
                for secret in secrets
                if records.policy or secret.why is not Why.NAME
            ]
            terms = {term: secret for term, secret in harvested.terms.items() if term not in still}
            scanner = scanner_for(replace(harvested, terms=terms))
        looked = {
            name: (content, _look(name, content, Origin.DATASET, scanner, signed))
            for name, content in made_files(whole() if whole else manifest).items()
        }
        problems += comparing.result()
    checks = ("scan",) if project is None else ("scan", "twin", "canary")
    return Against(scanner, checks, tuple(problems), looked)


def look_for(harvest: Harvest) -> Against:
    """Return what searches a site for a private list of words, where there are no records."""
    return Against(scanner_for(harvest), ("terms",), (), {}, "terms")


def _compared(records: Records, project: Projecting | None, entries: Sequence[Entry]) -> tuple[Problem, ...]:
    """Return what the public records give away, as the twin tells; nothing without a projecting function."""
    if project is None:
        return ()
    keys = {loaded.public_key: key for key, loaded in records.loaded.items()}
    public = {(entry.kind, entry.id) for entry in entries}
    return disagreements(
        records,
        project,
        drafts_among(records, public),
        seeds=SEEDS[:1],
        published={
            keys[entry.kind, entry.id]: to_bytes(entry.record)
            for entry in entries
            if entry.record is not None and (entry.kind, entry.id) in keys
        },
    )


def _read(site: Path, problems: list[Problem]) -> dict[str, bytes]:
    """Return every file of the site by name, and note what cannot be read or is no file of its own."""
    files: dict[str, bytes] = {}

    def unreadable(error: OSError) -> None:
        place = Path(error.filename or site)
        problems.append(messages.SITE_UNREADABLE.at(Place(place.name)))

    for folder, folders, names in os.walk(site, onerror=unreadable) if site.is_dir() else ():
        folders.sort()
        for name in sorted([*names, *folders]):
            path = Path(folder, name)
            place = Place(path.relative_to(site).as_posix())
            if path.is_symlink():
                problems.append(messages.SITE_LINK.at(place))
            elif path.is_dir():
                continue
            elif not path.is_file():
                problems.append(messages.SITE_UNREADABLE.at(place))
            else:
                try:
                    files[place.file] = path.read_bytes()
                except OSError:
                    problems.append(messages.SITE_UNREADABLE.at(place))
    return files


def _look(
    name: str,
    raw: bytes,
    origin: Origin | None,
    scanner: Scanner | None,
    signed: Callable[[], str],
    *,
    known: bool = True,
    asks: bool = False,
) -> _Looked:
    """Return what is wrong with one file; `known` tells whether anybody says what there should be.

    With `asks`, words that may mean something else are told too; otherwise a sign-off has asked about them.
    """
    digest = hashlib.sha256(raw).hexdigest()
    seen = Seen(name, kind_of(name), origin.value if origin else "other", len(raw), digest)
    if origin is Origin.THEME:
        return _Looked(seen, ())
    place = Place(name)
    problems: list[Problem] = []
    if origin is None and known:
        problems.append(messages.SITE_UNACCOUNTED.at(place))
    views = views_of(name, raw, searched=scanner is not None)
    problems += [problem.at(place) for problem in views.problems]
    for each in (views, *views.inside):
        if scanner is not None:
            problems += [*_in_name(place, each.name, scanner), *_in_words(place, each, scanner)]
            problems += _may_be(place, each, scanner) if asks else ()
        if each.text:
            problems += detect(name, each.text, signed, each.tags)
        if each.words:
            problems += detect_opened(name, each.words, signed)
    page = page_of(name, views.text) if origin is Origin.PAGE else None
    return _Looked(seen, tuple(problems), page)


def _look_at_attachment(name: str, raw: bytes, manifest: Manifest, scanner: Scanner | None) -> _Looked:
    """Return what is wrong with the file of a paper, by the words read in it when it was signed off.

    It was looked at then, to the last object, and its digest says that it is the same.
    """
    attachment = manifest.attachments[name]
    seen = Seen(name, kind_of(name), Origin.ATTACHMENT.value, len(raw), attachment.digest)
    if scanner is None:
        return _Looked(seen, ())
    views = Views(name, kind_of(name), readings=(attachment.words,))
    return _Looked(seen, (*_in_name(Place(name), name, scanner), *_in_words(Place(name), views, scanner)))


def _in_name(place: Place, name: str, scanner: Scanner) -> Iterator[Problem]:
    """Yield a problem for each secret in the name of a file; one inside another has a name of its own."""
    names = "\n".join(fold(each) for each in {name, unquote(name), name.replace("/", "")})
    for secret in find(scanner, names):
        yield messages.SECRET_IN_NAME.at(place, where=str(secret.where), private_text=secret.text)


def _may_be(place: Place, views: Views, scanner: Scanner) -> Iterator[Problem]:
    """Yield a warning for each word of a file that may be one of a private list, or something else.

    Initials stand by chance in the bytes of a picture or a PDF, so there they are not looked for.
    """
    texts = views.readings if views.text else (views.words,)
    asked = (ask for text in texts for ask, _ in asked_in(scanner.asks, text))
    found = {ask.folded: ask for ask in asked if views.text or len(ask.folded.strip()) >= FEWEST}
    for ask in found.values():
        yield messages.MAY_BE_TERM.at(place, where=str(ask.where), private_text=ask.words)


def _in_words(place: Place, views: Views, scanner: Scanner) -> Iterator[Problem]:
    """Yield a problem for each secret in a file."""
    folded = "\n".join(dict.fromkeys(fold(text) for text in views.readings))
    for secret in find(scanner, folded):
        yield messages.SECRET_IN_SITE.at(place, where=str(secret.where), private_text=secret.text)
