"""The documents to keep that a sign-off makes: whether they are wanted, and what they are made from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from cli.telling import note
from editions.datasets import Dataset, assemble
from editions.published import History, Published, read
from editions.typesetting import TypesettingError
from macros.printing.documents import NEEDED, STANDING, is_printed, print_edition
from macros.project_files.project_messages import EXAMPLE_ADDRESS
from macros.project_files.settings_files import read_settings_file
from macros.settings import FILE
from problems import Place, Problem
from records.kinds.policies import Policy
from redaction.searching.scanning import Scanner
from redaction.signing_messages import NO_PDF_ADDED
from redaction.signing_off.printed import wants_pdf, with_pdf
from redaction.signing_off.signing import Prepared, is_unchanged

NO_SITE = f"No PDFs are made: {FILE} does not say the address of the site (site_url)."
EXAMPLE_SITE = (
    f"No PDFs are made: {FILE} still says {EXAMPLE_ADDRESS}, which would stand on them for ever. "
    "Write the address of your own site there (site_url)."
)
NO_OWNER = "No PDFs are made as long as the partnership and the policy are not signed off."


@dataclass(frozen=True)
class Press:
    """What PDFs are made from."""

    project: Path
    published: Published

    @cached_property
    def site(self) -> str:
        """The address of the site; empty where nobody has written their own yet, which is said once."""
        found = read_settings_file(self.project / FILE)
        address = "" if isinstance(found, Problem) else str(found[0].get("site_url") or "")
        if address == EXAMPLE_ADDRESS:
            note(EXAMPLE_SITE)
            return ""
        if not address:
            note(NO_SITE)
        return address

    @cached_property
    def standing(self) -> Dataset | None:
        """What is published; None while nobody could be named as the publisher, which is said once."""
        dataset = assemble(self.published)
        if all(any(each.record for each in dataset.kinds.get(kind, ())) for kind in NEEDED):
            return dataset
        note(NO_OWNER)
        return None


def printed(press: Press, prepared: Prepared, scanner: Scanner, policy: Policy | None) -> Prepared:
    """Return a prepared sign-off with its PDF, where one is to be made."""
    edition = prepared.edition
    if edition is None or not is_printed(edition.kind) or not wants_pdf(policy, edition.kind):
        return prepared
    if not press.site or press.standing is None:
        return prepared
    try:
        content = print_edition(edition, press.standing, press.site)
    except TypesettingError:
        content = None
    place = Place(f"data/{prepared.request.kind}/{prepared.request.id}.yml")
    return with_pdf(prepared, content, scanner, place)


def needing_pdf(prepared: Prepared, history: History | None) -> Prepared:
    """Return a prepared sign-off; without edition if it was for the PDF alone and there is none."""
    edition, record = prepared.edition, prepared.record
    if not prepared.request.for_pdf or edition is None or edition.pdf is not None or record is None:
        return prepared
    if not is_unchanged(record, history):
        return prepared
    problem = NO_PDF_ADDED.at(Place(f"data/{prepared.request.kind}/{prepared.request.id}.yml"))
    return replace(prepared, edition=None, emptied=(), problems=(*prepared.problems, problem))


def may_lack_pdf(policy: Policy | None, kind: str, history: History | None) -> bool:
    """Return whether a PDF is made of records of a kind, and the newest edition of this one has none."""
    wanted = is_printed(kind) and wants_pdf(policy, kind)
    return wanted and history is not None and history.record is not None and history.newest.pdf is None


def needed_first(key: tuple[str, str]) -> bool:
    """Return False for what stands in the PDFs of others, so that it is signed off before them."""
    return key[0] not in STANDING


def after(press: Press, kind: str) -> Press:
    """Return what PDFs are made from after a record of a kind was signed off."""
    return Press(press.project, read(press.project)) if kind in STANDING else press
