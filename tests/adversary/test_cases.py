"""Every case of `cases.yml` is stopped where it should be, and no message of any verb holds its words.

Many are tried at once: each case has a word of its own, so that a leak names its case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import redaction.projecting.parts
import redaction.projecting.projection
from cli.verbs.build import manifest_of
from editions.canonical import to_bytes, to_plain
from editions.datasets import assemble
from editions.published import read
from macros.settings import Settings, compose
from problems import errors
from records.loading import load
from redaction.projecting.projection import project_all
from redaction.verifying.verification import verify
from tests.adversary.bytes_read import words_in
from tests.adversary.reading import KEYS, WHERE, Case, cases
from tests.cli.commands import ROLES, SIGN_OFF, copy_after, run
from tests.partnerships import copy_to
from tests.test_planted import PROTECTIONS

LEAST = 120
"""How many cases there are at least."""

EVERYDAY = 3
"""Of so many cases with a partnership of their own one is tried every day, the others with the long tests."""

THEMES = ("marks", "html", "names", "spelling", "terms", "yaml", "docs", "index", "feeds", "data", "pdf")


def chosen(asked: Callable[[Case], bool]) -> tuple[Case, ...]:
    return tuple(case for case in cases() if asked(case))


ALONE = chosen(lambda case: case.is_alone)
SITE = chosen(lambda case: "site" in case.plain)
PAGES = chosen(lambda case: "page" in case.plain and case.found is not None)
REFUSED = chosen(lambda case: case.refused is not None and not case.is_alone)
ABSENT = chosen(lambda case: case.refused is None and case.found is None and not case.is_alone)


def named(case: Case) -> str:
    return f"{case.theme}: {case.purpose}"


def write(project: Path, case: Case) -> None:
    """Write what a case plants, in a file or into one."""
    for name, content in case.files().items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    if "edit" in case.plain:
        path = project / case.plain["edit"]
        text = path.read_text("utf-8")
        assert case.plain["old"] in text, named(case)
        path.write_text(text.replace(case.plain["old"], case.filled(case.plain["new"]), 1), "utf-8")


# The table itself.


def test_the_table_is_readable() -> None:
    """Each case has one line of purpose, and says where something is written and how it is stopped."""
    assert len(cases()) >= LEAST
    assert {case.theme for case in cases()} >= {*THEMES}
    assert [named(case) for case in cases() if set(case.plain) - KEYS] == []
    assert [named(case) for case in cases() if not set(case.plain) & {*WHERE}] == []
    assert len({case.purpose for case in cases()}) == len(cases())
    assert [case.purpose for case in cases() if not re.fullmatch(r"[A-Z][^\n]{1,110}\.", case.purpose)] == []


def test_each_case_is_tried_once() -> None:
    tried = [*ALONE, *SITE, *PAGES, *REFUSED, *ABSENT]

    assert sorted(case.number for case in tried) == [case.number for case in cases()]


def test_each_case_has_a_word_of_its_own() -> None:
    words = [case.word for case in cases() if "word" not in case.plain]

    assert [each for each in words if "".join(words).count(each) != 1] == []


# What `pages check` and sign-off refuse.


@pytest.fixture(scope="module")
def refusing(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Return a partnership with every case that is refused, and what two verbs said of it."""
    project = copy_to(tmp_path_factory.mktemp("refused"))
    for case in REFUSED:
        write(project, case)
    checked = run(project, "check")
    signed = run(project, "sign-off", "--changed", *ROLES)
    codes: dict[str, set[str]] = defaultdict(set)
    for line in checked.stderr.splitlines():
        place, _, code = line.rpartition(" [")
        codes[re.split(r":(?:\d|\s)", place.partition(": ")[2])[0]].add(code.rstrip("]"))
    return SimpleNamespace(project=project, codes=codes, output=checked.output + signed.output)


