"""Templates kept as compiled code from one run to the next, where Python keeps its compiled modules.

To compile them takes longer than to fill them in for a small site. They are code and kept like code: whoever
can change them can change the program beside them.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.util import cache_from_source
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from macros.language.languages import Language

PACKAGE = Path(__file__).parent


class _InMemory(BytecodeCache):
    """Compiled templates for the other environments of this run: a sign-off makes one for each PDF."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give out what is known of a template."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class _OnDisk(FileSystemBytecodeCache):
    """Compiled templates for later runs, as far as they can be written: a full disk stops nothing here."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled, if that is possible."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def keep_compiled(templates: Environment, language: Language) -> None:
    """Let an environment take over templates that were compiled before, and keep those that it compiles.

    Words are put into a template when it is compiled, a filter of a fixed text is worked out, and how it is
    read is settled. So templates are shared only among environments with the same words, the same reading and
    the same macros; a template that was changed is compiled anew. Where no file can be written they are kept
    for this run only.
    """
    templates.bytecode_cache = cache_for(_digest(templates, language))


@cache
def cache_for(digest: str) -> BytecodeCache:
    """Return where the compiled templates of one kind of environment are kept."""
    folder = Path(cache_from_source(__file__)).parent / f"templates-{digest}"
    if sys.dont_write_bytecode:
        return _InMemory()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return _InMemory()
    return _OnDisk(str(folder), "%s.jinja") if os.access(folder, os.W_OK) else _InMemory()


def _digest(templates: Environment, language: Language) -> str:
    """Return what tells apart two environments that compile the same template differently."""
    reading = (
        templates.trim_blocks,
        templates.lstrip_blocks,
        templates.keep_trailing_newline,
        callable(templates.autoescape) or templates.autoescape,
        sorted(templates.extensions),
    )
    words = repr((version("jinja2"), reading, language.code, sorted(language.messages.items())))
    return sha256(code_of_macros() + words.encode()).hexdigest()[:16]


@cache
def code_of_macros() -> bytes:
    """Return what changes with every module of this package."""
    digest = sha256()
    for module in sorted(PACKAGE.rglob("*.py")):
        digest.update(module.read_bytes())
    return digest.digest()
