"""The wordings about addresses that must live for ever: redirects.yml and published.lock."""

from __future__ import annotations

from problems import Severity, Wording

REDIRECT_FORM = Wording(
    code="redirect-form",
    message="This is not a redirect.",
    remedy="Write `/old/address/: /new/address/` on a line of its own. Both begin with `/`, and end with `/`"
    " or with `#` and the id of a part. The new one may also be a whole address, `https://…`.",
)

REDIRECT_FROM_STANDING = Wording(
    code="redirect-from-standing",
    message="Something still stands at the old address of this redirect.",
    remedy="Take the redirect out, or withdraw what stands there first: `pages withdraw`.",
)

REDIRECT_WITHOUT_PAGE = Wording(
    code="redirect-without-page",
    message="The old address of this redirect is a part of a page that does not stand.",
    remedy="Redirect the page itself: write the old address without `#` and what follows.",
)

REDIRECT_TO_NOTHING = Wording(
    code="redirect-to-nothing",
    message="Nothing stands at the new address of this redirect.",
    remedy="Correct it. Something must stand there itself, without a further redirect.",
)

REDIRECT_TO_TAKEN_DOWN = Wording(
    code="redirect-to-taken-down",
    message="This redirect leads to what was taken down, and could not be taken out for certain.",
    remedy="Take it out by hand. Until then no site can be built, and its old address may tell of it.",
)

LOCK_DAMAGED = Wording(
    code="lock-damaged",
    message="This line of the list of published addresses cannot be read.",
    remedy="Take the file back from version control. Where two versions of it meet, keep the lines of both.",
)

LOCK_MISSING = Wording(
    code="lock-missing",
    message="There is no list of the addresses that were published.",
    remedy="The next `pages sign-off` or `pages withdraw` writes it. If there was one, take it back from"
    " version control.",
    severity=Severity.WARNING,
)

LOCK_BEHIND = Wording(
    code="lock-behind",
    message="Something was published that the list of published addresses does not name.",
    remedy="Run `pages sign-off --changed`; it renews the list.",
    severity=Severity.WARNING,
)

LOCK_NOT_RENEWED = Wording(
    code="lock-not-renewed",
    message="The list of published addresses could not be written.",
    remedy="See that the disk has room and that you may write here. Then run `pages sign-off --changed`.",
    severity=Severity.WARNING,
)

EDITION_GONE = Wording(
    code="edition-gone",
    message="Edition {number} of {record} was published, and is not in published/ any more.",
    remedy="Take it back from version control or a backup. To take something down, use `pages withdraw`, with"
    " `--no-trace` if nothing may be left.",
)

ADDRESS_GONE = Wording(
    code="address-gone",
    message="{address} was published, and nothing stands there any more.",
    remedy="Give the part its former id again, or write in redirects.yml where it stands now:"
    " `{address}: /…/`. To take something down, use `pages withdraw`.",
)

ADDRESS_WOULD_GO = Wording(
    code="address-would-go",
    message="{address} is published, and would lead nowhere.",
    remedy="Give the part its former id again, or write in redirects.yml where it will stand:"
    " `{address}: {page}`.",
)

ADDRESS_NOT_BUILT = Wording(
    code="address-not-built",
    message="{address} was published, and this site has nothing there.",
    remedy="Take back what was changed in docs/, or write in redirects.yml where it stands now. `pages check`"
    " tells what is missing from published/.",
)
