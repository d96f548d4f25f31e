"""Actions as minutes print them, in a dozen forms, and news of earlier ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from records.importing.paragraphs.blocks import BULLET, Block, Run, Spot, after
from records.importing.paragraphs.dates import days_in
from records.importing.paragraphs.markers import label_of
from records.importing.recognising.rosters import INITIALS, Roster, is_person_or_body, meant, people_meant

_LABEL = r"(?:[A-Z]{1,6}[-/ ]?)?\d[\w./-]*"
_LEAD = re.compile(
    r"\s*[*\[(]*(?:new |agreed )?(?:actions?|ap)(?:[ -](?:points?|items?|required|arising|agreed|no\.?"
    r"|number|ref\.?))?"
    rf"(?:[ -]*(?P<label>{_LABEL}))?"
    r"(?:\s+(?:for|on|owner:?)\s+(?P<for>[^:()\u2013\u2014]{2,70}?)|\s*\((?:for |owner:? "
    r"?)?(?P<own>[^()]{1,70})\)|\s+(?P<bare>[A-Z][A-Za-z &/,.]{1,45}?))?"
    r"[*]*\s*(?:[:\u2013\u2014]|\s-|-\s)[*\s]*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERED = re.compile(rf"\s*ACTION[ -]*(?P<label>{_LABEL})[.:]?\s+(?P<text>[A-Z].*)", re.DOTALL)
_CODED = re.compile(
    r"\s*action[ -](?P<label>[A-Z]{1,6}(?:[-/]\d{1,4})+)[:.]?\s+(?P<text>.+)", re.IGNORECASE | re.DOTALL
)
_HEADING = re.compile(
    r"\W*(?:(?:new|agreed) )?actions?(?: points?| items?| required| arising| agreed)?\W*", re.IGNORECASE
)
_NONE = re.compile(r"\W*(?:none|nil|n/?a|no (?:new )?actions?.*)\W*", re.IGNORECASE)
_TRAILING = re.compile(
    r"[.;]?\s*[(\[]?\s*\b(?i:actions?)\s*(?:[:\u2013-]\s*"
    r"|\bfor\s+)(?P<owner>[A-Z][\w/,&.' -]{0,60}?)\s*[)\]]?\.?\s*$"
)
_OWNED = re.compile(
    r"\s*[(\[](?:(?:action|owner|lead)\s*[:\u2013-]?\s*)?(?P<owner>[A-Z][\w/,&.' -]{0,50})[)\]]\.?\s*$"
)
_TO = re.compile(
    r"\s*(?P<owner>[A-Z][^.:;!?]{0,90}?)(?:\s+(?P<modal>to|will|should|must|are to|is to|has been "
    r"asked to|was asked to)\s+)(?P<verb>[a-z]\w+)"
)
_NAMED = re.compile(r"\s*(?P<owner>[A-Z][^.:;!?]{0,50}?)\s*:\s+(?P<text>[A-Za-z].+)", re.DOTALL)
_AGREED = re.compile(
    r"(?:^|(?<=[.;!?])\s+)(?P<sentence>(?P<owner>[A-Z][\w'\u2019.-]*(?: [A-Z][\w'\u2019.-]*){0,3}(?: "
    r"and [A-Z][\w'\u2019.-]*(?: [A-Z][\w'\u2019.-]*){0,3})?)"
    r"\s+(?:(?:has |have )?(?:agreed|offered|undertook|undertaken|volunteered|committed|was asked|were "
    r"asked|was tasked|were tasked|has been asked)"
    r" to (?!(?:the|this|that|these|his|her|their|an?)\b)|will (?:liaise|send|circulate|arrange|write"
    r"|contact|provide|share|draft|check|chase|report back|follow up|raise|speak|discuss|email|brief"
    r"|update|be circulating)\b)[^.;!?]*[.;!?]?)"
)
_DUE = re.compile(
    r"\b(?:(?:by|before|no later than|due(?: by)?:?|deadline:?|for)\s+(?:the\s+)?(?P<words>(?:end of"
    r"|start of|next|following|close of)\s+[\w& ]{3,40}?(?=[.,;)]|$)|(?:the )?next meeting))"
    r"|\b(?P<soon>asap|as soon as possible|ongoing|immediately)\b",
    re.IGNORECASE,
)
_BY_DAY = re.compile(
    r"\b(?:by|before|no later than|due(?: by)?:?|deadline:?)\s+(?:the\s+)?(?:end of\s+)?$", re.IGNORECASE
)

STATUSES = (
    ("closed", r"closed?|action closed"),
    ("done", r"complete[d]?|done|discharged|achieved|actioned|completed and closed|this is complete"),
    ("in-progress", r"in progress|in hand|under ?way|started|partially complete[d]?|part complete"),
    (
        "carried-over",
        (
            r"carr(?:y|ied) (?:over|forward)|c/?f|ongoing|on-?going|remains? open|to remain open|deferred"
            r"|outstanding"
        ),
    ),
    ("overdue", r"overdue|late|red"),
    ("superseded", r"superseded"),
    ("dropped", r"dropped|no longer (?:required|needed)|withdrawn|cancelled"),
    ("no-update", r"no update"),
    ("open", r"open|not (?:yet )?started|to do|todo|pending|new"),
)
_STATUS = re.compile(
    r"\b(?:" + "|".join(f"(?P<{name.replace('-', '_')}>{form})" for name, form in STATUSES) + r")\b",
    re.IGNORECASE,
)
_STATED = re.compile(
    r"(?:(?:action|item|this)(?: (?:is|was|has been|now|to be|can be|remains?))*\s*[:\u2013-]?\s*|^\W*"
    r"|[.(\u2013-]\s*|\bnow\s+)"
    r"(?P<words>" + "|".join(form for _, form in STATUSES) + r")\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Task:
    """An action, or news of an earlier one, as it was found."""

    runs: tuple[Run, ...]
    spot: Spot
    label: str = ""
    owners: tuple[str, ...] = ()
    """Who is to do it, as printed: each may name several."""
    due: str = ""
    due_words: str = ""
    status: str = ""
    status_words: str = ""
    implied: bool = False
    form: str = ""
    """The name of the rule that found it."""
    note: str = ""
    guessed_owner: bool = False
    also: tuple[str, ...] = ()
    """Other wordings of it in the same minutes, as Markdown."""

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs).strip()


def opens_actions(text: str) -> bool:
    """Return whether a line is nothing but the heading of actions."""
    return _HEADING.fullmatch(text) is not None


def is_none(text: str) -> bool:
    """Return whether words say that there is no action."""
    return _NONE.fullmatch(text) is not None


def marked_action(block: Block, roster: Roster) -> Task | None:
    """Return the action in a paragraph that begins with the word; rule `leading word`.

    Its text is empty where only the owner follows, so that the paragraph before it is the action.
    """
    text = block.text
    found = _CODED.fullmatch(text) or _LEAD.fullmatch(text) or _NUMBERED.fullmatch(text)
    if not found or opens_actions(text):
        return None
    parts = found.groupdict()
    words = parts["text"].strip()
    if not words or is_none(words):
        return None
    owner = parts.get("for") or parts.get("own") or parts.get("bare") or ""
    if owner and not parts.get("for") and not _could_own(owner, roster):
        return None
    label = parts.get("label") or _label_before(block)
    runs = after(block.runs, found.start("text"))
    if not owner and len(words.split()) <= 6 and _is_owner(words, roster):
        return Task((), block.spot, label, (words,), form="owner alone")
    return _completed(
        Task(_unbracketed(text, runs), block.spot, label, (owner,) if owner else (), form="leading word"),
        roster,
    )


def _could_own(owner: str, roster: Roster) -> bool:
    return is_person_or_body(meant(owner.strip(), roster), owner) or len(people_meant(owner, roster)) > 1


def _unbracketed(text: str, runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return runs without the bracket that closes a whole action in brackets."""
    if text[:1] in "([" and text.rstrip(".")[-1:] in ")]" and runs:
        return (*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip().rstrip(".").rstrip(")]")))
    return runs


