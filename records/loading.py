"""Loading `data/`: every record of every kind, and everything that is wrong with any of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar, cast

from problems import Place, Problem, errors, in_order
from problems.leavings import is_left_behind
from records import model_messages as messages
from records import references
from records.kind import Key, Kind
from records.kinds import KINDS
from records.kinds.policies import Policy
from records.shapes import Path as FieldPath
from records.side_files.aside import Aside, read_aside
from records.side_files.decisions import FILE as DECISIONS
from records.side_files.known_terms import DEFAULT as TERMS
from records.side_files.side_messages import TERMS_MISNAMED
from records.validating import node_at, place_in, validate
from records.withholding import Record
from records.yaml_files import nodes
from records.yaml_files.files import leads_outside, name_for_messages, read_file
from records.yaml_files.reading_messages import FOLDER_OUTSIDE

FOLDER = "data"
PENDING = "pending"
"""Folder under `data/` where editions wait for their day. It holds no records."""

FILES = "files"
"""Folder under `data/` for the files of papers, which may lie in folders of any name there."""

SIGNED_FILES = "signed-files.json"
"""File under `data/` that remembers from which private file a published one was made."""

TAKEN_DOWN = "taken-down.txt"
"""File under `data/` that lists what was taken down without trace."""

Progress = Callable[[int, int], None]
"""Told how many records are read, of how many."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file of `data/` that could be read as YAML."""

    kind: str
    id: str
    file: str
    """Its path for messages: `data/meetings/2026-03-12-executive.yml`."""

    plain: dict[str, Any]
    """Its values as text, lists and dictionaries, with the id."""

    node: nodes.Mapping
    """The same with the place of each."""

    record: Record | None
    """The record; None when something is wrong with it."""

    @property
    def public_key(self) -> Key:
        """The kind and id under which it is published; the id of a person is random."""
        return self.kind, str(self.plain.get("public_id", self.id))

    def place(self, path: FieldPath) -> Place:
        """Return the place of a value in the file."""
        return place_in(self.node, path, self.file)

    def place_of_text(self, path: FieldPath) -> Place:
        """Return the place at which a text begins: under `|`, that is the line below."""
        place = self.place(path)
        text = node_at(self.node, path)
        if isinstance(text, nodes.Text) and text.style in {"|", ">"}:
            return replace(place, line=place.line + 1, column=0)
        return place


@dataclass(frozen=True, slots=True)
class Records:
    """Everything in `data/`."""

    loaded: Mapping[Key, Loaded]
    """By kind and id; files that could not be read at all are missing."""

    problems: tuple[Problem, ...] = ()
    """Everything that is wrong, in the order of files and lines."""

    unread: tuple[str, ...] = ()
    """Files that hold a record which could not be read, so that nothing is known of what they withhold."""

    folder: Path | None = None
    """The folder `data/` that they were read from; None where there is none."""

    earlier: Mapping[Key, tuple[Mapping[str, Any], ...]] = field(default_factory=dict)
    """The public values of editions, the oldest first, of records whose numbers of people hang together."""

    gone: frozenset[str] = frozenset()
    """What was taken down without trace, as KIND/ID or KIND/ID/PART, and is not public again."""

    aside: Aside = field(default_factory=Aside)
    """The known terms and the decisions about words; the problems of these stand in `problems` too."""

    def get(self, kind: str, record_id: str) -> Record | None:
        """Return a record, if it is there and valid."""
        loaded = self.loaded.get((kind, record_id))
        return loaded.record if loaded is not None else None

    def of(self, model: type[R]) -> Iterator[R]:
        """Yield the valid records of a kind, by id."""
        kind = next(name for name, known in KINDS.items() if known.model is model)
        return (cast("R", each.record) for key, each in self.loaded.items() if key[0] == kind and each.record)

    @property
    def policy(self) -> Policy | None:
        """The policy, if there is a valid one."""
        policy = self.get("policy", "policy")
        return policy if isinstance(policy, Policy) else None


