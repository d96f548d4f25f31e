"""Ways to reach or find somebody: telephone, e-mail, postcode, and places that are not public."""

from __future__ import annotations

import re

from redaction.detectors.detector import DIGIT, Detector, matching

HELPLINES = ("0800", "0808", "0300", "0303", "0330", "0333", "03")
"""Beginnings of numbers that belong to services, not to persons."""


def _is_personal(number: str) -> bool:
    if not any(sign.isdigit() for sign in number):
        return True
    abroad = re.sub(r"\D", "", number.upper().replace("O", "0"))
    digits = "0" + re.sub(r"^(?:00)?44(?=0?\d{9,10}$)", "", abroad).lstrip("0")
    return len(digits) in {10, 11} and not digits.startswith(HELPLINES) and len(set(digits[1:])) > 1


_SPOKEN = r"(?:zero|nought|oh|one|two|three|four|five|six|seven|eight|nine|double|treble|triple)"
"""How people write down the digits of a telephone number that somebody said."""


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
    "zoom.us/my",
    "zoom.us/w/",
    "zoom.us/wc/",
    ".webex.com/",
    "webex.com/meet",
    "meet.goto.com",
    "teams.cloud.microsoft",
    "safelinks.protection.outlook.com",
    "egress.com",
    "app.box.com",
    "trello.com/",
    "icloud.com",
    "we.tl/",
    "wetransfer.com",
    "smb://",
    "localhost",
    ".local/",
    "intranet.",
)
"""Places on the web that only some can open."""

_OWN_NETWORK = r"//(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)\d"
"""Addresses that only the computers of one building know."""

_HOST = "|".join(r"\blocalhost\b" if each == "localhost" else re.escape(each) for each in _HOSTS)
_FOLDERS = ("file://", "\\\\", ":\\", ":/", "/home/", "/users/", "/volumes/", "/mnt/")
"""Signs of a path on somebody's computer."""

_KEYS = ("passcode", "password", "access code", "host key", "pin")
_ONLINE = ("meeting", "conference", "webinar", "zoom", "webex", "teams")
"""What is said before the code that lets somebody into an online meeting, and before its number."""

_MAILBOX = r"[\w.%+'-]{1,64}"
_LABEL = r"[\w-]{1,63}"
"""The longest parts that an e-mail address may have."""

_DOT = r"(?: ?\.|,(?=(?:com|gov|net|nhs|org|co|uk)\b)| ?[\[({<] ?(?:dot|\.) ?[\])}>] ?)"
_AT = tuple(f"{bracket}{space}at" for bracket in "[({<" for space in ("", " "))

