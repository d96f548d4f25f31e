"""From the nodes of a file to a record, or to everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import ValidationError

from problems import Place, Problem, Wording
from records import model_messages as messages
from records.fields import ID, Model, Visibility
from records.kind import Kind
from records.shapes import Path, model_at, models_in, shapes_of
from records.side_files import side_messages
from records.suggestions import nearest
from records.withholding import Record, Withholdable
from records.yaml_files.nodes import Mapping, Node, Sequence, Text, place_of
from records.yaml_files.reading import expected_text

M = TypeVar("M", bound=Model)

FORMS = {
    "id": "An id has lower-case letters, digits and single hyphens, at most 80 in all: `young-carers`.",
    "day": "A day is year-month-day with hyphens: `2026-03-12`.",
    "partial-day": "Write a day, a month or a year: `2026-03-12`, `2026-03` or `2026`.",
    "clock": "A time of day has four digits and a colon: `09:30`.",
    "hours": "Write `14:00` or `14:00-16:10`, on the 24-hour clock.",
    "count": "Write a whole number in digits, without commas.",
    "answer": "Write `yes` or `no`.",
    "web": "A web address begins with `https://` and has no spaces.",
    "role-address": "Write a whole address, or a part of it with its `@`: `office@example.org`, `training@`, "
    "`@helpline.example`.",
    "email": "An e-mail address looks like `office@example.org`.",
    "telephone": "A telephone number has digits and spaces: `01632 960123`.",
    "language": "Write a language as `en-GB` or `cy`.",
    "colour": "Write a colour as six digits from 0 to f, without `#`: `00564f`.",
    "project-path": "Write a path from the partnership's folder on, with `/` and without blanks: "
    "`neighbours/tarrow-vale/meetings.json`.",
    "image": "Write the name of a file in docs/images/: `logo.png`, `.jpg` or `.webp`.",
    "public-id": "A public id is `p-` and eight lower-case letters or digits; it must be random.",
    "person": "Write the id of a person: the file name in data/people/ without `.yml`.",
    "organization": "Write the id of an organization: the file name in data/organizations/ without `.yml`.",
    "group": "Write the id of a group: the file name in data/groups/ without `.yml`.",
    "meeting": "Write the id of a meeting: the file name in data/meetings/ without `.yml`.",
    "post": "A post is written as `organization/post`: `police/head-of-safeguarding`.",
    "party": "Write the id of a person, group or organization, a post as `organization/post`, or `all`. "
    "Several stand in a list, `[ferris, police]`; somebody without a record is written under `name`.",
    "priority": "Write the id of a priority: the file name in data/priorities/ without `.yml`.",
    "plan": "Write the id of a plan: the file name in data/plans/ without `.yml`.",
    "report": "Write the id of a report: the file name in data/reports/ without `.yml`.",
    "arrangements": "Write the id of a version of the arrangements: the file name in "
    "data/arrangements/ without `.yml`.",
    "clause": "A clause is written as `version/clause`, by the version of the arrangements: `2024/funding`.",
    "review": "Write the id of a review: the file name in data/reviews/ without `.yml`.",
    "document": "Write the id of a document: the file name in data/documents/ without `.yml`.",
    "indicator": "Write the id of an indicator: the file name in data/indicators/ without `.yml`.",
    "budget": "Write the id of a budget: the file name in data/budgets/ without `.yml`.",
    "risk": "Write the id of a risk: the file name in data/risks/ without `.yml`.",
    "plan-action": "An action of a plan is written as `plan/action`: `business-2026/toolkit`.",
    "recommendation": "A recommendation is written as `report/recommendation`: `yearly-2025-26/r1`.",
    "number": "Write a number in digits, without commas and signs: `1140`, `-0.5`. "
    "Words belong in the note beside it.",
    "period": "Write a day, month, year or quarter: `2026-03-31`, `2026-03`, `2026`, `2025-26`, "
    "`2025-26-Q2` (July to September 2025), `2026-Q2` (April to June 2026).",
    "mark": "Write the step or the score alone, in letters and digits: `4`, `16`, `D2`.",
    "money": "Write an amount without the sign of the money: `12500` or `12,500.50`.",
    "years": "Write a year as `2026`, or one that runs into the next as `2025-26`.",
    "item": "An item of a meeting is written as `meeting/item`: `2026-01-15-executive/toolkit`.",
    "section": "A section is written as `report/section`: `yearly-2025-26/neglect`.",
    "topic": "Write the id of a topic: the file name in data/topics/ without `.yml`.",
    "decision": "A decision is written as `meeting/decision`: `2026-01-15-executive/budget`.",
    "action": "An action is written as `meeting/action`: `2026-01-15-executive/form`.",
}
"""What to write, for each form that a field can have."""

PRINTED_QUOTE = re.compile("^[“”„‘’‚«»]|[“”‘’«»]$")
"""A printed quotation mark around a value, as word processors make them."""

WORDINGS = {
    "ends_before_start": messages.ENDS_BEFORE_START,
    "goes_with": messages.GOES_WITH,
    "one_of": messages.ONE_OF_TWO,
    "promise_days": messages.PROMISE_DAYS,
    "promise_empty": messages.PROMISE_EMPTY,
    "reasons_twice": messages.REASONS_TWICE,
    "checkers_of_areas": messages.CHECKERS_OF_AREAS,
    "small_number": messages.SMALL_NUMBER,
    "small_number_narrow": messages.SMALL_NUMBER_NARROW,
    "small_number_step": messages.SMALL_NUMBER_STEP,
    "too_long": messages.TOO_LONG,
    "term_too_short": side_messages.TERM_TOO_SHORT,
    "empty": messages.EMPTY,
    "one_line": messages.ONE_LINE,
    "model_type": messages.NOT_MAPPING,
    "model_attributes_type": messages.NOT_MAPPING,
    "dict_type": messages.NOT_MAPPING,
    "tuple_type": messages.NOT_LIST,
}
"""The wordings of errors, by pydantic's code or ours; gaps are filled with what the validator gave."""


