"""`pages withdraw`: takes a record, a part of one, or the whole site down."""

from __future__ import annotations

import errno
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from cli.asking import confirmed
from cli.holding import end_hold, hold_site
from cli.keeping import renew_after_takedown, standing
from cli.options import day_option, is_address, project_option, record_key
from cli.said_beside import about_words
from cli.telling import FINE, WRONG, say, tell
from editions.published import read
from editions.walking import anchor_starts, anchored_in
from problems import Place, errors
from records.loading import FOLDER as DATA
from redaction import takedown_messages
from redaction.searching.mentions import Mention, hand_written_mentions
from redaction.takedown import confirming, erasing, withdrawing
from redaction.takedown.duties import duties
from redaction.takedown.withdrawing import Request
from redaction.takedown_lists import names_in_list

AFTERWARDS = """\
Now run `pages build` and deploy the site, then clear the caches of the host and of search engines.
If the build stops for another reason: `pages withdraw --everything --now`.
A second person is to look, then: `pages withdraw {name} --confirm --role ROLE`."""

NOT_REMEMBERED = "There is no data/ here, so nothing reminds of it: tell whoever keeps the records."


@click.command(
    short_help="Take a record, a part of one, or the whole site down at once.",
    epilog="""\b
Examples:
  pages withdraw meetings/2026-03-12-executive/neglect --now
  pages withdraw https://example.org/meetings/2026-03-12-executive/#neglect --now
  pages withdraw groups/forum --note 'The group ended.' --replaced-by groups/network
  pages withdraw meetings/2026-03-12-executive/neglect --confirm --role Chair
  pages withdraw --everything --now
""",
)
@click.argument("record", required=False, metavar="[RECORD[/PART]]")
@project_option
@day_option
@click.option("--note", help="What the public reads about it. Without it, only that it was withdrawn.")
@click.option("--replaced-by", metavar="RECORD", help="The published record to which the page leads instead.")
@click.option("--role", help="Your role: who takes it down, or who confirms.")
@click.option("--now", is_flag=True, help="Do not ask.")
@click.option("--no-trace", is_flag=True, help="Leave no page, address, title or data behind, and no notice.")
@click.option("--earlier", is_flag=True, help="Remove what earlier editions said, and leave the newest.")
@click.option("--confirm", is_flag=True, help="Say that a second person looked at a takedown. Needs --role.")
@click.option("--everything", is_flag=True, help="Put a holding page in the place of the whole site.")
@click.option("--end", is_flag=True, help="With --everything: the whole site may be built again.")
def withdraw(
    record: str | None,
    project: Path,
    day: date,
    note: str | None,
    replaced_by: str | None,
    role: str | None,
    **flags: bool,
) -> None:
    """Take RECORD down, or one PART of it, whatever state the private records are in.

    It works on what is published alone, so one person can do it at once, without giving a reason. Run `pages
    build` and deploy afterwards. A second person confirms later. With --everything, a holding page takes the
    place of site/ at once, whatever else is broken, until --everything --end.
    """
    _check_usage(record, role, note=note, replaced_by=replaced_by, **flags)
    project = project.resolve()
    try:
        if flags["everything"]:
            sys.exit(end_hold(project) if flags["end"] else hold_site(project, day, note, now=flags["now"]))
        kind, rest = record_key(record or "")
        record_id, _, part = rest.partition("/")
        if is_address(record or ""):
            part = _part_at(project, kind, record_id, part)
        if flags["confirm"]:
            sys.exit(_confirm(project, kind, record_id, part or None, day=day, role=role or ""))
        replacement = "/".join(record_key(replaced_by)) if replaced_by else None
        request = Request(kind, record_id, day, part or None, note, role, replacement)
        how = {name: flags[name] for name in ("now", "no_trace", "earlier")}
        sys.exit(_take_down(project, request, **how))
    except OSError as error:
        name = errno.errorcode.get(error.errno or 0, "unknown")
        tell([takedown_messages.CANNOT_WRITE.at(Place(_folder_of(error, project)), error=name)])
        sys.exit(WRONG)


def _part_at(project: Path, kind: str, record_id: str, anchor: str) -> str:
    """Return the id of the part at an anchor: at `decision-toolkit` stands the decision `toolkit`.

    What was taken down stands nowhere, but its address is given once more: to confirm it, or to be sure.
    """
    history = read(project).histories.get((kind, record_id))
    down = {each.rpartition("/")[2] for each in _listed_parts(project, f"{kind}/{record_id}/")}
    here = {}
    if history is not None:
        down |= {*history.newest.taken_down}
        here = {at: part for at, part, _ in anchored_in(history.record)} if history.record else {}
    gone = {f"{start}{part}": part for part in down for start in anchor_starts()}
    return {**gone, **here}.get(anchor, anchor)


