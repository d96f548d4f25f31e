"""What holds of the redaction of any partnership at all, tried on random ones."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from editions.canonical import to_bytes, to_plain
from editions.datasets import assemble, files_of
from editions.frozen import freeze, record_of
from editions.published import bytes_of, read
from problems import Place, errors
from records.kinds import KINDS
from records.loading import Records, load
from records.withholding import Withholdable
from redaction.projecting.projection import Projection, project, project_all
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import find_in_record, scanner_for
from redaction.signing_off.signing import write_edition
from redaction.values import fields_of
from tests.redaction.makers import Key, Plain
from tests.redaction.mending import loaded
from tests.redaction.strategies import Made, fullest, partnerships, seeded
from tests.redaction.writing import write

FEW, MANY = 40, 400
CANARY = re.compile(r"canary\d+z(?:-id)?")
OPEN = re.compile(r"open\d+z")
WORD = re.compile(r"(?:open|canary)\d+z")

Check = Callable[[Made, Random], None]


def shown(records: Records) -> dict[Key, str]:
    """Return the canonical form of each projection; that of a concealed record is empty."""
    return {key: text_of(each) for key, each in project_all(records).items()}


def text_of(projection: Projection) -> str:
    return to_bytes(to_plain(projection.record)).decode() if projection.record else ""


def nothing_is_wrong(made: Made, _: Random) -> None:
    records = loaded(made.records)
    told = [*records.problems, *(p for each in project_all(records).values() for p in each.problems)]

    assert [str(problem) for problem in errors(told)] == []


def no_private_word_is_shown(made: Made, _: Random) -> None:
    found = {word for text in shown(loaded(made.records)).values() for word in CANARY.findall(text)}

    assert found == set()


def every_public_word_is_shown(made: Made, _: Random) -> None:
    texts = {key: set(OPEN.findall(text)) for key, text in shown(loaded(made.records)).items()}

    assert [word for word, key in made.public.items() if word not in texts[key]] == []


def private_values_change_no_byte(made: Made, random: Random) -> None:
    other = with_more_concealed(with_other_canaries(made), random)

    assert sorted(shown(loaded(other)).values()) == sorted(shown(loaded(made.records)).values())


def projections_can_be_frozen(made: Made, _: Random) -> None:
    records = loaded(made.records)
    with tempfile.TemporaryDirectory() as folder:
        for (kind, record_id), projection in project_all(records).items():
            again = project(records, kind, record_id)
            assert text_of(again) == text_of(projection)
            if projection.record is None:
                continue
            edition = freeze(kind, projection.record, number=1, date="2026-06-01", note="First published.")
            assert json.loads(bytes_of(edition))["record"] == to_plain(projection.record)
            assert record_of(edition) == projection.record
            write_edition(Path(folder), edition)
        published = read(Path(folder))
    dataset = b"".join(files_of(assemble(published)).values()).decode()

    assert errors(published.problems) == ()  # The file of a neighbour is not there, which is a warning.
    assert CANARY.findall(dataset) == []


def every_private_word_is_harvested(made: Made, _: Random) -> None:
    records = loaded(made.records)
    scanner = scanner_for(harvest(records))
    policy = project(records, "policy", "policy").record
    assert policy is not None
    found = {
        word: find_in_record(scanner, policy.model_copy(update={"title": f"Of {word} again"}), Place("x"))
        for word in made.harvested
    }

    assert find_in_record(scanner, policy, Place("x")) == ()
    assert [word for word, problems in found.items() if not problems] == []


def nothing_public_is_taken_for_a_secret(made: Made, _: Random) -> None:
    """The search before a sign-off stops no partnership in which nothing is wrong."""
    records = loaded(made.records)
    scanner = scanner_for(harvest(records))
    projections = project_all(records).values()

    assert [
        str(problem)
        for each in projections
        if each.record is not None
        for problem in find_in_record(scanner, each.record, Place(f"{each.kind}/{each.id}"))
    ] == []


def withholding_more_never_shows_more(made: Made, random: Random) -> None:
    before = "".join(shown(loaded(made.records)).values())
    other = json.loads(json.dumps([*made.records.values()]))
    units = [
        unit
        for (kind, _), plain in zip(made.records, other, strict=True)
        for unit in units_in(KINDS[kind].model, plain)
        if "withhold" not in unit
    ]
    unit = random.choice(units)
    unit["withhold"] = {"reason": "personal", "what": random.choice(["text", "whole", "concealed"])}
    after = "".join(shown(loaded(dict(zip(made.records, other, strict=True)))).values())

    assert set(OPEN.findall(after)) - set(OPEN.findall(before)) == set()
    assert set(CANARY.findall(after)) - ids_in(other) == set()


def no_problem_quotes_a_private_word(made: Made, random: Random) -> None:
    """Damage every file, and read what is said of it: ids may stand there, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        write(made.records, Path(folder))
        for path in sorted(Path(folder).rglob("*.yml")):
            path.write_text(damaged(path.read_text("utf-8"), random), "utf-8")
        records = load(Path(folder))
    told = [*records.problems, *(p for each in project_all(records).values() for p in each.problems)]
    words = {word for problem in told for word in CANARY.findall(f"{problem} {problem!r}")}

    assert told != []
    assert words - ids_in([*made.records.values()]) - {record_id for _, record_id in made.records} == set()


