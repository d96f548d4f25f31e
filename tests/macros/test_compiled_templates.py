"""Compiled templates are kept from run to run, and never stand for another template, language or macro."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes

from macros import compiled_templates
from macros.compiled_templates import keep_compiled
from macros.languages import ENGLISH, Language
from macros.rendering import TEMPLATES, environment
from macros.translating import translate

OF_THE_PROJECT = {"prose", "line", "brief", "plain", "number", "explained"}
"""Filters whose answer depends on the words of a partnership's own policy."""


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep compiled templates in a folder of this test, as if Python keeps its modules there."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    compiled_templates.cache_for.cache_clear()
    yield tmp_path
    compiled_templates.cache_for.cache_clear()


def drawn(folder: Path, language: Language = ENGLISH) -> str:
    """Return what the template of a folder gives in a new environment."""
    made = Environment(loader=FileSystemLoader(folder), autoescape=True)
    translate(made, language)
    keep_compiled(made, language)
    return made.get_template("page.html").render()


def written(folder: Path, template: str) -> Path:
    """Return a folder with one template."""
    folder.mkdir(exist_ok=True)
    (folder / "page.html").write_text(template, "utf-8")
    return folder


def test_a_template_is_compiled_once(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next run takes the code that the first one wrote."""
    folder = written(kept / "templates", "<p>{{ _('Chair') }}</p>")
    assert drawn(folder) == "<p>Chair</p>"
    compiled_templates.cache_for.cache_clear()
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert drawn(folder) == "<p>Chair</p>"


def test_a_changed_template_is_compiled_anew(kept: Path) -> None:
    """What is kept of an earlier form of a template is not used."""
    assert drawn(written(kept / "templates", "before")) == "before"
    assert drawn(written(kept / "templates", "after")) == "after"


def test_each_language_has_its_own(kept: Path) -> None:
    """Words are put in when a template is compiled, so languages never share one."""
    folder = written(kept / "templates", "{{ _('Chair') }}")
    other = replace(ENGLISH, messages={("", "Chair"): ("Cadeirydd",)})
    assert (drawn(folder), drawn(folder, other), drawn(folder)) == ("Chair", "Cadeirydd", "Chair")


def test_another_version_of_the_macros_has_its_own(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A filter of a fixed text is worked out at compiling, so a changed filter begins afresh."""
    folder = written(kept / "templates", "<p></p>")
    drawn(folder)
    monkeypatch.setattr(compiled_templates, "code_of_macros", lambda: b"changed")
    drawn(folder)
    assert len(list(kept.rglob("templates-*"))) == 2


def test_where_nothing_can_be_written_it_works_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that was installed by somebody else keeps compiled templates for its run only."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "file"))
    compiled_templates.cache_for.cache_clear()
    assert drawn(written(tmp_path / "templates", "here")) == "here"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "templates"]
    compiled_templates.cache_for.cache_clear()


def test_no_words_of_a_project_are_compiled_in() -> None:
    """Else the words of one partnership's policy would stand in the pages of another."""
    templates = environment({}, ENGLISH)
    fixed = [
        (path.name, each.lineno, each.name)
        for path in sorted(TEMPLATES.rglob("*.html"))
        for each in templates.parse(path.read_text("utf-8")).find_all(nodes.Filter)
        if each.name in OF_THE_PROJECT and isinstance(each.node, nodes.Const)
    ]
    assert fixed == []
