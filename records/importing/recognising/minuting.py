"""The minute of one item: its text, with the actions, decisions, news and notes found in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from records.importing.paragraphs.blocks import Block, Part, Run, Spot, Table, after, before
from records.importing.paragraphs.markers import label_of
from records.importing.recognising.outlines import Section
from records.importing.recognising.resolutions import (
    Resolution,
    listed_decision,
    marked_decision,
    opens_decisions,
    told_decisions,
)
from records.importing.recognising.rosters import Roster, people_meant
from records.importing.recognising.task_tables import task_columns, tasks_in, unread_cells
from records.importing.recognising.tasks import (
    Task,
    implied_actions,
    is_none,
    listed_action,
    margin_action,
    marked_action,
    opens_actions,
    status_in,
    trailing_owner,
)

_LOG = re.compile(
    r".*\b(?:action log|actions? (?:from|arising from|of) (?:the )?(?:last|previous)\b.*|outstanding "
    r"actions|matters arising|"
    r"previous actions|actions? (?:review|update|tracker)|review of (?:the )?actions|actions brought "
    r"forward|progress on actions|"
    r"action (?:points )?from (?:the )?(?:last|previous)\b.*)\b.*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\s*[*\[(]*(?P<word>post[- ]meeting note|post meeting update|after ?note|note after (?:the )?meeting|"
    r"(?:secretary|clerk|editor)'?s note|subsequent note|n\.?b\.?(?= post| after|\s*[:\u2013-].*after "
    r"the meeting)|update)\s*[*]*\s*[:\u2013-][*\s]*(?P<text>.+?)[\])]?\s*",
    re.IGNORECASE | re.DOTALL,
)
_FILE = re.compile(r"(?P<name>\S[^\n|<>]{0,118}\.(?:docx?|pdf|xlsx?|pptx?|msg|odt|zip))\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Placed:
    """A mark in a text: the action or decision of this number stands there."""

    kind: str
    at: int


@dataclass(frozen=True, slots=True)
class Minute:
    """What stands under the heading of an item."""

    text: tuple[Part | Placed, ...] = ()
    actions: tuple[Task, ...] = ()
    decisions: tuple[Resolution, ...] = ()
    updates: tuple[Task, ...] = ()
    notes: tuple[Block, ...] = ()
    """Notes written after the meeting."""
    files: tuple[tuple[str, Spot], ...] = ()
    """Names of files that stand in the text by themselves."""


@dataclass(frozen=True, slots=True)
class _State:
    """What was read so far, and what the lines to come are taken for."""

    minute: Minute = field(default_factory=Minute)
    mode: str = ""
    """`actions`, `log` or `decisions` while such a list is open."""
    word: str = ""


def minute_of(section: Section, roster: Roster) -> Minute:
    """Return what stands under the heading of an item."""
    log = _LOG.fullmatch(section.title) is not None
    listed = opens_actions(section.title) or re.match(
        r"(?:new )?actions?\b|summary of actions", section.title, re.IGNORECASE
    )
    state = _State(mode="log" if log else "actions" if listed else "")
    pieces = (piece for part in _rejoined(_with_own_margin(section)) for piece in _apart(part))
    for part in pieces:
        state = _with_table(state, part) if isinstance(part, Table) else _with_block(state, part, roster)
    return state.minute


def _with_own_margin(section: Section) -> tuple[Part, ...]:
    """Return the parts of an item; what stands beside its heading stands beside its first paragraph."""
    first = section.parts[0] if section.parts else None
    if not section.margin:
        return section.parts
    if isinstance(first, Block) and not first.margin:
        return (replace(first, margin=section.margin), *section.parts[1:])
    return (Block((Run(section.margin),), section.spot), *section.parts)


_WITHIN = re.compile(
    r"(?<=[.;!?)\]])\s+(?=[*\[(]*(?:Action|ACTION|Actions|ACTIONS)(?: (?i:points?|items?))?(?: "
    r"?\d[\d.]*)?\s*[*]*\s*[:\u2013])"
)


def _apart(part: Part) -> Iterator[Part]:
    """Yield a paragraph in pieces where an action begins within it; rule `within a paragraph`."""
    found = _WITHIN.search(part.text) if isinstance(part, Block) else None
    if found is None or not isinstance(part, Block):
        yield part
        return
    yield replace(part, runs=before(part.runs, found.start()), margin="")
    depth = part.depth if part.depth >= 0 else -1
    yield from _apart(replace(part, runs=after(part.runs, found.end()), number="", depth=depth))


def _rejoined(parts: Sequence[Part]) -> Iterator[Part]:
    """Yield the parts, with a file's name that was broken over two lines joined."""
    held: Block | None = None
    for part in parts:
        if held is not None:
            whole = f"{held.text} {part.text}" if isinstance(part, Block) else ""
            if isinstance(part, Block) and _FILE.fullmatch(whole) and _FILE.fullmatch(part.text) is not None:
                yield replace(held, runs=(Run(whole),))
                held = None
                continue
            yield held
            held = None
        if isinstance(part, Block) and re.fullmatch(r"[\w-]*\d{5,}[\w -]{0,60}", part.text):
            held = part
            continue
        yield part
    if held is not None:
        yield held


