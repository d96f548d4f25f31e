"""The page of the guide about the data format, made from the models themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BeforeValidator
from pydantic.fields import FieldInfo

from records import fields
from records.fields import InShort, Model, OneOrMore, Reference, Visibility
from records.kind import Kind
from records.kinds import KINDS, policies
from records.meanings import meanings_of
from records.parts import figures, joint, scoring
from records.parts.attendance import Declarations
from records.references import WORDS
from records.shapes import models_of, shapes_of
from records.starting import starting_text, with_optional_lines
from records.withholding import FieldWithhold, Record, Source, Withhold, Withholdable

INTRODUCTION = """\
# The data format

This page is made from the software itself by `python -m cli.guide`, so it is never out of date. It lists
every key that a record can have. [How to write a record](writing-yaml.md) explains how a file is written;
`pages new KIND` writes one to start from.

Each kind of record has a folder in `data/`, and each record a file. The file's name, without `.yml`, is the
record's **id**: small letters, digits and hyphens. It becomes the address of the page and never changes.

How to read the tables:

- **needed**: a record without this key is refused. All other keys may be left out.
- **public**: signed off and published, unless you [withhold it](withholding.md).
- **office only**: never leaves `data/`.
- **worked out**: not published itself; it decides what the public sees. For instance, the public sees people
  by name or by post, as the policy says.
- **prose** may have paragraphs, lists, tables and links, written in Markdown, and marks that withhold words.
  HTML, and pictures from elsewhere, are refused.
- **a line of text** is one line, without Markdown. It may have marks that withhold words.
"""

COMMON = """\
## Keys of every record

Every record may also have these keys.
"""

UNITS = """\
## Withholding

