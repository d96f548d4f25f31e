"""Every way in which one keystroke can damage a mark: refused, or nothing hidden gets out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from problems import Place
from redaction.marking.marks import lex, public_text

PLACE = Place("data/meetings/example.yml", 1)
REASONS = ("personal", "personal-data")

HIDDEN = "ሀለሐ መሠረ"
"""Letters without case that stand in no host, in no alphabet, and that no rule knows."""

ALPHABET = "redactwihlonpsxZ0 \t\n[](){}<>|\\`*_'’\"-–:;.#&％！é\u200b\u00ad\u00a0［］【⟦⟧｜¦оаſ"

HOSTS = {
    "prose": f"The rate of [[redact personal|{HIDDEN}]] was agreed.",
    "bullet": f"- first\n- [[redact personal-data|{HIDDEN}]]\n- third",
    "table": f"| a | b |\n|---|---|\n| [[redact personal|{HIDDEN}]] | x |",
    "whole text": f"[[redact personal|{HIDDEN}]]",
    "start": f"[[redact personal-data|{HIDDEN}]] was agreed.",
    "end": f"It was [[redact personal|{HIDDEN}]]",
    "two apart": f"a [[redact personal|{HIDDEN}]] b [[redact personal-data|{HIDDEN}]] c",
    "two neighbours": f"[[redact personal|{HIDDEN}]] [[redact personal|{HIDDEN}]]",
    "two joined": f"[[redact personal|{HIDDEN}]][[redact personal-data|{HIDDEN}]]",
    "emphasis": f"It was *[[redact personal|{HIDDEN}]]* in all.",
    "strong, quoted": f'He said "**[[redact personal|{HIDDEN}]]**".',
    "lines": f"One\n[[redact personal|{HIDDEN}\n{HIDDEN}\nሰ]]\ntwo",
    "code": f"`[[redact personal|{HIDDEN}]]` and\n\n    [[redact personal|{HIDDEN}]]",
    "link": f"[a](b) ([[redact personal|{HIDDEN}]]) [c]",
    "beside others": f"[[withheld personal]] [[redact personal|{HIDDEN}]] [[action a1]]",
}

REAL_HOST = (
    "5.1 The audit had looked at twelve cases. The family known as [[redact personal|the Hexworthy\n"
    "children, aged 4 and 7,]] moved twice. [[action toolkit]]"
)
RUNS = ("Hexw", "exwo", "xwor", "wort", "orth", "rthy", "chil", "aged", "4 an", "and 7", "7,")
"""Runs of the hidden words, none of which the rest of the host or a single keystroke can make."""

REAL_ALPHABET = "thexworyildaeng47 ,\n[]|({\\*`'PT"


def damages(host: str, alphabet: str) -> Iterator[str]:
    """Yield each text that one keystroke, one slip of two neighbours or one key held too long makes."""
    for at in range(len(host) + 1):
        before, after = host[:at], host[at:]
        for typed in alphabet:
            yield before + typed + after
        if not after:
            continue
        for typed in alphabet:
            yield before + typed + after[1:]
        yield before + after[1:]
        yield before + after[0] + after
        yield before + after[0].swapcase() + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]


def count_expected(host: str, alphabet: str) -> int:
    """Return how many damages there are: insertions, substitutions, then four kinds of one slip each."""
    length, letters = len(host), len(alphabet)
    return (length + 1) * letters + length * letters + 3 * length + (length - 1)


def published(text: str) -> str | None:
    """Return the public form of a text, or None when it is refused."""
    lexed = lex(text, PLACE, REASONS)
    return None if lexed.problems else public_text(lexed)


@pytest.mark.parametrize("name", HOSTS)
def test_no_single_keystroke_publishes_a_hidden_character(name: str) -> None:
    """A damaged text is refused, or its public form holds not one character of what is hidden."""
    host = HOSTS[name]
    hidden = set(HIDDEN + "ሰ") - {" "}
    tried = refused = 0
    leaks: list[str] = []
    for damaged in damages(host, ALPHABET):
        tried += 1
        result = published(damaged)
        if result is None:
            refused += 1
        elif hidden & set(result):
            leaks.append(damaged)
    assert leaks == []
    assert tried == count_expected(host, ALPHABET)
    assert 0 < refused < tried


def test_the_hosts_are_sound_and_the_cases_are_many() -> None:
    """Each host is accepted undamaged, the alphabet holds no hidden letter, and the cases are many."""
    assert [name for name, host in HOSTS.items() if published(host) is None] == []
    assert set(HIDDEN) & set(ALPHABET) == {" "}
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert sum(count_expected(host, ALPHABET) for host in HOSTS.values()) > 50_000


def test_no_single_keystroke_publishes_a_run_of_real_words() -> None:
    """In ordinary minutes, typed with the letters of the hidden words too, no run of these gets out."""
    tried = refused = 0
    leaks: list[str] = []
    for damaged in damages(REAL_HOST, REAL_ALPHABET):
        tried += 1
        result = published(damaged)
        if result is None:
            refused += 1
        elif any(run in result for run in RUNS):
            leaks.append(damaged)
    assert leaks == []
    assert tried == count_expected(REAL_HOST, REAL_ALPHABET)
    assert 0 < refused < tried
    assert tried > 5_000
    assert published(REAL_HOST) is not None
    assert all(run in REAL_HOST for run in RUNS)
