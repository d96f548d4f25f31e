"""The table of cases as values, with the words of each filled in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import Any

import yaml

from tests.adversary.papers import MADE
from tests.adversary.spelling import SPELLINGS

TABLE = Path(__file__).with_name("cases.yml")
LETTERS = "bdfgjkmnprstvwz"
DAY = "2026-04-01"

PAGE = "<!doctype html><html><head><title>x</title></head><body><article>{}</article></body></html>"
HIDING = "  - id: hides\n    title: Elsewhere\n    withhold: {reason: personal}\n    text: |\n"

WHERE = ("text", "item", "items", "meeting", "file", "edit", "paper", "page", "site", "hides", "by")
"""What a case may write. One of these at least."""

KEYS = frozenset(
    {"purpose", "content", "old", "new", "made", "other", "otherwise", "refused", "found", "word"}
    | {"signed", "draft", *WHERE}
)

SHARED = frozenset({"published.lock", "redirects.yml", "terms.txt", "data/terms.yml", "data/decisions.yml"})
"""Files that concern every record."""

_GAP = re.compile(r"%([a-z]+)(?: as ([a-z0-9 -]+))?%", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to try, with every gap of its texts filled."""

    theme: str
    number: int
    purpose: str
    plain: dict[str, Any]
    """What the table says of it."""

    @property
    def name(self) -> str:
        """The file name of the case's own meeting, without its ending."""
        return f"{DAY}-case-{self.number}"

    @property
    def open(self) -> str:
        """A word that the public may read, if the case uses it."""
        return f"yes{self._letters}yes"

    @property
    def word(self) -> str:
        """The word that nobody outside may read."""
        return self.filled(self.plain["word"]) if "word" in self.plain else f"qui{self._letters}ble"

    @property
    def secret(self) -> str:
        """The phrase that is withheld somewhere, and spelled in other ways elsewhere."""
        return f"the qui{self._letters}ble children of Wharf Lane"

    @property
    def _letters(self) -> str:
        high, low = divmod(self.number, len(LETTERS))
        return LETTERS[high % len(LETTERS)] + "aeiou"[high // len(LETTERS)] + LETTERS[low]

    @property
    def refused(self) -> str | None:
        """The code with which it is refused."""
        return self.plain.get("refused")

    @property
    def found(self) -> str | None:
        """The code with which the verification finds it."""
        return self.plain.get("found")

    @property
    def verb(self) -> tuple[str, ...] | None:
        """The verb with its arguments that refuses it, where `pages check` does not."""
        return tuple(map(self.filled, self.plain["by"])) if "by" in self.plain else None

    @property
    def is_alone(self) -> bool:
        """Whether it changes what all records share, so that it needs a project of its own."""
        path = self.plain.get("file", "")
        shared = path in SHARED or path.startswith("published/")
        return "edit" in self.plain or "by" in self.plain or shared

    def filled(self, text: str) -> str:
        """Return a text of the case with its gaps filled."""
        word = f"qui{self._letters}ble"
        known = {
            "word": word,
            "first": word[:4],
            "rest": word[4:],
            "secret": self.secret,
            "open": self.open,
            "number": str(self.number),
            "record": self.name,
            "name": f"meetings/{self.name}",
            "zero": "\u200b",
            "project": "%project%",
        }

        def fill(found: re.Match[str]) -> str:
            spelled = SPELLINGS[found[2]] if found[2] else str
            return spelled(known[found[1]]) if found[1] in known else found[0]

        return _GAP.sub(fill, text)

    def files(self) -> dict[str, bytes]:
        """Return the files that the case writes into a project, by their paths."""
        made: dict[str, str | bytes] = {}
        if "file" in self.plain:
            made[self.filled(self.plain["file"])] = self.filled(self.plain["content"])
        if "other" in self.plain:
            made[self.filled(self.plain["other"])] = self.filled(self.plain["otherwise"])
        if "page" in self.plain:
            made[f"docs/case-{self.number}.md"] = f"# Case\n\n{self.filled(self.plain['page'])}\n"
        own = f"data/meetings/{self.name}.yml"
        if own not in made:
            meeting = self._meeting()
            made |= {own: meeting} if meeting is not None else {}
        if "paper" in self.plain:
            ending, make = MADE[self.plain["paper"]]
            made[f"data/files/{self.word}/case.{ending}"] = make(self.secret)
        return {
            path: text if isinstance(text, bytes) else text.encode("utf-8") for path, text in made.items()
        }

    def site_file(self) -> tuple[str, bytes]:
        """Return the name and the content of the file that the case puts into a finished site."""
        name = self.filled(self.plain["site"])
        if "made" in self.plain:
            return name, MADE[self.plain["made"]][1](self.secret)
        content = self.filled(self.plain["content"])
        if name != "page":
            return name, content.encode()
        return f"case-{self.number}/index.html", PAGE.format(content).encode()

    def _meeting(self) -> str | None:
        """Return the meeting of the case's own, if it has one."""
        hides = self.plain.get("hides", "")
        if not hides and ("made" in self.plain or "%secret" in str(self.plain)):
            hides = "%secret%"
        keys = [key for key in ("text", "item", "items", "meeting", "paper") if key in self.plain]
        if not keys and (not hides or "other" in self.plain):
            return None
        own = self.filled(self.plain.get("item", ""))
        lines = [
            "id: own",
            *([] if own.startswith("title:") or "\ntitle:" in own else [f"title: Business {self.open}"]),
            own,
        ]
        if "text" in self.plain:
            lines += ["text: |", indent(self.filled(self.plain["text"]), "  ")]
        if "paper" in self.plain:
            ending = MADE[self.plain["paper"]][0]
            path = f"{self.word}/case.{ending}"
            said = "alternative: A picture" if ending in {"jpg", "png"} else "label: A"
            lines += [f"papers: [{{id: p1, title: A paper, file: {path}, publish: yes, {said}}}]"]
        item = indent("\n".join(each for each in lines if each.strip()), "    ")
        more = indent(self.filled(self.plain.get("items", "")), "  ")
        if hides:
            more += f"\n{HIDING}{indent(self.filled(hides), '      ')}"
        top = self.filled(self.plain.get("meeting", ""))
        title = "" if "title:" in top.partition("\n")[0] else f"title: Meeting {self.open}\n"
        return (
            f"{title}{top.rstrip()}\ngroup: executive\ndate: {DAY}\nstatus: approved\n"
            f"items:\n  -{item[3:]}\n{more}\n"
        )


@cache
def cases() -> tuple[Case, ...]:
    """Return every case of the table, in its order."""
    table = yaml.safe_load(TABLE.read_text("utf-8"))
    found = [(theme, plain) for theme, listed in table.items() for plain in listed]
    return tuple(
        Case(theme, number, plain["purpose"], plain) for number, (theme, plain) in enumerate(found, 1)
    )