These keys may stand in every record, and in every part of a record whose table says so.
[How to withhold something](withholding.md) has examples.
"""

FORMS: tuple[tuple[Any, str], ...] = (
    (fields.Id, "an id: small letters, digits, hyphens"),
    (fields.Line, "a line of text"),
    (fields.Prose, "prose"),
    (fields.Note, "plain text, on one line or several"),
    (fields.Day, "a day: `2026-03-12`"),
    (fields.PartialDay, "a day, month or year: `2026-03-12`, `2026-03`, `2026`"),
    (fields.Clock, "a time: `09:30`"),
    (fields.Hours, "a time, or two: `14:00` or `14:00-16:10`"),
    (fields.Count, "a whole number"),
    (fields.Number, "a number: `12`, `-0.5`"),
    (fields.Money, "an amount of money: `12500`, `12,500.50`"),
    (fields.Years, "a year, or a year that runs into the next: `2026`, `2025-26`"),
    (figures.Period, "a day, month, year or quarter: `2026-03-31`, `2026-03`, `2025-26`, `2025-26-Q2`"),
    (scoring.Mark, "a step or a score in letters and digits: `4`, `16`, `D2`"),
    (fields.Answer, "`yes` or `no`"),
    (fields.WebAddress, "a web address: `https://…`"),
    (fields.EmailAddress, "an e-mail address"),
    (fields.Telephone, "a telephone number"),
    (
        policies.RoleAddress,
        "an e-mail address, or a part of it with its `@`: `training@`, `@helpline.example`",
    ),
    (fields.LanguageTag, "a language: `en-GB`, `cy`"),
    (fields.Colour, "a colour, as six digits from 0 to f: `00564f`"),
    (fields.Image, "the name of an image in docs/images/: `logo.png`"),
    (joint.ProjectPath, "a path from the partnership's folder on: `neighbours/tarrow-vale/meetings.json`"),
    (fields.PublicId, "`p-` and eight random letters or digits; `pages new people` makes one"),
)
"""How each simple type is written, in words."""

PARTY = "a person, group or organization by its id, a post as `organization/post`, or `all` for all partners"

SEEN_COARSELY = "public, coarsely: `0`, `1 to 7`, the nearest five, or less"

SEEN = {
    Visibility.PUBLIC: "public",
    Visibility.PRIVATE: "office only",
    Visibility.DERIVED: "worked out",
}


def data_format() -> str:
    """Return the page about the data format, in Markdown."""
    parts = [INTRODUCTION, _contents()]
    shown: set[type[Model]] = {Withhold, FieldWithhold, Source, Declarations}
    for kind in KINDS.values():
        parts += _kind(kind, shown)
    parts += [COMMON, _table(Record, leaving_out={"id", "withhold", "withhold_fields"}), _nested(Source)]
    parts += [UNITS, _table(Withholdable), _nested(Withhold), _nested(FieldWithhold)]
    return "\n".join(parts)


def example(kind: str) -> tuple[str, str]:
    """Return the path and the text of the worked example of a kind."""
    answers = dict(KINDS[kind].example)
    text = with_optional_lines(starting_text(kind, answers))
    if kind == "groups":
        text = text.replace("parent: executive\n", "")
    return f"data/{KINDS[kind].path_of(answers.get('id', kind))}", text


def _kind(kind: Kind, shown: set[type[Model]]) -> list[str]:
    """Return the section of a kind: its keys, what stands in them, and an example."""
    where = "" if kind.single else f" Each is a file `data/{kind.name}/ID.yml`."
    own = _table(kind.model, leaving_out=set(Record.model_fields))
    parts = [f"## {_title(kind)}\n", f"{_summary(kind.model)}{where}\n", own]
    for inner in models_of(kind.model):
        if inner not in shown and inner is not kind.model:
            shown.add(inner)
            parts.append(_nested(inner))
    path, text = example(kind.name)
    return [*parts, f"### An example: {path}\n", f"```yaml file={path}\n{text}```\n"]


def _nested(model: type[Model]) -> str:
    left_out = set(Withholdable.model_fields) if issubclass(model, Withholdable) else set()
    withheld = " It can be [withheld](#withholding), as a whole or in single keys." if left_out else ""
    return f"### {model.__name__}\n\n{_summary(model)}{withheld}\n\n{_table(model, leaving_out=left_out)}"


def _table(model: type[Model], *, leaving_out: set[str] | None = None) -> str:
    rows = ["| key | what it is | how it is written | who sees it |", "|---|---|---|---|"]
    meanings = meanings_of(model)
    for shape in shapes_of(model):
        info = model.model_fields[shape.name]
        if shape.name in (leaving_out or ()):
            continue
        key = f"`{shape.name}`" + (" **needed**" if shape.required else "")
        meaning = " ".join(meanings.get(shape.name, "").split())
        form = _form(info, shape.reference)
        if isinstance(info.default, str) and not shape.required:
            form += f"; if left out: `{info.default}`"
        seen = SEEN_COARSELY if shape.counts_people else SEEN[shape.visibility]
        row = (key, meaning, form, seen)
        rows.append("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
    return "\n".join(rows) + "\n"


def _form(info: FieldInfo, reference: Reference | None) -> str:
    """Return how a field is written, in words."""
    annotation = _without_none(info.annotation)
    many = get_origin(annotation) is tuple
    models = list(_models_in(annotation))
    validators = list(_validators(annotation, info.metadata))
    if get_origin(annotation) is dict:
        return f"for each key, its [{models[0].__name__}]({_anchor(models[0])})"
    if models == [Declarations]:
        return f"`none`, or a list of {_links(list(models_of(Declarations))[:1])}"
    if models:
        form = _links(models)
        short = next((each.key for each in validators if isinstance(each, InShort)), None)
        form += f", or only its `{short}`" if short else ""
    elif reference is not None:
        form = PARTY if "all" in reference.kinds else _named(reference)
    elif words := _words(annotation):
        form = ", ".join(f"`{word}`" for word in words)
        return f"a list of these words: {form}" if many else f"one of: {form}"
    else:
        form = next(words for alias, words in FORMS if set(_validators(alias, [])) & set(validators))
    if many:
        single = any(isinstance(each, OneOrMore) for each in validators)
        return f"one, or a list: {form}" if single else f"a list: {form}"
    return form


def _named(reference: Reference) -> str:
    """Return how something that is named is written: its id, or that of its record and its own."""
    name = reference.kinds[0]
    word = WORDS.get(name, name)
    article = "an" if word[0] in "aeiou" else "a"
    holder = next((kind for kind in KINDS.values() if name in kind.parts), None)
    if reference.within:
        return f"{article} {word} of the same record, by its id"
    if holder is None or holder.single:
        return f"{article} {word}, by its id"
    holders = " or ".join(kind.word for kind in KINDS.values() if set(kind.parts) & set(reference.kinds))
    return f"{article} {word}: `{holders}/{word}`"


def _links(models: list[type[Model]]) -> str:
    return " or ".join(f"[{model.__name__}]({_anchor(model)})" for model in models)


def _anchor(model: type[Model]) -> str:
    return "#" + model.__name__.lower()


def _without_none(annotation: Any) -> Any:
    """Return a type without `None` as an alternative."""
    kept = [each for each in get_args(annotation) if each is not type(None)]
    return kept[0] if type(None) in get_args(annotation) and len(kept) == 1 else annotation


def _models_in(annotation: Any) -> Iterator[type[Model]]:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _validators(annotation: Any, metadata: list[Any]) -> Iterator[BeforeValidator]:
    marks = [*metadata, *getattr(annotation, "__metadata__", ())]
    yield from (mark for mark in marks if isinstance(mark, BeforeValidator))
    for argument in get_args(annotation):
        if not isinstance(argument, BeforeValidator | Visibility):
            yield from _validators(argument, [])


def _words(annotation: Any) -> list[str]:
    """Return the words of a closed list anywhere in a type."""
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return [word for argument in get_args(annotation) for word in _words(argument)]


def _title(kind: Kind) -> str:
    return kind.name.capitalize()


def _summary(model: type[Model]) -> str:
    """Return the description of a model on one line."""
    first = re.split(r"\n\s*\n", model.__doc__ or "")[0]
    return " ".join(first.split())


def _contents() -> str:
    lines = [f"- [{_title(kind)}](#{kind.name})" for kind in KINDS.values()]
    return (
        "\n".join(
            [*lines, "- [Keys of every record](#keys-of-every-record)", "- [Withholding](#withholding)"]
        )
        + "\n"
    )
