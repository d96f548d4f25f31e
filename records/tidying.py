"""Tidying a record: its layout, its invisible signs, its missing ids; never a word of it.

decisions/tidying.md has why. Nothing here writes to the disk.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher, unified_diff

from problems import Place, Problem, errors
from records import tidying_messages as messages
from records.fields import Model, Written
from records.kind import Kind
from records.shapes import Path, holding, model_at, shapes_of
from records.starting import id_from
from records.validating import place_in, validate
from records.yaml_files import nodes, reading_messages
from records.yaml_files.characters import clean
from records.yaml_files.comments import after_space, outside
from records.yaml_files.nodes import Entry, Mapping, Node, Sequence, Text, plain
from records.yaml_files.reading import read
from records.yaml_files.trees import build
from records.yaml_files.wrapping import WIDTH, wrapped
from records.yaml_files.writing import STEP, Beside, Comment, written

QUOTATION_MARKS = "\u201c\u201d\u2018\u2019\u201e\u201a\u00ab\u00bb"
FOLDED = frozenset(
    each.code
    for each in (reading_messages.SPECIAL_SPACE, reading_messages.SOFT_HYPHEN, reading_messages.TAB_IN_TEXT)
)
WORDS_OF_AN_ID = 4


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file as it should be, and what was done to it."""

    content: bytes
    """The same bytes where nothing is to be done, or nothing can be."""

    changes: tuple[Problem, ...] = ()
    """What is different. Ids that are added stand in `private_text`: they may be made of words of a title."""

    problems: tuple[Problem, ...] = ()
    """Why it was left as it is."""


def tidy(raw: bytes, file: str, kind: Kind, *, wraps: bool = False) -> Tidied:
    """Return the bytes of a record tidied, for any bytes at all.

    Strict reading gives the same values before and after, but for ids that were missing and printed quotation
    marks around what is no text. With `wraps` long lines of prose under `|` are broken too; Markdown reads a
    break there as a space, but the public values then hold it.
    """
    reading = read(raw, file)
    if reading.node is None or errors(reading.problems):
        found = (*errors(reading.problems), messages.NOT_READ.at(Place(file)))
        return Tidied(raw, problems=found)
    text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    cleaned = clean(text, file).text
    node, unquoted = _unquoted(reading.node, kind, file)
    node, ids = _with_ids(node, kind, file)
    if wraps:
        node = _wrapped(node, kind.model, (), 0)
    content = written(node, _beside(cleaned, file)).encode()
    if not _is_same(content, cleaned, node, file):
        return Tidied(raw, problems=(messages.NOT_SAFE.at(Place(file)),))
    changes = [*unquoted, *ids]
    folded = [each for each in reading.problems if each.code in FOLDED]
    if folded:
        lines = ", ".join(f"line {each.place.line}" for each in folded)
        changes.append(messages.SIGNS_FOLDED.at(Place(file), lines=lines))
    lines_changed, of = _changed_lines(cleaned, content.decode())
    if lines_changed:
        shown = "\n".join(unified_diff(cleaned.splitlines(), content.decode().splitlines(), n=1, lineterm=""))
        changes.append(messages.LAID_OUT.at(Place(file), private_text=shown, lines=lines_changed, of=of))
    if not changes and content != raw:  # Line ends only.
        changes.append(messages.LAID_OUT.at(Place(file), lines=of, of=of))
    return Tidied(content, tuple(changes))


def _is_same(content: bytes, before: str, node: Mapping, file: str) -> bool:
    """Return whether a file holds just these values, and every comment that there was."""
    after = read(content, file)
    return (
        after.node is not None
        and not after.problems
        and plain(after.node) == plain(node)
        and sorted(_comments(content.decode(), file)) == sorted(_comments(before, file))
    )


def _comments(text: str, file: str) -> list[str]:
    return [comment.text for comment in _beside(text, file).comments]


def _beside(text: str, file: str) -> Beside:
    """Return the comments and the empty lines of a text that strict reading accepts."""
    tree = build(text, file)
    lines = text.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    signs = frozenset(outside(after_space(text, "#"), text, tree))
    comments = tuple(
        Comment(number, len(line) - len(line.lstrip(" ")), line.strip())
        for number, (line, start) in enumerate(zip(lines, starts, strict=False), 1)
        if line.lstrip(" ").startswith("#") and start + len(line) - len(line.lstrip(" ")) in signs
    )
    gaps = frozenset(number + 1 for number, line in enumerate(lines, 1) if not line.strip())
    return Beside(comments, gaps)