def _with_table(state: _State, table: Table) -> _State:
    """Return the state after a table: one of actions is read, another stays a table."""
    minute = state.minute
    columns = task_columns(table)
    if not columns:
        return _State(replace(minute, text=(*minute.text, table)))
    tasks = tuple(tasks_in(table))
    lost = [Block((Run(words),), table.spot) for words in unread_cells(table)]
    news = state.mode == "log" or (
        sum(bool(task.status) and task.status != "open" for task in tasks) * 2 > len(tasks)
    )
    if news:
        return replace(
            state, minute=replace(minute, updates=(*minute.updates, *tasks), text=(*minute.text, *lost))
        )
    return replace(
        state, minute=replace(minute, actions=(*minute.actions, *tasks), text=(*minute.text, *lost))
    )


def _with_block(state: _State, block: Block, roster: Roster) -> _State:  # noqa: C901, PLR0911 (one return for each kind is plainest)
    """Return the state after a paragraph."""
    minute, text = state.minute, block.text
    if not text:
        return state
    if opens_actions(text):
        return _State(minute, "actions" if state.mode != "log" else "log", text)
    if opens_decisions(text):
        return _State(minute, "decisions", text)
    if _LOG.fullmatch(text) and len(text.split()) <= 8:
        return _State(replace(minute, text=(*minute.text, block)), "log")
    note = _NOTE.fullmatch(text)
    if note and (note["word"].lower() != "update" or block.depth < 0):
        runs = after(block.runs, note.start("text"))
        return _State(
            replace(minute, notes=(*minute.notes, replace(block, runs=runs, number=""))), state.mode
        )
    if _FILE.fullmatch(text):
        found = _FILE.fullmatch(text)
        return replace(
            state,
            minute=replace(minute, files=(*minute.files, (found["name"] if found else text, block.spot))),
        )
    action = marked_action(block, roster)
    if action is not None:
        return _with_marked(state, action)
    if state.mode == "log" and (news := _news(block, roster)) is not None:
        return replace(state, minute=replace(minute, updates=(*minute.updates, news)))
    if state.mode == "actions" and _is_listed(block, roster):
        if is_none(text):
            return _State(replace(minute, text=(*minute.text, block)))
        listed = listed_action(block, roster, listed=True)
        return _with_action(state, listed) if listed else state
    if state.mode == "decisions" and (block.number or block.depth >= 0 or not minute.decisions):
        return _with_decision(state, listed_decision(block, state.word), block)
    if state.mode in {"actions", "decisions"}:
        state = _State(minute)
    return _with_paragraph(state, block, roster)


def _is_listed(block: Block, roster: Roster) -> bool:
    """Return whether a paragraph under a heading of actions is one: numbered, in a list, or `X to do`."""
    return (
        bool(block.number)
        or block.depth >= 0
        or listed_action(block, roster, listed=False) is not None
        or is_none(block.text)
    )


