"""A second language is data: every interface word of every page is out of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from babel.dates import get_day_names, get_month_names
from markupsafe import Markup

from editions.canonical import to_plain
from editions.datasets import Dataset, Entry
from editions.fields import PublicRecord
from editions.kinds import PUBLIC_KINDS
from macros.all_macros import macros_for
from macros.language import formats, languages
from macros.language.languages import ENGLISH
from macros.making.building import render
from macros.making.speaking import other_language
from macros.open_data.site_files import site_files
from macros.pages import YEARLY, pages, stub, text_of
from macros.rendering import environment
from tests.macros import pseudo
from tests.macros.fillings import fill, others
from tests.macros.samples import PARTNERSHIP, holding, sample
from tests.macros.samples_charts import charted
from tests.macros.sites import SETTINGS, composed, project
from tests.macros.test_charts import CALLED, called
from tests.macros.test_pages import PAGES as PAGE_MACROS
from tests.macros.test_pages import SHOWN_BY
from tests.macros.test_years import LONG

SPOKEN = ("aria-label", "title", "alt", "placeholder", "summary")
"""Attributes that somebody hears or sees."""

CODE_TAGS = ("code", "style", "script")
FILE = re.compile(r"[\w-]*\.(?:csv|json|xml|ics)\b|/[\w/#.-]*|https?://\S*|\S+@\S+")
GREEK = str.maketrans(
    {chr(code): chr(0x3B1 + (code - 97) % 24) for code in range(97, 123)}
    | {chr(code): chr(0x3B1 + (code - 65) % 24) for code in range(65, 91)}
)
OF_ONE_WORD = ("who", "name", "word", "term", "title", "mark", "marks", "rating")
"""Fields whose text may be one small word, like the words of lists, which stay."""

PLAIN = re.compile(r"[a-z0-9/:.,\u2013-]*|\d+ to \d+")
NO_WORDS = re.compile(
    r"\b(?:w\d+x|Item (?=w)|Other\b|First published\.|qps)"
    rf"|\b(?:{'|'.join((*get_month_names(locale='cy').values(), *get_day_names(locale='cy').values()))})\b"
    rf"|\b(?:{'|'.join(name[:3] for name in get_month_names(locale='cy').values())})\b"
    r"|(?<=\d)(?:AM|PM)\b|\b(?:Maw|boolean|date|integer|number|string)\b",
    re.IGNORECASE,
)
"""Words of made-up records, the code of the language, its names of months and days, and types of columns."""


class Visible(HTMLParser):
    """Collects what a reader sees or hears of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code += tag in CODE_TAGS
        self.seen += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in CODE_TAGS

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.seen.append(data)


def untranslated(html: str) -> list[str]:
    """Return the words of a page that are in no brackets, but for names of files and Greek letters."""
    html = re.sub(r"^---\n.*?\n---\n", "", html, flags=re.DOTALL)
    html = re.sub(r"\{#[\w-]+\}|\{\{.*?\}\}|&#\d+;", " ", html)
    reader = Visible()
    # Words may be parted by tags within one message, so brackets are looked for in the whole.
    reader.feed(_without_messages(html))
    found = (NO_WORDS.sub(" ", FILE.sub(" ", text)) for text in reader.seen)
    return [word for text in found for word in re.findall(r"[A-Za-z]{2,}", text)]


def _without_messages(html: str) -> str:
    """Return HTML without the words of messages; tags stay in place, without the messages in attributes."""
    depth, out = 0, []
    for part in re.split(f"(<[^<>]*>|[{pseudo.BOTH}])", html):
        if part and part in pseudo.BOTH:
            depth += 1 if part == pseudo.OPEN else -1
        elif part.startswith("<"):
            out.append(_without_innermost(part))
        elif depth == 0:
            out.append(part)
    assert depth == 0
    return "".join(out)


def _without_innermost(tag: str) -> str:
    """Return a tag without messages, of which one may stand in a hole of another."""
    shorter = re.sub(f"{pseudo.OPEN}[^{pseudo.BOTH}]*{pseudo.CLOSE}", "", tag)
    return tag if shorter == tag else _without_innermost(shorter)


def in_greek(value: Any, name: str = "") -> Any:
    """Return a plain value with its texts in Greek letters; ids, words of lists, dates and marks stay."""
    if isinstance(value, dict):
        return {key: in_greek(inner, key) for key, inner in value.items()}
    if isinstance(value, list):
        return [in_greek(inner, name) for inner in value]
    if not isinstance(value, str) or FILE.fullmatch(value):
        return value
    if PLAIN.fullmatch(value) and (name not in OF_ONE_WORD or not value.isalpha()):
        return value
    return re.sub(
        r"\[\[.*?\]\]|\]\([^)]*\)|<[^>]*>|[A-Za-z]+",
        lambda match: match[0].translate(GREEK) if match[0].isalpha() else match[0],
        value,
    )


