"""Faults of the projector, planted one at a time: what is wrong in one line, and how our code would be wrong.

Each must be caught by an oracle: *structure* (the public models refuse it), *scan* (a withheld word is
found), *twin* (other private values give other public bytes) or *canary* (a word planted among private
values comes out). `tests/faulty_pages.py` has those of the pages.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

import redaction.numbers.tables
import redaction.projecting.consents
import redaction.projecting.derivations
import redaction.projecting.naming
import redaction.projecting.parts
import redaction.projecting.projection
from editions.fields import PublicRecord
from problems import Place, Problem
from problems.wordings import Wording
from records.loading import Loaded, Records
from redaction.projecting.projection import project
from tests.test_planted import PROTECTIONS

KEY = ("meetings", "2026-03-12-executive")
DRAFT = ("meetings", "2026-01-15-executive")

Planting = Callable[[pytest.MonkeyPatch], object]


@dataclass(frozen=True)
class Told:
    """A projection made by a faulty projector."""

    record: PublicRecord | None
    problems: tuple[Problem, ...] = ()


def leaking(fault: Callable[[Records, Loaded], object]) -> Callable[[Records, str, str], Told]:
    """Return a projector that tells one more thing of a meeting."""

    def projector(records: Records, kind: str, record_id: str) -> Told:
        record = project(records, kind, record_id).record
        loaded = records.loaded[kind, record_id]
        if record is None or (kind, record_id) != KEY:
            return Told(record)
        return Told(record.model_copy(update={"series": str(fault(records, loaded))}))

    return projector


def quoting(records: Records, kind: str, record_id: str) -> Told:
    """Project a record with a problem that quotes a note for the office."""
    note = records.loaded[kind, record_id].plain.get("office_note", "")
    wording = Wording("quoting", "The note is {note}.", "Mend it.")
    return Told(project(records, kind, record_id).record, (wording.at(Place("x"), note=note),))


def item(loaded: Loaded, item_id: str) -> dict[str, Any]:
    return next((each for each in loaded.plain["items"] if each["id"] == item_id), {})


TELLING: dict[str, Callable[[Records, Loaded], object]] = {
    "how many items there are": lambda _, m: len(m.plain["items"]),
    "how many people came, with those for a concealed item": lambda _, m: len(m.plain["attendance"]),
    "where a concealed item stood": lambda _, m: [each["id"] for each in m.plain["items"]].index("neglect"),
    "how long a withheld text is": lambda _, m: len(item(m, "scrutineer").get("text", "")),
    "how long a marked passage is": lambda _, m: len(item(m, "neglect")["text"]),
    "the first letter of a marked passage": lambda _, m: item(m, "neglect")["text"].partition("|")[2][:5],
    "who owns a withheld action": lambda _, m: [
        action.get("owners") for action in item(m, "scrutineer").get("actions", [])
    ],
    "how many actions a withheld item has": lambda _, m: len(item(m, "scrutineer").get("actions", [])),
    "who presented a withheld item": lambda _, m: item(m, "scrutineer").get("presented_by"),
    "that a person sent a reason": lambda _, m: "reason" in m.plain["attendance"][1],
    "that there is a note for the office": lambda _, m: "office_note" in m.plain,
    "the words of a note": lambda _, m: m.plain.get("office_note"),
    "the name of a person shown by role": lambda r, _: r.loaded["people", "quietly"].plain["name"][:1],
    "how somebody is reached": lambda r, _: r.loaded["people", "abara"].plain.get("contact"),
    "where a paper is kept": lambda _, m: item(m, "neglect")["papers"][0].get("file"),
    "a field that is withheld alone": lambda _, m: item(m, "neglect")["items"][0].get("clock"),
    "how many records hold a note": lambda r, _: sum(
        "office_note" in each.plain for each in r.loaded.values()
    ),
    "a digest of the private record": lambda _, m: hashlib.sha256(repr(m.plain).encode()).hexdigest(),
    "how long it takes to read, worked out from the private text": lambda _, m: len(str(m.plain)) // 50,
    "the longest word of a withheld text, as a tag": lambda _, m: max(
        item(m, "staff").get("text", "").split(), key=len, default=""
    ),
    "how many passages are marked in the whole partnership": lambda r, _: sum(
        len(str(each.plain)) for each in r.loaded.values()
    ),
}
"""One more thing that the meeting tells of what is private."""

OF_DRAFTS: dict[str, Callable[[Records, Loaded], object]] = {
    "the title of a meeting that nobody has signed off": lambda r, _: r.loaded[DRAFT].plain["title"],
    "how much a meeting says that nobody has signed off": lambda r, _: len(str(r.loaded[DRAFT].plain)),
}
"""One more thing that the meeting tells of a record without an edition."""


def _concealed_as_text(patch: pytest.MonkeyPatch) -> None:
    whole = redaction.projecting.projection._project  # noqa: SLF001  # what is to be faulty

    def faulty(model: Any, *rest: Any) -> Any:
        why = getattr(model, "withhold", None)
        shown = why is not None and why.what == "concealed"
        return whole(model.model_copy(update={"withhold": None}) if shown else model, *rest)

    patch.setattr(redaction.projecting.projection, "_project", faulty)


def _with_more(name: str, take: Callable[[Any], Any], put: str) -> Planting:
    """Return a fault that puts one more private thing into the public values of a model with that field."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        whole = redaction.projecting.projection._project  # noqa: SLF001  # what is to be faulty

        def faulty(model: Any, *rest: Any) -> Any:
            plain = whole(model, *rest)
            found = take(getattr(model, name, None))
            return {**plain, put: found} if plain is not None and found else plain

        patch.setattr(redaction.projecting.projection, "_project", faulty)

    return plant


