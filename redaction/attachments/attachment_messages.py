"""The wordings of what is wrong with the file of a paper. The file is named by its paper, never by itself."""

from __future__ import annotations

from problems import Severity, Wording

AGAIN = "Mend it in the document it was made from, make a new PDF of that, and use the new one."

FILE_NOT_NAMED = Wording(
    code="paper-without-file",
    message="This paper is to be published, but no file is named.",
    remedy="Write `file:` with the path of the file inside data/files/, or take out `publish:`.",
)
FILE_MISSING = Wording(
    code="paper-file-missing",
    message="There is no file at this path inside data/files/.",
    remedy="Put it there, or correct the path: small and capital letters count.",
)
FILE_OUTSIDE = Wording(
    code="paper-file-outside",
    message="This path does not stay inside data/files/.",
    remedy="Put the file itself, no link to it, into data/files/, and write its path from there on, "
    "with `/` and without `..`.",
)
FILE_IRREGULAR = Wording(
    code="paper-file-unreadable",
    message="This file cannot be read, or it is a folder.",
    remedy="Put the file itself there, and see that you may read it.",
)
FILE_TOO_LARGE = Wording(
    code="paper-file-too-large",
    message="This file is larger than {most} MB, or empty.",
    remedy="Save it with smaller pictures, or split it into several papers.",
)
FILE_OFFICE = Wording(
    code="paper-file-office",
    message="This is a file of an office program, or an archive, which can hold changes, comments and "
    "hidden parts that nobody sees.",
    remedy="Save text and slides as a PDF, and export a sheet as CSV. Publish that.",
)
FILE_DRAWING = Wording(
    code="paper-file-drawing",
    message="This is a drawing or a web page, which can hold scripts and hidden parts.",
    remedy="Save it as a PDF or as a PNG picture, and publish that.",
)
FILE_UNKNOWN = Wording(
    code="paper-file-unknown",
    message="Files of this type are not published.",
    remedy="Save it as a PDF, a JPEG, PNG or WebP picture, or a CSV table.",
)
FILE_OTHERWISE = Wording(
    code="paper-file-otherwise",
    message="The content of this file is not what the ending of its name says.",
    remedy="Open it in the program it comes from, and save it as a PDF, a JPEG, PNG or WebP picture, "
    "or a CSV table, under a name with that ending.",
)
FILE_OF_WITHHELD = Wording(
    code="paper-file-of-withheld",
    message="A key of this paper is withheld, so its file is not published.",
    remedy="Take out `publish:`. If the file does not show what is withheld, list it as a paper of its own.",
    severity=Severity.WARNING,
)
FILE_TYPE_CHANGED = Wording(
    code="paper-file-type-changed",
    message="The file of this paper is of another type than in the edition before, so its address changes, "
    "and links to the old one break.",
    remedy="If others may have linked to it, use a file of the earlier type.",
    severity=Severity.WARNING,
)
SECRET_IN_FILE = Wording(
    code="secret-in-file",
    message="The file of this paper holds, on page {page}, words that are withheld or private at {where}.",
    remedy="Take them out of the document and make the file anew, or leave out `publish:`. If the words give "
    "nothing away, allow them in data/policy.yml under allow, with reason and role.",
)
SECRET_IN_OBJECTS = Wording(
    code="secret-in-file",
    message="The file of this paper holds, where no page shows it, words that are withheld or private "
    "at {where}.",
    remedy="Look at its bookmarks, links and descriptions of pictures, or print it to a new PDF.",
)
DETECTED_IN_FILE = Wording(
    code="detected-in-file",
    message="In the file of this paper, on page {page}, stands {words}.",
    remedy="Take it out of the document and make the file anew, or leave out `publish:`. If it may be "
    "public, allow it: `pages decide` lists the words with the commands.",
)
WORDS_IN_FILE = Wording(
    code="words-in-file",
    message="In the file of this paper, on page {page}, stand words that may mean something in {where}.",
    remedy="Take them out of the document and make the file anew, or say that they mean something else. "
    "`pages decide` lists the words with the commands that settle all their places at once.",
)
WORDS_IN_OBJECTS = Wording(
    code="words-in-file-objects",
    message="In the file of this paper, where no page shows them, stand words that may mean something in "
    "{where}.",
    remedy="Make the file anew without them, or say that they mean something else. `pages decide` lists the "
    "words with the commands that settle all their places at once.",
)

