"""Starting files: a commented, valid record of each kind, which somebody goes on writing in an editor."""

from __future__ import annotations

import re
import secrets
import string
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from textwrap import wrap
from typing import Any, get_args

from records.fields import Model
from records.kinds import KINDS
from records.shapes import models_of

FOLDER = Path(__file__).parent / "starting_files"
HEADER = """\
# A line that begins with "# " explains. A line that begins with "#" and a key is optional: remove the "#" and
# write your own words. Everything you may write stands in the guide: guide/data-format.md.

"""
_OPTIONAL = re.compile(r"#(?! \S)")
_EXPLAINS = re.compile(r" *# ")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .'()/-]*(?<! )")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_LETTERS = string.ascii_lowercase + string.digits
_TEXT = frozenset({"title", "area", "office"})


def starting_text(kind: str, answers: Mapping[str, str]) -> str:
    """Return the text of a starting file.

    `answers` holds what stands in its gaps, but for lists of words and what the kind works out; further
    answers are passed over. Raises KeyError for a missing one.
    """
    gaps = {name: quoted(value) if name in _TEXT else value for name, value in answers.items()}
    gaps |= {**_word_lists(kind), **KINDS[kind].gaps(answers)}
    return HEADER + _template(kind).substitute(gaps)


def state_on(meeting_day: date, today: date) -> dict[str, str]:
    """Return what `happened` and `status` of a meeting most likely are on a day."""
    if meeting_day > today:
        return {"happened": "planned", "status": "planned"}
    return {"happened": "held", "status": "draft"}


def financial_year(day: date) -> str:
    """Return the year from April to March in which a day lies: `2025-26`."""
    first = day.year if day >= date(day.year, 4, 1) else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def with_optional_lines(text: str) -> str:
    """Return a starting text with every optional line in use and without the explanations."""
    lines = [_OPTIONAL.sub("", line, count=1) if line.startswith("#") else line for line in text.split("\n")]
    kept = [line for line in lines if not _EXPLAINS.match(line)]
    return re.sub(r"\n(?=\n)", "", "\n".join(kept)).strip() + "\n"


def public_id() -> str:
    """Return a new public id of a person, which tells nothing of who it is."""
    return "p-" + "".join(secrets.choice(_LETTERS) for _ in range(8))


def id_from(words: str) -> str:
    """Return an id made of words: lower-case letters and digits, with hyphens between; perhaps empty."""
    apart = unicodedata.normalize("NFKD", words).lower()
    kept = "".join(sign for sign in apart if not unicodedata.combining(sign) and sign not in "'\u2019")
    return "-".join(re.findall(r"[a-z0-9]+", kept))[:80].strip("-")


def quoted(text: str) -> str:
    """Return a line of text as it must be written after a key, in quotation marks where it needs them."""
    if _PLAIN.fullmatch(text):
        return text
    return '"' + text.translate(_ESCAPES) + '"'


def words_of(model: type[Model], field: str) -> tuple[str, ...]:
    """Return the words of the closed list that a field takes."""
    return tuple(_words(model.model_fields[field].annotation))


def _words(annotation: Any) -> list[str]:
    found: list[str] = []
    for argument in get_args(annotation):
        found += [argument] if isinstance(argument, str) else _words(argument)
    return found


def gaps_of(kind: str) -> frozenset[str]:
    """Return the names of the gaps in the starting file of a kind."""
    return frozenset(_template(kind).get_identifiers())


def _template(kind: str) -> string.Template:
    return string.Template((FOLDER / f"{kind}.yml").read_text("utf-8"))


def _word_lists(kind: str) -> dict[str, str]:
    """Return the lists of words for the gaps `Model__field` of a starting file.

    Each stands between the explanations: as it is in a line, or over several lines where the gap has a line
    of its own and so ends in `__lines`.
    """
    own = KINDS[kind].model
    models = {model.__name__: model for model in (own, *models_of(own))}
    lists = {}
    for gap in gaps_of(kind):
        name, _, field = gap.removesuffix("__lines").partition("__")
        if not field:
            continue
        words = ", ".join(words_of(models[name], field))
        lines = wrap(words, width=100, break_on_hyphens=False)
        lists[gap] = "\n".join(f"# {line}" for line in lines) if gap.endswith("__lines") else words
    return lists


def kinds_of(kind: str) -> tuple[str, ...]:
    """Return the words that the key `kind` of a record of this kind takes; none if it has no such key."""
    model = KINDS[kind].model
    return words_of(model, "kind") if "kind" in model.model_fields else ()
