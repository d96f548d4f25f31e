"""What must not be published is harvested from everything that is withheld, and from nothing else."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from records.kinds import KINDS
from records.loading import Records, load
from redaction.searching.folding import fold
from redaction.searching.harvesting import Harvest, Why, harvest
from redaction.searching.suspecting import has_secrets
from redaction.searching.terms import RUN, found_in, phrases_in, search_for, terms_in
from redaction.values import Standing, fields_of, passages, public_pieces, values
from tests.partnerships import DAY, SOURCE, copy_to, secrets_in

PLANTED = sorted(
    {
        word
        for path in (SOURCE / "data").rglob("*.yml")
        for word in fold(path.read_text()).split()
        if secrets_in(word)
    }
)
"""Every word that must not be published, of the files themselves."""

MINUTES = "meetings/2026-03-12-executive.yml"


@pytest.fixture(scope="module")
def records() -> Records:
    return load(SOURCE)


def edited(tmp_path: Path, file: str, old: str, new: str) -> Records:
    """Return the records of a copy of the partnership in which a file was changed."""
    path = copy_to(tmp_path) / "data" / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return load(tmp_path)


def finds(harvested: Harvest, text: str) -> bool:
    """Return whether a text holds anything harvested."""
    return found_in(search_for(list(harvested.terms)), fold(text)) != set()


def test_every_private_word_of_the_partnership_is_harvested(records: Records) -> None:
    """Each word that begins like a secret in the files of data/ stands in a secret."""
    harvested = {word for secret in harvest(records).secrets for word in fold(secret.text).split()}

    assert [word for word in PLANTED if word not in harvested] == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("the SECRETCHILDREN of Wharf-Lane", Why.WITHHELD),
        ("The rate was set at secretrate pounds a", Why.WITHHELD),
        ("at secretrate pounds a day after", Why.WITHHELD),
        ("Secrettitle annex", Why.WITHHELD),
        ("papers/secretfile.pdf", Why.PRIVATE),
        ("The secretofficenote.", Why.PRIVATE),
        ("Zephyrine Secretname's", Why.NAME),
        ("secretclock o'clock", Why.FORMULAIC),
    ],
)
def test_a_text_is_found_by_its_words_or_by_a_run_of_them(records: Records, text: str, why: Why) -> None:
    """Whole short texts, runs of six words of long ones, and names are found in other spellings too."""
    harvested = harvest(records)
    found = found_in(search_for(list(harvested.terms)), fold(text))

    assert {harvested.secrets[list(harvested.terms.values())[term]].why for term in found} == {why}


@pytest.mark.parametrize("text", ["Ife Abara", "Tom Brice", "Testwick Council", "Place the paper.", "set at"])
def test_public_names_and_single_words_of_long_texts_are_not_harvested(records: Records, text: str) -> None:
    """The names of published people and bodies may stand anywhere."""
    assert not finds(harvest(records), text)


def test_a_hidden_passage_that_is_a_public_name_is_not_searched_for(tmp_path: Path) -> None:
    """A mark around the name of a named person blocks nothing elsewhere."""
    records = edited(tmp_path, MINUTES, "the secretchildren of Wharf Lane", "Ife Abara")

    assert not finds(harvest(records), "Ife Abara was in the chair.")


def test_a_person_below_the_level_of_the_policy_is_searched_for_by_name_and_id(records: Records) -> None:
    """The name and the private file name of somebody shown by role are secret."""
    harvested = harvest(records)

    assert [finds(harvested, text) for text in ("Zephyrine Secretname", "quietly")] == [True, True]


def test_the_name_of_somebody_who_is_no_longer_named_becomes_secret(records: Records) -> None:
    """The list of suppressed people turns public names into secrets."""
    harvested = harvest(records, suppressed=["p-aaaaaaa1"])

    assert [finds(harvested, name) for name in ("Ife Abara", "Tom Brice")] == [True, False]


@pytest.mark.parametrize(("until", "found"), [("2026-06-01", False), ("2026-05-31", True), (None, False)])
def test_allowed_words_pass_while_the_decision_holds(tmp_path: Path, until: str | None, found: bool) -> None:  # noqa: FBT001  # a parameter of the test
    """Words of the allow list are left out until the day on which the decision ends."""
    path = copy_to(tmp_path) / "data" / "policy.yml"
    entry = "allow:\n  - words: Secrettitle annex\n    reason: Printed on the agenda.\n    role: Manager\n"
    path.write_text(path.read_text() + entry + (f"    until: {until}\n" if until else ""))

    assert finds(harvest(load(tmp_path), today=DAY), "Secrettitle annex") is found


def test_words_that_are_hidden_here_and_public_there_are_found(tmp_path: Path) -> None:
    """A passage that is marked in one place and left open in another is what the harvest is for."""
    records = edited(tmp_path, MINUTES, "Partners asked for a briefing.", "The family is Secretfamily.")

    assert finds(harvest(records), "The family is Secretfamily.")


def test_a_mistyped_key_hides_what_it_holds(tmp_path: Path) -> None:
    """Nobody said that the text under an unknown key is public, so it is secret."""
    records = edited(
        tmp_path, MINUTES, "office_note: The secretofficenote.", "ofice_note: A zorblatt matter."
    )

    assert finds(harvest(records), "A zorblatt matter")


@pytest.mark.parametrize(
    "withhold",
    ["        withhold:", "        withhold: personal", "        withhold:\n          what: everything"],
)
def test_a_withholding_that_is_damaged_hides_the_whole_unit(tmp_path: Path, withhold: str) -> None:
    """What is meant by a damaged `withhold` is unclear, so everything in the unit is secret."""
    records = edited(tmp_path, MINUTES, "    title: Schools", "    title: Zorblatt matters\n" + withhold)
    values_there = {
        value.text: value.standing
        for value in values(KINDS["meetings"].model, records.loaded["meetings", "2026-03-12-executive"].plain)
    }

    assert values_there["Zorblatt matters"] is Standing.WITHHELD


def test_what_nobody_signed_off_is_secret_when_the_editions_are_known(records: Records) -> None:
    """A public sentence that stands in no edition is found; one that does is not."""
    published = ["The form was merged in February.", "Place the advertisement in the paper."]
    harvested = harvest(records, published=published)

    assert [
        finds(harvested, text)
        for text in (
            "The partners looked at neglect and at the scrutineer's post.",
            "The form was merged in February.",
        )
    ] == [True, False]


def test_without_the_editions_public_text_is_no_secret(records: Records) -> None:
    """At sign-off, a text is not held against itself."""
    assert not finds(harvest(records), "The partners looked at neglect and at the scrutineer's post.")


def test_a_formula_that_stands_in_public_too_is_not_searched_for(tmp_path: Path) -> None:
    """A time or label that is withheld in one place and printed in another gives nothing away."""
    records = edited(tmp_path, MINUTES, "secretclock o'clock", "Room 2, Civic Centre")

    assert not finds(harvest(records), "Room 2, Civic Centre")


def test_private_values_are_seen_without_the_models(records: Records) -> None:
    """The crude look finds private values, and none where there are none."""
    empty = Records({key: each for key, each in records.loaded.items() if key[1] in {"brice", "executive"}})

    assert [has_secrets(records), has_secrets(empty)] == [True, False]


def test_no_secret_is_in_the_representation_of_a_harvest(records: Records) -> None:
    """What ends in a log by accident holds places and no words."""
    shown = repr(harvest(records)).lower()

    assert [word for word in PLANTED if word in shown] == []


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("a [[redact personal|Ann]] b [[redact x|Bob]]", ("Ann", "Bob")),
        ("a [[redact personal|Ann", ("Ann",)),
        ("a [redact personal|Ann] b", ("Ann",)),
        ("a [[ Redact  personal | Ann ]] b", (" Ann ",)),
        ("a [[withheld personal]] b", ()),
        ("no mark | at all", ()),
    ],
)
def test_marks_are_read_tolerantly(text: str, hidden: tuple[str, ...]) -> None:
    """What stands in a damaged mark is as secret as what stands in a whole one."""
    assert passages(text) == hidden


def test_public_pieces_stand_outside_all_marks() -> None:
    assert public_pieces("One [[redact p|two]] three [[action four]] five") == ["One ", " three ", " five"]


@given(st.lists(st.from_regex(r"[a-z]{4,8}", fullmatch=True), min_size=RUN, max_size=40), st.data())
def test_any_six_words_of_a_text_are_found(words: list[str], data: st.DataObject) -> None:
    """Whatever part of six words or more is copied out of a secret text, it is found."""
    start = data.draw(st.integers(0, len(words) - RUN))
    part = "Before " + ", ".join(words[start : start + RUN]).upper() + " after"

    assert found_in(search_for(list(dict.fromkeys(terms_in(fold(" ".join(words)))))), fold(part)) != set()


@given(st.text())
def test_a_phrase_of_a_text_is_in_its_fold(text: str) -> None:
    """Phrases are cut at the ends of words."""
    folded = fold(text)

    assert [phrase for phrase in phrases_in(folded) if phrase not in folded] == []


def _models(model: Any) -> set[Any]:
    found = {model}
    waiting = [model]
    while waiting:
        inner = {known.model for known in fields_of(waiting.pop()).values() if known.model} - found
        found |= inner
        waiting += inner
    return found


def test_the_second_reading_of_the_models_knows_every_field() -> None:
    """Each field with words is known to be text, so that no sort of text escapes the harvest."""
    texts = {"Line", "Prose", "Note", "EmailAddress", "Telephone", "WebAddress"}
    escaped = [
        f"{model.__name__}.{name}"
        for kind in KINDS.values()
        for model in _models(kind.model)
        for name, written in model.__annotations__.items()
        if re.search(rf"\b(?:{'|'.join(texts)})\b", str(written)) and not fields_of(model)[name].is_text
    ]

    assert escaped == []


def test_today_decides_when_no_day_is_given(records: Records) -> None:
    """The day of the search is today."""
    assert harvest(records).terms == harvest(records, today=date(2026, 1, 1)).terms


def test_an_address_of_a_role_hides_no_word(tmp_path: Path) -> None:
    """The policy says that mail may go there, not that the word before the sign may stand nowhere."""
    records = edited(tmp_path, "policy.yml", "reasons:", "role_addresses: [training@]\nreasons:")
    assert " training " not in harvest(records).terms
