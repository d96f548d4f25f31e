"""Ways to reach or find somebody: telephone, e-mail, postcode, and places that are not public."""

from __future__ import annotations

import re

from redaction.detectors.detector import DIGIT, Detector, matching

HELPLINES = ("0800", "0808", "0300", "0303", "0330", "0333", "03")
"""Beginnings of numbers that belong to services, not to persons."""


def _is_personal(number: str) -> bool:
    national = re.sub(r"^(?:\+44|0044)(?: ?\(0\))?", "0", number)
    digits = re.sub(r"\D", "", national)
    return len(digits) in {10, 11} and not digits.startswith(HELPLINES) and len(set(digits[1:])) > 1


_HOSTS = (
    "sharepoint.com",
    "onedrive.live.com",
    "onedrive.com",
    "1drv.ms",
    "drive.google.com",
    "docs.google.com",
    "dropbox.com",
    "box.com/s/",
    "teams.microsoft.com",
    "teams.live.com",
    "meet.google.com",
    "forms.office.com",
    "zoom.us/j",
    "localhost",
    ".local/",
    "intranet.",
)
"""Places on the web that only some can open."""

_HOST = "|".join(r"\blocalhost\b" if each == "localhost" else re.escape(each) for each in _HOSTS)
_FOLDERS = ("file://", "\\\\", ":\\", ":/", "/home/", "/users/", "/volumes/", "/mnt/")
"""Signs of a path on somebody's computer."""

_AT = tuple(f"{bracket}{space}at" for bracket in "[({" for space in ("", " "))

DETECTORS = (
    Detector(
        name="telephone-number",
        words="what looks like a telephone number",
        find=matching(
            r"(?<![\d.,/£-])(?:(?:\+44|0044|0)(?:[ -]?\(0\))?(?:[ -]?\d){9,10}|\(0\d{2,4}\)(?:[ -]?\d){6,8}"
            r"|0\d{2,4}\.\d{3,4}\.?\d{3,4})(?!\d|[.,/-]\d)",
            _is_personal,
        ),
        signs=((DIGIT,),),
        found_in=(
            "(01632) 960987",
            "07700.900.123",
            "ring 07700 900123",
            "+44 7700 900123",
            "(01632 960987)",
            "020 7946 0123",
            "+44 (0)7700 900123",
        ),
        not_found_in=(
            "Childline 0800 1111",
            "0808 800 5000",
            "call 999 or 101",
            "2026-03-12",
            "£07700,900",
            "0300 123 1234",
        ),
    ),
    Detector(
        name="e-mail-address",
        words="what looks like an e-mail address",
        find=matching(
            r"[\w.%+'-]{1,64}(?: ?@ ?| ?[\[({] ?at ?[\])}] ?| at (?=[\w-]+ dot ))"
            r"[\w-]+(?:(?:\.| ?[\[({] ?dot ?[\])}] ?| dot )[\w-]+)+",
            flags=re.IGNORECASE,
        ),
        signs=(("@", " dot ", *_AT),),
        found_in=(
            "quibble AT example DOT org",
            "quibble @ example.org",
            "write to j.quibble@example.org",
            "quibble [at] example.org",
            "quibble at example dot org",
            "quibble(at)example(dot)org",
        ),
        not_found_in=("meet at the civic centre.", "look at example 3", "@example", "at dot points"),
    ),
    Detector(
        name="postcode",
        words="what looks like a postcode",
        find=matching(
            r"(?<![\w/-])(?:(?i:ZZ99) ?\d(?i:[A-Z]{2})|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}"
            r"|[A-Z]{1,2}\d[A-Z\d]?\d[ABD-HJLNP-UW-Z]{2}"
            r"|[a-z]{1,2}\d[a-z\d]? \d[abd-hjlnp-uw-z]{2})(?![\w/-])"
        ),
        signs=((DIGIT,),),
        found_in=(
            "zz99 3vz",
            "ZZ993VZ",
            "SW1A 1AA",
            "at M1 1AE.",
            "EC1A1BB",
            "no address: ZZ99 3VZ",
            "lives at b33 8th",
        ),
        not_found_in=("Annex B3 2 pages", "RES-2017-16", "D2", "A4 1st edition", "form E2 30CC"),
    ),
    Detector(
        name="private-link",
        words="a link to a place that is not public",
        find=matching(
            rf"(?:https?://)?[\w.-]*(?:{_HOST})[^\s)>\]]*"
            r"|file://\S+|\\\\[\w.-]+\\\S+|\b[A-Z]:\\\S+|\b[A-Z]:/(?!/)\S+"
            r"|(?<![\w/.:-])/(?:home|users|volumes|mnt)/\w\S*",
            flags=re.IGNORECASE,
        ),
        signs=((*_HOSTS, *_FOLDERS),),
        found_in=(
            "https://docs.google.com/document/d/abc",
            "https://onedrive.live.com/?id=1",
            "S:/Safeguarding/minutes.docx",
            "/home/quibble/minutes.odt",
            "https://aldermere.sharepoint.com/sites/x",
            r"saved in \\server\share\minutes.docx",
            r"C:\Users\x\draft.docx",
            "https://teams.microsoft.com/l/meetup-join/abc",
            "http://intranet.aldermere.example/papers",
        ),
        not_found_in=(
            "https://example.org/strategy",
            "the intranet of the council",
            "local plan",
            "Teams meeting",
        ),
    ),
)
