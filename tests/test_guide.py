"""The guide is complete, agrees with the software, and everything that it shows works."""

from __future__ import annotations

import ast
import os
import re
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import click
import pytest
import yaml
from click.testing import CliRunner

from cli.guide import ROOMS, generated, message_modules, wordings
from cli.main import pages
from cli.reference import example
from editions.canonical import to_bytes, to_plain
from editions.datasets import Dataset
from editions.rules.judging import TESTS
from macros.open_data.data_packages import tables
from problems import errors
from records.fields import Model
from records.kinds import KINDS
from records.loading import load
from records.parts.attendance import Declarations
from records.shapes import models_of
from records.withholding import Record
from redaction.complying import wrong as rules_wrong
from redaction.projecting.projection import project
from redaction.searching.harvesting import harvest
from redaction.searching.scanning import find_in_record, scanner_for

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "guide"
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for path in [*ROOT.glob("*.md"), *GUIDE.glob("*.md"), *(ROOT / "decisions").glob("*.md")]
)
BEGINNINGS = {
    "meetings": "title: Executive\ngroup: executive\ndate: 2026-03-12\nstatus: draft\n",
    "people": "public_id: p-4k7dm2xb\n",
    "policy": "reasons:\n  - id: personal\n    words: information about a person\n",
}
"""What an example of the guide leaves out because it is not what it shows."""

HIDDEN = (
    "Hazeldine",
    "Orchard Rise",
    "procurement team",
    "five thousand pounds",
    "Fernbank",
    "upheld in part",
    "bus station",
    "Rowan Applegarth",
    "every library",
)
"""Words of the page about withholding that its examples withhold."""


@dataclass(frozen=True)
class Block:
    """A piece of code in a page, with what stands behind its fence, and what follows it."""

    info: str
    text: str
    following: str


