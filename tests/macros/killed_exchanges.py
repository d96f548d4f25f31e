"""Exchange sites until killed, and print as JSON which generation stood after each kill.

Arguments: an empty folder; `at-once` or `two-renames`; `each-call`, `each-call-after-a-kill` (the last good
site stands aside) or how many kills at random.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from macros.making.exchanging import exchange, locked, recover, refusal, scratch_beside
from tests.killing import killed_at_random, killed_before_each_call


def main(folder: str, way: str, moments: str) -> None:
    site = Path(folder, "site")
    at_once = way == "at-once"
    missing: list[bool] = []

    def prepare() -> None:
        shutil.rmtree(folder)
        Path(folder).mkdir()
        build()
        if moments == "each-call-after-a-kill":
            site.rename(Path(folder, "build", "site.previous"))

    def build() -> None:
        with locked(site):
            recover(site)
            generation = (standing(site) or 0) + 1
            with scratch_beside(site) as scratch:
                write(scratch / "site", generation)
                exchange(scratch / "site", site, at_once=at_once)

    def watch() -> None:
        missing.append(not site.exists())

    if moments.startswith("each-call"):
        kills = killed_before_each_call(prepare, build)
    else:
        build()
        kills = killed_at_random(int(moments), build, watch)
    left: list[int | None] = []
    recovered: list[int | None] = []
    refused: list[bool] = []
    leftovers: set[str] = set()
    for _ in kills:
        left.append(standing(site))
        with locked(site):
            recover(site)
        recovered.append(standing(site))
        refused.append(refusal(site) is not None)
        leftovers.update(path.name for path in Path(folder, "build").iterdir() if path.is_dir())
    found = {
        "left": left,
        "recovered": recovered,
        "leftovers": sorted(leftovers),
        "refused": any(refused),
        "missing": any(missing),
    }
    sys.stdout.write(json.dumps(found))


def write(folder: Path, generation: int) -> None:
    for name, content in files(generation).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def files(generation: int) -> dict[str, bytes]:
    """Return a site of which every file carries the generation, and one has its name from it."""
    names = ("index.html", "404.html", "data/meetings.json", f"meetings/{generation}.html")
    return dict.fromkeys(names, f"{generation}\n".encode() * 500)


def standing(site: Path) -> int | None:
    """Return the generation of which the whole site stands, or None."""
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.*")}
    first = found.get("index.html", b"").partition(b"\n")[0]
    generation = int(first) if first.isdigit() else 0
    return generation if found == files(generation) else None


if __name__ == "__main__":
    main(*sys.argv[1:])
