"""`pages build`: makes the site from what was signed off, proves it, and puts it in place as a whole."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import click

from cli.certifying import write_certificate
from cli.holding import held, put_holding_page
from cli.keeping import lost, lost_on_site
from cli.options import show_text_option, sound_project_option
from cli.reading import NO_DATA, note_wrong_records
from cli.telling import FINE, WRONG, note, plural, say, tell
from editions import datasets
from editions.datasets import Dataset, assemble, files_of
from editions.holding import read_hold
from editions.published import Published, read
from editions.storing import flush_folder
from macros import settings
from macros.making import building, exchanging
from macros.open_data.site_files import site_files
from macros.pages import pages
from macros.settings import Settings
from problems import Place, Problem, errors
from records.loading import FOLDER, load
from redaction.alongside import Beside, Hear, alongside
from redaction.projecting.projection import project as project_record
from redaction.takedown_messages import TAKEN_DOWN_MEANWHILE
from redaction.verifying.manifests import Manifest
from redaction.verifying.verification import Verification, look_at_records, verify

SITE = "site"
PUBLIC = Path("build", "public")
BUILD = Path("build")
"""Where the certificate of the newest site stands, which is no part of the site."""


@click.command(
    short_help="Make the site, verify it, and put it in place.",
    epilog="Example: pages build --project ../aldermere",
)
@sound_project_option
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
    """Build, verify and exchange the site of a project; return what stopped it, and what to look at.

    While the whole site is taken down, the holding page takes its place, whatever else is broken.
    """
    hold = read_hold(project)
    if hold is not None:
        return (*put_holding_page(project, hold), held(hold))
    composed = settings.compose(project)
    if not isinstance(composed, Settings):
        return composed
    site = project / SITE
    refused = exchanging.refusal(site)
    if refused is not None:
        return (refused,)
    with alongside(lambda hear: _prove(project, hear)) as proving:
        published = read(project)
        dataset = assemble(published)
        proving.tell((Manifest(dataset=files_of(dataset)), published.suppressed))
        broken = errors(published.problems) or errors(lost(project, published, dataset))
        if broken:
            return broken
        others = site_files(dataset, composed.address)
        proving.tell(manifest_of(composed, dataset, others))
        try:
            with exchanging.locked(site):
                exchanging.recover(site)
                made = _make(composed, published, dataset, others, proving, show_text=show_text)
                return (*published.problems, *settings.without_own_address(project, dataset), *made)
        except exchanging.ExchangeError as stopped:
            return (stopped.problem,)


def _make(
    composed: Settings,
    published: Published,
    dataset: Dataset,
    others: Mapping[str, bytes],
    proving: Beside[Proof],
    *,
    show_text: bool,
) -> tuple[Problem, ...]:
    """Render into a scratch folder, have what is there verified, and exchange it with the site."""
    project = composed.project
    datasets.write(dataset, project / PUBLIC)
    with exchanging.scratch_beside(project / SITE) as scratch:
        finished = scratch / SITE
        note("Rendering the pages …")
        problems = building.render(composed, dataset, finished, others)
        if not errors(problems):
            problems = (*problems, *lost_on_site(project, published, finished))
        if errors(problems):
            return problems
        note("Verifying …")
        proving.tell(finished)
        # It is written to the disk while it is verified; the exchange looks at what went wrong.
        with suppress(OSError):
            flush_folder(finished)
        proof = proving.result()
        verification = proof.verification
        if proof.errors is None:
            note(NO_DATA)
        else:
            note_wrong_records(proof.errors, show_text=show_text)
        if errors(verification.problems):
            return (*problems, *verification.problems)
        hold = read_hold(project)
        if hold is not None:  # Somebody took the whole site down while this one was made.
            return (TAKEN_DOWN_MEANWHILE.at(Place("published")),)
        gone = exchanging.left_behind(finished, project / SITE)
        exchanging.exchange(finished, project / SITE)
    unwritten = write_certificate(project / BUILD, verification, dataset)
    say(
        f"site/ stands: {plural(verification.files, 'file')}, {verification.mode} verification "
        f"({', '.join(verification.checks)})."
    )
    return (*problems, *verification.problems, *gone, *unwritten)


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found in a finished site, and in the private records."""

    errors: tuple[Problem, ...] | None
    """What is wrong with the records, which does not stop what is published; None where there are none."""
    verification: Verification


def _prove(project: Path, hear: Hear) -> Proof:
    """Read the records while the site is made, and verify it.

    `hear` gives a manifest of the dataset alone with the people who are no longer named, then the whole
    manifest, then the site.
    """
    records = load(project) if (project / FOLDER).is_dir() else None
    public, suppressed = hear()
    whole: Callable[[], Manifest] = cache(hear)
    against = (
        look_at_records(records, public, project=project_record, suppressed=suppressed, whole=whole)
        if records
        else None
    )
    manifest = whole()
    finished: Path = hear()
    return Proof(errors(records.problems) if records else None, verify(finished, manifest, against=against))


def manifest_of(composed: Settings, dataset: Dataset, others: Mapping[str, bytes] | None = None) -> Manifest:
    """Return what may be in the site of a project.

    `others` is what `site_files` returned, if it was called already.
    """
    return Manifest(
        dataset=files_of(dataset),
        others=site_files(dataset, composed.address) if others is None else others,
        attachments=dataset.attachments,
        pages=[page.path for page in pages(dataset, composed.redirects, composed.kept)],
        documents=composed.docs,
        theme_folders=settings.theme_folders(),
    )