def _changed_lines(before: str, after: str) -> tuple[int, int]:
    """Return how many lines of a text are not as they were, and how many it has."""
    old, new = before.splitlines(), after.splitlines()
    same = sum(block.size for block in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks())
    return max(len(old), len(new)) - same, len(old)


def _texts(node: Node, path: Path = ()) -> Iterator[tuple[Path, Text]]:
    if isinstance(node, Text):
        yield path, node
    elif isinstance(node, Sequence):
        for position, item in enumerate(node.items):
            yield from _texts(item, (*path, position))
    else:
        for entry in node.entries:
            yield from _texts(entry.value, (*path, entry.key))


def _unquoted(node: Mapping, kind: Kind, file: str) -> tuple[Mapping, list[Problem]]:
    """Return values without printed quotation marks around keys, and around values that are wrong with them.

    Around a text they are words of it, and stay.
    """
    bare, keys = _keys_unquoted(node)
    assert isinstance(bare, Mapping)  # noqa: S101  # says what holds: a mapping stays one
    node = bare
    wrong = {(each.place.line, each.place.column) for each in _problems(node, kind, file)}
    candidates = {
        path: _bare(text.value)
        for path, text in _texts(node)
        if (text.line, text.column) in wrong and _bare(text.value) not in {"", text.value}
    }
    tried = _replaced(node, candidates)
    still = {(each.place.line, each.place.column) for each in _problems(tried, kind, file)}
    good = {path: value for path, value in candidates.items() if nodes.position_of(node, path) not in still}
    places = [place_in(node, path, file) for path in good]
    places += [Place(file, entry.line, entry.column) for entry in keys]
    return _replaced(node, good), [messages.MARKS_OFF.at(place) for place in places]


def _problems(node: Mapping, kind: Kind, file: str) -> list[Problem]:
    values = plain(node)
    return validate(kind, {**values, "id": "x"} if isinstance(values, dict) else {}, node, file)[1]


def _bare(text: str) -> str:
    return text.strip().strip(QUOTATION_MARKS).strip()


def _keys_unquoted(node: Node) -> tuple[Node, list[Entry]]:
    """Return values without printed quotation marks around keys, and the entries that had them."""
    if isinstance(node, Text):
        return node, []
    if isinstance(node, Sequence):
        done = [_keys_unquoted(item) for item in node.items]
        items = tuple(item for item, _ in done)
        return replace(node, items=items), [entry for _, found in done for entry in found]
    entries: list[Entry] = []
    changed: list[Entry] = []
    for entry in node.entries:
        value, found = _keys_unquoted(entry.value)
        bare = _bare(entry.key)
        is_new = bare not in {"", entry.key} and node.entry(bare) is None
        entries.append(replace(entry, key=bare if is_new else entry.key, value=value))
        changed += [*found, *([entry] if is_new else [])]
    return replace(node, entries=tuple(entries)), changed


def _replaced(node: Mapping, values: dict[Path, str]) -> Mapping:
    """Return a mapping with other texts at some places."""
    found = _changed(node, (), values) if values else node
    assert isinstance(found, Mapping)  # noqa: S101  # says what holds: a mapping stays one
    return found


def _changed(node: Node, path: Path, values: dict[Path, str]) -> Node:
    if isinstance(node, Text):
        return replace(node, value=values[path], style="") if path in values else node
    if isinstance(node, Sequence):
        items = (_changed(item, (*path, at), values) for at, item in enumerate(node.items))
        return replace(node, items=tuple(items))
    entries = (
        replace(entry, value=_changed(entry.value, (*path, entry.key), values)) for entry in node.entries
    )
    return replace(node, entries=tuple(entries))


