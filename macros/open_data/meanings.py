"""What the public models say of their fields: the text under each, read once from the source of a module."""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel

_SPACE = re.compile(r"\s+")


@cache
def meanings_of(model: type[BaseModel]) -> Mapping[str, str]:
    """Return what each field of a model means, inherited ones too, on one line and without code marks."""
    found: dict[str, str] = {}
    for each in reversed(model.__mro__):
        if issubclass(each, BaseModel) and each is not BaseModel:
            found |= _in_module(each.__module__).get(each.__qualname__, {})
    return found


def summary_of(model: type[BaseModel]) -> str:
    """Return the first sentence of what a model says of itself."""
    return _plain(re.split(r"(?<=\.)\s", inspect.cleandoc(model.__doc__ or ""))[0])


@cache
def _in_module(name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the texts of all models of a module, by model and field."""
    source = ast.parse(Path(str(sys.modules[name].__file__)).read_text("utf-8"))
    return {each.name: _texts(each) for each in source.body if isinstance(each, ast.ClassDef)}


def _texts(model: ast.ClassDef) -> dict[str, str]:
    return {
        field.target.id: _plain(text.value.value)
        for field, text in pairwise(model.body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).replace("`", "").strip()
