"""What the reader sees: every public value on its page, nothing else, and harmless."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from editions.canonical import to_plain
from editions.datasets import Dataset, Entry, Issue
from editions.downloads import downloads_in
from editions.fields import PublicRecord
from editions.kinds import PUBLIC_KINDS
from editions.kinds.arrangements import PublicArrangements
from editions.kinds.glossary import PublicGlossary
from editions.kinds.meetings import PublicMeeting
from editions.kinds.organizations import PublicOrganization
from editions.kinds.partnerships import PublicPartnership
from editions.kinds.policies import PublicPolicy
from macros.all_macros import macros_for
from macros.kinds import KINDS
from macros.open_data.site_files import site_files
from macros.pages import FRONT_MATTER, Page, pages, stub
from macros.rendering import TEMPLATES
from tests.macros.fillings import NOT_SHOWN, Filled, fill, others
from tests.macros.samples import (
    COUNCIL,
    EXECUTIVE,
    MEETING,
    PARTNERSHIP,
    POLICY,
    ROOK,
    entry,
    holding,
    sample,
)

Golden = Callable[[Path | str, str], str]

SHOWN_BY: dict[type[PublicRecord], tuple[str, ...]] = {
    **{PUBLIC_KINDS[kind.name]: (kind.page,) for kind in KINDS.values() if kind.page is not None},
    PublicOrganization: ("partners",),
    PublicPartnership: ("partners", "office", "worried", "data_files", "accessibility_statement"),
    PublicPolicy: ("withheld",),
    PublicGlossary: ("glossary",),
}
"""The macros that show a kind of record. Persons have no pages of their own yet."""

PAGES = {kind.page for kind in KINDS.values()}

WORDS_FOR_A_DAY = "The words of the document stand in place of the day."
REPLACED = {
    PublicMeeting: {"attendance.person.role": "The post as printed in these minutes stands in its place."},
    PublicArrangements: {
        **{
            f"{holders}.{name}": WORDS_FOR_A_DAY
            for holders in ("partners.leads", "partners.delegates", "scrutiny.holders", "scrutiny")
            for name in ("since", "until")
        },
        **{
            f"{steps}.{name}": WORDS_FOR_A_DAY
            for steps in ("preparation", "consultation", "timetable")
            for name in ("date", "until")
        },
        "scrutiny.review": WORDS_FOR_A_DAY,
        "funding.review": WORDS_FOR_A_DAY,
    },
}
"""The paths of fields that another field replaces on the page, by the record, with the reason."""

EMPTY = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}


def shown(dataset: Dataset, page: Page) -> str:
    macro = macros_for(dataset)[page.macro]
    return macro() if page.argument is None else macro(page.argument)


def meeting_page(**changed: object) -> str:
    """Return the page of the sample's meeting with some fields changed."""
    dataset = Dataset({"meetings": (entry("meetings", MEETING | changed),)})
    return macros_for(dataset)["meeting"](str(MEETING["id"]))


def page_of(model: type[PublicRecord], filled: Filled) -> str:
    kind = next(name for name, known in PUBLIC_KINDS.items() if known is model)
    record = model.model_validate(filled.plain)
    macros = macros_for(holding(kind, record, *others(filled)))
    return "\n".join(macros[name](record.id) if name in PAGES else macros[name]() for name in SHOWN_BY[model])


