"""`pages verify`: proves a finished site once more, or any copy of one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cli.certifying import write_certificate
from cli.holding import held, is_held
from cli.options import maybe_project_option, show_text_option
from cli.reading import NO_DATA, note_wrong_records
from cli.telling import FINE, WRONG, counted, note, plural, progress, say, tell
from cli.verbs.build import manifest_of
from editions.datasets import Dataset, assemble
from editions.holding import read_hold
from editions.published import read
from macros import settings
from macros.settings import Settings
from problems import Place, Problem, errors
from records.loading import FOLDER, Records, load
from records.side_files.known_terms import read_terms
from redaction.projecting.projection import project as project_record
from redaction.verification_messages import LIST_WITHOUT_TERMS
from redaction.verifying.certificates import compare
from redaction.verifying.listed import listed
from redaction.verifying.manifests import Manifest
from redaction.verifying.verification import Against, Verification, look_for
from redaction.verifying.verification import verify as look_through

LIST = "the list of terms"
"""What messages call that file: its real name may tell something."""

NO_PROJECT = (
    "There is no partnership here: the verification looks for traces that no site should hold, and does not "
    "know which files belong there."
)


@click.command(
    short_help="Verify a finished site once more.",
    epilog="Example: pages verify copy-of-site --against build/certificate.json",
)
@click.argument("site", type=click.Path(exists=True, file_okay=False, path_type=Path))
@maybe_project_option
@click.option(
    "--against",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Prove that these are the files of the certificate in FILE, no more, no fewer, not a byte changed.",
)
@click.option(
    "--certificate",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write a certificate of a clean site into DIR: certificate.json and certificate.html.",
)
@click.option(
    "--terms",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Search for the names in a private list, written like data/terms.yml. For a site without its data/.",
)
@show_text_option
def verify(
    site: Path,
    project: Path | None,
    against: Path | None,
    folder: Path | None,
    terms: Path | None,
    show_text: bool,
) -> None:
    """Look through every byte of SITE for anything that should not be public.

    Where data/ is, it searches for all that is withheld and tries the projection with other private values;
    elsewhere it proves structure, digests and origin of every file. Outside a partnership SITE may be any
    folder of a site: it is searched for traces that no site should hold. Exits with 1 on any finding.
    """
    site = site.resolve()
    if folder is not None and folder.resolve().is_relative_to(site):
        raise click.UsageError("A certificate is no part of the site. Name a folder outside it.")
    if terms is not None and project is not None and (project / FOLDER).is_dir():
        raise click.UsageError("With data/ the search is for all that is withheld. Put the names there.")
    asked = _asked(terms) if terms is not None else None
    verification, found, dataset = (
        _alone(site, asked) if project is None else _with(project, site, asked, show_text=show_text)
    )
    problems = [*found, *verification.problems]
    if against is not None:
        problems += compare(against, verification.seen)
    if folder is not None and not errors(problems):
        problems += write_certificate(folder, verification, dataset)
    tell(problems, show_text=show_text)
    say(f"{plural(verification.files, 'file')}, {verification.mode} verification, {counted(problems)}.")
    sys.exit(WRONG if errors(problems) else FINE)


Found = tuple[Verification, tuple[Problem, ...], Dataset]
"""What was found in a site, what is wrong with the project, and what the project has published."""


def _asked(terms: Path) -> Against:
    """Return what searches for the names of a private list; end here if the list has a mistake."""
    known, problems = read_terms(terms, LIST)
    if errors(problems) or not known.terms:
        tell([*problems, *([] if errors(problems) else [LIST_WITHOUT_TERMS.at(Place(LIST))])])
        sys.exit(WRONG)
    tell(problems)
    return look_for(listed(known, LIST))


def _with(project: Path, site: Path, asked: Against | None, *, show_text: bool) -> Found:
    """Return the verification of a site of a project; end here if its settings are wrong."""
    hold = read_hold(project)
    if hold is not None:
        tell([held(hold)])
        is_whole = is_held(project, site.resolve(), hold)
        say("It is the holding page, and nothing else." if is_whole else "It is not the holding page.")
        sys.exit(FINE if is_whole else WRONG)
    composed = settings.compose(project)
    if not isinstance(composed, Settings):
        tell(composed)
        sys.exit(WRONG)
    records = _records(project, show_text=show_text)
    published = read(project)
    dataset = assemble(published)
    with progress("Verifying") as show:
        verification = look_through(
            site,
            manifest_of(composed, dataset),
            records=records,
            project=project_record,
            suppressed=published.suppressed,
            against=asked,
            progress=show,
        )
    return verification, published.problems, dataset


def _records(project: Path, *, show_text: bool) -> Records | None:
    """Return the private records, where they are; what is wrong with them does not stop what is published."""
    if not (project / FOLDER).is_dir():
        note(NO_DATA)
        return None
    with progress("Reading records") as show:
        records = load(project, progress=show)
    note_wrong_records(errors(records.problems), show_text=show_text)
    return records


def _alone(site: Path, asked: Against | None) -> Found:
    """Return the verification of a folder of which no project says what it should hold."""
    note(NO_PROJECT)
    with progress("Verifying") as show:
        manifest = Manifest(theme_folders=settings.theme_folders())
        verification = look_through(site, manifest, against=asked, progress=show)
    return verification, (), Dataset()