def _with_marked(state: _State, action: Task) -> _State:
    """Return the state with an action; one that is only an owner takes the paragraph before it."""
    if action.runs:
        return _with_action(state, action)
    minute = state.minute
    last = minute.text[-1] if minute.text else None
    if isinstance(last, Block):
        own = Task(last.runs, last.spot, action.label or _number(last), action.owners, form=action.form)
        return _with_action(replace(state, minute=replace(minute, text=minute.text[:-1])), own)
    whole = replace(action, runs=(Run(" ".join(action.owners)),))
    return _with_action(state, whole)


def _number(block: Block) -> str:
    return label_of(block.number) if any(sign.isdigit() for sign in block.number) else ""


def _with_action(state: _State, action: Task) -> _State:
    minute = state.minute
    placed = Placed("action", len(minute.actions))
    return replace(
        state, minute=replace(minute, actions=(*minute.actions, action), text=(*minute.text, placed))
    )


def _with_decision(state: _State, decision: Resolution, block: Block) -> _State:
    """Return the state with a decision; one that is part of a paragraph leaves the paragraph as it is."""
    minute = state.minute
    text = (*minute.text, Placed("decision", len(minute.decisions))) if decision.whole else minute.text
    number = _number(block)
    decision = replace(decision, label=decision.label or number) if decision.whole else decision
    return replace(state, minute=replace(minute, decisions=(*minute.decisions, decision), text=text))


def _with_paragraph(state: _State, block: Block, roster: Roster) -> _State:
    """Return the state after a paragraph that no word marks as anything else."""
    minute = state.minute
    decision = marked_decision(block)
    if decision is not None:
        return _with_margin(_with_decision(state, decision, block), block, roster)
    if block.margin and (task := margin_action(block, roster)):
        return _with_action(state, replace(task, label=task.label or _number(block)))
    owned = trailing_owner(block.text, roster)
    if owned:
        words, owner = owned
        task = Task((Run(words),), block.spot, _number(block), (owner,), form="trailing word")
        return _with_action(state, task)
    doing = listed_action(block, roster, listed=False)
    if doing is not None:
        return _with_action(state, doing)
    told = tuple(told_decisions(block))
    text = (*minute.text, block)
    minute = replace(minute, actions=(*minute.actions, *implied_actions(block, roster)))
    if len(told) == 1 and told[0].whole and not block.number and block.depth < 0:
        state = _with_decision(replace(state, minute=minute), told[0], block)
    else:
        loose = tuple(replace(each, whole=False) for each in told)
        state = replace(state, minute=replace(minute, decisions=(*minute.decisions, *loose), text=text))
    return _with_margin(state, block, roster, keep=True)


def _with_margin(state: _State, block: Block, roster: Roster, *, keep: bool = False) -> _State:
    """Return the state with what stands in the margin of a paragraph and is no owner, as a paragraph."""
    if not block.margin or (not keep and margin_action(block, roster) is None):
        return state
    if margin_action(block, roster) is not None and not keep:
        return _with_action(
            state, Task(block.runs, block.spot, _number(block), (block.margin,), form="margin")
        )
    words = Block((Run(block.margin),), block.spot)
    return replace(state, minute=replace(state.minute, text=(*state.minute.text, words)))


def _news(block: Block, roster: Roster) -> Task | None:
    """Return the news of an earlier action in an entry of a log, or None for an ordinary paragraph."""
    text = block.text
    status, words = status_in(text)
    number = _number(block)
    if text.endswith(":"):
        return None
    if not (number or block.depth >= 0) or (not status and not number):
        return None
    owner = re.match(r"(?P<owner>[A-Z][^.:;]{1,80}?) to [a-z]", text)
    people = people_meant(owner["owner"], roster) if owner else ()
    owners = (owner["owner"],) if owner and people and len(owner["owner"].split()) <= 10 else ()
    return Task(
        block.runs, block.spot, number, owners, status=status or "open", status_words=words, form="log"
    )
