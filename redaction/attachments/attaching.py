"""The files of a record's papers: found, cleaned, and named in its public values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path as FilePath
from pathlib import PurePosixPath
from typing import Any

from editions import downloads
from editions.downloads import PublicDownload
from editions.kinds import PUBLIC_KINDS
from editions.published import History, Published
from problems import Problem, in_order
from records.kind import Key
from records.loading import FILES, Loaded, Records
from records.parts.items import Paper
from records.shapes import Path, models_in
from redaction.attachments import attachment_messages as messages
from redaction.attachments.cleaned import Cleaned, Flaw
from redaction.attachments.cleaning import clean
from redaction.attachments.pdfs import Progress
from redaction.attachments.recognizing import ENDING_OF, ENDINGS
from redaction.attachments.remembered import Made, recall, source_digest
from redaction.attachments.sources import read_source
from redaction.projecting.projection import Projection


@dataclass(frozen=True, slots=True)
class File:
    """One file that would be published."""

    way: tuple[str, ...]
    """The way to its paper in the public values; positions count from 1."""

    download: PublicDownload
    content: bytes = field(repr=False)
    text: str | None = field(repr=False)
    """The words in it; None for a picture."""

    made: Made = field(repr=False)
    is_new: bool
    """Whether it is not, to the byte, in the newest edition."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A projection that names its files, and the files."""

    projection: Projection
    files: tuple[File, ...] = ()

    @property
    def contents(self) -> dict[str, bytes]:
        """The files by their names in the folder of an edition."""
        found = {}
        for file in self.files:
            name = PurePosixPath(file.download.path).name
            found[f"{downloads.FILES}/{name}"] = file.content
            if file.download.text is not None and file.text is not None:
                found[downloads.text_name(name)] = file.text.encode()
        return found

    @property
    def made(self) -> dict[str, Made]:
        """What is to be remembered of them, by address."""
        return {file.download.path: file.made for file in self.files}


def attach(
    projection: Projection, records: Records, published: Published, *, progress: Progress | None = None
) -> Attached:
    """Return a projection with the files of its papers; without public values if one of them is refused.

    Only a paper that says `publish: yes` and of which the public sees everything has a file. Nothing is
    written. `progress` is told of the pages of each PDF.
    """
    loaded = records.loaded.get((projection.kind, projection.id))
    if projection.record is None or loaded is None or loaded.record is None or records.folder is None:
        return Attached(projection)
    wanted = [each for each in models_in(loaded.record) if isinstance(each[1], Paper) and each[1].publish]
    if not wanted:
        return Attached(projection)
    plain = projection.record.model_dump(mode="json", exclude_unset=True)
    history = published.histories.get((projection.kind, projection.record.id))
    context = _Context(records.folder, projection.kind, projection.record.id, _known(history), progress)
    problems: list[Problem] = []
    files: list[File] = []
    for path, paper in wanted:
        assert isinstance(paper, Paper)  # noqa: S101  # says what holds
        way = _public_way(path, projection)
        shown = _at(plain, way) if way is not None else None
        if way is None or not isinstance(shown, dict) or "withheld" in shown:
            continue
        if (
            shown["id"] != paper.id
        ):  # Something before it was taken down: no file rather than one at a wrong place.
            continue
        if shown.get("withheld_fields"):
            problems.append(messages.FILE_OF_WITHHELD.at(loaded.place((*path, "publish"))))
            continue
        file, flaws = _file_of(paper, shown, way, context)
        problems += _at_paper(flaws, loaded, path)
        if file is not None:
            shown["download"] = file.download.model_dump(mode="json", exclude_none=True)
            files.append(file)
    found = in_order([*projection.problems, *problems])
    if any(each.severity is messages.FILE_MISSING.severity for each in problems):
        return Attached(replace(projection, record=None, problems=found))
    record = PUBLIC_KINDS[projection.kind].model_validate(plain)
    return Attached(replace(projection, record=record, problems=found), tuple(files))


