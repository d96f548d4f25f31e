"""`pages summary`: the plain digest of a meeting for a newsletter, from what is published."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from cli.options import record_key, show_text_option, sound_project_option, today
from cli.reading import scanner_of
from cli.telling import FINE, WRONG, note, tell
from editions.datasets import Dataset, assemble
from editions.holding import read_hold
from editions.published import FOLDER, Published, read
from editions.storing import write_whole
from macros import settings
from macros.digests.making import digest_of
from macros.digests.writing import FORMS
from macros.open_data.sources import source_of
from problems import Place, Problem, Wording, errors
from records.loading import load
from redaction.review_messages import FILE_EXISTS
from redaction.searching.folding import folds_of
from redaction.searching.scanning import find

KIND = "meetings"

NO_EDITION = Wording(
    "summary-without-edition",
    "This meeting is not published, so there is nothing public to sum up.",
    "Sign it off first: `pages sign-off meetings/ID`. Look at the id: it is the name of its file in "
    "data/meetings/, without `.yml`.",
)
TAKEN_DOWN = Wording(
    "summary-of-taken-down",
    "This meeting, or the whole site, was taken down, so nothing of it may be sent round.",
    "Wait until it is public again.",
)
SECRET_IN_SUMMARY = Wording(
    "secret-in-summary",
    "The summary would hold words that are withheld or private at {where}.",
    "Nothing was written. `pages build` says where on the site they stand; withhold them there too, sign off "
    "again, and remove the earlier editions.",
)
NOT_WRITTEN = Wording(
    "summary-not-written",
    "The file cannot be written.",
    "Name another with `--output`, in a folder that exists.",
)


@click.command(
    short_help="Write the digest of a meeting for a newsletter.",
    epilog="""\b
Examples:
  pages summary 2026-03-12-executive
  pages summary 2026-03-12-executive --format html --output newsletter.html
""",
)
@click.argument("meeting", metavar="MEETING")
@sound_project_option
@click.option(
    "--format",
    "form",
    type=click.Choice(tuple(FORMS)),
    default="text",
    show_default=True,
    help="Plain text, Markdown, or HTML for an e-mail.",
)
@click.option(
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it to a file. [default: print it]",
)
@show_text_option
def summary(meeting: str, project: Path, form: str, output: Path | None, show_text: bool) -> None:
    """Write what MEETING decided, who is to do what, and when the next meetings are, to be sent round.

    MEETING is the id of a published meeting. Only what is published is used, as its newest edition says it,
    with a link to the place of each thing on the site. Exits with 1 where nothing may be sent round.
    """
    kind, record_id = record_key(meeting if "/" in meeting else f"{KIND}/{meeting}")
    if kind != KIND:
        raise click.BadParameter("Only meetings have a summary.", param_hint="MEETING")
    published = read(project)
    composed = settings.compose(project)
    if not isinstance(composed, settings.Settings):
        tell(composed)
        sys.exit(WRONG)
    dataset = assemble(published)
    problems = (*errors(published.problems), *_refusal(project, dataset, record_id))
    if not problems:
        source = source_of(dataset, composed.address)
        text = FORMS[form](digest_of(source, source.lookups.meetings[record_id]))
        problems = _secrets(project, published, text) or _written(text, output)
    tell(problems, show_text=show_text)
    sys.exit(WRONG if problems else FINE)


def _refusal(project: Path, dataset: Dataset, record_id: str) -> tuple[Problem, ...]:
    """Return why nothing of a meeting may be sent round, if so."""
    place = Place(f"{FOLDER}/{KIND}/{record_id}")
    entry = next((each for each in dataset.kinds[KIND] if each.id == record_id), None)
    if entry is None:
        return (NO_EDITION.at(Place(f"{FOLDER}/{KIND}")),)
    is_gone = entry.record is None or read_hold(project) is not None
    return (TAKEN_DOWN.at(place),) if is_gone else ()


def _secrets(project: Path, published: Published, text: str) -> tuple[Problem, ...]:
    """Return a problem for each private place of whose words some stand in a text, where data/ is there."""
    records = load(project)
    unknown = errors(records.aside.problems)
    if unknown or not records.loaded:
        return unknown
    found = find(scanner_of(records, published, today()), "\n".join(folds_of(text)))
    return tuple(
        SECRET_IN_SUMMARY.at(Place("summary"), where=str(each.where), private_text=each.text)
        for each in found
    )


def _written(text: str, output: Path | None) -> tuple[Problem, ...]:
    """Print a text or write it to a file, and return what kept it from being written."""
    if output is None:
        click.echo(text, nl=False)
        return ()
    try:
        write_whole(output, text.encode())
    except FileExistsError:
        return (FILE_EXISTS.at(Place(str(output))),)
    except OSError:
        return (NOT_WRITTEN.at(Place("--output")),)
    note("The summary is written.")
    return ()
