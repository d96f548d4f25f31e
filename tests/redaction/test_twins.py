"""Other private values must give the same public bytes; a projector that lets one show is caught."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from records.loading import Loaded, Records, load
from redaction.projecting.projection import project
from redaction.searching.harvesting import harvest
from redaction.searching.publicity import values_of
from redaction.values import Standing
from redaction.verifying.twins import SEEDS, canary_of, disagreements, twin
from tests.partnerships import SOURCE, copy_to
from tests.redaction.faults import DRAFT, KEY, OF_DRAFTS, TELLING, leaking, quoting


@pytest.fixture(scope="module")
def records() -> Records:
    return load(SOURCE)


@pytest.mark.parametrize("fault", TELLING.values(), ids=TELLING.keys())
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


@pytest.mark.parametrize("fault", OF_DRAFTS.values(), ids=OF_DRAFTS.keys())
def test_a_projector_that_depends_on_a_draft_is_caught(
    records: Records, fault: Callable[[Records, Loaded], object]
) -> None:
    """What stands in a meeting without an edition must not show in another record."""
    faulty = leaking(fault)

    assert disagreements(records, faulty, drafts=[DRAFT]) != ()


def test_the_projector_depends_on_no_draft(records: Records) -> None:
    assert disagreements(records, project, drafts=[DRAFT]) == ()


def test_a_word_planted_among_private_values_is_found_in_messages_too(records: Records) -> None:
    """A projector whose problems quote a value is caught, because problems end in logs."""

    assert {problem.code for problem in disagreements(records, quoting)} == {"canary-found"}


def test_a_twin_that_changes_nothing_is_a_problem(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """An oracle that compares a thing with itself must not say that all is well."""
    monkeypatch.setattr("redaction.verifying.twins.twin", lambda same, _seed, _drafts: same)

    assert "twin-failed" in {problem.code for problem in disagreements(records, project)}


def test_a_record_of_which_no_twin_can_be_made_is_a_problem(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was not compared was not found to be well."""
    monkeypatch.setattr("redaction.verifying.twins._twin_of", lambda *_: None)

    found = disagreements(records, project, keys=[KEY])

    assert [(each.code, each.place.file) for each in found] == [("twin-failed", records.loaded[KEY].file)]


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
    shown = repr(disagreements(records, leaking(TELLING["the words of a note"])))

    assert [word for word in ("officenote", canary_of(1), canary_of(2)) if word in shown.lower()] == []


def test_a_record_that_is_not_valid_has_no_twin(tmp_path: Path) -> None:
    """A broken record is not projected, so nothing is compared."""
    path = copy_to(tmp_path) / "data" / "meetings" / "2026-03-12-executive.yml"
    path.write_text(path.read_text().replace("status: approved", "status: aproved"))

    assert KEY not in twin(load(tmp_path), 1).loaded
