"""All files for others together: the same bytes each time, and nothing that the pages do not show."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from editions.datasets import Dataset
from macros.open_data.site_files import site_files
from macros.pages import pages
from tests.macros.open_data.small import ADDRESS, small
from tests.macros.samples import PARTNERSHIP, entry, sample


def test_the_same_editions_give_the_same_bytes() -> None:
    """No clock, no machine, and no order of a folder is in them."""
    assert site_files(sample(), ADDRESS) == site_files(sample(), ADDRESS.rstrip("/"))


def test_every_address_in_a_file_exists() -> None:
    """Feeds, calendars and tables lead to pages and files of this site."""
    files = site_files(sample(), ADDRESS)
    known = {
        page.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/" for page in pages(sample())
    }
    known |= {*files, "", "sitemap.xml"}
    found = set()
    for name, raw in files.items():
        text = raw.decode("utf-8-sig").replace("\r\n ", "")
        found |= {(name, each) for each in re.findall(re.escape(ADDRESS) + r"([\w/.-]*)", text)}
    assert found
    assert sorted((name, each) for name, each in found if each not in known) == []


def test_robots_may_read_all_and_find_the_map() -> None:
    """Nothing on the site is hidden from a search engine, for nothing there is hidden at all."""
    text = site_files(small(), ADDRESS)["robots.txt"].decode()
    assert text == f"User-agent: *\nAllow: /\n\nSitemap: {ADDRESS}sitemap.xml\n"


def test_security_txt_has_what_rfc_9116_asks_for() -> None:
    """At least one contact, and one day on which it ends."""
    lines = site_files(small(), ADDRESS)[".well-known/security.txt"].decode().splitlines()
    fields = [line.split(": ", 1) for line in lines]
    assert [value for name, value in fields if name == "Contact"] == [
        "https://larkmere.example/tell",
        "mailto:security@larkmere.example",
    ]
    (expires,) = [value for name, value in fields if name == "Expires"]
    assert datetime.fromisoformat(expires).isoformat() == "2027-03-31T23:59:59+00:00"
    (canonical,) = [value for name, value in fields if name == "Canonical"]
    assert urlsplit(canonical).path == "/board/.well-known/security.txt"


def test_without_a_contact_there_is_no_security_txt() -> None:
    """A file that names nobody would be worse than none."""
    dataset = Dataset({"partnership": (entry("partnership", PARTNERSHIP),)})
    assert ".well-known/security.txt" not in site_files(dataset, ADDRESS)
