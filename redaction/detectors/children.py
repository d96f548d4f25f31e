"""Details that together point to one child or one person: dates of birth, ages with a place, pay."""

from __future__ import annotations

import re

from redaction.detectors.detector import DIGIT, Detector, in_a_sentence, matching

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth"),
    *("eighteenth", "nineteenth", "twentieth", "thirtieth"),
)
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[- ])?(?:{'|'.join(_ORDINALS)}))(?: day)?(?: of)?"
_DATE = (
    rf"(?:{_DAY}[ -]{_MONTH}\b(?:[.,]{{0,2}}[ -]'?\d{{2,4}})?"
    rf"|{_MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?:,? \d{{2,4}})?"
    r"|\d{1,2}(?: ?[./-] ?| )\d{1,2}(?: ?[./-] ?| )\d{2,4}|\d{4}[/.-]\d{1,2}[/.-]\d{1,2})"
)
_BIRTH = r"(?:d[./]? ?o[./]? ?b\b\.?|dates?[ -]of[ -]birth|birthdays?|birth[ -]?dates?)"
_BORN = rf"(?:born|b\.|EDD\b|{_BIRTH})"
"""Also of a child who is expected: the minutes of a case conference say EDD."""
_NO_YEAR = (
    r"(?:0?[1-9]|[12]\d|3[01]) ?{} ?(?:0?[1-9]|1[0-2])\b"
    r"(?! ?(?:an? )?(?:hours?|days?|weeks?|months?)\b|[/-]?\d)"
)
_NOT_MANY = r"(?<!babies )(?<!children )(?<!infants )(?<!those )"
_NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen)"
)
_SPAN = r"(?:day|week|wk|month|mth|year|yr)s?"
_OLD = rf"\b{_NUMBER}[- ]?(?:day|week|wk|month|mth|year|yr)[- ]old"
_ONE_CHILD = (
    r"\b(?:child|girl|boy|baby|infant|toddler|sister|brother|teenager|teen|youth|lad|lass"
    r"|schoolgirl|schoolboy|son|daughter|pupil)(?: [A-Z]\d?\b)?"
)
_AGE = (
    rf"(?:\b(?:aged?|age of) {_NUMBER}\b(?!(?: ?-| to) ?\d| (?:and|or) (?:over|above|under))"
    rf"|\bof {_NUMBER} {_SPAN}\b|\b{_NUMBER}[- ]{_SPAN}[- ]old\b"
    rf"|\b{_NUMBER} ?(?:y[./]?o\b|yrs? old\b)|{_OLD}\b|\bwho (?:is|was) (?!one\b){_NUMBER}(?=[,;)])"
    r"|\b(?:year reception|(?:year|yr|y) ?(?:[1-9]|1[0-3])) (?:girl|boy|child|pupil|lad)\b"
    r"|\b(?:girl|boy|son|daughter|lad),?(?: is| was)? in (?:year|yr|y) ?(?:[1-9]|1[0-3])\b"
    rf"|\b(?:turned|turning|was|is) (?!one\b){_NUMBER}(?= (?:in|on|when|at the time)\b)"
    rf"|{_ONE_CHILD}(?:, ?| ?\() ?{_NUMBER}(?: {_SPAN})?[,)]"
    rf"|{_ONE_CHILD} of (?!one\b|two\b){_NUMBER}(?=[,.;)]| [a-z]{{1,40}} ))"
)
_CHILDREN = (
    *("child", "girl", "boy", "baby", "infant", "toddler", "young person", "youth", "teenager", "pupil"),
    *("teen", "lad", "lass", "schoolgirl", "schoolboy", "newborn"),
    *("son", "daughter", "sister", "sisters", "brother", "brothers", "sibling", "siblings", "twin", "twins"),
    *("male", "female"),
)
"""What a child of a case is called."""

