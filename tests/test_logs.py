"""Whatever is wrong with the software, no verb says a word of what is withheld, on a terminal or in a log."""

from __future__ import annotations

import io
import logging
import re
import shutil
import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

import pytest

import cli.reading
import macros.making.building
import redaction.numbers.tables
import redaction.projecting.naming
import redaction.projecting.projection
import redaction.searching.harvesting
import redaction.signing_off.signing
import redaction.verifying.twins
import redaction.verifying.verification
from cli.main import main
from tests import faulty_pages
from tests.cli.commands import BUILD, ROLES, SIGN_OFF, copy_after
from tests.partnerships import secrets_in
from tests.redaction.faults import PLANTED, Planting

MEETING = "meetings/2026-03-12-executive"
EARLIER = "meetings/2026-01-15-executive"
SECRET = "the secretchildren of Wharf Lane"  # noqa: S105  # words, no password

VERBS: dict[str, Callable[[Path], tuple[str, ...]]] = {
    "check": lambda _: ("check",),
    "redact": lambda _: ("redact",),
    "review": lambda project: ("review", MEETING, "--file", str(project / "build" / "review.html")),
    "sign-off of all": lambda _: ("sign-off", "--changed", *ROLES),
    "sign-off": lambda _: ("sign-off", MEETING, *ROLES),
    "decide": lambda _: ("decide", SECRET, "--allow", "--reason", "It is known.", "--role", "Manager"),
    "incident": lambda project: ("incident", str(project / "terms.txt")),
    "schema": lambda _: ("schema",),
    "new": lambda _: ("new", "meetings", "--group", "executive", "--date", "2026-07-01"),
    "withdraw": lambda _: ("withdraw", EARLIER, "--now", "--note", f"About {SECRET}."),
    "withdraw without trace": lambda _: ("withdraw", EARLIER, "--now", "--no-trace"),
    "verify": lambda project: ("verify", str(project / "site")),
    "build": lambda _: ("build",),
}
"""Every verb that ends by itself, in an order in which one leaves work for the next."""

SHOWN_ON_A_TERMINAL = frozenset({"decide"})
"""What shows the words that it asks about, on a terminal only."""


PROJECTING = frozenset({"check", "redact", "review", "sign-off of all", "sign-off", "verify"})
"""What makes projections. A fault of the projector shows in these only."""

PLACES = ("log", "terminal")

EVERYDAY = 4
"""Of so many faults one is tried every day, and the others with the long tests."""


def _raising(room: object, name: str) -> Planting:
    """Return a fault that raises an error which quotes a withheld passage and whatever it was given."""

    def fails(*values: object, **named: object) -> None:
        raise RuntimeError(SECRET, values, named)

    return lambda patch: patch.setattr(room, name, fails)


RAISING: dict[str, Planting] = {
    "reading fails": _raising(cli.reading, "load"),
    "projecting a field fails": _raising(redaction.projecting.projection, "_value"),
    "reading marks fails": _raising(redaction.projecting.projection, "lex"),
    "printing a person fails": _raising(redaction.projecting.naming, "print_person"),
    "rounding fails": _raising(redaction.projecting.projection, "with_counts_shown"),
    "the harvest fails": _raising(redaction.searching.harvesting, "terms_in"),
    "the search fails": _raising(redaction.signing_off.signing, "find_in_record"),
    "freezing fails": _raising(redaction.signing_off.signing, "freeze"),
    "the twin fails": _raising(redaction.verifying.twins, "twin"),
    "a macro fails": _raising(macros.making.building, "text_of"),
    "a look at a page fails": _raising(redaction.verifying.verification, "views_of"),
}
"""Faults that end in an error whose words are confidential."""

FAULTS = {**PLANTED, **RAISING, "every page is faulty": faulty_pages.plant}


class Terminal(io.StringIO):
    """What is written to somebody who looks on."""

    def isatty(self) -> bool:
        return True