CHECKS: tuple[Check, ...] = (
    nothing_is_wrong,
    no_private_word_is_shown,
    every_public_word_is_shown,
    private_values_change_no_byte,
    projections_can_be_frozen,
    every_private_word_is_harvested,
    nothing_public_is_taken_for_a_secret,
    withholding_more_never_shows_more,
    no_problem_quotes_a_private_word,
)


@pytest.mark.long
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_it_holds_of_random_partnerships(check: Check) -> None:
    """Each property holds of partnerships of every shape that the models allow."""
    try_out(check, seeded(), FEW)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_it_holds_of_a_partnership_with_every_field(check: Check) -> None:
    """Each property holds where every field of every model has a value."""
    check(fullest(), Random(1))  # noqa: S311  # choices, not secrets


@pytest.mark.long
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_it_holds_of_many_more(check: Check) -> None:
    """The same, of many more partnerships, of which Hypothesis finds the smallest that fails."""
    try_out(check, partnerships(), MANY)


def try_out(check: Check, made: st.SearchStrategy[Made], examples: int) -> None:
    """Try a check on this many partnerships, each of which takes more choices than Hypothesis is used to."""
    usual = settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.reuse, Phase.generate, Phase.shrink],
    )
    usual(given(made, st.randoms())(check))()


def test_the_partnership_with_every_field_has_every_field() -> None:
    """No field of any model is left out of these tests, but for those that exclude each other."""
    seen: set[tuple[str, str]] = set()
    for (kind, _), plain in fullest().records.items():
        for model, unit in models_in(KINDS[kind].model, plain):
            seen |= {(model.__name__, name) for name in unit}
    every = {
        (model.__name__, name)
        for kind in KINDS.values()
        for model in reached(kind.model)
        for name in fields_of(model)
    }
    left_out = {
        f"{model}.{name}"
        for model, name in every - seen
        if not model.endswith("Withhold") and "withhold" not in name
    }
    left_out -= {f"{model}.{name}" for model, name in fullest().excluded}

    assert left_out - LEFT_OUT.keys() == {f"{kind.model.__name__}.id" for kind in KINDS.values()}
    assert LEFT_OUT.keys() - left_out == set()


LEFT_OUT = {
    "Check.days": "It goes with one choice of another field only.",
    "DatedScore.impacts": "It names a dimension of a scheme by a bare id.",
    "DatedScore.rating": "It must be the word that a scheme gives.",
    "GlossaryTerm.see_also": "There is one term in each glossary; several are planted.",
    "Holding.organization": "People hold posts of which all that is public is known.",
    "Holding.since": "The same.",
    "Holding.standing": "The same.",
    "Holding.until": "The same.",
    "Point.of": "It must be as large as the share that goes with it.",
    "Policy.terms": "It names a file, which is read where it is.",
    "Registering.reasons": "It names reasons of the policy itself, which are not made up.",
    "RiskImpact.dimension": "It names a dimension of a scheme by a bare id.",
    "RiskImpact.impact": "The same.",
    "Score.impacts": "The same.",
    "Score.rating": "It must be the word that a scheme gives.",
}
"""Fields that the partnership with every field has not, with the reason."""


