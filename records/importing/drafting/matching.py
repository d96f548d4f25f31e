"""Actions that are printed twice, in the minute of an item and in a table at the end, made into one."""
# ruff: noqa: SIM905 (a list of words reads better as one text)

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from records.importing import import_messages as messages
from records.importing.drafting.prose import inline, wrapped
from records.importing.drafting.questions import Question
from records.importing.recognising.minuting import Minute, Placed
from records.importing.recognising.outlines import Section
from records.importing.recognising.tasks import Task

ALIKE = 0.5
"""How many of the words of the shorter wording the longer one must share."""

_COMMON = frozenset("the a an to of and for in on with be is are will by that this it as at from".split())


def matched(minutes: Sequence[Minute], sections: Sequence[Section]) -> tuple[list[Minute], list[Question]]:
    """Return the minutes with each action once, its second wording kept, and a question where they differ."""
    found = list(minutes)
    questions: list[Question] = []
    for at, section in enumerate(sections):
        if not found[at].actions or not _is_list(section, found[at]):
            continue
        kept: list[Task] = []
        for task in found[at].actions:
            place = _twin(task, found[:at])
            if place is None:
                kept.append(task)
                continue
            item, number = place
            first = found[item].actions[number]
            joined = _joined(first, task)
            actions = (*found[item].actions[:number], joined, *found[item].actions[number + 1 :])
            found[item] = replace(found[item], actions=actions)
            if _words(first) != _words(task):
                words = f"\u201c{_short(first)}\u201d and \u201c{_short(task)}\u201d"
                spots = (first.spot, task.spot)
                proposal = "The wording of the item stands first."
                questions.append(Question(messages.TWO_WORDINGS, spots, words, proposal, ("items",)))
        text = tuple(part for part in found[at].text if not isinstance(part, Placed))
        found[at] = replace(found[at], actions=tuple(kept), text=text)
    return found, questions


def _is_list(section: Section, minute: Minute) -> bool:
    """Return whether a section is a list of all actions, and not the minute of an item."""
    tables = all(task.form == "table" for task in minute.actions)
    named = re.match(r"(?:summary of |list of )?actions?\b", section.title, re.IGNORECASE) is not None
    return tables or named


def _twin(task: Task, earlier: Sequence[Minute]) -> tuple[int, int] | None:
    """Return where the same action stands: with its number and like words, or nearly all of its words."""
    best: tuple[float, int, int] | None = None
    for item, minute in enumerate(earlier):
        for number, other in enumerate(minute.actions):
            if other.form == "table":
                continue
            score = _likeness(task, other) + (0.3 if task.label and task.label == other.label else 0)
            if score >= ALIKE and (best is None or score > best[0]):
                best = (score, item, number)
    return (best[1], best[2]) if best else None


def _likeness(one: Task, other: Task) -> float:
    first, second = set(_words(one)) - _COMMON, set(_words(other)) - _COMMON
    return len(first & second) / min(len(first), len(second)) if first and second else 0


def _words(task: Task) -> list[str]:
    return re.findall(r"[^\W_]+", task.text.lower())


def _short(task: Task) -> str:
    words = task.text.split()
    return " ".join(words[:7]) + (" \u2026" if len(words) > 7 else "")


def _joined(first: Task, second: Task) -> Task:
    """Return one action of two wordings; what only the second tells is added."""
    also = wrapped(inline(second.runs)) if _words(first) != _words(second) else ""
    return replace(
        first,
        label=first.label or second.label,
        owners=first.owners or second.owners,
        due=first.due or second.due,
        due_words=first.due_words or second.due_words,
        status=first.status or second.status,
        status_words=first.status_words or second.status_words,
        also=(*first.also, also) if also else first.also,
        note=first.note or second.note,
        implied=False,
    )
