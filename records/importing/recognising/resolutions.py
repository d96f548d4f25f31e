"""Decisions as minutes print them: set apart by a word, or told in a sentence, with the vote on them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from records.importing.paragraphs.blocks import Block, Run, Spot, after

_KINDS = (
    (
        "rejected",
        r"rejected|not (?:agreed|approved|accepted|carried)|did not (?:agree|approve)|declined|lost",
    ),
    ("in-principle", r"in principle"),
    ("deferred", r"deferred|postponed"),
    ("ratified", r"ratif\w+"),
    ("adopted", r"adopt\w*"),
    ("approved", r"approv\w+|motion (?:carried|passed)"),
    ("recommended", r"recommend\w*"),
    ("resolved", r"resolv\w+"),
    ("agreed", r"agree\w*|accepted|endors\w+"),
    ("noted", r"noted"),
    ("decided", r"decid\w+|decision"),
)
_MARKED = re.compile(
    r"\s*[*\[(]*(?P<word>decisions?(?: (?:no\.? ?)?(?P<label>[A-Z]{0,5}[-/ ]?\d[\w./-]*))?|resolved"
    r"|resolution|agreed|it was resolved|it was agreed|recommendations?)"
    r"(?P<that>\s+that)?[*]*\s*(?P<sign>[:\u2013\u2014]|\s-\s|(?<=that)\s)[*\s]*(?P<text>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_CODED = re.compile(
    r"\s*(?P<code>RES-[A-Z][\w-]*|(?:[A-Z]{2,}-)?RES-\w+)\s+(?P<text>.+?)(?:\s+(?:[A-Z]{2,}-RES|RES)\s*)?",
    re.DOTALL,
)
_HEADING = re.compile(
    r"\W*(?:decisions?|resolved|agreed|it was (?:agreed|resolved)(?: that)?|resolutions?)\W*", re.IGNORECASE
)
_TOLD = re.compile(
    r"(?:^|(?<=[.;!?])\s+)(?P<sentence>(?:(?:(?:After|Following) [^.;]{3,60}?,? )?(?:[Ii]t|This|(?:The "
    r"|All )?(?:\w+ ){0,3}?(?:Board|Committee|Executive|Group|Partners|partners|Members|members"
    r"|Governors|governors|Trustees|Forum|Panel|meeting|[Rr]eport|[Pp]olicy|[Pp]aper|[Aa]ccounts"
    r"|[Mm]inutes)(?: [Mm]embers)?|The (?:Council|Partnership|Cabinet)|The [\w ,&/()-]{2,70}?(?= "
    r"(?:was|were|is|are) )|EC|Motion)\s+"
    r"(?:(?:was|were|has been|have been|therefore|also|then|all|voted (?:and )?|(?:noted|discussed"
    r"|considered|reviewed|received) and|unanimously|did not)\s+){0,4}"
    r"(?:unanimously )?(?:agreed(?: (?:and \w+|that|to|by|in|on))?|resolved|approved?|adopted|ratified"
    r"|endorse[sd]|accepted|decided))\b[^.;!?]*(?:\.(?=\d)[^.;!?]*)*[.;!?]?)"
)
_VOTED = re.compile(r"\W*(?:votes?|voting|result of (?:the )?vote)\b[^:]{0,20}:", re.IGNORECASE)
_NOT_ONE = re.compile(
    r"\b(?:if|whether|asked (?:if|whether|to agree|to approve)|to be (?:agreed|approved|finalised)"
    r"|should be agreed|had (?:already )?(?:been )?agreed|once|will be agreed|when|agreed with (?:this"
    r"|the) view|agreed the latest)\b",
    re.IGNORECASE,
)
_VOTE = re.compile(
    r"(?P<for>\d{1,3}|no|none|nil|zero)\s+(?:votes? )?(?:for|in favou?r)\b(?:[,;]?\s*(?:and "
    r")?(?P<against>\d{1,3}|no|none|nil|zero)\s+(?:votes? )?against\b)?(?:[,;]?\s*(?:and "
    r")?(?P<abstained>\d{1,3}|no|none|nil|zero)\s+abst\w+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Resolution:
    """A decision as it was found."""

    runs: tuple[Run, ...]
    spot: Spot
    kind: str = ""
    label: str = ""
    reference: str = ""
    implied: bool = False
    whole: bool = True
    """Whether it is all of its paragraph."""
    vote: tuple[tuple[str, str], ...] = ()


def opens_decisions(text: str) -> bool:
    """Return whether a line is nothing but the heading of decisions."""
    return _HEADING.fullmatch(text) is not None


def marked_decision(block: Block) -> Resolution | None:
    """Return the decision in a paragraph that begins with a word or a code for one."""
    text = block.text
    coded = _CODED.fullmatch(text)
    if coded:
        return _made(block.runs, block.spot, coded["text"], reference=coded["code"])
    found = _MARKED.fullmatch(text)
    if not found and _VOTED.match(text) and any(key != "unanimous" for key, _ in _votes(text)):
        return _made(block.runs, block.spot, text)
    if not found or found["text"].lower() in {"none", "none."}:
        return None
    is_key = found["sign"].strip() != "" and not found["word"].lower().startswith("it was")
    runs = after(block.runs, found.start("text")) if is_key else block.runs
    word = found["word"] if not found["word"].lower().startswith("decision") else found["text"]
    made = replace(_made(runs, block.spot, word, label=found["label"] or ""), implied=not is_key)
    return made if made.kind or not found["word"].lower().startswith("decision") else _kinded(made, "decided")


def _kinded(made: Resolution, kind: str) -> Resolution:
    return replace(made, kind=kind)


def listed_decision(block: Block, word: str) -> Resolution:
    """Return the decision in an entry under a heading of decisions."""
    return _made(block.runs, block.spot, word if not word.lower().startswith("decision") else block.text)


def told_decisions(block: Block) -> Iterator[Resolution]:
    """Yield the decisions that sentences tell: the Board agreed, it was resolved."""
    text = block.text
    for found in _TOLD.finditer(text):
        sentence = found["sentence"].strip()
        if _NOT_ONE.search(sentence) or sentence.endswith("?") or len(sentence.split()) < 4:
            continue
        made = _made((Run(sentence),), block.spot, sentence)
        whole = len(sentence) >= len(text.strip()) - 2
        runs = block.runs if whole else made.runs
        yield Resolution(runs, block.spot, made.kind, implied=True, whole=whole, vote=made.vote)


def _made(
    runs: tuple[Run, ...], spot: Spot, words: str, *, label: str = "", reference: str = ""
) -> Resolution:
    text = "".join(run.text for run in runs)
    return Resolution(
        runs,
        spot,
        _kind_of(words) or _kind_of(text),
        label,
        reference,
        vote=tuple(_votes(text)),
    )


def _kind_of(words: str) -> str:
    return next((kind for kind, form in _KINDS if re.search(rf"\b(?:{form})\b", words, re.IGNORECASE)), "")


def _votes(text: str) -> Iterator[tuple[str, str]]:
    found = _VOTE.search(text)
    if found:
        for key, name in (("in_favour", "for"), ("against", "against"), ("abstained", "abstained")):
            if found[name]:
                yield key, str(int(found[name])) if found[name].isdigit() else "0"
    if re.search(r"\bunanimous", text, re.IGNORECASE):
        yield "unanimous", "yes"
