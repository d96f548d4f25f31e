"""What the command says: results on standard output, progress and problems on standard error."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from problems import Problem, Severity, in_order

if TYPE_CHECKING:
    from collections.abc import Iterator

FINE, WRONG = 0, 1
"""Exit codes; click adds 2 for a command that was called the wrong way."""


def say(text: str) -> None:
    """Print a line of the result."""
    click.echo(text)


def note(text: str) -> None:
    """Print a line about what is going on, where a script does not read it."""
    click.echo(text, err=True)


def tell(problems: Iterable[Problem], *, show_text: bool = False) -> None:
    """Print problems in the order of files and lines.

    The words concerned are added only if asked for, and only on a terminal: logs are kept and read.
    """
    for problem in in_order(problems):
        colour = "red" if problem.severity is Severity.ERROR else "yellow"
        word = click.style(f"{problem.severity}:", fg=colour, bold=True)
        note(f"{word} {problem}")
        if show_text and problem.private_text and sys.stderr.isatty():
            note(f"    {problem.private_text}")


def counted(problems: Iterable[Problem]) -> str:
    """Return how many errors and warnings there are: `2 errors, 1 warning`."""
    times = Counter(problem.severity for problem in in_order(problems))
    parts = [plural(times[severity], severity.value) for severity in Severity if times[severity]]
    return ", ".join(parts) or "no problems"


def plural(number: int, noun: str) -> str:
    """Return a number with its noun: `1 record`, `2 records`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give a function that shows how far a step has come; on a terminal only."""
    shown = sys.stderr.isatty()

    def show(done: int, of: int) -> None:
        if shown and (done == of or done % 25 == 0):
            click.echo(f"\r{label}: {done:,} of {of:,}", err=True, nl=False)

    yield show
    if shown:
        click.echo("\r\033[K", err=True, nl=False)
