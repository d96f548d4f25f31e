"""How many days passed from each meeting to its minutes, as a bar for each meeting."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from editions.parts.promises import PublicPromptness
from macros.charts.charts import Chart
from macros.charts.marks import Aim, Row, bars, scale_of, stacked, swatch
from macros.language.formats import day
from macros.language.languages import Language
from macros.views.lookups import Lookups
from macros.views.promptness import Timing, promise_of, timings

MOST = 16
"""So many meetings are drawn: the newest of those whose minutes are published."""

FEWEST = 2

LOOKS = {"full": "As promised, or nothing was promised", "crossed": "Later than promised"}
"""What looks alike, with its words."""


def promptness_chart(lookups: Lookups, plain: Callable[[str], str]) -> Chart | None:
    """Return the days from meetings to their minutes, the newest first; None for fewer than two.

    `plain` makes words of a line that may have something withheld in it.
    """
    language, promise = lookups.language, promise_of(lookups)
    found = [each for each in timings(lookups) if each.counted is not None and each.counted >= 0][:MOST]
    if len(found) < FEWEST:
        return None
    looks = [_look(each) for each in found]
    names = [f"{day(language, each.meeting.date)}, {plain(each.meeting.title)}" for each in found]
    said = [counted_words(language, promise, each.counted or 0) for each in found]
    aim = _aim(language, promise)
    values = [Decimal(each.counted or 0) for each in found] + ([aim.value] if aim else [])
    return Chart(
        id="promptness",
        title=language.gettext("Days from the meeting to its minutes"),
        description=language.gettext(
            "A bar for each meeting, the newest on top: the longer, the later its minutes were published. "
            "The table has the same in words."
        ),
        picture=bars(
            [
                Row(name, words, (stacked([(each.counted or 0, look)]),))
                for each, look, name, words in zip(found, looks, names, said, strict=True)
            ],
            scale_of(values, whole=True),
            lambda each: f"{each:f}",
            aim,
        ),
        key=tuple(
            (swatch(look), language.pgettext("chart-promptness", words))
            for look, words in LOOKS.items()
            if look in looks and len(set(looks)) > 1
        ),
        head=(
            language.gettext("Meeting"),
            language.gettext("Minutes published"),
            language.gettext("After"),
        ),
        rows=tuple(
            (name, day(language, each.minutes or ""), words)
            for each, name, words in zip(found, names, said, strict=True)
        ),
        note=_note(language, promise),
    )


def counted_words(language: Language, promise: PublicPromptness | None, days: int) -> str:
    """Return a number of days, in words that say which days are counted."""
    if promise is not None and promise.counted == "working-days":
        words = language.ngettext("%(count)s working day", "%(count)s working days", days)
    else:
        words = language.ngettext("%(count)s day", "%(count)s days", days)
    return words % {"count": days}


def _look(timing: Timing) -> str:
    late = any(each.what == "minutes" and each.late_by for each in timing.dues)
    return "crossed" if late else "full"


def _aim(language: Language, promise: PublicPromptness | None) -> Aim | None:
    if promise is None or promise.draft_days is None:
        return None
    words = counted_words(language, promise, promise.draft_days)
    return Aim(Decimal(promise.draft_days), language.gettext("Promised: %(days)s") % {"days": words})


def _note(language: Language, promise: PublicPromptness | None) -> str:
    if promise is not None and promise.counted == "working-days":
        return language.gettext("Counted in working days, to the first day on which minutes were published.")
    return language.gettext("Counted to the first day on which minutes were published.")
