"""Whole paragraphs of minutes: what stands in them in odd spellings is found, and no more."""

from __future__ import annotations

import pytest

from redaction.detectors import detect

PARAGRAPHS: dict[str, str] = {
    "nhs-number": """
The health visitor read out the chronology. The mother's NHS number was given as
943\u00a0476\u00a0\u2011\u00a05919,
which the clerk is to strike from the notes. The group then turned to the rota for the summer.
""",
    "nhs-number in single digits": """
| item | who |
| --- | --- |
| check NHS no: 9 4 3 4 7 6 5 9 1 9 against the letter | duty desk |
""",
    "pupil-number": """
Larkrise Academy asked for the record to be moved. It is held under UPN b-8012-0000-5001 and had been filed
twice.
""",
    "national-insurance-number": """
The foster carer's claim (JG\u00a012\u00a034\n56\u00a0C) was passed to the benefits office; no action for
the group.
""",
    "tax-reference": """
The reviewer is self-employed, unique tax reference 195-583-9661, and will invoice by the month.
""",
    "telephone-number": """
Out of hours the aunt can be reached on (+44) 7700\u2009900\u2009123; she works nights and prefers a text.
""",
    "telephone-number in words": """
The caller left a number, oh seven seven, double oh, nine double oh, one two three, and asked to be rung back.
""",
    "telephone-number in other digits": """
A card in Arabic was shown with the number \u0660\u0667\u0667\u0660\u0660
\u0669\u0660\u0660\u0661\u0662\u0663 on it.
""",
    "e-mail-address": """
Papers for the learning event should go to tansy.orrick <at> example <dot> org by the end of the week.
""",
    "e-mail-address with codes": """
Ms Orrick&#8217;s own address is **tansy.orrick**&#64;example.org, which is not for the website.
""",
    "postcode": """
The family had moved twice, last to a flat above the bakery at \u041233\u20118\u0422\u041d, and had no
health visitor.
""",
    "postcode of nobody's home": """
He gave no fixed abode; the form was stamped zz99-3vz and sent back to the clinic.
""",
    "private-link": """
The draft chapter is at http://192.168.4.12/reviews/draft7 until the panel has read it.
""",
    "date-of-birth": """
The sibling (d/o/b 4\u201311\u20132013) was not on the list. The panel asked the school to look again.
""",
    "date-of-birth in words": """
She was born, it turned out, on the twenty-first of November 2013 and not in the following spring.
""",
    "date-of-birth without signs": """
The second child (DOB 041113) is on roll at the same school.
""",
    "age-and-place": """
The boy, 9, was seen twice at Larkrise Primary. The nurse had asked for a strategy meeting both times.
""",
    "age-and-place of two sentences": """
The girl is aged 14. She was found near Tarrow Bridge by a patrol, and the ambulance service was thanked.
""",
    "pay-of-a-post": """
It was agreed that the independent scrutineer gets six hundred and forty pounds a day, for up to thirty days.
""",
    "case-reference": """
Police had opened a file in May (crime reference number 42/118273/26) and closed it in July.
""",
    "case-reference of a court": """
The order was made on 3 June, TM26C00417, and the guardian's report is awaited.
""",
    "nhs-number with letters for digits": """
The form was hard to read: NHS no. 65O 000 OO13, or so the clerk took it down.
""",
    "national-insurance-number without its last letter": """
His National Insurance number was read out as JG 12 34 56 and the rest was lost on the line.
""",
    "postcode with a space too many": """
The taxi goes from the school to B 33 8 TH each morning, which costs more than the whole of the club.
""",
    "date-of-birth without a year": """
Child C (DOB 4/11) was to be seen by the nurse before the holidays.
""",
    "telephone-number with letters for digits": """
The grandmother has a new number, O7700 9OO 123, and asks that nobody rings before noon.
""",
    "meeting-passcode": """
For anybody who cannot come: the panel meets online, Meeting ID: 385 221 907 114, as in the invitation.
""",
    "meeting-passcode of letters": """
Join from the calendar; passcode: kRpqzw.
""",
    "private-link from an inbox": """
The slides are at https://eur02.safelinks.protection.outlook.com/?url=slides and will be tidied up.
""",
    "age-and-place of a school year": """
The son, in Year 9 at Larkrise Academy, had not been seen since the summer.
""",
    "age-and-place without a noun": """
A nine-year-old from Tarrow Bridge had told a teacher.
""",
    "pay-of-a-post with tax": """
The author of the review asks for £640 + VAT per day, which is more than last time.
""",
    "case-reference of a log": """
The officer pointed to log 417 of 12 March and to the call before it.
""",
    "small-number-of-people": """
Three looked-after young people had been exploited through the same address; five of the other children moved.
""",
}
"""What stands in each, by the detector that must find it."""

