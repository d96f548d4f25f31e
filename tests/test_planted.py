"""A private word, planted wherever one can stand, is refused or absent; and each protection is needed.

Every place has a word of its own, so that a failure names the place. The words are planted, everything is
signed off, and the site is built. Then the protections are switched off one by one, and the same checks
must fail.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import redaction.projecting.derivations
import redaction.projecting.naming
import redaction.projecting.projection
from editions import datasets
from editions.published import read
from records.fields import Visibility
from records.shapes import Shape, shapes_of
from tests.cli.commands import ROLES, SIGN_OFF, copy_after, run
from tests.partnerships import copy_to

MEETING = "2026-03-12-executive"
WORD = "quibble"
"""Each planted word begins so and stands nowhere else."""

PLACES: dict[str, tuple[str, str, str]] = {
    "a mark in a title": ("meetings", "|Secretfamily]]", "|{word}]]"),
    "a mark in prose": ("meetings", "the secretchildren of Wharf Lane", "the {word} of Wharf Lane"),
    "a mark in a cell of a table": ("meetings", "a secretcell here", "a {word} here"),
    "the text of a withheld item": ("meetings", "set at secretrate pounds", "set at {word} pounds"),
    "an action of a withheld item": ("meetings", "Place the secretadvert", "Place the {word}"),
    "the id of an action of a withheld item": ("meetings", "- id: advert", "- id: {word}"),
    "the note of a withholding": ("meetings", "The secretreviewnote", "The {word}"),
    "the title of an item withheld as a whole": ("meetings", "Secretstaff matters", "{word} matters"),
    "the text of an item withheld as a whole": ("meetings", "secretstaffing words", "{word} words"),
    "the title of a concealed item": ("meetings", "The secretconcealed matter", "The {word} matter"),
    "the text of a concealed item": ("meetings", "the secretmatter at all", "the {word} at all"),
    "the id of an action of a concealed item": ("meetings", "- id: ghost", "- id: {word}"),
    "the title of a withheld paper": ("meetings", "Secrettitle annex", "{word} annex"),
    "the file of a paper": ("meetings", "papers/secretfile.pdf", "papers/{word}.pdf"),
    "a withheld field": ("meetings", "secretclock o'clock", "{word} o'clock"),
    "a withheld row of the attendance": ("meetings", "Secretvisitor Hiddenly", "{word} Hiddenly"),
    "somebody there for a concealed item only": ("meetings", "Only Secretguest", "Only {word}"),
    "the reason of apologies": ("meetings", "A secretillness", "A {word}"),
    "a note for the office": ("meetings", "The secretofficenote", "The {word}"),
    "a comment in a record": ("meetings", "declarations: none", "# {word}\ndeclarations: none"),
    "the source of a record": (
        "meetings",
        "declarations: none",
        "source:\n  file: {word}.doc\ndeclarations: none",
    ),
    "the note of the partnership": ("partnership", "The secretpartnernote", "The {word}"),
    "the e-mail address of a person": ("people/abara", "ife.secretmail@", "ife.{word}@"),
    "a spelling of a name": ("people/abara", "name: Ife Abara", "name: Ife Abara\nspellings: [{word}]"),
    "the name of somebody shown by role": ("people/quietly", "Secretname", "{word}"),
    "the reason for allowing words": (
        "policy",
        "names_from: manager",
        "names_from: manager\nallow:\n  - words: something\n    reason: {word}\n    role: Manager",
    ),
}
"""Where a word is planted: the file, the words there, and what stands in their place."""

DRAFT = "2026-09-01-{word}"
EMBARGOED = "meetings/2026-01-15-executive"


def word_for(place: str) -> str:
    return WORD + place.replace(" ", "").replace("-", "").lower()


def file_of(project: Path, name: str) -> Path:
    return project / "data" / (f"meetings/{MEETING}.yml" if name == "meetings" else f"{name}.yml")


def planted(folder: Path) -> Path:
    """Return the partnership with a word in every place, all signed off but for a draft."""
    project = copy_to(folder)
    for place, (name, old, new) in PLACES.items():
        path = file_of(project, name)
        text = path.read_text()
        assert old in text, place
        path.write_text(text.replace(old, new.format(word=word_for(place))))
    person = project / "data/people/brice.yml"
    person.rename(person.with_name(f"{word_for('a file name')}.yml"))
    for path in (project / "data").rglob("*.yml"):
        path.write_text(path.read_text().replace("brice", word_for("a file name")))
    whole = project / "data/meetings/2026-02-01-whole.yml"
    title = word_for("the title of a withheld record")
    whole.write_text(
        f"title: {title}\ngroup: executive\ndate: 2026-02-01\nstatus: approved\n"
        "withhold:\n  reason: personal\n  what: whole\n  title: A meeting\n"
    )
    gone = copy_of_meeting(project, "2026-02-02-gone", title=word_for("a record taken down without trace"))
    late = copy_of_meeting(project, "2026-02-03-late", title=word_for("an embargoed record"))
    for path in (whole, gone):
        assert run(project, "sign-off", f"meetings/{path.stem}", *ROLES).exit_code == 0
    embargo = ("--date", "2026-06-01", "--embargo", "2099-01-01")
    assert run(project, "sign-off", f"meetings/{late.stem}", *ROLES, *embargo).exit_code == 0
    late.unlink()
    assert run(project, "withdraw", f"meetings/{gone.stem}", "--now", "--no-trace").exit_code == 0
    gone.unlink()
    result = run(project, "sign-off", "--changed", *ROLES)
    assert result.exit_code == 0, result.stderr
    draft = word_for("a draft and its id")
    copy_of_meeting(project, DRAFT.format(word=draft), title=draft)
    return project


def copy_of_meeting(project: Path, name: str, *, title: str) -> Path:
    text = (project / "data/meetings/2026-01-15-executive.yml").read_text()
    path = project / f"data/meetings/{name}.yml"
    path.write_text(text.replace("Executive meeting", title).replace("approved: 2026-03-12-executive\n", ""))
    return path


def leaks_in(texts: Iterable[bytes]) -> list[str]:
    """Return the places whose word stands in what would be published."""
    everything = b"\n".join(texts).decode("utf-8", "replace").lower()
    others = ["a file name", "the title of a withheld record", "a record taken down without trace"]
    others += ["an embargoed record", "a draft and its id"]
    return [place for place in (*PLACES, *others) if word_for(place) in everything]


def dataset_of(project: Path) -> list[bytes]:
    published = read(project)
    assert published.problems == ()
    return list(datasets.files_of(datasets.assemble(published)).values())


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the partnership with a word in every place; tests work on copies."""
    return planted(tmp_path_factory.mktemp("planted"))