PDF_UNREADABLE = Wording(
    code="paper-pdf-unreadable",
    message="This PDF is damaged, so nobody can say what it holds.",
    remedy="Open it, print it to a new PDF, and use that.",
)
PDF_LOCKED = Wording(
    code="paper-pdf-locked",
    message="This PDF is protected by a password, or against copying.",
    remedy="Save it without protection. Who cannot see a page needs a file that can be read aloud.",
)
PDF_PAGES = Wording(
    code="paper-pdf-pages",
    message="This PDF has no page, or more than {most}.",
    remedy="Split it into several papers.",
)
PDF_SCRIPT = Wording(
    code="paper-pdf-script",
    message="This PDF holds a script.",
    remedy="Print it to a new PDF, which only shows its pages, and use that.",
)
PDF_FILES = Wording(
    code="paper-pdf-files",
    message="This PDF holds other files.",
    remedy="Take them out, or print it to a new PDF. What is to be published is a paper of its own.",
)
PDF_NOTES = Wording(
    code="paper-pdf-notes",
    message="This PDF holds comments, highlights, stamps or boxes laid over the page: {pages}.",
    remedy=f"A black box that was drawn on a PDF leaves the words under it in the file. {AGAIN}",
)
PDF_FORM = Wording(
    code="paper-pdf-form",
    message="This PDF holds a form or a digital signature.",
    remedy="Print it to a new PDF, which shows what was filled in and nothing else, and use that.",
)
PDF_LAYERS = Wording(
    code="paper-pdf-layers",
    message="This PDF has layers that are switched off.",
    remedy="Delete them in the program it was made with, or print it to a new PDF.",
)
PDF_HIDDEN = Wording(
    code="paper-pdf-hidden",
    message="Words stand in this PDF that nobody sees, because something covers them, or they have the "
    "colour of the paper, or stand outside the page: {pages}.",
    remedy=f"Whoever copies the text can read them. {AGAIN}",
)
PDF_BOXES = Wording(
    code="paper-pdf-boxes",
    message="Boxes or other shapes are drawn over a scanned page of this PDF: {pages}.",
    remedy="What is under them is still in the file. Cover it on the paper and scan that again, or print the "
    "page, and scan what was printed.",
)
PDF_NOT_WORDS = Wording(
    code="paper-pdf-without-words",
    message="Pages of this PDF are pictures without words that a program can read: {pages}. They cannot be "
    "searched, and not be read aloud.",
    remedy="Read each of them yourself before you sign off, or use a PDF made from the document itself.",
    severity=Severity.WARNING,
)

PICTURE_UNREADABLE = Wording(
    code="paper-picture-unreadable",
    message="This picture is damaged, moves, or has more than {most} million points.",
    remedy="Save it anew as a PNG or JPEG, smaller if need be, and use that.",
)
PICTURE_NOT_TOLD = Wording(
    code="paper-picture-not-told",
    message="This paper is a picture, and nothing says what it shows.",
    remedy="Write `alternative:` with what somebody needs to know who cannot see it.",
)

TABLE_NOT_TEXT = Wording(
    code="paper-table-not-text",
    message="This table is not UTF-8 text, or holds control characters.",
    remedy='Export the sheet as "CSV UTF-8 (comma delimited)".',
)
TABLE_FORM = Wording(
    code="paper-table-form",
    message="Not every row of this table has as many columns as the first, or a column has no name, or two "
    "have the same; look at row {row}.",
    remedy="Let the first row hold the names of the columns, and give every row as many cells, with commas "
    "between them.",
)
TABLE_FORMULA = Wording(
    code="paper-table-formula",
    message="A cell of this table begins like a formula, which a spreadsheet would carry out: row {row}.",
    remedy="Export the values, not the formulas; words must not begin with =, +, - or @.",
)