DETECTORS = (
    Detector(
        name="telephone-number",
        words="what looks like a telephone number",
        find=matching(
            r"(?<![\d.,/£-])(?<!\d )(?:(?:\(\+44\)|\+44|00 ?44|(?<!\w)44(?= 7)|0)(?:[ -]?\(0\))?"
            r"(?:[ -]?\d){9,10}"
            r"|\+44 ?\(\d{2,4}\)(?:[ -]?\d){6,8}|\(0\d{2,4}\)(?:[ -]?\d){6,8}"
            r"|0\d{2,4}(?:\.\d{3,4}\.?|/)\d{3,6}|(?<!\w)7\d{3} ?\d{3} ?\d{3})(?!\d|[.,-]\d)"
            rf"|\b(?:zero|nought|oh)(?:[ ,-]{{1,3}}{_SPOKEN}){{8,20}}\b"
            r"|(?<![\w.,/£-])07\d{3} ?[-:,_] ?\d{3}[ ,_-]?\d{3}(?!\w|[.,-]\d)"
            r"|(?<![\w.,/£-])[0O][127](?:[ -]?[\dO]){8,9}(?!\w|[.,-]\d)",
            _is_personal,
            re.IGNORECASE,
        ),
        signs=((DIGIT, "zero", "nought", "oh"),),
        found_in=(
            "O7700 900123",
            "077oo 9OO123",
            "07700 \u2013 900123",
            "07700,900,123",
            "(+44) 7700 900123",
            "00 44 7700 900123",
            "44 7700 900123",
            "+44 (7700) 900123",
            "07700/900123",
            "07700 900123/124",
            "her number, 7700 900123",
            "\u0660\u0667\u0667\u0660\u0660 900123",
            "Zero seven, double seven zero, nine zero zero, one two three",
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
            "O8OO 1111",
            "O300 123 1234",
            "0808 800 5000",
            "call 999 or 101",
            "2026-03-12",
            "£07700,900",
            "0300 123 1234",
            "ISBN 978 0 11 855930 3",
            "One, two, three, four, five, six, seven, eight and nine were the ratings.",
            "oh, one of the nine",
        ),
    ),
    Detector(
        name="e-mail-address",
        words="what looks like an e-mail address",
        find=matching(
            rf"(?:{_MAILBOX}+(?: ?@ ?| ?[\[({{<] ?(?:at|@) ?[\])}}>] ?| at (?={_LABEL} dot ))"
            rf"|{_MAILBOX}? ?-at- ?)"
            rf"{_LABEL}(?:(?:{_DOT}| ?-dot- ?| dot ){_LABEL}){{1,9}}"
            rf"|\b{_LABEL}(?:_at_|\.{_LABEL} at )[a-z\d-]{{1,63}}(?:(?:\.|_dot_)[a-z\d-]{{1,63}}){{1,9}}"
            r"|(?:(?<=\bemail )|(?<=\be-mail ))(?!(?:him|her|it|me|them|us|you)\b)"
            rf"{_LABEL} at {_LABEL}(?:\.{_LABEL}){{1,9}}",
            flags=re.IGNORECASE,
        ),
        signs=(("@", " dot ", "_at_", "-at-", " at ", *_AT), (".", "dot", ",")),
        found_in=(
            "quibble[at]example[.]org",
            "quibble[@]example.org",
            "quibble@example,org",
            "Send it by email quibble at example.org.",
            "**quibble**@example.org",
            "quibble <at> example <dot> org",
            "quibble -at- example -dot- org",
            "j_quibble_at_example_dot_org",
            "J.Quibble at example.org",
            "quibble@example .org",
            "quibble AT example DOT org",
            "quibble @ example.org",
            "write to j.quibble@example.org",
            "quibble [at] example.org",
            "quibble at example dot org",
            "quibble(at)example(dot)org",
        ),
        not_found_in=(
            "meet at the civic centre.",
            "look at example 3",
            "E-mail us at example.org, or call.",
            "@example",
            "at dot points",
            "The minutes are at example.org.",
            "It ended.They met at example.",
        ),
    ),
    Detector(
        name="postcode",
        words="what looks like a postcode",
        find=matching(
            r"(?<![\w/-])(?:(?i:ZZ ?99)[ .-]?\d(?i:[A-Z]{2})|(?i:GIR ?0AA)"
            r"|[A-Z]{1,2}\d[A-Z\d]?[ .-]?\d[ABD-HJLNP-UW-Z]{2}"
            r"|(?:[BEGLMNSW]|[A-Z]{2}) (?:\d\d|\d[A-Z]) ?\d ?[ABD-HJLNP-UW-Z]{2}"
            r"|[A-Z]{1,2}\d[A-Z\d]? \d [ABD-HJLNP-UW-Z]{2}"
            r"|[A-Z][a-z]?\d[a-z\d]? \d(?!st|nd|rd|th)[abd-hjlnp-uw-z]{2}"
            r"|[a-z]{1,2}\d(?:[a-z\d]? |[a-z\d])\d[abd-hjlnp-uw-z]{2})(?![\w/-])"
            r"|(?i:\bpost ?code\b[^\w\n]{0,4}(?:is |was )?)"
            r"(?P<found>(?i:[A-Z]{1,2} ?\d[A-Z\d]?[ .-]{0,3}\d ?[ABD-HJLNP-UW-Z]{2}))(?!\w)"
        ),
        signs=((DIGIT,),),
        found_in=(
            "lives at B 33 8 TH",
            "SW 1A 1 AA",
            "B33 8 TH",
            "B33-8TH",
            "**B33** 8TH",
            "_B33 8TH_",
            "\u041233 8\u0422\u041d",
            "b338th",
            "Sw1a 1aa",
            "zz99-3vz",
            "ZZ 99 3VZ",
            "GIR 0AA",
            "postcode: B 33 8th",
            "zz99 3vz",
            "ZZ993VZ",
            "SW1A 1AA",
            "at M1 1AE.",
            "EC1A1BB",
            "no address: ZZ99 3VZ",
            "lives at b33 8th",
        ),
        not_found_in=(
            "Annex B3 2 pages",
            "Annex B 33 8 pages",
            "Room C 12 3 UP",
            "WS 26 031 AB",
            "RES-2017-16",
            "D2",
            "A4 1st edition",
            "form E2 30CC",
            "Room E2 3rd floor",
            "mp3s",
        ),
    ),
    Detector(
        name="private-link",
        words="a link to a place that is not public",
        find=matching(
            rf"(?:(?:https?://)?(?<![\w.-])[\w.-]{{0,250}}?)?(?:{_HOST})[^\s)>\]]*|\bhttps?:{_OWN_NETWORK}[^\s)>\]]*"
            r"|file://\S+|\\\\[\w.-]{1,250}\\\S+|\b[A-Z]:\\\S+|\b[A-Z]:/(?!/)\S+"
            r"|(?<![\w/.:-])/(?:home|users|volumes|mnt)/\w\S*",
            flags=re.IGNORECASE,
        ),
        signs=((*_HOSTS, *_FOLDERS, "//1"),),
        found_in=(
            "https://eur02.safelinks.protection.outlook.com/?url=x",
            "https://aldermere.webex.com/meet/quibble",
            "https://aldermere.app.box.com/file/1",
            "https://we.tl/t-abc",
            "smb://server/share",
            "http://192.168.1.5/minutes",
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
            "Sign up at https://zoom.us/webinar/register, by Trello or on webex.com.",
            "the intranet of the council",
            "local plan",
            "Teams meeting",
        ),
    ),
    Detector(
        name="meeting-passcode",
        words="what looks like the way into an online meeting",
        find=matching(
            rf"(?:\b(?:{'|'.join(_KEYS)})(?: (?:is|was)\b)?[ :=-]{{1,3}}"
            r"(?=\S{0,20}\d|(?-i:[A-Z]{0,9}[a-z]{1,9}[A-Z]))"
            rf"|\b(?:{'|'.join(_ONLINE)}) (?:id|number|no|code)\b\.?(?: is\b)?[ :=-]{{1,3}}"
            r"(?=\d(?:[ -]?\d){8}))"
            r"(?P<found>\d(?:[ -]?\d){8,14}|[^\s,;()]{4,30})",
            flags=re.IGNORECASE,
        ),
        signs=((*_KEYS, *_ONLINE),),
        found_in=(
            "Passcode: k7Rp2q",
            "Passcode: kRpqzw",
            "Meeting ID: 385 221 907 114",
            "**Meeting ID:** 385 221 907 114 **Passcode:** k7Rp2q",
            "The password is Heron77.",
            "PIN 4417#",
            "access code 441702",
            "Phone conference ID: 417 220 118#",
        ),
        not_found_in=(
            "The password is changed every 90 days.",
            "Password: at least 12 characters",
            "Passcode: to be sent by e-mail",
            "In the opinion of the meeting number 12 was best.",
            "Meeting no. 14 of the year 2026",
            "a pin 2 cm long, and pins 44 mm",
        ),
    ),
)
