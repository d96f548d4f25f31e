"""The wordings of verification. A secret is named by its place in `data/`, never by its words."""

from __future__ import annotations

from problems import Severity, Wording

SECRET_IN_RECORD = Wording(
    code="secret-in-record",
    message="Words that are withheld or private at {where} would be published here.",
    remedy=(
        "Withhold them here too; an id is always public, so choose another one. If the words give nothing "
        "away, say so: `pages decide` lists them with the command."
    ),
)
NAME_IN_RECORD = Wording(
    code="secret-in-record",
    message=(
        "Here stands the name of somebody whom the public sees by role only, or of that person's file: "
        "{where}."
    ),
    remedy=(
        "Write the role, or put a mark around the name. If it means somebody or something else, say so: "
        "`pages decide` lists it with the command."
    ),
)
SECRET_IN_SITE = Wording(
    code="secret-in-site",
    message="This file holds words that are withheld or private at {where}.",
    remedy=(
        "Find where the page gets them, withhold them there and sign off again. If they give nothing away, "
        "allow them with `pages decide`, or in data/policy.yml under allow, with reason and role."
    ),
)
SECRET_IN_NAME = Wording(
    code="secret-in-name",
    message="The name of a file or folder of the site holds words that are withheld or private at {where}.",
    remedy="Rename the source file or the record in data/ or docs/, and build again.",
)
NOTHING_HARVESTED = Wording(
    code="nothing-harvested",
    message="The records hold private values, but not one word to search for was found in them.",
    remedy="Do not publish this site. This is a fault of the software: report it with this line.",
)
MAY_BE_TERM = Wording(
    code="may-be-term",
    message="This file holds words that may mean {where}, or something else.",
    remedy="Look for them there, and decide. With --show-text the words are shown on a terminal.",
    severity=Severity.WARNING,
)
LIST_WITHOUT_TERMS = Wording(
    code="list-without-terms",
    message="There is no term in this file, so nothing could be searched for.",
    remedy="Write the names there, as the guide shows for data/terms.yml.",
)
PUBLIC_DEPENDS = Wording(
    code="public-depends-on-private",
    message="What the public sees of this record changes with private values: {field}.",
    remedy="Do not publish it. This is a fault of the software: report it with this line.",
)
TWIN_FAILED = Wording(
    code="twin-failed",
    message="No other private values could be put into this record, so it cannot be tested with them.",
    remedy="Do not publish it. This is a fault of the software: report it with this line.",
)
CANARY_FOUND = Wording(
    code="canary-found",
    message="A word planted among the private values of a copy of the records was about to be published.",
    remedy="Do not publish it. This is a fault of the software: report it with this line.",
)
RECORDS_UNREAD = Wording(
    code="records-unread",
    message="A record could not be read, so what it withholds could not be searched for.",
    remedy="What is published stands. Mend the file, then verify again.",
    severity=Severity.WARNING,
)
STILL_PUBLISHED = Wording(
    code="still-published",
    message="The record withholds words here that its newest edition still shows to the public.",
    remedy="Sign the record off again, or take it down at once with `pages withdraw`.",
    severity=Severity.WARNING,
)
ATTACHMENT_MISSING = Wording(
    code="attachment-missing",
    message="The site lacks this file of a paper, which was signed off.",
    remedy="Build the site again. If that does not help, report it as a fault of the software.",
)
PAGE_MISSING = Wording(
    code="site-page-missing",
    message="This page is missing from the site.",
    remedy="Build the site again, and delete nothing in it by hand.",
)
SITE_EMPTY = Wording(
    code="site-empty",
    message="There is no file to verify.",
    remedy="Give the folder of a finished site; `pages build` makes one.",
)
SITE_LINK = Wording(
    code="site-link",
    message="The site holds a link to another file or folder.",
    remedy="Replace the link by the file itself.",
)
SITE_UNREADABLE = Wording(
    code="site-unreadable",
    message="This file of the site cannot be read, so nothing is known of what it holds.",
    remedy="Make it readable, or build the site again.",
)
SITE_UNKNOWN_TYPE = Wording(
    code="site-unknown-type",
    message="This file is of a type that cannot be searched, or not of the type that its name says.",
    remedy="Take it out of docs/, or publish it in a type such as HTML, PNG, JPEG or plain text.",
)
SITE_NOT_TEXT = Wording(
    code="site-not-text",
    message="This file should be text in UTF-8 and is not.",
    remedy="Save it as UTF-8, or take it out of docs/.",
)
SITE_TOO_LARGE = Wording(
    code="site-too-large",
    message="This file, or what is packed in it, is larger than 50 MB.",
    remedy="Take it out of docs/, or split it.",
)
SITE_UNACCOUNTED = Wording(
    code="site-unaccounted",
    message="Nothing says that this file should be published: it is no page, data file, asset or theme file.",
    remedy="Take it out of docs/ or of the theme folder, and build again.",
)
DATASET_DIFFERS = Wording(
    code="site-data-differs",
    message="This data file is not the one made from the signed-off editions.",
    remedy="Build the site again, and change nothing in it by hand.",
)
DATASET_MISSING = Wording(
    code="site-data-missing",
    message="This data file, made from the signed-off editions, is missing from the site.",
    remedy="Build the site again.",
)
PAGE_ERROR = Wording(
    code="site-page-error",
    message="This page shows the trace of a software error.",
    remedy="Look at what the page calls, mend it and build again.",
)
PAGE_MARK = Wording(
    code="site-page-mark",
    message="This file holds a mark of redaction that was not read.",
    remedy="Marks belong into data/. Take it out of docs/, or sign the record off again.",
)
PAGE_TEMPLATE = Wording(
    code="site-page-template",
    message="This page shows a macro or template sign that was not carried out.",
    remedy="Correct the macro in docs/, or write the signs as code.",
)
PAGE_PATH = Wording(
    code="site-page-path",
    message="This page shows a path of the computer on which it was made.",
    remedy="Take the path out of docs/, or report this line if it comes from a record's page.",
)
PAGE_PRIVATE_VIEW = Wording(
    code="site-page-private-view",
    message="This is, or holds, the private view that `pages review` makes.",
    remedy="Remove it from docs/ at once, and look where else it was copied. It holds all that is withheld.",
)
PAGE_FOREIGN = Wording(
    code="site-page-foreign",
    message="This file makes the reader's browser ask another host.",
    remedy="Put the picture, script, style or font into docs/, or make it a plain link.",
)
PAGE_SCRIPT = Wording(
    code="site-page-script",
    message="This page holds a script of its own.",
    remedy="Take the script out of docs/; scripts belong in files that all pages share.",
)
PAGE_COMMENT = Wording(
    code="site-page-comment",
    message="This page holds an HTML comment that other pages do not have.",
    remedy="Take the comment out of docs/. Readers can see it in the source of the page.",
)