@pytest.fixture
def project(everywhere: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(everywhere, tmp_path / "project"))


def test_no_planted_word_reaches_the_site(project: Path) -> None:
    """Not in any page, index, data file or name; and the full verification agrees."""
    result = run(project, "build")

    files = [path for path in (project / "site").rglob("*") if path.is_file()]
    names = "\n".join(path.relative_to(project).as_posix() for path in files).encode()
    assert result.exit_code == 0, result.stderr
    assert len(files) > 20
    assert leaks_in([names, *(path.read_bytes() for path in files)]) == []


@pytest.mark.parametrize("verb", [("check",), ("redact",), ("build",), ("sign-off", "--changed", *ROLES)])
def test_no_planted_word_reaches_a_message(project: Path, verb: tuple[str, ...]) -> None:
    """The file names of people and drafts may stand there: the office has to find its files."""
    path = file_of(project, "meetings")
    path.write_text(path.read_text().replace("[[withheld confidence]]", "[[withheld confidence]", 1))

    output = run(project, *verb).output.encode()

    assert set(leaks_in([output])) <= {"a draft and its id", "a file name"}


def _everything_public(model: Any) -> tuple[Shape, ...]:
    return tuple(replace(shape, visibility=Visibility.PUBLIC) for shape in shapes_of(model))


PROTECTIONS: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "the visibility of fields": lambda patch: patch.setattr(
        redaction.projecting.projection, "shapes_of", _everything_public
    ),
    "the reading of marks": lambda patch: patch.setattr(
        redaction.projecting.projection,
        "public_text",
        lambda lexed: "".join(getattr(piece, "text", "") for piece in lexed.pieces),
    ),
    "the withholding of units": lambda patch: patch.setattr(
        redaction.projecting.projection, "_stays", lambda *_: True
    ),
    "the withholding of single fields": lambda patch: patch.setattr(
        redaction.projecting.projection, "_withheld_alone", lambda _: {}
    ),
    "roles instead of names": lambda patch: (
        [
            patch.setattr(room, "is_named", lambda *_: True)
            for room in (redaction.projecting.naming, redaction.projecting.derivations)
        ]
        and None
    ),
    "public ids instead of file names": lambda patch: patch.setattr(
        redaction.projecting.projection, "derived", lambda *_: {}
    ),
}


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_each_protection_of_the_projection_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, protection: str
) -> None:
    """Without it a net below stops the sign-off, or a word is published; either is noticed."""
    PROTECTIONS[protection](monkeypatch)

    with pytest.raises(AssertionError):
        assert leaks_in(dataset_of(planted(tmp_path))) == []


REFUSALS: dict[str, tuple[Callable[[Path], object], str]] = {
    "withheld words in docs/": (
        lambda project: add(project / "docs/index.md", "\nThe secretchildren of Wharf Lane.\n"),
        "secret-in-site",
    ),
    "withheld words in the settings": (
        lambda project: add(project / "mkdocs.yml", "copyright: The secretchildren of Wharf Lane\n"),
        "secret-in-site",
    ),
    "a setting that is not known": (
        lambda project: add(project / "mkdocs.yml", "custom: quibble\n"),
        "setting-unknown",
    ),
}
"""What stops a build, and with which code. `tests/adversary/cases.yml` has many more."""


def add(path: Path, text: str) -> None:
    path.write_text(path.read_text() + text)


@pytest.mark.parametrize("place", REFUSALS)
def test_what_cannot_be_made_harmless_is_refused(tmp_path: Path, place: str) -> None:
    """The last good site stays as it was."""
    plant, code = REFUSALS[place]
    project = copy_after(tmp_path, SIGN_OFF)
    (project / "site").mkdir()
    plant(project)

    result = run(project, "build")

    assert (result.exit_code, f"[{code}]" in result.stderr) == (1, True)
    assert list((project / "site").iterdir()) == []
    assert WORD not in result.output
