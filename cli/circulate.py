"""`pages circulate`: the whole minutes for those who were at the meeting, and what they write back."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from cli.finding_records import keys_of, no_such_record
from cli.options import private_project_option, record_key, show_text_option
from cli.telling import FINE, WRONG, plural, progress, say, tell
from editions.storing import write_whole
from problems import Place, Problem, errors
from records.kinds.meetings import Meeting
from records.loading import Loaded, Records, load
from redaction import circulating_messages as messages
from redaction import review_messages
from redaction.circulating.minutes import DRAFTS, items_of, minutes
from redaction.circulating.questions import asked, with_questions
from redaction.circulating.returned import remarks_in
from redaction.circulating.typeset import TypesettingError, as_pdf
from redaction.circulating.word import as_word
from redaction.opening.opened import LARGEST
from redaction.watermarks import refusal, write_private

FOLDER = Path("build", "circulated")


@click.command(
    short_help="The whole minutes for those who were there, as Word and PDF.",
    epilog="""\b
Examples:
  pages circulate meetings/2026-03-12-executive
  pages circulate meetings/2026-03-12-executive --without contract --to ../for-the-provider
  pages circulate meetings/2026-03-12-executive --comments ~/Downloads/returned.docx
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
@click.option(
    "--comments",
    "returned",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write nothing new: read the comments and tracked changes of a returned Word file into the record.",
)
@show_text_option
def circulate(
    name: str,
    project: Path,
    approved: bool,
    target: Path | None,
    without: tuple[str, ...],
    pdf: bool,
    returned: Path | None,
    show_text: bool,
) -> None:
    """Write the whole minutes of MEETING, with every confidential word, as a Word file and a PDF.

    They are for those who were there. Each page says so and bears a watermark; what the public will not see
    is shaded. Notes for the office and reasons for apologies are never in it. With --comments, what readers
    wrote into the Word file is put into the record as comments above the items that it is about.
    """
    with progress("Reading records") as show:
        records = load(project, progress=show)
    found = _meeting(records, name)
    if isinstance(found, Problem):
        tell([found])
        sys.exit(WRONG)
    loaded, meeting = found
    if returned is not None:
        sys.exit(_read_back(project, loaded, meeting, returned, show_text=show_text))
    folder = target or project / FOLDER
    problems = _refusals(meeting, loaded, without, approved=approved)
    if not errors(problems):
        problems += _write(records, loaded, meeting, folder, project, without, pdf=pdf)
    tell(problems, show_text=show_text)
    sys.exit(WRONG if errors(problems) else FINE)


def _meeting(records: Records, name: str) -> tuple[Loaded, Meeting] | Problem:
    key = record_key(name)
    if key not in keys_of(records):
        return no_such_record(key, records)
    if key[0] != "meetings":
        return messages.NOT_A_MEETING.at(Place(f"data/{key[0]}"))
    loaded = records.loaded.get(key)
    if loaded is None or not isinstance(loaded.record, Meeting):
        return messages.NOT_VALID.at(Place(f"data/{key[0]}/{key[1]}.yml"))
    return loaded, loaded.record


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


def _read_back(project: Path, loaded: Loaded, meeting: Meeting, returned: Path, *, show_text: bool) -> int:
    """Put the remarks of a returned file into the record; return the exit code."""
    place = Place(returned.name)
    try:
        with returned.open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError:
        tell([messages.RETURNED_UNREADABLE.at(place)])
        return WRONG
    ids = [item.id for item in items_of(meeting)]
    remarks = messages.RETURNED_TOO_LARGE if len(raw) > LARGEST else remarks_in(raw, ids)
    if not isinstance(remarks, tuple):
        tell([remarks.at(place)])
        return WRONG
    if not remarks:
        tell([messages.RETURNED_EMPTY.at(place)])
        return FINE
    path = project / loaded.file
    content = with_questions(path.read_bytes(), remarks, loaded)
    tell(asked(remarks, loaded), show_text=show_text)
    if content is None:
        tell([messages.NOT_PLACED.at(Place(loaded.file))])
        return WRONG
    write_whole(path.resolve(), content, replacing=True)
    say(
        f"{plural(len(remarks), 'question')} written into {loaded.file} as comments that begin with QUESTION."
    )
    return FINE
