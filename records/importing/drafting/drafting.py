"""The draft of a meeting: plain values in the order of the document, with the questions that stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from records.importing.drafting.prose import escaped, inline, plain_line, prose, wrapped
from records.importing.paragraphs.blocks import Block, Run, Table
from records.importing.recognising.minuting import Minute, Placed
from records.importing.recognising.outlines import Section
from records.importing.recognising.resolutions import Resolution
from records.importing.recognising.rosters import Meant, Roster, people_meant
from records.importing.recognising.tasks import Task
from records.starting import id_from

Values = dict[str, Any]
"""Keys with texts, lists and values of their own, in the order in which they are written."""


@dataclass
class Ids:
    """The ids that a draft has given out."""

    taken: set[str]

    def new(self, wanted: str) -> str:
        """Return an id that no other part has, as near to the wanted one as it can be."""
        base = id_from(wanted)[:40].strip("-") or "part"
        found, more = base, 1
        while found in self.taken:
            more += 1
            found = f"{base}-{more}"
        self.taken.add(found)
        return found

    def next(self, letter: str) -> str:
        """Return the next id of a series: `a1`, `a2`."""
        number = 1
        while f"{letter}{number}" in self.taken:
            number += 1
        return self.new(f"{letter}{number}")


def item_values(section: Section, minute: Minute, roster: Roster, ids: Ids, parent: str) -> Values:
    """Return the values of an item without the items under it; `parent` is the id of that above it."""
    values: Values = {"id": ids.new(_id_of(section, parent))}
    if section.label:
        values["label"] = section.label
    values["title"] = plain_line(section.title)[:1000].rstrip(" :") or "Item"
    actions = [_action(task, roster, ids) for task in minute.actions]
    decisions = [_decision(found, ids) for found in minute.decisions]
    text = prose(list(_text_parts(minute, actions, decisions)))
    links = _title_link(section)
    if links:
        text = f"{links}\n\n{text}" if text else links
    if text:
        values["text"] = text
    elif not (minute.actions or minute.decisions or minute.updates):
        values["content"] = "heading-only"
    if minute.updates:
        values["updates"] = [_update(task, roster) for task in minute.updates]
    if minute.files:
        values["papers"] = [{"id": ids.new("paper"), "title": plain_line(name)} for name, _ in minute.files]
    if decisions:
        values["decisions"] = decisions
    if actions:
        values["actions"] = actions
    if minute.notes:
        values["notes_after"] = [{"text": wrapped(inline(block.runs))} for block in minute.notes]
    return values


def _id_of(section: Section, parent: str) -> str:
    """Return the id an item should have: by its number, which says nothing that could be confidential."""
    if not section.label:
        return _known_id(section.title)
    within = parent and "." not in section.label
    return f"{parent}-{section.label}" if within else f"item-{section.label}"


_KNOWN_TITLES = (
    (r"any other (?:urgent )?business|aob|a\.o\.b", "other-business"),
    (r"matters arising", "matters-arising"),
    (r"(?:date|time|venue).* of .*(?:next|future)|next meetings?|future meetings?", "next-meeting"),
    (r"apologies|welcome|introductions", "welcome"),
    (r"action log|actions", "actions"),
    (r"minutes", "last-minutes"),
    (r"close", "close"),
    (r"declarations?", "declarations"),
)


def _known_id(title: str) -> str:
    """Return the id of an item without a number: a word for what every meeting has, else none that tells."""
    return next((name for form, name in _KNOWN_TITLES if re.match(form, title, re.IGNORECASE)), "part-1")


def _title_link(section: Section) -> str:
    """Return the links in a heading, which is one line without Markdown."""
    found = [run.link for run in section.runs if run.link]
    return "\n\n".join(
        dict.fromkeys(inline((run,)) for run in section.runs if run.link in found and run.link)
    )


def _text_parts(
    minute: Minute, actions: Sequence[Values], decisions: Sequence[Values]
) -> Iterator[Block | Table | str]:
    for part in minute.text:
        if isinstance(part, Placed):
            known = actions if part.kind == "action" else decisions
            yield f"[[{part.kind} {known[part.at]['id']}]]"
        else:
            yield part


def parties(words: Iterable[str], roster: Roster) -> list[Any]:
    """Return owners as records write them: an id, or the name as printed."""
    found: list[Any] = []
    for one in _meant(words, roster):
        value: Any = one.party["who"] if "who" in one.party else {"name": plain_line(one.party["name"])}
        if value not in found:
            found.append(value)
    return found


def _meant(words: Iterable[str], roster: Roster) -> Iterator[Meant]:
    for each in words:
        yield from people_meant(each, roster)


def _action(task: Task, roster: Roster, ids: Ids) -> Values:
    values: Values = {"id": ids.new(f"a{task.label}") if task.label else ids.next("a")}
    if task.label:
        values["label"] = task.label
    values["text"] = _words(task.runs)
    if task.also:
        values["also_printed"] = list(task.also)
    owners = parties(task.owners, roster)
    if owners:
        values["owners"] = owners
    if task.due:
        values["due"] = task.due
    if task.due_words:
        values["due_words"] = plain_line(task.due_words)
    if task.status and task.status not in {"open", "no-update"}:
        values["status"] = task.status
    if task.status_words and task.status:
        values["status_words"] = plain_line(task.status_words)
    if task.implied:
        values["implied"] = "yes"
    if task.note:
        values["text"] += f"\n\n{wrapped(escaped(task.note))}"
    return values


def _words(runs: Sequence[Run]) -> str:
    return wrapped(inline(runs)) or "\u2013"


def _update(task: Task, roster: Roster) -> Values:
    values: Values = {}
    known = roster.known.actions.get(task.label, ()) if task.label else ()
    if len(known) == 1:
        values["action"] = known[0]
    if task.label:
        values["label"] = task.label
    values["text"] = _words(task.runs)
    owners = parties(task.owners, roster)
    if owners:
        values["owners"] = owners
    values["status"] = task.status or "open"
    if task.status_words:
        values["status_words"] = plain_line(task.status_words)
    if task.note:
        values["note"] = wrapped(escaped(task.note))
    return values


def _decision(found: Resolution, ids: Ids) -> Values:
    values: Values = {"id": ids.new(f"d{found.label}") if found.label else ids.next("d")}
    if found.label:
        values["label"] = found.label
    if found.kind:
        values["kind"] = found.kind
    values["text"] = _words(found.runs)
    if found.reference:
        values["reference"] = found.reference
    if found.vote:
        values["vote"] = dict(found.vote)
    if found.implied:
        values["implied"] = "yes"
    return values