def validate(
    kind: Kind, plain: dict[str, Any], node: Mapping, file: str
) -> tuple[Record | None, list[Problem]]:
    """Return the record in these values, or None with every problem found in them."""
    record, found = validate_model(kind.model, plain, node, file)
    if record is None:
        return None, found
    problems = [
        problem
        for path, model in models_in(record)
        if isinstance(model, Withholdable)
        for problem in _withheld_fields(model, path, node, file)
    ]
    if kind.single and record.withhold is not None:
        problems.append(messages.NEVER_WITHHELD.at(place_in(node, ("withhold",), file, key=True)))
    return (None if problems else record), problems


def validate_model(model: type[M], plain: Any, node: Mapping, file: str) -> tuple[M | None, list[Problem]]:
    """Return the model in these values, or None with every problem found in them."""
    try:
        return model.model_validate(plain), []
    except ValidationError as error:
        found = error.errors(include_input=False, include_url=False, include_context=True)
        located = [(each["loc"], _problem(model, dict(each), node, file)) for each in found]
        meant = {
            (path[:-1], f"The key `{_meant(model, path)}` is missing.")
            for path, problem in located
            if problem.code == messages.UNKNOWN_KEY.code
        }
        return None, [problem for path, problem in located if (path[:-1], problem.message) not in meant]


def place_in(node: Node, path: Path, file: str, *, key: bool = False) -> Place:
    """Return the place of a value, with its field named by keys and, in lists, by ids.

    A key that no record has is not named: a line that is indented too little makes one out of private words.
    """
    names: list[str] = []
    here: Node | None = node
    for step in path:
        if isinstance(here, Mapping) and isinstance(step, str):
            entry = here.entry(step)
            if (entry is not None or step == path[-1]) and _is_key(step):
                names.append(step)
            here = entry.value if entry is not None else here
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
            names.append(_id_of(here) or str(step + 1))
    return place_of(node, path, file, key=key).inside(*names)


