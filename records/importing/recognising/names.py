"""Names as minutes print them: what looks like one, and what stands beside it."""
# ruff: noqa: SIM905 (a list of words reads better as one text)

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

TITLES = (
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev revd canon cllr councillor supt "
    "superintendent inspector insp sgt sergeant pc dc ds di dci dcc acc cc dsupt chief detective judge hon "
    "fr sister brother rt bishop archdeacon revd. father reverend baroness"
).split()
_NOT_NAMES = (
    "head director manager officer council police board team nurse chair clerk member members partner "
    "partners service services education health social care children childrens safeguarding partnership "
    "trust group committee lead adviser advisor coordinator co-ordinator designated named assistant deputy "
    "executive commissioner inspector constabulary county city borough district school college university "
    "authority nhs icb ccg foundation representative observer administrator business performance quality "
    "development strategic operations probation housing fire rescue public minutes minute apologies present "
    "attendance action actions item agenda meeting date time place venue vice principal headteacher "
    "consultant doctor gp governor trustee treasurer secretary support project programme finance legal "
    "strategy policy union office department ltd limited uk all none vacant vacancy tbc the a an of for "
    "and standards open data source software independent scrutineer association library libraries ward "
    "parish town integrated board's interim acting review early help youth justice voluntary sector "
    "welfare information corporate community chief general resources human it communications marketing "
    "received welcome introductions sent staff from with by to in via phone video teams zoom online hospital "
    "notes note any other matters arising next previous room hall house centre street road"
).split()
_POSTS = frozenset(
    "head lead nurse gp chief clerk chair chairman chairwoman chairperson minutes notes secretary support "
    "superintendent dsl trustee guest deputy consultant assistant representative observer member "
    "president co-chair vice-chair".split()
)
_BODIES = frozenset(
    "partner partners centre center water career carer other tower younger senior junior".split()
)
_DOER = re.compile(r"(?:er|or|ist|ian)s?$")
_NOT_NAME = frozenset(_NOT_NAMES)
_PARTICLES = frozenset(
    "de da di du der den van von la le al el bin ibn o' y e dos das del ap ab ter ten st".split()
)
_WORD = r"[^\W\d_]+(?:['\u2019.-][^\W\d_]+)*\.?"
_TOKENS = re.compile(rf"{_WORD}")
_PAREN = re.compile(r"\(\s*([^()]*?)\s*\)|\(\s*([^()]*)$")
_INITIALS = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][a-z]?|[A-Z]{2,4}|[A-Z]\.[A-Z]\.(?:[A-Z]\.)?")

CHAIRING = re.compile(
    r"\b(?P<word>acting chair|interim chair|independent chair|(?:joint |co-?)chair|chair(?:person|man"
    r"|woman|s|ed|ing)?)\b"
    r"(?!\s+of\b)(?!:)",
    re.IGNORECASE,
)
VICE = re.compile(r"\b(?:vice|deputy)[ -]*chair", re.IGNORECASE)
MINUTES = re.compile(
    r"\b(?:minutes?|minute[ -]?taker|notes?|note[ -]?taker|scribe|minuting|taking minutes)\b", re.IGNORECASE
)
CLERK = re.compile(r"\bclerk\b(?! of)", re.IGNORECASE)
PHONE = re.compile(
    r"\b(?:(?:via|by|on|over) (?:the )?(?:tele)?phone|tele-?conference|dial(?:led|ing)? in|by call"
    r"|conference call)\b",
    re.IGNORECASE,
)
VIDEO = re.compile(
    r"\b(?:(?:via|by|on|over) )?(?:video[ -]?(?:conf(?:erenc(?:e|ing))?|link|call)?|vc|ms teams|teams"
    r"|zoom|skype|webex|online|remote(?:ly)?|virtual(?:ly)?)\b",
    re.IGNORECASE,
)
DEPUTY = re.compile(
    r"\b(?:deputi[sz]ing for|deputy for|substituting for|substitute for|sub for|standing in for|on "
    r"behalf of|attending for|"
    r"representing(?: with authority from)?|for)\s+(?P<whom>.+)$",
    re.IGNORECASE,
)
PART = re.compile(
    r"\b(?:part(?: of)?(?: the)?(?: meeting)?|(?:for )?items?\s+[\d.,& and-]+(?: only)?|until \d.*"
    r"|from \d.*|left (?:at|after|for|during)\b.*|"
    r"arrived\b.*|joined (?:at|for|from)\b.*|(?:first|second|1st|2nd) half)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s+[-\u2013\u2014]\s+|\s*[-\u2013\u2014]\s+(?=[A-Z])|\s*:\s+|\t+|\s{3,}")


