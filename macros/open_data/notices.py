"""Files for programs that visit the site: what they may read, and whom to tell of a security problem."""

from __future__ import annotations

from macros.open_data.sources import Source

ROBOTS = "robots.txt"
SECURITY = ".well-known/security.txt"


def notice_files(source: Source) -> dict[str, bytes]:
    """Return `robots.txt`, and `security.txt` (RFC 9116) if the partnership says whom to tell."""
    files = {ROBOTS: f"User-agent: *\nAllow: /\n\nSitemap: {source.at('sitemap.xml')}\n".encode()}
    partnership = source.lookups.partnership
    security = partnership.security if partnership else None
    if security is not None:
        ways = (security.website, f"mailto:{security.email}" if security.email else None)
        lines = [
            *(f"Contact: {way}" for way in ways if way),
            f"Expires: {security.expires}T23:59:59Z",
            f"Preferred-Languages: {', '.join(partnership.languages) if partnership else ''}",
            f"Canonical: {source.at(SECURITY)}",
            *([f"Policy: {security.policy}"] if security.policy else []),
        ]
        files[SECURITY] = ("\n".join(lines) + "\n").encode()
    return files
