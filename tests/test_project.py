"""What somebody new touches first: the README, make, the lock file, the workflows, the decisions."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cli.main import pages
from tests.browser import installers

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
LONGEST_MODULE = 350


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~!\[; ]", each)[0].lower().replace("_", "-") for each in requirements}


def _required() -> set[str]:
    project = PROJECT["project"]
    optional = [each for group in project["optional-dependencies"].values() for each in group]
    return _names(project["dependencies"] + optional)


def _locked() -> dict[str, list[str]]:
    """Return the hashes of each package in the lock file, by name and version."""
    found: dict[str, list[str]] = {}
    for entry in re.split(r"\n(?=[a-z0-9])", LOCK):
        if entry.startswith("#"):
            continue
        found[entry.split()[0]] = re.findall(r"--hash=sha256:([0-9a-f]{64})\b", entry)
    return found


def _jobs() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for file in WORKFLOWS:
        workflow = yaml.safe_load(file.read_text("utf-8"))
        for job in workflow["jobs"].values():
            yield workflow, job


def _make(*targets: str) -> str:
    done = subprocess.run(
        # The tests may run below another make, which would say where it goes and what it passes on.
        ["make", "--dry-run", "--no-print-directory", *targets],  # noqa: S607  # the developer's own make
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))},
    )
    return done.stdout


def test_each_dependency_is_locked() -> None:
    """The lock file names what pyproject.toml asks for, and setuptools, which builds the installation."""
    locked = {name.split("==")[0] for name in _locked()}

    assert (_required() | _names(PROJECT["build-system"]["requires"])) - locked == set()


def test_each_locked_package_has_a_version_and_hashes() -> None:
    """Nothing is installed whose bytes are not known."""
    assert [name for name, hashes in _locked().items() if "==" not in name or not hashes] == []


def test_a_package_is_locked_in_one_version() -> None:
    """The same site comes out of every machine, so no package differs from one Python to another."""
    names = [name.split("==")[0] for name in _locked()]

    assert names == sorted(set(names))


def test_the_lock_file_holds_no_address() -> None:
    """Neither a host nor a path of the machine that wrote it stands in the lock file."""
    lines = [line for line in LOCK.splitlines() if re.search(r"://|@|--index|--find-links|(?<![\w.])/", line)]

    assert lines == []


def test_an_installation_chooses_nothing_beside_the_lock_file() -> None:
    # pip before 24 takes the newest `coverage[toml]`, whatever the lock file says, and refuses it for its
    # hash: each release of a package that another asks for with an extra would stop every fresh clone.
    makefile = (ROOT / "Makefile").read_text("utf-8")
    installs = [line for line in makefile.splitlines() if "$(PIP) install" in line]
    assert [line for line in installs if " --no-deps " not in line] == []
    assert len(installs) == 2


def test_each_dependency_is_defended() -> None:
    """Whoever adds a package says why, in decisions/dependencies.md."""
    page = (ROOT / "decisions" / "dependencies.md").read_text("utf-8")
    defended = set(re.findall(r"^\| ([a-z0-9-]+) \|", page, re.MULTILINE)) - {"package"}

    assert defended == _required()


def test_the_readme_lists_the_commands() -> None:
    """The table in the README has each verb of `pages` once, and no other."""
    listed = re.findall(r"^\| `pages ([a-z-]+)", README, re.MULTILINE)

    assert sorted(listed) == sorted(pages.commands)


def test_each_decision_is_listed() -> None:
    """decisions/README.md leads to every decision."""
    folder = ROOT / "decisions"
    listed = re.findall(r"\]\(([a-z0-9-]+\.md)\)", (folder / "README.md").read_text("utf-8"))

    assert sorted(listed) == sorted(file.name for file in folder.glob("*.md") if file.name != "README.md")


def test_the_documents_name_targets_of_make_that_exist() -> None:
    """Every `make …` in the README and CONTRIBUTING.md is a target."""
    text = README + (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"(?:`|\$ )make ([a-z-]+)", text))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))

    assert named - targets == set()
    assert {"site", "test", "test-all"} <= named


def test_make_test_leaves_out_only_what_is_long() -> None:
    """Both ways to run the tests check the code too, and `make test-all` runs every test."""
    assert '-m "not long"' in _make("test")
    assert "-m pytest" in _make("test-all")
    assert "not long" not in _make("test-all")
    for target in ("test", "test-all"):
        commands = _make(target)
        assert [tool for tool in ("ruff check", "ruff format --check", "/mypy") if tool not in commands] == []


def test_make_clean_removes_what_the_build_made_and_no_more() -> None:
    """build/ knows which files of site/ are ours, so the two go together."""
    assert _make("clean") == "rm -rf build site\n"


def test_ci_runs_the_commands_of_the_readme() -> None:
    """.ci/run can be started, stops at the first failure, and runs what the README promises."""
    file = ROOT / ".ci" / "run"
    commands = [
        line.split(" <")[0] for line in file.read_text("utf-8").splitlines() if line.startswith("make ")
    ]

    assert os.access(file, os.X_OK)
    assert "set -euo pipefail" in file.read_text("utf-8")
    assert commands == ["make test", "make site"]


def test_actions_are_pinned() -> None:
    """Each action is named by the commit that was looked at, with its version beside it."""
    lines = [
        line.strip(" -")
        for file in WORKFLOWS
        for line in file.read_text("utf-8").splitlines()
        if "uses:" in line
    ]

    assert len(lines) > 0
    assert [
        line for line in lines if not re.fullmatch(r"uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)
    ] == []


def test_workflows_may_read_and_no_more() -> None:
    """Only the job that deploys may write, to the place of the site alone."""
    granted = [job["permissions"] for _, job in _jobs() if "permissions" in job]

    assert [
        workflow["permissions"] for workflow, _ in _jobs() if workflow["permissions"] != {"contents": "read"}
    ] == []
    assert granted == [{"pages": "write", "id-token": "write"}]


def test_workflows_keep_no_credentials_and_end() -> None:
    """A checkout leaves no token, each job has a time limit, and no command is made of an event's words."""
    steps = [step for _, job in _jobs() for step in job["steps"]]
    checkouts = [step for step in steps if step.get("uses", "").startswith("actions/checkout@")]

    assert {step["with"]["persist-credentials"] for step in checkouts} == {False}
    assert [job["name"] for _, job in _jobs() if "timeout-minutes" not in job] == []
    assert [step for step in steps if "${{" in step.get("run", "")] == []


