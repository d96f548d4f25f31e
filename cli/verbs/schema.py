"""`pages schema`: what an editor needs to propose keys, words and ids while a record is written."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

import click

from cli.new_messages import CANNOT_WRITE
from cli.options import private_project_option
from cli.telling import FINE, WRONG, note, plural, progress, say, tell
from cli.writing import write_file
from editions.storing import create_whole
from problems import Place, Problem
from records.kinds import KINDS
from records.loading import load
from records.schemas import files_of, known_in, schemas_of

FOLDER = Path("build", "schema")
SETTINGS = Path(".vscode", "settings.json")


@click.command(
    short_help="Write schemas, so that an editor proposes keys and ids.",
    epilog="""\b
Examples:
  pages schema
  pages schema --no-settings --project ../aldermere
""",
)
@private_project_option
@click.option("--no-settings", is_flag=True, help="Write the schemas only, and no .vscode/settings.json.")
def schema(project: Path, no_settings: bool) -> None:
    """Write a JSON Schema for each kind of record to build/schema/, and settings for an editor.

    The schemas hold the ids of your records, those of people too: like data/, they are never published, and
    git passes over them. Run it again after new records. Settings that exist are never touched: what they
    should have is printed instead.
    """
    with progress("Reading records") as show:
        records = load(project, progress=show)
    schemas = schemas_of(known_in(records))
    problems = _write_schemas(project, schemas)
    if not problems and not no_settings:
        problems = _write_settings(project)
    tell(problems)
    if not problems:
        say(f"{plural(len(schemas), 'schema')} written to {FOLDER.as_posix()}/.")
    sys.exit(WRONG if problems else FINE)


def settings() -> dict[str, Any]:
    """Return the settings of an editor: which schema is for which files, and that it asks no other host."""
    schemas = {f"./{(FOLDER / name).as_posix()}.json": files_of(kind) for name, kind in KINDS.items()}
    return {"yaml.schemas": schemas, "yaml.schemaStore.enable": False, "yaml.format.enable": False}


def _write_schemas(project: Path, schemas: dict[str, Any]) -> list[Problem]:
    """Write the schemas in place of earlier ones, with a file that has git pass over all of them."""
    files = {f"{kind}.json": _bytes(found) for kind, found in schemas.items()} | {".gitignore": b"*\n"}
    try:
        create_whole(project / FOLDER, files, replacing=True)
    except OSError:
        return [CANNOT_WRITE.at(Place(FOLDER.as_posix()))]
    return []


def _write_settings(project: Path) -> list[Problem]:
    """Write the settings, or print them where there are others."""
    path, text = project / SETTINGS, _bytes(settings())
    if os.path.lexists(path):
        if not path.is_file() or path.read_bytes() != text:
            note(f"{SETTINGS.as_posix()} was left as it is. It should have these lines:")
            say(text.decode().rstrip())
        return []
    return write_file(project, path, text)


def _bytes(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()
