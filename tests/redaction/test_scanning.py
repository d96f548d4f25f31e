"""Harvested words are found in every spelling that a reader takes for the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems import Place
from records.loading import load
from redaction.projecting.projection import project
from redaction.searching.folding import fold
from redaction.searching.harvesting import Harvest, Secret, harvest
from redaction.searching.scanning import find, find_in_record, scanner_for, told_once
from redaction.searching.terms import terms_in
from tests.partnerships import SOURCE

WORDS = "Tamblyn and Ézé"
SECRETS = Harvest(
    (Secret(WORDS, Place("data/meetings/m.yml", 7)),),
    dict.fromkeys(terms_in(fold(WORDS)), 0),
)
SCANNER = scanner_for(SECRETS)


@pytest.mark.parametrize(
    "text",
    [
        "the Tamblyn and Ézé family",
        "TAMBLYN AND ÉZÉ",
        "tamblyn and eze",
        "Tam\u00adblyn and Ézé",
        "Tam\u200bblyn\u00a0and\u2003Ézé",
        "Tamblyn,\n  and — Ézé's",
        "tamblyn-and-eze",
        "tamblyn_and_eze",
        "\uff34\uff41\uff4d\uff42\uff4c\uff59\uff4e and Ézé",
        "\u0422\u0430mbl\u0443n \u0430nd Ézé",
        unicodedata.normalize("NFD", WORDS),
    ],
)
def test_another_spelling_is_found(text: str) -> None:
    assert find(SCANNER, fold(text)) == SECRETS.secrets


@pytest.mark.parametrize(
    "text", ["Tamblynand Ézé", "Tamblyn and Ézés", "Stamblyn and Ézé", "Tamblyn Ézé", ""]
)
def test_other_words_are_not_found(text: str) -> None:
    assert find(SCANNER, fold(text)) == ()


def test_words_of_two_texts_do_not_add_up() -> None:
    """Texts that are searched together stay apart."""
    assert find(SCANNER, "\n".join(map(fold, ["Tamblyn and", "Ézé"]))) == ()


def test_nothing_is_found_when_nothing_is_secret() -> None:
    assert find(scanner_for(Harvest((), {})), fold("any text")) == ()


@given(st.text(), st.text())
def test_a_secret_is_found_between_any_texts(before: str, after: str) -> None:
    """Whatever stands around it, a secret that stands by itself is found."""
    assert find(SCANNER, fold(f"{before} {WORDS} {after}")) == SECRETS.secrets


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_secret_in_public_values_is_a_problem_that_names_both_places() -> None:
    """The problem says where the words stand and where they are withheld, and never the words."""
    records = load(SOURCE)
    record = project(records, "meetings", "2026-03-12-executive").record
    assert record is not None
    leaking = record.model_copy(update={"place": "At Secretfamily house"})
    place = Place("data/meetings/2026-03-12-executive.yml")
    scanner = scanner_for(harvest(records))
    found = find_in_record(scanner, leaking, place)

    assert [problem.code for problem in found] == ["secret-in-record"]
    assert "meetings/2026-03-12-executive.yml:52:12" in str(found[0])
    assert "secretfamily" not in (str(found) + repr(found) + repr(scanner)).lower()


@pytest.mark.parametrize(
    ("file_name", "text", "lines"),
    [
        ("tamblyn", "Zoe Tamblyn came.", [3]),
        ("tamblyn", "A Tamblyn came.", [0]),
        ("blyn", "Zoe Tamblyn came, and Blyn.", [0, 3]),
        ("quill", "Zoe Tamblyn came, and Quill.", [0, 3]),
    ],
)
def test_a_name_is_told_once_where_its_file_is_called_by_it(
    file_name: str, text: str, lines: list[int]
) -> None:
    """A person's file is usually called by the name in it; the same words are no second problem."""
    file = f"data/people/{file_name}.yml"
    found = Harvest(
        (Secret(file_name, Place(file)), Secret("Zoe Tamblyn", Place(file, 3))),
        {term: at for at, words in enumerate([file_name, "Zoe Tamblyn"]) for term in terms_in(fold(words))},
    )

    assert sorted(each.where.line for each in told_once(find(scanner_for(found), fold(text)))) == lines


def test_the_public_values_of_the_partnership_hold_no_secret() -> None:
    """The fixture itself is clean, so that a finding elsewhere means something."""
    records = load(SOURCE)
    scanner = scanner_for(harvest(records))
    projections = [project(records, *key) for key in records.loaded]

    assert [
        problem
        for each in projections
        if each.record
        for problem in find_in_record(scanner, each.record, Place(each.id))
    ] == []


@pytest.mark.parametrize(
    "text", ["case 4417", "case ４４１７", "case \u0664\u0664\u0661\u0667", "case \u096a\u096a\u0967\u096d"]
)
def test_digits_of_another_script_are_the_same_number(text: str) -> None:
    """Whoever reads Arabic or Hindi reads the number."""
    assert fold(text) == " case 4417 "
