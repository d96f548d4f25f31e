"""The hand-written pages in docs/, which reach the public without an edition and so are read strictly.

Only what is known to be harmless passes: Markdown without HTML, calls of our macros with plain
arguments, images and style sheets of our own.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import jinja2
import yaml
from jinja2 import nodes

from editions.entities import unescape
from editions.kinds import PUBLIC_KINDS
from editions.marks import MARK, is_public
from macros.pages import Page
from macros.project_files import project_messages as messages
from macros.project_files.allowed_settings import DOCS, IMAGES
from problems import Place, Problem, Wording, in_order
from problems.leavings import is_left_behind

IMAGE_FOLDER = "images"
STYLE_FOLDER = "styles"
LARGEST = 1_000_000
"""How many bytes a page may have."""

MOST_BRACKETS = 5_000
"""How many opening brackets, or braces, a page may have: the time for them grows with their square."""

RESERVED = frozenset(
    {
        *PUBLIC_KINDS,
        "404",
        "actions",
        "changes",
        "data",
        "decisions",
        "partners",
        "priorities",
        "recommendations",
        "search",
        "withheld",
    }
)
"""Folders in which only pages of records and data stand, so that no other page takes such an address."""

FRONT_MATTER = frozenset({"title", "description", "hide"})
HIDEABLE = frozenset({"navigation", "toc", "footer"})

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)?")
_CALL = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:(?: *[#.][a-z][a-z0-9-]*)+ *\}")
_TAG = re.compile(r"<(?![a-z][a-z0-9+.-]*:[^\s<>]*>|[\w.+-]+@[\w.-]+>)(?!!--)[/?!a-z]", re.IGNORECASE)
_COMMENT = re.compile(r"<!--|-->")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_META = re.compile(r"\s*[A-Za-z0-9_-]+:")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*\n", re.DOTALL)
_FRONT_LINE = re.compile(r"(?:[a-z_]+:(?: [^#\n]*)?|(?:  )?- [a-z]+)")
_ADDRESSES = re.compile(
    r"(?P<image>!?)\[(?:[^\[\]]|\[[^\]]*\])*\]\(\s*<?(?P<inline>[^)\s>]*)"
    r"|\]\(\s*<?(?P<odd>[^)\s>]*)"  # Behind a label that holds brackets of its own, perhaps in code.
    r"|\[[^\[\]]+\]:\s*<?(?P<defined>[^\s>]*)"
    r"|<(?P<auto>[A-Za-z][\w+.-]*:[^>\s]*)>",
    re.MULTILINE,
)
_IMAGE_BY_NAME = re.compile(r"!\[(?![^\[\]]*\]\()")
_ALLOWED = re.compile(
    r"https?://[^\s/@\\]+(?:/[^\s\\]*)?|mailto:[^\s:/\\]+|tel:[+0-9-]+|#[\w-]*|/?(?!/)[\w./-]+(?:#[\w-]*)?"
)
_STYLE_FETCHES = re.compile(
    r"/\*|@import|url\(\s*[\"']?\s*(?:[a-z][a-z0-9+.-]*:|//)|\\|expression\(", re.IGNORECASE
)
_BEGINNINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
    ".ico": (b"\x00\x00\x01\x00",),
}


def check(docs: Path, names: Collection[str]) -> tuple[Problem, ...]:
    """Return all that is wrong with the folder of hand-written pages.

    `names` are those of the macros. A folder that is missing has no problems.
    """
    return in_order(_problems(docs, names)) if docs.is_dir() else ()


def clashes(docs: Path, pages: Iterable[Page], attachments: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Return the hand-written pages and files that take an address which is not theirs.

    One may stand in the place of a generated page if it calls that page's macro. Where a record has no
    edition there is no generated page, and so nothing to take the place of.
    """
    generated = {page.path: page for page in pages}
    problems = [
        messages.DOCUMENT_OF_PAPER.at(Place(f"{DOCS}/{name}"))
        for name in attachments
        if (docs / name).exists()
    ]
    for path in sorted(docs.rglob("*.md")) if docs.is_dir() else ():
        name = path.relative_to(docs).as_posix()
        place = Place(f"{DOCS}/{name}")
        page = generated.get(name)
        if page is None:
            if PurePosixPath(name).parts[0].removesuffix(".md") in RESERVED:
                problems.append(messages.PAGE_RESERVED.at(place))
            continue
        wanted = Call(page.macro, (page.argument,) if page.argument else ())
        if wanted not in calls(_text(path) or ""):
            problems.append(messages.PAGE_WITHOUT_RECORD.at(place, macro=page.macro))
    return tuple(problems)