def _listed_parts(project: Path, record: str) -> Iterator[str]:
    """Yield the parts of a record in the private list of what was taken down without trace."""
    return (name for name in names_in_list(project) or () if name.startswith(record))


def _folder_of(error: OSError, project: Path) -> str:
    """Return the folder of the project in which something could not be written: `published`, `data`."""
    try:
        return Path(error.filename or "").resolve().relative_to(project).parts[0]
    except (ValueError, IndexError, TypeError):
        return "published"


def _check_usage(
    record: str | None, role: str | None, *, note: str | None, replaced_by: str | None, **flags: bool
) -> None:
    """Raise UsageError for what does not go together."""
    if flags["everything"] == (record is not None):
        raise click.UsageError("Name one record, or say --everything.")
    ways = [name for name in ("no_trace", "confirm", "everything", "earlier") if flags[name]]
    if len(ways) > 1 or (flags["everything"] and (replaced_by or role)):
        raise click.UsageError("--no-trace, --confirm, --earlier and --everything go each alone.")
    if flags["end"] and not flags["everything"]:
        raise click.UsageError("--end goes with --everything.")
    if ways and not flags["everything"] and (note or replaced_by):
        raise click.UsageError("--note and --replaced-by go with a takedown that leaves a page.")
    if flags["confirm"] and not role:
        raise click.UsageError("Say who confirms: --role 'Chair'.")
    if flags["earlier"] and "/" in "/".join(record_key(record or "")[1:]):
        raise click.UsageError("--earlier is for a whole record.")


def _take_down(project: Path, request: Request, *, now: bool, no_trace: bool, earlier: bool) -> int:
    """Take something down, and return the exit code."""
    published = read(project)
    takedown: erasing.Erasure | withdrawing.Takedown
    if earlier:
        takedown = withdrawing.prepare_earlier(published, request)
    elif no_trace:
        takedown = erasing.prepare(project, published, request)
    else:
        takedown = withdrawing.prepare(published, request)
    words = {"--note": request.note, "--role": request.role}
    problems = [*takedown.problems, *about_words(project, published, request.day, words)]
    if errors(problems):
        tell(problems)
        return WRONG
    tell([*problems, *(() if earlier else duties(published, request))])
    if takedown.problems:  # It was done before, perhaps not to its end.
        if not earlier:
            renew_after_takedown(project, frozenset(), request.name, no_trace=no_trace, begun=True)
        return FINE
    if not now and not confirmed(f"Take {request.name} down?", "--now"):
        say("Nothing was changed.")
        sys.exit(WRONG)
    before = standing(project, published)
    if isinstance(takedown, erasing.Erasure):
        begun = takedown.is_listed
        written = erasing.carry_out(project, takedown)
    else:
        begun = takedown.edition is None
        written = withdrawing.carry_out(project, takedown)
    renew_after_takedown(project, before, request.name, no_trace=no_trace, begun=begun and not earlier)
    say(f"{request.name} is taken down: {len(written)} files or folders of published/ changed.")
    for path in written:
        say(f"    {path.relative_to(project).as_posix()}")
    _tell_mentions(project, request, takedown.mentioned_in, no_trace=no_trace)
    say(AFTERWARDS.format(name=request.name))
    if no_trace and not (project / DATA).is_dir():
        say(NOT_REMEMBERED)
    return FINE


def _tell_mentions(project: Path, request: Request, found: Iterable[Mention], *, no_trace: bool) -> None:
    for mention in found:
        say(f"It is mentioned in {mention}; look whether that must change too.")
    if no_trace:
        by_hand = hand_written_mentions(project, request.id, request.part)
        tell(takedown_messages.NAMED_BY_HAND.at(Place(mention.name)) for mention in by_hand)


def _confirm(project: Path, kind: str, record_id: str, part: str | None, *, day: date, role: str) -> int:
    """Confirm a takedown, and return the exit code."""
    published = read(project)
    confirmation = confirming.prepare(project, published, kind, record_id, part, role=role)
    problems = [*confirmation.problems, *about_words(project, published, day, {"--role": role})]
    tell(problems)
    if errors(problems):
        return WRONG
    if not confirmation.problems:
        confirming.carry_out(project, confirmation)
        say(f"The takedown of {confirmation.name} is confirmed by a second person.")
    return FINE
