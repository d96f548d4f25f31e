"""The glossary: one page, and its words wherever a page of the partnership needs them."""

from __future__ import annotations

from markupsafe import Markup

from editions.fields import PublicRecord
from macros.arguments import MacroProblem
from macros.kind import Macro, Showing, ShownKind
from macros.texts import prose
from macros.views import glossaries as glossary_views


def _macros(showing: Showing) -> tuple[Macro, ...]:
    def glossary() -> str:
        """Show the glossary: every term by the alphabet, with its address, abbreviation and meaning."""
        return showing.shown("glossary/list.html", view=glossary_views.view_glossary(showing.lookups))

    def term(word: str) -> str:
        """Show a word of the glossary within a line of yours, with its full form and a link to its meaning.

        `word` is a term, its abbreviation, another spelling of it, or its id: `term("LADO")`. It stands in
        the line as you write it here.
        """
        found = glossary_views.terms_called(showing.lookups, word)
        if len(found) != 1:
            raise MacroProblem(_not_one(word, [each.id for each in found], showing))
        full = prose.plain(found[0].long or found[0].term)
        shown = Markup("{}").format(word)
        if full.casefold() != word.casefold():
            shown = Markup('<abbr title="{}">{}</abbr>').format(full, word)
        link = Markup('<a class="term" href="/glossary/#term-{}">{}</a>').format(found[0].id, shown)
        return str(link).replace("{", "&#123;").replace("}", "&#125;")

    return glossary, term


def _not_one(word: object, ids: list[str], showing: Showing) -> str:
    """Return what to tell an author whose word is no term, or several."""
    if ids:
        return f"term() needs one term, and this word belongs to several. Write an id: {', '.join(ids)}."
    close = glossary_views.nearest(showing.lookups, str(word))
    meant = f"Did you mean {' or '.join(close)}?" if close else "See the page of the glossary."
    return f"term() needs a term of the public glossary. {meant}"


def _address(_: PublicRecord) -> str:
    return "glossary/"


LETTERS = {"0 to 9": "0 to 9", "Other letters": "Other letters"}
"""The headings of terms that begin with no letter of the English alphabet."""

KIND = ShownKind(
    "glossary", "Glossary", _macros, list="glossary", address=_address, words={"letters": LETTERS}
)
