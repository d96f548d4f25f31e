"""Writing a file into the folder of a partnership, and saying so."""

from __future__ import annotations

from pathlib import Path

from cli.new_messages import CANNOT_WRITE, EXISTS
from cli.telling import say
from editions.storing import write_whole
from problems import Place, Problem


def write_file(project: Path, path: Path, content: bytes, *, replacing: bool = False) -> list[Problem]:
    """Write a file below a project and print its name; return what went wrong.

    The folders above it are made. A file that exists is left as it is, unless it is to be replaced.
    """
    name = path.relative_to(project).as_posix()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, content, replacing=replacing)
    except OSError:
        wording = EXISTS if path.is_file() and not replacing else CANNOT_WRITE
        return [wording.at(Place(name))]
    say(name)
    return []