class _Tags(HTMLParser):
    """Collects the ids of a page, and the tags that are not closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def read(markdown: str) -> _Tags:
    tags = _Tags()
    tags.feed(markdown)
    tags.ids += re.findall(r"^#+ .*\{#([a-z0-9-]+)\}$", markdown, re.MULTILINE)
    return tags


def test_every_kind_is_shown_by_a_macro() -> None:
    """A new kind of record needs a page, or a reason why it has none."""
    assert set(PUBLIC_KINDS.values()) - set(SHOWN_BY) == {PUBLIC_KINDS["people"]}


@pytest.mark.parametrize("model", SHOWN_BY, ids=lambda model: model.__name__)
def test_every_public_field_is_on_the_page(model: type[PublicRecord]) -> None:
    """Nothing that a record says in public may be lost on its page, at any depth of the model."""
    filled = fill(model)
    page = re.sub(r"(?<=\d),(?=\d)", "", page_of(model, filled).lower())
    missing = {path for path, word in filled.expected.items() if word.lower() not in page}
    assert missing == set(REPLACED.get(model, ()))


@pytest.mark.parametrize("model", SHOWN_BY, ids=lambda model: model.__name__)
def test_every_answer_changes_the_page(model: type[PublicRecord]) -> None:
    """A field that is yes or no reads differently when it is no."""
    filled = fill(model)
    page = page_of(model, filled)
    elsewhere = {name for known, name in NOT_SHOWN if known is model} | {"how_we_comply", "rule_switches.on"}
    paths = [path for path in filled.answers if path not in elsewhere and path.count("items") <= 1]
    if model is PublicPartnership:
        paths.remove("fictional")  # It is shown by the theme, on every page.
    unchanged = [path for path in paths if page_of(model, fill(model, no=path)) == page]
    assert unchanged == []


@pytest.mark.parametrize("page", pages(sample()), ids=lambda page: page.path)
def test_page_is_the_golden_one(page: Page, golden: Golden) -> None:
    """The rendered text of each page is what somebody looked at; `--regenerate` takes the new text."""
    actual = shown(sample(), page)
    assert actual == golden(page.path.replace("/", "__"), actual)


@pytest.mark.parametrize("page", pages(sample()), ids=lambda page: page.path)
def test_page_is_well_formed(page: Page) -> None:
    """Between two headings every tag is closed, ids are unique, and no brace or style or handler stands."""
    text = shown(sample(), page)
    for block in re.split(r"^#+ .*\{#[a-z0-9-]+\}$", text, flags=re.MULTILINE):
        tags = read(block)
        assert (tags.open, tags.wrong) == ([], [])
        assert "{" not in block
    tags = read(text)
    assert [each for each, count in Counter(tags.ids).items() if count > 1] == []
    assert {name for name in tags.attributes if name == "style" or name.startswith("on")} == set()


def test_filled_meeting_has_each_id_once() -> None:
    """Also on the fullest page no address stands twice."""
    tags = read(page_of(PublicMeeting, fill(PublicMeeting)))
    assert [each for each, count in Counter(tags.ids).items() if count > 1] == []


def test_addresses_within_a_meeting() -> None:
    """Items, actions and decisions have the addresses that the design promises."""
    ids = read(macros_for(sample())["meeting"]("2026-03-12-executive")).ids
    assert {"scrutineer", "schools", "action-toolkit", "decision-d1"} <= set(ids)


def test_section_of_ours_makes_way_for_an_item() -> None:
    """An item whose id is that of one of our sections keeps its address."""
    plain = MEETING | {"items": [{"id": "part-attendance", "title": "Part"}]}
    page = macros_for(Dataset({"meetings": (entry("meetings", plain),)}))["meeting"](MEETING["id"])
    assert re.findall(r"## (.*) \{#part-attendance(-2)?\}", page) == [("Who was there", "-2"), ("Part", "")]


OF_THEME = ("cite-this-page",)
"""Places that the theme adds to a page, which the tests of the browser look for."""


def test_every_link_leads_somewhere() -> None:
    """Every address within the site that a page names is a page, a place on it, or a file."""
    dataset = sample()
    ids = {
        "/" + page.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/": read(
            shown(dataset, page)
        ).ids
        for page in pages(dataset)
    }
    files = {f"/{name}" for name in site_files(dataset, "https://larkmere.example/")}
    files |= {f"/data/{kind}.json" for kind in PUBLIC_KINDS}
    files |= {
        f"/{download.path}"
        for entries in dataset.kinds.values()
        for each in entries
        if each.record
        for download in downloads_in(to_plain(each.record))
    }
    dead = []
    for page in pages(dataset):
        own = "/" + page.path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
        for href in re.findall(r'href="([/#][^"]*)"', shown(dataset, page)):
            path, _, anchor = href.partition("#")
            target = ids.get(path or own)
            if path not in files and (target is None or (anchor and anchor not in (*target, *OF_THEME))):
                dead.append((own, href))
    assert dead == []


def test_action_placed_twice_stands_once() -> None:
    """A second text that places the same action gets a link to it."""
    items = [
        {
            "id": "one",
            "title": "One",
            "text": "[[action a]]",
            "actions": [{"id": "a", "text": "Go.\n\n[[action a]]"}],
        },
        {"id": "two", "title": "Two", "text": "See [[action a]] and then again [[action a]]."},
    ]
    page = macros_for(Dataset({"meetings": (entry("meetings", MEETING | {"items": items}),)}))
    text = page["meeting"](MEETING["id"])
    assert (text.count('id="action-a"'), text.count('href="#action-a">action')) == (1, 2)


@pytest.mark.parametrize("reason", ["personal", "commercial"])
def test_notice_is_the_same_wherever_it_stands(reason: str) -> None:
    """The notice of a reason does not show what or how much was withheld."""
    texts = [
        f"A [[withheld {reason}]].",
        f"[[withheld {reason}]]",
        f"- long\n- and [[withheld {reason}]] here",
    ]
    items = [{"id": f"i{n}", "title": "T", "text": text} for n, text in enumerate(texts)]
    dataset = Dataset(
        {
            "policy": (entry("policy", POLICY),),
            "meetings": (entry("meetings", MEETING | {"items": items}),),
        }
    )
    notices = re.findall(r'<span class="withheld">.*?</span>', macros_for(dataset)["meeting"](MEETING["id"]))
    assert (len(notices), len(set(notices))) == (3, 1)


def test_none_declared_differs_from_not_recorded() -> None:
    """That nobody declared an interest is said; that nothing was recorded is said in other words."""
    told = macros_for(sample())["meeting"]("2026-03-12-executive")
    plain = {key: value for key, value in MEETING.items() if key != "declarations"}
    silent = macros_for(Dataset({"meetings": (entry("meetings", plain),)}))["meeting"](MEETING["id"])
    assert ("No interests were declared" in told, "are not listed" in told) == (True, False)
    assert ("No interests were declared" in silent, "are not listed" in silent) == (False, True)


def test_what_an_item_records_of_interests_is_not_said_to_be_missing() -> None:
    """Minutes mostly tell of them under an item of their own; the page does not contradict it."""
    item = {"id": "interests", "title": "Interests", "declarations": {"none_declared": True}}
    plain = {key: value for key, value in MEETING.items() if key != "declarations"} | {"items": [item]}

    page = macros_for(Dataset({"meetings": (entry("meetings", plain),)}))["meeting"](MEETING["id"])

    assert ("No interests were declared" in page, "are not listed" in page) == (True, False)


def test_hostile_text_is_harmless() -> None:
    """A title and a text that look like HTML, Markdown, a macro or an attribute are words on the page."""
    hostile = 'X {: onclick="x" } {{ 7*7 }} {% raw %} <b> </page-heading> <!-- --8<-- "f"'
    items = [{"id": "a", "title": hostile, "text": hostile, "clock": hostile}]
    page = macros_for(
        Dataset({"meetings": (entry("meetings", MEETING | {"title": hostile, "items": items}),)})
    )
    text = page["meeting"](MEETING["id"])
    blocks = re.sub(r" \{#[a-z0-9-]+\}$", "", text, flags=re.MULTILINE)
    assert [sign for sign in ("{", "}", "<b>", "<!--", "</page") if sign in blocks] == []
    assert "onclick" not in read(text).attributes


def test_only_web_addresses_are_links() -> None:
    """An address that would run something is shown as words."""
    links = [
        {"title": "Good", "address": "https://a.example/"},
        {"title": "Bad", "address": "javascript:alert(1)"},
    ]
    page = macros_for(Dataset({"meetings": (entry("meetings", MEETING | {"links": links}),)}))
    text = page["meeting"](str(MEETING["id"]))
    assert ('href="https://a.example/"' in text, 'href="javascript' in text) == (True, False)


def test_person_is_no_link() -> None:
    """A person is shown by name, post and organization, and leads nowhere."""
    text = macros_for(sample())["meeting"]("2026-03-12-executive")
    assert re.findall(r"<a [^>]*>[^<]*Ada Rook", text) == []
    assert "p-aaaaaaaa" not in text


def test_post_and_organization_of_an_attender_stand_once() -> None:
    """Whoever is in the attendance is given in full there and by name elsewhere; others always in full."""
    guest = {"kind": "person", "name": "Mo Tarn", "role": "Nurse", "organization": "Larkmere Trust"}
    items = [{"id": "a", "title": "A", "presented_by": [{"who": ROOK}, {"who": guest}]}]
    text = meeting_page(items=items)
    assert (text.count("Ada Rook"), text.count(ROOK["role"])) == (3, 1)
    assert "Mo Tarn, Nurse, Larkmere Trust" in text


def test_printed_post_replaces_the_one_on_record() -> None:
    """A post that the minutes print differently stands instead of the record's; the chair has a badge."""
    text = meeting_page(attendance=[{"person": ROOK, "post": "Interim director", "status": "present"}])
    assert ("Interim director" in text, ROOK["role"] in text) == (True, False)
    assert re.search(r'<th [^>]*>Ada Rook <span class="tag">Chair</span> ', text)