def load(project: Path, *, progress: Progress | None = None) -> Records:
    """Return the records of a project with every problem in and between them; a missing `data/` is empty.

    Never raises for anything that a user can have written there.
    """
    folder = project / FOLDER
    if not folder.is_dir():
        return Records({})
    with _without_collecting():
        records = _load(folder, progress)
    policy = records.loaded.get(("policy", "policy"))
    place = policy.place(("terms",)) if policy else Place(f"{FOLDER}/policy.yml")
    aside = read_aside(project, FOLDER, policy.plain.get("terms") if policy else None, place)
    said = {problem.place.file for problem in aside.problems if problem.code == TERMS_MISNAMED.code}
    others = (problem for problem in records.problems if problem.place.file not in said)
    return replace(records, problems=in_order([*others, *aside.problems]), aside=aside)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Keep Python from looking for garbage: all that is read stays, and the looking takes as long again."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(folder: Path, progress: Progress | None) -> Records:
    """Return the records in a folder that exists."""
    files, problems = _files(folder)
    linked, told = _linked_folders(folder)
    problems += told
    loaded: dict[Key, Loaded] = {}
    unread = [name_for_messages(path, folder) for _, _, path in linked]
    for count, (kind, record_id, path) in enumerate(files, 1):
        reading = read_file(path, folder)
        problems += reading.problems
        if reading.node is None:
            unread.append(name_for_messages(path, folder))
        else:
            each, found = _loaded(kind, record_id, reading.node, name_for_messages(path, folder))
            said = {problem.place.line for problem in reading.problems}
            problems += (problem for problem in found if problem.place.line not in said)
            loaded[kind.name, record_id] = each if not errors(reading.problems) else _without_record(each)
        if progress is not None:
            progress(count, len(files))
    valid = {key: each.record for key, each in loaded.items() if each.record is not None}
    keys = {(kind.name, record_id) for kind, record_id, _ in [*files, *linked]}

    def locate(key: Key, path: FieldPath) -> Place:
        kind, record_id = key
        known = loaded.get(key)
        return known.place(path) if known else Place(f"{FOLDER}/{KINDS[kind].path_of(record_id)}")

    walked = references.walk(valid)
    known = references.known_ids(keys, walked)
    between = references.check(keys, valid, walked, known, locate)
    for key, each in loaded.items():
        if each.record is None:
            problems += references.check_invalid(key, KINDS[each.kind].model, each.plain, known, locate)
    wrong = {problem.place.file for problem in errors(between)}
    loaded = {key: _without_record(each) if each.file in wrong else each for key, each in loaded.items()}
    return Records(loaded, in_order([*problems, *between]), tuple(unread), folder)


def _files(folder: Path) -> tuple[list[tuple[Kind, str, Path]], list[Problem]]:
    """Return the files that should hold records, in the order of kinds, and what else stands there."""
    files: list[tuple[Kind, str, Path]] = []
    problems: list[Problem] = []
    for kind in KINDS.values():
        if kind.single:
            path = folder / f"{kind.name}.yml"
            if path.exists() or path.is_symlink():
                files.append((kind, kind.name, path))
            elif kind.required:
                place = Place(name_for_messages(path, folder))
                problems.append(messages.SINGLE_MISSING.at(place, kind=kind.name))
            continue
        for path in _standing_in(folder / kind.name, folder):
            if path.is_dir() and not path.is_symlink():
                problems.append(messages.UNKNOWN_DATA_FILE.at(Place(name_for_messages(path, folder))))
            else:
                files.append((kind, path.name.removesuffix(".yml"), path))
    folders = [kind.name for kind in KINDS.values() if not kind.single]
    singles = [f"{kind.name}.yml" for kind in KINDS.values() if kind.single]
    for path in _standing_in(folder, folder):
        place = Place(name_for_messages(path, folder))
        if path.is_dir() and path.name not in {*folders, PENDING, FILES}:
            problems.append(messages.UNKNOWN_FOLDER.at(place, kinds=", ".join(folders)))
        elif not path.is_dir() and path.name not in {*singles, SIGNED_FILES, TAKEN_DOWN, TERMS, DECISIONS}:
            problems.append(messages.UNKNOWN_DATA_FILE.at(place))
    return files, problems


def _linked_folders(data: Path) -> tuple[list[tuple[Kind, str, Path]], list[Problem]]:
    """Return the records of folders that lie outside `data/`, which are not read, and what to say."""
    files: list[tuple[Kind, str, Path]] = []
    problems: list[Problem] = []
    for kind in KINDS.values():
        folder = data / kind.name
        if not kind.single and leads_outside(folder, data):
            problems.append(FOLDER_OUTSIDE.at(Place(name_for_messages(folder, data))))
            files += ((kind, path.stem, path) for path in sorted(folder.glob("*.yml")))
    return files, problems


def _standing_in(folder: Path, data: Path) -> list[Path]:
    """Return what stands in a folder of `data/`, if it is one, but for what computers leave there."""
    standing = sorted(folder.iterdir()) if folder.is_dir() and not leads_outside(folder, data) else ()
    return [path for path in standing if not is_left_behind(path.name) or not _is_plain(path)]


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _loaded(kind: Kind, record_id: str, node: nodes.Mapping, file: str) -> tuple[Loaded, list[Problem]]:
    """Return what a file holds and what is wrong with its values."""
    written = nodes.plain(node)
    plain: dict[str, Any] = dict(written) if isinstance(written, dict) else {}
    problems: list[Problem] = []
    entry = node.entry("id")
    if entry is not None:
        place = Place(file, entry.line, entry.column, ("id",))
        problems.append(messages.ID_IN_FILE.at(place))
    plain["id"] = record_id
    record, found = validate(kind, plain, node, file)
    problems += found
    return Loaded(kind.name, record_id, file, plain, node, None if errors(problems) else record), problems


def _without_record(loaded: Loaded) -> Loaded:
    """Return a loaded file whose record must not be used."""
    return Loaded(loaded.kind, loaded.id, loaded.file, loaded.plain, loaded.node, None)
