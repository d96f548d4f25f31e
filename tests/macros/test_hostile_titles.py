"""A title that would be code in Markdown, a template or HTML is text wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

import pytest
from pydantic import BaseModel

from editions.datasets import Dataset
from editions.fields import PublicRecord, Written
from editions.kinds import PUBLIC_KINDS
from macros.all_macros import macros_for
from macros.kinds import KINDS
from macros.pages import pages
from tests.macros.fillings import fill, others
from tests.macros.samples import holding

HOSTILE = "Hostile {: onclick=alert(1) } {{ 7*7 }} {% raw %} <b>bold</b> [x](javascript:alert(1)) `c`"


def with_hostile_titles(model: type[BaseModel], plain: dict[str, Any]) -> dict[str, Any]:
    """Return plain values in which each title and name is hostile."""
    changed: dict[str, Any] = {}
    for name, value in plain.items():
        inner = next(models_in(model.model_fields[name].annotation), None)
        if inner is not None:
            members = value if isinstance(value, list) else [value]
            new = [with_hostile_titles(inner, each) if isinstance(each, dict) else each for each in members]
            changed[name] = new if isinstance(value, list) else new[0]
        else:
            changed[name] = HOSTILE if name in {"title", "name"} and is_line(model, name) else value
    return changed


def is_line(model: type[BaseModel], name: str) -> bool:
    info = model.model_fields[name]
    return Written.LINE in {*info.metadata, *marks(info.annotation)}


def marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in getattr(annotation, "__args__", ()):
        yield from marks(argument)


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from models_in(argument)


def dataset_for(kind: str) -> tuple[PublicRecord, Dataset]:
    """Return a record with everything in it and all that it names, all of them with hostile titles."""
    filled = fill(PUBLIC_KINDS[kind])
    record = PUBLIC_KINDS[kind].model_validate(with_hostile_titles(PUBLIC_KINDS[kind], filled.plain))
    named = [(of, with_hostile_titles(PUBLIC_KINDS[of], plain)) for of, plain in others(filled)]
    return record, holding(kind, record, *named)


def shown(kind: str) -> dict[str, str]:
    """Return every page, list and register of the site of such a record, by its path, as Markdown."""
    record, dataset = dataset_for(kind)
    macros = macros_for(dataset)
    found = {
        page.path: macros[page.macro](*(() if page.argument is None else (page.argument,)))
        for page in pages(dataset)
    }
    assert KINDS[kind].page is None or f"{kind}/{record.id}.md" in found
    return found


def attributes_of(page: str) -> list[tuple[str, str]]:
    """Return the attributes of all tags of a page, with their values."""
    found: list[tuple[str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # its form
            found.extend((key, value or "") for key, value in attrs)

    Reader().feed(page)
    return found


@pytest.mark.parametrize("kind", PUBLIC_KINDS)
def test_a_hostile_title_is_text_on_every_page(kind: str) -> None:
    """On its own page, in lists, where others name it and in links: no tag, no attribute, no macro of it."""
    found = shown(kind)

    assert {name for name, page in found.items() if "<b>" in page or "{{" in page or "{%" in page} == set()
    assert {name for name, page in found.items() if "{:" in page} == set()
    assert {
        name
        for name, page in found.items()
        if any(key == "onclick" or value.startswith("javascript:") for key, value in attributes_of(page))
    } == set()
    assert any("Hostile" in page for page in found.values())
