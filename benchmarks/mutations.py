"""Changes one thing at a time in the lexer and the projection, and asks the tests whether they notice.

    python -m benchmarks.mutations                    all modules of benchmarks/mutations.toml
    python -m benchmarks.mutations redaction/marking/marks.py one of them
    python -m benchmarks.mutations --report           what earlier runs found

The mutants come from cosmic-ray. Its own runner starts Python for each, which takes ten times as long as the
tests; here each mutant is judged in a copy of one process that has loaded the libraries and the records. No
file of the engine is changed. What was judged is kept in `build/mutations/`. A run goes on where the last
one ended, and asks again about what no test noticed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import json
import os
import resource
import signal
import sys
import time
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from coverage import Coverage, CoverageData
from hypothesis import settings

from benchmarks.mutants import Mutant, mutants_of

SETTINGS = Path(__file__).with_suffix(".toml")
RESULTS = Path("build/mutations")
SECONDS = 12
"""Processor time after which a mutant counts as noticed, because it does not come to an end."""
EXAMPLES = 25
"""Of each property that says no number itself; always the same ones."""
ANEW = ("redaction", "cli", "macros", "tests")
"""The packages that each copy of the process loads anew."""

QUIET = [
    "-q",
    "-x",
    "--no-header",
    "--tb=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:xdist",
    "-p",
    "no:randomly",
]


@dataclass(frozen=True, slots=True)
class Judge:
    """The tests that judge a module."""

    files: tuple[str, ...]
    by_line: Mapping[int, frozenset[str]]
    """For each line of the module the tests that run it."""
    seconds: Mapping[str, float]
    """How long each test takes. Quick ones come first."""

    def of(self, mutant: Mutant) -> list[str]:
        """Return the tests that run a changed line, or all if it runs when the module is loaded."""
        lines = range(mutant.line, mutant.last + 1)
        chosen = frozenset[str]().union(*(self.by_line.get(line, frozenset()) for line in lines))
        shared = tuple(f"{name}::" for name in chosen if name and "::" not in name)
        chosen |= {name for name in self.seconds if name.startswith(shared)}
        if any("" in self.by_line.get(line, ()) for line in lines):
            chosen = frozenset(self.seconds)
        return sorted(chosen & self.seconds.keys(), key=self.seconds.__getitem__)


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a text instead of its file."""

    def __init__(self, module: str, file: str, source: str) -> None:
        self.module, self.file, self.source = module, file, source

    def find_spec(self, fullname: str, *_: object) -> importlib.machinery.ModuleSpec | None:
        """Return where the module comes from, and nothing for every other one."""
        if fullname != self.module:
            return None
        return importlib.util.spec_from_file_location(fullname, self.file, loader=self)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the changed text."""
        exec(compile(self.source, self.file, "exec"), module.__dict__)  # noqa: S102  # our own module


class _Chosen:
    """Runs the chosen tests only, in the given order."""

    def __init__(self, names: Sequence[str]) -> None:
        self.order = {name: number for number, name in enumerate(names)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Keep what was chosen."""
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order[item.nodeid]
        )


class _Timed:
    """Notes the seconds of each test, and what each of them runs, set-up included."""

    def __init__(self, coverage: Coverage) -> None:
        self.coverage, self.seconds, self.running = coverage, dict[str, float](), ""

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Any:
        """Measure one test."""
        self.running = item.nodeid
        self.coverage.switch_context(item.nodeid)
        start = time.process_time()
        yield
        self.seconds[item.nodeid] = time.process_time() - start
        self.coverage.switch_context("")

    @pytest.hookimpl(hookwrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any, request: Any) -> Any:
        """Note what a fixture runs that the tests of a file share as run by all of them."""
        is_shared = fixturedef.scope != "function"
        if is_shared:
            self.coverage.switch_context(request.node.nodeid)
        yield
        if is_shared:
            self.coverage.switch_context(self.running)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Say which test fails without any change."""
        if report.failed:
            sys.stderr.write(f"fails without a change: {report.nodeid}\n{report.longreprtext}\n")


def main(arguments: list[str] | None = None) -> int:
    """Judge what is asked for and return the exit code: 1 if a module stays under the wanted share."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("modules", nargs="*", help="such as redaction/marking/marks.py; all without")
    parser.add_argument("--report", action="store_true", help="judge nothing, show what was found")
    asked = parser.parse_args(arguments)
    wanted = tomllib.loads(SETTINGS.read_text("utf-8"))
    modules = asked.modules or list(wanted["tests"])
    if not asked.report:
        _warm_up()
        for module in modules:
            _judge_module(module, wanted["tests"][module])
    shares = [_share_of(module) for module in modules]
    return int(any(share < wanted["least"] for share in shares))


