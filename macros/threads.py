"""What the templates are given of the thread: what led to a thing, what came of it, and what is missing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment

from macros.kinds import address_of
from macros.links import title_of
from macros.views.gaps import Gap, gaps, gaps_around
from macros.views.lookups import Lookups
from macros.views.stories import day_of
from macros.views.threads import Thing, Thread


@dataclass(frozen=True, slots=True)
class Around:
    """What led to a thing and what came of it, as far as its own page does not say it already."""

    led: tuple[Thing, ...]
    came: tuple[Thing, ...]

    def __bool__(self) -> bool:
        """Return whether there is anything to show."""
        return bool(self.led or self.came)


def around(found: Thread, sort: str, name: str) -> Around:
    """Return what led to a thing and what came of it, in order of time, each thing once."""
    led = (
        link.earlier
        for link in found.led_to(sort, name)
        if not link.within and link.earlier.sort != "priorities" and link.relation != "replaced"
    )
    came = (
        link.later
        for link in found.came_of(sort, name)
        if not (link.within or (link.relation == "reported" and sort == "actions"))
        and not (link.relation in {"shown", "reported"} and sort == "plan-actions")
    )
    return Around(_in_time(led), _in_time(came))


def globals_of(
    lookups: Lookups, templates: Environment, whole: Callable[[], Thread]
) -> dict[str, Callable[..., Any]]:
    """Return the functions that templates call to walk along the thread, which `whole` gives.

    `around(sort, name)` is what stands around a thing, `words_of(thing)` what it is called, `day_of(thing)`
    its day; `gaps_of(sort, name)` is what is missing, and nothing unless the partnership says so in public.
    """

    @cache
    def missing() -> tuple[Gap, ...]:
        owner = lookups.partnership
        return gaps(whole(), lookups.as_of) if owner and owner.show_gaps and lookups.as_of else ()

    def words_of(thing: Thing) -> str:
        return _words(thing, templates)

    return {
        "address_of_thing": address_of_thing,
        "around": lambda sort, name: around(whole(), sort, name),
        "words_of": words_of,
        "day_of": day_of,
        "gaps_of": lambda sort, name: gaps_around(whole(), missing(), (sort, name)),
    }


def address_of_thing(thing: Thing) -> str:
    """Return the address of a thing from the root of the site."""
    return address_of(thing.record) + (f"#{thing.anchor}" if thing.anchor else "")


def _words(thing: Thing, templates: Environment) -> str:
    """Return what a thing is called: its number and title, or the beginning of its text."""
    label, title = getattr(thing.unit, "label", None), title_of_unit(thing)
    plain, brief = templates.filters["plain"], templates.filters["brief"]
    said = plain(title) if title else brief(getattr(thing.unit, "text", None) or "")
    number = templates.filters["number"](label) if label else ""
    return " ".join(each for each in (number, said) if each) or plain(title_of(thing.record))


def title_of_unit(thing: Thing) -> str:
    """Return the title of a thing, with its marks; empty where it has only a text."""
    if thing.unit is thing.record:
        return title_of(thing.record)
    return str(getattr(thing.unit, "title", None) or "")


def _in_time(things: Any) -> tuple[Thing, ...]:
    """Return things by day, each once; what has no day comes last."""
    once = {thing.key: thing for thing in things}
    return tuple(sorted(once.values(), key=lambda thing: (not day_of(thing), day_of(thing))))
