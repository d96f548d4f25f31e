"""The settings of MkDocs for the language of a site: one language for the words, the theme and the search."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any, TypeVar

from jinja2 import Environment

from macros.compiled_templates import keep_compiled
from macros.language.languages import SOURCE, Language
from macros.language.translating import translate
from macros.project_files import project_messages as messages
from macros.settings import FILE, Settings
from macros.texts import slots
from problems import Place, Problem

Config = TypeVar("Config", bound=MutableMapping[str, Any])
"""The settings of MkDocs, by name."""


def theme_language(language: Language) -> str:
    """Return what the theme calls a language, which is what `<html lang>` says: `cy` for cy-GB."""
    return language.code.partition("-")[0]


def put_into(config: Config, language: Language) -> Config:
    """Return the settings of MkDocs after giving them a language."""
    config["theme"]["language"] = theme_language(language)
    config["mdx_configs"]["toc"]["permalink_title"] = language.gettext("Link to this part")
    return config


def theme_in(templates: Environment, language: Language) -> Environment:
    """Return the templates of the theme after giving them a language, and titles that stay escaped."""
    translate(templates, language)
    keep_compiled(templates, language)
    templates.filters["striptags"] = slots.without_tags
    return templates


def other_language(settings: Settings, language: Language) -> Iterator[Problem]:
    """Yield a problem if mkdocs.yml asks for another language than that of the partnership."""
    theirs = str(settings.plain["theme"]["language"])
    if theirs not in {SOURCE, language.code, theme_language(language)}:
        yield messages.SETTING_OTHER_LANGUAGE.at(Place(FILE), theirs=theirs, language=language.code)
