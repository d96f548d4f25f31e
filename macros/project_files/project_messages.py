"""The wordings about what a partnership writes itself: the settings of its site and its pages in docs/."""

from __future__ import annotations

from problems import Severity, Wording

EXAMPLE_ADDRESS = "https://example.org/"
"""What a new mkdocs.yml says in place of the address of the site, until somebody writes their own."""

# The settings of the site, mkdocs.yml.

SETTINGS_MISSING = Wording(
    code="settings-missing",
    message="There is no file of settings that can be read.",
    remedy="Make a file mkdocs.yml with the two lines `site_name: …` and `site_url: https://…/`.",
)

SETTINGS_NOT_TEXT = Wording(
    code="settings-not-text",
    message="This file is not plain text in UTF-8, or it is larger than 1 MB.",
    remedy="In your editor choose “Save as”, and the encoding UTF-8; or take the file back from a backup.",
)

SETTINGS_UNREADABLE = Wording(
    code="settings-unreadable",
    message="The settings cannot be read as YAML.",
    remedy="Write each setting as `key: value` on a line of its own, with spaces and no tabs before it."
    " Put quotation marks round a value that holds a colon or a #.",
)

SETTINGS_ODD = Wording(
    code="settings-odd",
    message="A setting stands twice, is nested too deep, or uses a sign (& * !) that is not allowed here.",
    remedy="Write each setting once and in full.",
)

SETTING_UNKNOWN = Wording(
    code="setting-unknown",
    message="{key} is not a setting that a partnership can make.",
    remedy="Take it out. You can set site_name, site_url, site_description, copyright, nav, theme (language,"
    " favicon, icon), extra (homepage) and extra_css.",
)

SETTING_REQUIRED = Wording(
    code="setting-required",
    message="{key} is missing.",
    remedy="Add it: site_name is the name of the site, site_url its whole address, such as https://www.example.org/.",
)

SETTING_NOT_A_LINE = Wording(
    code="setting-not-a-line",
    message="{key} holds something that is not one line of plain text.",
    remedy="Write it on one line, without the signs < > {{ }} and straight double quotes.",
)

SETTING_NOT_A_MAPPING = Wording(
    code="setting-not-a-mapping",
    message="{key} must hold settings of its own.",
    remedy="Write them below it as `name: value`, each moved in by two spaces.",
)

SETTING_NOT_A_LIST = Wording(
    code="setting-not-a-list",
    message="{key} must be a list.",
    remedy="Write each entry below it on a line that begins with `- `.",
)

SETTING_ADDRESS = Wording(
    code="setting-address",
    message="{key} is not a whole web address.",
    remedy="Write it with https:// at the beginning, site_url with / at the end, and without ? or #.",
)

ADDRESS_OF_EXAMPLE = Wording(
    code="address-of-example",
    message="{key} still says https://example.org/, which is not your site: feeds, sitemap and"
    " citations lead there, and no PDF is made.",
    remedy="Write the whole address of your own site there, with / at the end. Then `pages sign-off --changed"
    ' --add-pdf --minor --note "A PDF was added."` makes the PDFs, and `pages build` the site.',
    severity=Severity.WARNING,
)

SETTING_STRICT = Wording(
    code="setting-strict",
    message="{key} cannot be switched off: a site with broken links would be published.",
    remedy="Take the setting out.",
)

SETTING_COLOUR = Wording(
    code="setting-colour",
    message="{key} is not set in mkdocs.yml.",
    remedy="Delete the line, and write `colour:` and `logo:` in data/partnership.yml.",
)
LOGO_MISSING = Wording(
    code="logo-missing",
    message="The partnership names a logo that is not in docs/images/.",
    remedy="Put the image there, under the name that `logo:` in data/partnership.yml has, or delete that line"
    " and sign the record off again.",
)

SETTING_ICON = Wording(
    code="setting-icon",
    message="{key} holds something other than names of icons.",
    remedy="Write names such as `logo: material/shield-account` below it.",
)

SETTING_LANGUAGE = Wording(
    code="setting-language",
    message="{key} is not the code of a language.",
    remedy="Write en for English or cy for Welsh.",
)

SETTING_OTHER_LANGUAGE = Wording(
    code="setting-other-language",
    message="The theme is to be in {theirs}, but the partnership publishes in {language}.",
    remedy="Take `language` out of the theme: the site is in the first of `languages` of the partnership.",
)

SETTING_LOCAL_FILE = Wording(
    code="setting-local-file",
    message="{key} names a file that is not in docs/ or not of the right type.",
    remedy="Put the file into docs/ and write its path from there. Images are .png, .jpg, .webp or .ico,"
    " style sheets .css; nothing is fetched from another host.",
)

SETTING_NAVIGATION = Wording(
    code="setting-navigation",
    message="{key} holds an entry that is not a page.",
    remedy="Write each as `- Title: page.md`, with the path from docs/, or with a whole web address.",
)

SETTING_FOLDER = Wording(
    code="setting-folder",
    message="{key} cannot be changed: another folder could publish private files.",
    remedy="Take the setting out. Hand-written pages are in docs/, the finished site is in site/.",
)

SETTING_ENGINE = Wording(
    code="setting-engine",
    message="{key} belongs to the engine: a list of yours would take the place of its protections.",
    remedy="Take the setting out. If you need more, ask for it as a change of the engine.",
)

SETTING_ADDRESSES = Wording(
    code="setting-addresses",
    message="{key} cannot be changed: the addresses of records would change.",
    remedy="Take the setting out.",
)

SETTING_REPOSITORY = Wording(
    code="setting-repository",
    message="{key} would show where the private repository is.",
    remedy="Take the setting out. A link to the website of the partnership goes into extra: homepage.",
)