@pytest.mark.parametrize(
    ("name", "post", "part", "expected"),
    [
        ("Ada Rook", "chair", False, "Ada Rook Chair Larkmere Council"),
        ("Ada Rook", "Chair", True, "Ada Rook Chair, in part Larkmere Council"),
        (None, "Chair", False, "Chair Larkmere Council"),
        (None, "Chair", True, "Chair Chair, in part Larkmere Council"),
        (None, "Director", False, "Director Chair Larkmere Council"),
        ("Ada Rook", "Director", False, "Ada Rook Chair Director, Larkmere Council"),
    ],
)
def test_a_post_that_only_says_who_chaired_stands_once(
    name: str | None,
    post: str,
    part: bool,  # noqa: FBT001  # a case of the table
    expected: str,
) -> None:
    """Beside the badge of the chair the post of the chair says nothing; any other post does."""
    who = {"kind": "person", "name": name, "role": post, "organization": "Larkmere Council"}
    chair = {"person": who, "items": ["minutes"] if part else []}
    text = meeting_page(chair=[chair], attendance=[{"person": who, "status": "present"}])
    row = re.findall(r'<th scope="row">(.*?)</th>', text, re.DOTALL)[0]

    assert " ".join(re.sub("<[^>]*>", " ", row).split()) == expected


