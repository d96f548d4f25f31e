"""Names, initials, posts and what stands beside them."""

from __future__ import annotations

import pytest

from records.importing.recognising.names import Printed, fits_initials, folded, is_name, is_post, printed


@pytest.mark.parametrize(
    "text", ["Ada Marlowe", "Dr Quist", "Zo\u00eb de la Tarn", "Ann-Marie O'Dell", "J Ashby", "Cllr E Loft"]
)
def test_a_name_is_two_words_with_capitals_or_a_title_and_one(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Head of Service",
        "Harbour Council",
        "apologies were received",
        "Marlowe",
        "NHS ICB",
        "Loft, Esme",
        "Room 4",
        "",
    ],
)
def test_a_post_a_body_or_a_sentence_is_no_name(text: str) -> None:
    assert not is_name(text)


def test_names_are_compared_without_titles_accents_and_case() -> None:
    assert folded("Dr \u0141ucja O\u2019D\u00e9ll") == "lucja odell"


@pytest.mark.parametrize(
    ("initials", "name", "fits"),
    [
        ("AM", "Ada Marlowe", True),
        ("AJM", "Ada Jane Marlowe", True),
        ("AMa", "Ada Marlowe", True),
        ("BQ", "Ada Marlowe", False),
        ("X", "", False),
    ],
)
def test_initials_fit_the_first_letters_of_a_name(initials: str, name: str, *, fits: bool) -> None:
    assert fits_initials(initials, name) is fits


def test_a_post_is_told_from_a_body() -> None:
    posts = ["General Manager", "Head of Early Help", "Designated Nurse", "Data Scientist"]
    assert [is_post(words) for words in [*posts, "Kestrel Police", "Atlas", "Housing partner"]] == [
        True
    ] * 4 + [False] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Marlowe (AM) (Chair)", Printed("Ada Marlowe", initials="AM", post="Chair", roles=("chair",))),
        ("Ada Marlowe Chair", Printed("Ada Marlowe", post="Chair", roles=("chair",))),
        ("Ada Marlowe (Vice Chair)", Printed("Ada Marlowe", post="Vice Chair", roles=("vice",))),
        (
            "Dov Ashby, Head of Early Help, Harbour Council",
            Printed("Dov Ashby", post="Head of Early Help", representing="Harbour Council"),
        ),
        ("Kestrel Police: Esme Loft", Printed("Esme Loft", representing="Kestrel Police")),
        ("Esme Loft \u2013 Atlas", Printed("Esme Loft", representing="Atlas")),
        (
            "Esme Loft (Atlas) via video conf",
            Printed("Esme Loft", representing="Atlas", mode="video", note="via video conf"),
        ),
        ("Esme Loft (by phone)", Printed("Esme Loft", mode="phone", note="by phone")),
        ("Esme Loft (items 3 and 4)", Printed("Esme Loft", part="items 3 and 4")),
        ("Esme Loft (Atlas", Printed("Esme Loft", representing="Atlas")),
        ("Esme Loft (Minutes)", Printed("Esme Loft", post="Minutes", roles=("minutes",))),
        ("Esme Loft (Clerk)", Printed("Esme Loft", post="Clerk", roles=("clerk",))),
        (
            "Esme Loft deputising for Bram Quist",
            Printed("Esme Loft", deputy_for="Bram Quist", note="deputising for Bram Quist"),
        ),
        (
            "Atlas - Esme Loft (EL) representing Director Bram Quist.",
            Printed(
                "Esme Loft",
                initials="EL",
                representing="Atlas",
                deputy_for="Bram Quist",
                note="representing Director Bram Quist",
            ),
        ),
        ("Esme Loft (for Bram Quist)", Printed("Esme Loft", deputy_for="Bram Quist", note="for Bram Quist")),
    ],
)
def test_what_stands_beside_a_name_is_put_in_its_place(text: str, expected: Printed) -> None:
    assert printed(text) == expected


@pytest.mark.parametrize("text", ["Head of Service", "There were no apologies", "representing nobody", ""])
def test_what_names_nobody_is_nobody(text: str) -> None:
    assert printed(text) is None
