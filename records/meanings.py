"""What a model says of its fields: the text under each, read from the source of the model.

Pydantic can read it too, but then every run of every command does, which takes a third of its start.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


def meanings_of(model: type[BaseModel]) -> dict[str, str]:
    """Return what each field of a model means, inherited ones too; one without a text is left out."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel:
            found |= _own_meanings(each)
    return found


@cache
def _own_meanings(model: type[BaseModel]) -> dict[str, str]:
    source = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    body = source.body if isinstance(source, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