def _with_ids(node: Mapping, kind: Kind, file: str) -> tuple[Mapping, list[Problem]]:
    """Return values with an id for each part that needs one and has none."""
    taken = {text.value for path, text in _texts(node) if path[-1] == "id"}
    added: list[Problem] = []

    def walk(here: Node, path: Path, *, withheld: bool, hidden: bool) -> Node:
        if isinstance(here, Sequence):
            items = (
                walk(item, (*path, at), withheld=withheld, hidden=hidden)
                for at, item in enumerate(here.items)
            )
            return replace(here, items=tuple(items))
        if not isinstance(here, Mapping):
            return here
        withheld = withheld or here.entry("withhold") is not None or here.entry("withhold_fields") is not None
        entries = tuple(
            replace(
                entry,
                value=walk(
                    entry.value,
                    (*path, entry.key),
                    withheld=withheld,
                    hidden=hidden or (bool(path) and _is_withheld(here, entry.key)),
                ),
            )
            for entry in here.entries
        )
        found = replace(here, entries=entries)
        if not _lacks_id(found, path, kind.model):
            return found
        hidden = hidden or _said(_of(here, "withhold"), "what") == "concealed"
        name = _proposed(found, path, taken, withheld=withheld, hidden=hidden)
        taken.add(name)
        added.append(messages.ID_ADDED.at(place_in(node, path, file), private_text=name))
        first = found.entries[0]
        return replace(
            found, entries=(Entry("id", first.line, first.column, Text(name, first.line, 0)), *entries)
        )

    changed = walk(node, (), withheld=False, hidden=False)
    assert isinstance(changed, Mapping)  # noqa: S101  # says what holds: a mapping stays one
    return changed, added


def _lacks_id(node: Mapping, path: Path, model: type[Model]) -> bool:
    """Return whether this is a part in a list that needs an id, and has none."""
    if not path or not isinstance(path[-1], int) or not node.entries or node.entry("id") is not None:
        return False
    here = model
    for step in path:
        if isinstance(step, str) and step not in holding(here):
            return False
        here = model_at(here, (step,)) or here
    return any(shape.name == "id" and shape.required for shape in shapes_of(here))


def _of(node: Node | None, key: str) -> Node | None:
    """Return the value of a key, where there is one."""
    entry = node.entry(key) if isinstance(node, Mapping) else None
    return entry.value if entry is not None else None


def _said(node: Node | None, key: str) -> str:
    """Return the text of a key, empty without one."""
    value = _of(node, key)
    return value.value if isinstance(value, Text) else ""


def _is_withheld(node: Mapping, key: str) -> bool:
    """Return whether the public sees nothing of what stands under a key of a part."""
    return _of(node, "withhold") is not None or _of(_of(node, "withhold_fields"), key) is not None


def _proposed(node: Mapping, path: Path, taken: Collection[str], *, withheld: bool, hidden: bool) -> str:
    """Return an id that no part has: made of the title, or plainly counted where that may say too much.

    What nobody may know of is counted apart, as no number may be missing among those that the public sees.
    """
    title = node.entry("title")
    words = title.value.value if title is not None and isinstance(title.value, Text) else ""
    names = [step for step in path if isinstance(step, str)]
    short = names[-1][:1] if names[-1] in {"actions", "decisions"} else f"{names[-1].removesuffix('s')}-"
    if words and not withheld and "[" not in words:
        name = "-".join(id_from(words).split("-")[:WORDS_OF_AN_ID])
        if name and name not in taken:
            return name
        short = f"{name}-" if name else short
    series = f"{short}x" if hidden else short
    count = 1
    while f"{series}{count}" in taken:
        count += 1
    return f"{series}{count}"


def _wrapped(node: Mapping, model: type[Model], path: Path, depth: int) -> Mapping:
    """Return values with the long lines of prose under `|` broken."""

    def walk(here: Node, path: Path, depth: int) -> Node:
        if isinstance(here, Text):
            owner = model_at(model, path[:-1])
            name = next((step for step in reversed(path) if isinstance(step, str)), "")
            prose = owner is not None and any(
                shape.name == name and shape.written is Written.PROSE for shape in shapes_of(owner)
            )
            if not prose or here.style != "|":
                return here
            return replace(here, value=wrapped(here.value, WIDTH - depth * STEP))
        if isinstance(here, Sequence):
            items = (walk(item, (*path, at), depth + 1) for at, item in enumerate(here.items))
            return replace(here, items=tuple(items))
        entries = (
            replace(each, value=walk(each.value, (*path, each.key), depth + 1)) for each in here.entries
        )
        return replace(here, entries=tuple(entries))

    changed = walk(node, path, depth)
    assert isinstance(changed, Mapping)  # noqa: S101  # says what holds: a mapping stays one
    return changed