def test_a_post_that_repeats_what_somebody_chaired_as_stands_once() -> None:
    """Among the facts a role is said beside the post only where it says something else."""
    who = {"kind": "person", "role": "Co-chair", "organization": "Larkmere Council"}
    other = {"kind": "person", "role": "Director"}
    text = meeting_page(chair=[{"person": who, "role": "co-chair"}, {"person": other, "role": "co-chair"}])

    assert re.findall(r"<li>((?:Co-chair|Director)[^<]*)", text) == [
        "Co-chair, Larkmere Council",
        "Director (co-chair)",
    ]


def test_one_capacity_of_all_is_said_once() -> None:
    """Where everybody is listed in the same capacity, the table says so above, not in each row."""
    rows = [{"name": name, "status": "present", "category": "member"} for name in ("Jo Wick", "Al Moss")]
    same, mixed = meeting_page(attendance=rows), meeting_page(attendance=[*rows, {"name": "Ed Fenn"}])
    assert (same.count("listed as: member"), same.count("<li>Member</li>")) == (1, 0)
    assert (mixed.count("listed as: member"), mixed.count("<li>Member</li>")) == (0, 2)


def test_items_are_named_by_their_bare_numbers() -> None:
    """Printed dots are left out, several items are named in one go, and one without a number by its title."""
    items = [{"id": f"i{n}", "label": f"{n}.", "title": "T"} for n in (3, 8)]
    items.append({"id": "aob", "title": "AOB"})
    rows = [
        {"name": "Jo Wick", "left_for": ["i3", "i8"]},
        {"name": "Al Moss", "left_for": ["i3"]},
        {"name": "Ed Fenn", "left_for": ["i3", "i8", "aob"]},
    ]
    told = re.findall(r"<li>(Left .*?)</li>", meeting_page(items=items, attendance=rows))
    assert [re.sub("<.*?>", "", each) for each in told] == [
        "Left the room for items 3 and 8",
        "Left the room for item 3",
        "Left the room for item 3, item 8 and AOB",
    ]


