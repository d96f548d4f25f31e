"""Text as a hurried reader sees it: look-alike characters replaced by those of the keyboard."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

INVISIBLE = "\0"
"""Stands for every character that a reader cannot see, combining accents among them."""

DOUBLE_OPEN = "⟦"
DOUBLE_CLOSE = "⟧"

_LOOKS = {
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
    "[": "【〔〖〘⦗⦋⦍⦏⁅❲⟬「『⸢⸤",
    "]": "】〕〗〙⦘⦌⦎⦐⁆❳⟭」』⸣⸥",
    "(": "❨❪⦅⸨",
    ")": "❩❫⦆⸩",
    "{": "❴⦃",
    "}": "❵⦄",
    "<": "‹«⟨⟪〈《",
    ">": "›»⟩⟫〉》",
    "|": "¦│‖∣ǀ❘⎪┃║∥⏐❙❚।",
    DOUBLE_OPEN: "〚",
    DOUBLE_CLOSE: "〛",
    INVISIBLE: "\u115f\u1160\u2800\u3164\uffa0",
}
_PLAIN = {look: plain for plain, looks in _LOOKS.items() for look in looks}
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Mn", "Me"})


@lru_cache(maxsize=4096)
def look(character: str) -> str:
    """Return the one lower-case character that a hurried reader takes this character for."""
    if character in "\t\n\r":
        return character
    if unicodedata.category(character) in _UNSEEN:
        return INVISIBLE
    if character.isspace():
        return " "
    bases = [part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part)]
    lower = (bases[0] if len(bases) == 1 else character).lower()
    return _PLAIN.get(lower, lower)


def fold(text: str) -> str:
    """Return the text as a hurried reader sees it, in lower case, of the same length to the character."""
    return text.translate({ord(character): look(character) for character in set(text)})
