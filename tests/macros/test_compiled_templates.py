"""Compiled templates are kept from run to run, and never stand for another template, language or macro."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, nodes
from jinja2.defaults import DEFAULT_FILTERS

from macros import compiled_templates
from macros.compiled_templates import keep_compiled
from macros.language.languages import ENGLISH, Language
from macros.language.translating import translate
from macros.rendering import TEMPLATES, environment

OF_THE_LANGUAGE = "word"
"""The filter for the labels of closed lists: what is kept is kept for one language."""


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


def test_a_folder_that_goes_or_is_full_stops_nothing(kept: Path) -> None:
    """What cannot be kept is compiled again next time."""
    folder = written(kept / "templates", "<p>here</p>")
    drawn(folder)
    for cache in kept.rglob("templates-*"):
        shutil.rmtree(cache)

    assert drawn(written(folder, "<p>there</p>")) == "<p>there</p>"


def worked_out_at_compiling(sources: list[str]) -> set[str]:
    """Return our filters, not those of Jinja, that are called while these templates are compiled."""
    templates = environment({}, ENGLISH)
    used = {each.name for source in sources for each in templates.parse(source).find_all(nodes.Filter)}
    called: set[str] = set()

    def noted(name: str) -> Callable[..., str]:
        def filtered(*_: object, **__: object) -> str:
            called.add(name)
            return name

        return filtered

    templates.filters |= {name: noted(name) for name in used - set(DEFAULT_FILTERS)}
    for source in sources:
        templates.compile(source)
    return called


def test_no_words_of_a_project_are_compiled_in() -> None:
    """Else the words of one partnership's policy would stand in the pages of another."""
    sources = [path.read_text("utf-8") for path in sorted(TEMPLATES.rglob("*.html"))]

    assert worked_out_at_compiling(['{{ "a" | trim | line }}', '{{ _("Chair") | plain }}']) == {
        "line",
        "plain",
    }
    assert worked_out_at_compiling(sources) == {OF_THE_LANGUAGE}