@dataclass(frozen=True, slots=True)
class Printed:
    """Somebody as a list of people prints them."""

    name: str
    initials: str = ""
    post: str = ""
    representing: str = ""
    roles: tuple[str, ...] = ()
    """`chair`, `vice`, `minutes`, `clerk`."""
    mode: str = ""
    part: str = ""
    deputy_for: str = ""
    note: str = ""
    title: str = ""
    """What is printed before the name: Dr, Cllr."""


def is_name(text: str) -> bool:
    """Return whether a text looks like the name of one person: two to five words with capitals, no post."""
    words = _TOKENS.findall(text.strip())
    if "," in text.strip(" ,"):
        return False
    if "".join(_TOKENS.split(text)).strip(" .,'\u2019"):
        return False
    words = [word for word in words if word.lower().strip(".") not in TITLES]
    plain = [word.lower().strip(".") for word in words]
    if not 2 <= len(words) <= 5:
        return (
            len(words) == 1 and words[0][:1].isupper() and bool(title_of(text)) and plain[0] not in _NOT_NAME
        )
    if any(word in _NOT_NAME for word in plain):
        return False
    return all(word[:1].isupper() or word.lower() in _PARTICLES for word in words) and not all(
        word.isupper() and len(word) < 5 for word in words
    )


def is_post(words: str) -> bool:
    """Return whether words name a post rather than a body: Head of Service, but not Kent Police."""
    plain = [word.lower().strip(".,") for word in _TOKENS.findall(words)]
    return any(
        word in _POSTS or (len(word) > 4 and _DOER.search(word)) for word in plain if word not in _BODIES
    )


def title_of(text: str) -> str:
    """Return the titles before a name: Dr, Chief Superintendent."""
    found: list[str] = []
    for word in text.split():
        if word.lower().strip(".") not in TITLES:
            break
        found.append(word)
    return " ".join(found)


def folded(name: str) -> str:
    """Return a name without titles, accents, case and signs, by which names are compared."""
    bare = name[len(title_of(name)) :] if title_of(name) else name
    apart = unicodedata.normalize("NFKD", bare)
    kept = "".join(sign for sign in apart if not unicodedata.combining(sign))
    kept = kept.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ß", "ss").replace("ı", "i")
    return " ".join(re.sub(r"[^a-z ]+", " ", kept.lower().replace("'", "").replace("\u2019", "")).split())


def initials_of(name: str) -> str:
    """Return the first letters of the words of a name, hyphened ones too."""
    return "".join(word[0] for word in folded(name).split()).upper()


def fits_initials(initials: str, name: str) -> bool:
    """Return whether letters can be the initials of a name, with others of its words between them."""
    letters = re.sub(r"[^a-z]", "", initials.lower())
    words = folded(name).split()
    if not letters or not words or letters[0] != words[0][0]:
        return False
    if letters == "".join(word[0] for word in words) or letters == words[0][0] + words[-1][0]:
        return True
    last = next((at for at in range(1, len(letters)) if words[-1].startswith(letters[at])), 0)
    rest = letters[last:] if last else ""
    return bool(rest) and _is_within(rest, words[-1]) and len(letters) <= 4


def _is_within(letters: str, word: str) -> bool:
    at = 0
    for letter in letters:
        at = word.find(letter, at) + 1
        if not at:
            return False
    return True