SETTING_SCRIPT = Wording(
    code="setting-script",
    message="{key} is not allowed: the site runs no scripts but those of its theme.",
    remedy="Take the setting out.",
)

SETTING_HIDDEN = Wording(
    code="setting-hidden",
    message="{key} is not allowed: a page that is only left out of sight is still published or easily so.",
    remedy="Take the setting out, and move what the public should not see out of docs/.",
)

SETTING_PREVIEW = Wording(
    code="setting-preview",
    message="{key} is not allowed: a preview is shown on this computer only.",
    remedy="Take the setting out.",
)

SETTING_AUTHOR = Wording(
    code="setting-author",
    message="{key} would put a name on every page.",
    remedy="Take the setting out.",
)

NO_HOME_PAGE = Wording(
    code="no-home-page",
    message="There is no home page.",
    remedy="Make a file docs/index.md that begins with a heading, `# Name of the partnership`.",
)

# The hand-written pages in docs/.

DOCUMENT_UNKNOWN = Wording(
    code="document-unknown",
    message="This file would be published as it is, and its type or place is not one that may be.",
    remedy="Move it out of docs/. Allowed are pages (.md), images (.png, .jpg, .webp, .ico) in docs/images/"
    " and style sheets (.css) in docs/styles/.",
)
DOCUMENT_LINK = Wording(
    code="document-link",
    message="This is a link to another place, whose content would be published.",
    remedy="Remove the link, and put the file itself here if the public should get it.",
)
DOCUMENT_NAME = Wording(
    code="document-name",
    message="The name of this file or folder cannot be part of an address, or is that of a hidden file.",
    remedy="Rename it with lower-case letters, digits and single hyphens, such as contact-us.md,"
    " or remove it.",
)
DOCUMENT_UNREADABLE = Wording(
    code="document-unreadable",
    message="This page cannot be read: it is not UTF-8 text, or larger than 1 MB.",
    remedy="Save it again as plain text in UTF-8.",
)
DOCUMENT_BRACKETS = Wording(
    code="document-brackets",
    message="This page holds more than {most:,} opening brackets or braces, so it was not read.",
    remedy="Take out what was pasted by mistake, or make several pages of it.",
)
DOCUMENT_IN_CONFLICT = Wording(
    code="document-in-conflict",
    message="Here git put two versions of the page one below the other, and nobody has chosen between them.",
    remedy=("Keep the lines that are right, and remove the rest, also `<<<<<<<`, `=======` and `>>>>>>>`."),
)
DOCUMENT_NOT_AN_IMAGE = Wording(
    code="document-not-an-image",
    message="This file is not an image of the type that its name says.",
    remedy="Export the image again as .png or .jpg.",
)
DOCUMENT_STYLE = Wording(
    code="document-style",
    message="This style sheet holds a comment, a backslash or an address elsewhere, or cannot be read.",
    remedy="Take these out: every visitor can read the file, and nothing is fetched from another host.",
)
DOCUMENT_MARK = Wording(
    code="document-mark",
    message="This line holds a mark, or what looks like one. Marks work in records only.",
    remedy="Take it out, with the words that should not be public. For other uses write single brackets.",
)
DOCUMENT_COMMENT = Wording(
    code="document-comment",
    message="This page holds an HTML comment, which every visitor could read.",
    remedy="Take the comment out.",
)
DOCUMENT_HTML = Wording(
    code="document-html",
    message="This page holds an HTML tag.",
    remedy="Write it in Markdown. For the sign < write &lt;.",
)
DOCUMENT_CONTROL = Wording(
    code="document-control",
    message="This page holds a control character, which cannot be seen.",
    remedy="Type the line again.",
)
DOCUMENT_CALL = Wording(
    code="document-call",
    message="What stands between {{{{ and }}}} is not one call of a macro with plain arguments.",
    remedy='Write it as in {{{{ meetings(last=3) }}}} or {{{{ group("executive") }}}}.',
)
DOCUMENT_MACRO = Wording(
    code="document-macro",
    message="This page calls a macro that does not exist.",
    remedy="{advice}",
)
DOCUMENT_BRACE = Wording(
    code="document-brace",
    message="This page holds a brace that is not part of the call of a macro.",
    remedy="Take it out. An anchor for a heading is written {{: #name }} at its end.",
)
DOCUMENT_ADDRESS = Wording(
    code="document-address",
    message="The address of this link is not allowed.",
    remedy="Write a page of docs/ such as contact.md, a whole address with https://, mailto: or tel:.",
)
DOCUMENT_IMAGE = Wording(
    code="document-image",
    message="This image is not one of docs/images/.",
    remedy="Put the image there and write its path in round brackets: ![What it shows](images/name.png).",
)
DOCUMENT_FRONT_MATTER = Wording(
    code="document-front-matter",
    message="The first lines of this page are settings that are unknown or hold more than plain text.",
    remedy="Begin the page with a heading, `# Title`. Between lines of `---` may stand title, description"
    " and hide (navigation, toc, footer).",
)
PAGE_RESERVED = Wording(
    code="page-reserved",
    message="This page stands where only pages of published records may stand,"
    " and there is none with this address.",
    remedy="Move the page to another folder. If it is about a record, sign that record off first.",
)
DOCUMENT_OF_PAPER = Wording(
    code="document-of-paper",
    message="This file has the address at which the file of a published paper stands.",
    remedy="Give it another name.",
)
PAGE_WITHOUT_RECORD = Wording(
    code="page-without-record",
    message="This page takes the place of a record's page and does not show the record.",
    remedy="Call the macro {macro} for this record on the page, or move the page to another folder.",
)
