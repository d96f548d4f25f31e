"""The rooms of the house import each other in one direction only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = {
    "problems": set(),
    "records": {"problems"},
    "editions": {"problems"},
    "redaction": {"records", "editions", "problems"},
    "macros": {"editions", "problems"},
    "cli": {"records", "editions", "redaction", "macros", "problems"},
}
"""Each room, with the rooms that it may import."""

INNER_ROOMS = {
    "redaction": (
        "opening",
        "numbers",
        "detectors",
        "marking",
        "projecting",
        "searching",
        "attachments",
        "archiving",
        "verifying",
        "signing_off",
        "takedown",
        "review",
        "circulating",
    ),
    "records": ("yaml_files", "parts", "checks", "kinds", "side_files", "registers", "importing"),
    "editions": ("parts", "kinds", "rules"),
    "records.importing": ("paragraphs", "readers", "recognising", "drafting"),
    "cli": ("verbs",),
}
"""The rooms within a room. Each may import those before it, and none after it."""

FILES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
}
"""Every module of ours by its name."""


def imported(text: str, module: str, *, package: bool) -> Iterator[str]:
    """Yield the full name of everything that a module imports, wherever in it the import stands."""
    parts = module.split(".")
    base = parts if package else parts[:-1]
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = base[: len(base) - node.level + 1] if node.level else []
            origin = ".".join([*start, *([node.module] if node.module else [])])
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def imports_of(module: str) -> set[str]:
    """Return what a module of ours imports."""
    path = FILES[module]
    return set(imported(path.read_text("utf-8"), module, package=path.name == "__init__.py"))


def room_of(name: str) -> str:
    """Return the first part of a name: a room of ours or a package of others."""
    return name.partition(".")[0]


def module_of(name: str) -> str | None:
    """Return the module of ours that an imported name is or stands in."""
    return next((each for each in (name, name.rpartition(".")[0]) if each in FILES), None)


def test_imports_are_seen_in_every_form() -> None:
    """The reader of imports knows all ways to write one, also inside a function."""
    lines = (
        "import a.b",
        "from c import d",
        "from ..i import j",
        "def f():",
        "  from . import e",
        "  from .g import h",
    )
    text = "\n".join(lines)
    found = set(imported(text, "room.inner.module", package=False))
    assert found == {"a.b", "c.d", "room.inner.e", "room.inner.g.h", "room.i.j"}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_it_may(room: str) -> None:
    """`problems` imports no other; `records` and `editions` never each other; `macros` nothing private."""
    modules = [module for module in FILES if room_of(module) == room]
    wrong = {
        (module, name)
        for module in modules
        for name in imports_of(module)
        if room_of(name) in set(ROOMS) - ROOMS[room] - {room}
    }
    assert modules
    assert wrong == set()


@pytest.mark.parametrize(
    ("outer", "room"), [(outer, room) for outer in INNER_ROOMS for room in INNER_ROOMS[outer]]
)
def test_an_inner_room_imports_only_rooms_before_it(outer: str, room: str) -> None:
    """What opens files and counts people knows nothing of review, and nobody needs what is after them."""
    rooms = INNER_ROOMS[outer]
    later = rooms[rooms.index(room) + 1 :]
    modules = [module for module in FILES if module.startswith(f"{outer}.{room}.")]
    wrong = {
        (module, name)
        for module in modules
        for name in imports_of(module)
        if name.startswith(tuple(f"{outer}.{other}." for other in later))
    }
    assert modules
    assert wrong == set()


@pytest.mark.parametrize("outer", INNER_ROOMS)
def test_every_inner_room_has_its_place(outer: str) -> None:
    """A new room must say what it may import."""
    found = {path.parent.name for path in ROOT.joinpath(*outer.split(".")).glob("*/__init__.py")}
    assert found == set(INNER_ROOMS[outer])


def test_the_files_of_records_are_read_without_knowing_what_records_are() -> None:
    """How a file is read does not depend on any model, so that no value is bent to fit one."""
    wrong = {
        (module, name)
        for module in FILES
        for name in imports_of(module)
        if module.startswith("records.yaml_files.")
        and room_of(name) == "records"
        and not name.startswith("records.yaml_files")
    }
    assert wrong == set()


def test_what_verbs_share_knows_no_verb() -> None:
    """A verb may take something from another, but only the command itself knows them all."""
    users = {
        module
        for module in FILES
        for name in imports_of(module)
        if name.startswith("cli.verbs.") and not module.startswith("cli.verbs.")
    }
    assert users == {"cli.main"}


def test_one_file_imports_mkdocs() -> None:
    """Whatever comes after MkDocs needs one file to be written anew."""
    users = {module for module in FILES for name in imports_of(module) if room_of(name) == "mkdocs"}
    assert users == {"macros.making.building"}


def test_no_module_imports_itself_by_way_of_others() -> None:
    """There is no circle of imports between modules."""
    inner = {
        module: {other for name in imports_of(module) if (other := module_of(name)) and other != module}
        for module in FILES
    }
    waiting = dict(inner)
    while free := [module for module, needs in waiting.items() if not needs & set(waiting)]:
        for module in free:
            del waiting[module]
    assert sorted(waiting) == []


def test_nothing_is_imported_by_name_at_run_time() -> None:
    """An import that this test cannot read would hide a direction.

    Only the guide looks modules up, and the packages of kinds, each of them what stands in itself.
    """
    users = {
        module
        for module, path in FILES.items()
        if "import_module" in path.read_text("utf-8") or "__import__" in path.read_text("utf-8")
    }
    assert users == {"cli.guide", "records.kinds", "editions.kinds", "macros.kinds"}
