"""What stands in the digest of a meeting, out of public values alone, as plain words and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from editions.datasets import Entry
from editions.fields import PublicModel, PublicUnit
from editions.kinds.meetings import CALLED_OFF, DRAFTS, PublicMeeting
from editions.parts.actions import PublicAction, PublicDecision
from editions.walking import items_of
from macros.kinds import address_of
from macros.language.formats import clock, day, days
from macros.language.words import ACTIONS, DECISIONS, HAPPENED, STATUSES
from macros.open_data.sources import Source
from macros.rendering import name_in_words
from macros.texts import prose
from macros.texts.plain_words import plain_words
from macros.views.meetings import Coming, coming, is_coming

MOST = 6
"""So many meetings to come are listed, the soonest first."""

_BESIDE = frozenset({"owners", "due", "due_words", "status", "kind"})
"""The fields of a decision or action that stand beside its text."""

_NEW = frozenset({"open", "in-progress"})


@dataclass(frozen=True, slots=True)
class Point:
    """One decision, action, item or meeting to come."""

    words: str
    beside: str = ""
    """Who is to do it and by when, or where a meeting is."""

    address: str = ""
    """Where it stands on the site, for good."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the digest, with its heading."""

    heading: str
    points: tuple[Point, ...]
    without: str = ""
    """What stands there instead, if there are no points."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The digest of a meeting, ready to be written in any form."""

    language: str
    """The tag of its language: en-GB."""

    title: str
    about: str
    """The partnership, and in what state the minutes are."""

    summary: str
    parts: tuple[Part, ...]
    link: Point
    """The page of the meeting."""

    ending: tuple[str, ...]
    """What a reader should know about it: that something is withheld, whom to ask, that all is made up."""


def digest_of(source: Source, entry: Entry[PublicMeeting]) -> Digest:
    """Return the digest of a meeting. Raises ValueError for an entry without a record."""
    meeting = entry.record
    if meeting is None:
        raise ValueError("This entry has no record.")
    language, gettext = source.language, source.language.gettext
    title = source.line(meeting.title)
    when = days(language, meeting.date, meeting.until)
    return Digest(
        language=language.code,
        title=title if meeting.date[:4] in title else f"{title}, {when}",
        about=f"{source.name}. {_state(source, meeting)}",
        summary=words_of(source, meeting.summary),
        parts=tuple(_parts(source, meeting)),
        link=Point(gettext("All of it, on the website"), address=source.at(address_of(meeting))),
        ending=tuple(_ending(source, meeting)),
    )


def words_of(source: Source, text: str | None) -> str:
    """Return public prose as plain words on one line; notices of what is withheld stand in brackets."""
    if not text:
        return ""
    return plain_words(text, source.reasons, source.language)


def _state(source: Source, meeting: PublicMeeting) -> str:
    """Return in what state the document is, as a sentence."""
    language = source.language
    if meeting.happened in CALLED_OFF:
        return f"{language.label('happened', HAPPENED, meeting.happened or '')}."
    said = f"{language.label('status', STATUSES, meeting.status)}."
    if meeting.status in DRAFTS:
        return f"{said} {language.gettext('They may change before they are approved.')}"
    return said


def _parts(source: Source, meeting: PublicMeeting) -> Iterator[Part]:
    gettext = source.language.gettext
    minuted = not is_coming(source.lookups, meeting) and meeting.status not in {"planned", "agenda"}
    if meeting.withheld is not None:
        pass  # Only that it is withheld is told, at the end.
    elif minuted and meeting.happened not in CALLED_OFF:
        decisions, actions = tuple(_decisions(source, meeting)), tuple(_actions(source, meeting))
        none = gettext("No decision is recorded."), gettext("No action is recorded.")
        yield Part(gettext("What was decided"), decisions, none[0])
        yield Part(gettext("Who is to do what"), actions, none[1])
    elif meeting.items:
        yield Part(gettext("On the agenda"), tuple(_agenda(source, meeting)))
    ahead = tuple(_ahead(source, each) for each in _others_coming(source, meeting)[:MOST])
    yield Part(gettext("Next meetings"), ahead, gettext("No coming meeting is published."))


def _decisions(source: Source, meeting: PublicMeeting) -> Iterator[Point]:
    inside = (each for item in items_of(meeting.items) for each in item.decisions)
    for each in (*meeting.decisions_between, *inside):
        text = words_of(source, each.text) or _notice(source, each)
        kind = source.language.label("decision", DECISIONS, each.kind) if each.kind else ""
        said = kind if kind.lower() not in text[:60].lower() else ""
        said = ", ".join(part for part in (said, *_fields_withheld(source, each)) if part)
        condition = words_of(source, each.condition)
        if condition:
            text = f"{text} {source.language.gettext('Condition:')} {condition}"
        yield Point(_labelled(source, each.label, text), said, _at(source, meeting, PublicDecision, each.id))


