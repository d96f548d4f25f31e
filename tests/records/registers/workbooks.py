"""Spreadsheets that people might have made, each with what is hard about it."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_of(*rows: tuple[Any, ...], title: str = "Sheet") -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    return book


def risks() -> bytes:
    """A risk register with a title above it, a column of nobody's, hidden things, a comment and a formula."""
    book = sheet_of(
        ("Testwick Partnership: risk register",),
        (),
        (
            "Ref",
            "Risk",
            "Cause",
            "Risk Owner",
            "Likelihood",
            "Impact",
            "Score",
            "RAG",
            "Existing controls",
            "Further actions required by",
            "Direction of travel",
            "Date raised",
            "Colour of folder",
            "Secret thoughts",
        ),
        (
            1,
            "Posts stay empty",
            "Few people train",
            "Director of Children's Services",
            3,
            "4 - Major",
            12,
            "Red",
            "- Visits in order of need\n- A list each Monday",
            "Advertise",
            "↑",
            date(2025, 5, 1),
            "blue",
            "hush",
        ),
        (
            "R2",
            "Papers come late",
            None,
            "Tom Dooley",
            2,
            2,
            "=E5*F5",
            "Green",
            None,
            None,
            "sideways",
            "soon",
            None,
            None,
        ),
        ("R9", "Closed long ago", None, None, 1, 1, 1, "Green"),
        title="Register",
    )
    sheet = book.active
    assert sheet is not None
    sheet["B4"].comment = Comment("Is this still so?", "Somebody")
    sheet.column_dimensions["N"].hidden = True
    sheet.row_dimensions[6].hidden = True
    other = book.create_sheet("Lists")
    other.append(("Low", "High"))
    other.sheet_state = "hidden"
    return saved(book)


ACTIONS = (
    "Action log;;;;;\n"
    "No.;Action required;Lead;By when;Status;Progress\n"
    "3.1;Publish the toolkit;Ife Abara, Testwick Police;31/05/2026;On track;The printer has it\n"
    "3.2;Write to schools;The Speak Up group;asap;Done;\n"
    '4;"Find a room; a large one";TB;June 2026;half done;\n'
    ";;;;;Nothing else was said\n"
)

ATTENDANCE = (
    "Name,Agency,Role,12/03/2026,14/05/2026\n"
    "Ife Abara,Testwick Council,Director,✓,A\n"
    "Tom Brice,Testwick Police,Superintendent,Apologies - unwell,✓\n"
    "Pat Unknown,Lanternhouse,Worker,x,✓\n"
)

BUDGET = (
    "Budget 2025/26,,,\n"
    "Item,Budget,Actual,Comments\n"
    "Partner contributions,,,\n"
    'Testwick Council,"£60,000","£60,000",\n'
    "Hollow College,2500,2000,One course fell through\n"
    "Total contributions,62500,62000,\n"
    "Expenditure,,,\n"
    'Office,"55,000.50",54300,\n'
    "Refunds,(250),tbc,\n"
    "Total expenditure,54750.50,54300,\n"
    "Carried forward,7749.50,7700,\n"
)