def _judge_module(module: str, tests: list[str]) -> None:
    source = Path(module).read_text("utf-8")
    mutants = list(mutants_of(source))
    path = _results_of(module)
    path.parent.mkdir(parents=True, exist_ok=True)
    known = {each["digest"] for each in _read(path) if each["killed"]}
    judge = _judge_of(module, tests)
    with path.open("a", encoding="utf-8") as results:
        for mutant in mutants:
            digest = hashlib.sha256(mutant.source.encode()).hexdigest()
            if digest in known:
                continue
            start = time.monotonic()
            chosen = judge.of(mutant)
            code = _in_copy(lambda: _run(module, mutant.source, judge.files, chosen)) if chosen else 0  # noqa: B023
            found = {
                "name": mutant.name,
                "line": mutant.line,
                "digest": digest,
                "killed": code != 0,
                "code": code,
                "tests": len(chosen),
                "seconds": round(time.monotonic() - start, 2),
                "change": _difference(source, mutant.source),
            }
            results.write(json.dumps(found, ensure_ascii=False) + "\n")
            results.flush()


def _judge_of(module: str, tests: list[str]) -> Judge:
    """Return the tests of a module, measured in a copy of this process without any change."""
    scratch = RESULTS / f"{Path(module).stem}.measured"

    def measure() -> int:
        coverage = Coverage(data_file=str(scratch) + ".coverage", include=[module], config_file=False)
        coverage.start()
        timed = _Timed(coverage)
        code = pytest.main([*QUIET, *tests], plugins=[timed])
        coverage.stop()
        coverage.save()
        scratch.write_text(json.dumps(timed.seconds), "utf-8")
        return int(code)

    Path(str(scratch) + ".coverage").unlink(missing_ok=True)
    if _in_copy(measure, quiet=False) != 0:
        raise SystemExit(f"The tests of {module} fail without any change, or there are none.")
    seconds = json.loads(scratch.read_text("utf-8"))
    data = CoverageData(str(scratch) + ".coverage")
    data.read()
    lines = data.contexts_by_lineno(str(Path(module).resolve()))
    return Judge(tuple(tests), {line: frozenset(names) for line, names in lines.items()}, seconds)


def _run(module: str, source: str, files: Sequence[str], chosen: Sequence[str]) -> int:
    name = module.removesuffix(".py").replace("/", ".")
    sys.meta_path.insert(0, _Changed(name, str(Path(module).resolve()), source))
    needed = {test.partition("::")[0] for test in chosen}
    files = [file for file in files if file.partition("::")[0] in needed]
    return int(pytest.main([*QUIET, *files], plugins=[_Chosen(chosen)]))


def _warm_up() -> None:
    """Load what every copy needs, and then forget the packages that are loaded anew."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    settings.register_profile(
        "mutations", derandomize=True, max_examples=EXAMPLES, database=None, deadline=None
    )
    settings.load_profile("mutations")
    for name in (
        "redaction.signing_off.signing",
        "redaction.verifying.verification",
        "tests.partnerships",
        "tests.redaction.strategies",
    ):
        importlib.import_module(name)
    for name in [name for name in sys.modules if name.partition(".")[0] in ANEW]:
        del sys.modules[name]


def _in_copy(work: Callable[[], int], *, quiet: bool = True) -> int:
    """Return what the work returns in a copy of this process; 99 if the copy ends early."""
    sys.stdout.flush()
    sys.stderr.flush()
    child = os.fork()
    if child == 0:
        code = 98
        try:
            os.setsid()
            if quiet:
                nothing = os.open(os.devnull, os.O_RDWR)
                for stream in range(3):
                    os.dup2(nothing, stream)
            resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS) if quiet else (-1, -1))
            code = work()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    with suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 99


def _difference(before: str, after: str) -> list[str]:
    """Return the first lines that differ, as they were and as they are."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=False)
    return next(([one.strip(), two.strip()] for one, two in pairs if one != two), ["", ""])


def _share_of(module: str) -> float:
    """Print what was found about a module and return the share of its mutants that were noticed."""
    current = {
        hashlib.sha256(each.source.encode()).hexdigest()
        for each in mutants_of(Path(module).read_text("utf-8"))
    }
    found = [each for each in _read(_results_of(module)) if each["digest"] in current]
    found = list({each["digest"]: each for each in found}.values())
    killed = sum(each["killed"] for each in found)
    share = 100 * killed / len(found) if found else 0.0
    print(f"{module}: {len(found)} of {len(current)} mutants judged, {killed} noticed, {share:.1f}%")
    for each in found:
        if not each["killed"]:
            one, two = each["change"]
            print(f"  {each['line']}: {each['name']} ({each['tests']} tests)\n    - {one}\n    + {two}")
    return share


def _results_of(module: str) -> Path:
    return RESULTS / f"{Path(module).stem}.jsonl"


def _read(path: Path) -> Iterable[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    raise SystemExit(main())
