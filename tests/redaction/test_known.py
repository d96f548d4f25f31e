"""A known term is found in every form in which people write it, and asks where it may mean something else."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from problems import Place
from records.side_files.aside import Source
from records.side_files.known_terms import KnownTerm
from redaction.searching.asks import asked_in, asks_for
from redaction.searching.folding import fold
from redaction.searching.known import OFTEN, TWICE, Known, known_words
from redaction.searching.ordinary import is_ordinary
from redaction.searching.publicity import Public
from redaction.searching.terms import found_in, search_for

HERE = Place("data/terms.yml")
LETTERS = "abcdefghijklmnopqrstuvwxyz\u00e9\u00fc\u00f8\u00f1\u0142"


def term(name: str, sort: str = "person", **more: object) -> Source:
    """Return a known term."""
    return Source(KnownTerm.model_validate({"name": name, "sort": sort, **more}), HERE)


def said(*texts: str) -> tuple[Public, ...]:
    """Return records that say these texts to the public, one each."""
    return tuple(Public((text,), fold(text)) for text in texts)


def refuses(known: Known, text: str) -> bool:
    """Return whether a text is refused without a question."""
    return found_in(search_for([folded for folded, _ in known.sure]), fold(text)) != set()


def asks(known: Known, text: str) -> bool:
    """Return whether somebody is asked about a text."""
    return next(asked_in(asks_for(known.asks), text), None) is not None


names = (
    st.text(LETTERS, min_size=4, max_size=9).map(str.capitalize).filter(lambda n: not is_ordinary(fold(n)))
)


@given(names, names, st.sampled_from(["", "Some words before, ", "(", "\u201c", "\n- ", "/"]))
def test_every_form_of_a_name_is_found_in_any_text(given_name: str, family: str, before: str) -> None:
    """However it is written, in whatever place: the forms are made here by hand, not by the code."""
    known = known_words([term(f"{given_name} {family}")], (), (), ())
    first, ascii_family = (
        given_name[0],
        unicodedata.normalize("NFD", family).encode("ascii", "ignore").decode(),
    )
    ascii_family = fold(family).strip() if len(ascii_family) != len(family) else ascii_family
    written = [
        f"{given_name} {family}",
        f"{family}, {given_name}",
        given_name,
        family,
        f"{given_name}'s",
        f"{family}\u2019s",
        f"the {family}s",
        f"the {family}s' house" if fold(family).strip()[-1] not in "sxzh" else family,
        f"{first}. {family}",
        f"{family} {first}",
        f"{first}.{family}@example.org".lower(),
        f"{first}{family}@example.org".lower(),
        f"{given_name}.{family}@example.org".lower(),
        f"{given_name}{family}".lower(),
        f"{given_name}-{family}.pdf".lower(),
        f"{given_name}_{family}",
        f"the {family} family",
        f"{family} children",
        f"Mrs {family}",
        family.upper(),
        ascii_family,
        unicodedata.normalize("NFD", family),
        f"**{given_name}** *{family}*",
    ]
    assert [text for text in written if not refuses(known, f"{before}{text} after.")] == []


@given(names, names)
def test_initials_ask_and_never_refuse(given_name: str, family: str) -> None:
    """Two letters may mean anything: a person decides."""
    known = known_words([term(f"{given_name} {family}")], (), (), ())
    both = fold(f"{given_name[0]} {family[0]}").upper().split()
    for text in (f"Seen by {''.join(both)} today.", f"Seen by {both[0]}.{both[1]}. today."):
        assert (refuses(known, text), asks(known, text)) == (False, True)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (term("IT", "project"), "The IT team will report."),
        (term("Ada Quillfeather"), "Ada was seen."),
        (term("Rose Quillfeather"), "Then Rose spoke."),
        (term("Will Young"), "Will Young came."),
        (term("Will Young"), "will.young@example.org"),
        (term("Young", "family"), "The Young family moved."),
        (term("Zorblatt", "project", ask="yes"), "Zorblatt was discussed."),
        (term("14 Marrow Lane", "place"), "A visit to Marrow Lane."),
    ],
    ids=lambda each: each if isinstance(each, str) else each.term.name,
)
def test_ambiguous_forms_ask(source: Source, text: str) -> None:
    """Short forms, ordinary words and what somebody marked as ambiguous neither pass nor refuse."""
    known = known_words([source], (), (), ())
    assert (refuses(known, text), asks(known, text)) == (False, True)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (term("IT", "project"), "It was agreed, and it will be done."),
        (term("Will Young"), "It will help young people."),
        (term("Young", "family"), "The young children were heard."),
        (term("Ada Quillfeather"), "The canada geese."),
    ],
    ids=lambda each: each if isinstance(each, str) else each.term.name,
)
def test_ordinary_words_in_small_letters_pass(source: Source, text: str) -> None:
    """What is only an ordinary word asks nobody."""
    known = known_words([source], (), (), ())
    assert (refuses(known, text), asks(known, text)) == (False, False)


@pytest.mark.parametrize(
    ("sort", "name", "text"),
    [
        ("case", "Case 220418", "see 220418"),
        ("case", "Operation Larkrise", "operation-larkrise.docx"),
        ("place", "9 Marrow Lane", "9 Marrow Ln"),
        ("family", "the Tamblyn family", "Tamblyn siblings"),
        ("project", "Project Quince", "projectquince"),
        ("person", "J\u00fcrgen M\u00fcller-Vane", "juergen.mueller-vane@example.org"),
        ("person", "Ada van der Quill", "the Quills"),
        ("person", "Tamblyn, Zephyrine", "Zephyrine T and Miss Tamblyn"),
        ("person", "Dr Zephyrine Tamblyn MBE", "Z Tamblyn"),
        ("person", "Zephy-Lou Tamblyn", "Zephylou came"),
    ],
)
def test_each_sort_has_its_own_forms(sort: str, name: str, text: str) -> None:
    """Numbers of cases, short streets, households, letters of other languages, particles, titles."""
    assert refuses(known_words([term(name, sort)], (), (), ()), text)


def test_an_alias_has_the_forms_of_a_name() -> None:
    known = known_words([term("Zephyrine Quill", aliases=["Bibi Oldname"])], (), (), ())
    assert [refuses(known, text) for text in ("B. Oldname", "Bibi", "Somebody")] == [True, True, False]


def test_the_name_of_somebody_public_asks() -> None:
    """A family name that a public person has too may mean either."""
    known = known_words([term("Zephyrine Abara")], (), (), {" abara ", " ife abara "})
    assert [(refuses(known, text), asks(known, text)) for text in ("Abara", "Zephyrine Abara")] == [
        (False, True),
        (True, True),
    ]


def test_a_word_that_public_texts_use_asks() -> None:
    """Written small in some records, or standing in many, it may be an ordinary word."""
    small = said(*["the ferry was late"] * TWICE)
    many = said(*["At Ferry"] * OFTEN)
    few = said("the ferry was late", *["At Ferry"] * (OFTEN - 2))
    for public, expected in ((small, (False, True)), (many, (False, True)), (few, (True, False))):
        known = known_words([term("Ferry", "family")], (), public, ())
        assert (refuses(known, "Mr X of Ferry"), asks(known, "Mr X of Ferry")) == expected


def test_allowing_one_form_allows_no_other() -> None:
    """Who allows a street of the name has not allowed the person."""
    known = known_words([term("Zephyrine Tamblyn")], (), (), (), {" tamblyn "})
    assert [refuses(known, text) for text in ("Tamblyn", "Z Tamblyn", "Tamblyn children")] == [
        False,
        True,
        True,
    ]


def test_words_that_were_decided_to_be_withheld_are_refused_and_guess_nothing() -> None:
    known = known_words((), [("Wharf Lane", HERE)], (), ())
    assert [refuses(known, text) for text in ("at wharf-lane", "WL", "Wharf")] == [True, False, False]


def test_a_term_in_a_longer_phrase_that_is_allowed_is_passed_over() -> None:
    """Tamblyn Road School may stand, Tamblyn may not, also beside it."""
    search = search_for([" tamblyn "], [" tamblyn road school ", " another "])
    texts = ("At Tamblyn Road School.", "At Tamblyn Road.", "Tamblyn of Tamblyn Road School")
    assert [found_in(search, fold(text)) for text in texts] == [set(), {0}, {0}]
