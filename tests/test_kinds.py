"""Every kind of record is complete, and a new one needs no more than the files that CONTRIBUTING.md lists."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any, Literal, get_args, get_origin

import pytest

import editions.kinds
import macros.kinds
import records.kinds
from macros.language import words
from macros.rendering import TEMPLATES
from records.fields import Visibility
from records.kinds import KINDS
from records.shapes import models_of, shapes_of
from records.starting import FOLDER as STARTING_FILES
from tests.macros.samples import sample
from tests.partnerships import SOURCE, secrets_in

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "macros" / "golden"
GUIDE = (ROOT / "guide" / "data-format.md").read_text("utf-8")
ROOMS = {"records": records.kinds, "editions": editions.kinds, "macros": macros.kinds}
MOST_FILES = 6

EXCUSED = {
    ("people", "list"): "Persons have no pages, unless the policy switches them on.",
    ("people", "template"): "They are shown where they are named.",
    ("people", "golden page"): "They have no pages.",
    ("partnership", "list"): "There is one, shown in the foot of every page.",
    ("partnership", "golden page"): "It stands on the page of the partners.",
    ("policy", "list"): "It is shown on the page of what is withheld.",
    ("policy", "golden page"): "It stands on the page of what is withheld.",
    ("policy", "secret in the fixture"): "All of it is public, but for words that are allowed.",
    ("organizations", "golden page"): "They stand on the page of the partners.",
    (
        "organizations",
        "secret in the fixture",
    ): "Bodies are public; what is withheld of them is tested alone.",
}
"""What a kind lacks on purpose, and why."""

HIDDEN = frozenset(
    {
        ("Withhold", "what"),
        ("PlacedPart", "part"),
        ("SectionTable", "chart"),
        ("Partnership", "year_begins"),
    }
)
"""Closed lists that are not shown: they decide the notice, the order of a page, what is drawn or counted."""


def module_of(room: str, kind: str) -> Path | None:
    """Return the file in a room that defines a kind."""
    package = ROOMS[room]
    for each in iter_modules(package.__path__):
        module = import_module(f"{package.__name__}.{each.name}")
        if module.KIND.name == kind:
            return Path(str(module.__file__))
    return None


def templates_of(kind: str) -> list[str]:
    """Return the templates that the macros of a kind name."""
    module = module_of("macros", kind)
    text = module.read_text("utf-8") if module else ""
    return [name for name in re.findall(r'"([a-z/_-]+\.html)"', text) if name != "withdrawn.html"]


def closed_lists(kind: str) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Yield the closed lists of a kind that the public sees: model, field and words."""
    model = KINDS[kind].model
    for each in (model, *models_of(model)):
        public = {shape.name for shape in shapes_of(each) if shape.visibility is Visibility.PUBLIC}
        for name, info in each.model_fields.items():
            found = frozenset(_words(info.annotation))
            if name in public and found and (each.__name__, name) not in HIDDEN:
                yield each.__name__, name, found


def _words(annotation: Any) -> list[str]:
    if get_origin(annotation) is Literal:
        return [str(each) for each in get_args(annotation)]
    return [each for argument in get_args(annotation) for each in _words(argument)]


def labelled() -> list[frozenset[str]]:
    """Return the words of each list that templates have labels for."""
    lists = [
        *words.LISTS.values(),
        *(each for kind in macros.kinds.KINDS.values() for each in kind.words.values()),
    ]
    return [frozenset(each) for each in lists]


def fixture_of(kind: str) -> list[str]:
    """Return the texts of the records of a kind in the fixture partnership."""
    return [
        path.read_text("utf-8")
        for path in (*SOURCE.glob(f"data/{kind}/*.yml"), *SOURCE.glob(f"data/{kind}.yml"))
    ]