def test_glance_says_how_actions_stand() -> None:
    """An action that is no longer open says so, by the newest report on it, with its owners in few words."""
    text = macros_for(sample())["meeting"]("2026-01-15-executive")
    glance = text[text.index("Who is to do what") : text.index("</section>")]
    assert '<span class="tag">Closed, 12 March 2026</span>' in glance
    now = macros_for(sample())["meeting"]("2026-03-12-executive")
    assert '<span class="aside">Head of Safeguarding (Larkmere Police); All partners.</span>' in now


def test_glance_does_not_repeat_the_kind() -> None:
    """A decision whose words say that it was agreed needs no tag that says so again."""
    items = [
        {
            "id": "a",
            "title": "A",
            "decisions": [
                {"id": "d1", "kind": "agreed", "text": "It was agreed to go."},
                {"id": "d2", "kind": "agreed", "text": "Go."},
            ],
        }
    ]
    text = meeting_page(items=items)
    glance = text[text.index("What was decided") : text.index("</section>")]
    assert glance.count('<span class="tag">Agreed</span>') == 1


def test_registers_show_printed_numbers() -> None:
    """The lists of actions and decisions have the number that the minutes print."""
    macros = macros_for(sample())
    assert '<span class="number">3.2</span>' in macros["actions"]()
    assert '<span class="number">3.1</span>' in macros["decisions"]()


def test_posts_have_their_present_holders() -> None:
    """Beside a post stands whoever holds it at the newest edition, if named; earlier holders do not."""
    post = {
        "kind": "post",
        "role": "Director of Children's Services",
        "organization": "Larkmere Council",
        "organization_id": "council",
    }
    acting = {"post": post, "since": "2025", "standing": "acting"}
    people = [
        {"id": "p-aaaaaaaa", "name": "Ada Rook", "posts": [acting]},
        {"id": "p-bbbbbbbb", "name": "Old Rook", "posts": [{"post": post, "until": "2024-12-31"}]},
        {"id": "p-cccccccc", "name": "Next Rook", "posts": [{"post": post, "since": "2026-09-01"}]},
    ]
    dataset = Dataset(
        {
            "organizations": (entry("organizations", COUNCIL),),
            "people": tuple(entry("people", person) for person in people),
        }
    )
    text = macros_for(dataset)["partners"]()
    assert re.findall(r"<td>([^<]*Rook[^<]*)</td>", text) == ["Ada Rook (acting)"]


def test_draft_says_so() -> None:
    """A preview of values that nobody signed off says so at the top; a published page does not."""
    draft = Dataset(
        {"meetings": (Entry(str(MEETING["id"]), PublicMeeting.model_validate(MEETING), (), draft=True),)}
    )
    banner = "Preview: not signed off"
    assert banner in macros_for(draft)["meeting"](MEETING["id"])
    assert banner not in macros_for(sample())["meeting"](MEETING["id"])


