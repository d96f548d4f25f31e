"""What a partnership begins with beside its records: settings, a first page, what git is told."""

from __future__ import annotations

from pathlib import Path

from macros.project_files.project_messages import EXAMPLE_ADDRESS
from records.starting import quoted

HOME = """\
# Welcome

This site says what the partnership does, and what it withholds and why.

{{ meetings(last=3) }}
"""

NAVIGATION = """\
# Remove the lines of what you do not publish; a page that no line names can still be linked and found.
nav:
  - Home: index.md
  - What we do:
      - Priorities: priorities/index.md
      - Plans: plans/index.md
      - Reports: reports/index.md
      - Practice reviews: reviews/index.md
      - Recommendations: recommendations/index.md
      - Indicators: indicators/index.md
      - Budgets: budgets/index.md
      - Risks: risks/index.md
  - Meetings:
      - Meetings: meetings/index.md
      - Decisions: decisions/index.md
      - Actions: actions/index.md
      - How soon minutes are published: promptness/index.md
      - Topics: topics/index.md
  - How we work:
      - Arrangements: arrangements/index.md
      - Groups: groups/index.md
      - Who was who: who-was-who/index.md
      - Partners: partners/index.md
      - Documents: documents/index.md
      - Glossary: glossary/index.md
  - What we withhold: withheld/index.md
  - About:
      - What changed: changes/index.md
      - State of this site: status/index.md
      - Open data: data/index.md
"""

IGNORED = """\
# Never part of the history. build/ can hold whole minutes, as copies for those who were there.
build/
site/
.venv/
.DS_Store
Thumbs.db
desktop.ini
"""

ATTRIBUTES = """\
# What somebody took down stays down where two versions meet: the lines of both are kept.
published.lock merge=union
published/suppressed.txt merge=union
data/taken-down.txt merge=union
# What was signed off is checked by its bytes: git must not change the ends of lines, as it does on Windows.
published/** -text
data/files/** -text
data/pending/** -text
"""


def site_files(project: Path, title: str) -> dict[Path, bytes]:
    """Return what a new partnership needs beside its records, as far as it is not there."""
    files = {
        project / "mkdocs.yml": "# The site: its name and address.\n"
        f"site_name: {quoted(title)}\n# Replace this by the address of your own site.\n"
        f"site_url: {EXAMPLE_ADDRESS}\n" + NAVIGATION,
        project / "docs" / "index.md": HOME,
        project / ".gitignore": IGNORED,
        project / ".gitattributes": ATTRIBUTES,
    }
    return {path: text.encode() for path, text in files.items() if not path.exists()}
