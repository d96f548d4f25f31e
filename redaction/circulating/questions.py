"""Remarks of readers as comments in the record, each above the item that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from problems import Place, Problem, errors
from records.loading import Loaded
from records.yaml_files.nodes import plain
from records.yaml_files.reading import read
from records.yaml_files.wrapping import WIDTH
from redaction.circulating import circulating_messages as messages
from redaction.circulating.minutes import place_of_item
from redaction.circulating.returned import Remark


def asked(remarks: Iterable[Remark], loaded: Loaded) -> tuple[Problem, ...]:
    """Return each remark as a question at its item."""
    return tuple(
        (messages.QUESTION if each.sort == "comment" else messages.CHANGED).at(
            _place(each, loaded), private_text=_sentence(each)
        )
        for each in remarks
    )


def with_questions(raw: bytes, remarks: Iterable[Remark], loaded: Loaded) -> bytes | None:
    """Return the bytes of a record with a comment for each remark; None if that could change a value.

    A remark that stands there already is not written again.
    """
    text = raw.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    above: dict[int, list[str]] = {}
    for each in remarks:
        place = _place(each, loaded)
        at = max(place.line - 1, 0)
        line = lines[at] if at < len(lines) else ""
        indent = " " * (len(line) - len(line.lstrip(" ")) if each.item else 0)
        written = [f"{indent}# {part}" for part in wrap(_sentence(each), WIDTH - len(indent) - 2)]
        if not _stands(written, lines):
            above.setdefault(at, []).extend(written)
    result = []
    for at, line in enumerate(lines):
        result += [*above.get(at, ()), line]
    content = "\n".join(result).encode()
    after, before = read(content, loaded.file), read(raw, loaded.file)
    same = (
        after.node is not None and before.node is not None and plain(after.node) == plain(before.node)
    ) and not errors(after.problems)
    return content if same else None


def _place(remark: Remark, loaded: Loaded) -> Place:
    return place_of_item(loaded, remark.item) if remark.item else Place(loaded.file, 1)


def _sentence(remark: Remark) -> str:
    """Return a remark as the comment that stands in the record."""
    who = ", ".join(part for part in (remark.author, remark.day) if part)
    about = f" about \u201c{remark.about}\u201d" if remark.about else ""
    word = "comment" if remark.sort == "comment" else f"words {remark.sort} in Word"
    return f"QUESTION: {word}{f' by {who}' if who else ''}{about}: {remark.text}"


def _stands(written: list[str], lines: list[str]) -> bool:
    """Return whether these lines stand somewhere below each other."""
    wanted = [line.strip() for line in written]
    found = [line.strip() for line in lines]
    return any(found[at : at + len(wanted)] == wanted for at in range(len(found)))
