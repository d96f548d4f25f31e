"""The command `pages`."""

from __future__ import annotations

import errno
import sys
import traceback
from pathlib import Path

import click

from cli.folder_messages import NO_ROOM, NOT_ALLOWED
from cli.options import FOLDERS
from cli.telling import WRONG, note, tell
from cli.verbs.archive import archive
from cli.verbs.build import build
from cli.verbs.check import check
from cli.verbs.circulate import circulate
from cli.verbs.decide import decide
from cli.verbs.import_register import import_register
from cli.verbs.importing import import_file
from cli.verbs.incident import incident
from cli.verbs.new import new
from cli.verbs.redact import redact
from cli.verbs.review import review
from cli.verbs.schema import schema
from cli.verbs.serve import serve
from cli.verbs.sign_off import sign_off
from cli.verbs.summary import summary
from cli.verbs.tidy import tidy_records
from cli.verbs.verify import verify
from cli.verbs.withdraw import withdraw
from problems import Place

HERE = Path(__file__).resolve().parent.parent


class InOrderOfWork(click.Group):
    """Lists the verbs as they were added, which is the order of the work."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click calls it so
        """Return the names of the verbs."""
        return list(self.commands)


@click.group(
    cls=InOrderOfWork, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="partnership-pages", prog_name="pages")
def pages() -> None:
    """Publish what a partnership does, and nothing that is confidential.

    \b
    A usual week:
      pages check                                    what is wrong, changed or due
      pages decide                                   what you are asked before a sign-off
      pages review meetings/2026-03-12-executive     what the public will and will not see
      pages serve                                    look at it, as the public would
      pages sign-off meetings/2026-03-12-executive   publish it, after you have seen it
      pages build                                    make the site
    """  # noqa: D301  # \b keeps click from wrapping the example


VERBS = (
    new,
    schema,
    import_file,
    import_register,
    archive,
    tidy_records,
    check,
    circulate,
    decide,
    review,
    redact,
    serve,
    sign_off,
    withdraw,
    incident,
    build,
    verify,
    summary,
)

for verb in VERBS:
    pages.add_command(verb)


def main() -> None:
    """Run the command. A fault of the software ends in one line, which quotes no value of any record."""
    try:
        pages(prog_name="pages")
    except PermissionError as refused:
        tell([NOT_ALLOWED.at(Place(_folder_of(refused)))])
        sys.exit(WRONG)
    except Exception as fault:  # noqa: BLE001  # the last gate: whatever it is, its words may be private
        if isinstance(fault, OSError) and fault.errno in {errno.ENOSPC, errno.EDQUOT}:
            tell([NO_ROOM.at(Place("PROJECT"))])
            sys.exit(WRONG)
        where = f"{type(fault).__name__} at {_where(fault)}"
        note(f"error: A fault of the software: {where}. Nothing was published; report it with this line.")
        sys.exit(WRONG)


def _folder_of(refused: PermissionError) -> str:
    """Return the folder of the project to which somebody is not let: the names in it may be private."""
    steps = Path(str(refused.filename or "")).parts
    return next((step for step in reversed(steps) if step in FOLDERS), "PROJECT")


def _where(fault: BaseException) -> str:
    """Return the last line of our own that a fault went through, which helps to report it."""
    frames = traceback.extract_tb(fault.__traceback__)
    ours = [frame for frame in frames if HERE in Path(frame.filename).parents]
    frame = (ours or frames)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno}"
