"""The file of known terms is read as strictly as a record, and no message quotes it."""

from __future__ import annotations

from pathlib import Path

import pytest

from problems import Place
from records.side_files.aside import read_aside
from records.side_files.known_terms import KnownTerms, read_terms

WHOLE = """\
terms:
  - name: Zephyrine Quillfeather
    sort: person
    aliases: [Zeph, Mrs Oldname]
    note: Known to the office since the spring.
  - name: IT
    sort: project
    ask: yes
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "terms.yml"
    path.write_text(text, "utf-8")
    return path


def test_every_key_of_a_term_is_read(tmp_path: Path) -> None:
    """Name, sort, aliases, note, and whether to ask."""
    found, problems = read_terms(write(tmp_path, WHOLE))
    assert problems == ()
    assert [(each.name, each.sort, each.aliases, each.ask) for each in found.terms] == [
        ("Zephyrine Quillfeather", "person", ("Zeph", "Mrs Oldname"), False),
        ("IT", "project", (), True),
    ]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("sort: person", "sort: persona", "terms.yml:3:11: terms › 1 › sort [not-one-of]"),
        ("note:", "nota:", "terms.yml:5:5: terms › 1 [unknown-key]"),
        ("    sort: project\n", "", "terms.yml:6:5: terms › 2 [missing-key]"),
        ("name: IT", "name: '-I-'", "terms.yml:6:5: terms › 2 [term-too-short]"),
        ("terms:", "term:", "terms.yml:1:1 [unknown-key]"),
        ("[Zeph, Mrs Oldname]", "[Zeph", "terms.yml:4:14 [square-bracket]"),
        ("ask: yes", "ask: &x yes", "terms.yml:8:10 [ampersand-at-start]"),
    ],
)
def test_a_damaged_file_gives_one_line_and_no_terms(tmp_path: Path, old: str, new: str, told: str) -> None:
    """Each names the line and the key, never a word of a term; half a list is not searched for."""
    assert old in WHOLE
    found, problems = read_terms(write(tmp_path, WHOLE.replace(old, new)))
    assert found == KnownTerms()
    (problem,) = problems
    assert f"{problem.place} [{problem.code}]" == told
    assert [word for word in ("Zeph", "Quill", "Oldname", "spring") if word in f"{problem}{problem!r}"] == []


def test_a_file_that_is_missing_or_no_file_is_one_clear_line(tmp_path: Path) -> None:
    """It never passes for a file without terms."""
    (tmp_path / "folder.yml").mkdir()
    for name in ("none.yml", "folder.yml"):
        found, problems = read_terms(tmp_path / name)
        assert (found, [problem.code for problem in problems]) == (KnownTerms(), ["terms-unreadable"])


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    """A file that was emptied by mistake would search for nothing."""
    assert [problem.code for problem in read_terms(write(tmp_path, ""))[1]] == ["file-empty"]


@pytest.mark.parametrize("name", ["terms.yaml", "Terms.yml", "terms.yml.txt", "term.yml"])
def test_a_list_under_another_name_stops_everything(tmp_path: Path, name: str) -> None:
    """It would not be searched for, and nobody would know. Beside the real one it is only a stray file."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_text(WHOLE)
    alone = read_aside(tmp_path, "data", None, Place("data/policy.yml"))
    (tmp_path / "data" / "terms.yml").write_text(WHOLE)
    beside = read_aside(tmp_path, "data", None, Place("data/policy.yml"))

    assert [(str(each.place), each.code) for each in alone.problems] == [(f"data/{name}", "terms-misnamed")]
    assert beside.problems == ()
