"""What in a document must not be guessed silently: each trap that is found becomes a question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from records.importing import import_messages as messages
from records.importing.drafting.questions import Question
from records.importing.paragraphs.blocks import Oddity, Source, Spot, blocks_in
from records.importing.paragraphs.dates import days_in
from records.importing.paragraphs.markers import depth_of, value_of
from records.importing.recognising.attendees import Attendee
from records.importing.recognising.fronts import Front
from records.importing.recognising.minuting import Minute
from records.importing.recognising.names import folded
from records.importing.recognising.outlines import Outline, Section
from records.importing.recognising.rosters import INITIALS, Roster, is_person_or_body, meant, people_meant
from records.importing.recognising.tasks import Task

_REDACTED = re.compile(
    r"\[?\bredact(?:ed|ion)\b\]?|\bpart (?:b|ii|2)\b(?= |$|[.,):])|\bexempt (?:information|item|from "
    r"publication)\b|\bconfidential\b|"
    r"\bnot for publication\b|\u2588{2,}|\bXXX+\b|\bin camera\b|\bclosed session\b|\bofficial[- ]sensitive\b",
    re.IGNORECASE,
)
_CONFIDENTIAL = re.compile(
    r"\b(?:the|a) (?:family|child|mother|father|boy|girl|sibling|baby) (?:known as|called|named)\b"
    r"|\bchild [A-Z]\b(?! and)|\bfamily [A-Z]\b|"
    r"\b(?:disciplinary|dismissed|suspended from|capability proceedings|settlement agreement|legal "
    r"advice|long[- ]term sick)\b|"
    r"\b(?:sick leave|maternity leave|bereavement)\b|\bthreatened to kill\b|\bday rate\b"
    r"|\bremuneration\b|\bsalary\b",
    re.IGNORECASE,
)
_SHOWN = 6
_CAPITALS = re.compile(
    r"(?:^|(?<=[.:] ))(?P<initials>[A-Z][A-Za-z]?[A-Z]|[A-Z][A-Z](?!s\b)[a-z])(?=\s+(?:said|asked"
    r"|noted|stated|suggested|reported|explained|confirmed|agreed|advised|will|presented|updated"
    r"|raised|queried|proposed|seconded|thanked|proposes|seconds|asks|notes|states|suggests|reports"
    r"|explains)\b|:)"
)


def source_questions(source: Source) -> Iterator[Question]:
    """Yield the questions about what is not plain text in the source."""
    kinds = (
        (("inserted", "deleted"), messages.TRACKED, "The draft takes the changes as accepted."),
        (("comment", "note"), messages.COMMENTS, "They are kept in `office_note`."),
        (("hidden", "box"), messages.HIDDEN, "It is kept in `office_note`."),
        (("header", "footer"), messages.RUNNING, "They are kept in `office_note`."),
        (("embedded", "picture"), messages.EMBEDDED, "They are left out."),
        (("macro",), messages.MACROS, "They are left out and were not run."),
        (("lost-letters",), messages.LOST, "Question marks stand in their place."),
    )
    for names, wording, proposal in kinds:
        found = [each for each in source.oddities if each.kind in names]
        if found:
            yield Question(
                wording, tuple(each.spot for each in found), _some(_short(each) for each in found), proposal
            )


def _short(oddity: Oddity) -> str:
    words = oddity.text.split()
    return " ".join(words[:8]) + (" \u2026" if len(words) > 8 else "")


def _some(words: Iterable[str]) -> str:
    """Return a few words as a list in quotation marks."""
    every = [word for word in dict.fromkeys(words) if word]
    more = f" and {len(every) - _SHOWN} more" if len(every) > _SHOWN else ""
    return ", ".join(f"\u201c{word}\u201d" for word in every[:_SHOWN]) + more


def outline_questions(outline: Outline) -> Iterator[Question]:
    """Yield the questions about items: none that can be told, and numbers that repeat or jump."""
    if outline.guessed:
        yield Question(messages.OUTLINE, (), "", "One item holds everything.", ("items",))
        return
    wrong = list(_wrong_numbers([each for each in outline.sections if each.level == 1]))
    wrong += _wrong_numbers(
        [each for each in outline.sections if each.level > 1 and depth_of(each.label) > 1]
    )
    if wrong:
        spots = tuple(section.spot for section in wrong)
        words = _some(section.label for section in wrong)
        yield Question(messages.NUMBERS, spots, words, "The numbers stay as they are printed.", ("items",))


def _wrong_numbers(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the items whose number is that of another, or does not follow the one before."""
    often = Counter(section.label for section in sections if section.label)
    last: int | None = None
    for section in sections:
        if not section.label:
            continue
        value = value_of(section.label) if depth_of(section.label) == 1 else None
        repeated = often[section.label] > 1
        jumped = value is not None and last is not None and value not in {last, last + 1}
        if repeated or jumped:
            yield section
        last = value if value is not None else last


