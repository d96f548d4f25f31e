"""`pages verify`: proves a finished site once more."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cli.build import read_records, verify_site
from cli.options import project_option, show_text_option
from cli.telling import FINE, WRONG, counted, plural, say, tell
from editions.datasets import assemble
from editions.published import read
from macros import settings
from macros.settings import Settings
from problems import errors


@click.command(short_help="Verify a finished site once more.", epilog="Example: pages verify site")
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@project_option
@show_text_option
def verify(site: Path, project: Path, show_text: bool) -> None:
    """Look through every byte of SITE for anything that should not be public.

    Where data/ is, it searches for all that is withheld and tries the projection with other private values;
    elsewhere it proves structure, digests and origin of every file. Exits with 1 on any finding.
    """
    composed = settings.compose(project)
    if not isinstance(composed, Settings):
        tell(composed)
        sys.exit(WRONG)
    records = read_records(project, show_text=show_text)
    published = read(project)
    verification = verify_site(site.resolve(), composed, assemble(published), published, records)
    problems = [*published.problems, *verification.problems]
    tell(problems, show_text=show_text)
    say(f"{plural(verification.files, 'file')}, {verification.mode} verification, {counted(problems)}.")
    sys.exit(WRONG if errors(problems) else FINE)
