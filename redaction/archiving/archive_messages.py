"""What is asked, or refused, when PDFs of earlier years are taken in."""

from problems import Severity, Wording

NOTHING = Wording(
    "archive-nothing",
    "There is no PDF in this folder, nor in one inside it.",
    "Name the folder in which the PDFs stand.",
)
TOO_MANY = Wording(
    "archive-too-many",
    "There are more than {most} PDFs in this folder.",
    "Take them in folder by folder.",
)
NOT_A_PDF = Wording(
    "archive-not-a-pdf",
    "This file is named like a PDF and is none, or it is a link.",
    "Put the file itself there, or take it out of the folder.",
    Severity.WARNING,
)
KNOWN = Wording(
    "archive-known",
    "This PDF is in the archive already, as documents/{id}.",
    "Nothing is to be done.",
    Severity.WARNING,
)
SECRET = Wording(
    "archive-secret",
    "Words that are withheld or private at {where} stand in this PDF, on page {page}. It is listed, and its "
    "file and text are not published.",
    "Read it. If it may be public, write `publish: yes` and see what `pages check` says.",
    Severity.WARNING,
)
SCANNED = Wording(
    "archive-scanned",
    "No words can be read in this PDF, so nothing could be searched. It is listed, and its file is not "
    "published.",
    "Read it yourself, or let a program read its words first (OCR). If it may be public, write "
    "`publish: yes`.",
    Severity.WARNING,
)
TEXT_LEFT_OUT = Wording(
    "archive-text-left-out",
    "The text of this PDF is too long for a record, or holds signs that no text may hold. It was left out, "
    "so the search of the site does not find it.",
    "Write a summary with the words that people will look for.",
    Severity.WARNING,
)
NO_DAY = Wording(
    "archive-no-day",
    "Neither the name nor the first page of this PDF tells its day.",
    "Write it under `versions`, and into the title.",
    Severity.WARNING,
)
TWO_DAYS = Wording(
    "archive-two-days",
    "The name and the first page of this PDF tell different days, or the page tells several. {day} was "
    "taken.",
    "Open it and see which is right.",
    Severity.WARNING,
)
NO_GROUP = Wording(
    "archive-no-group",
    "Neither the name nor the first page of this PDF names a group on record, or they name several.",
    "Write its id under `issued_by`.",
    Severity.WARNING,
)
TITLE_UNSURE = Wording(
    "archive-title",
    "It is not certain which line on the first page of this PDF is its title.",
    "Open it and write the title as printed.",
    Severity.WARNING,
)
ADDRESSES_UNREADABLE = Wording(
    "archive-addresses",
    "This table of former addresses cannot be read.",
    "Make it a CSV file in UTF-8 with two columns: the former address, and the name of the PDF.",
)
ADDRESS_UNKNOWN = Wording(
    "archive-address-unknown",
    "Row {row} names a PDF that is not in the archive.",
    "Correct the name, or take the PDF in first.",
    Severity.WARNING,
)
ADDRESS_LATER = Wording(
    "archive-address-later",
    "Row {row} leads to documents/{id}, which is not published yet.",
    "Sign it off, then run this again.",
    Severity.WARNING,
)
ADDRESS_OF_FILE = Wording(
    "archive-address-of-file",
    "Rows of former addresses end in the name of a file, and a page cannot stand there: {count}. They were "
    "written to {file}, for whoever keeps the web server.",
    "Give that file to your host, who can send such addresses on.",
    Severity.WARNING,
)
REDIRECTS_DAMAGED = Wording(
    "archive-redirects",
    "redirects.yml has mistakes, so nothing was added to it.",
    "Run `pages check`, mend it, and run this again.",
)
CANNOT_WRITE = Wording(
    "archive-cannot-write",
    "This cannot be written.",
    "Check whether you may write there and whether there is room. What was written before stays.",
)