def _actions(source: Source, meeting: PublicMeeting) -> Iterator[Point]:
    language = source.language
    for action in (each for item in items_of(meeting.items) for each in item.actions):
        text = words_of(source, action.text) or _notice(source, action)
        news = source.lookups.latest.get(f"{meeting.id}/{action.id}")
        status = (news.update.status if news else action.status) or "open"
        beside = [source.parties(action.owners)]
        if action.due:
            beside.append(language.gettext("by %(due)s") % {"due": day(language, action.due)})
        beside.append(source.line(action.due_words))
        if status not in _NEW:
            beside.append(language.label("action", ACTIONS, status).lower())
        beside += _fields_withheld(source, action)
        words = ", ".join(each for each in beside if each)
        yield Point(
            _labelled(source, action.label, text), words, _at(source, meeting, PublicAction, action.id)
        )


def _agenda(source: Source, meeting: PublicMeeting) -> Iterator[Point]:
    for item in meeting.items:
        title = source.line(item.title) or _notice(source, item)
        address = source.at(f"{address_of(meeting)}#{item.id}")
        yield Point(_labelled(source, item.label, title), address=address)


def _others_coming(source: Source, meeting: PublicMeeting) -> tuple[Coming, ...]:
    """Return the meetings to come but this one, those of its group first."""
    found = [each for each in coming(source.lookups) if each.meeting is None or each.meeting.id != meeting.id]
    found.sort(key=lambda each: (each.date, each.group.id != meeting.group.id))
    return tuple(found)


def _ahead(source: Source, each: Coming) -> Point:
    """Return a meeting to come: when, whose, where."""
    language = source.language
    told = each.meeting or each.announced
    words = [day(language, each.date, weekday=True)]
    if each.announced is not None and not each.announced.date:
        undated = source.line(each.announced.date_words)
        words = [undated or language.gettext("Date to be confirmed")]
    if told is not None and told.time:
        words.append(clock(language, told.time))
    name = source.line(each.meeting.title) if each.meeting else source.who(each.group)
    page = each.meeting or each.announced_in
    place = source.line(told.place) if told is not None else ""
    return Point(f"{', '.join(words)}: {name}", place, source.at(address_of(page)) if page else "")


def _ending(source: Source, meeting: PublicMeeting) -> Iterator[str]:
    gettext, partnership = source.language.gettext, source.lookups.partnership
    if _withholds(meeting):
        told = gettext(
            "Something of this meeting is withheld. Where, and why, stands on the page: %(address)s"
        )
        yield told % {"address": source.at(address_of(meeting))}
    if partnership is not None and partnership.office.email:
        yield gettext("Questions: %(name)s, %(email)s") % {
            "name": source.line(partnership.office.name),
            "email": partnership.office.email,
        }
    if partnership is not None and partnership.fictional:
        yield gettext("Made up: this partnership does not exist.")


def _withholds(meeting: PublicMeeting) -> bool:
    """Return whether anything of a meeting is withheld, as its public record says."""
    plain = meeting.model_dump_json(exclude_none=True)
    return "[[withheld " in plain or bool(re.search(r'"withheld(?:_fields)?":(?:\{|\[\{)', plain))


def _notice(source: Source, unit: PublicUnit) -> str:
    reason = unit.withheld.reason if unit.withheld is not None else ""
    return f"[{prose.notice_words(reason, source.reasons, source.language)}]"


def _fields_withheld(source: Source, unit: PublicUnit) -> Iterator[str]:
    """Yield a notice for each withheld field that stands beside a text, and has no words in its place."""
    for each in unit.withheld_fields:
        if each.field in _BESIDE and not isinstance(getattr(unit, each.field, None), str):
            name = source.language.pgettext("field", name_in_words(each.field))
            notice = prose.notice_words(each.reason, source.reasons, source.language)
            yield f"{name}: [{notice}]"


def _labelled(source: Source, label: str | None, text: str) -> str:
    """Return a text with its printed number before it."""
    number = source.line(label).rstrip(". ")
    return f"{number} {text}" if number else text


def _at(source: Source, meeting: PublicMeeting, model: type[PublicModel], part: str) -> str:
    return source.at(f"{address_of(meeting)}#{model.anchor or ''}{part}")
