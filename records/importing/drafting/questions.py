"""Questions that an import leaves: what could be read in two ways, where, and a proposal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from problems import Wording
from records.importing import import_messages as messages
from records.importing.paragraphs.blocks import Spot

MOST_PLACES = 6
"""How many places one question lists."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that a person must settle."""

    wording: Wording
    """The kind of question, in words without any text of the document."""
    spots: tuple[Spot, ...]
    words: str
    """What stands in the source. It is confidential."""
    proposal: str
    """What the draft says until somebody decides."""
    at: tuple[str | int, ...] = ()
    """The key of the draft before which the question stands; none for the top."""


def grouped(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions with those of one kind joined, in the order of their first places."""
    kinds: dict[str, Question] = {}
    for question in questions:
        first = kinds.get(question.wording.code)
        if first is None:
            kinds[question.wording.code] = question
            continue
        kinds[question.wording.code] = Question(
            first.wording,
            (*first.spots, *question.spots),
            _with(first.words, question.words, "; "),
            _with(first.proposal, question.proposal, " "),
            first.at,
        )
    return tuple(kinds.values())


def _with(first: str, second: str, glue: str) -> str:
    """Return two texts as one, the second only if it is new."""
    return first if second in first else glue.join(filter(None, [first, second]))


def as_comment(number: int, question: Question) -> str:
    """Return a question as it stands in a comment of the draft."""
    known = [spot for spot in dict.fromkeys(question.spots) if spot.paragraph or spot.page]
    places = "; ".join(map(_place, known[:MOST_PLACES]))
    more = f" and {len(known) - MOST_PLACES} more" if len(known) > MOST_PLACES else ""
    where = f" ({places}{more})" if known else ""
    words = f" In the source: {question.words}." if question.words else ""
    return f"QUESTION {number}{where}: {question.wording.message}{words} {question.proposal}"


def _place(spot: Spot) -> str:
    return str(spot) if spot.paragraph else f"page {spot.page}"


KINDS = tuple(value for value in vars(messages).values() if isinstance(value, Wording))
"""Every wording of this room."""