def test_withdrawn_record_keeps_its_page_and_loses_its_title() -> None:
    """The page of a withdrawn record says when and why; its title and date are nowhere."""
    page = macros_for(sample())["meeting"]("2025-11-06-executive")
    assert ("9 December 2025" in page, "Taken down to be checked." in page) == (True, True)
    assert "Executive meeting" not in page


def test_pages_are_those_of_the_dataset() -> None:
    """A record that is not in the dataset has no page, and an empty dataset has the lists only."""
    lists = {page.path for page in pages(Dataset())}
    known = {f"{kind}/{entry.id}.md" for kind, entries in sample().kinds.items() for entry in entries}
    shown = {path for path in known if KINDS[path.partition("/")[0]].page}
    assert {page.path for page in pages(sample()) if page.by is None} - lists == shown
    assert {path.partition("/")[0] for path in shown} == {kind.name for kind in KINDS.values() if kind.page}
    assert {"meetings/2025-11-06-executive.md", "groups/audit.md"} <= shown


@pytest.mark.parametrize("page", pages(Dataset()), ids=lambda page: page.path)
def test_empty_dataset_has_readable_lists(page: Page) -> None:
    """Before anything is published each list says so in words."""
    assert re.search(r"<p>", shown(Dataset(), page))


def test_stub_holds_no_record_text() -> None:
    """A stub is fixed front matter, a fixed title for lists, and one macro call with an id."""
    assert stub(Page("meetings/a.md", "meeting", "a")) == FRONT_MATTER + '\n{{ meeting("a") }}\n'
    assert (
        stub(Page("groups/index.md", "groups", title="Groups"))
        == FRONT_MATTER + "\n# Groups\n\n{{ groups() }}\n"
    )


def test_whole_record_withheld_is_told() -> None:
    """A record that is withheld as a whole keeps its page with a notice and nothing else of it."""
    plain = {
        "id": "2026-02-02-executive",
        "title": "Meeting",
        "group": EXECUTIVE,
        "date": "2026-02-02",
        "status": "approved",
        "withheld": {"reason": "personal", "what": "whole"},
    }
    dataset = Dataset(
        {
            "partnership": (entry("partnership", PARTNERSHIP),),
            "policy": (entry("policy", POLICY),),
            "meetings": (entry("meetings", plain),),
        }
    )
    page = macros_for(dataset)["meeting"](plain["id"])
    assert "This record is withheld" in page
    assert 'quote <a href="/meetings/2026-02-02-executive/">' in page
    assert "All of it" in macros_for(dataset)["withheld"]()


def test_templates_are_short() -> None:
    """A template can be read in one sitting."""
    assert [path.name for path in TEMPLATES.rglob("*.html") if len(path.read_text().splitlines()) > 200] == []


def test_every_edition_of_the_sample_is_listed() -> None:
    """What changed lists the editions of withdrawn records without a title."""
    text = macros_for(sample())["changes"]()
    assert text.count("<tr>") - 1 == sum(
        len(each.issues) for entries in sample().kinds.values() for each in entries
    )
    assert "A withdrawn page" in text


def test_corrected_minutes_say_what_the_correction_was() -> None:
    """The status says so in words, and beside it stands the note of the edition that corrected them."""
    told = (
        Issue(number=1, date="2026-04-01", note="First published."),
        Issue(number=2, date="2026-05-20", note="A name was spelt wrong."),
    )
    dataset = Dataset({"meetings": (entry("meetings", MEETING | {"status": "corrected"}, *told),)})
    page = dict(macros_for(dataset))["meeting"](MEETING["id"])
    unchanged = dict(macros_for(Dataset({"meetings": (entry("meetings", MEETING, *told),)})))["meeting"]

    facts = re.sub(r"\s+", " ", page)
    assert "Approved minutes, since corrected</strong>" in facts
    assert re.search(
        r"Corrected[^<]*20(&nbsp;|\u00a0| )May(&nbsp;|\u00a0| )2026: A name was spelt wrong", facts
    )
    assert "Corrected" not in unchanged(MEETING["id"])
