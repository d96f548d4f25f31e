"""The wordings of what a certificate tells of a site."""

from __future__ import annotations

from problems import Severity, Wording

CERTIFICATE_UNREADABLE = Wording(
    code="certificate-unreadable",
    message="This is no certificate of a build, or it cannot be read.",
    remedy="Name the file certificate.json that `pages build` wrote into build/.",
)
CERTIFICATE_UNWRITTEN = Wording(
    code="certificate-unwritten",
    message="The certificate could not be written here ({error}).",
    remedy="Make room, or make the folder writable. The site itself is not concerned.",
    severity=Severity.WARNING,
)
CERTIFIED_DIFFERS = Wording(
    code="certified-differs",
    message="This file is not the one that the certificate names.",
    remedy="Put the site there again as it was built, and find out who or what changed it.",
)
CERTIFIED_MISSING = Wording(
    code="certified-missing",
    message="The certificate names this file, and it is missing.",
    remedy="Put the site there again as it was built.",
)
CERTIFIED_NEW = Wording(
    code="certified-new",
    message="The certificate does not name this file, so nobody verified it.",
    remedy="Remove it, and find out who or what put it there.",
)