@pytest.mark.parametrize("case", REFUSED, ids=named)
def test_what_gives_something_away_is_refused(refusing: SimpleNamespace, case: Case) -> None:
    """With its own code, at its own file, without a word of it; and nothing of it is signed off."""
    found = {code for name in case.files() for code in refusing.codes[name]}
    others = re.sub(r"\u203a [a-z0-9-]+", "", refusing.output)  # The ids of parts may be named.

    assert (case.refused in found, case.word in others.lower()) == (True, False)
    assert not (refusing.project / "published" / "meetings" / case.name).exists()


# What is signed off and built, without the words that nobody outside may read.


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Return a partnership with all the rest, signed off and built once, and all words that came out."""
    project = copy_to(tmp_path_factory.mktemp("absent"))
    for case in ABSENT:
        if "draft" not in case.plain:
            write(project, case)
    signed = run(project, "sign-off", "--changed", *ROLES)
    assert signed.exit_code == 0, signed.stderr
    for case in ABSENT:
        if "draft" in case.plain:
            write(project, case)
    result = run(project, "build")
    assert result.exit_code == 0, result.stderr
    site = project / "site"
    files = [path for path in sorted(site.rglob("*")) if path.is_file()]
    texts = {path.relative_to(site).as_posix(): words_in(path) for path in files}
    return SimpleNamespace(project=project, texts=texts, output=signed.output + result.output)


@pytest.mark.parametrize("case", ABSENT, ids=named)
def test_what_is_withheld_is_in_no_byte(built: SimpleNamespace, case: Case) -> None:
    """In no page, index, feed, calendar, table, paper or name of a file, and in no message."""
    names = "\n".join(built.texts).lower()

    assert [name for name, text in built.texts.items() if case.word in text] == []
    assert (case.word in names, case.word in said_of(built, case)) == (False, False)


def said_of(built: SimpleNamespace, case: Case) -> str:
    """Return what the verbs said, without the names of files, which the office chose."""
    said = str(built.output).lower()
    for name in (*case.files(), case.name):
        record = "/".join(name.removeprefix("data/").removesuffix(".yml").split("/")[-2:])
        said = said.replace(name, "").replace(record, "")
    return re.sub(r"2026-04-01-case-\d+-concealed|people/quietly", "", said)


def test_what_stands_beside_it_is_published(built: SimpleNamespace) -> None:
    """A case that published nothing at all would prove nothing."""
    records = {path.parent.parent.name for path in (built.project / "published").rglob("record.json")}
    everything = "\n".join(built.texts.values())
    silent = [named(case) for case in ABSENT if "%open%" in str(case.plain) and case.open not in everything]

    assert silent == []
    assert [
        named(case)
        for case in ABSENT
        if "draft" not in case.plain
        for name in case.files()
        if name.startswith("data/meetings/") and not name.endswith("-concealed.yml")
        if Path(name).stem not in records
    ] == []


def _nothing_concealed(patch: pytest.MonkeyPatch) -> None:
    whole = redaction.projecting.projection._project  # noqa: SLF001  # what is to be switched off

    def projected(model: Any, *rest: Any) -> Any:
        withheld = getattr(model, "withhold", None)
        shown = model.model_copy(update={"withhold": None}) if withheld is not None else model
        return whole(shown, *rest)

    patch.setattr(redaction.projecting.projection, "_project", projected)


def _everything_may_be_named(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redaction.projecting.parts, "_concealed", lambda _: False)


SWITCHED_OFF = {
    **PROTECTIONS,
    "the concealing of units": _nothing_concealed,
    "what of a record may be named": _everything_may_be_named,
}
OTHERWISE = ("html", "index", "pdf")
"""Themes in which something else than the projection stops the cases."""

NO_VALUE = (
    "A comment on a line of its own.",
    "A copy that an editor left.",
    "The exact number of people of an indicator.",
    "The private note of a withholding.",
)
"""What no projection can let out: it is no value of a record, or nothing public takes it."""


def test_each_protection_is_needed(built: SimpleNamespace) -> None:
    """With one protection switched off, each word is public, or its record fits no public model."""
    records = load(built.project)
    leaking: set[int] = set()
    for switch_off in SWITCHED_OFF.values():
        with pytest.MonkeyPatch.context() as patch:
            switch_off(patch)
            found = project_all(records)
        broken = {records.loaded[key].file for key, each in found.items() if errors(each.problems)}
        shown = "".join(to_bytes(to_plain(each.record)).decode() for each in found.values() if each.record)
        leaking |= {
            case.number for case in ABSENT if case.word in shown.lower() or broken.intersection(case.files())
        }

    assert [
        named(case)
        for case in ABSENT
        if case.number not in leaking and case.theme not in OTHERWISE and case.purpose not in NO_VALUE
    ] == []


# What a hand-written page says, and what the verification finds in a finished site.


@pytest.fixture(scope="module")
def found_in_pages(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Return what a build says of hand-written pages with withheld words."""
    project = copy_to(tmp_path_factory.mktemp("pages"))
    for case in PAGES:
        write(project, case)
    assert run(project, "sign-off", "--changed", *ROLES).exit_code == 0
    result = run(project, "build")
    return SimpleNamespace(output=result.output, site=(project / "site").exists())