_SERVICES = r"youth (?:justice|offend|work|service|club|forum|council|team|centre|court)"
_CHILD = (
    rf"(?!{_SERVICES})(?:{'|'.join(_CHILDREN)})\b|{_OLD}s?(?= (?:from|at|in|of|near|who|was|is|had|has)\b)"
)
_PLACE = (
    r"\b(?:in|at|from|near|of|outside|moved to|attend(?:s|ed|ing)?) "
    r"(?!Year\b|Key\b|Reception\b|Stage\b|The\b|I\b)"
    r"[A-Z][\w'-]{1,40}(?: [A-Z][\w'-]{1,40}){0,5}"
)
"""A name after a preposition: of a place, or of a month."""

_PAY = (
    r"(?:salary|salaries|day rate|daily rate|hourly rate|fee|paid|pay|grade|remuneration|honorarium|stipend"
    r"|wages?|earns?|earned)"
)
_ROLE = (
    r"(?:scrutineer|chair|manager|officer|reviewer|author|consultant|director|coordinator|adviser|nurse|lead"
    r"|practitioner|social worker|trainer)"
)
_MONEY = (
    r"(?:(?:[£€]|\bGBP|\bEUR) ?\d[\d,]{0,15}(?:\.\d\d|k\b)?|\b\d[\d,]{0,15}(?:\.\d\d)? ?pounds\b"
    r"|\b[a-z]{1,20}(?:[ -](?:hundred|thousand|and|[a-z]{1,20}ty|[a-z]{1,20}teen)){1,8} pounds\b)"
)
_BARE = (
    r"\b(?:salary|(?:day|daily|hourly) rate|honorarium|stipend)(?: (?:of|is|was|at|to|be|will|set)){1,3}"
    r" (?:\d{1,3},\d{3}|\d{2,3})\b(?! ?%| per cent)"
)
"""Pay without a sign of money."""
_EACH = (
    r"(?:(?:\+ ?VAT |plus VAT )?"
    r"(?:(?:for )?(?:a|an|per|each) (?:day|hour|hr|week|wk|month|year|yr|annum|diem)\b"
    r"|daily\b|hourly\b|x ?\d{1,3} days\b)|/ ?(?:day|hour|hr|week|month|year)|p\.?[adh]\b)"
)

