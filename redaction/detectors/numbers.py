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


def _is_nhs_number(number: str) -> bool:
    return _varied(number) and bool(nhs.is_valid(number.replace(".", "")))


def _is_pupil_number(number: str) -> bool:
    return _varied(number) and bool(upn.is_valid(number.replace(" ", "").upper()))


def _is_tax_reference(number: str) -> bool:
    return _varied(number) and bool(utr.is_valid(number))


_FILES = (
    "case",
    "crime",
    "incident",
    "referral",
    "family",
    "child",
    "file",
    "police",
    "court",
    "mosaic",
    "lcs",
    "logic",
    "ehm",
    "urn",
)

DETECTORS = (
    Detector(
        name="nhs-number",
        words="what looks like an NHS number",
        find=matching(rf"{_NO_DIGIT}\d{{3}}[ .-]?\d{{3}}[ .-]?\d{{4}}{_END}", _is_nhs_number),
        signs=((DIGIT,),),
        found_in=(
            "943.476.5919",
            "NHS number 943 476 5919.",
            "(9434765919)",
            "see 943-476-5919 for more",
            "９４３ ４７６ ５９１９",
        ),
        not_found_in=(
            "943 476 5918",
            "000 000 0000",
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
            r"(?<!\w)[A-HJ-NP-RT-Z] ?\d{3} ?\d{4} ?\d{4}[\dA-HJ-NP-RT-Z](?!\w)",
            _is_pupil_number,
            re.IGNORECASE,
        ),
        signs=((DIGIT,),),
        found_in=("UPN B801200005001", "pupil B801200005001, who", "upn b801200005001", "B 801 2000 05001"),
        not_found_in=("B801200005002", "form B80120000500", "A000000000000"),
    ),
    Detector(
        name="tax-reference",
        words="what looks like a tax reference",
        find=matching(
            r"(?:UTR|tax(?:payer)?(?:'s)? (?:ref(?:erence)?|number)\b)[^\d\n]{0,20}"
            r"(?P<found>\d{5} ?\d{5})(?!\d)",
            _is_tax_reference,
            re.IGNORECASE,
        ),
        signs=((DIGIT,), ("utr", "tax")),
        found_in=("UTR 1955839661", "His tax reference is 19558 39661.", "tax number: 1955839661K"),
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
            r"(?<!\w)(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
            r"(?:[ .-]?\d{2}){3}[ .-]?[A-D](?!\w)",
            flags=re.IGNORECASE,
        ),
        signs=((DIGIT,),),
        found_in=("NI number JG123456C", "JG 12 34 56 C", "jg123456c", "JG-12-34-56-C"),
        not_found_in=("GB123456C", "JG1234567C", "AB12 34 56", "agenda 12 34 56 d"),
    ),
    Detector(
        name="case-reference",
        words="what looks like the reference of a case",
        find=matching(
            r"\b(?:(?:case|crime|incident|referral|family|child|file|police|court|mosaic|lcs|liquid ?logic"
            r"|ehm)"
            r" ?(?:id|no|number|ref|reference|record)|urn)\b\.?:? ?#?"
            r"(?P<found>[A-Z0-9][A-Z0-9/-]*\d{2}[A-Z0-9/-]*)",
            flags=re.IGNORECASE,
        ),
        signs=((DIGIT,), _FILES),
        found_in=(
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
            "incident numbers in 2026",
        ),
    ),
)