def printed(text: str, *, commas: bool = True) -> Printed | None:
    """Return who an entry of a list of people names, or None where it does not begin with a name.

    With `commas`, what follows a comma is post and body; else only brackets and dashes tell them apart.
    """
    deputy = DEPUTY.search(_PAREN.sub(lambda found: " " * len(found[0]), text))
    if deputy and deputy.start() and _ends_in_name(deputy["whom"].strip(" .")):
        return _deputy(
            text[: deputy.start()], text[deputy.start() :], _ends_in_name(deputy["whom"].strip(" ."))
        )
    brackets = [(found[1] if found[1] is not None else found[2]) or "" for found in _PAREN.finditer(text)]
    plain = _PAREN.sub(" \x00 ", text).strip(" ;,.\u2013-")
    first, rest = _first_and_rest(plain, commas=commas)
    swapped = False
    if not is_name(first) and rest and is_name(rest[0].replace("\x00", " ").strip()):
        first, rest, swapped = rest[0], [first, *rest[1:]], True
    first = first.replace("\x00", " ").strip()
    tail = ""
    if not is_name(first):
        head = _leading_name(first)
        if not head:
            return None
        tail = first[len(head) :].strip(" ,.-\u2013")
        first = head
    who = Printed(" ".join(first.split()), title=title_of(first))
    for words in (*brackets, *([tail] if tail else []), *rest):
        who = _with(who, " ".join(words.replace("\x00", " ").split()))
    return (
        replace(who, post="", representing=who.post)
        if swapped and not who.representing and not is_post(who.post)
        else who
    )


def _deputy(before: str, words: str, whom: str) -> Printed | None:
    """Return who came in somebody's place: the name nearest to the words that say so."""
    pieces = [piece for piece in re.split(r"\s[-\u2013\u2014]\s", before) if piece.strip()]
    for at in range(len(pieces) - 1, -1, -1):
        who = printed(pieces[at])
        if who is not None:
            body = " ".join(" ".join(pieces[:at]).split())
            note = " ".join(words.split()).strip(" .")
            return replace(who, deputy_for=whom, representing=who.representing or body, note=note)
    return None


def _first_and_rest(plain: str, *, commas: bool) -> tuple[str, list[str]]:
    pieces = _BETWEEN.split(plain)
    if commas:
        pieces = [part for piece in pieces for part in piece.split(",")]
    kept = [piece.strip() for piece in pieces if piece.replace("\x00", "").strip()]
    return (kept[0], kept[1:]) if kept else ("", [])


def _leading_name(text: str) -> str:
    """Return the name a text begins with, before a role without any sign between: `Ann Other Chair`."""
    words = text.split()
    for count in range(min(len(words) - 1, 6), 1, -1):
        after = words[count]
        known = after.lower().strip(".,'\u2019s") in _NOT_NAME or after[:1].islower() or CHAIRING.match(after)
        if known and is_name(" ".join(words[:count])):
            return " ".join(words[:count])
    return ""


def _with(who: Printed, words: str) -> Printed:
    """Return somebody with what is printed beside the name put where it belongs."""
    if not words:
        return who
    if _INITIALS.fullmatch(words) and not who.initials and fits_initials(words, who.name):
        return replace(who, initials=words)
    deputy = DEPUTY.search(words)
    if deputy and (is_name(deputy["whom"].split(",")[0]) or _ends_in_name(deputy["whom"])):
        return replace(
            who, deputy_for=_ends_in_name(deputy["whom"]) or deputy["whom"], note=_added(who.note, words)
        )
    if PHONE.search(words) or VIDEO.search(words):
        mode = "phone" if PHONE.search(words) else "video"
        left = (PHONE if mode == "phone" else VIDEO).sub("", words).strip(" ,-")
        who = replace(who, mode=mode, note=_added(who.note, words))
        return _with(who, left) if left and len(left) > 2 and not who.post else who
    roles = list(who.roles)
    if VICE.search(words):
        roles.append("vice")
    elif CHAIRING.search(words):
        roles.append("chair")
    if MINUTES.search(words):
        roles.append("minutes")
    elif CLERK.search(words):
        roles.append("clerk")
    who = replace(who, roles=tuple(dict.fromkeys(roles)))
    part = PART.fullmatch(words)
    if part:
        return replace(who, part=words)
    return _placed(who, words)


def _placed(who: Printed, words: str) -> Printed:
    if not who.post and is_post(words):
        return replace(who, post=words)
    if not who.representing:
        return replace(who, representing=words)
    if not who.post:
        return replace(who, post=words)
    return replace(who, note=_added(who.note, words))


def _ends_in_name(text: str) -> str:
    """Return the name that a text ends with, after posts and bodies; empty if there is none."""
    piece = re.split(r"\s[-\u2013]\s|,", text)[-1].strip(" .")
    if is_name(piece):
        return piece
    words = piece.split()
    return next(
        (" ".join(words[at:]) for at in range(1, len(words) - 1) if is_name(" ".join(words[at:]))), ""
    )


def _added(before: str, words: str) -> str:
    return f"{before}, {words}" if before else words