@cache
def _is_key(name: str) -> bool:
    """Return whether any model of ours has a field of this name."""
    waiting: list[type[Model]] = [Model]
    while waiting:
        model = waiting.pop()
        if name in model.model_fields:
            return True
        waiting += model.__subclasses__()
    return False


def _id_of(node: Node) -> str | None:
    """Return the id in a mapping, if it has one of the right form."""
    entry = node.entry("id") if isinstance(node, Mapping) else None
    value = entry.value.value if entry is not None and isinstance(entry.value, Text) else ""
    return value if re.fullmatch(ID, value) else None


def _problem(model: type[Model], error: dict[str, Any], node: Mapping, file: str) -> Problem:
    """Return the problem that one error of pydantic means; its own words are never shown."""
    path: Path = error["loc"]
    code: str = error["type"]
    context: dict[str, Any] = error.get("ctx", {})
    place = place_in(node, path, file)
    if code == "missing" and path[-1] == "public_id":
        return messages.MISSING_PUBLIC_ID.at(place_in(node, path[:-1], file))
    if code == "missing":
        return _missing_key(model, path, place_in(node, path[:-1], file))
    if "form" in context:
        return _not_of_form(model, error, _text_at(node, path), place)
    particular: dict[str, Callable[[], Problem]] = {
        "extra_forbidden": lambda: _unknown_key(model, path, node, file),
        "literal_error": lambda: _not_one_of(model, path, node, place),
        "string_type": lambda: expected_text(node_at(node, path), place),
    }
    if code in particular:
        return particular[code]()
    wording = WORDINGS.get(code, messages.OTHER)
    if wording is messages.NOT_MAPPING:
        wording = _not_mapping(path)
    return wording.at(place, **context)


def _not_of_form(model: type[Model], error: dict[str, Any], typed: str, place: Place) -> Problem:
    """Return the problem of a text that is not written as it must be, or names no day of the calendar."""
    form: str = error["ctx"]["form"]
    is_day = re.fullmatch(r"\d{1,4}[./ -]\d{1,2}[./ -]\d{1,4}", PRINTED_QUOTE.sub("", typed), re.ASCII)
    words = _place_of_words(model, error["loc"]) if form == "partial-day" and not is_day else ""
    if error["type"] == "form":
        said = _how_to_write(form, error["loc"][-1], typed)
        return messages.WRONG_FORM.at(place, form=f"{said} {words}".strip())
    if words and len(typed) == len("2019-20"):
        return messages.NO_SUCH_MONTH.at(place, words=words)
    return messages.NO_SUCH_DAY.at(place)


def _how_to_write(form: str, key: str | int, typed: str) -> str:
    """Return how a value of this form is written at a key, and first what to take out of what was typed."""
    said = FORMS[form]
    if form == "id" and key == "reason":
        said = "Write the id of one of the reasons in data/policy.yml, such as `personal`."
    if form == "person":
        without = "is written under `name`" if key == "person" else "needs one: `pages new people`"
        said += f" Somebody without a record {without}."
    return f"Take out the printed quotation marks. {said}" if PRINTED_QUOTE.search(typed) else said


def _place_of_words(model: type[Model], path: Path) -> str:
    """Return where words belong that somebody wrote for a day: in a key beside it, if the model has one."""
    fields = (model_at(model, path[:-1]) or model).model_fields
    beside = (f"{path[-1]}_words", "note", "notice", "text")
    key = next((each for each in beside if each in fields), None)
    where = f"in `{key}` beside it" if key else "in the text of the record"
    return f"A span, such as a year that runs into the next, and words belong {where}."


def _not_mapping(path: Path) -> Wording:
    """Return the wording for a value where keys with values are expected."""
    if path[-1] == "withhold":
        return messages.NOT_WITHHOLD
    return messages.NOT_WITHHELD_FIELDS if "withhold_fields" in path[-2:] else messages.NOT_MAPPING


def _meant(model: type[Model], path: Path) -> str | None:
    """Return the key that was most likely meant by one that is not known."""
    where = model_at(model, path[:-1]) or model
    return nearest(str(path[-1]), _keys_of(where))


