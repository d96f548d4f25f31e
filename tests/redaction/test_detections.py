"""What no published file may hold is found in each form in which it comes, and ordinary pages pass."""

from __future__ import annotations

import pytest

from redaction.verifying.detections import Page, detect, detect_opened, odd_parts, page_of
from redaction.watermarks import SHOWN, SIGN

WRONG = [
    ("site-page-error", "index.html", "<p>Traceback (most recent call last)</p>"),
    ("site-page-error", "data/a.json", '{"a": "<Meeting object at 0x7f12ab34cd>"}'),
    ("site-page-error", "a.txt", 'File "reading.py", line 12'),
    ("site-page-mark", "index.html", "<p>[[redact personal|x]]</p>"),
    ("site-page-mark", "index.html", "<p>[[action toolkit]]</p>"),
    ("site-page-mark", "data/a.json", '{"a": "[[ redact personal"}'),
    ("site-page-path", "a.css", "/* /home/somebody/site */"),
    ("site-page-path", "index.html", "<p>C:\\Users</p>"),
    ("site-page-template", "index.html", "<p>{{ meeting() }}</p>"),
    ("site-page-private-view", "index.html", f"<p>{SIGN}</p>"),
    ("site-page-private-view", "a.txt", SHOWN[0]),
    ("site-page-foreign", "a.css", "a { background: url(https://example.org/a.png) }"),
    ("site-page-foreign", "a.css", "@import '//example.org/a.css'"),
]
FINE = [
    ("index.html", "<p>No trace, no mark [1], no macro { } and no path a/home/b.</p>"),
    ("data/a.json", '{"a": "[[withheld personal]]"}'),
    ("index.html", "<p>Write [[redact REASON|text]], [[withheld REASON]] or [[action ID]].</p>"),
    ("a.css", "a { background: url(images/a.png) }"),
    ("a.js", "url(https://example.org/a.png)"),
    ("index.html", "<a href='/home/page'>Home</a><code>{{ macro }}</code>"),
]
TAGS = [
    ("site-page-foreign", "index.html", "<img src='https://example.org/a.png'>"),
    ("site-page-foreign", "index.html", "<meta http-equiv='refresh' content='0; url=https://example.org//'>"),
    ("site-page-foreign", "index.html", "<link rel='stylesheet' href='//example.org/a.css'>"),
    ("site-page-script", "index.html", "<p onclick='x()'>"),
    ("site-page-script", "index.html", "<a href='javascript:x()'>"),
    ("site-page-script", "a.svg", "<script>"),
]
FINE_TAGS = [
    "<a href='https://example.org/'>",
    "<link rel='canonical' href='https://example.org/'>",
    "<img src='/a.png' alt='//'>",
]


def codes(name: str, text: str, signed: str = "", tags: tuple[str, ...] = ()) -> list[str]:
    return [each.code for each in detect(name, text, lambda: signed, tags)]


@pytest.mark.parametrize(("code", "name", "text"), WRONG)
def test_what_should_not_be_there_is_found(code: str, name: str, text: str) -> None:
    found = detect(name, text, lambda: "")
    assert [(each.code, each.place.file) for each in found] == [(code, name)]


@pytest.mark.parametrize(("name", "text"), FINE)
def test_ordinary_pages_pass(name: str, text: str) -> None:
    assert codes(name, text) == []


@pytest.mark.parametrize(("code", "name", "tag"), TAGS)
def test_tags_that_act_or_ask_elsewhere_are_found(code: str, name: str, tag: str) -> None:
    assert codes(name, tag, tags=(tag,)) == [code]


@pytest.mark.parametrize("tag", FINE_TAGS)
def test_links_for_a_reader_to_follow_pass(tag: str) -> None:
    assert codes("index.html", tag, tags=(tag,)) == []


@pytest.mark.parametrize(
    "text",
    ["Traceback (most recent call last)", "{{ a }}", "See /home/somebody there", "object at  0x12345678"],
)
def test_words_that_were_signed_off_pass(text: str) -> None:
    """A meeting may have talked about them; white space does not matter."""
    assert codes("index.html", f"<p>{text}</p>", signed=f"They said {' '.join(text.split())} there.") == []


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("site-page-mark", "[[redact personal"),
        ("site-page-error", "Traceback (most recent call last)"),
        ("site-page-private-view", SIGN),
    ],
)
def test_the_words_inside_a_file_are_looked_at_too(code: str, words: str) -> None:
    assert [each.code for each in detect_opened("a.pdf", words, lambda: "")] == [code]
    assert detect_opened("a.pdf", "Ordinary words [[withheld personal]]", lambda: "") == ()


def test_a_script_or_comment_that_most_pages_do_not_have_is_found() -> None:
    """What differs only by the depth of the page is the same; the settings of the theme are no script."""
    usual = "<script>start('..')</script><script type=\"application/ld+json\">{}</script><!-- made -->"
    deeper = usual.replace("'..'", "'../..'")
    pages = [page_of("a.html", usual), page_of("b.html", deeper), page_of("c.html", usual)]
    assert odd_parts(pages) == ()
    odd = page_of("d.html", usual + "<script>other()</script><!-- hidden -->")
    assert sorted((each.code, each.place.file) for each in odd_parts([*pages, odd])) == [
        ("site-page-comment", "d.html"),
        ("site-page-script", "d.html"),
    ]
    assert odd_parts([odd]) == ()
    assert page_of("e.html", "<p>Words</p>") == Page("e.html", frozenset())
