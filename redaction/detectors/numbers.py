"""Numbers that stand for one person: of the health service, schools, tax, and of cases."""

from __future__ import annotations

import re

from stdnum.gb import nhs, upn, utr

from redaction.detectors.detector import DIGIT, Detector, matching

_NO_DIGIT = r"(?<![\d.,/-])"
_END = r"(?![\d]|[.,/-]\d)"


def _varied(number: str) -> bool:
    """Return whether a number has different digits; one digit repeated passes every check sum."""
    return len({sign for sign in number if sign.isdigit()}) > 1


def _bare(number: str) -> str:
    """Return a number without what parts it."""
    return re.sub(r"[^0-9A-Za-z]", "", number).upper()


def _is_nhs_number(number: str) -> bool:
    plain = _bare(number).replace("O", "0")
    return _varied(plain) and bool(nhs.is_valid(plain))


def _is_pupil_number(number: str) -> bool:
    return _varied(number) and bool(upn.is_valid(_bare(number)))


def _is_tax_reference(number: str) -> bool:
    return _varied(number) and bool(utr.is_valid(_bare(number)))


_FILES = ("case", "crime", "incident", "referral", "family", "child", "file", "police", "court")
_PERSONS = ("occurrence", "hospital", "client", "patient", "person", "notification")
_SYSTEMS = ("mosaic", "lcs", "liquidlogic", "liquid logic", "ehm", "niche", "systmone", "rio")
_YEAR = r"(?:19|20)\d\d(?:[/-]\d\d)?(?![\w/-])"
_SYSTEM = rf"(?:{'|'.join(_SYSTEMS)})"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_CASE_NUMBER = r"[A-Z0-9][A-Z0-9/-]{0,30}\d{2}[A-Z0-9/-]{0,30}"
_INSURANCE = r"[A-CEGHJ-PR-TW-Z] ?[A-CEGHJ-NPR-TW-Z](?:[ ./-]?\d){6}"
_WORD = r"(?:am|an|as|at|be|by|he|me|my|on|re|we|ye)"
"""Words of two letters that could begin a National Insurance number before a date in digits."""