def lacking(kind: str, excused: Mapping[tuple[str, str], str] = EXCUSED) -> list[str]:
    """Return what a kind of record lacks, in the words of CONTRIBUTING.md."""
    known = KINDS.get(kind)
    shown = macros.kinds.KINDS.get(kind)
    lists = labelled()
    there = {
        **{f"module in {room}/kinds/": module_of(room, kind) is not None for room in ROOMS},
        "starting file": (STARTING_FILES / f"{kind}.yml").is_file(),
        "template": any((TEMPLATES / name).is_file() for name in templates_of(kind)),
        "list": shown is not None and shown.list is not None,
        "section in the guide": f"\n## {kind.capitalize()}\n" in GUIDE,
        "example in the guide": known is not None
        and f"\n### An example: data/{known.path_of(known.example.get('id', kind))}\n" in GUIDE,
        "golden page": bool(sample().kinds.get(kind)) and any(GOLDEN.glob(f"{kind}__*.md")),
        "record in the fixture": bool(fixture_of(kind)),
        "secret in the fixture": any(map(secrets_in, fixture_of(kind))),
    }
    unlabelled = [
        f"words for {model}.{field}"
        for model, field, found in (closed_lists(kind) if known else ())
        if not any(found <= each for each in lists)
    ]
    return [
        what for what, is_there in there.items() if not is_there and (kind, what) not in excused
    ] + unlabelled


def test_every_kind_is_complete() -> None:
    """What a kind lacks is named, all of it at once; CONTRIBUTING.md says how to add it."""
    names = {*KINDS, *editions.kinds.PUBLIC_KINDS, *macros.kinds.KINDS}
    missing = [f"{kind} lacks: {what}" for kind in sorted(names) for what in lacking(kind)]
    assert "\n".join(missing) == ""


def test_all_that_a_kind_can_lack_is_named() -> None:
    """The check above sees a kind of which there is nothing."""
    assert len(lacking("toys")) == len(set(lacking("toys"))) == 11


def test_an_excuse_is_needed() -> None:
    """An excuse for what is there after all is out of date."""
    needed = {(kind, what) for kind in KINDS for what in lacking(kind, excused={})}
    assert [each for each in EXCUSED if each not in needed] == []


TOY: dict[str, str] = {
    "records/kinds/toys.py": '''"""Toys."""

from typing import Literal

from records.fields import Line, Public
from records.kind import Kind
from records.withholding import Record


class Toy(Record):
    """A toy."""

    title: Public[Line]
    """Its name."""

    kind: Public[Literal["soft", "loud"]] = "soft"
    """What sort of toy."""


KIND = Kind("toys", Toy, "toy", "Toy", 99, {"id": "bear", "title": "Bear", "kind": "soft"})
''',
    "editions/kinds/toys.py": '''"""The public form of toys."""

from editions.fields import PublicLine, PublicRecord, Word
from editions.kind import PublicKind


class PublicToy(PublicRecord):
    """A toy."""

    title: PublicLine
    """Its name."""

    kind: Word
    """What sort of toy."""


KIND = PublicKind("toys", PublicToy, 99)
''',
    "macros/kinds/toys.py": '''"""Toys: their pages, and the list."""

from editions.kinds.toys import PublicToy
from macros.arguments import entry_of
from macros.kind import Macro, Showing, ShownKind


def _macros(showing: Showing) -> tuple[Macro, ...]:
    entries = {entry.id: entry for entry in showing.lookups.dataset.of(PublicToy)}

    def toy(id: str) -> str:
        """Show a toy."""
        return showing.shown("toys/toy.html", entry=entry_of("toy", entries, id))

    def toys() -> str:
        """List the toys."""
        return showing.shown("toys/list.html", entries=entries.values())

    return toy, toys


WORDS = {"toy": {"soft": "Soft toy", "loud": "Noisy toy"}}
KIND = ShownKind("toys", "Toys", _macros, page="toy", list="toys", words=WORDS)
''',
    "macros/templates/toys/toy.html": "{{ heading(1, entry.record.title | plain, anchor('part-toy')) }}\n"
    '<p>{{ entry.record.kind | word("toy") }}</p>\n',
    "macros/templates/toys/list.html": "<ul>{% for each in entries %}"
    "<li>{{ linked('toys', each.id) }}</li>{% endfor %}</ul>\n",
    "records/starting_files/toys.yml": "# A toy.\n\n# Its name.\ntitle: $title\n\n"
    "# What sort of toy. One of: ${Toy__kind}.\n#kind: $kind\n",
}
"""Every file of a kind, in the order of CONTRIBUTING.md."""

