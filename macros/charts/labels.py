"""The words of the keys of pictures, as closed lists of which each has a name."""

from __future__ import annotations

from collections.abc import Mapping

from macros.charts import actions, attendance, progress, promptness

LISTS: Mapping[str, Mapping[str, str]] = {
    "chart-age": {words: words for _, words in actions.AGES},
    "chart-action": actions.LOOKS,
    "chart-attendance": attendance.SIGNS,
    "chart-progress": progress.LABELS,
    "chart-promptness": promptness.LOOKS,
}
"""Every list by the context of its messages."""