CLEAN = (
    """
Apologies came from two agencies. The papers had been sent out on 12.03.26 a week before; action 7.2 (page 14,
paragraph 3.1.4) was closed on 02/03/2026, and actions 7.3-7.5 stay open.
""",
    """
In Quarter 3 the front door took 4,117 contacts, 18.4% more than in 2024; 612 went on to a referral, and 97 of
these within 24 hours. The case for a second team was put by the service director.
""",
    """
Children aged 5 to 11 in Aldermere and pupils in Year 9 at three schools had filled in the form. Young people
aged 16 and over were asked in Wendale. A young person spoke about what had helped.
""",
    """
The budget for 2026-27 is £412,350. Training costs £38.50 a head; the reserve stands at £61,000. The
manager said
how £9,400 had been saved: a post had been empty from May to July.
""",
    """
Two families had written to thank the nurses. Four children and three parents came to the launch in Market
Square
on 4 November 2025. The children had chosen the colours.
""",
    """
Babies born in 2025 were weighed at the clinics; those born between January and March were seen at home. The
project was born of a conversation, and the birth rate has fallen since 2019.
""",
    """
The audit read 40 files. Case 12 and case 31 were used in the workshop with all details changed. In 7 of 40
the
chronology was missing. The CAD drawings of 2024 were shown, and the mosaic 2024 project is finished.
""",
    """
Version 2.1 of the protocol, B3 2nd edition, is annexed as Annex A1; the meeting moved to room E2 3rd
floor. The
map shows SO 512 204, the tender is 2026/S 014-031245, and the book has ISBN 978 0 11 855930 3.
""",
    """
The Youth Justice Service works with those aged 10 to 17 in Aldermere. Its manager reported that 41 young
people
had been charged in the year, and that arrests had fallen to 60.
""",
    """
The minutes are at wendale-pages.example/meetings; members write in by noon at the latest. Look at
example.org for
the toolkit. The helpline is 0808 555 0111, and in an emergency it is 999.
""",
    """
One child in nine lives in a home without heating, three children's centres would close at 17:00, and two
schools
had lost a nurse. Three partners had replied to the survey about missing children.
""",
    """
The password of the shared drive is changed every 90 days. Meeting number 14 was quorate; the teams met 12
times, and 3 of 12 webinars were full. National Insurance rose on 06.04.26; the crime report 2025 was noted.
""",
    """
The ten-year-old plan of Aldermere ends in May; 1/4 of the babies born in the year were weighed at home. The
trainer gave eight days, and the day rate is 12 per cent lower. A return 2025/26 went in, with Annex B 33 8
pages long.
""",
    """
Ratings were one, two, three, four, five, six, seven, eight or nine. Numbers for the seven months were 23,
19, 31,
44, 52, 60 and 71. The reference of this paper is WSCP-26-031; the next is due on 1.4.27.
""",
)
"""Minutes with every sort of number in them that means nothing."""


@pytest.mark.parametrize("case", PARAGRAPHS)
def test_what_stands_in_a_paragraph_is_found(case: str) -> None:
    """In spaces, dashes, codes, other scripts, words and over the end of a line."""
    assert [detector.name for detector, _ in detect(PARAGRAPHS[case])] == [case.split(maxsplit=1)[0]]


def test_clean_paragraphs_ask_nothing() -> None:
    """The issue lets one in ten ask; none does."""
    assert [(detector.name, words) for text in CLEAN for detector, words in detect(text)] == []
