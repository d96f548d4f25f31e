"""Blocks written as the Markdown of records, every sign that Markdown would take for its own made plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from textwrap import TextWrapper

from records.importing.paragraphs.blocks import BULLET, Block, Run, Table

WIDTH = 100
_SCHEME = re.compile(r"(?:https?://|mailto:)[^\s<>]+\Z", re.IGNORECASE)
_SPECIAL = re.compile(
    r"[\\`]|\*|(?<![^\W_])_|_(?![^\W_])|<(?=[A-Za-z/!?])|&(?=#?\w{1,31};)|~~|\[(?=[^\[\]]*\]\()|!(?=\[)"
)
_STARTS = re.compile(r"(?P<before>\s*)(?P<sign>[#>+=-]|\d{1,9}(?=[.)](?:\s|$)))")
_DOUBLED = re.compile(r"\[(?=\[)|\](?=\])")
_DANGEROUS_START = re.compile(r"(?:[-+*>#|=~`]|\d{1,9}[.)])")
_ENTRY = re.compile(r"\d{1,9}[.)]\Z")


def escaped(text: str) -> str:
    """Return words as Markdown prints them again: nothing in them is a sign of Markdown or a mark."""
    plain = _DOUBLED.sub(lambda found: f"{found[0]} ", " ".join(text.split()))
    return _SPECIAL.sub(lambda found: f"\\{found[0]}" if found[0] != "~~" else "\\~\\~", plain)


def inline(runs: Iterable[Run]) -> str:
    """Return runs as one line of Markdown with emphasis and links."""
    parts: list[str] = []
    for run in _merged(runs):
        words = escaped(run.text)
        if not words:
            parts.append(" " if run.text else "")
            continue
        lead = " " if run.text[:1].isspace() else ""
        tail = " " if run.text[-1:].isspace() else ""
        if run.link and _SCHEME.fullmatch(run.link) and "(" not in run.link and ")" not in run.link:
            words = words if run.link == run.text.strip() else f"[{words}]({run.link})"
        elif run.link and _SCHEME.fullmatch(run.link):
            words = f"{words} ({run.link})" if run.link != run.text.strip() else words
        sign = ("**" if run.bold else "") + ("*" if run.italic else "")
        if sign and any(letter.isalnum() for letter in words):
            words = f"{sign}{words}{sign[::-1]}"
        parts.append(f"{lead}{words}{tail}")
    line = " ".join("".join(parts).split())
    return _STARTS.sub(_plain_start, line, count=1) if _STARTS.match(line) else line


def _plain_start(found: re.Match[str]) -> str:
    sign = found["sign"]
    return f"{found['before']}{sign}\\" if sign[0].isdigit() else f"{found['before']}\\{sign}"


def _merged(runs: Iterable[Run]) -> list[Run]:
    """Return runs with neighbours of one look joined, and looks that would not show in Markdown taken away.

    Bold or italic words count only from one space to the next.
    """
    joined: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if joined and (joined[-1].bold, joined[-1].italic, joined[-1].link) == (
            run.bold,
            run.italic,
            run.link,
        ):
            joined[-1] = Run(joined[-1].text + run.text, run.bold, run.italic, link=run.link)
        else:
            joined.append(run)
    found: list[Run] = []
    for at, run in enumerate(joined):
        before = joined[at - 1].text[-1:] if at else " "
        after = joined[at + 1].text[:1] if at + 1 < len(joined) else " "
        text = run.text.strip()
        fits = (before.isspace() or run.text[:1].isspace() or before in "(\"'\u2018\u201c") and (
            after.isspace() or run.text[-1:].isspace() or not after.isalnum()
        )
        opened = text[:1].isalnum() or before.isspace()
        closed = text[-1:].isalnum() or after.isspace() or run.text[-1:].isspace()
        found.append(run if fits and opened and closed else Run(run.text, link=run.link))
    return found


def plain_line(text: str) -> str:
    """Return words for a field of one line: marks would be read in it, Markdown would not."""
    return _DOUBLED.sub(lambda found: f"{found[0]} ", " ".join(text.split()))


def wrapped(text: str, width: int = WIDTH, indent: str = "") -> str:
    """Return one paragraph over several lines, none of which begins with a sign of Markdown."""
    wrapper = TextWrapper(
        width=width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    lines: list[str] = []
    for line in wrapper.wrap(text):
        if lines and _DANGEROUS_START.match(line.lstrip()):
            lines[-1] += f" {line.strip()}"
        else:
            lines.append(line)
    return "\n".join(lines)


def prose(parts: Sequence[Block | Table | str]) -> str:
    """Return parts as Markdown: paragraphs, lists with their depth, tables; a text stands as it is."""
    chunks: list[str] = []
    least = min((part.depth for part in parts if isinstance(part, Block) and part.depth >= 0), default=0)
    before: Block | None = None
    widths: dict[int, int] = {}
    for part in parts:
        if isinstance(part, str):
            chunks.append(part)
            before = None
        elif isinstance(part, Table):
            chunks.append(table(part))
            before = None
        else:
            depth = _depth(part, before, least)
            words = _entry(part, depth, widths)
            if words:
                tight = before is not None and _is_entry(part) and _is_entry(before)
                chunks.append(words if not tight else f"\x00{words}")
                before = part
    return "\n\n".join(chunk for chunk in chunks if chunk).replace("\n\n\x00", "\n").replace("\x00", "")


def _is_entry(block: Block) -> bool:
    return block.number == BULLET or (block.depth >= 0 and _ENTRY.match(block.number) is not None)


def _depth(block: Block, before: Block | None, least: int) -> int:
    if not _is_entry(block):
        return 0
    wanted = max(0, block.depth - least)
    if before is None or not _is_entry(before):
        return 0
    return min(wanted, max(0, before.depth - least) + 1)


def _entry(block: Block, depth: int, widths: dict[int, int]) -> str:
    """Return one paragraph or entry of a list."""
    words = inline(block.runs)
    if not words:
        return ""
    if not _is_entry(block):
        widths.clear()
        number = escaped(block.number) if block.number not in {"", BULLET} else ""
        line = f"{_safe_number(number)} {words}" if number else words
        if block.heading or (block.is_bold and not line.startswith("**")):
            line = f"**{line}**" if block.heading and "*" not in line else line
        return wrapped(line)
    sign = "-" if block.number == BULLET else _whole(block.number)
    before = " " * sum(widths.get(at, 2) for at in range(depth))
    widths[depth] = len(sign) + 1
    return before + wrapped(f"{sign} {words}", WIDTH - len(before), before + " " * (len(sign) + 1))


def _whole(number: str) -> str:
    return number if number[-1] in ".)" else f"{number}."


def _safe_number(number: str) -> str:
    """Return a printed number that does not begin a list."""
    return re.sub(r"^(\d{1,9})([.)])$", r"\1\\\2", number)


def table(found: Table) -> str:
    """Return a table as Markdown; its first row is the header."""
    width = max(len(row) for row in found.rows)
    rows = [[_cell(row[at]) if at < len(row) else "" for at in range(width)] for row in found.rows]
    if width == 1:
        return "\n\n".join(row[0] for row in rows if row[0])
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])


def _cell(blocks: Sequence[Block]) -> str:
    pieces = []
    for block in blocks:
        number = f"{block.number} " if block.number not in {"", BULLET} else ""
        pieces.append(number + inline(block.runs).replace("\\#", "#", 1))
    return " ".join(piece for piece in pieces if piece).replace("|", "\\|")