def date_questions(front: Front, file_days: Sequence[str], day: str) -> Iterator[Question]:
    """Yield the question about the day: contradicted by its weekday, by another day, or only likely."""
    days = [(found, spot) for found, spot in front.days]
    spots = tuple(spot for _, spot in days)
    others = {found.day for found, _ in days} | set(file_days)
    wrong = [found for found, _ in days if found.wrong_weekday or found.doubtful]
    month = len(day) < len("2026-03-12")
    partial = {other for other in others if not other.startswith(day) and not day.startswith(other)}
    if wrong or partial or month or not days:
        words = _some([found.words for found, _ in days])
        yield Question(messages.DATE, spots, words, f"The draft says {day}.", ("date",))


def future_days(source: Source, day: str) -> Iterator[Question]:
    """Yield a question for a `previous` day that lies after the meeting; rule `previous in the future`."""
    for block in blocks_in(source.parts):
        if not re.search(r"\b(?:previous|last)\b", block.text, re.IGNORECASE):
            continue
        for found in days_in(block.text):
            before = block.text[max(0, found.start - 60) : found.start]
            if found.day[: len(day)] > day and re.search(r"\b(?:previous|last)\b", before, re.IGNORECASE):
                yield Question(
                    messages.DATE,
                    (block.spot,),
                    _some([found.words]),
                    "It stays as it is printed.",
                    ("date",),
                )


def people_questions(attendees: Sequence[Attendee], roster: Roster) -> Iterator[Question]:
    """Yield the questions about the attendance."""
    unknown = [row for row in attendees if not _is_known(row, roster)]
    if unknown:
        yield Question(
            messages.PEOPLE,
            tuple(row.spot for row in unknown),
            _some(row.who.name for row in unknown),
            "They are kept by name.",
            ("attendance",),
        )
    both = [row for row in attendees if row.also]
    if both:
        words = _some(row.who.name for row in both)
        yield Question(
            messages.CONTRADICTION, tuple(row.spot for row in both), words, "Both are kept.", ("attendance",)
        )
    doubled = [row for row in attendees if _is_doubled(row, attendees)]
    several = [row for row in attendees if len(roster.known.person(row.who.name)) > 1]
    if doubled or several:
        words = _some([*(row.who.initials for row in doubled), *(row.who.name for row in several)])
        spots = tuple(row.spot for row in (*doubled, *several))
        yield Question(
            messages.SEVERAL_PEOPLE, spots, words, "They stay as they are printed.", ("attendance",)
        )


def _is_known(row: Attendee, roster: Roster) -> bool:
    return any(member.id for member in roster.members if folded(member.name) == folded(row.who.name))


def _is_doubled(row: Attendee, attendees: Sequence[Attendee]) -> bool:
    """Return whether somebody else has the same initials."""
    initials = row.who.initials
    return bool(initials) and any(
        other.who.initials == initials and folded(other.who.name) != folded(row.who.name)
        for other in attendees
    )


def owner_questions(minutes: Iterable[Minute], roster: Roster) -> Iterator[Question]:
    """Yield the questions about actions: owners that are nobody, and initials of which nothing is known."""
    for minute in minutes:
        for task in minute.actions:
            yield from _of_owner(task, roster)


