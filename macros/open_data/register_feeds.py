"""Atom feeds of actions and decisions: what was agreed, and every later report, of all and of each part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from editions.kinds.meetings import PublicMeeting
from editions.parts.actions import PublicAction, PublicDecision
from macros.kinds import address_of
from macros.language.formats import day
from macros.language.words import ACTIONS, DECISIONS
from macros.open_data.feeds import FILE, Told, feed, tag
from macros.open_data.sources import Source
from macros.views.decisions import Ruling
from macros.views.decisions import chosen as chosen_decisions
from macros.views.filters import AGENCY, GROUP, Filter, action_filters, decision_filters
from macros.views.ledger import Story
from macros.views.lookups import News

_LONGEST = 120


def register_feeds(source: Source) -> dict[str, bytes]:
    """Return the feeds of the two registers by name: all, and those of each group and agency."""
    title = source.language.gettext
    all_actions = _told_of(source, source.ledger.of())
    files = {
        f"actions/{FILE}": _written(source, all_actions, "actions", title("Actions")),
        f"decisions/{FILE}": _written(
            source, _decided(source, chosen_decisions(source.rulings)), "decisions", title("Decisions")
        ),
    }
    for each in with_feeds(source):
        if each.register == "actions":
            limit = {each.by: each.value}
            told = _told_of(source, source.ledger.of(group=limit.get(GROUP), agency=limit.get(AGENCY)))
        else:
            told = _decided(source, chosen_decisions(source.rulings, group=each.value))
        files[f"{each.path}/{FILE}"] = _written(source, told, each.path, each.title)
    return files


def with_feeds(source: Source) -> tuple[Filter, ...]:
    """Return the parts of the registers that have feeds: those of groups and agencies."""
    found = (
        *action_filters(source.lookups, source.ledger),
        *decision_filters(source.lookups, source.rulings),
    )
    return tuple(each for each in found if each.by in {GROUP, AGENCY})


def _written(source: Source, told: list[Told], path: str, title: str) -> bytes:
    return feed(source, told, f"{path}/{FILE}", f"{title}: {source.name}", f"{path}/")


def _told_of(source: Source, stories: list[Story]) -> list[Told]:
    """Return what was agreed and reported, the newest first."""
    return _newest_first(told for story in stories for told in _steps(source, story))


def _decided(source: Source, rulings: list[Ruling]) -> list[Told]:
    return _newest_first(_decision(source, each) for each in rulings)


def _newest_first(told: Iterator[tuple[str, Told]]) -> list[Told]:
    """Return entries by the day on which they became public, then by that of their meetings."""
    return [each for _, each in sorted(told, key=lambda pair: (pair[1].day, pair[0]), reverse=True)]


def _steps(source: Source, story: Story) -> Iterator[tuple[str, Told]]:
    """Yield an entry for an action and for each report on it, each with the day of the meeting."""
    asked, said = story.asked, source.language.gettext
    words = _brief(source, asked.action.text) or said("An action")
    owners = source.parties(asked.action.owners)
    due = asked.action.due
    by = said("By %(due)s.") % {"due": day(source.language, due)} if due else ""
    yield (
        asked.meeting.date,
        Told(
            id=tag(source, f"actions/{story.name}", _first(source, asked.meeting)),
            title=said("New action: %(words)s") % {"words": words},
            day=_day(source, asked.meeting),
            address=f"{address_of(asked.meeting)}#{PublicAction.anchor}{asked.action.id}",
            category=("actions", said("Actions")),
            summary=" ".join(part for part in (f"{owners}." if owners else "", by) if part),
        ),
    )
    times: Counter[str] = Counter()
    for news in story.news:
        times[news.meeting.id] += 1
        yield news.meeting.date, _report(source, story, news, times[news.meeting.id], words)


def _report(source: Source, story: Story, news: News, number: int, words: str) -> Told:
    language, status = source.language, news.update.status
    state = language.label("action", ACTIONS, status) if status else language.gettext("Reported on")
    return Told(
        id=tag(source, f"actions/{story.name}/{news.meeting.id}/{number}", _first(source, news.meeting)),
        title=f"{state}: {words}",
        day=_day(source, news.meeting),
        address=f"{address_of(news.meeting)}#{news.item.id}",
        category=("actions", language.gettext("Actions")),
        summary=f"{source.title(news.meeting)}. {source.brief(news.update.note)}".strip(),
    )


def _decision(source: Source, ruling: Ruling) -> tuple[str, Told]:
    settled, language = ruling.settled, source.language
    kind = settled.decision.kind
    words = _brief(source, settled.decision.text) or language.gettext("The decision")
    return settled.meeting.date, Told(
        id=tag(source, f"decisions/{ruling.name}", _first(source, settled.meeting)),
        title=f"{language.label('decision', DECISIONS, kind)}: {words}" if kind else words,
        day=_day(source, settled.meeting),
        address=f"{address_of(settled.meeting)}#{PublicDecision.anchor}{settled.decision.id}",
        category=("decisions", language.gettext("Decisions")),
        summary=source.title(settled.meeting),
    )


def _brief(source: Source, text: str | None) -> str:
    whole = source.brief(text)
    return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST].rsplit(' ', 1)[0]} …"


def _first(source: Source, meeting: PublicMeeting) -> str:
    """Return the day of the first edition of a meeting, which never changes."""
    issues = source.lookups.meetings[meeting.id].issues
    return issues[0].date if issues else meeting.date


def _day(source: Source, meeting: PublicMeeting) -> str:
    """Return the day of the newest edition of a meeting that was no small correction."""
    issues = source.lookups.meetings[meeting.id].issues
    large = [each.date for each in issues if not each.minor] or [each.date for each in issues]
    return large[-1] if large else source.lookups.as_of or meeting.date