def attach_all(
    projections: Mapping[Key, Projection],
    records: Records,
    published: Published,
    *,
    progress: Progress | None = None,
) -> dict[Key, Attached]:
    """Return every projection with its files. `progress` is told of records, not of pages."""
    found = {}
    for count, (key, projection) in enumerate(projections.items(), 1):
        found[key] = attach(projection, records, published)
        if progress is not None:
            progress(count, len(projections))
    return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What the newest edition says of one file, and where it has it."""

    download: PublicDownload
    content: FilePath
    text: FilePath | None


@dataclass(frozen=True, slots=True)
class _Context:
    """What is the same for all files of a record."""

    folder: FilePath
    kind: str
    record_id: str
    known: Mapping[str, _Known]
    progress: Progress | None


def _known(history: History | None) -> dict[str, _Known]:
    """Return the files of the newest edition by address."""
    found = {}
    for download in downloads.downloads_in(history.newest.record) if history else ():
        name = PurePosixPath(download.path).name
        content = history.files.get(f"{downloads.FILES}/{name}") if history else None
        text = history.files.get(downloads.text_name(name)) if history and download.text else None
        if content is not None:
            found[download.path] = _Known(download, content, text)
    return found


def _file_of(
    paper: Paper, shown: Mapping[str, Any], way: tuple[str, ...], context: _Context
) -> tuple[File | None, tuple[Flaw, ...]]:
    """Return the file of a paper, and what is wrong with it."""
    if paper.file is None:
        return None, (Flaw(messages.FILE_NOT_NAMED),)
    raw = read_source(context.folder / FILES, paper.file)
    if isinstance(raw, Flaw):
        return None, (raw,)
    title = shown["title"] if "[[" not in shown["title"] else None
    made = source_digest(raw, title)
    ending = ENDINGS.get(PurePosixPath(paper.file).suffix.removeprefix(".").lower(), "")
    address = downloads.path_of(context.kind, context.record_id, paper.id, ENDING_OF.get(ending, ""))
    known = context.known.get(address)
    if known is not None and recall(context.folder).get(address) == Made(made, known.download.digest):
        return _as_signed(known, way, made), ()
    kind, cleaned = clean(
        paper.file, raw, title=title, alternative=shown.get("alternative"), progress=context.progress
    )
    if cleaned.is_refused:
        return None, cleaned.flaws
    download = _download(address, kind, cleaned)
    file = File(
        way,
        download,
        cleaned.content,
        cleaned.text,
        Made(made, download.digest),
        is_new=known is None or known.download != download,
    )
    return file, (*cleaned.flaws, *_about_type(address, context.known))


def _as_signed(known: _Known, way: tuple[str, ...], made: str) -> File:
    """Return a file as it stands in the newest edition."""
    content = known.content.read_bytes()
    if known.download.type == "csv":
        text: str | None = content.decode()
    else:
        text = known.text.read_bytes().decode() if known.text is not None else None
    return File(way, known.download, content, text, Made(made, known.download.digest), is_new=False)


def _download(address: str, kind: str, cleaned: Cleaned) -> PublicDownload:
    """Return what the public is told of a file. The words of a table are the file itself."""
    keeps_text = kind == "pdf" and cleaned.text is not None
    return PublicDownload(
        path=address,
        type=kind,
        size=len(cleaned.content),
        pages=cleaned.pages,
        width=cleaned.width,
        height=cleaned.height,
        digest=downloads.digest_of(cleaned.content),
        text=downloads.digest_of((cleaned.text or "").encode()) if keeps_text else None,
    )


def _about_type(address: str, known: Mapping[str, _Known]) -> Iterator[Flaw]:
    """Yield a warning if the file of the same paper had another ending in the edition before."""
    stem = address.rpartition(".")[0]
    if any(other != address and other.rpartition(".")[0] == stem for other in known):
        yield Flaw(messages.FILE_TYPE_CHANGED)


def _at_paper(flaws: tuple[Flaw, ...], loaded: Loaded, path: Path) -> Iterator[Problem]:
    """Yield flaws as problems at the key that is to be mended."""
    for flaw in flaws:
        name = {messages.FILE_NOT_NAMED: "publish", messages.PICTURE_NOT_TOLD: "id"}.get(flaw.wording, "file")
        yield flaw.at(loaded.place((*path, name)))


def _public_way(path: Path, projection: Projection) -> tuple[str, ...] | None:
    """Return the way to a private unit in the public values; None where the public does not see it."""
    way: list[str] = []
    for position, step in enumerate(path):
        if isinstance(step, str):
            way.append(step)
            continue
        kept = projection.kept.get(path[:position], ())
        if step not in kept:
            return None
        way.append(str(kept.index(step) + 1))
    return tuple(way)


def _at(plain: Any, way: tuple[str, ...]) -> Any:
    """Return what stands at a way in plain public values, if anything does."""
    for step in way:
        if isinstance(plain, dict):
            plain = plain.get(step)
        elif isinstance(plain, list) and int(step) <= len(plain):
            plain = plain[int(step) - 1]
        else:
            return None
    return plain