def with_other_canaries(made: Made) -> dict[Key, Plain]:
    """Return the records with other private words, longer and in another order."""

    def other(found: re.Match[str]) -> str:
        if found[0] in made.resolved:
            return found[0]
        return re.sub(r"\d+z", lambda number: f"{10**6 - int(number[0][:-1])}longerz", found[0])

    return {
        (kind, CANARY.sub(other, record_id)): json.loads(CANARY.sub(other, json.dumps(plain)))
        for (kind, record_id), plain in made.records.items()
    }


CONCEALED: Plain = {"withhold": {"reason": "personal", "what": "concealed"}}


def with_more_concealed(records: dict[Key, Plain], random: Random) -> dict[Key, Plain]:
    """Return the records with one more member, which nobody may know of, in each list that can have some.

    Where a check between values objects to it, the record stays as it is.
    """
    numbers = count(10**9)

    def renamed(value: Any) -> Any:
        return json.loads(WORD.sub(lambda _: f"canary{next(numbers)}z", json.dumps(value)))

    changed = {
        key: more_in(KINDS[key[0]].model, plain, random, renamed) if "withhold" not in plain else plain
        for key, plain in records.items()
    }
    wrong = {key for key, each in loaded(changed).loaded.items() if each.record is None}
    return {key: records[key] if key in wrong else plain for key, plain in changed.items()}


def more_in(model: Any, plain: Plain, random: Random, renamed: Callable[[Any], Any]) -> Plain:
    """Return plain values with a concealed copy of a member in each list of units."""
    changed = dict(plain)
    for name, value in plain.items():
        known = fields_of(model)[name]
        if known.model is None or not isinstance(value, list) or not issubclass(known.model, Withholdable):
            continue
        named = {key for key, each in fields_of(known.model).items() if each.reference}
        copy = {
            key: inner if key in named else renamed(inner)
            for key, inner in value[0].items()
            if not isinstance(inner, dict | list)
        }
        changed[name] = list(value)
        changed[name].insert(random.randint(0, len(value)), copy | CONCEALED)
    return changed


DAMAGES = (("]]", "]"), ("|", " "), ("[[redact", "[[redat"), ("personal", "persnal"), ("reason:", "reasn:"))


def damaged(text: str, random: Random) -> str:
    """Return a file with a line less, or with its marks broken."""
    old, new = random.choice(DAMAGES)
    if old in text and random.random() < 0.5:
        return text.replace(old, new)
    lines = text.split("\n")
    del lines[random.randrange(len(lines) - 1)]
    return "\n".join(lines)


def models_in(model: Any, plain: Any) -> Iterator[tuple[Any, Plain]]:
    """Yield the models of plain values with the mappings that they describe."""
    if not isinstance(plain, dict):
        return
    yield model, plain
    for name, value in plain.items():
        known = fields_of(model)[name]
        if known.model is not None and name != "withhold_fields":
            for inner in value if isinstance(value, list) else [value]:
                yield from models_in(known.model, inner)


def units_in(model: Any, plain: Plain) -> list[Plain]:
    """Return the mappings that can be withheld."""
    return [unit for each, unit in models_in(model, plain) if issubclass(each, Withholdable)]


def reached(model: Any) -> set[Any]:
    """Return a model and all the models in its fields."""
    found = {model}
    waiting = [model]
    while waiting:
        inside = {known.model for known in fields_of(waiting.pop()).values() if known.model}
        waiting += inside - found
        found |= inside
    return found


def ids_in(value: Any) -> set[str]:
    """Return the private ids of parts, which a message may name."""
    return {word for word in CANARY.findall(json.dumps(value)) if word.endswith("-id")}
