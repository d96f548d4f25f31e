"""What the search is given: every word of a page once, apart from its neighbours, and nothing that acts."""

from __future__ import annotations

from macros.searching import sections, words

PAGE = """
<h1 id="part-meeting">Executive&#44; 12 March<a class="headerlink" href="#part-meeting">&para;</a></h1>
<dl><dt>Group</dt><dd>Executive</dd></dl>
<h2 id="neglect">5 Neglect &#60;b&#62;<a class="headerlink" href="#neglect">&para;</a></h2>
<div><p>The <em>audit</em> looked&nbsp;at <a href="/x">twelve</a> cases.</p><h4>Findings</h4>
<table><tr><td>One</td><td>Two &amp; three</td></tr></table></div>
"""


def test_each_heading_with_an_id_is_a_section() -> None:
    assert sections(PAGE, "meetings/x/") == [
        {"location": "meetings/x/", "title": "Executive, 12 March", "text": "Group Executive"},
        {
            "location": "meetings/x/#neglect",
            "title": "5 Neglect &lt;b&gt;",
            "text": "The audit looked\u00a0at twelve cases. Findings One Two &amp; three",
        },
    ]


def test_a_page_without_headings_has_no_section() -> None:
    assert sections("<p>Nothing.</p>", "x/") == []


def test_text_that_looks_like_a_tag_stays_text() -> None:
    assert words("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>") == "&lt;script&gt;alert(1)&lt;/script&gt;"
