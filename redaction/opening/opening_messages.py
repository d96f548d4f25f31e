"""The wordings of what is wrong with a file that must be opened to be read: PDF, picture, archive."""

from __future__ import annotations

from problems import Severity, Wording

PDF_UNREADABLE = Wording(
    code="pdf-unreadable",
    message="This PDF is damaged, or is none, so nobody can say what it holds.",
    remedy="Print it to a new PDF, look at that, and use it instead.",
)
PDF_LOCKED = Wording(
    code="pdf-locked",
    message="This PDF is protected by a password, so it cannot be searched.",
    remedy="Save it without protection, or print it to a new PDF.",
)
PDF_REMAINS = Wording(
    code="pdf-remains",
    message="This PDF still holds parts of an earlier version of itself.",
    remedy="Print it to a new PDF; saving it once more may keep what was deleted.",
)
PDF_ACTS = Wording(
    code="pdf-acts",
    message="This PDF runs a script, starts a program or sends a form.",
    remedy="Print it to a new PDF, which only shows its pages.",
)
PDF_WITHOUT_WORDS = Wording(
    code="pdf-without-words",
    message="This PDF has a page without words, perhaps a scanned one, which cannot be searched.",
    remedy="Read it yourself, every page, before you publish it.",
    severity=Severity.WARNING,
)
PICTURE_UNREADABLE = Wording(
    code="picture-unreadable",
    message="This picture is damaged, or is none, so nobody can say what it holds.",
    remedy="Open it in a picture program, save it as a new PNG or JPEG, and use that instead.",
)
PICTURE_FOLLOWED = Wording(
    code="picture-followed",
    message="Something else follows the picture in this file.",
    remedy="Open it in a picture program, save it as a new PNG or JPEG, and use that instead.",
)
PICTURE_PLACE = Wording(
    code="picture-place",
    message="This picture says where it was taken.",
    remedy="Save it without its metadata, and use that instead.",
)
PACKED_UNREADABLE = Wording(
    code="packed-unreadable",
    message="What is packed in this file cannot be read: it is damaged, or protected by a password.",
    remedy="Pack it again without a password, or publish the files by themselves.",
)
PACKED_LINK = Wording(
    code="packed-link",
    message="Something packed in this file is no file or folder, but a link or a device.",
    remedy="Pack the files themselves.",
)
PACKED_TOO_LARGE = Wording(
    code="packed-too-large",
    message="More is packed in this file than can be searched: 50 MB, or 2,000 files.",
    remedy="Take it out of docs/, or split it.",
)
PACKED_TOO_DEEP = Wording(
    code="packed-too-deep",
    message="This file is packed in a file that is packed in another, too deep to be searched.",
    remedy="Unpack what is inside, and pack it once.",
)