def _of_owner(task: Task, roster: Roster) -> Iterator[Question]:
    if not task.owners:
        yield Question(messages.OWNER, (task.spot,), "", "The action has no owner.", ("items",))
    for words in task.owners:
        for one in people_meant(words, roster):
            name = one.party.get("name", "")
            if one.several:
                yield Question(
                    messages.SEVERAL_PEOPLE,
                    (task.spot,),
                    _some([name]),
                    "The words stay as printed.",
                    ("items",),
                )
            elif not one.sure and INITIALS.fullmatch(name):
                yield Question(
                    messages.INITIALS,
                    (task.spot,),
                    _some([name]),
                    "The initials stay as printed.",
                    ("items",),
                )
            elif not one.sure or (task.guessed_owner and not is_person_or_body(one, name)):
                yield Question(
                    messages.OWNER, (task.spot,), _some([name]), "The words stay as the owner.", ("items",)
                )


def file_questions(minutes: Iterable[Minute]) -> Iterator[Question]:
    """Yield the question about names of files that stand in the text, where a file was embedded."""
    found = [file for minute in minutes for file in minute.files]
    if found:
        words = _some(name for name, _ in found)
        spots = tuple(spot for _, spot in found)
        yield Question(messages.EMBEDDED, spots, words, "Their names are listed under `papers`.", ("items",))


def speaker_questions(source: Source, roster: Roster) -> Iterator[Question]:
    """Yield the questions about whoever speaks by initials or full name and is not listed as present."""
    unknown: dict[str, Spot] = {}
    unlisted: dict[str, Spot] = {}
    for block in blocks_in(source.parts):
        for found in _CAPITALS.finditer(block.text):
            initials = found["initials"]
            one = meant(initials, roster)
            if not one.sure:
                unknown.setdefault(initials, block.spot)
            elif any(member.initials == initials and not member.listed for member in roster.members):
                unlisted.setdefault(initials, block.spot)
    if unknown:
        yield Question(messages.INITIALS, tuple(unknown.values()), _some(unknown), "They stay as printed.")
    if unlisted:
        yield Question(
            messages.UNLISTED,
            tuple(unlisted.values()),
            _some(unlisted),
            "They are not in the attendance.",
            ("attendance",),
        )


def action_questions(minutes: Sequence[Minute]) -> Iterator[Question]:
    """Yield the questions about numbers of actions, and about actions and decisions that are only told."""
    tasks = [task for minute in minutes for task in minute.actions]
    often = Counter(task.label for task in tasks if task.label)
    doubled = [task for task in tasks if often[task.label] > 1 and task.label]
    if doubled:
        words = _some(task.label for task in doubled)
        spots = tuple(task.spot for task in doubled)
        yield Question(messages.ACTION_NUMBERS, spots, words, "Each is an action of its own.", ("items",))
    implied = [task for task in tasks if task.implied]
    if implied:
        spots = tuple(task.spot for task in implied)
        yield Question(
            messages.IMPLIED, spots, "", f"{len(implied)} are in the draft, with `implied: yes`.", ("items",)
        )
    told = [found for minute in minutes for found in minute.decisions if found.implied]
    if told:
        spots = tuple(found.spot for found in told)
        yield Question(
            messages.DECISIONS, spots, "", f"{len(told)} are in the draft, with `implied: yes`.", ("items",)
        )


def passages(source: Source, detect: Callable[[str], Iterable[str]]) -> Iterator[Question]:
    """Yield the questions about what was redacted, and about what may be confidential."""
    for wording, form, more in (
        (messages.WITHHELD, _REDACTED, _nothing),
        (messages.CONFIDENTIAL, _CONFIDENTIAL, detect),
    ):
        found = [
            (block, words)
            for block in blocks_in(source.parts)
            for words in (*(match[0] for match in form.finditer(block.text)), *more(block.text))
        ]
        if found:
            spots = tuple(block.spot for block, _ in found)
            yield Question(
                wording, spots, _some(words for _, words in found), "It stands in the draft as it is."
            )


def _nothing(_text: str) -> Iterable[str]:
    return ()