def without_logo(docs: Path, logo: str) -> tuple[Problem, ...]:
    """Return the problem of a partnership that names a logo which docs/ does not hold; "" is no logo."""
    return () if (docs / logo).exists() else (messages.LOGO_MISSING.at(Place(DOCS)),)


def calls(text: str) -> tuple[Call, ...]:
    """Return the macro calls of a page, in order."""
    return tuple(call for match in _CALL.finditer(text) if (call := _call(match[0])) is not None)


def _problems(docs: Path, names: Collection[str]) -> Iterator[Problem]:
    for path in sorted(docs.rglob("*")):
        relative = path.relative_to(docs)
        place = Place(f"{DOCS}/{relative.as_posix()}")
        if path.is_symlink():
            yield messages.DOCUMENT_LINK.at(place)
        elif is_left_behind(path.name) and path.is_file():
            continue  # A build leaves it where it is.
        elif not _NAME.fullmatch(path.name):
            yield messages.DOCUMENT_NAME.at(place)
        elif path.is_file() and path.suffix == ".md":
            text = _text(path)
            if text is None:
                yield messages.DOCUMENT_UNREADABLE.at(place)
            else:
                yield from _page_problems(text, place, names, docs)
        elif path.is_file():
            wording = _wrong_with_asset(path, relative.parts[0])
            if wording is not None:
                yield wording.at(place)


def _wrong_with_asset(path: Path, folder: str) -> Wording | None:
    """Return what is wrong with a file that is not a page, if anything."""
    if folder == IMAGE_FOLDER and path.suffix in IMAGES:
        with path.open("rb") as stream:
            genuine = stream.read(8).startswith(_BEGINNINGS[path.suffix])
        return None if genuine else messages.DOCUMENT_NOT_AN_IMAGE
    if folder == STYLE_FOLDER and path.suffix == ".css":
        style = _text(path)
        harmless = style is not None and is_public(style) and not _STYLE_FETCHES.search(style)
        return None if harmless else messages.DOCUMENT_STYLE
    return messages.DOCUMENT_UNKNOWN


def _text(path: Path) -> str | None:
    """Return the text of a file, or None when it is too large or not UTF-8."""
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig").replace("\r\n", "\n") if len(raw) <= LARGEST else None
    except (OSError, UnicodeDecodeError):
        return None


Finding = tuple[int, Wording, str]
"""Where in a text, what, and the advice that its remedy needs, if any."""


def _page_problems(text: str, place: Place, names: Collection[str], docs: Path) -> Iterator[Problem]:
    if max(text.count(sign) for sign in "[{") > MOST_BRACKETS:
        yield messages.DOCUMENT_BRACKETS.at(place, most=MOST_BRACKETS)
        return
    if not _is_good_beginning(text):
        yield messages.DOCUMENT_FRONT_MATTER.at(Place(place.file, 1))
    for position, wording, advice in (
        *_found_signs(text),
        *_found_calls(text, names),
        *_found_addresses(text, place, docs),
    ):
        at = Place(place.file, text.count("\n", 0, position) + 1)
        yield wording.at(at, advice=advice) if advice else wording.at(at)


def _found_signs(text: str) -> Iterator[Finding]:
    """Yield marks, comments, tags, conflicts of versions and control characters."""
    position = 0
    for line in text.splitlines(keepends=True):
        if MARK.search(line) or not is_public(line):
            yield position, messages.DOCUMENT_MARK, ""
        position += len(line)
    for pattern, wording in (
        (_COMMENT, messages.DOCUMENT_COMMENT),
        (_TAG, messages.DOCUMENT_HTML),
        (_CONFLICT, messages.DOCUMENT_IN_CONFLICT),
        (_CONTROL, messages.DOCUMENT_CONTROL),
    ):
        yield from ((match.start(), wording, "") for match in pattern.finditer(text))


