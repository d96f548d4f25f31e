"""The pages of the guide that are made from the software: `python -m cli.guide` writes them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from types import ModuleType

import click

from cli.main import pages
from cli.reference import data_format
from cli.telling import say
from problems import Severity, Wording

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("records", "redaction", "editions", "macros", "cli")
"""The packages whose messages are listed, in the order of the work."""

WIDTH = 92

COMMANDS = """\
# The commands

This page is made from the software itself by `python -m cli.guide`. `pages COMMAND --help` says the same.

Every command works on the folder it is called in, or on that given with `--project`. Every question it may
ask can be answered by an option instead. The exit code is 0 if all is well, 1 if something is wrong, and 2 if
the command was called the wrong way.
"""

MESSAGES = """\
# The messages

This page is made from the software itself by `python -m cli.guide`. It lists every message, by the word in
square brackets at its end. An **error** keeps a record from being signed off, or the site from being built. A
**warning** only asks somebody to look.

A message names keys and ids and never quotes what a record says, because it may end in a log. A word in
CAPITALS stands for the key, id, number or hint that the real message has in its place.
"""


def main() -> None:
    """Write the generated pages."""
    for name, text in generated().items():
        (ROOT / "guide" / name).write_text(text, "utf-8", newline="\n")
        say(f"guide/{name}")


def generated() -> dict[str, str]:
    """Return the text of each generated page by its file name."""
    return {"commands.md": commands(), "data-format.md": data_format(), "messages.md": messages()}


def commands() -> str:
    """Return the page about the commands."""
    parts = [COMMANDS]
    for name, verb in pages.commands.items():
        context = click.Context(
            verb,
            info_name=f"pages {name}",
            help_option_names=["-h", "--help"],
            terminal_width=WIDTH,
            max_content_width=WIDTH,
        )
        parts.append(f"## pages {name}\n\n```text\n{verb.get_help(context).rstrip()}\n```\n")
    return "\n".join(parts)


def messages() -> str:
    """Return the page about the messages."""
    found = wordings(message_modules())
    parts = [MESSAGES]
    for code in sorted(found):
        parts.append(f"## {code}\n")
        parts += [_explained(wording) for wording in found[code]]
    return "\n".join(parts)


def message_modules() -> tuple[ModuleType, ...]:
    """Return every module of the packages that defines wordings: those for messages, and many checks."""
    return tuple(
        import_module(found.name)
        for room in ROOMS
        for found in walk_packages(import_module(room).__path__, f"{room}.")
        if not found.ispkg and _defines_wordings(found.name)
    )


def _defines_wordings(module: str) -> bool:
    """Return whether a module has wordings of its own, by its text: to import every module takes long."""
    return " = Wording(" in ROOT.joinpath(*module.split(".")).with_suffix(".py").read_text("utf-8")


def wordings(modules: Iterable[ModuleType]) -> dict[str, list[Wording]]:
    """Return the wordings of modules by code. One code may have several, which say the same more exactly."""
    found: dict[str, list[Wording]] = {}
    for wording in _defined_in(modules):
        known = found.setdefault(wording.code, [])
        if wording not in known:
            known.append(wording)
    return found


def _defined_in(modules: Iterable[ModuleType]) -> Iterator[Wording]:
    for module in modules:
        yield from (value for value in vars(module).values() if isinstance(value, Wording))


def _explained(wording: Wording) -> str:
    word = "Error" if wording.severity is Severity.ERROR else "Warning"
    return f"{word}: {_gaps(wording.message)}\n\nWhat to do: {_gaps(wording.remedy)}\n"


def _gaps(text: str) -> str:
    """Return a wording as Markdown, with its gaps shown as words in capitals."""
    shown = re.sub(r"\{(\w+)\}", lambda gap: gap[1].upper(), text).replace("{{", "{").replace("}}", "}")
    parts = re.split(r"(`[^`]+`)", shown)
    return "".join(
        part if part.startswith("`") else re.sub(r"[\\<&\[*_]", r"\\\g<0>", part) for part in parts
    )


if __name__ == "__main__":
    main()