def _label_before(block: Block) -> str:
    """Return the number printed before a paragraph, if it is one of an action: `4.1`."""
    return (
        label_of(block.number)
        if block.number != BULLET and any(sign.isdigit() for sign in block.number)
        else ""
    )


def _is_owner(words: str, roster: Roster) -> bool:
    """Return whether words are nothing but who is to do something."""
    plain = words.strip(" .*")
    if _TO.match(plain) or not plain[:1].isupper():
        return False
    each = people_meant(plain, roster)
    return bool(each) and all(one.sure or INITIALS.fullmatch(one.party.get("name", "")) for one in each)


def trailing_owner(text: str, roster: Roster) -> tuple[str, str] | None:
    """Return a paragraph's words and its owner where it ends in `Action: XY`; rule `trailing word`."""
    found = _TRAILING.search(text)
    if found and found.start() > 10 and _is_owner(found["owner"], roster):
        return text[: found.start()].rstrip() + (
            "." if not text[: found.start()].rstrip().endswith(".") else ""
        ), found["owner"]
    return None


def margin_action(block: Block, roster: Roster) -> Task | None:
    """Return the action that an owner in a margin column makes of a paragraph; rule `margin`."""
    words = block.margin.strip(" *")
    lead = re.sub(r"(?i)^actions?(?: points?| by| for)?\s*[:\u2013-]?\s*", "", words)
    if not lead or is_none(words):
        return None
    label = re.match(rf"(?P<label>{_LABEL})\s*[:\u2013-]?\s+", lead)
    owner = lead[label.end() :] if label else lead
    if len(owner.split()) > 6 or not all(
        is_person_or_body(one, one.party.get("name", "")) for one in people_meant(owner, roster)
    ):
        return None
    return _completed(
        Task(block.runs, block.spot, label["label"] if label else "", (owner,), form="margin"), roster
    )


