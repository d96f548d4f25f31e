"""The catalogues of interface words: what there is to translate, and keeping translations up to date.

    python -m macros.catalogues            writes the list of all messages, macros/locales/site.pot, again
    python -m macros.catalogues cy         begins Welsh, or brings its catalogue up to date with the list

Messages stand in templates (`{% trans %}…{% endtrans %}`, `_("…")`), in Python (`gettext`, `ngettext`), and
in the lists of labels, where the name of the list is the context of each.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po, write_po
from pydantic import BaseModel

from editions.fields import PublicUnit
from editions.kinds import PUBLIC_KINDS
from editions.rules.packs import packs
from macros.all_macros import closed_lists
from macros.language.languages import CATALOGUE, FORMATS, LOCALES, SOURCE
from macros.open_data.data_packages import tables
from macros.pages import OPTIONAL, REGISTERS, YEARLY
from macros.rendering import name_in_words
from macros.views.filters import ACTIONS_TITLES, DECISIONS_TITLES

PACKAGE = Path(__file__).parent
LIST = LOCALES / "site.pot"
"""Every message with the files in which it stands: what a translator begins with."""

KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "said": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
JINJA = {"trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
DATA = "data"
"""The context of what the page of open data says of tables and columns."""

_TAGS = re.compile(r"<[^>]*>|%\(\w+\)s")


def messages() -> Catalog:
    """Return every message that a page may show, in the order of the files."""
    found = _empty()
    for path in _sources():
        name = path.relative_to(PACKAGE.parent).as_posix()
        for message, context, comments in _extracted(path):
            found.add(message, locations=[(name, 1)], context=context, auto_comments=comments)
    titles = (REGISTERS, OPTIONAL, YEARLY, ACTIONS_TITLES, DECISIONS_TITLES)
    for title in (each for named in titles for each in named.values()):
        found.add(title, locations=[("macros/pages.py", 1)])
    for of, labels in closed_lists().items():
        for label in labels.values():
            found.add(label, context=of, auto_comments=[f"In the list: {of}"])
    for field in _fields():
        found.add(name_in_words(field), context="field", auto_comments=["A detail that may be withheld"])
    for text in _rules():
        found.add(text, context="rule", auto_comments=["A rule of law or guidance, or where it stands"])
    for text in _of_tables():
        found.add(text, context=DATA)
    return found


def _of_tables() -> Iterator[str]:
    """Yield what the page of open data says of each table and column."""
    for table in tables():
        yield from (table.title, table.meaning, *(column.meaning for column in table.columns))


def written(catalogue: Catalog) -> bytes:
    """Return a catalogue as a file, which is the same on every day and machine."""
    out = BytesIO()
    write_po(out, catalogue, width=100, omit_header=False, include_lineno=False, sort_output=False)
    kept = (line for line in out.getvalue().splitlines(keepends=True) if not line.startswith(_DATES))
    return b"".join(kept)


def updated(catalogue: Catalog, found: Catalog) -> Catalog:
    """Return a translation with the messages of today: new ones are empty, and gone ones are left out."""
    catalogue.update(found, no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    return catalogue


def faults(catalogue: Catalog) -> Iterator[str]:
    """Yield each message whose translation has not the holes and the tags of the English words."""
    for entry in catalogue:
        forms = entry.string if isinstance(entry.string, list | tuple) else (entry.string,)
        names = entry.id if isinstance(entry.id, list | tuple) else (entry.id,)
        allowed = [sorted(_TAGS.findall(name)) for name in names]
        if entry.id and any(form and sorted(_TAGS.findall(str(form))) not in allowed for form in forms):
            yield str(names[0])


def main(arguments: list[str]) -> int:
    """Write the list of messages, and bring the catalogues of languages up to date; return the exit code."""
    found = messages()
    LIST.write_bytes(written(found))
    wrong = 0
    for name in arguments:
        path = LOCALES / name / CATALOGUE
        path.parent.mkdir(parents=True, exist_ok=True)
        if not (LOCALES / name / FORMATS).exists():
            shutil.copyfile(LOCALES / SOURCE / FORMATS, LOCALES / name / FORMATS)
        catalogue = read_po(BytesIO(path.read_bytes())) if path.exists() else _empty(name)
        updated(catalogue, found)
        path.write_bytes(written(catalogue))
        done = sum(bool(entry.id) and _is_done(entry) for entry in catalogue)
        sys.stdout.write(f"{path}: {done} of {len(catalogue)} messages are translated.\n")
        for message in faults(catalogue):
            wrong = 1
            sys.stdout.write(f"  Keep what stands in <…> and %(…)s: {message}\n")
    return wrong


_DATES = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Generated-By',
    b"# FIRST AUTHOR",
    b"# Copyright (C)",
)


def _empty(locale: str | None = None) -> Catalog:
    return Catalog(
        locale=locale,
        project="Partnership Pages",
        version="1",
        msgid_bugs_address="",
        last_translator="",
        language_team="",
        charset="utf-8",
        fuzzy=False,
    )


def _is_done(entry: Entry) -> bool:
    forms = entry.string if isinstance(entry.string, list | tuple) else (entry.string,)
    return all(forms) and not entry.fuzzy


def _rules() -> Iterator[str]:
    """Yield what the page about rules says of those that come with the software."""
    for pack in packs():
        yield pack.title
        for rule in pack.rules:
            yield from (rule.source, rule.words, rule.paragraph or "")


def _fields() -> list[str]:
    """Return the name of every field that a notice may say is withheld."""
    names: set[str] = set()
    seen: set[type[BaseModel]] = set()
    waiting: list[Any] = list(PUBLIC_KINDS.values())
    while waiting:
        known = waiting.pop()
        if isinstance(known, type) and issubclass(known, BaseModel) and known not in seen:
            seen.add(known)
            names |= set(known.model_fields) if issubclass(known, PublicUnit) else set()
            waiting += [field.annotation for field in known.model_fields.values()]
        else:
            waiting += get_args(known)
    return sorted(names - {"id", "withheld", "withheld_fields"})


def _sources() -> Iterable[Path]:
    """Return the files in which messages may stand, in an order that never changes."""
    templates = [*(PACKAGE / "templates").rglob("*.html"), *(PACKAGE / "theme").rglob("*.html")]
    own = Path(__file__)
    return (*sorted(templates), *sorted(path for path in PACKAGE.rglob("*.py") if path != own))


def _extracted(path: Path) -> Iterator[tuple[Any, str | None, list[str]]]:
    """Yield each message of a file with its context and the comments that stand with it."""
    method = "jinja2" if path.suffix == ".html" else "python"
    options = JINJA if path.suffix == ".html" else {}
    for _, message, comments, context in extract_from_file(
        method,
        path,
        keywords=KEYWORDS,
        comment_tags=("translators:",),
        options=options,
        strip_comment_tags=True,
    ):
        yield message, context, comments


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