def _keys_of(model: type[Model]) -> list[str]:
    """Return the keys that may stand in a mapping of this model, its own before those that many have.

    The id of a record is its file name, and no key.
    """
    shared = (Record if issubclass(model, Record) else Withholdable).model_fields
    own = [name for name in model.model_fields if name not in shared]
    rest = [name for name in model.model_fields if name in shared]
    return [name for name in [*own, *rest] if name != "id" or not issubclass(model, Record)]


def _unknown_key(model: type[Model], path: Path, node: Mapping, file: str) -> Problem:
    """Return the problem of a key that is not known; the key as typed may be prose, and is not quoted."""
    where = model_at(model, path[:-1]) or model
    place = place_in(node, path[:-1], file)
    at = place_of(node, path, file, key=True)
    place = Place(file, at.line, at.column, place.field)
    meant = _meant(model, path)
    if meant is None:
        return messages.UNKNOWN_KEY.at(place, keys=", ".join(_keys_of(where)), private_text=str(path[-1]))
    return messages.UNKNOWN_KEY_MEANT.at(place, meant=meant, private_text=str(path[-1]))


def _missing_key(model: type[Model], path: Path, place: Place) -> Problem:
    """Return the problem of a key that is not there, with the words of its list if only these may stand."""
    key = str(path[-1])
    field = (model_at(model, path[:-1]) or model).model_fields.get(key)
    words = ", ".join(_words_of(field.annotation)) if field is not None else ""
    return (
        messages.MISSING_WORD.at(place, key=key, words=words)
        if words
        else messages.MISSING_KEY.at(place, key=key)
    )


def _not_one_of(model: type[Model], path: Path, node: Mapping, place: Place) -> Problem:
    """Return the problem of a word outside a closed list, with the words of the list."""
    names = [step for step in path if isinstance(step, str)]
    where = model_at(model, path[:-1]) or model
    field = where.model_fields.get(names[-1]) if names else None
    words = _words_of(field.annotation) if field is not None else []
    typed = _text_at(node, path)
    meant = nearest(typed, words) if typed else None
    listed = ", ".join(words)
    if meant is None:
        return messages.NOT_ONE_OF.at(place, words=listed, private_text=typed)
    return messages.NOT_ONE_OF_MEANT.at(place, meant=meant, words=listed, private_text=typed)


def _words_of(annotation: Any) -> list[str]:
    """Return the words of the closed lists anywhere in a type."""
    words = []
    for argument in get_args(annotation):
        words += [argument] if isinstance(argument, str) else _words_of(argument)
    return words


def node_at(node: Node, path: Path) -> Node:
    """Return the deepest node that a path leads to; a step that leads nowhere is skipped."""
    here = node
    for step in path:
        if isinstance(here, Mapping) and isinstance(step, str):
            entry = here.entry(step)
            here = entry.value if entry is not None else here
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
    return here


def _text_at(node: Node, path: Path) -> str:
    found = node_at(node, path)
    return found.value if isinstance(found, Text) else ""


def withheld_alone(model: type[Model]) -> list[str]:
    """Return the names of the fields of a model that can be withheld alone.

    A field can be if it is public and either optional or a text, in whose place words can stand.
    """
    return [
        shape.name
        for shape in shapes_of(model)
        if shape.visibility is Visibility.PUBLIC
        and shape.name != "id"
        and (not shape.required or shape.written is not None)
    ]


def _withheld_fields(model: Withholdable, path: Path, node: Mapping, file: str) -> list[Problem]:
    """Return a problem for each field that is withheld alone and cannot be."""
    if not model.withhold_fields:
        return []
    allowed = withheld_alone(type(model))
    wording = messages.CANNOT_WITHHOLD if allowed else messages.CANNOT_WITHHOLD_ANY
    return [
        wording.at(
            place_in(node, (*path, "withhold_fields", field), file, key=True),
            field=field if field in type(model).model_fields else "?",
            fields=", ".join(allowed),
        )
        for field in model.withhold_fields
        if field not in allowed
    ]
