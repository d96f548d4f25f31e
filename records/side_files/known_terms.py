"""The file of known terms: names and words of which somebody knows that they must never be published.

It is private, and may lie outside the repository. No message quotes it.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from problems import Place, Problem, errors
from records.fields import Answer, Line, Model, Note, Private, one_or_more
from records.side_files import side_messages as messages
from records.validating import validate_model
from records.yaml_files import nodes
from records.yaml_files.files import read_anywhere

DEFAULT = "terms.yml"
"""The name of the file in `data/`, where it stands unless the policy names another place."""

FEWEST_SIGNS = 2
"""Letters and digits that a term has at least: anything shorter stands in every text."""

Sort = Literal["person", "family", "case", "place", "project"]


class KnownTerm(Model):
    """One name or word that must not be published, with the other words for the same."""

    name: Private[Line]
    """The full name, as it is usually written: of a person, the given names first."""

    sort: Private[Sort]
    """What it names, which decides in what other forms it is searched for."""

    aliases: Private[Annotated[tuple[Line, ...], one_or_more()]] = ()
    """Other names for the same: nicknames, earlier names, spellings."""

    note: Private[Note | None] = None
    """A note for the office."""

    ask: Private[Answer] = False
    """Whether each of its forms may mean something else, so that a person is asked about it."""

    @model_validator(mode="after")
    def _has_letters(self) -> Self:
        if any(sum(map(str.isalnum, name)) < FEWEST_SIGNS for name in (self.name, *self.aliases)):
            raise PydanticCustomError("term_too_short", "too short", {"fewest": FEWEST_SIGNS})
        return self


class KnownTerms(Model):
    """Every known term."""

    terms: Private[tuple[KnownTerm, ...]] = ()
    """The terms."""


def read_terms(path: Path, name: str = "") -> tuple[KnownTerms, tuple[Problem, ...]]:
    """Return the terms in a file, and everything that is wrong with it; with an error there are no terms.

    `name` is what messages call the file; without one, they call it by its own name. Never raises for what
    can stand there, nor for a file that is missing.
    """
    label = name or Place(path.name).file
    reading = read_anywhere(path, label)
    if reading is None:
        return KnownTerms(), (messages.TERMS_UNREADABLE.at(Place(label)),)
    if reading.node is None:
        return KnownTerms(), reading.problems
    found, problems = validate_model(KnownTerms, nodes.plain(reading.node), reading.node, label)
    every = (*reading.problems, *problems)
    return (found if found is not None and not errors(every) else KnownTerms()), every