def _found_calls(text: str, names: Collection[str]) -> Iterator[Finding]:
    """Yield braces that are not the call of a known macro."""
    for match in _CALL.finditer(text):
        call = _call(match[0])
        if call is None:
            yield match.start(), messages.DOCUMENT_CALL, ""
        elif call.name not in names:
            yield match.start(), messages.DOCUMENT_MACRO, _advice(call.name, names)
    rest = _ATTRIBUTES.sub(_blank, _CALL.sub(_blank, text))
    yield from ((match.start(), messages.DOCUMENT_BRACE, "") for match in re.finditer(r"[{}]", rest))


def _found_addresses(text: str, place: Place, docs: Path) -> Iterator[Finding]:
    """Yield images that are not ours, and links that lead where none may."""
    front = _FRONT.match(text)
    for match in _ADDRESSES.finditer(text, front.end() if front else 0):
        address = unescape(match["inline"] or match["odd"] or match["defined"] or match["auto"] or "")
        if match["image"]:
            if not _is_our_image(address, place, docs):
                yield match.start(), messages.DOCUMENT_IMAGE, ""
        elif not _ALLOWED.fullmatch(address):
            yield match.start(), messages.DOCUMENT_ADDRESS, ""
    yield from ((match.start(), messages.DOCUMENT_IMAGE, "") for match in _IMAGE_BY_NAME.finditer(text))


def _is_good_beginning(text: str) -> bool:
    """Return whether a page begins with settings that it may have, or with none.

    MkDocs also takes a first line such as `note: …` as a setting of the page, so none may stand there.
    """
    match = _FRONT.match(text)
    if match is None:
        return not text.startswith("---") and not _META.match(text)
    lines = match[1].splitlines()
    if not all(_FRONT_LINE.fullmatch(line) for line in lines) or re.search(r"[<>{}\"]", match[1]):
        return False
    try:
        values = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError):  # ValueError: a day that the calendar does not have.
        return False
    if not isinstance(values, dict) or not set(values) <= FRONT_MATTER:
        return False
    hidden = values.get("hide", [])
    texts = all(isinstance(values.get(key, ""), str) for key in ("title", "description"))
    return texts and isinstance(hidden, list) and all(each in HIDEABLE for each in hidden)


def _is_our_image(address: str, place: Place, docs: Path) -> bool:
    """Return whether an address, as written on a page, is that of an image in docs/."""
    if not re.fullmatch(r"[\w./-]+", address) or address.startswith("//"):
        return False
    page = docs.parent / place.file
    path = (docs / address.lstrip("/")) if address.startswith("/") else page.parent / address
    path = path.resolve()
    return path.is_relative_to(docs.resolve()) and path.suffix in IMAGES and path.is_file()


@dataclass(frozen=True, slots=True)
class Call:
    """The call of a macro on a page."""

    name: str
    arguments: tuple[object, ...] = ()
    """The arguments without a name, in order."""


def _call(expression: str) -> Call | None:
    """Return the call that an expression in double braces is, if it is one call with plain arguments."""
    try:
        body = jinja2.Environment(autoescape=True).parse(expression).body
    except (jinja2.TemplateSyntaxError, RecursionError):
        return None
    output = body[0] if len(body) == 1 else None
    call = output.nodes[0] if isinstance(output, nodes.Output) and len(output.nodes) == 1 else None
    if not isinstance(call, nodes.Call) or not isinstance(call.node, nodes.Name):
        return None
    arguments = [*call.args, *(each.value for each in call.kwargs)]
    if call.dyn_args or call.dyn_kwargs or not all(_is_plain(each) for each in arguments):
        return None
    return Call(call.node.name, tuple(each.as_const() for each in call.args))


def _is_plain(argument: nodes.Node) -> bool:
    if isinstance(argument, (nodes.List, nodes.Tuple)):
        return all(_is_plain(each) for each in argument.items)
    return isinstance(argument, nodes.Const)


def _advice(name: str, names: Collection[str]) -> str:
    """Return the macros that may have been meant, else all of them."""
    close = difflib.get_close_matches(name, names, n=1)
    if close:
        return f"Did you mean {close[0]}?"
    return f"The macros are {', '.join(sorted(names))}." if names else "There are no macros."


def _blank(match: re.Match[str]) -> str:
    """Return spaces as long as what was found, so that positions stay the same."""
    return re.sub(r"[^\n]", " ", match[0])