def _sorted_by_length(patch: pytest.MonkeyPatch) -> None:
    whole = redaction.projecting.projection._value  # noqa: SLF001  # what is to be faulty

    def faulty(value: Any, *rest: Any) -> Any:
        return whole(
            tuple(sorted(value, key=lambda each: len(repr(each)))) if isinstance(value, tuple) else value,
            *rest,
        )

    patch.setattr(redaction.projecting.projection, "_value", faulty)


def _printed(change: Callable[[Any, dict[str, Any]], dict[str, Any]]) -> Planting:
    """Return a fault in how a person is printed."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        whole = redaction.projecting.naming.print_person
        for room in (redaction.projecting.naming, redaction.projecting.derivations):
            patch.setattr(room, "print_person", lambda person, *rest: change(person, whole(person, *rest)))

    return plant


def _unnamed(key: str, value: Callable[[Any], str]) -> Planting:
    return _printed(
        lambda person, plain: plain if "name" in plain else {**plain, key: value(person)},
    )


def _blanked(patch: pytest.MonkeyPatch) -> None:
    """Black out each letter of a passage by itself, so that its length shows."""
    lexing = redaction.projecting.projection.lex
    whole = redaction.projecting.projection.public_text

    def lexed(raw: str, *rest: Any) -> Any:
        found = lexing(raw, *rest)
        lengths.append(len(raw))
        return found

    lengths: list[int] = []
    patch.setattr(redaction.projecting.projection, "lex", lexed)
    patch.setattr(
        redaction.projecting.projection, "public_text", lambda found: whole(found) + "\u2588" * lengths[-1]
    )


def _only_first_mark(patch: pytest.MonkeyPatch) -> None:
    """Redact the first mark of a text and take the others for words."""

    def faulty(lexed: Any) -> str:
        hidden = [piece for piece in lexed.pieces if type(piece).__name__ == "Hidden"]
        return "".join(
            f"[[withheld {piece.reason}]]"
            if hidden and piece is hidden[0]
            else str(getattr(piece, "text", ""))
            for piece in lexed.pieces
        )

    patch.setattr(redaction.projecting.projection, "public_text", faulty)


def _exactly(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redaction.numbers.tables, "words_of", lambda *_: "")
    patch.setattr(redaction.numbers.tables, "coarse", lambda count, _: str(int(count)))
    patch.setattr(
        redaction.numbers.tables, "_of_indicator", lambda *_: redaction.numbers.tables.Counts({}, ())
    )


def _odd_or_even(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redaction.numbers.tables, "coarse", lambda count, _: "odd" if count % 2 else "even")
    patch.setattr(
        redaction.numbers.tables, "_of_indicator", lambda *_: redaction.numbers.tables.Counts({}, ())
    )


def _guests_of_hidden_items(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redaction.projecting.projection, "WITHIN_ITEMS", None)


def _protection(name: str) -> Planting:
    return PROTECTIONS[name]


PLANTED: dict[str, Planting] = {
    "a field is public unless somebody marked it private": _protection("the visibility of fields"),
    "marked words are read as ordinary ones": _protection("the reading of marks"),
    "only the first mark of a text is read": _only_first_mark,
    "a withheld item keeps all its fields": _protection("the withholding of units"),
    "what `withhold_fields` names is shown": _protection("the withholding of single fields"),
    "everybody is named": _protection("roles instead of names"),
    "people stand under their file names": _protection("public ids instead of file names"),
    "a concealed item is shown": _concealed_as_text,
    "concealed parts may be named": lambda patch: patch.setattr(
        redaction.projecting.parts, "_concealed", lambda _: False
    ),
    "people who came for a concealed item only are listed": _guests_of_hidden_items,
    "the private note of a withholding is its title": _with_more(
        "withhold", lambda why: why.note if why else None, "title"
    ),
    "the reason of apologies stands beside the name": _with_more("reason", lambda reason: reason, "note"),
    "a note for the office is the summary": _with_more("office_note", lambda note: note, "summary"),
    "the path of a paper is its label": _with_more("file", lambda path: path, "label"),
    "lists are in the order of how much each member says": _sorted_by_length,
    "somebody shown by role has their initials as the role": _unnamed(
        "role", lambda person: "".join(word[0] for word in person.name.split())
    ),
    "somebody shown by role has their file name as id": _unnamed("id", lambda person: str(person.name)),
    "somebody shown by role has their given name beside the role": _unnamed(
        "role", lambda person: f"Minutes Clerk ({person.name.split()[0]})"
    ),
    "a blacked-out text is as long as it was": _blanked,
    "exact numbers of people are shown": _exactly,
    "numbers of people are shown as odd or even": _odd_or_even,
}
"""What is wrong in the projector, and the patch that makes it so."""
