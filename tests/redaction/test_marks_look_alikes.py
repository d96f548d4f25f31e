"""Every look-alike of a letter or bracket of a mark is taken for it, and the mark refused."""

from __future__ import annotations

import pytest

from problems import Place
from redaction.marking.lookalikes import INVISIBLE, fold, look
from redaction.marking.marks import lex

LETTERS = {
    "a": "аαɑ",
    "c": "сςᴄ",
    "d": "ԁɗđð",
    "e": "еєҽεɛ℮",
    "h": "һհ",
    "i": "іιıɩ",
    "l": "ӏ",
    "n": "пոηռ",
    "o": "оοօσø",
    "r": "гᴦɼ",
    "s": "ѕꜱ",
    "t": "тτŧ",
    "w": "ԝѡωա",
}
BRACKETS = {
    "[": "【〔〖〘⦗⦋⦍⦏⁅❲⟬「『⸢⸤［",
    "]": "】〕〗〙⦘⦌⦎⦐⁆❳⟭」』⸣⸥］",
    "(": "❨❪⦅⸨（",
    ")": "❩❫⦆⸩）",
    "{": "❴⦃｛",
    "}": "❵⦄｝",
    "<": "‹«⟨⟪〈《＜",
    ">": "›»⟩⟫〉》＞",
    "|": "¦│‖∣ǀ❘⎪┃║∥⏐❙❚।｜",
    "⟦": "⟦〚",
    "⟧": "⟧〛",
}
MARKS = ("[[redact personal|a]]", "[[withheld personal]]", "[[action a]]", "[[decision a]]")


def codes(raw: str) -> list[str]:
    return [problem.code for problem in lex(raw, Place("data/a.yml", 1), ("personal",)).problems]


@pytest.mark.parametrize("letter", LETTERS)
def test_a_mark_with_a_letter_that_only_looks_like_its_own_is_refused(letter: str) -> None:
    """In the keyword of each mark that has the letter, one look-alike is one damage."""
    marks = [mark for mark in MARKS if letter in mark.split()[0]]
    assert marks != []
    for other in LETTERS[letter]:
        for mark in marks:
            assert codes(mark.replace(letter, other, 1)) == ["mark-look-alike"], other.encode()


@pytest.mark.parametrize("bracket", BRACKETS)
def test_a_bracket_that_looks_like_another_is_seen_as_that(bracket: str) -> None:
    assert [look(other) for other in BRACKETS[bracket]] == [bracket] * len(BRACKETS[bracket])


@pytest.mark.parametrize(
    "unseen", ["\u115f", "\u1160", "\u2800", "\u3164", "\uffa0", "\x00", "\x07", "\u200b", "\u0301", "\u20dd"]
)
def test_what_a_reader_cannot_see_hides_no_mark(unseen: str) -> None:
    """Fillers, control and formatting characters, accents and enclosing marks within a keyword."""
    assert look(unseen) == INVISIBLE
    assert codes(f"[[red{unseen}act personal|a]]") == ["mark-invisible"]
    assert codes(f"[[action{unseen} a]]") == ["mark-invisible"]


def test_a_lone_surrogate_is_invisible() -> None:
    assert look("\ud800") == INVISIBLE


def test_white_space_stays_or_is_a_space() -> None:
    """Tabs and ends of lines are kept, so that a blank line stays one; other spaces are a space."""
    assert fold("\t\n\r \u00a0\u2003\u3000") == "\t\n\r    "


def test_text_is_folded_character_by_character() -> None:
    """Capitals, accents and full width go; what has more than one letter within it stays itself."""
    assert fold("ÀＲß﷼ﬁ①") == "arß﷼ﬁ1"
