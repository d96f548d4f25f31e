"""Times `pages build` beside stock MkDocs Material on the same text, in one run.

    python -m benchmarks.build --meetings 200 --words 3000             seconds of both, and their ratio
    python -m benchmarks.build --meetings 100 --words 3000 --growth    N meetings beside 2N
    python -m benchmarks.build --records 2000                          loading and checking records of 5 kB

Seconds depend on the machine; compare ratios only. Every time is that of a whole process, and a command that
fails ends the benchmark.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from statistics import median
from time import perf_counter

from benchmarks.projects import PAGES, CommandError, run, sign_off, write_records, write_stock

WORDS_OF_5_KB = 400
LOAD = (
    "import sys; from pathlib import Path; from records.loading import load; "
    "r = load(Path(sys.argv[1])); print(len(r.loaded)); sys.exit(bool(r.problems))"
)


def main(arguments: list[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code: 1 if something that is measured fails."""
    asked = _parser().parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="pages-benchmark-") as scratch:
        try:
            if asked.records:
                _time_records(Path(scratch), asked)
            elif asked.growth:
                _time_growth(Path(scratch), asked)
            else:
                _time_beside_stock(Path(scratch), asked)
        except CommandError as failure:
            sys.stderr.write(f"This did not work, so there is nothing to compare: {failure}\n")
            return 1
    return 0


def in_turn(commands: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Return the seconds of each command by name. They take turns, so that a slow minute hits all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            start = perf_counter()
            command()
            seconds[name].append(perf_counter() - start)
    return seconds


def in_words(name: str, seconds: list[float]) -> str:
    """Return a line with the middle time of a command and all of its times."""
    times = ", ".join(f"{each:.2f}" for each in seconds)
    return f"  {name:<44} {median(seconds):7.2f} s   ({times})"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.build", description="Time builds.")
    parser.add_argument("--meetings", type=int, default=200, help="how many meetings [200]")
    parser.add_argument("--words", type=int, default=3000, help="words of a meeting, about [3000]")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed [3]")
    parser.add_argument("--seed", type=int, default=1, help="the same seed makes the same text [1]")
    parser.add_argument("--growth", action="store_true", help="time N meetings beside 2N")
    parser.add_argument("--records", type=int, default=0, help="time loading and checking so many records")
    return parser


def _time_beside_stock(scratch: Path, asked: argparse.Namespace) -> None:
    ours, stock = scratch / "ours", scratch / "stock"
    write_stock(stock, asked.seed, asked.meetings, asked.words)
    signing = _signed_off(ours, asked.seed, asked.meetings, asked.words)
    print(f"{asked.meetings} meetings of about {asked.words} words, seed {asked.seed}")
    print(in_words("pages sign-off --changed (once)", [signing]))
    seconds = in_turn(
        {"pages build": _building(ours), "stock MkDocs Material": _stock_build(stock)}, asked.rounds
    )
    for name, times in seconds.items():
        print(in_words(name, times))
    ratio = median(seconds["pages build"]) / median(seconds["stock MkDocs Material"])
    print(f"  ratio to stock, everything included: {ratio:.2f}")


def _time_growth(scratch: Path, asked: argparse.Namespace) -> None:
    signings, builds = {}, {}
    for number in (asked.meetings, 2 * asked.meetings):
        folder = scratch / str(number)
        signings[number] = _signed_off(folder, asked.seed, number, asked.words)
        builds[f"pages build, {number} meetings"] = _building(folder)
    seconds = in_turn(builds, asked.rounds)
    print(f"{asked.meetings} meetings and twice as many, about {asked.words} words each, seed {asked.seed}")
    for number, taken in signings.items():
        print(in_words(f"pages sign-off --changed, {number} meetings", [taken]))
    for name, times in seconds.items():
        print(in_words(name, times))
    few, many = (median(times) for times in seconds.values())
    sign_few, sign_many = signings.values()
    print("  for twice the meetings (2 is in proportion, 4 is the square):")
    print(f"  building takes {many / few:.2f} times as long, signing off {sign_many / sign_few:.2f} times")


def _time_records(scratch: Path, asked: argparse.Namespace) -> None:
    write_records(scratch, asked.seed, asked.records, WORDS_OF_5_KB)
    files = list((scratch / "data" / "meetings").glob("*.yml"))
    size = sum(file.stat().st_size for file in files) / len(files) / 1000
    seconds = in_turn(
        {
            "reading and checking every record": lambda: run([sys.executable, "-c", LOAD, str(scratch)]),
            "pages check": lambda: run([*PAGES, "check", "--project", str(scratch)]),
        },
        asked.rounds,
    )
    print(f"{len(files)} records of {size:.1f} kB, seed {asked.seed}")
    for name, times in seconds.items():
        print(in_words(name, times))


def _signed_off(folder: Path, seed: int, meetings: int, words: int) -> float:
    """Write a project, sign it off, and return how many seconds the sign-off took."""
    write_records(folder, seed, meetings, words)
    start = perf_counter()
    sign_off(folder)
    return perf_counter() - start


def _building(folder: Path) -> Callable[[], object]:
    return lambda: run([*PAGES, "build", "--project", str(folder)])


def _stock_build(folder: Path) -> Callable[[], object]:
    def build() -> str:
        shutil.rmtree(folder / "site", ignore_errors=True)
        return run(
            [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
        )

    return build


if __name__ == "__main__":
    sys.exit(main())