def greek_sample(of: Dataset | None = None) -> Dataset:
    """Return a sample with its texts in Greek letters, and its site in the language of brackets."""
    found: dict[str, tuple[Entry[PublicRecord], ...]] = {}
    for kind, entries in (of or sample()).kinds.items():
        found[kind] = tuple(_greek(kind, each) for each in entries)
    return Dataset(found)


def _greek(kind: str, each: Entry[PublicRecord]) -> Entry[PublicRecord]:
    issues = tuple(type(issue).model_validate(in_greek(to_plain(issue))) for issue in each.issues)
    if each.record is None:
        return replace(each, issues=issues)
    plain = in_greek(to_plain(each.record))
    if kind == "partnership":
        plain = pseudo.speaking(plain)
    return replace(each, record=PUBLIC_KINDS[kind].model_validate(plain), issues=issues)


def bare() -> Dataset:
    """Return the sample with nothing but its partnership."""
    return Dataset({"partnership": sample().kinds["partnership"]})


@pytest.fixture
def brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language of brackets, for one test."""
    pseudo.install(tmp_path / "locales", monkeypatch)
    yield
    monkeypatch.undo()
    languages.language_named.cache_clear()


@pytest.mark.usefixtures("brackets")
def test_no_word_of_a_page_is_left_in_english() -> None:
    """Every page of the sample, all of whose texts are in Greek letters, is in the language of the site."""
    dataset = greek_sample()
    macros = macros_for(dataset)
    left = {}
    for page in pages(dataset):
        text = macros[page.macro]() if page.argument is None else macros[page.macro](page.argument)
        left[page.path] = untranslated(stub(page) + text)
    assert {path: words for path, words in left.items() if words} == {}
    assert len(left) > len(PUBLIC_KINDS)


@pytest.mark.usefixtures("brackets")
def test_what_a_text_places_stands_once_in_any_language() -> None:
    """An action at its mark in the text is not listed again under its item, whatever actions are called."""
    dataset = greek_sample()
    page = macros_for(dataset)["meeting"]("2026-03-12-executive")
    anchors = re.findall(r'\bid="((?:action|decision)-[^"]+)"', page)
    assert "action-toolkit" in anchors
    assert sorted(anchors) == sorted(set(anchors))


@pytest.mark.usefixtures("brackets")
def test_no_word_of_the_page_of_a_year_is_left_in_english() -> None:
    """The registers by year too, with rows and without, and the links between the years."""
    dataset = greek_sample(Dataset({**LONG.kinds, **bare().kinds}))
    kept = [f"/{name}/2019/" for name in YEARLY]
    found = [page for page in pages(dataset, kept=kept) if page.macro in YEARLY]
    macros = macros_for(dataset)
    assert {
        page.path: left for page in found if (left := untranslated(stub(page) + text_of(page, macros)))
    } == {}
    assert {page.year for page in found} == {None, "2019", "2024", "2025", "2026"}


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize(
    ("of", "call"),
    [
        *((charted, call) for call in CALLED),
        (sample, 'attendance_chart("executive")'),
        (bare, "progress_chart()"),
        (bare, "actions_chart()"),
    ],
)
def test_no_word_of_a_picture_is_left_in_english(of: Callable[[], Dataset], call: str) -> None:
    """What is drawn, its key, its table, what it says to those who hear it, and why there is none."""
    shown = called(greek_sample(of()), call)
    assert untranslated(shown) == []
    assert pseudo.OPEN in shown


@pytest.mark.usefixtures("brackets")
@pytest.mark.parametrize("model", SHOWN_BY, ids=lambda model: model.__name__)
def test_no_word_of_a_full_record_is_left_in_english(model: type[PublicRecord]) -> None:
    """The page of a record in which every field has a value is in the language of the site."""
    filled = fill(model)
    kind = next(name for name, known in PUBLIC_KINDS.items() if known is model)
    if kind == "partnership":
        filled.plain["languages"] = [pseudo.CODE]
    more = [*others(filled)]
    if kind != "partnership":
        more.append(("partnership", in_greek(pseudo.speaking(PARTNERSHIP))))
    macros = macros_for(holding(kind, model.model_validate(filled.plain), *more))
    names = SHOWN_BY[model]
    page = "\n".join(macros[n](filled.plain["id"]) if n in PAGE_MACROS else macros[n]() for n in names)
    assert untranslated(page) == []
    assert pseudo.OPEN in page


@pytest.mark.usefixtures("brackets")
def test_the_theme_is_in_the_language_of_the_site(tmp_path: Path) -> None:
    """Header, footer, search, contents and error page of a finished site, and what its HTML says it is in."""
    settings = "site_name: \u03b1\u03b2\nsite_url: https://larkmere.example/board/\n"
    folder = project(tmp_path / "project", settings=settings, index="# \u03b1\u03b2\n\n\u03b3.\n")
    target = tmp_path / "site"
    assert render(composed(folder), greek_sample(), target) == ()

    for name in ("index.html", "404.html", "meetings/index.html", "meetings/2026-03-12-executive/index.html"):
        html = (target / name).read_text("utf-8")
        assert f'<html lang="{pseudo.CODE}"' in html
        assert untranslated(html) == []
        assert re.findall(r'data-(?:none|one|many|loading|failed|copied)="(?!\u27e6)', html) == []


def test_the_theme_may_not_be_in_another_language(tmp_path: Path) -> None:
    """A language in mkdocs.yml that is not the partnership's is a problem, and its own is none."""
    other, own = (
        composed(project(tmp_path / code, settings=f"{SETTINGS}theme: {{language: {code}}}\n"))
        for code in ("cy", "en")
    )
    assert [each.code for each in render(other, sample(), tmp_path / "one")] == ["setting-other-language"]
    assert list(other_language(own, ENGLISH)) == []


