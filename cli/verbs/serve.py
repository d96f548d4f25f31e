"""`pages serve`: a preview on this machine, of what is not signed off too."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import click

from cli.options import sound_project_option
from cli.reading import read_project
from cli.telling import FINE, WRONG, note, tell
from editions.attachments import Attachment
from editions.datasets import Dataset, assemble
from editions.published import read
from editions.storing import write_whole
from macros import settings
from macros.making import building
from macros.settings import Settings
from records.loading import FOLDER
from redaction.attachments.attaching import Attached, attach_all
from redaction.projecting.projection import project_all
from redaction.signing_off.signing import is_unchanged

PREVIEW = Path("build", "preview")
DRAFT_FILES = Path("build", "draft-files")


@click.command(short_help="Show a preview on this machine only.", epilog="Example: pages serve --port 8010")
@sound_project_option
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--published-only", is_flag=True, help="Show only what is signed off.")
def serve(project: Path, port: int, published_only: bool) -> None:
    """Show the site on this machine only, at 127.0.0.1, and again after each change.

    What nobody signed off yet is shown too, redacted, with a banner. It is written to build/preview/, never
    to site/. Stop it with Ctrl+C.
    """
    project = project.resolve()
    composed = settings.compose(project)
    if not isinstance(composed, Settings):
        tell(composed)
        sys.exit(WRONG)
    folder = project / PREVIEW

    def rebuild() -> None:
        dataset = assemble(read(project)) if published_only else preview(project)
        shutil.rmtree(folder, ignore_errors=True)
        tell(building.render(composed, dataset, folder))

    rebuild()
    problems = building.serve(
        composed,
        folder,
        rebuild,
        watched=(project / FOLDER, project / "published", composed.docs),
        port=port,
        started=lambda address, _: note(f"Preview at {address} (stop with Ctrl+C)"),
    )
    tell(problems)
    sys.exit(WRONG if problems else FINE)


def preview(project: Path) -> Dataset:
    """Return the dataset with, as drafts, every projection that differs from its newest edition."""
    records, published = read_project(project)
    drafts = []
    attachments: dict[str, Attachment] = {}
    for (kind, _), attached in attach_all(project_all(records), records, published).items():
        record = attached.projection.record
        if record is None:
            continue
        if not is_unchanged(record, published.histories.get((kind, record.id))):
            drafts.append((kind, record))
            attachments |= _written(project / DRAFT_FILES, attached)
    return assemble(published, drafts, attachments)


def _written(folder: Path, attached: Attached) -> dict[str, Attachment]:
    """Write the files of a draft where the preview can take them from, and return them by address."""
    found = {}
    for file in attached.files:
        path = folder / file.download.path
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, file.content, replacing=True)
        found[file.download.path] = Attachment(path, file.download.digest)
    return found
