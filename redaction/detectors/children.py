"""Details that together point to one child or one person: dates of birth, ages with a place, pay."""

from __future__ import annotations

import re

from redaction.detectors.detector import DIGIT, Detector, in_a_sentence, matching

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}\.?,? '?\d{{2,4}}"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?,? \d{{2,4}}"
    r"|\d{1,2}(?: ?[./-] ?| )\d{1,2}(?: ?[./-] ?| )\d{2,4}|\d{4}[/.-]\d{2}[/.-]\d{2})"
)
_BORN = r"(?:born|b\.|d\.? ?o\.? ?b\b\.?|dates? of birth|birthdays?|birth ?dates?)"
_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen)"
)
_SPAN = r"(?:day|week|month|year)s?"
_AGE = (
    rf"(?:\b(?:aged?|age of) {_NUMBER}\b|\bof {_NUMBER} {_SPAN}\b|\b{_NUMBER}[- ]{_SPAN}[- ]old\b"
    rf"|\b{_NUMBER} ?(?:y/?o|yrs? old)\b)"
)
_CHILD_SIGNS = (
    "child",
    "girl",
    "boy",
    "baby",
    "infant",
    "toddler",
    "sister",
    "brother",
    "sibling",
    "twin",
    "young person",
    "teenager",
    "son",
    "daughter",
    "pupil",
)
_CHILD = rf"(?:{'|'.join(_CHILD_SIGNS)})"
_PLACE = (
    r"\b(?:in|at|from|near|of) (?!Year\b|Key\b|Reception\b|Stage\b|The\b|I\b)[A-Z][\w'-]+(?: [A-Z][\w'-]+)*"
)
"""A name after a preposition: of a place, or of a month."""

_PAY = r"(?:salary|salaries|day rate|daily rate|hourly rate|fee|paid|pay|grade|remuneration)"
_ROLE = (
    r"(?:scrutineer|chair|manager|officer|reviewer|author|consultant|director|coordinator|adviser|nurse|lead)"
)
_MONEY = r"£ ?\d[\d,]*(?:\.\d\d)?"
_EACH = r"(?:a|an|per|each) (?:day|hour|week|month|year|annum)"

DETECTORS = (
    Detector(
        name="date-of-birth",
        words="what looks like a date of birth",
        find=matching(rf"\b{_BORN}[^\n.;]{{0,25}}?(?P<found>{_DATE})", flags=re.IGNORECASE),
        signs=((DIGIT,), ("born", "birth", "b.", "ob", "o b", "o.b", "o. b")),
        found_in=(
            "born on Tuesday the 12th of March 2019",
            "(b. 12.3.2019)",
            "DOB 12 03 2019",
            "d o b 12/3/19",
            "born 12 Mar '19",
            "Date of birth - 2019/03/12",
            "born on 12 March 2019",
            "DOB 12/03/2019",
            "d.o.b. 12.3.19",
            "date of birth: 2019-03-12",
            "her birthday, the 12th of March 2019",
            "was born March 12th, 2019",
        ),
        not_found_in=(
            "born in a hard year",
            "The date of the meeting is 12 March 2026.",
            "Babies born in 2019 were weighed.",
        ),
    ),
    Detector(
        name="age-and-place",
        words="the age of a child beside a place or a month, which together can point to one",
        find=in_a_sentence(rf"(?i:\b{_CHILD}\b)", _PLACE, rf"(?i:{_AGE})"),
        signs=(("age", "old", "of ", "yo", "y/o"), _CHILD_SIGNS),
        found_in=(
            "The girl, aged 14, went missing in March.",
            "A young person, 15yo, from Wharf Lane",
            "a girl aged 7 at Millbrook Primary was seen",
            "The boy, a 12-year-old from Ferry Street, went missing.",
            "A baby of Harbour Row, six months old, died.",
            "A baby of three months died in Millbrook.",
            "A three-month-old baby\ndied in Millbrook.",
        ),
        not_found_in=(
            "Children aged 5 to 11 take part in every school.",
            "a girl aged 7 was heard",
            "pupils in Year 7 from every school",
            "The centre in Aldermere is ten years old.",
        ),
    ),
    Detector(
        name="pay-of-a-post",
        words="money beside the role of one person",
        find=in_a_sentence(
            rf"\b{_ROLE}\b", rf"{_MONEY} ?{_EACH}\b|\b{_PAY}\b[^\n£]{{0,30}}{_MONEY}", flags=re.IGNORECASE
        ),
        signs=(("£",),),
        found_in=(
            "The chair of the group has a day rate of £640.",
            "The scrutineer is paid £612 a day.",
            "a fee of £4,150 for the reviewer",
            "The chair receives £350 per day.",
        ),
        not_found_in=(
            "The council pays £98,900 into the budget.",
            "Training costs £40 a day.",
            "The manager reported a saving of £2,000.",
        ),
    ),
)
