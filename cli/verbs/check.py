"""`pages check`: everything that is wrong, what changed since it was published, and what is due."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from cli.due import publications_due
from cli.finding_records import without_file
from cli.gaps import gaps_on
from cli.holding import held
from cli.keeping import lost, would_go
from cli.open_questions import left_to_settle
from cli.options import day_option, show_text_option, sound_project_option
from cli.reading import read_project, scanner_of
from cli.rules import rule_lines
from cli.telling import FINE, WRONG, counted, plural, progress, say, tell
from cli.yearly import outdated
from editions.datasets import Dataset, assemble
from editions.frozen import code_of
from editions.holding import read_hold
from editions.published import Published
from macros import settings
from macros.all_macros import macros_for, theme_values
from macros.making import documents
from macros.project_files.allowed_settings import DOCS
from problems import Problem, errors, in_order
from records.checks.matters_arising import matters_arising
from records.loading import Records
from redaction.attachments.attaching import Attached, attach_all
from redaction.attachments.searching import find_in_files
from redaction.complying import wrong as rules_wrong
from redaction.marking.invalid_records import damaged_marks
from redaction.projecting.projection import Projection, project_all, public_records
from redaction.projecting.projection_messages import NEIGHBOUR_NOT_VALID, NO_POLICY
from redaction.reminders import appointments_due, handovers_due, held_ahead, reviews_due, security_due
from redaction.searching.decided import decided_on, expired
from redaction.searching.placing import placing
from redaction.searching.scanning import Scanner, find_in_record
from redaction.sharing import shared_wrong
from redaction.signing_off.concealed_totals import totals_due, totals_wrong
from redaction.signing_off.embargoes import read_pending, reminders
from redaction.signing_off.second_people import second_looks_due
from redaction.signing_off.signing import asked, is_unchanged
from redaction.takedown.confirming import to_confirm


@click.command(
    short_help="Say all that is wrong, changed or due.", epilog="Example: pages check --project ../aldermere"
)
@sound_project_option
@day_option
@click.option("--rules", is_flag=True, help="List every rule of law, guidance and your own, met or not.")
@show_text_option
def check(project: Path, day: date, rules: bool, show_text: bool) -> None:
    """Say all that is wrong, what changed since its edition, and what is due.

    Exits with 1 if there is any error, else with 0. Nothing is written.
    """
    records, published = read_project(project)
    with progress("Projecting") as show:
        plain = project_all(records, progress=show)
    with progress("Looking at papers") as show:
        attached = attach_all(plain, records, published, progress=show)
    projections = {key: each.projection for key, each in attached.items()}
    problems = [*records.problems, *published.problems]
    own, waiting = _own_and_waiting(records, projections)
    problems += [*own, *damaged_marks(records)]
    scanner = scanner_of(records, published, day)
    problems += _leaks(records, attached, published, scanner, day)
    composed = settings.compose(project)
    problems += () if isinstance(composed, settings.Settings) else composed
    dataset = assemble(published)
    problems += settings.without_own_address(project, dataset)
    prepared = assemble(published, public_records(projections))
    problems += [*lost(project, published, dataset), *outdated(records, dataset)]
    problems += _going(project, records, projections, published)
    problems += documents.check(project / DOCS, macros_for(Dataset()))
    problems += documents.without_logo(project / DOCS, theme_values(prepared).get("logo", ""))
    pending = read_pending(project)
    problems += [*pending.problems, *reminders(project, pending, day)]
    problems += second_looks_due(records.policy, published, day)
    problems += to_confirm(project, records.policy, published, day)
    hold = read_hold(project)
    problems += [held(hold)] if hold is not None else []
    problems += [*totals_due(records, published, day), *totals_wrong(records, published, day)]
    problems += _matters_arising(records)
    problems += [*reviews_due(records, day), *security_due(records, day), *expired(records, day)]
    problems += shared_wrong(published, scanner)
    problems += rules_wrong(records, dataset)
    problems += [*handovers_due(records, day), *appointments_due(records, day), *held_ahead(records, day)]
    problems += publications_due(records, prepared, day)
    problems += left_to_settle(project, records)
    tell(problems, show_text=show_text)
    if records.folder is not None:
        for line in rule_lines(dataset, prepared, day.isoformat(), whole=rules):
            say(line)
    for line in (*changes(projections, published), *without_file(records, published)):
        say(line)
    for gap in in_order(gaps_on(records, projections, prepared, day)):
        say(f"note: {gap}")
    if waiting:
        say(f"{plural(waiting, 'record')} more cannot be signed off until the mistakes above are mended.")
    say(f"{plural(len(records.loaded), 'record')} read, {counted(problems)}.")
    sys.exit(WRONG if errors(problems) else FINE)


def changes(projections: dict[tuple[str, str], Projection], published: Published) -> list[str]:
    """Return a line for each record whose public values are not those that are published, with its code."""
    lines = []
    for (kind, record_id), projection in projections.items():
        if projection.record is None:
            continue
        history = published.histories.get((kind, projection.record.id))
        if history is None:
            lines.append(f"not published: {kind}/{record_id}, code {code_of(kind, projection.record)}")
        elif not is_unchanged(projection.record, history):
            code = code_of(kind, projection.record)
            lines.append(f"changed since edition {history.newest.number}: {kind}/{record_id}, code {code}")
    return lines


def _own_and_waiting(
    records: Records, projections: dict[tuple[str, str], Projection]
) -> tuple[list[Problem], int]:
    """Return what is wrong with valid records themselves, and how many only wait for others to be mended.

    What is wrong with the others, the policy too, is told by reading them.
    """
    valid = [each.problems for key, each in projections.items() if records.get(*key) is not None]
    others = {NEIGHBOUR_NOT_VALID.code, NO_POLICY.code}
    own = [problem for problems in valid for problem in problems if problem.code not in others]
    waiting = sum(any(problem.code in others for problem in problems) for problems in valid)
    return own, waiting


def _matters_arising(records: Records) -> list[Problem]:
    """Return a reminder of the open actions of which the newest meeting of a group says nothing."""
    valid = {key: each.record for key, each in records.loaded.items() if each.record is not None}
    return list(matters_arising(valid, lambda key, path: records.loaded[key].place(path)))


def _going(
    project: Path,
    records: Records,
    projections: dict[tuple[str, str], Projection],
    published: Published,
) -> list[Problem]:
    """Return a problem for each address that the next edition of a record would not have."""
    return [
        problem
        for key, projection in projections.items()
        if projection.record is not None
        for problem in would_go(
            project,
            records.loaded[key],
            projection.record,
            published.histories.get((key[0], projection.record.id)),
        )
    ]


def _leaks(
    records: Records,
    attached: dict[tuple[str, str], Attached],
    published: Published,
    scanner: Scanner,
    day: date,
) -> list[Problem]:
    """Return the findings in all that could be signed off."""
    decided = decided_on(records, day)
    found: list[Problem] = []
    for key, each in attached.items():
        projection = each.projection
        if projection.record is not None:
            place = records.loaded[key].place(())
            history = published.histories.get((key[0], projection.record.id))
            locate = placing(records.loaded[key], projection)
            found += find_in_record(scanner, projection.record, place, locate)
            questions = asked(scanner, each, locate, decided, history)
            found += (question.problem for question in questions)
            found += find_in_files(scanner, each.files, locate)
    return found
