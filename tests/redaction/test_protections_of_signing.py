"""Each protection of the sign-off is needed: switched off, the very fault it is for passes unseen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from editions.canonical import to_plain
from editions.published import read
from records.loading import load
from redaction.attachments import searching
from redaction.numbers import tables
from redaction.numbers.counts import USUAL, People, band_of, lowest_of, read_band
from redaction.projecting import projection
from redaction.recalling import recall
from redaction.searching import harvesting, known, questions
from redaction.searching.decided import Decided
from redaction.searching.forms import Form
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import scanner_for
from redaction.signing_off import embargoes, signing
from redaction.signing_off.embargoes import hold, read_pending
from redaction.signing_off.signing import Prepared, Request, prepare
from redaction.takedown import erasing
from redaction.takedown.withdrawing import Request as Takedown
from tests.papers import WORDS, document
from tests.partnerships import DAY, copy_to, signed_copy_to

ID = "2026-03-12-executive"
FILE = f"data/meetings/{ID}.yml"
REQUEST = Request("meetings", ID, "Manager", DAY, checked_by="Chair", note="Again.")
PAPER = (
    "      - id: toolkit\n        title: Handy leaflet\n"
    "        file: papers/leaflet.pdf\n        publish: yes\n"
)


def edit(project: Path, old: str, new: str, file: str = FILE) -> None:
    text = (project / file).read_text("utf-8")
    assert old in text
    (project / file).write_text(text.replace(old, new, 1), "utf-8")


def says(words: str) -> Callable[[Path], None]:
    """Return what writes words into the public text of a meeting."""
    return lambda project: edit(project, "The audit looked at cases.", f"{words} looked at cases.")


def term(words: str, *more: str) -> Callable[[Path], None]:
    """Return what lists a known term, and writes words into the public text."""

    def do(project: Path) -> None:
        (project / "data/terms.yml").write_text(f"terms:\n  - {{name: {', '.join(more)}}}\n")
        says(words)(project)

    return do


def withheld_word(project: Path) -> None:
    (project / "data/decisions.yml").write_text(
        "decisions:\n  - {words: Zorblatt Row, decision: withhold, role: Manager, decided: 2026-05-01}\n"
    )
    says("Zorblatt Row")(project)


def paper(words: str, **more: Any) -> Callable[[Path], None]:
    """Return what publishes a paper with words on its page."""

    def do(project: Path) -> None:
        (project / "data/files/papers").mkdir()
        content = document(WORDS, f"BT /F1 12 Tf 72 700 Td ({words}) Tj ET", **more)
        (project / "data/files/papers/leaflet.pdf").write_bytes(content)
        (project / "data/terms.yml").write_text("terms:\n  - {name: Brook, sort: place, ask: yes}\n")
        edit(project, "    papers:\n", f"    papers:\n{PAPER}")

    return do


def none(*_: object, **__: object) -> tuple[()]:
    return ()


@dataclass(frozen=True)
class Fault:
    """Something that must not be signed off, and the one protection that finds it."""

    code: str
    damage: Callable[[Path], None]
    room: object
    name: str
    instead: object


FAULTS = {
    "forms of a known term": Fault(
        "secret-in-record",
        term("Quillan, Marbleford", "Marbleford Quillan", "sort: person"),
        known,
        "forms_of",
        lambda each: (Form(f" {each.name.lower()} "),),
    ),
    "a form that may mean something else": Fault(
        "known-words", term("The Brook", "Brook", "sort: place", "ask: yes"), questions, "asked_in", none
    ),
    "a decision to withhold": Fault(
        "secret-in-record", withheld_word, harvesting, "decided_on", lambda *_: Decided()
    ),
    "a detector": Fault("detected", says("NHS 943 476 5919"), signing, "findings", none),
    "a small number in a table": Fault(
        "small-number-in-table",
        says("x\n\n      | Kind | Children |\n      |---|---|\n      | Forced marriage | 3 |\n\n      They"),
        signing,
        "small_numbers",
        none,
    ),
    "secrets in a file": Fault(
        "secret-in-file", paper("The rate was set at secretrate pounds"), searching, "_secrets", none
    ),
    "words in a file": Fault("words-in-file", paper("They met by the Brook"), searching, "_terms", none),
    "a detector in a file": Fault(
        "detected-in-file", paper("Her NHS number is 943 476 5919"), searching, "_detected", none
    ),
    "words about what was taken down": Fault(
        "words-about-taken-down",
        lambda project: (
            (project / "data/taken-down.txt").write_text("meetings/2020-01-01-gone 2026-05-01\n"),
            says("Meeting 2020-01-01-gone")(project),
        )[1],
        signing,
        "words_about",
        none,
    ),
}


def prepared(project: Path, request: Request = REQUEST) -> Prepared:
    published = read(project)
    records = recall(load(project), published)
    scanner = scanner_for(harvest(records, suppressed=published.suppressed, today=DAY))
    return prepare(records, published, scanner, request)


def codes(project: Path) -> set[str]:
    return {problem.code for problem in prepared(project).problems}


@pytest.mark.parametrize("fault", FAULTS)
def test_each_protection_of_the_sign_off_is_needed(
    tmp_path: Path, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With it the fault is found; without it, it is not."""
    each = FAULTS[fault]
    project = copy_to(tmp_path)
    each.damage(project)
    found = codes(project)
    monkeypatch.setattr(each.room, each.name, each.instead)

    assert (each.code in found, each.code in codes(project)) == (True, False)


def test_without_it_a_later_edition_brings_back_what_was_taken_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reference to a record in the edition of another."""
    project = signed_copy_to(tmp_path)
    erasing.carry_out(project, erasing.prepare(project, read(project), Takedown("meetings", ID, DAY)))
    other = Request("meetings", "2026-01-15-executive", "Manager", DAY, checked_by="Chair", note="Again.")

    def said() -> bool:
        record = prepared(project, other).record
        return record is not None and ID in str(to_plain(record))

    with_it = said()
    monkeypatch.setattr(projection, "left_out", lambda record, _: record)

    assert (with_it, said()) == (False, True)


def test_without_the_search_a_waiting_edition_says_what_is_withheld_by_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copy_to(tmp_path)
    hold(project, prepared(project), DAY)
    edit(project, "The audit looked at cases.", "[[redact personal|The audit looked at cases.]]")
    (waiting,) = read_pending(project).waiting
    scanner = scanner_for(harvest(load(project)))

    def found() -> list[str]:
        return [each.code for each in embargoes.objections(project, waiting, scanner, ())]

    with_it = found()
    monkeypatch.setattr(embargoes, "find", none)

    assert (set(with_it), found()) == ({"waiting-withheld"}, [])


def test_without_the_audit_a_category_is_what_the_others_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each count by its own band alone tells more of the parts than is safe beside the total."""
    plain = {
        "figures": [
            {
                "name": "All",
                "whole": True,
                "now": {"people": People(15)},
                "parts": [
                    {"name": "A", "now": {"people": People(7)}},
                    {"name": "B", "now": {"people": People(8)}},
                ],
            }
        ]
    }

    def narrowest() -> list[tuple[int, int] | None]:
        (figure,) = tables.with_counts_shown("reports", plain, USUAL)["figures"]
        return [read_band(part["now"]["people"], USUAL) for part in figure["parts"]]

    audited = narrowest()
    monkeypatch.setattr(
        tables,
        "audit",
        lambda table, rounding: {
            key: band_of(lowest_of(step, rounding), rounding) for key, step in table.shown
        },
    )

    assert audited != narrowest()
    assert narrowest() == [(1, 7), (8, 12)]