def told(verb: tuple[str, ...], project: Path, patch: pytest.MonkeyPatch, place: str) -> tuple[str, object]:
    """Return everything that a verb writes and logs, as a user runs it, and its exit code."""
    screen = Terminal() if place == "terminal" else io.StringIO()
    handler = logging.StreamHandler(screen)
    root = logging.getLogger()
    level = root.level
    patch.setattr(sys, "argv", ["pages", verb[0], "--project", str(project), *verb[1:]])
    patch.setattr(sys, "stdout", screen)
    patch.setattr(sys, "stderr", screen)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    code: object = 0
    try:
        main()
    except SystemExit as end:
        code = end.code
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    return screen.getvalue(), code


def said_wrong(said: str) -> list[str]:
    """Return the beginnings of secret words and of traces of errors; names of files and codes are none."""
    words = re.sub(r"\S*/\S+|\[[a-z-]+\]", "", said)
    return [*secrets_in(words), *re.findall("Traceback", said)]


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a partnership that is published and built, and has a change that is not."""
    project = copy_after(tmp_path_factory.mktemp("signed"), SIGN_OFF, BUILD)
    path = project / "data" / f"{MEETING}.yml"
    path.write_text(path.read_text("utf-8").replace("Partners asked for a briefing", "Partners wanted one"))
    (project / "terms.txt").write_text(f"{SECRET}\n", "utf-8")
    return project


def in_turn() -> list[tuple[str, str, str]]:
    """Return each fault with one verb, so that every verb is tried, on a terminal and elsewhere."""
    verbs = cycle([each for each in VERBS if each not in {"build", *SHOWN_ON_A_TERMINAL}])
    places = cycle(PLACES)
    return [(fault, next(verbs), next(places)) for fault in FAULTS]


def every() -> list[tuple[str, str, str]]:
    """Return each fault with every verb that it can reach, on a terminal or elsewhere in turn."""
    places = cycle(PLACES)
    return [
        (fault, verb, "log" if verb in SHOWN_ON_A_TERMINAL else next(places))
        for fault in FAULTS
        for verb in VERBS
        if fault not in PLANTED or verb in PROJECTING
    ]


def try_out(signed: Path, folder: Path, fault: str, verb: str, place: str) -> None:
    """Run a verb with a fault planted and fail if it says anything confidential."""

    project = folder / "project"
    shutil.copytree(signed, project)
    with pytest.MonkeyPatch.context() as patch:
        FAULTS[fault](patch)
        said, code = told(VERBS[verb](project), project, patch, place)

    assert said_wrong(said) == []
    assert code in {0, 1}


@pytest.mark.parametrize(
    ("fault", "verb", "place"),
    [
        pytest.param(*each, marks=() if number % EVERYDAY == 0 else pytest.mark.long)
        for number, each in enumerate(in_turn())
    ],
)
def test_no_fault_makes_a_verb_say_a_secret(
    signed: Path, tmp_path: Path, fault: str, verb: str, place: str
) -> None:
    """Neither what is printed nor what is logged; an error of the software is one line without its words."""
    try_out(signed, tmp_path, fault, verb, place)


@pytest.mark.long
@pytest.mark.parametrize(("fault", "verb", "place"), every())
def test_no_fault_makes_any_verb_say_a_secret(
    signed: Path, tmp_path: Path, fault: str, verb: str, place: str
) -> None:
    """The same of every fault with every verb."""
    try_out(signed, tmp_path, fault, verb, place)


@pytest.mark.parametrize("verb", VERBS)
def test_what_is_wrong_with_records_is_said_without_their_words(
    signed: Path, tmp_path: Path, verb: str
) -> None:
    """Without a fault of the software, on a terminal too, as long as nobody asks for the words."""

    project = tmp_path / "project"
    shutil.copytree(signed, project)
    path = project / "data" / f"{MEETING}.yml"
    path.write_text(
        path.read_text("utf-8")
        .replace("Partners wanted one", f"Partners saw {SECRET}")
        .replace("chair:", "chiar:")
    )
    with pytest.MonkeyPatch.context() as patch:
        said, _ = told(
            VERBS[verb](project), project, patch, "log" if verb in SHOWN_ON_A_TERMINAL else "terminal"
        )

    assert said_wrong(said) == []


def test_the_log_is_looked_at(signed: Path) -> None:
    """A word that is logged, or in the last line of an error, would be seen."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cli.main.pages", lambda **_: logging.getLogger("x").warning(SECRET))
        said, _ = told(("check",), signed, patch, "log")

    assert said_wrong(said) != []
