"""`pages circulate`: the whole minutes for those who were at the meeting."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from cli.finding_records import meeting_named
from cli.options import private_project_option, show_text_option
from cli.telling import FINE, WRONG, progress, say, tell
from editions.typesetting import TypesettingError
from problems import Place, Problem, errors
from records.kinds.meetings import Meeting
from records.loading import Loaded, Records, load
from redaction import review_messages
from redaction.circulating import circulating_messages as messages
from redaction.circulating.minutes import DRAFTS, items_of, minutes
from redaction.circulating.typeset import as_pdf
from redaction.circulating.word import as_word
from redaction.watermarks import refusal, write_private

FOLDER = Path("build", "circulated")


@click.command(
    short_help="The whole minutes for those who were there, as Word and PDF.",
    epilog="""\b
Examples:
  pages circulate meetings/2026-03-12-executive
  pages circulate meetings/2026-03-12-executive --without contract --to ../for-the-provider
  pages circulate meetings/2026-03-12-executive --approved
""",
)
@click.argument("name", metavar="MEETING")
@private_project_option
@click.option("--approved", is_flag=True, help="The whole approved text, instead of a draft.")
@click.option(
    "--to",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="Where to write. [default: build/circulated]",
)
@click.option("--without", multiple=True, metavar="ITEM", help="Id of an item to leave out. May be repeated.")
@click.option("--pdf/--no-pdf", default=True, help="Whether to write a PDF beside the Word file.")
@show_text_option
def circulate(
    name: str,
    project: Path,
    approved: bool,
    target: Path | None,
    without: tuple[str, ...],
    pdf: bool,
    show_text: bool,
) -> None:
    """Write the whole minutes of MEETING, with every confidential word, as a Word file and a PDF.

    They are for those who were there. Each page says so and bears a watermark; what the public will not see
    is shaded. Notes for the office and reasons for apologies are never in it. What readers write into the
    Word file comes back with `pages import FILE --comments MEETING`.
    """
    with progress("Reading records") as show:
        records = load(project, progress=show)
    found = meeting_named(name, records)
    if isinstance(found, Problem):
        tell([found])
        sys.exit(WRONG)
    loaded, meeting = found
    folder = target or project / FOLDER
    problems = _refusals(meeting, loaded, without, approved=approved)
    if not errors(problems):
        problems += _write(records, loaded, meeting, folder, project, without, pdf=pdf)
    tell(problems, show_text=show_text)
    sys.exit(WRONG if errors(problems) else FINE)


def _refusals(meeting: Meeting, loaded: Loaded, without: Iterable[str], *, approved: bool) -> list[Problem]:
    """Return what speaks against writing, and what to think of."""
    place = loaded.place(("status",))
    is_draft = meeting.status in DRAFTS
    items = items_of(meeting)
    problems: list[Problem] = []
    if approved and is_draft:
        problems.append(messages.NOT_APPROVED.at(place, status=meeting.status))
    if not approved and not is_draft:
        problems.append(messages.APPROVED.at(place, status=meeting.status))
    known = [item.id for item in items]
    problems += [
        messages.NO_SUCH_ITEM.at(Place("--without"), items=", ".join(known))
        for each in without
        if each not in known
    ]
    problems += [
        messages.LEFT_THE_ROOM.at(Place(loaded.file).inside("items", item.id), item=item.id)
        for item in items
        if item.left_the_room and item.id not in without
    ]
    return problems


def _write(
    records: Records,
    loaded: Loaded,
    meeting: Meeting,
    folder: Path,
    project: Path,
    without: tuple[str, ...],
    *,
    pdf: bool,
) -> list[Problem]:
    """Write the files, and return what went wrong."""
    paper, problems = minutes(records, loaded, meeting, without)
    if errors(problems):
        return list(problems)
    state = "draft" if meeting.status in DRAFTS else "full"
    part = "-part" if without else ""
    stem = f"{loaded.id}-{state}{part}"
    own = folder == project / FOLDER
    try:
        if own:
            folder.mkdir(parents=True, exist_ok=True)
        contents = {folder / f"{stem}.docx": as_word(paper)}
        if pdf:
            contents[folder / f"{stem}.pdf"] = as_pdf(paper)
    except TypesettingError:
        return [messages.NOT_SET.at(Place(loaded.file))]
    except OSError:
        return [review_messages.FILE_NOT_WRITTEN.at(Place(str(folder)))]
    return _kept(contents, project, own=own)


def _kept(contents: Mapping[Path, bytes], project: Path, *, own: bool) -> list[Problem]:
    """Write files of which one may stand there already in our `own` folder; return what went wrong."""
    refused = [problem for path in contents if (problem := refusal(path, project)) is not None]
    if own:
        refused = [each for each in refused if each.code != review_messages.FILE_EXISTS.code]
    if refused:
        return refused
    for path, content in contents.items():
        try:
            if own:
                path.unlink(missing_ok=True)
            write_private(path, content)
        except OSError:
            return [review_messages.FILE_NOT_WRITTEN.at(Place(str(path)))]
        say(f"{path}: confidential, for those who were at the meeting")
    return []
