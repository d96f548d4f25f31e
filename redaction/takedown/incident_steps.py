"""The steps after a leak, in their order, with commands ready to copy.

The duty to tell the Information Commissioner is that of the UK GDPR, Articles 33 and 34.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from editions.published import FOLDER
from redaction.takedown.incidents import HIDDEN, LOCK, SITE, Incident, Standing

DUTY = (
    "A breach of personal data goes to the Information Commissioner's Office (ico.org.uk) within 72 hours of "
    "becoming aware of it, unless it is unlikely to be a risk to anybody (UK GDPR, Article 33(1)). If it is "
    "later, say why."
)
SEARCH_ENGINES = (
    "Ask the search engines to drop their copies: Google (Search Console, Removals) and Bing (Webmaster "
    "Tools, Block URLs). Ask the Internet Archive to exclude the addresses."
)
REWRITE = (
    "If the repository was ever public, or others have copies, somebody who knows git filter-repo must "
    "rewrite the history, every copy must go, and the host be asked to drop its caches. Make a copy first."
)
EVERYTHING = "pages withdraw --everything --now"


@dataclass(frozen=True, slots=True)
class Step:
    """One step."""

    title: str
    lines: tuple[str, ...]
    """What to do, in sentences."""

    commands: tuple[str, ...] = ()
    """What to type."""


def steps(incident: Incident, *, address: str = "", remotes: tuple[str, ...] = ()) -> tuple[Step, ...]:
    """Return what to do after a leak; `address` is that of the site, `remotes` say where the history went."""
    return (
        _take_down(incident),
        Step("Rebuild and deploy", ("The old site stays until the new one is deployed.",), ("pages build",)),
        _purge(incident, address),
        _history(incident, remotes),
        Step(
            "Notify",
            (
                "Tell whoever is responsible for data protection, and the partners concerned, now.",
                DUTY,
                "Where the risk to people is high, they are told without undue delay (Article 34(1)).",
                "Write down what happened, its effects, and what was done, in any case (Article 33(5)).",
            ),
        ),
        Step(
            "Keep it from coming back",
            (
                "Withhold the words in data/ wherever they stand, and let a second person look.",
                "Then search once more with the same file: it must find nothing.",
            ),
            ("pages withdraw RECORD --confirm --role ROLE", "pages incident TERM-FILE"),
        ),
    )


def _take_down(incident: Incident) -> Step:
    """Return the step that takes down what stands in editions and on pages."""
    commands = tuple(dict.fromkeys(_commands(incident.standing)))
    lines = []
    if any(each.place == FOLDER and each.record is None for each in incident.standing):
        lines.append(
            f"Where a name holds a term it is shown as {HIDDEN}: put the real one there, from published/. "
            "Type such a command where nobody reads along."
        )
    if any(each.is_beside for each in incident.standing):
        lines.append("Notes stay when content is emptied, so what stands in a note goes without trace.")
    lines += [
        f"Take it out of {each.path} by hand."
        for each in incident.standing
        if each.place in {"docs", "mkdocs.yml", "redirects.yml"}
    ]
    lines += [
        f"A line of {LOCK} goes when what has the address is taken down without trace. "
        "Take out by hand what stays."
        for each in incident.standing
        if each.place == LOCK
    ]
    lines += [f"Remove {each.path}: it waits to be published." for each in incident.standing if _waits(each)]
    on_site = any(each.place == SITE for each in incident.standing)
    if on_site:
        lines.append("If this takes more than some minutes, take the whole site down first.")
        commands = (EVERYTHING, *commands)
    if not (lines or commands):
        lines.append("Nothing of it stands in what is published now.")
    return Step("Take it down", tuple(lines), commands)


def _commands(standing: tuple[Standing, ...]) -> Iterator[str]:
    for each in standing:
        if each.place != FOLDER:
            continue
        if each.record is None:
            steps = each.path.split("/")
            yield f"pages withdraw {'/'.join(steps[1:3])} --no-trace --now"
            continue
        name = "/".join(each.record)
        if each.is_beside:
            yield shlex.join(["pages", "withdraw", name, "--no-trace", "--now"])
        elif not each.is_newest:
            yield shlex.join(["pages", "withdraw", name, "--earlier", "--now"])
        elif each.parts:
            yield from (shlex.join(["pages", "withdraw", f"{name}/{part}", "--now"]) for part in each.parts)
        else:
            yield shlex.join(["pages", "withdraw", name, "--now"])


def _waits(each: Standing) -> bool:
    return each.path.startswith("data/")


def _purge(incident: Incident, address: str) -> Step:
    pages = [each.path for each in incident.standing if each.place == SITE]
    lines = [
        "Clear the caches of your host.",
        SEARCH_ENGINES,
        "Tell whoever has subscribed to or downloaded the data to delete their copies.",
    ]
    if pages:
        lines.append("The addresses concerned:")
        lines += [f"    {address}{path.removeprefix('site/').removesuffix('index.html')}" for path in pages]
    return Step("Purge caches and search engines", tuple(lines))


def _history(incident: Incident, remotes: tuple[str, ...]) -> Step:
    if not incident.has_history:
        return Step("History", ("There is no git history here to look through.",))
    if not incident.stood:
        return Step("History", ("The history of what is public does not hold it.",))
    sent = f" It is sent to: {', '.join(remotes)}." if remotes else ""
    lines = (
        f"The history holds it in {len(incident.stood)} versions of files.{sent}",
        REWRITE,
        "If it is private and only the built files were deployed, leave it, and write down that it is there.",
    )
    paths = dict.fromkeys(each.path for each in incident.stood if HIDDEN not in each.path)
    named = [argument for path in paths for argument in ("--path", path)]
    command = (shlex.join(["git", "filter-repo", "--invert-paths", *named]),) if named else ()
    return Step("History", lines, command)