def test_the_walk_finds_a_word_in_english() -> None:
    """A word that is in no brackets is found in text and in what is heard, and one in a message is not."""
    page = f'<p title="{pseudo.said("A")} here">{pseudo.said("See <b>this</b> part")} and that</p>'
    assert untranslated(page) == ["here", "and", "that"]


@pytest.mark.usefixtures("brackets")
def test_feeds_and_calendars_are_in_the_language_of_the_site() -> None:
    """Titles in feeds, events and what is not settled are out of the catalogue."""
    files = site_files(greek_sample(), "https://larkmere.example/")
    feed, calendar = files["feed.xml"].decode(), files["calendar.ics"].decode()
    titles = re.findall(r"<(?:title|summary)>(.*?)</", feed)
    assert [words for words in map(untranslated, titles) if words] == []
    events = re.findall(r"^(?:SUMMARY|NAME):(.*)$", calendar.replace("\r\n ", ""), re.MULTILINE)
    assert [words for words in map(untranslated, events) if words] == []
    assert f'xml:lang="{pseudo.CODE}"' in feed


def test_plural_forms_are_those_of_the_language() -> None:
    """A language with three forms chooses among them, in templates too."""
    forms = ("yksi", "kaksi", "monta")
    many = replace(
        ENGLISH, code="xx", messages={("", "%(count)s page"): forms}, form=lambda count: min(count - 1, 2)
    )
    templates = environment({}, many)
    text = "{% trans count=n %}{{ count }} page{% pluralize %}{{ count }} pages{% endtrans %}"
    assert [templates.from_string(text).render(n=n) for n in (1, 2, 5)] == list(forms)
    assert [many.ngettext("%(count)s page", "%(count)s pages", n) for n in (1, 2, 5)] == list(forms)
    english = environment({}, ENGLISH).from_string(text)
    assert [english.render(n=n) for n in (1, 2)] == ["1 page", "2 pages"]


def test_values_in_a_message_are_escaped() -> None:
    """What stands in a hole cannot act, whatever the message; HTML that is finished stays."""
    templates = environment({}, ENGLISH)
    text = "{% trans x %}<b>{{ x }}</b>, 100%{% endtrans %} {{ _('See %(y)s') | filled(y=x) }}"
    assert templates.from_string(text).render(x="<i>") == "<b>&lt;i&gt;</b>, 100% See &lt;i&gt;"
    assert templates.from_string(text).render(x=Markup("<i>")) == "<b><i></b>, 100% See <i>"


@pytest.mark.parametrize(
    ("code", "found"), [("en-GB", "en-GB"), ("en", "en"), ("xx", "en-GB"), ("cy-GB", "en-GB")]
)
def test_a_language_without_data_is_english(code: str, found: str) -> None:
    """A partnership may name any language; where nobody has translated, the words stay English."""
    assert languages.language_named(code).code == found


@pytest.mark.usefixtures("brackets")
def test_what_a_translator_is_unsure_of_is_said_in_english() -> None:
    """An empty or unsure translation is not used."""
    path = languages.LOCALES / pseudo.CODE / languages.CATALOGUE
    text = path.read_text("utf-8").replace('msgstr "\u27e6Actions\u27e7"', 'msgstr ""')
    text = text.replace('msgid "Decisions"', '#, fuzzy\nmsgid "Decisions"', 1)
    path.write_text(text, "utf-8")
    languages.language_named.cache_clear()
    language = languages.language_named(pseudo.CODE)
    assert language.gettext("Actions") == "Actions"
    assert language.gettext("Decisions") == "Decisions"
    assert language.gettext("Reasons") == pseudo.said("Reasons")


@pytest.mark.usefixtures("brackets")
def test_dates_and_numbers_are_those_of_the_language() -> None:
    """Names come from Babel for the locale of the table, shapes from the table."""
    language = languages.language_named(pseudo.CODE)
    assert formats.day(language, "2026-07-09", weekday=True) == "Dydd Iau 9 Gorffennaf 2026"
    assert formats.days(language, "2026-07-09", "2026-07-10") == f"9 {pseudo.said('to')} 10 Gorffennaf 2026"
    assert formats.clock(language, "12:00") == pseudo.said("midday")
    assert formats.money(ENGLISH, "-12500.50") == "\u221212500.50".replace("12500", "£12,500")
    assert formats.money(ENGLISH, "3", "CHF") == "CHF 3"
