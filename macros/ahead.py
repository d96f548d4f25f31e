"""What the macros give on the later half of the generated pages, so that another process can work it out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress

from editions.datasets import Dataset
from macros.catalogue import macros_for
from macros.pages import Page, pages

Texts = Mapping[Page, str]
"""What its macro gives on a generated page."""


def write_ahead(dataset: Dataset) -> Texts:
    """Return what the macros give on the later half of the generated pages, but for those that fail."""
    macros = macros_for(dataset)
    texts = {}
    for page in later_half(pages(dataset)):
        with suppress(Exception):  # Whoever asks for the page finds the same error, and can say where.
            texts[page] = text_of(page, macros)
    return texts


def text_of(page: Page, macros: Mapping[str, Callable[..., str]]) -> str:
    """Return what the macro of a page gives. Raises what the macro raises."""
    macro = macros[page.macro]
    return macro() if page.argument is None else macro(page.argument)


def later_half(generated: Sequence[Page]) -> tuple[Page, ...]:
    """Return the later half of the pages of records, in the order in which MkDocs reads pages."""
    found = sorted((page for page in generated if page.argument is not None), key=lambda page: page.path)
    return tuple(found[len(found) // 2 :])
