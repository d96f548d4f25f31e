"""`pages sign-off`: publishes what was seen as the next edition."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from cli.asking import asked, confirmed
from cli.finding_records import keys_of, no_such_record, unread_file, without_file
from cli.keeping import renew_lock, renew_lock_if_behind, withheld_now, would_go
from cli.open_questions import not_settled
from cli.options import Day, KindName, day_option, private_project_option, record_key, show_text_option
from cli.outcome import Outcome, closing
from cli.printing import Press, after, may_lack_pdf, needed_first, needing_pdf, printed
from cli.publishing_due import publish_due
from cli.reading import read_project, scanner_of, stop_if_unsearchable
from cli.showing import as_text
from cli.telling import FINE, WRONG, note, plural, progress, say, tell
from editions.canonical import to_plain
from editions.downloads import PublicDownload
from editions.published import History, Published, read
from problems import Place, Problem, errors
from records.kinds import KINDS
from records.loading import Loaded, Records
from redaction import signing_messages as messages
from redaction.attachments.attaching import attach_all
from redaction.numbers.tables import COUNTING
from redaction.projecting.projection import project as project_one
from redaction.projecting.projection import project_all
from redaction.projecting.projection_messages import NOT_VALID
from redaction.recalling import recall
from redaction.searching.scanning import Scanner
from redaction.signing_off.embargoes import hold, waiting_in
from redaction.signing_off.returning import under_other_ids
from redaction.signing_off.signing import Prepared, Request, is_unchanged, prepare, store
from redaction.takedown_lists import forget_shown, parts_gone_since
from redaction.takedown_lists import objections as against_return
from redaction.verifying.twins import disagreements, drafts_among


@click.command(
    "sign-off",
    short_help="Publish a record as its next edition.",
    epilog="""\b
Examples:
  pages sign-off meetings/2026-03-12-executive
  pages sign-off meetings/2026-03-12-executive --redacted-by 'Business manager' \\
      --checked-by 'Chair' --code K7QM-2XFA --yes
  pages sign-off --changed
  pages sign-off --changed --add-pdf --minor --note 'A PDF was added.'
  pages sign-off --due
