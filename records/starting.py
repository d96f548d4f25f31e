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

from records.attendance import Attendance
from records.fields import Model
from records.groups import Group, Membership
from records.kinds import KINDS
from records.meetings import Meeting
from records.organizations import Organization, Post
from records.people import Holding, Person
from records.policies import Check, Policy

FOLDER = Path(__file__).parent / "starting_files"
HEADER = """\
# A line that begins with "# " explains. A line that begins with "#" and a key is optional: remove the "#" and
# write your own words. Everything you may write stands in the guide: guide/data-format.md.

"""
STATUTORY = get_args(Organization.model_fields["kind"].annotation)[:3]
"""The kinds of body that are statutory safeguarding partners (Children Act 2004 s16E(3))."""

_OPTIONAL = re.compile(r"#(?! \S)")
_EXPLAINS = re.compile(r" *# ")
_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .'()/-]*(?<! )")
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})
_LETTERS = string.ascii_lowercase + string.digits
_TEXT = frozenset({"title", "area", "office"})


def starting_text(kind: str, answers: Mapping[str, str]) -> str:
    """Return the text of a starting file.

    `answers` always has `title`; `partnership` also needs `area`, `office` and `partners` (ids with commas
    between); `organizations` and `groups` need `kind`, and groups `parent` (an id, or nothing); `people`
    need `public_id`; `meetings` need `group` and `date`. Raises KeyError for a missing answer.
    """
    gaps = {name: quoted(value) if name in _TEXT else value for name, value in answers.items()}
    gaps |= _word_lists(kind)
    if kind == "partnership":
        gaps["partners"] = f"[{answers['partners']}]"
    elif kind == "organizations":
        gaps["statutory"] = "yes" if answers["kind"] in STATUTORY else "no"
    elif kind == "groups":
        gaps["parent"] = f"parent: {answers['parent']}" if answers["parent"] else "#parent: executive"
    template = string.Template((FOLDER / f"{kind}.yml").read_text("utf-8"))
    return HEADER + template.substitute(gaps)


def state_on(meeting_day: date, today: date) -> dict[str, str]:
    """Return what `happened` and `status` of a meeting most likely are on a day."""
    if meeting_day > today:
        return {"happened": "planned", "status": "planned"}
    return {"happened": "held", "status": "draft"}


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


def _word_lists(kind: str) -> dict[str, str]:
    """Return the lists of words that the comments of a starting file show: short, or over several lines."""
    short: dict[str, dict[str, tuple[type[Model], str]]] = {
        "partnership": {},
        "policy": {
            "levels": (Policy, "names_from"),
            "changes": (Check, "change"),
            "second_person": (Check, "second_person"),
        },
        "organizations": {"levels": (Post, "level"), "duties": (Post, "duty")},
        "people": {"shows": (Person, "show"), "standings": (Holding, "standing")},
        "groups": {"roles": (Membership, "role")},
        "meetings": {
            "modes": (Meeting, "mode"),
            "happenings": (Meeting, "happened"),
            "statuses": (Meeting, "status"),
        },
    }
    long: dict[str, dict[str, tuple[type[Model], str]]] = {
        "organizations": {"kinds": (Organization, "kind")},
        "groups": {"kinds": (Group, "kind")},
        "meetings": {"kinds": (Meeting, "kind"), "marks": (Attendance, "status")},
    }
    gaps = {name: ", ".join(words_of(*where)) for name, where in short[kind].items()}
    for name, where in long.get(kind, {}).items():
        lines = wrap(", ".join(words_of(*where)), width=100, break_on_hyphens=False)
        gaps[name] = "\n".join(f"# {line}" for line in lines)
    return gaps


def kinds_of(kind: str) -> tuple[str, ...]:
    """Return the words that the key `kind` of a record of this kind takes; none if it has no such key."""
    model = KINDS[kind].model
    return words_of(model, "kind") if "kind" in model.model_fields else ()