def blocks(page: str, language: str) -> list[Block]:
    """Return the pieces of code of one language in a page of the guide."""
    text = (GUIDE / page).read_text("utf-8")
    found = list(re.finditer(r"^```(\w+) ?([^\n]*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    shown = [each[3] if each[1] == "public" else "" for each in [*found[1:], found[0]]]
    return [
        Block(each[2], each[3], after)
        for each, after in zip(found, shown, strict=True)
        if each[1] == language
    ]


def write_examples(folder: Path) -> None:
    """Write the worked examples of every kind into the `data/` of a folder."""
    for kind in KINDS:
        path, text = example(kind)
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")


def slug(heading: str) -> str:
    """Return the anchor of a heading, as the sites that show Markdown make it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("name", ["commands.md", "data-format.md", "messages.md"])
def test_generated_pages_are_up_to_date(name: str) -> None:
    """A page that is made from the software is what the software makes now: run `python -m cli.guide`."""
    assert (GUIDE / name).read_text("utf-8") == generated()[name]


def test_every_command_and_option_is_documented() -> None:
    """Whatever can be typed stands in the page about the commands."""
    text = (GUIDE / "commands.md").read_text("utf-8")
    wanted = [f"## pages {name}\n" for name in pages.commands]
    wanted += [
        option
        for verb in pages.commands.values()
        for parameter in verb.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]
    assert [each for each in wanted if each not in text] == []


def test_every_key_is_documented() -> None:
    """Every key of every model has a row in the table of its model."""
    text = (GUIDE / "data-format.md").read_text("utf-8")
    sections = {part.split("\n", 1)[0]: part for part in re.split(r"^##+ ", text, flags=re.MULTILINE)}
    missing = []
    for kind in KINDS.values():
        own = sections[kind.name.capitalize()]
        names = set(kind.model.model_fields) - set(Record.model_fields)
        missing += [f"{kind.name}.{name}" for name in names if f"\n| `{name}`" not in own]
        for model in set(models_of(kind.model)) - {kind.model, Declarations}:
            section = sections[model.__name__] + sections["Withholding"]
            missing += [
                f"{model.__name__}.{name}" for name in model.model_fields if f"\n| `{name}`" not in section
            ]
    assert missing == []


def test_every_word_of_a_closed_list_is_documented() -> None:
    """The words that a key takes stand in the page about the data format."""
    text = (GUIDE / "data-format.md").read_text("utf-8")
    models: set[type[Model]] = {inner for kind in KINDS.values() for inner in models_of(kind.model)}
    words = {
        word
        for model in [*models, *(kind.model for kind in KINDS.values())]
        for info in model.model_fields.values()
        for word in re.findall(r"'([a-z-]+)'", repr(info.annotation))
        if "Literal" in repr(info.annotation)
    }
    assert sorted(word for word in words if f"`{word}`" not in text) == []


def codes_in_source() -> set[str]:
    """Return the code of each wording that is written out anywhere in the packages."""
    return {
        str(code.value)
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Wording"
        for code in (*call.args[:1], *(each.value for each in call.keywords if each.arg == "code"))
        if isinstance(code, ast.Constant)
    }


def test_every_message_is_documented() -> None:
    """Every code that can stand in square brackets has a heading in the page, wherever its wording stands."""
    text = (GUIDE / "messages.md").read_text("utf-8")
    codes = {*wordings(message_modules()), *codes_in_source()}
    assert len(codes_in_source()) > 100
    assert sorted(code for code in codes if f"\n## {code}\n" not in text) == []


def test_every_table_of_the_data_is_named() -> None:
    """Those of one kind of record are named together."""
    text = (GUIDE / "open-data.md").read_text("utf-8")
    names = [table.name for table in tables() if table.name not in KINDS]
    assert names
    assert [name for name in names if f"`{name}.csv`" not in text] == []


def test_a_code_belongs_to_one_module() -> None:
    """No two rooms use one code for different things."""
    first: dict[str, str] = {}
    twice = []
    for module in message_modules():
        for code in wordings([module]):
            shared = wordings([module])[code]
            if code in first and shared != wordings(message_modules())[code]:
                twice.append((code, first[code], module.__name__))
            first.setdefault(code, module.__name__)
    assert twice == []


def test_the_worked_examples_are_one_valid_project(tmp_path: Path) -> None:
    """The examples of the data format can be copied as they are."""
    shown = blocks("data-format.md", "yaml")
    assert len(shown) == len(KINDS)
    for block in shown:
        path = tmp_path / block.info.removeprefix("file=")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, "utf-8")
    records = load(tmp_path)
    assert [str(problem) for problem in records.problems] == []
    assert {kind for kind, _ in records.loaded} == set(KINDS)


@pytest.mark.parametrize(
    "block",
    [*blocks("withholding.md", "yaml"), *blocks("signing-off.md", "yaml")],
    ids=lambda block: re.sub(r"\W+", "-", block.text[-40:]),
)
def test_examples_of_withholding_do_what_the_guide_says(block: Block, tmp_path: Path) -> None:
    """Each is valid; the public sees what the guide says, and none of what is withheld."""
    write_examples(tmp_path)
    name = {"meetings": "shown", "people": "applegarth", "policy": "policy"}[block.info]
    path = tmp_path / "data" / KINDS[block.info].path_of(name)
    path.write_text(BEGINNINGS[block.info] + block.text, "utf-8")
    records = load(tmp_path)
    assert [problem for problem in errors(records.problems) if problem.place.file.endswith(path.name)] == []
    projection = project(records, block.info, name)
    assert errors(projection.problems) == ()
    assert projection.record is not None
    public = to_bytes(to_plain(projection.record)).decode()
    assert [line for line in block.following.splitlines() if line not in public] == []
    assert [words for words in HIDDEN if words in public] == []
    place = records.loaded[block.info, name].place(())
    assert list(find_in_record(scanner_for(harvest(records)), projection.record, place)) == []


SHARING = (GUIDE / "shared-groups.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("policy", block.text) for block in blocks("what-the-law-asks.md", "yaml")),
        *(("policy", block.text) for block in blocks("shared-groups.md", "yaml")),
        ("partnership", dedent(re.findall(r"^ +```yaml\n(.*?)^ +```", SHARING, re.MULTILINE | re.DOTALL)[0])),
    ],
)
def test_examples_of_rules_and_shared_groups_are_valid(kind: str, text: str, tmp_path: Path) -> None:
    """Each can be copied, once the group is one that there is; no rule in it is unknown."""
    write_examples(tmp_path)
    path = tmp_path / "data" / f"{kind}.yml"
    key = text.split(":", maxsplit=1)[0]
    own = re.sub(rf"^{key}:\n(?: .*\n|\n)*", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(own + re.sub(r"\b(?:exploitation|procedures)\b", "executive", text), "utf-8")
    records = load(tmp_path)
    assert [str(problem) for problem in errors(records.problems)] == []
    assert [str(problem) for problem in rules_wrong(records, Dataset())] == []


def test_every_test_of_a_rule_is_explained() -> None:
    """The guide has a line for each, but for what the software sees to itself."""
    text = (GUIDE / "what-the-law-asks.md").read_text("utf-8")
    assert [name for name in TESTS if f"`{name}`" not in text] == ["by-the-software"]


def test_each_withheld_word_stands_in_an_example() -> None:
    """The words that the examples are searched for are those that they hold."""
    text = "".join(block.text for block in blocks("withholding.md", "yaml"))
    assert [words for words in HIDDEN if words not in text] == []


def test_the_first_steps_lead_to_a_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of the first steps works, one after the other, from an empty folder on."""
    monkeypatch.chdir(tmp_path)
    lines = [line for block in blocks("first-steps.md", "console") for line in block.text.splitlines()]
    assert all(line.startswith("$ pages ") for line in lines)
    for line in lines:
        result = CliRunner().invoke(pages, shlex.split(line)[2:])
        assert (line, result.exit_code, result.output) == (line, 0, result.output)
    assert (tmp_path / "site" / "meetings" / "2026-03-12-executive" / "index.html").is_file()


STAND_INS = {
    "pages": "exit 0",
    "ssh": 'exec sh -c "$2"',
    "scp": 'test ! -e broken && exec cp -r "$2" "${3#*:}"',
}
"""Programs in the place of those that reach a server, which do the same in a folder beside."""


def test_the_commands_for_a_server_of_ones_own_exchange_the_site_as_a_whole(tmp_path: Path) -> None:
    """With hidden files, the first time and later; a failed copy changes nothing, and there is a way back."""
    server, programs = tmp_path / "server", tmp_path / "programs"
    server.mkdir()
    programs.mkdir()
    for name, text in STAND_INS.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}\n", "utf-8")
        (programs / name).chmod(0o755)
    publish, back = (each.text.replace("/srv/www", str(server)) for each in blocks("going-live.md", "sh"))

    def does(command: str, *names: str) -> int:
        shutil.rmtree(tmp_path / "site", ignore_errors=True)
        for name in names:
            (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / "site" / name).write_text(name, "utf-8")
        path = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"}
        return subprocess.run(["sh", "-c", command], cwd=tmp_path, check=False, env=path).returncode  # noqa: S607  # whichever shell the office has

    def shown() -> set[str]:
        files = (server / "pages").rglob("*")
        return {path.relative_to(server / "pages").as_posix() for path in files if path.is_file()}

    first, second = {"index.html", "old/index.html", ".well-known/security.txt"}, {"index.html", "new.html"}
    assert (does(publish, *first), shown()) == (0, first)
    assert (does(publish, *second), shown()) == (0, second)
    (tmp_path / "broken").touch()
    assert (does(publish, "index.html"), shown()) == (1, second)
    assert (does(back), shown()) == (0, first)


def test_going_live_names_what_the_workflows_have() -> None:
    """Each job or step that can be red, and each check that can be required, is called as it is there."""
    text = (GUIDE / "going-live.md").read_text("utf-8")
    files = [
        path
        for path in (ROOT / ".github" / "workflows").glob("*.yml")
        if f"`.github/workflows/{path.name}`" in text
    ]
    jobs = [job for path in files for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values()]
    names = {job["name"] for job in jobs} | {step.get("name") for job in jobs for step in job["steps"]}
    red = text.split("\n## When it is red\n")[1].split("\n## ")[0]
    named = [
        name for row in re.findall(r"^\| ([A-Z][^|]*) \|", red, re.MULTILINE) for name in row.split(", ")
    ]
    versions = [
        version for job in jobs for version in job.get("strategy", {}).get("matrix", {}).get("python", [])
    ]

    assert len(files) == len(list((ROOT / ".github" / "workflows").iterdir()))
    assert len(named) > len(files)
    assert [name for name in named if name not in names] == []
    assert f"*Check, test and build ({versions[0]})* and *({versions[1]})*" in text


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_lead_somewhere(document: str) -> None:
    """Every link from one document to another, and to a heading, finds it."""
    text = re.sub(r"^```.*?^```$", "", (ROOT / document).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    broken = []
    for target in re.findall(r"(?<![`\\])\[[^\]]*\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "``", text)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        path = (ROOT / document).parent / file if file else ROOT / document
        if not path.exists():
            broken.append(target)
        elif anchor and path.suffix == ".md":
            headings = re.findall(r"^#+ (.*)$", path.read_text("utf-8"), re.MULTILINE)
            broken += [target] if anchor not in map(slug, headings) else []
    assert broken == []


@pytest.mark.parametrize("document", [name for name in DOCUMENTS if name.startswith("guide/")])
def test_commands_in_the_guide_exist(document: str) -> None:
    """The guide names no command or option that `pages` does not have."""
    text = (ROOT / document).read_text("utf-8")
    unknown = []
    for verb, rest in re.findall(r"(?:^|[`$]) ?pages ([a-z][a-z-]*)([^`\n]*)", text, re.MULTILINE):
        if verb not in pages.commands:
            unknown.append(verb)
            continue
        options = {option for parameter in pages.commands[verb].params for option in parameter.opts}
        unknown += [each for each in re.findall(r" (--[a-z-]+)", rest) if each not in {*options, "--help"}]
    assert unknown == []
