"""What a kind of record is to the reader: its pages, its macros, its addresses and its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment

from editions.fields import PublicRecord
from macros.rendering import assemble_markdown, in_place, render
from macros.views.decisions import Ruling
from macros.views.ledger import Ledger
from macros.views.lookups import Lookups
from macros.views.mentions import Mention
from macros.views.threads import Thread

Macro = Callable[..., str]
"""Returns the Markdown of what an author or a generated page asks for."""


@dataclass(frozen=True, slots=True)
class Showing:
    """What macros are made from: the dataset as pages ask for it, and the templates."""

    lookups: Lookups
    templates: Environment
    mentions: Callable[[str, str], tuple[Mention, ...]]
    """Returns where a record, by kind and id, is named in others."""

    thread: Callable[[], Thread]
    """Returns what led to what."""

    ledger: Callable[[], Ledger]
    """Returns every action as it stands today."""

    rulings: Callable[[], Mapping[str, Ruling]]
    """Returns every decision with what replaced it."""

    def shown(self, template: str, **values: Any) -> str:
        """Return what a template makes of values, as Markdown."""
        return assemble_markdown(render(self.templates, template, **values), in_place)


def no_macros(_: Showing) -> tuple[Macro, ...]:
    """Return nothing, for a kind that only others show."""
    return ()


@dataclass(frozen=True, slots=True)
class ShownKind:
    """One kind of record, as it is shown."""

    name: str
    """The kind: `plans`."""

    title: str
    """What its records are called together, which is the title of their list: Plans."""

    macros: Callable[[Showing], tuple[Macro, ...]] = no_macros
    """Returns its macros. Their docstrings are the reference in the guide."""

    page: str | None = None
    """The macro that shows one record, by its id; None if records have no pages of their own."""

    list: str | None = None
    """The macro that shows the list; None if there is none."""

    list_at: str | None = None
    """The folder of the list's address, if it is not the name of the macro."""

    address: Callable[[PublicRecord], str] | None = None
    """The address of a record from the root of the site, for a kind whose records have no pages."""

    is_document: bool = False
    """Whether its records are documents that people keep, so that a sign-off makes a PDF of each."""

    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Labels of its closed lists by the name under which templates ask: `{{ x | word("plan-status") }}`."""
