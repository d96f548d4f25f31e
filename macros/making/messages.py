"""The wordings of this room: what can be wrong with rendering the site and putting it in place."""

from __future__ import annotations

from problems import Severity, Wording

SITE_IS_A_LINK = Wording(
    code="site-is-a-link",
    message="{folder} is a link, and the site is only ever put in the place of a plain folder.",
    remedy="Remove the link, then build again. The files it leads to are not touched.",
)

SITE_IS_A_FILE = Wording(
    code="site-is-a-file",
    message="{folder} is a file, and the site needs this name for its folder.",
    remedy="Move the file elsewhere, then build again.",
)

SITE_UNKNOWN = Wording(
    code="site-unknown",
    message="{folder}/ holds files, and nothing in build/ says that `pages build` made them.",
    remedy="If it is an old site (build/ may have been deleted), delete {folder}/ and build again."
    " If it is anything else, move it elsewhere first.",
)

SITE_HAS_OTHER_FILES = Wording(
    code="site-has-other-files",
    message="Files in {folder}/ that `pages build` did not make: {count}. A new site would delete them.",
    remedy="Move them elsewhere and build again. A file that the public should get belongs in docs/.",
)

PAGES_GONE = Wording(
    code="pages-gone",
    message="Pages of the site so far that the new one does not have: {count}, among them {pages}.",
    remedy="If they were taken down or renamed, all is well. If not, take their editions in published/ or"
    " their files in docs/ back from version control, and build again.",
    severity=Severity.WARNING,
)

SITE_NOT_EXCHANGED = Wording(
    code="site-not-exchanged",
    message="The new site is finished but could not be put in place as {folder}/ (error {error});"
    " the site that stood there is kept.",
    remedy="Check that build/ and {folder}/ are on one disk, that you may write there, and that no other"
    " program has files in {folder}/ open. Then build again.",
)

SITE_NOT_PUT_BACK = Wording(
    code="site-not-put-back",
    message="An earlier build was stopped while it replaced {folder}/, and the last good site could not"
    " be put back (error {error}).",
    remedy="It is kept in build/{folder}.previous/. Rename that folder to {folder}/ yourself, then build"
    " again.",
)

BUILD_FOLDER_UNUSABLE = Wording(
    code="build-folder-unusable",
    message="The folder build/, in which the site is prepared, cannot be used (error {error}).",
    remedy="Check that it is a folder, that you may write there, and that the disk is not full."
    " Then build again.",
)

ANOTHER_BUILD = Wording(
    code="another-build",
    message="Another build of this project is running.",
    remedy="Wait until it has finished, then build again.",
)

# Building the site.

MACRO_FAILED = Wording(
    code="macro-failed",
    message="The macro {macro} does not work as it is called on this page.",
    remedy="Check what is in its brackets: the id of a record that is published, or a number."
    " The guide lists every macro with an example.",
)
MACRO_REFUSED = Wording(
    code="macro-refused",
    message="A macro on this page cannot do what it is asked for.",
    remedy="Change the call, or write it without this macro. {advice}.",
)
MACRO_MISPLACED = Wording(
    code="macro-misplaced",
    message="A macro stands where a list or table cannot be shown: in code, in a table or within a line.",
    remedy="Put the call on a line of its own, at the margin, with an empty line before and after it.",
)
PAGE_FAILED = Wording(
    code="page-failed",
    message="The macro {macro} cannot show this record ({error}).",
    remedy="This is a fault of the software. Withdraw the newest edition or go back to the version before,"
    " and report the fault with this line.",
)
PAGE_NOT_BUILT = Wording(
    code="page-not-built",
    message="This page cannot be built.",
    remedy="If it is in docs/, check it for unusual characters. Else report it with this line.",
)
BUILD_FAILED = Wording(
    code="build-failed",
    message="The site could not be built ({error}).",
    remedy="Check the settings in mkdocs.yml. If they are right, report this line.",
)
SEARCH_FAILED = Wording(
    code="search-failed",
    message="The search of the site could not be made.",
    remedy="Run `make setup` again: it installs Pagefind, which makes it. If that does not help, report"
    " this line.",
)
LINK_WITHOUT_PAGE = Wording(
    code="link-without-page",
    message="A link on this page leads to a page that is not part of the site.",
    remedy="Write the path of the page from this one, such as contact.md. A record's page is there only"
    " while the record is published.",
)
LINK_WITHOUT_ANCHOR = Wording(
    code="link-without-anchor",
    message="A link on this page leads to a place (after the #) that its page does not have.",
    remedy="Look the address of the place up on the page: each heading has a link to itself.",
)
NAVIGATION_WITHOUT_PAGE = Wording(
    code="navigation-without-page",
    message="The navigation names a page that is not part of the site.",
    remedy="Check the paths below nav: they begin in docs/, and lists of records end in /index.md.",
)
SITE_WARNING = Wording(
    code="site-warning",
    message="The site could be built only with a warning (from {logger}).",
    remedy="Check the settings in mkdocs.yml. If they are right, report this line.",
)
DEPLOY_REFUSED = Wording(
    code="deploy-refused",
    message="`mkdocs gh-deploy` is refused: it publishes without verifying, and keeps what is taken down.",
    remedy="Run `pages build` and publish the folder site/, without history.",
)
DIRTY_REFUSED = Wording(
    code="dirty-refused",
    message="A build with `--dirty` is refused: it keeps pages that were withdrawn.",
    remedy="Build without it.",
)
BARE_WEAKENED = Wording(
    code="bare-weakened",
    message="This call of MkDocs changes a setting that protects the site.",
    remedy="Call it without options, or use `pages serve` and `pages build`.",
)
BARE_SITE = Wording(
    code="bare-site",
    message="Only `pages build` writes to site/, because it verifies first.",
    remedy="Run `pages build`, or let MkDocs write to build/preview.",
)
NOT_LOOPBACK = Wording(
    code="not-loopback",
    message="A preview is shown on this computer only.",
    remedy="Leave the host out, or write 127.0.0.1.",
)
PORT_TAKEN = Wording(
    code="port-taken",
    message="Port {port} of this computer is in use.",
    remedy="Stop the other preview, or give another port with --port.",
)
