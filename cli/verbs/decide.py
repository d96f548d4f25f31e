"""`pages decide`: what the software asks about words before a sign-off, and what somebody decides."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click
from pydantic import ValidationError

from cli.asking import asked
from cli.options import Day, day_option, private_project_option
from cli.reading import read_project, scanner_of, stop_if_unsearchable
from cli.telling import FINE, WRONG, note, plural, say, tell
from problems import Place
from records.loading import Records
from records.side_files.decisions import WordDecision
from records.side_files.known_terms import FEWEST_SIGNS
from redaction.review import deciding
from redaction.searching import question_messages as messages
from redaction.searching.decided import are_numbers
from redaction.searching.folding import fold_source
from redaction.searching.questions import Question


@click.command(
    short_help="Answer what you are asked about words before a sign-off.",
    epilog="""\b
Examples:
  pages decide
  pages decide 'Marrow Lane' --allow --reason 'A public street.' --role 'Business manager'
  pages decide 'Marrow Lane' --withhold --role 'Business manager'
""",
)
@click.argument("words", required=False, metavar="[WORDS]")
@private_project_option
@click.option(
    "--question",
    metavar="PLACE",
    help="The place that the list gives, instead of the words, where they must not be typed.",
)
@click.option("--allow", is_flag=True, help="The words may be published, wherever they stand.")
@click.option("--withhold", is_flag=True, help="The words must not be published, wherever they stand.")
@click.option("--reason", help="Why they may be. With --withhold: the reason of the policy for the marks.")
@click.option("--role", help="Your role.")
@click.option("--until", type=Day(), metavar="DAY", help="The last day of it; then you are asked again.")
@day_option
def decide(
    words: str | None,
    project: Path,
    question: str | None,
    allow: bool,
    withhold: bool,
    reason: str | None,
    role: str | None,
    until: date | None,
    day: date,
) -> None:
    """List what has to be decided about words, or decide it: one decision settles all places of the words.

    Words are shown on a terminal only, because logs are kept and read; elsewhere only their places are.
    Decisions are kept in data/decisions.yml, which is private.
    """
    deciding_now = allow or withhold
    if allow and withhold:
        raise click.UsageError("Words are either allowed or withheld: leave out --allow or --withhold.")
    if bool(words) and bool(question):
        raise click.UsageError("Give the words or --question PLACE, not both.")
    if deciding_now != bool(words or question):
        raise click.UsageError("Give both the words and --allow or --withhold, or neither for a list.")
    if until is not None and (withhold or until < day):
        raise click.UsageError("--until goes with --allow, and names a day that is still to come.")
    records, questions = _asked(project, day)
    if not deciding_now:
        _list(questions)
        sys.exit(FINE)
    meant = _meant(questions, words, question)
    text = meant.words if meant else words or ""
    if meant is None and (question or (allow and not _is_decided(records, text))):
        tell([messages.NO_SUCH_QUESTION.at(Place("pages decide"))])
        sys.exit(WRONG)
    refusal = _refusal(records, text, reason, withhold=withhold)
    if refusal:
        raise click.UsageError(refusal)
    if allow and reason is None:
        reason = asked("Why may these words be published", "--reason")
    role = role or asked("Your role", "--role")
    decision = _decision(text, day, allow=allow, reason=reason, role=role, until=until)
    every = deciding.with_decision(records.aside.decisions.decisions, decision)
    try:
        path = deciding.write_decisions(project, every)
    except ValueError:
        raise click.UsageError("The words, the reason or the role hold invisible signs.") from None
    say(f"Written to {path.relative_to(project).as_posix()}. It is private.")
    _say_places(meant, decision, records)


def _asked(project: Path, day: date) -> tuple[Records, tuple[Question, ...]]:
    """Return the records and every open question; stop where terms or decisions cannot be read."""
    records, published = read_project(project)
    stop_if_unsearchable(records)
    scanner = scanner_of(records, published, day)
    return records, deciding.open_questions(records, published, scanner, day)


def _decision(  # one value an option
    words: str, day: date, *, allow: bool, reason: str | None, role: str, until: date | None
) -> WordDecision:
    """Return the decision, or say that the reason or role is none."""
    plain = {
        "words": words,
        "decision": "allow" if allow else "withhold",
        "reason": reason,
        "role": role,
        "decided": day.isoformat(),
        "until": until.isoformat() if until else None,
    }
    if {reason, role} & {deciding.WHY, deciding.WHO}:
        raise click.UsageError("Write your own words in place of those in capitals.")
    try:
        return WordDecision.model_validate({key: value for key, value in plain.items() if value is not None})
    except ValidationError:
        raise click.UsageError("The reason and the role are words, the role on one line.") from None


def _refusal(records: Records, words: str, reason: str | None, *, withhold: bool) -> str | None:
    """Return why words cannot be searched for, or why a mark cannot give this reason."""
    if withhold and are_numbers(words):
        return "These words stand in no text. Change the table instead, or withhold rows of it."
    if sum(map(str.isalnum, words)) < FEWEST_SIGNS:
        return "These words have fewer than two letters or digits."
    reasons = [each.id for each in records.policy.reasons] if records.policy else []
    if withhold and reason is not None and reason not in reasons:
        return f"--reason is one of the reasons of the policy: {', '.join(reasons)}."
    return None


def _meant(questions: tuple[Question, ...], words: str | None, name: str | None) -> Question | None:
    """Return the question of these words, or of this name."""
    if words:
        return next((each for each in questions if fold_source(each.words) == fold_source(words)), None)
    named = [each for each in questions if each.name == name]
    return named[0] if len(named) == 1 else None


def _is_decided(records: Records, words: str) -> bool:
    known = (each.words for each in records.aside.decisions.decisions)
    return any(fold_source(each) == fold_source(words) for each in known)


def _list(questions: tuple[Question, ...]) -> None:
    """Print the open questions, each with the commands that answer it."""
    shown = sys.stdout.isatty()
    for number, each in enumerate(questions, 1):
        problem = each.problem
        say(f"{number}. {problem.message}")
        if shown:
            say(f"   {click.style(each.words, bold=True)}")
        for place in each.places:
            say(f"   {place}")
        if shown:
            say(f"   To allow:    {deciding.allowing(each.words)}")
            if not are_numbers(each.words):
                say(f"   To withhold: {deciding.withholding(each.words)}")
        else:
            say(f"   pages decide --question {each.name}")
        say("")
    if questions and not shown:
        note("The words are shown on a terminal only. Add --allow or --withhold to a command, and your role.")
    say(f"{plural(len(questions), 'question')} open." if questions else "Nothing is to be decided.")


def _say_places(meant: Question | None, decision: WordDecision, records: Records) -> None:
    """Print what is to be done at each place of words that must not be published."""
    places = meant.places if meant else ()
    if decision.decision == "allow":
        say(f"{plural(len(places), 'place')} settled.")
        return
    reasons = records.policy.reasons if records.policy else ()
    reason = decision.reason or (reasons[0].id if reasons else "REASON")
    words = decision.words if sys.stdout.isatty() else "\N{HORIZONTAL ELLIPSIS}"
    for place in places:
        say(f"{place}: write {deciding.mark_for(words, reason)}")
    say("Until then, what holds these words cannot be signed off.")
