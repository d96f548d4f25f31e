"""Made-up text, drawn from a seed: it means nothing, and has the shape of minutes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from textwrap import fill

VOCABULARY = (Path(__file__).parent / "vocabulary.txt").read_text("utf-8").split()
"""Ordinary words; the commonest stand there several times."""

UNHEARD = [word[::-1] for word in VOCABULARY if word[::-1] not in VOCABULARY]
"""Words written backwards, for what is withheld.

Texts of a small vocabulary share runs of four words, and what is withheld must stand nowhere in public.
"""


def sentence(random: Random, vocabulary: Sequence[str] = VOCABULARY) -> str:
    """Return a sentence of six to eighteen words."""
    words = random.choices(vocabulary, k=random.randint(6, 18))
    return f"{' '.join(words).capitalize()}."


def paragraph(random: Random, words: int, vocabulary: Sequence[str] = VOCABULARY) -> str:
    """Return sentences of about this many words together."""
    sentences: list[str] = []
    while not sentences or words > 0:
        sentences.append(sentence(random, vocabulary))
        words -= len(sentences[-1].split())
    return fill(" ".join(sentences), width=100)


def points(random: Random, number: int) -> str:
    """Return a list in Markdown."""
    return "\n".join(f"- {sentence(random)}" for _ in range(number))


def table(random: Random, rows: int) -> str:
    """Return a table of three columns in Markdown."""
    lines = ["| Measure | This quarter | Last quarter |", "|---|---|---|"]
    for _ in range(rows):
        measure = " ".join(random.choices(VOCABULARY, k=3))
        lines.append(f"| {measure} | {random.randint(20, 400)} | {random.randint(20, 400)} |")
    return "\n".join(lines)


def surname(random: Random) -> str:
    """Return a family name that nobody has."""
    return "".join(random.choice("bdfglmnprstv") + random.choice("aeiou") for _ in range(4)).capitalize()