SIGNED = ("--redacted-by", "Manager", "--checked-by", "Chair", "--note", "First.", "--yes")
WALK = (
    ("new", "organizations", "council", "--title", "Larkmere Council", "--sort", "local-authority"),
    ("new", "partnership", "--title", "Larkmere Partnership", "--area", "Larkmere", "--partner", "council"),
    ("new", "policy"),
    ("new", "toys", "bear", "--title", "Brown Bear"),
    ("check",),
    ("schema", "--no-settings"),
    ("sign-off", "--changed", *SIGNED),
    ("build",),
)


def test_contributing_lists_the_files_of_a_kind() -> None:
    """They are those that the walk below writes, and at most six."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    section = text[text.index("**A kind of record.**") : text.index("**A dependency.**")]
    named = re.findall(r"^\d\. `([^`]+)`", section, re.MULTILINE)
    assert [each.replace("NAME", "toys").replace("ONE", "toy") for each in named] == list(TOY)
    assert len(named) <= MOST_FILES


STEPS = """
import json, sys
from cli.main import pages
for verb in json.loads(sys.argv[1]):
    try:
        pages(verb)
    except SystemExit as ended:
        if ended.code:
            sys.exit(f"{verb[0]} ended with {ended.code}")
"""


def walked(engine: Path, project: Path) -> str:
    """Return what went wrong when the steps were taken with the engine in a folder; empty if nothing did."""
    project.mkdir()
    steps = [[verb[0], "--project", str(project), *verb[1:]] for verb in WALK]
    done = subprocess.run(
        [sys.executable, "-c", STEPS, json.dumps(steps)],
        cwd=engine,
        env={**os.environ, "PYTHONPATH": str(engine)},
        check=False,
        capture_output=True,
        text=True,
    )
    page = project / "site/toys/bear/index.html"
    if done.returncode == 0 and not page.is_file():
        return "There is no page."
    return done.stderr if done.returncode else ""


def engine_with(folder: Path, files: dict[str, str]) -> Path:
    """Return a copy of the engine with more files, none of which takes the place of another."""
    for room in ("problems", "records", "editions", "redaction", "macros", "cli"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        with (folder / name).open("x", encoding="utf-8") as file:
            file.write(text)
    return folder


def test_a_new_kind_needs_no_other_file(tmp_path: Path) -> None:
    """With these files alone a toy is begun, checked, signed off, built, listed, and has its schema."""
    project = tmp_path / "project"
    assert walked(engine_with(tmp_path / "engine", TOY), project) == ""
    page = (project / "site/toys/bear/index.html").read_text("utf-8")
    assert ("Brown Bear" in page, "Soft toy" in page) == (True, True)
    assert "Brown Bear" in (project / "site/toys/index.html").read_text("utf-8")
    assert '"Brown Bear"' in (project / "site/data/toys.json").read_text("utf-8")
    assert '"loud"' in (project / "build/schema/toys.json").read_text("utf-8")


@pytest.mark.long
@pytest.mark.parametrize("left_out", TOY)
def test_without_one_of_its_files_the_kind_does_not_work(left_out: str, tmp_path: Path) -> None:
    """Each file of the list is needed: without it a step fails, so a seventh would be missed too."""
    files = {name: text for name, text in TOY.items() if name != left_out}
    assert walked(engine_with(tmp_path / "engine", files), tmp_path / "project") != ""