def test_a_fork_or_a_public_repository_with_real_records_deploys_nothing(tmp_path: Path) -> None:
    """The workflow builds in no fork, and its guard lets pass made-up records and none at all."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "deploy.yml").read_text("utf-8"))
    build = workflow["jobs"]["build"]
    guard = next(step for step in build["steps"] if step.get("name", "").startswith("Refuse real records"))

    def outcome(record: str | None) -> int:
        if record is not None:
            (tmp_path / "data").mkdir(exist_ok=True)
            (tmp_path / "data" / "partnership.yml").write_text(record, "utf-8")
        command = ["bash", "-e", "-c", guard["run"]]
        return subprocess.run(command, cwd=tmp_path, check=False, capture_output=True).returncode

    assert build["if"] == "${{ !github.event.repository.fork }}"
    assert guard["if"] == "${{ !github.event.repository.private }}"
    assert workflow["jobs"]["deploy"]["needs"] == "build"
    assert outcome(None) == 0
    assert outcome("name: Somewhere\nfictional: yes\n") == 0
    assert outcome("name: Somewhere\n") == 1
    assert outcome("name: Somewhere\nfictional: no\n") == 1


@pytest.mark.parametrize(
    ("record", "changed", "tested"),
    [
        (
            "name: Somewhere\n",
            ["data/meetings/a.yml", "published.lock", "docs/index.md", "mkdocs.yml"],
            False,
        ),
        ("name: Somewhere\n", ["data/meetings/a.yml", "records/a.py"], True),
        ("name: Somewhere\n", ["published-too/a.py"], True),
        ("name: Somewhere\n", ["records/data/a.py"], True),
        ("name: Somewhere\nfictional: yes\n", ["docs/index.md"], True),
        ("name: Somewhere\n", None, True),
    ],
)
def test_a_pull_request_is_tested_unless_it_holds_files_of_the_partnership_alone(
    record: str, changed: list[str] | None, *, tested: bool, tmp_path: Path
) -> None:
    """A change of the engine is always tested, one of the demonstration too, and what cannot be told."""
    project, programs = tmp_path / "project", tmp_path / "programs"
    programs.mkdir()
    (programs / "make").write_text('#!/bin/sh\necho "make $*"\n', "utf-8")
    (programs / "make").chmod(0o755)
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "pull-request.yml").read_text("utf-8"))
    step = next(each for each in workflow["jobs"]["check"]["steps"] if each.get("name") == "Test")

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)  # noqa: S607  # whichever git the developer has

    def commit(*names: str) -> None:
        for name in names:
            (project / name).parent.mkdir(parents=True, exist_ok=True)
            (project / name).write_text(record, "utf-8")
        git("add", ".")
        git("commit", "--quiet", "--allow-empty", "-m", "A change")

    project.mkdir()
    git("init", "--quiet", "--initial-branch=main")
    commit("data/partnership.yml")
    if changed is not None:
        git("switch", "--quiet", "--create", "proposal")
        commit(*changed)
        git("switch", "--quiet", "main")
        commit("records/meanwhile.py")
        git("merge", "--quiet", "--no-ff", "-m", "Merge", "proposal")

    # As GitHub starts a step that names no shell.
    done = subprocess.run(
        ["bash", "-e", "-c", step["run"]],  # noqa: S607  # whichever bash the developer has
        cwd=project,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "PATH": f"{programs}:{os.environ['PATH']}"},
    )

    assert ("make test" in done.stdout) is tested
    # YAML 1.1 reads the key `on` as true. A filter on paths would leave a required check waiting for ever.
    assert workflow[True] == {"pull_request": None}


def test_a_deployment_can_be_run_again() -> None:
    """A run keeps the files of each attempt, so each has its own name; the newest one is deployed."""
    workflow = yaml.safe_load((ROOT / ".github" / "workflows" / "deploy.yml").read_text("utf-8"))
    build, deploy = workflow["jobs"]["build"], workflow["jobs"]["deploy"]
    built = next(step for step in build["steps"] if "upload-pages-artifact@" in step.get("uses", ""))
    deployed = next(step for step in deploy["steps"] if "deploy-pages@" in step["uses"])

    assert "${{ github.run_attempt }}" in built["with"]["name"]
    # Only the failed part may run again, as another attempt, so it asks the part that built.
    assert build["outputs"]["artifact"] == built["with"]["name"]
    assert deployed["with"]["artifact_name"] == "${{ needs.build.outputs.artifact }}"


def test_the_changelog_tells_of_this_version() -> None:
    """The version of pyproject.toml has an entry with a date."""
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")

    assert re.search(
        rf"^## \[{re.escape(PROJECT['project']['version'])}\] - \d{{4}}-\d\d-\d\d$", changelog, re.MULTILINE
    )


def test_an_upgrade_touches_nothing_of_theirs(tmp_path: Path) -> None:
    """The command in the README takes over the engine, new and removed files too, and leaves the rest."""
    command = next(line[2:] for line in README.splitlines() if line.startswith("$ git restore"))

    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)  # noqa: S607  # whichever git the developer has

    def write(files: dict[str, str]) -> None:
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, "utf-8")

    git("init", "--quiet")
    write({"records/a.py": "new", "records/added.py": "new", "data/x.yml": "theirs", "mkdocs.yml": "theirs"})
    git("add", ".")
    git("commit", "--quiet", "-m", "engine")
    git("tag", "v1.3")
    git("rm", "--quiet", "records/added.py", "data/x.yml")
    write({"records/a.py": "old", "records/gone.py": "old", "mkdocs.yml": "ours", "data/y.yml": "ours"})
    write({"published/y.json": "ours", "docs/index.md": "ours"})
    git("add", ".")
    git("commit", "--quiet", "-m", "office")

    git(*shlex.split(command)[1:])

    files = {
        file.relative_to(tmp_path).as_posix(): file.read_text("utf-8")
        for file in tmp_path.rglob("*")
        if file.is_file() and ".git" not in file.parts
    }
    assert files == {
        "records/a.py": "new",
        "records/added.py": "new",
        "mkdocs.yml": "ours",
        "data/y.yml": "ours",
        "published/y.json": "ours",
        "docs/index.md": "ours",
    }


@pytest.mark.parametrize(
    ("root", "apt", "browsers"),
    [
        (True, True, ["chromium-headless-shell", "chromium", "playwright"]),
        (False, True, ["playwright"]),
        (True, False, ["playwright"]),
    ],
)
def test_debian_installs_its_own_browser_when_root(*, root: bool, apt: bool, browsers: list[str]) -> None:
    """Debian's package comes first for whoever may install it; everybody else gets Playwright's."""
    ways = installers(root=root, apt=apt)

    assert ["playwright" if "playwright" in way[-1] else way[-1][-1] for way in ways] == browsers


def test_no_module_takes_more_than_one_sitting() -> None:
    """CONTRIBUTING promises that a module of the engine has 350 lines at most."""
    rooms = ("problems", "records", "editions", "redaction", "macros", "cli")
    files = [path for room in rooms for path in (ROOT / room).rglob("*.py")]
    long = {path.name: len(path.read_text("utf-8").splitlines()) for path in files}
    assert {name: lines for name, lines in long.items() if lines > LONGEST_MODULE} == {}
