"""Detectors see what hardly ever belongs in public, and leave ordinary minutes alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaction.detectors import DETECTORS, detect
from redaction.detectors.detector import Detector, may_find, normal, signs_of

TRUE = [(each, text) for each in DETECTORS for text in each.found_in]
FALSE = [(each, text) for each in DETECTORS for text in each.not_found_in]


def named(value: object) -> str:
    return value.name if isinstance(value, Detector) else str(value)


@pytest.mark.parametrize(("detector", "text"), TRUE, ids=named)
def test_a_detector_finds_what_it_is_for(detector: Detector, text: str) -> None:
    """Each true example is found, by the detector whose it is."""
    assert detector.name in [found.name for found, _ in detect(text)]


@pytest.mark.parametrize(("detector", "text"), FALSE, ids=named)
def test_a_detector_leaves_ordinary_words_alone(detector: Detector, text: str) -> None:
    """Each false example passes."""
    assert [words for found, words in detect(text) if found is detector] == []


def test_a_detector_without_examples_cannot_be_made() -> None:
    """Nobody can register one that is not tried in both directions."""
    for true, false in (((), ("text",)), (("text",), ())):
        with pytest.raises(ValueError, match="examples"):
            Detector("new", "something", lambda text: iter([text]), ((),), true, false)


def test_names_are_different() -> None:
    """A message names one detector."""
    names = [each.name for each in DETECTORS]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(("detector", "text"), TRUE, ids=named)
def test_what_hides_the_digits_is_seen_through(detector: Detector, text: str) -> None:
    """Full width, invisible signs and other hyphens make no difference."""
    hidden = "".join(f"{sign}\u200b" if sign.isdigit() else sign for sign in text).replace("-", "\u2011")
    assert detector.name in [found.name for found, _ in detect(hidden)]


def test_a_line_break_within_a_paragraph_hides_nothing() -> None:
    """The reader sees one sentence, and so does the detector; items of a list stay apart."""
    wrapped = "The number 943 476\n  5919 was read out, and a\nboy aged 7\nat Millbrook was named."
    assert {found.name for found, _ in detect(wrapped)} == {"nhs-number", "age-and-place"}
    assert [found.name for found, _ in detect("- a boy aged 7 spoke\n- at Millbrook it rained")] == []


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    """Whatever somebody wrote, what is found stands in it."""
    assert [words for _, words in detect(text) if words not in normal(text)] == []


PIECES = st.one_of(
    st.sampled_from([text for _, text in (*TRUE, *FALSE)]),
    st.sampled_from(
        ["\u0130", "\u0131", "\u017f", "\u212a", "\u0661\u0662", " at ", " dot ", "@", "\n", "- ", ". "]
    ),
    st.text(max_size=6),
)


def in_full(text: str) -> list[tuple[str, str]]:
    """Return what is found when every detector reads every text, and nothing is remembered."""
    plain = normal(text)
    return [(each.name, words) for each in DETECTORS for words in dict.fromkeys(each.find(plain))]


@given(st.lists(PIECES, max_size=4), st.sampled_from((str, str.upper, str.lower, str.title)))
def test_looking_for_signs_first_loses_nothing(pieces: list[str], spelt: Callable[[str], str]) -> None:
    """What is found is the same as when every detector reads every text."""
    text = spelt("".join(pieces))
    assert [(found.name, words) for found, words in detect(text)] == in_full(text)


@pytest.mark.parametrize("detector", DETECTORS, ids=named)
def test_an_ordinary_sentence_costs_nothing(detector: Detector) -> None:
    """Each detector names signs, and a sentence without them is not read."""
    assert not may_find(detector, signs_of("The partners thanked everybody who came"))


def characters(text: str) -> str:
    """Return the normal form as it was written first: sign for sign."""
    plain = unicodedata.normalize("NFKC", text)
    seen = (sign for sign in plain if unicodedata.category(sign) != "Cf")
    return "".join(
        sign if (digit := unicodedata.decimal(sign, None)) is None else str(digit) for sign in seen
    )


NEITHER = st.characters(exclude_characters="\n \t").filter(
    lambda sign: (
        not set(unicodedata.normalize("NFKC", sign)) & set("*_`~&%\n")
        and not re.match("[\u0370-\u04ff]", unicodedata.normalize("NFKC", sign))
    )
)
"""Any sign but those of Markdown and codes, and letters that look like others."""


@given(st.text(alphabet=NEITHER, max_size=40))
def test_the_normal_form_is_that_of_every_sign(text: str) -> None:
    """The quicker way for plain letters leaves no invisible sign and no full width."""
    dashed = re.sub("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]", "-", characters(text))
    assert normal(text) == re.sub(r"[^\S\n]+", " ", re.sub(r"[^\S\n]*(?<!\n)\n(?!\n)[^\S\n]*", " ", dashed))


@pytest.mark.parametrize(
    "text",
    [
        "write to quibble&#64;example.org",
        "write to quibble%40example.org",
        "write to **quibble**@example.org",
        "write to _quibble@example.org_",
        "write to `quibble`@`example.org`",
        "write to qu\u0456bble@\u0435xample.org",
    ],
)
def test_what_a_page_would_show_is_read(text: str) -> None:
    """Codes, bold and letters of other scripts hide nothing that a reader would see."""
    assert next(iter(detect(text)))[1].replace("to ", "") == "quibble@example.org"


MINUTES = """
The meeting was told that 41 of 61 schools had booked. Between January and March 2026 the front door
took 1,365 calls; 18 per cent were the second within a year. Children aged 5 to 11 had been asked in
four schools in Aldermere. Superintendent Marsh said that the budget of £235,500 had been spent but
for £9,800. Paper 4a, version 1.3, was agreed on 12 March 2026 at 14:05. Anybody who is worried can
call 999, 101 or Childline on 0800 1111. The case for change was made in 2019. A baby cannot tell
anybody. Minute 150/20 and RES-2017-16 stand. Year 7 pupils from Millbrook School came. The chair
thanked Ms Adeyemi, who had been a nurse for thirty years.
"""


def test_ordinary_minutes_ask_nothing() -> None:
    """What every meeting says is no finding."""
    assert [(found.name, words) for found, words in detect(MINUTES)] == []


@pytest.mark.parametrize("text", ["Ten children were injured.", "9 or 10 children were injured."])
def test_few_people_are_those_of_the_policy(text: str) -> None:
    """Where the policy calls up to twelve a small number, the words for it are found up to twelve."""
    assert [found.name for found, _ in detect(text)] == []
    assert [found.name for found, _ in detect(text, 12)] == ["small-number-of-people"]
    assert [found.name for found, _ in detect("Twenty children were injured.", 12)] == []
    assert [found.name for found, _ in detect("Five children were injured.", 4)] == []


def test_the_code_of_a_sign_may_have_any_number_of_digits() -> None:
    """A code too long for Python to count with is read past; what follows it is found."""
    long = f"&#{'1' * 5000}; quibble&#{'0' * 900}64;example.org"
    assert [words for _, words in detect(long)] == ["quibble@example.org"]
