"""Interface words in templates: `{% trans %}…{% endtrans %}` and `_("…")`, translated at compiling.

Templates hold the English words. A template is compiled once for a site, so a page that is drawn looks
nothing up: in English it is the very program that words without marks would give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from jinja2 import Environment, nodes
from jinja2.ext import Extension, InternationalizationExtension
from jinja2.lexer import Token, TokenStream
from markupsafe import Markup, escape

from macros.language.languages import Language

_HOLE = re.compile(r"%\((\w+)\)s")


class Translating(InternationalizationExtension):
    """Jinja's own tags for translation, of which Babel extracts the messages, with the words put in early."""

    def filter_stream(self, stream: TokenStream) -> TokenStream | Iterable[Token]:
        """Put a text in the place of each `_("…")`."""
        return self._translated(stream)

    def _translated(self, stream: TokenStream) -> Iterator[Token]:
        held: list[Token] = []
        for token in stream:
            held.append(token)
            if not _begins_call(held):
                yield from held
                held = []
            elif len(held) == len(_CALL):
                words = self._language.gettext(held[2].value)
                yield Token(held[0].lineno, "string", words)
                held = []
        yield from held

    @property
    def _language(self) -> Language:
        language: Language = self.environment.language  # type: ignore[attr-defined]  # `translate` gives it one.
        return language

    def choose(self, count: int) -> int:
        """Return which plural form a number takes in the language of the site."""
        return self._language.form(count)

    def _make_node(  # noqa: PLR0917  # Jinja's own method has these.
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,  # noqa: FBT001  # The same.
        num_called_num: bool,  # noqa: FBT001, ARG002  # The same.
    ) -> Any:
        """Return the node of a translated block: what Jinja does at every drawing is done here."""
        key = singular if vars_referenced else singular.replace("%%", "%")
        forms = self._language.messages.get((context or "", key)) or (singular, plural or singular)
        if plural_expr is None:
            return _output(forms[0], variables)
        node: nodes.Node = _output(forms[-1], variables)
        chosen = self.call_method("choose", [plural_expr])
        for number, form in reversed(list(enumerate(forms[:-1]))):
            test = nodes.Compare(chosen, [nodes.Operand("eq", nodes.Const(number))])
            node = nodes.If(test, [_output(form, variables)], [], [node])
        return node


_CALL = (("name", "_"), ("lparen", "("), ("string", None), ("rparen", ")"))


def _begins_call(held: list[Token]) -> bool:
    return all(
        token.type == kind and value in {None, token.value}
        for token, (kind, value) in zip(held, _CALL, strict=False)
    )


def _output(message: str, variables: dict[str, nodes.Expr]) -> nodes.Output:
    """Return what writes a message: its words as HTML, and in its holes the values."""
    parts: list[nodes.Expr] = []
    for number, part in enumerate(_HOLE.split(message)):
        if number % 2:
            parts.append(variables[part])
        elif part:
            parts.append(nodes.TemplateData(part.replace("%%", "%")))
    return nodes.Output(parts)


def translate(templates: Environment, language: Language) -> None:
    """Have an environment put the interface words of its templates into a language."""
    templates.extend(language=language)
    templates.add_extension(Translating)
    templates.filters["filled"] = filled


def filled(message: str, **values: object) -> str:
    """Return a message with values in its holes; they are HTML only if all of it can be."""
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup(escape(message)) % values  # noqa: S704  # Values are escaped.
    return message % values


__all__ = ["Extension", "Translating", "filled", "translate"]
