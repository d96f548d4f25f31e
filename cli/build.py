"""`pages build`: makes the site from what was signed off, proves it, and puts it in place as a whole."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import click

from cli.options import project_option, show_text_option
from cli.telling import FINE, WRONG, counted, note, plural, progress, say, tell
from editions import datasets
from editions.datasets import Dataset, assemble, files_of
from editions.published import Published, read
from macros import building, exchanging, settings
from macros.pages import pages
from macros.settings import Settings
from problems import Problem, errors
from records.loading import FOLDER, Records, load
from redaction.manifests import Manifest
from redaction.projection import project as project_record
from redaction.verification import Verification, verify

SITE = "site"
PUBLIC = Path("build", "public")


@click.command(epilog="Example: pages build --project ../aldermere")
@project_option
@show_text_option
def build(project: Path, show_text: bool) -> None:
    """Make the site from published/, docs/ and mkdocs.yml, verify it, and exchange it with site/ as a whole.

    Where data/ is, the verification is full; elsewhere it looks at what is public only. The bytes of the
    site are the same. Exits with 1, and leaves site/ as it was, if anything is wrong.
    """
    began = time.monotonic()
    project = project.resolve()
    problems = list(make_site(project, show_text=show_text))
    tell(problems, show_text=show_text)
    if errors(problems):
        say("The site was not built; site/ is as it was before.")
        sys.exit(WRONG)
    note(f"Finished in {time.monotonic() - began:.1f} seconds.")
    sys.exit(FINE)


def make_site(project: Path, *, show_text: bool) -> tuple[Problem, ...]:
    """Build, verify and exchange the site of a project; return what stopped it."""
    composed = settings.compose(project)
    if not isinstance(composed, Settings):
        return composed
    site = project / SITE
    refused = exchanging.refusal(site)
    if refused is not None:
        return (refused,)
    records = read_records(project, show_text=show_text)
    published = read(project)
    if errors(published.problems):
        return published.problems
    dataset = assemble(published)
    try:
        with exchanging.locked(site):
            exchanging.recover(site)
            return _make(composed, dataset, published, records)
    except exchanging.ExchangeError as stopped:
        return (stopped.problem,)


def _make(
    composed: Settings, dataset: Dataset, published: Published, records: Records | None
) -> tuple[Problem, ...]:
    """Render into a scratch folder, verify what is there, and exchange it with the site."""
    project = composed.project
    datasets.write(dataset, project / PUBLIC)
    with exchanging.scratch_beside(project / SITE) as scratch:
        finished = scratch / SITE
        note("Rendering the pages …")
        problems = building.render(composed, dataset, finished)
        if errors(problems):
            return problems
        verification = verify_site(finished, composed, dataset, published, records)
        if errors(verification.problems):
            return (*problems, *verification.problems)
        exchanging.exchange(finished, project / SITE)
    say(
        f"site/ stands: {plural(verification.files, 'file')}, {verification.mode} verification "
        f"({', '.join(verification.checks)})."
    )
    return (*problems, *verification.problems)


def read_records(project: Path, *, show_text: bool) -> Records | None:
    """Return the private records where they are; what is wrong with them does not stop what is published."""
    if not (project / FOLDER).is_dir():
        note("There is no data/ here: the verification will look at what is public only.")
        return None
    with progress("Reading records") as show:
        records = load(project, progress=show)
    if errors(records.problems):
        note(f"data/ has {counted(errors(records.problems))}; `pages check` lists them.")
        if show_text:
            tell(errors(records.problems), show_text=True)
    return records


def verify_site(
    finished: Path, composed: Settings, dataset: Dataset, published: Published, records: Records | None
) -> Verification:
    """Return the verification of a finished site against the dataset and, where they are, the records."""
    manifest = Manifest(
        dataset=files_of(dataset),
        pages=[page.path for page in pages(dataset)],
        documents=composed.docs,
        theme_folders=settings.theme_folders(),
    )
    with progress("Verifying") as show:
        return verify(
            finished,
            manifest,
            records=records,
            project=project_record,
            suppressed=published.suppressed,
            progress=show,
        )