""",
)
@click.argument("names", nargs=-1, metavar="[RECORD]...")
@private_project_option
@click.option("--changed", is_flag=True, help="Every record whose public values changed or are new.")
@click.option(
    "--kind",
    "kinds",
    type=KindName(tuple(KINDS)),
    metavar="KIND",
    multiple=True,
    help="With --changed: only this kind. May be repeated.",
)
@click.option("--add-pdf", is_flag=True, help="Also what did not change, if a PDF of it is still to be made.")
@click.option("--due", is_flag=True, help="Publish the waiting editions whose day has come.")
@click.option("--redacted-by", help="Role of whoever prepared it.")
@click.option(
    "--checked-by",
    multiple=True,
    metavar="ROLE",
    help="Role of the second person. For a group that is shared, once for each area.",
)
@click.option("--code", help="The short code of what the second person saw.")
@click.option("--note", "change", help="What changed, for the public. Needed from the second edition on.")
@click.option("--minor", is_flag=True, help="The change is too small to be announced.")
@click.option("--embargo", type=Day(), metavar="DAY", help="Hold it back in data/pending/ until this day.")
@click.option(
    "--restore", multiple=True, metavar="PART", help="May be public again after a takedown; * for all."
)
@click.option("--remove-earlier", is_flag=True, help="Remove the content of earlier editions.")
@day_option
@click.option("--yes", is_flag=True, help="Do not show it and do not ask.")
@show_text_option
def sign_off(  # one line an option
    names: tuple[str, ...],
    project: Path,
    kinds: tuple[str, ...],
    redacted_by: str | None,
    checked_by: tuple[str, ...],
    code: str | None,
    change: str | None,
    embargo: date | None,
    restore: tuple[str, ...],
    day: date,
    **flags: bool,
) -> None:
    """Publish RECORD as its next edition, after showing what the public will see.

    Exits with 1 if any of the records could not be signed off; the others are.
    """
    if flags["due"] and (names or flags["changed"]):
        raise click.UsageError("--due publishes what was signed off before. Leave out RECORD and --changed.")
    if flags["due"]:
        sys.exit(publish_due(project, day))
    if not names and not flags["changed"]:
        raise click.UsageError("Name a record, for instance meetings/2026-03-12-executive, or say --changed.")
    if embargo is not None and embargo <= day:
        tell([messages.EMBARGO_PAST.at(Place("--embargo"))])
        sys.exit(WRONG)
    records, published = read_project(project)
    stop_if_unsearchable(records)
    keys, problems = _keys(
        names,
        records,
        published,
        kinds,
        waiting_in(project),
        changed=flags["changed"],
        add_pdf=flags["add_pdf"],
    )
    tell(problems)
    _note_renamed(records, published, changed=flags["changed"])
    refused = len(errors(problems))
    if not keys:
        say(closing(Outcome(refused=refused)) if refused else "Nothing to sign off.")
        renew_lock_if_behind(project, published)
        sys.exit(WRONG if refused else FINE)
    asked_for = Request(
        kind="",
        id="",
        redacted_by=redacted_by or asked("Role of whoever prepared this", "--redacted-by"),
        day=day,
        checked_by=checked_by[0] if checked_by else None,
        also_checked_by=checked_by[1:],
        public_from=embargo,
        note=change,
        minor=flags["minor"],
        code=code,
        restore=frozenset(restore),
        for_pdf=flags["add_pdf"],
        remove_earlier=flags["remove_earlier"],
    )
    shown = {name: flags[name] for name in ("yes", "show_text")}
    outcome = _sign_each(project, records, published, sorted(keys, key=needed_first), asked_for, **shown)
    outcome = replace(outcome, refused=outcome.refused + refused)
    if flags["changed"] or len(names) > 1:
        say(closing(outcome))
    sys.exit(WRONG if outcome.refused else FINE)


def _sign_each(
    project: Path,
    records: Records,
    published: Published,
    keys: list[tuple[str, str]],
    asked_for: Request,
    *,
    yes: bool,
    show_text: bool,
) -> Outcome:
    """Sign off records one after another, and return how that went. What is wrong with one stops no other."""
    scanner = scanner_of(records, published, asked_for.day)
    drafts = drafts_among(records, {*published.histories, *keys})
    dependent = disagreements(records, project_one, drafts, keys=keys)
    withheld: set[str] = set()
    press = Press(project, published)
    outcome = Outcome()
    for kind, record_id in keys:
        history = published.histories.get((kind, record_id))
        for_pdf = asked_for.for_pdf and may_lack_pdf(records.policy, kind, history)
        request = replace(asked_for, kind=kind, id=record_id, for_pdf=for_pdf)
        prepared, found, withheld_here = _prepared(project, records, published, scanner, request, press)
        file = records.loaded[kind, record_id].file
        found += [problem for problem in dependent if problem.place.file == file]
        withheld |= withheld_here
        tell(found, show_text=show_text)
        if errors(found) or prepared.edition is None:
            outcome = replace(outcome, refused=outcome.refused + 1)
        elif not (yes or _seen(prepared)):
            outcome = replace(outcome, left=outcome.left + 1)
        elif not _write(project, prepared, asked_for.public_from):
            outcome = replace(outcome, refused=outcome.refused + 1)
        else:
            outcome = replace(outcome, signed=outcome.signed + 1)
            press = after(press, kind)
            if kind in COUNTING:  # Other records may say the same numbers of people.
                published = read(project)
                records = recall(records, published)
    renew_lock(project, withheld)
    return outcome


def _prepared(
    project: Path, records: Records, published: Published, scanner: Scanner, request: Request, press: Press
) -> tuple[Prepared, list[Problem], frozenset[str]]:
    """Return what a sign-off would write, all that is wrong with it, and the addresses that it withholds."""
    with progress("Looking at pages of papers") as show:
        prepared = prepare(records, published, scanner, request, progress=show)
    history = published.histories.get((request.kind, request.id))
    prepared = needing_pdf(printed(press, prepared, scanner, records.policy), history)
    loaded = records.loaded[request.kind, request.id]
    going, withheld = _about_addresses(project, loaded, prepared, published)
    found = [
        *prepared.problems,
        *_about_takedown(project, prepared, loaded, history),
        *not_settled(project, loaded),
        *going,
    ]
    return prepared, found, withheld


def _note_renamed(records: Records, published: Published, *, changed: bool) -> None:
    """Say what stays published under a former name, before it is published under another as well."""
    for line in without_file(records, published) if changed else ():
        note(line)


def _keys(
    names: tuple[str, ...],
    records: Records,
    published: Published,
    kinds: tuple[str, ...],
    waiting: frozenset[tuple[str, str]],
    *,
    changed: bool,
    add_pdf: bool,
) -> tuple[list[tuple[str, str]], list[Problem]]:
    """Return the records that are meant, and a problem for each that is none, has mistakes or waits.

    What waits for its day is meant only if it is named: whoever publishes the rest must not publish it too.
    """
    keys: list[tuple[str, str]] = []
    problems: list[Problem] = []
    for name in names:
        key = record_key(name)
        if key in records.loaded:
            keys.append(key)
        elif (file := unread_file(key, records)) is not None:
            problems.append(NOT_VALID.at(Place(file)))
        else:
            problems.append(no_such_record(key, keys_of(records)))
    for key, attached in attach_all(project_all(records), records, published).items() if changed else ():
        projection = attached.projection
        wanted = not kinds or key[0] in kinds
        if wanted and errors(projection.problems):
            problems.append(NOT_VALID.at(Place(records.loaded[key].file)))
        elif wanted and projection.record is not None and key not in keys:
            history = published.histories.get((key[0], projection.record.id))
            lacks_pdf = add_pdf and may_lack_pdf(records.policy, key[0], history)
            if lacks_pdf or not is_unchanged(projection.record, history):
                is_waiting = (key[0], projection.record.id) in waiting
                place = Place(records.loaded[key].file)
                problems += [messages.LEFT_WAITING.at(place)] if is_waiting else []
                keys += [] if is_waiting else [key]
    problems += (NOT_VALID.at(Place(file)) for file in records.unread if changed)
    return keys, problems


def _about_takedown(
    project: Path, prepared: Prepared, loaded: Loaded, history: History | None
) -> tuple[Problem, ...]:
    """Return a problem if something was taken down without trace and nobody said that it may come back.

    What comes under another id is asked about until the first edition after that day.
    """
    request = prepared.request
    if prepared.record is None:
        return ()
    place = Place(f"data/{request.kind}/{request.id}.yml")
    name = f"{request.kind}/{prepared.record.id}"
    gone = parts_gone_since(project, name, history.newest.date) if history else ()
    return (
        *against_return(project, request.kind, prepared.record, place, request.restore),
        *under_other_ids(prepared.record, history, loaded, gone, request.restore),
    )


def _about_addresses(
    project: Path, loaded: Loaded, prepared: Prepared, published: Published
) -> tuple[tuple[Problem, ...], frozenset[str]]:
    """Return a problem for each address that would lead nowhere, and the addresses withheld on purpose."""
    if prepared.record is None:
        return (), frozenset()
    history = published.histories.get((prepared.request.kind, prepared.record.id))
    return (
        would_go(project, loaded, prepared.record, history),
        withheld_now(loaded, prepared.record, history),
    )


def _seen(prepared: Prepared) -> bool:
    """Show what the public will see, and return whether it is to be published."""
    if prepared.record is None:
        return False
    click.echo_via_pager(as_text(to_plain(prepared.record)))
    name = f"{prepared.request.kind}/{prepared.request.id}"
    note(f"{name}: edition {prepared.edition.number if prepared.edition else '?'}, code {prepared.code}")
    if prepared.emptied:
        note(f"The content of {plural(len(prepared.emptied), 'earlier edition')} will be removed.")
    return confirmed("Publish exactly this?", "--yes")


def _about_pdf(pdf: PublicDownload | None) -> str:
    """Return what is said of the PDF that was made."""
    return f", with a PDF of {plural(pdf.pages or 0, 'page')}" if pdf else ""


def _write(project: Path, prepared: Prepared, embargo: date | None) -> bool:
    """Write a prepared edition, or hold it back, and say so; return whether that could be done."""
    name = f"{prepared.request.kind}/{prepared.request.id}"
    try:
        if embargo is not None:
            path = hold(project, prepared, embargo)
            say(f"{name} waits until {embargo.isoformat()}: {path.relative_to(project).as_posix()}")
            return True
        path, *rest = store(project, prepared)
        if prepared.record is not None:
            forget_shown(project, prepared.request.kind, to_plain(prepared.record), prepared.record.id)
    except FileExistsError:
        tell([(messages.WAITING if embargo else messages.EDITION_EXISTS).at(Place(name))])
        return False
    except OSError:
        public = prepared.edition.id if prepared.edition else prepared.request.id
        tell([messages.NOT_STORED.at(Place(name), record=f"{prepared.request.kind}/{public}")])
        return False
    pdf = prepared.edition.pdf if prepared.edition else None
    say(f"{name} signed off, code {prepared.code}: {path.relative_to(project).as_posix()}{_about_pdf(pdf)}")
    for other in rest:
        say(f"    content removed from {other.relative_to(project).as_posix()}")
    return True
