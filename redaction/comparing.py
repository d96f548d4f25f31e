"""Comparing two public records: whether the newer one tells the public less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from editions.downloads import files_named_in

SAYING = frozenset({"withheld", "withheld_fields"})
"""Fields that say what is withheld. Where they are gone, more is told."""

_NOTICE = re.compile(r"\[\[withheld ([a-z0-9-]+)\]\]")
_STEP = re.compile(r"\[\[withheld [a-z0-9-]+\]\]|\w+")

_NEAR = 8
"""Words on each side of a notice. Where all are as they were, it hides what it hid before."""


def withholds_more(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> bool:
    """Return whether a later public record withholds anything that an earlier one showed.

    That is so when it has more notices of some reason, when words are gone from a text in which a notice now
    stands between other words, or when something is gone without a notice: a part, a field, a member of a
    list, or a file, which may have been replaced because of what it shows. Words that were merely rewritten
    are a correction. In doubt it is so.
    """
    more = Counter(_notices(later)) - Counter(_notices(earlier))
    files = files_named_in(earlier).items() - files_named_in(later).items()
    return bool(more or files) or _is_less(earlier, later)


PRINTED = frozenset({"person", "post", "organization", "group", "all"})
"""The kinds of what is printed by name, whose id is that of another record."""


def is_part(value: Any) -> bool:
    """Return whether plain public values are a part of a record with an id of its own."""
    return (
        isinstance(value, Mapping) and isinstance(value.get("id"), str) and value.get("kind") not in PRINTED
    )


def _notices(value: Any) -> Iterator[str]:
    """Yield the reason of each notice in plain public values."""
    if isinstance(value, str):
        yield from _NOTICE.findall(value)
    elif isinstance(value, Mapping):
        withheld = value.get("withheld")
        if isinstance(withheld, Mapping):
            yield f"{withheld.get('what')} {withheld.get('reason')}"
        for each in value.get("withheld_fields", ()):
            yield f"field {each.get('field')} {each.get('reason')}"
        for inner in value.values():
            yield from _notices(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _notices(inner)


def _is_less(earlier: Any, later: Any) -> bool:
    """Return whether anything of some plain public values is gone from later ones."""
    if isinstance(earlier, Mapping):
        return (
            not isinstance(later, Mapping)
            or bool(_says(later) - _says(earlier))
            or any(
                name not in later or _is_less(value, later[name])
                for name, value in earlier.items()
                if name not in SAYING
            )
        )
    if isinstance(earlier, list):
        return not isinstance(later, list) or _is_list_less(earlier, later)
    return isinstance(earlier, str) and isinstance(later, str) and _hides_words(earlier, later)


def _says(unit: Mapping[str, Any]) -> Counter[str]:
    """Return what a unit says of itself as withheld, without what stands in it."""
    return Counter(_notices({name: unit[name] for name in SAYING if name in unit}))


def _hides_words(earlier: str, later: str) -> bool:
    """Return whether words are gone from a text that has a notice where it had not this one.

    A mark that was made wider leaves as many notices as before, beside other words.
    """
    if _NOTICE.search(later) is None or not _placed(later) - _placed(earlier):
        return False
    before, after = (Counter(_STEP.findall(_NOTICE.sub(" ", text).casefold())) for text in (earlier, later))
    return bool(before - after)


def _placed(text: str) -> Counter[tuple[str, ...]]:
    """Return each notice of a text together with the words near it."""
    steps = _STEP.findall(text)
    return Counter(
        tuple(steps[max(0, at - _NEAR) : at + _NEAR + 1])
        for at, step in enumerate(steps)
        if _NOTICE.fullmatch(step)
    )


def _is_list_less(earlier: list[Any], later: list[Any]) -> bool:
    """Return whether a member of a list is gone: parts are known by id, others by sameness, or by number."""
    parts = {value["id"]: value for value in later if is_part(value)}
    if any(
        value["id"] not in parts or _is_less(value, parts[value["id"]]) for value in earlier if is_part(value)
    ):
        return True
    before = [value for value in earlier if not is_part(value)]
    after = [value for value in later if not is_part(value)]
    for value in tuple(before):
        if value in after:
            before.remove(value)
            after.remove(value)
    return len(before) > len(after) or any(map(_is_less, before, after))