def listed_action(block: Block, roster: Roster, *, listed: bool) -> Task | None:
    """Return the action in an entry under a heading of actions, or in any that says who is `to` do what.

    Rules `listed` and `somebody to do`. Outside a list of actions only people of the meeting count.
    """
    text = block.text
    found = _TO.match(text)
    owner = found["owner"] if found else ""
    if listed:
        return _completed(Task(block.runs, block.spot, _label_before(block), form="listed"), roster)
    if not found or found["modal"] not in {"to", "are to", "is to"} or len(text.split()) > 60:
        return None
    each = people_meant(owner, roster)
    if each and all(one.sure for one in each):
        return _completed(
            Task(block.runs, block.spot, _label_before(block), (owner,), form="somebody to do"), roster
        )
    return None


def implied_actions(block: Block, roster: Roster) -> tuple[Task, ...]:
    """Return what people of the meeting agreed to do in a sentence; rule `agreed to`."""
    found: list[Task] = []
    for match in _AGREED.finditer(block.text):
        each = people_meant(match["owner"], roster)
        if each and all(one.sure and one.party.get("who") != "all" for one in each):
            runs = (Run(match["sentence"].strip()),)
            found.append(
                replace(
                    _completed(Task(runs, block.spot, "", (match["owner"],), form="agreed to"), roster),
                    implied=True,
                )
            )
    return tuple(found)


def _completed(task: Task, roster: Roster) -> Task:
    """Return an action with the owner and the day that its own words give."""
    text = task.text
    owners = task.owners
    guessed = False
    if not owners:
        owner, guessed = _owner_in(text, roster)
        owners = (owner,) if owner else ()
    due, words = due_in(text)
    return replace(
        task, owners=owners, guessed_owner=guessed, due=task.due or due, due_words=task.due_words or words
    )


def _owner_in(text: str, roster: Roster) -> tuple[str, bool]:
    """Return who is to do something by its own words, and whether that is only likely."""
    for form, sure in ((_OWNED, False), (_TO, True), (_NAMED, False)):
        found = form.search(text) if form is _OWNED else form.match(text)
        if not found:
            continue
        owner = re.sub(
            r"^(?:if|when|once|after|following)\b.*", "", found["owner"], flags=re.IGNORECASE
        ).strip(" ,")
        each = people_meant(owner, roster)
        if owner and each and all(is_person_or_body(one, one.party.get("name", "")) for one in each):
            return owner, not sure and not all(one.sure for one in each)
        if sure and owner and len(owner.split()) <= 8 and found["modal"] == "to":
            return owner, True
    return "", False


def due_in(text: str) -> tuple[str, str]:
    """Return by when something is due: a day, and words where there is none."""
    for day in days_in(text):
        if _BY_DAY.search(text[: day.start]):
            return day.day, ""
    found = _DUE.search(text)
    if not found:
        return "", ""
    return "", (found["words"] or found["soon"] or found[0]).strip(" .,;")


def status_in(text: str) -> tuple[str, str]:
    """Return the status that words give an action, and the words; empty for none.

    What is said at the end of the text goes first, for there minutes put it; else the last such word counts.
    """
    every = list(_STATUS.finditer(text))
    found = _STATED.search(text) or (every[-1] if every else None)
    if not found:
        return "", ""
    words = found.groupdict().get("words") or found[0]
    match = _STATUS.search(words)
    if match is None:
        return "", ""
    return next(name for name, _ in STATUSES if match[name.replace("-", "_")]), words.strip(" .()\u2013-")
