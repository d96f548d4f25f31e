"""What holds of every text that the lexer of marks reads, tried on random ones."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from editions.marks import Placement, Withheld, Words, is_public, split
from problems import Place
from redaction.marking.damages import KEYWORDS, find_damages, fold_around
from redaction.marking.lookalikes import fold
from redaction.marking.marks import Hidden, Lexed, hidden_texts, is_ordinary, lex, public_text

PLACE = Place("data/meetings/example.yml", 7)
REASONS = ("personal", "personal-data", "commercial")

TOKENS = st.sampled_from(
    [
        *(
            "[[",
            "]]",
            "[",
            "]",
            "|",
            " ",
            "\n",
            "\n\n",
            "redact",
            "withheld",
            "action",
            "decision",
            "personal",
        ),
        *(
            "[[redact personal|",
            "[[withheld personal]]",
            "[[action a]]",
            "⟦",
            "\uff3d",
            "¦",
            "\u200b",
            "&#91;",
            "%5B",
        ),
        *(
            "Redact",
            "r\u0435dact",
            "(",
            "{",
            "*",
            "\\",
            "a",
            "b-c",
            "'s",
            "commercial",
            "[[redact commercial|b]]",
        ),
    ]
)
NEARLY_MARKS = st.lists(TOKENS, max_size=14).map("".join)
ANY_TEXT = st.one_of(st.text(), st.text(st.characters()), NEARLY_MARKS)
LETTERS = "ሀለሐመሠረሰሸቀበ"
HIDDEN_TEXT = st.text(LETTERS, min_size=1, max_size=40)
OUTSIDE = st.text("ab .,;\n*-1()|", max_size=20)


@given(ANY_TEXT)
@example("\ud800[[redact personal|\udfff]]")
@example("\x01[[withheld personal]]\x01\x00")
@example("İ[[redact personal|İ]]ﷺ")
def test_lexing_is_total(raw: str) -> None:
    """Any text at all is read without an error, and kept to the character but for an empty mark."""
    lexed = lex(raw, PLACE, REASONS)
    if "mark-empty" not in {problem.code for problem in lexed.problems}:
        assert "".join(_source(piece) for piece in lexed.pieces) == raw


@given(ANY_TEXT)
def test_what_is_published_reads_back_as_itself(raw: str) -> None:
    """Public text has no problems, hides nothing, is its own public text, and the editions can split it."""
    lexed = lex(raw, PLACE, REASONS)
    if lexed.problems:
        return
    public = public_text(lexed)
    again = lex(public, PLACE, REASONS)
    assert again.problems == ()
    assert hidden_texts(again) == ()
    assert public_text(again) == public
    assert is_public(public)
    assert split(public) == tuple(
        Withheld(piece.reason) if isinstance(piece, Hidden) else piece for piece in again.pieces
    )


@given(ANY_TEXT)
def test_a_text_without_withheld_words_round_trips(raw: str) -> None:
    """Where nothing is withheld, a text without problems is published as it stands."""
    lexed = lex(raw, PLACE, REASONS)
    if not lexed.problems and not any(isinstance(piece, Hidden) for piece in lexed.pieces):
        assert public_text(lexed) == raw


@given(
    st.lists(st.tuples(OUTSIDE, st.sampled_from(REASONS), HIDDEN_TEXT, HIDDEN_TEXT), min_size=1, max_size=4),
    OUTSIDE,
)
def test_the_public_form_does_not_depend_on_what_is_hidden(
    parts: list[tuple[str, str, str, str]], last: str
) -> None:
    """Texts that differ in hidden words and their length only have one public form, without the words."""
    one = "".join(f"{words} [[redact {reason}|{text}]] " for words, reason, text, _ in parts) + last
    two = "".join(f"{words} [[redact {reason}|{text}]] " for words, reason, _, text in parts) + last
    left, right = lex(one, PLACE, REASONS), lex(two, PLACE, REASONS)
    assert left.problems == right.problems == ()
    assert hidden_texts(left) == tuple(text for _, _, text, _ in parts)
    assert public_text(left) == public_text(right)
    assert set(public_text(left)).isdisjoint(LETTERS)


@given(st.text(st.characters()))
@example("İẞﬁ⟦é\u0301")
def test_folding_keeps_each_character_in_its_place(raw: str) -> None:
    """A text and its look have the same length, so that a place in one is a place in the other."""
    assert len(fold(raw)) == len(raw)


def _source(piece: Words | Hidden | Placement) -> str:
    """Return how a piece is typed."""
    if isinstance(piece, Words):
        return piece.text
    if isinstance(piece, Placement):
        return f"[[{piece.kind} {piece.id}]]"
    return f"[[redact {piece.reason}|{piece.text}]]" if piece.text else f"[[withheld {piece.reason}]]"


ORDINARY = st.lists(
    st.sampled_from(
        [*"ab .,;:!?'\"/-()\n\u00a3\u2013\u2014\u2018\u2019\u201c\u201d", *KEYWORDS, "Redact personal", "(("]
    ),
    max_size=12,
).map("".join)


@given(ORDINARY | st.text(max_size=12))
@example("(redact personal) it")
def test_ordinary_text_has_no_damage(text: str) -> None:
    """A text that is taken as it stands would pass the close look."""
    found = find_damages(text, fold_around(text, ()), REASONS)

    assert not is_ordinary(text) or (found == () and is_public(text))
    assert not is_ordinary(text) or lex(text, PLACE, REASONS) == Lexed((Words(text),) if text else (), ())


def test_most_text_is_ordinary() -> None:
    """The short way is taken by prose as it is printed, and not by what could be a mark."""
    assert is_ordinary(
        "The chair (who joined late) said: \u201cthank you\u201d \u2013 at 14:00.\n\nAll agreed!"
    )
    assert not is_ordinary("(withheld personal)")
    assert not is_ordinary("an [aside]")