@pytest.mark.parametrize("case", PAGES, ids=named)
def test_a_hand_written_page_stops_the_build(found_in_pages: SimpleNamespace, case: Case) -> None:
    """Whatever the spelling; and no site is put in place."""
    lines = [line for line in found_in_pages.output.splitlines() if f" case-{case.number}/" in line]

    assert [f"[{case.found}]" in line for line in lines] == [True]
    assert (case.word in found_in_pages.output.lower(), found_in_pages.site) == (False, False)


@pytest.fixture(scope="module")
def found_in_site(tmp_path_factory: pytest.TempPathFactory) -> SimpleNamespace:
    """Return what the verification says of a site into which a fault put all these files."""
    project = copy_to(tmp_path_factory.mktemp("site"))
    for case in SITE:
        write(project, case)
    assert run(project, "sign-off", "--changed", *ROLES).exit_code == 0
    for case in SITE:
        name, content = case.site_file()
        path = project / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    composed = compose(project)
    assert isinstance(composed, Settings)
    manifest = manifest_of(composed, assemble(read(project)))
    problems = verify(project / "site", manifest, records=load(project)).problems
    codes = {(problem.place.file, problem.code) for problem in problems}
    return SimpleNamespace(codes=codes, said="\n".join(f"{each} {each!r}" for each in problems).lower())


@pytest.mark.parametrize("case", SITE, ids=named)
def test_the_verification_finds_it(found_in_site: SimpleNamespace, case: Case) -> None:
    """Wherever it stands in the site and however it is written, without quoting it."""
    name = case.site_file()[0]

    assert (name, case.found) in found_in_site.codes
    assert case.word not in found_in_site.said.replace(name, "")


# What all records share: each in a partnership of its own.


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=named(case), marks=() if number % EVERYDAY == 0 else pytest.mark.long)
        for number, case in enumerate(ALONE)
    ],
)
def test_what_all_share_gives_nothing_away(tmp_path: Path, case: Case) -> None:
    """It is refused by the verb, or goes nowhere; and no message and no public file holds the word."""
    project = copy_after(tmp_path, *([SIGN_OFF] if case.plain.get("signed") == "all" else []))
    write(project, case)
    verb = [part.replace("%project%", str(project)) for part in case.verb or ("check",)]

    result = run(project, *verb)

    assert (result.exit_code, case.refused is None or f"[{case.refused}]" in result.stderr) == (
        1 if case.refused else result.exit_code,
        True,
    )
    public = [path for name in PUBLIC for path in (project / name).rglob("*") if path.is_file()]
    own = {*case.files(), case.plain.get("edit")}
    leaks = [path for path in public if path.relative_to(project).as_posix() not in own]
    assert [path.name for path in leaks if case.word in words_in(path)] == []
    assert case.word not in re.sub(r"\S+/index\.html", "", result.output.lower())


PUBLIC = ("published", "build", "site")
"""Where what is public stands, or will stand."""
