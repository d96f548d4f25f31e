"""The macros for authors: what they choose, what they refuse, and their reference."""

from __future__ import annotations

import re

import pytest

from editions.datasets import Dataset
from macros.all_macros import MacroProblem, macros_for, theme_values
from macros.reference import FILE, reference
from tests.macros.samples import MEETING, entry, sample


@pytest.mark.parametrize(
    ("macro", "arguments", "words"),
    [
        ("meeting", {"id": "2026-03-12-executiv"}, "2026-03-12-executive"),
        ("group", {"id": 3}, "audit, executive"),
        ("meetings", {"last": "3"}, "last"),
        ("meetings", {"last": 0}, "last"),
        ("meetings", {"group": "exec"}, "executive"),
        ("meetings", {"year": "26"}, "four digits"),
        ("next_meetings", {"count": -1}, "count"),
        ("decisions", {"last": True}, "last"),
        ("actions", {"group": "nobody"}, "audit, executive"),
        ("changes", {"last": 1.5}, "last"),
    ],
)
def test_wrong_argument_is_explained(macro: str, arguments: dict[str, object], words: str) -> None:
    """An author who asks for what does not exist is told the macro and what there is."""
    with pytest.raises(MacroProblem) as found:
        macros_for(sample())[macro](**arguments)
    assert str(found.value).startswith(f"{macro}(")
    assert words in str(found.value)


def test_macros_without_a_partnership_say_so() -> None:
    """The office cannot be shown before the partnership's record is published; the theme goes without."""
    for name in ("office", "worried"):
        with pytest.raises(MacroProblem):
            macros_for(Dataset())[name]()
    assert theme_values(Dataset()) == {}


def test_theme_values_are_plain() -> None:
    """The theme gets plain values of the partnership only, with finished HTML for two of them."""
    values = theme_values(sample())
    assert {type(value) for name, value in values.items() if name != "lists"} == {str, bool}
    assert values["lists"]["meetings"] == "Meetings"
    assert "01632 960001" in values["worried_html"]


def test_lists_choose() -> None:
    """The arguments of lists keep to the newest, a group, a year."""
    macros = macros_for(sample())
    assert re.findall(r"/meetings/([0-9a-z-]+)/", macros["meetings"](last=1)) == ["2026-03-12-executive"]
    assert "2026-03-12" not in macros["meetings"](year=2025)
    assert "No meetings" in macros["meetings"](group="audit")
    assert "There are no such actions." in macros["actions"](group="audit")
    assert macros["changes"](last=2).count("<tr>") == 3
    assert macros["next_meetings"](count=1).count("<li>") == 1


def test_what_is_announced_is_listed_until_it_is_on_record() -> None:
    """A date that the newest minutes announce stands among the coming meetings, unless it has a record."""
    one = Dataset({"meetings": (entry("meetings", MEETING),)})
    assert "14 May 2026" in macros_for(one)["next_meetings"]()
    held = MEETING | {"id": "2026-05-14-executive", "date": "2026-05-14", "next_meetings": []}
    both = Dataset({"meetings": (entry("meetings", MEETING), entry("meetings", held))})
    assert "14 May 2026" not in macros_for(both)["next_meetings"]()


def test_reference_is_up_to_date(request: pytest.FixtureRequest) -> None:
    """The committed reference of the macros is what their docstrings say."""
    if request.config.getoption("--regenerate"):
        FILE.write_text(reference(), "utf-8")
    assert FILE.read_text("utf-8") == reference()
