"""What all files for others are made from, and public texts and names as plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from editions.datasets import Dataset, Entry
from editions.fields import Printed, PublicRecord
from editions.kinds.groups import PublicGroup
from editions.marks import Withheld, Words, split
from editions.parts.actions import PublicParty
from macros.kinds import KINDS, address_of
from macros.language.formats import day
from macros.language.languages import Language
from macros.links import has_page, title_of
from macros.texts import prose
from macros.views.decisions import Ruling, rulings
from macros.views.ledger import Ledger, ledger
from macros.views.lookups import Lookups, look_up

BETWEEN = "; "
"""What stands between several values in one cell."""


@dataclass(frozen=True)
class Source:
    """The public records, and the address at which they are published."""

    lookups: Lookups
    address: str
    """The address of the site, with a `/` at its end."""

    @cached_property
    def reasons(self) -> Mapping[str, str]:
        """The words of each reason for withholding, by its id."""
        return {reason.id: reason.words for reason in self.lookups.reasons.values()}

    @cached_property
    def ledger(self) -> Ledger:
        """Every action as it stands today."""
        return ledger(self.lookups)

    @cached_property
    def rulings(self) -> Mapping[str, Ruling]:
        """Every decision with what replaced it."""
        return rulings(self.lookups)

    @cached_property
    def name(self) -> str:
        """What the partnership is called; the address of the site until that is published."""
        partnership = self.lookups.partnership
        return self.line(partnership.name) if partnership else self.address

    @property
    def language(self) -> Language:
        """The language of the site."""
        return self.lookups.language

    def group(self, entry: Entry[PublicGroup]) -> str:
        """Return the name of a group, also of one that was withdrawn."""
        return self.line(entry.record.name) if entry.record else self.language.gettext("A withdrawn group")

    def at(self, path: str) -> str:
        """Return the address of a page or file, given from the root of the site."""
        return self.address + path.lstrip("/")

    def line(self, text: str | None) -> str:
        """Return a line of public text as plain words; withheld words are a notice in brackets."""
        if not text:
            return ""
        if "[[" not in text and text.isprintable():
            return " ".join(text.split())  # The same, for nearly every text, in a tenth of the time.
        return prose.plain(text, self.reasons, self.language)

    def text(self, text: str | None) -> str:
        """Return public prose as it is written, in Markdown, with notices in place of what is withheld."""
        if not text or "[[" not in text:
            return (text or "").strip()
        return "".join(self._said(part) for part in split(text)).strip()

    def brief(self, text: str | None) -> str:
        """Return public prose on one line."""
        return " ".join(self.text(text).split())

    def title(self, record: PublicRecord) -> str:
        """Return what a record is called in a list, a meeting with its date."""
        title, date = self.line(title_of(record)), getattr(record, "date", None)
        return f"{title}, {day(self.language, date)}" if isinstance(date, str) else title

    def who(self, printed: Printed | None) -> str:
        """Return somebody by name, else by role and organization."""
        if printed is None:
            return ""
        if printed.name:
            return self.line(printed.name)
        if printed.kind == "all":
            return self.language.gettext("All partners")
        known = [self.line(part) for part in (printed.role, printed.organization) if part]
        return ", ".join(known) or self.language.gettext("Somebody who is not named here")

    def party(self, party: PublicParty) -> str:
        """Return who owns, presents or writes something, with whom it is done."""
        named = [self.who(party.who), self.line(party.name)]
        through = self._through(party) if party.through else ""
        note = f" ({self.line(party.note)})" if party.note else ""
        return (
            (
                ", ".join(part for part in named if part)
                or self.language.gettext("Somebody who is not named here")
            )
            + through
            + note
        )

    def parties(self, parties: Iterable[PublicParty | Printed]) -> str:
        """Return several in one cell."""
        return BETWEEN.join(
            self.party(each) if isinstance(each, PublicParty) else self.who(each) for each in parties
        )

    def _through(self, party: PublicParty) -> str:
        return self.language.gettext(" (through %(name)s)") % {"name": self.who(party.through)}

    def _said(self, part: object) -> str:
        if isinstance(part, Words):
            return part.text
        if isinstance(part, Withheld):
            return f"[{prose.notice_words(part.reason, self.reasons, self.language)}]"
        return f"({getattr(part, 'kind', '')} {getattr(part, 'id', '')})"


def source_of(dataset: Dataset, address: str) -> Source:
    """Return what the files of a site are made from; `address` is that of the site."""
    return Source(look_up(dataset), address.rstrip("/") + "/")


def page_of(kind: str, entry: Entry[PublicRecord]) -> str:
    """Return the address of a record from the root of the site, also of one that was withdrawn."""
    if entry.record is not None:
        return address_of(entry.record)
    return f"{kind}/{entry.id}/" if has_page(kind) else "changes/"


def folder_of(kind: str) -> str | None:
    """Return the folder of the list of a kind, if it has one: `meetings`."""
    shown = KINDS[kind]
    return (shown.list_at or shown.list) if shown.list is not None else None
