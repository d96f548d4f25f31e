"""Write a file or a folder until killed before each call, and print as JSON what was left each time.

Arguments: an empty folder; `file` or `folder`; `new` or `replacing`.
"""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from editions.storing import create_whole, remove_leftovers, write_whole
from tests.killing import killed_before_each_call

WHOLE = {
    "old": {"record.json": b"old" * 900, "files/paper.txt": b"old paper"},
    "new": {"record.json": b"new" * 900, "files/letter.txt": b"new letter"},
}


def main(place: str, what: str, how: str) -> None:
    target = Path(place, "target")
    replacing = how == "replacing"

    def prepare() -> None:
        shutil.rmtree(place)
        Path(place).mkdir()
        if replacing:
            write(WHOLE["old"])

    def write(files: dict[str, bytes]) -> None:
        if what == "file":
            write_whole(target, files["record.json"], replacing=replacing)
        else:
            create_whole(target, files, replacing=replacing)

    def standing() -> str:
        if what == "file":
            files = {"record.json": target.read_bytes()} if target.exists() else {}
            states = {name: {"record.json": whole["record.json"]} for name, whole in WHOLE.items()}
        else:
            files = {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*.*")}
            states = WHOLE
        if not target.exists():
            return "nothing"
        return next((name for name, whole in states.items() if whole == files), "damaged")

    seen = []
    for _ in killed_before_each_call(prepare, lambda: write(WHOLE["new"])):
        seen.append(standing())
        remove_leftovers(Path(place))
        seen.append(standing())
        if [path.name for path in Path(place).iterdir()] not in ([], ["target"]):
            seen.append("leftover")
    sys.stdout.write(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
