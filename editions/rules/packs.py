"""The packs of rules that come with the software, read strictly from the files in `law/`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

from editions.fields import ID
from editions.rules.rule import Rule

FOLDER = Path(__file__).parent / "law"

_Id = Annotated[str, StringConstraints(pattern=rf"\A{ID}\z", max_length=80)]
_Day = Annotated[str, StringConstraints(pattern=r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
_Words = Annotated[str, StringConstraints(min_length=3, max_length=400)]
_List = Annotated[
    tuple[_Id, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
]
_Confidence = Literal["verified", "secondary", "unverified"]


class _Strict(BaseModel):
    """The base of what stands in a pack: an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class _WrittenRule(_Strict):
    """A rule as it is written in a pack; what it leaves out is taken from the pack."""

    id: _Id
    words: _Words
    paragraph: _Words
    level: Literal["must", "should", "may"]
    test: _Id
    confidence: _Confidence | None = None
    since: _Day | None = None
    until: _Day | None = None
    about: _List = ()
    kinds: _List = ()
    limit: int | None = None


class _WrittenPack(_Strict):
    """A file in `law/`."""

    title: _Words
    source: _Words
    address: Annotated[str, StringConstraints(pattern=r"\Ahttps://[^\s]+\z")]
    kind: Literal["statute", "regulations", "guidance", "practice"]
    partnerships: _List
    since: _Day | None = None
    until: _Day | None = None
    confidence: _Confidence
    note: _Words | None = None
    rules: tuple[_WrittenRule, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """Rules out of one source, for a kind of partnership and a time."""

    id: str
    title: str
    partnerships: tuple[str, ...]
    """The kinds of partnership that it is for: `children`, `adults`."""
    rules: tuple[Rule, ...]
    note: str | None = None
    """What to know before the pack is switched on."""


@cache
def packs() -> tuple[Pack, ...]:
    """Return the packs by the names of their files. Raises ValueError for a file with mistakes."""
    return tuple(read_pack(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.yml")))


def read_pack(name: str, text: str) -> Pack:
    """Return the pack in the text of a file. Raises ValueError, or an error of YAML, for anything else."""
    written = _WrittenPack.model_validate(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506  # It makes texts only.
    return Pack(
        id=name,
        title=written.title,
        partnerships=written.partnerships,
        rules=tuple(_rule(written, each) for each in written.rules),
        note=written.note,
    )


def _rule(pack: _WrittenPack, rule: _WrittenRule) -> Rule:
    return Rule(
        id=rule.id,
        words=rule.words,
        source=pack.source,
        paragraph=rule.paragraph,
        level=rule.level,
        test=rule.test,
        kind=pack.kind,
        confidence=rule.confidence or pack.confidence,
        since=rule.since or pack.since or "",
        until=rule.until or pack.until or "",
        address=pack.address,
        about=rule.about,
        kinds=rule.kinds,
        limit=rule.limit,
    )
