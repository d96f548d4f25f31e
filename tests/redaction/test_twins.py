"""Other private values must give the same public bytes; a projector that lets one show is caught."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from editions.fields import PublicRecord
from problems import Place, Problem
from problems.wordings import Wording
from records.loading import Loaded, Records, load
from redaction.harvesting import harvest
from redaction.projection import project
from redaction.publicity import values_of
from redaction.twins import SEEDS, canary_of, disagreements, twin
from redaction.values import Standing
from tests.partnerships import SOURCE, copy_to

KEY = ("meetings", "2026-03-12-executive")
DRAFT = ("meetings", "2026-01-15-executive")


@pytest.fixture(scope="module")
def records() -> Records:
    return load(SOURCE)


@dataclass(frozen=True)
class Told:
    """A projection made by a faulty projector."""

    record: PublicRecord | None
    problems: tuple[Problem, ...] = ()


def leaking(fault: Callable[[Records, Loaded], object]) -> Callable[[Records, str, str], Told]:
    """Return a projector that tells one more thing of each meeting."""

    def projector(records: Records, kind: str, record_id: str) -> Told:
        record = project(records, kind, record_id).record
        loaded = records.loaded[kind, record_id]
        if record is None or (kind, record_id) != KEY:
            return Told(record)
        return Told(record.model_copy(update={"series": str(fault(records, loaded))}))

    return projector


def item(loaded: Loaded, item_id: str) -> dict[str, Any]:
    return next((each for each in loaded.plain["items"] if each["id"] == item_id), {})


FAULTS: dict[str, Callable[[Records, Loaded], object]] = {
    "how many items there are": lambda _, m: len(m.plain["items"]),
    "how many people came, with those for a concealed item": lambda _, m: len(m.plain["attendance"]),
    "where a concealed item stood": lambda _, m: [each["id"] for each in m.plain["items"]].index("neglect"),
    "how long a withheld text is": lambda _, m: len(item(m, "scrutineer").get("text", "")),
    "how long a marked passage is": lambda _, m: len(item(m, "neglect")["text"]),
    "the first letter of a marked passage": lambda _, m: item(m, "neglect")["text"].partition("|")[2][:5],
    "who owns a withheld action": lambda _, m: [
        action.get("owners") for action in item(m, "scrutineer").get("actions", [])
    ],
    "how many actions a withheld item has": lambda _, m: len(item(m, "scrutineer").get("actions", [])),
    "who presented a withheld item": lambda _, m: item(m, "scrutineer").get("presented_by"),
    "that a person sent a reason": lambda _, m: "reason" in m.plain["attendance"][1],
    "that there is a note for the office": lambda _, m: "office_note" in m.plain,
    "the words of a note": lambda _, m: m.plain.get("office_note"),
    "the name of a person shown by role": lambda r, _: r.loaded["people", "quietly"].plain["name"][:1],
    "how somebody is reached": lambda r, _: r.loaded["people", "abara"].plain.get("contact"),
    "where a paper is kept": lambda _, m: item(m, "neglect")["papers"][0].get("file"),
    "a field that is withheld alone": lambda _, m: item(m, "neglect")["items"][0].get("clock"),
    "how many records hold a note": lambda r, _: sum(
        "office_note" in each.plain for each in r.loaded.values()
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_a_projector_that_lets_something_private_show_is_caught(
    records: Records, fault: Callable[[Records, Loaded], object]
) -> None:
    """Each thing that a page could give away makes a problem, with the one twin that a build can afford."""
    found = disagreements(records, leaking(fault), seeds=SEEDS[:1])

    assert ("public-depends-on-private", "data/meetings/2026-03-12-executive.yml") in {
        (problem.code, problem.place.file) for problem in found
    }


def test_the_projector_depends_on_no_private_value(records: Records) -> None:
    """The real projection gives the same bytes for both twins."""
    assert disagreements(records, project) == ()


def test_a_projector_that_depends_on_a_draft_is_caught(records: Records) -> None:
    """What stands in a meeting without an edition must not show in another record."""
    fault = leaking(lambda r, _: r.loaded[DRAFT].plain["title"])

    assert [disagreements(records, fault), bool(disagreements(records, fault, drafts=[DRAFT]))] == [(), True]


def test_the_projector_depends_on_no_draft(records: Records) -> None:
    assert disagreements(records, project, drafts=[DRAFT]) == ()


def test_a_word_planted_among_private_values_is_found_in_messages_too(records: Records) -> None:
    """A projector whose problems quote a value is caught, because problems end in logs."""

    def quoting(records: Records, kind: str, record_id: str) -> Told:
        note = records.loaded[kind, record_id].plain.get("office_note", "")
        wording = Wording("quoting", "The note is {note}.", "Mend it.")
        return Told(project(records, kind, record_id).record, (wording.at(Place("x"), note=note),))

    assert {problem.code for problem in disagreements(records, quoting)} == {"canary-found"}


def test_a_twin_that_changes_nothing_is_a_problem(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """An oracle that compares a thing with itself must not say that all is well."""
    monkeypatch.setattr("redaction.twins.twin", lambda same, _seed, _drafts: same)

    assert "twin-failed" in {problem.code for problem in disagreements(records, project)}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_record_has_a_valid_twin(records: Records, seed: int) -> None:
    """The twin of each record can be read, and holds no private text of the original."""
    other = twin(records, seed)
    kept = [
        str(value.path)
        for key, loaded in other.loaded.items()
        for value in values_of(loaded)
        if value.field.is_text and value.standing in {Standing.PRIVATE, Standing.WITHHELD}
        if value.text in {each.text for each in values_of(records.loaded[key])}
    ]

    assert (set(other.loaded), kept) == (set(records.loaded), [])
    assert [key for key, loaded in other.loaded.items() if loaded.record is None] == []


def test_the_two_twins_are_longer_and_shorter(records: Records) -> None:
    """One twin has more hidden items than the record, the other no more, so that a count shows."""
    counts = [len(twin(records, seed).loaded[KEY].plain["items"]) for seed in SEEDS]

    assert counts[0] > len(records.loaded[KEY].plain["items"]) >= counts[1]


def test_the_same_seed_gives_the_same_twin(records: Records) -> None:
    first, second = twin(records, 1), twin(records, 1)

    assert [each.plain for each in first.loaded.values()] == [each.plain for each in second.loaded.values()]


def test_every_invented_text_is_harvested_from_the_twin(records: Records) -> None:
    """Harvest and twin mean the same by private: what one invents the other collects."""
    seed = SEEDS[0]
    texts = [secret.text for secret in harvest(twin(records, seed)).secrets]

    assert any(canary_of(seed) in text for text in texts)


def test_no_problem_of_the_twin_holds_a_secret(records: Records) -> None:
    """The problems name records and fields only."""
    shown = repr(disagreements(records, leaking(FAULTS["the words of a note"])))

    assert [word for word in ("officenote", canary_of(1), canary_of(2)) if word in shown.lower()] == []


def test_a_record_that_is_not_valid_has_no_twin(tmp_path: Path) -> None:
    """A broken record is not projected, so nothing is compared."""
    path = copy_to(tmp_path) / "data" / "meetings" / "2026-03-12-executive.yml"
    path.write_text(path.read_text().replace("status: approved", "status: aproved"))

    assert KEY not in twin(load(tmp_path), 1).loaded
