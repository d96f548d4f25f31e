"""The test partnership with records that are hard to show, built into a site."""

from __future__ import annotations

from pathlib import Path

from editions.datasets import assemble
from editions.published import read
from macros.making.building import render
from macros.settings import Settings, compose
from tests.partnerships import copy_to, sign_off

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466"
HEBREW = "\u05e8\u05d5\u05ea \u05dc\u05d5\u05d9"
LONG = "The response of agencies to what was learned about safeguarding-arrangements-of-areas " * 3
MANY = "\n".join(
    f"  - {{name: Attender {number} {'Longname' * (1 + number % 4)}, post: Head of service, status: present}}"
    for number in range(33)
)
COLUMNS = " | ".join(f"Measure {number}" for number in range(1, 13))
ROW = " | ".join(str(number * 111) for number in range(1, 12))
WORDS = (
    "The partners went through the report and asked how children had been heard, and what had come of it. "
)
LONG_TEXT = "\n\n      ".join([WORDS * 120] * 10)
"""120 kB of minutes."""

MEETING = f"""\
title: {LONG.strip()}
group: executive
date: 2026-05-14
time: 14:00-16:10
place: Room 2
status: approved
attendance:
  - name: {HEBREW}
    post: Youth worker
    status: present
  - name: \u0645\u0631\u064a\u0645 \u062d\u0633\u0646
    status: apologies
{MANY}
items:
  - id: word
    label: "1"
    title: Apologies
    text: None.
  - id: party
    label: "2"
    title: Young people \U0001f389 and what they asked for
    text: |
      They asked for three things {FAMILY}. {HEBREW} thanked them.

      {"ASupercalifragilisticWordWithoutAnyPlaceToBreakIt" * 3}
  - id: figures
    label: "3"
    title: Figures
    withhold:
      reason: commercial
    outcome: The figures were noted.
    text: They are withheld.
  - id: measures
    label: "4"
    title: A table of twelve columns
    text: |
      | Area | {COLUMNS.split(" | ", 1)[1]} |
      {"|---" * 12}|
      | North | {ROW} |
      | South | {ROW} |
  - id: long
    label: "5"
    title: A long item
    text: |
      {LONG_TEXT}
"""
ACCESSIBILITY = """\
colour: ffdd00
accessibility:
  status: partial
  problems:
    - text: Some tables have no headings of rows.
      criterion: 1.3.1 Info and Relationships
  prepared: 2026-05-01
"""
SETTINGS = """\
nav:
  - Home: index.md
  - Meetings:
      - Meetings: meetings/index.md
      - Decisions: decisions/index.md
      - Actions: actions/index.md
  - How we work:
      - Groups: groups/index.md
      - Arrangements: arrangements/index.md
  - Accessibility: accessibility.md
"""
HOME = """\
# Testwick Safeguarding Children Partnership

{{ ways_in() }}

## What we work on

{{ priorities(current=True, short=True) }}

## What is new

{{ changes(last=3, short=True) }}

## Next meetings

{{ next_meetings() }}
"""


def build(folder: Path) -> Path:
    """Build the site into a folder and return where it stands."""
    project, site = copy_to(folder / "project"), folder / "site"
    (project / "data/meetings/2026-05-14-executive.yml").write_text(MEETING, "utf-8")
    for name, more in (("data/partnership.yml", ACCESSIBILITY), ("mkdocs.yml", SETTINGS)):
        path = project / name
        path.write_text(f"{path.read_text('utf-8').rstrip()}\n{more}", "utf-8")
    (project / "docs/index.md").write_text(HOME, "utf-8")
    (project / "docs/accessibility.md").write_text(
        "# Accessibility statement\n\n{{ accessibility_statement() }}\n", "utf-8"
    )
    sign_off(project)
    settings = compose(project)
    assert isinstance(settings, Settings), settings
    site.mkdir()
    problems = render(settings, assemble(read(project)), site)
    assert problems == ()
    return site