DETECTORS = (
    Detector(
        name="date-of-birth",
        words="what looks like a date of birth",
        find=matching(
            rf"(?:\b{_BORN}[^\n.;]{{0,25}}?|{_NOT_MANY}\bborn[^\n.;]{{0,80}}? on |\(b )(?P<found>{_DATE})"
            rf"|\b{_BIRTH}\W{{0,4}}\d{{6}}(?:\d\d)?\b"
            rf"|\b{_BIRTH}\W{{0,4}}{_NO_YEAR.format('[./-]')}|{_NOT_MANY}\bborn {_NO_YEAR.format('/')}"
            rf"|{_NOT_MANY}\bborn on {_NO_YEAR.format('[./-]')}"
            rf"|{_NOT_MANY}\bborn in (?:early |late )?{_MONTH} \d{{4}}",
            flags=re.IGNORECASE,
        ),
        signs=(
            (DIGIT, *_ORDINALS),
            ("born", "birth", "edd", "b.", "(b", "ob", "o b", "o.b", "o. b", "o/b"),
        ),
        found_in=(
            "DOB 4/11",
            "dob: 04-11",
            "born 4/11",
            "She was born on 4.11.",
            "EDD 12/03/2027",
            "(dob 120319)",
            "d/o/b 12/03/2019",
            "date-of-birth: 12-Mar-2019",
            "born on the twenty-second of March 2019",
            "(b 12/3/19)",
            "Her birthday is the 12th of March.",
            "born 2019/3/12",
            "He was born five weeks early at the infirmary in Wendale on 12 March 2019.",
            "The boy, born in March 2019, lives with an aunt.",
            "born \u0661\u0662/\u0663/\u0662\u0660\u0661\u0669",
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
            "born 1/2 an hour after the other, and born 3.5 weeks early",
            "The wedding of 12 March 2019",
            "Babies born 4/11 were weighed.",
            "The date of the meeting is 12 March 2026.",
            "Babies born in 2019 were weighed.",
            "Babies born in March 2019 were weighed at home.",
            "The idea was born of a talk; the first meeting was in May.",
        ),
    ),
    Detector(
        name="age-and-place",
        words="the age of a child beside a place or a month, which together can point to one",
        find=in_a_sentence(rf"(?i:\b{_CHILD})", _PLACE, rf"(?i:{_AGE})"),
        signs=(
            ("age", "old", "of ", "yo", "y/o", "y.o", DIGIT, "year", "who", "turn", "was", "is ", ",", "("),
            (*_CHILDREN, "old"),
        ),
        found_in=(
            "A nine-year-old from Millbrook School was seen.",
            "The 14yr old at Millbrook Academy",
            "The 14 year-old daughter attends Millbrook Academy.",
            "The girl, who is nine, lives in Millbrook.",
            "Child B, 9, from Millbrook",
            "Child B (9 yrs) of Millbrook",
            "9 y.o. boy at Millbrook",
            "A girl in Year 9 at Millbrook Academy was named.",
            "the Y9 boy at Millbrook Academy",
            "The lad (15) was moved to Wendale.",
            "The boy is aged 15. He lives in Millbrook.",
            "The boy (9) was seen at Millbrook Primary.",
            "The boy, 9, was at Millbrook Primary.",
            "a girl of nine from Millbrook",
            "The baby, 3 months, died in Millbrook.",
            "Twins aged two at Millbrook Nursery were seen.",
            "The child turned nine in March.",
            "A male aged 15 from Millbrook was charged.",
            "The youth, aged 15, of Millbrook",
            "a Year 9 girl at Millbrook School",
            "The girl, aged 14, went missing in March.",
            "A young person, 15yo, from Wharf Lane",
            "a girl aged 7 at Millbrook Primary was seen",
            "The boy, a 12-year-old from Ferry Street, went missing.",
            "A baby of Harbour Row, six months old, died.",
            "A baby of three months died in Millbrook.",
            "A three-month-old baby\ndied in Millbrook.",
        ),
        not_found_in=(
            "A girl aged 7 was heard. The group then met in Millbrook.",
            "Children aged 5 to 11 take part in every school.",
            "a girl aged 7 was heard",
            "The ten-year-old plan of Aldermere was read.",
            "The boy who is nine times champion of Wendale",
            "A pupil spoke about Year 9 in Wendale.",
            "pupils in Year 7 from every school",
            "The centre in Aldermere is ten years old.",
            "The Youth Justice Service works with those aged 10 to 17 in Aldermere.",
            "A child aged 16 or over in Wendale is asked.",
            "One child in nine at Millbrook goes without.",
            "A child of two parents in work in Wendale",
        ),
    ),
    Detector(
        name="pay-of-a-post",
        words="money beside the role of one person",
        find=in_a_sentence(
            rf"\b{_ROLE}\b",
            rf"{_MONEY} ?{_EACH}|\b{_PAY}\b[^\n£]{{0,30}}{_MONEY}|{_BARE}",
            flags=re.IGNORECASE,
        ),
        signs=(("£", "€", "gbp", "eur", "pounds", "salary", "rate", "honorarium", "stipend"),),
        found_in=(
            "The scrutineer's rate is £640 daily.",
            "The manager's salary of 51,000 was agreed.",
            "The scrutineer's day rate was set at 640.",
            "The chair receives \u20ac640 per day.",
            "The scrutineer asks for £640 + VAT per day.",
            "The scrutineer will invoice £640 x 30 days.",
            "The author works at £85 an hr.",
            "The social worker is paid £41,000.",
            "The scrutineer's day rate is 640 pounds.",
            "The scrutineer gets six hundred and forty pounds a day.",
            "The chair is paid GBP 640 a day.",
            "The scrutineer costs £640 pd.",
            "The chair's rate is £640/day.",
            "The business manager earns £51k.",
            "The chair of the group has a day rate of £640.",
            "The scrutineer is paid £612 a day.",
            "a fee of £4,150 for the reviewer",
            "The chair receives £350 per day.",
        ),
        not_found_in=(
            "The council pays £98,900 into the budget.",
            "Training costs £40 a day.",
            "The manager said that the day rate was 12 per cent lower.",
            "The chair gave £640 for eight days of training.",
            "The manager reported a saving of £2,000.",
        ),
    ),
)
