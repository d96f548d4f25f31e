"""Small changes to a module, one at a time: those of cosmic-ray, and three of our own.

Ours take a statement away, or the first character of a string, or turn `in` into `not in`. Type annotations
are left alone, because nothing evaluates them; of cosmic-ray's operators those that only spell one fault in
many ways are left out.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

_SWAPS = ("Add_Sub", "Sub_Add", "Mul_FloorDiv", "FloorDiv_Mul", "Mod_Mul", "BitOr_BitAnd", "BitAnd_BitOr")
_TURNS = ("Eq_NotEq", "NotEq_Eq", "Lt_LtE", "LtE_Lt", "Gt_GtE", "GtE_Gt", "Is_IsNot", "IsNot_Is")
OPERATORS = (
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ExceptionReplacer",
    "NumberReplacer",
    "RemoveDecorator",
    "ZeroIterationForLoop",
    *(f"ReplaceBinaryOperator_{swap}" for swap in _SWAPS),
    *(f"ReplaceComparisonOperator_{turn}" for turn in _TURNS),
    "ReplaceUnaryOperator_USub_UAdd",
    "ReplaceUnaryOperator_Delete_Not",
)
"""The operators of cosmic-ray that are used."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one small change."""

    name: str
    """The change and its number within the module, such as `AddNot 3`."""
    line: int
    """The line that was changed, from 1."""
    last: int
    """The last line that was changed."""
    source: str
    """The whole text of the changed module."""


def mutants_of(source: str) -> Iterator[Mutant]:
    """Yield every mutant of a module, once for each different text."""
    tree = ast.parse(source)
    left_alone = _left_alone(tree)
    made = {source}
    ours = (*_of_strings(source, tree), *_of_members(source, tree), *_of_statements(source, tree))
    for mutant in (*ours, *_of_cosmic_ray(source)):
        if mutant.source not in made and not left_alone.issuperset(_changed(source, mutant.source)):
            made.add(mutant.source)
            yield mutant


def _of_cosmic_ray(source: str) -> Iterator[Mutant]:
    nodes = list(ast_nodes(get_ast(source)))
    for name in OPERATORS:
        operator = plugins.get_operator(f"core/{name}")()
        places = [place for node in nodes for place in operator.mutation_positions(node)]
        for number, ((first, _), (last, _)) in enumerate(places):
            changed = mutate_code(source, operator, number)
            if changed is not None:
                yield Mutant(f"{name} {number}", first, last, changed)


def _of_strings(source: str, tree: ast.Module) -> Iterator[Mutant]:
    """Yield the mutants in which a string has no first character.

    Not those of documentation, for the type checker, or in an f-string, of which Python 3.11 tells no place.
    """
    skipped = {
        id(part)
        for node in ast.walk(tree)
        if _is_documentation(node) or _is_typing(node)
        for part in ast.walk(node)
    }
    strings = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.value
        and id(node) not in skipped
    ]
    for number, node in enumerate(strings):
        yield _with(f"String {number}", source, node, repr(node.value[1:]))


def _of_members(source: str, tree: ast.Module) -> Iterator[Mutant]:
    """Yield the mutants in which `in` is `not in`, or the other way round."""
    turned: dict[type[ast.cmpop], ast.cmpop] = {ast.In: ast.NotIn(), ast.NotIn: ast.In()}
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Compare) and type(node.ops[0]) in turned]
    for number, node in enumerate(found):
        other = ast.Compare(node.left, [turned[type(node.ops[0])], *node.ops[1:]], node.comparators)
        yield _with(f"In {number}", source, node, f"({ast.unparse(other)})")


def _of_statements(source: str, tree: ast.Module) -> Iterator[Mutant]:
    """Yield the mutants in which a statement of a function is left out."""
    inside = [
        node
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.stmt) and not isinstance(node, ast.FunctionDef | ast.Pass)
        if not _is_documentation(node)
    ]
    for number, node in enumerate({id(node): node for node in inside}.values()):
        yield _with(f"Statement {number}", source, node, "pass")


def _is_documentation(node: ast.AST) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def _is_typing(node: ast.AST) -> bool:
    names = ("cast", "NewType")
    is_said = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names
    return is_said or isinstance(node, ast.JoinedStr)


def _with(name: str, source: str, node: ast.stmt | ast.expr, instead: str) -> Mutant:
    """Return the module with other words in place of a node."""
    lines = source.encode().splitlines(keepends=True)
    last = node.end_lineno or node.lineno
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    after = lines[last - 1][node.end_col_offset :] + b"".join(lines[last:])
    return Mutant(name, node.lineno, last, (before + instead.encode() + after).decode())


def _left_alone(tree: ast.Module) -> set[int]:
    """Return the lines that hold nothing but imports or the annotation of an attribute."""
    lines: set[int] = set()
    for node in ast.walk(tree):
        is_bare = isinstance(node, ast.AnnAssign) and node.value is None
        if is_bare or isinstance(node, ast.ImportFrom):
            lines.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
        if isinstance(node, ast.FunctionDef):
            spans = [each.annotation for each in ast.walk(node.args) if isinstance(each, ast.arg)]
            spans.append(node.returns)
            has_default = node.args.defaults or any(node.args.kw_defaults)
            if not has_default:
                lines.update(
                    line
                    for span in spans
                    if span is not None
                    for line in range(span.lineno, (span.end_lineno or span.lineno) + 1)
                )
    return lines


def _changed(before: str, after: str) -> set[int]:
    """Return the lines of the text that are others in the changed one of the same length, or all."""
    one, two = before.splitlines(), after.splitlines()
    if len(one) != len(two):
        return {0}
    return {number for number, (left, right) in enumerate(zip(one, two, strict=True), 1) if left != right}