DETECTORS = (
    Detector(
        name="nhs-number",
        words="what looks like an NHS number",
        find=matching(
            rf"(?:{_NO_DIGIT}\d{{3}}(?: ?[.-] ?| )?\d{{3}}(?: ?[.-] ?| )?\d{{4}}{_END}"
            r"|(?i:\bNHS\b[^\d\n]{0,25}?)(?P<found>(?:\d|(?<![^\W\d])[Oo])(?:[ ./-]{0,3}[\dOo]){9})(?![\dOo])"
            rf"|{_NO_DIGIT}\d(?: \d){{9}}(?! ?\d)"
            r"|(?<![\w.,/-])[\dOo]{3}[ -]?[\dOo]{3}[ -]?[\dOo]{4}(?!\w))",
            _is_nhs_number,
        ),
        signs=((DIGIT,),),
        found_in=(
            "NHS no. 65O 000 OO13",
            "(65O 000 0o13)",
            "NHS no. 9 4 3 4 7 6 5 9 1 9",
            "His number is 9 4 3 4 7 6 5 9 1 9.",
            "NHS number/94347 65919/2",
            "943 - 476 - 5919",
            "NHS number **943** 476 5919",
            "\u0669\u0664\u0663 \u0664\u0667\u0666 \u0665\u0669\u0661\u0669",
            "943.476.5919",
            "NHS number 943 476 5919.",
            "(9434765919)",
            "see 943-476-5919 for more",
            "９４３ ４７６ ５９１９",
        ),
        not_found_in=(
            "943 476 5918",
            "000 000 0000",
            "65O 000 OO15",
            "NHS Wendale, OOO OOO OOOO",
            "01632 960111",
            "£9,434,765,919",
            "2026-03-12",
            "12.943 476 5919",
        ),
    ),
    Detector(
        name="pupil-number",
        words="what looks like the number of a pupil",
        find=matching(
            r"(?<![\w-])[A-HJ-NP-RT-Z](?:[ -]?\d){11}[ -]?[\dA-HJ-NP-RT-Z](?![\w-])",
            _is_pupil_number,
            re.IGNORECASE,
        ),
        signs=((DIGIT,),),
        found_in=(
            "UPN B801200005001",
            "pupil B801200005001, who",
            "upn b801200005001",
            "B 801 2000 05001",
            "B-8012-0000-5001",
        ),
        not_found_in=("B801200005002", "form B80120000500", "A000000000000"),
    ),
    Detector(
        name="tax-reference",
        words="what looks like a tax reference",
        find=matching(
            r"(?:U\.?T\.?R\b|tax(?:payer)?(?:['\u2019]s)? (?:unique )?(?:ref(?:erence)?|number)\b)"
            r"[^\d\n]{0,20}(?P<found>\d(?:[ .-]?\d){9})(?!\d)",
            _is_tax_reference,
            re.IGNORECASE,
        ),
        signs=((DIGIT,), ("utr", "u.t", "ut.r", "tax")),
        found_in=(
            "U.T.R. 195 583 9661",
            "UTR 1955839661",
            "His tax reference is 19558 39661.",
            "tax number: 1955839661K",
        ),
        not_found_in=(
            "UTR 1955839662",
            "UTR 1111111111",
            "order 1955839661",
            "The tax reference is held by the council.",
        ),
    ),
    Detector(
        name="national-insurance-number",
        words="what looks like a National Insurance number",
        find=matching(
            rf"(?<!\w)(?!(?-i:(?!{_WORD.upper()})(?i:{_WORD}))[ .-])(?!BG|GB|KN|NK|NT|TN|ZZ)"
            rf"{_INSURANCE}[ ./-]?[A-D](?!\w)"
            r"|\b(?:national insurance|nat\.? ?ins\b\.?|NI|NINO)\b[^\d\n]{0,30}?"
            rf"(?P<found>\b(?!{_WORD}[ .-]){_INSURANCE}(?:[ ./-]?[A-D](?!\w))?)(?!\d)",
            flags=re.IGNORECASE,
        ),
        signs=((DIGIT,),),
        found_in=(
            "National Insurance number JG 12 34 56",
            "Her NI number is JG123456.",
            "NINO: JG 123 456 (last letter missing)",
            "Nat. Ins. no. JG-12-34-56",
            "NI number JG123456C",
            "JG 12 34 56 C",
            "jg123456c",
            "JG-12-34-56-C",
            "JG 123 456 C",
            "J G 1 2 3 4 5 6 C",
            "\u0408G123456\u0421",
        ),
        not_found_in=(
            "sent out on 12.03.26 a week before",
            "As at 12 03 26 a group of six",
            "GB123456C",
            "JG1234567C",
            "AB12 34 56",
            "The NI rate is at 12 03 26.",
            "National Insurance number 2026",
            "National Insurance costs rose by 12.03.26 as paper AB123456 says",
            "agenda 12 34 56 d",
        ),
    ),
    Detector(
        name="case-reference",
        words="what looks like the reference of a case",
        find=matching(
            rf"(?:\b(?:(?:{'|'.join(_FILES)}|{_SYSTEM})"
            rf" ?(?:(?:id|no|number|ref|reference)\b|(?:record|report|log)\b(?! {_YEAR}))"
            rf"\.?(?: (?:no|number|id)\b\.?)?|\b(?:{'|'.join(_PERSONS)}) (?:id|no|number)\b\.?|\burn\b)"
            rf"(?: is| was)?:? ?#?(?:[A-Z]{{1,4}} )??(?P<found>{_CASE_NUMBER})"
            rf"|\b{_SYSTEM}:? ?#?\d{{5,20}}\b|\bcase (?:# ?|(?!(?:19|20)\d\d\b))\d{{4,20}}\b"
            r"|\bCAD ?#?\d{3,20}\b|\b\d\d[A-Z]?/\d{5,7}/\d\d\b(?!/)"
            rf"|\b(?:incident|log) \d{{2,5}} of \d{{1,2}}(?:[/.]\d|(?:st|nd|rd|th)? (?:{_MONTHS}))"
            r"|\b[A-Z]{2}\d{2}[CP]0\d{4}\b)",
            flags=re.IGNORECASE,
        ),
        signs=((DIGIT,), (*_FILES, *_SYSTEMS, *_PERSONS, "urn", "/", "log", "cad", "c0", "p0")),
        found_in=(
            "CRN 42/118273/26",
            "RiO number 220418",
            "patient no. K220418",
            "police log 417 of 12 March",
            "incident 417 of 12/03/26",
            "the crime reference number 42/118273/26",
            "crime report 42/118273/26",
            "referral ref. no. 8841",
            "The case number is 4417.",
            "case number: CP 4417",
            "case 24193",
            "Case #4193",
            "on Mosaic 220418",
            "the court has it as TM26C00417",
            "CAD 4417 of that night",
            "case number 4417",
            "Crime ref: 42/118273/26",
            "Mosaic ID 220418",
            "court ref. TM26C00417",
            "case no. 4417",
            "URN 22041877",
        ),
        not_found_in=(
            "case numbers rose to 4417",
            "the reference of the paper is 12",
            "file 3",
            "The crime report 2025 and the child report 2024/25 were read.",
            "The person number 7 on the list, and incident 3 of 12",
            "The quarterly return 2025/26 was sent in.",
            "incident numbers in 2026",
            "the case 2019 to 2021",
            "case studies 12 and 31",
            "the mosaic 2024 project",
            "The CAD drawings of 2024",
            "The police log is read every 24 hours.",
        ),
    ),
)
