"""How people, posts and bodies are printed on a day, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from records.kinds.groups import Group
from records.kinds.organizations import Organization
from records.kinds.people import Person
from records.loading import Records
from records.withholding import Withhold
from redaction.projecting.derivations import derived, has_no_post, holdings_on_every_day, print_at
from redaction.projecting.naming import (
    LEVELS,
    find_post,
    holdings_on,
    is_named,
    kept_when_withheld,
    notice,
    print_group,
    print_organization,
    print_party,
    print_person,
    print_post,
    public_line,
    tells_of_concealed,
)
from redaction.searching.publicity import is_shown_by_name
from tests.redaction.in_memory import records_of

DAY = "2026-03-12"
COUNCIL = {
    "name": "Testwick Council",
    "kind": "local-authority",
    "posts": [
        {"id": "director", "title": "Director", "level": "lead"},
        {"id": "manager", "title": "Manager", "level": "manager"},
        {"id": "clerk", "title": "Clerk", "level": "support"},
        {"id": "officer", "title": "Officer"},
    ],
}
PRINTED_COUNCIL = {"organization": "Testwick Council", "organization_id": "council"}
UNKNOWN = {"kind": "person", "role": "Name not published"}
WITHHELD = {"reason": "personal"}


def person(**more: Any) -> dict[str, Any]:
    return {"public_id": "p-aaaaaaa1", "name": "Ife Abara", **more}


def records(people: dict[str, Any], **organizations: Any) -> Records:
    """Return one person, `abara`, and the council."""
    bodies = {
        ("organizations", name): plain for name, plain in ({"council": COUNCIL} | organizations).items()
    }
    return records_of({("people", "abara"): people, **bodies})


def get(known: Records) -> Person:
    found = known.get("people", "abara")
    assert isinstance(found, Person)
    return found


def printed(day: str | None = DAY, **more: Any) -> dict[str, Any]:
    known = records(person(**more))
    return print_person(get(known), known, day)


def test_levels_are_in_order() -> None:
    assert LEVELS == ("lead", "senior", "manager", "officer", "support")


@pytest.mark.parametrize(
    ("post", "named"), [("director", True), ("manager", True), ("officer", False), ("clerk", False)]
)
def test_the_level_of_the_policy_is_the_lowest_that_is_named(post: str, named: bool) -> None:  # noqa: FBT001  # a case of the table
    known = records(person(posts=[{"post": f"council/{post}"}]))
    assert is_named(get(known), known, DAY) is named


@pytest.mark.parametrize(("show", "named"), [("name", True), ("role", False)])
def test_what_the_record_says_goes_before_the_level(show: str, named: bool) -> None:  # noqa: FBT001  # a case of the table
    """A clerk who is shown by name, and a director who is shown by role."""
    post = "clerk" if named else "director"
    known = records(person(show=show, posts=[{"post": f"council/{post}"}]))
    assert is_named(get(known), known, DAY) is named


@pytest.mark.parametrize(
    "posts",
    [
        [],
        [{"title": "Adviser"}],
        [{"post": "council/nobody"}],
        [{"post": "nowhere/director"}],
        [{"post": "council/director", "until": "2026-03-11"}],
    ],
)
def test_somebody_whose_level_is_not_known_is_not_named(posts: list[Any]) -> None:
    known = records(person(posts=posts))
    assert is_named(get(known), known, DAY) is False


def test_one_senior_post_of_several_is_enough() -> None:
    """Whichever stands first; and a level beside a post in words counts."""
    for posts in (["council/director", "council/clerk"], ["council/clerk", "council/director"]):
        known = records(person(posts=[{"post": post} for post in posts]))
        assert is_named(get(known), known, DAY)
    known = records(person(posts=[{"title": "Adviser"}, {"title": "Chair", "level": "senior"}]))
    assert is_named(get(known), known, DAY)


def test_without_a_policy_nobody_is_named_by_level() -> None:
    known = records_of(
        {
            ("people", "abara"): person(posts=[{"post": "council/director"}]),
            ("organizations", "council"): COUNCIL,
            ("policy", "policy"): None,
        }
    )
    assert not is_named(get(known), known, DAY)


@pytest.mark.parametrize(("what", "named"), [("text", True), ("whole", False), ("concealed", False)])
def test_a_withheld_person_is_named_only_where_the_name_stays(what: str, named: bool) -> None:  # noqa: FBT001  # a case of the table
    known = records(person(show="name", withhold={**WITHHELD, "what": what}))
    assert is_named(get(known), known, DAY) is named


POSTS = [
    {"title": "First", "until": "2019-12-31"},
    {"title": "Second", "since": "2020-01-01", "until": "2024-06-30"},
    {"title": "Third", "since": "2024-07-01"},
    {"title": "Beside", "since": "2022-01-01"},
]


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        (None, ["Third", "Beside"]),
        ("2019-12-31", ["First"]),
        ("2020-01-01", ["Second"]),
        ("2024-06-30", ["Beside", "Second"]),
        ("2024-07-01", ["Third", "Beside"]),
        ("2024-07", ["Third", "Beside"]),
        ("2024-06", ["Beside", "Second"]),
        ("2020", ["Second"]),
        ("2022", ["Beside", "Second"]),
        ("2021", ["Second"]),
    ],
)
def test_posts_on_a_day_are_the_newest_first(day: str | None, titles: list[str]) -> None:
    """First and last day count; of a month or a year the first day does."""
    known = get(records(person(posts=POSTS)))
    assert [holding.title for holding in holdings_on(known, day)] == titles


MONTHS = [
    {"post": "council/clerk", "since": "2019", "until": "2024-07"},
    {"post": "council/director", "since": "2024-07", "until": "2026"},
]


@pytest.mark.parametrize(
    ("day", "role", "named"),
    [
        ("2018-12-31", None, False),
        ("2019-01-01", "Clerk", False),
        ("2024-06-30", "Clerk", False),
        ("2024-07-01", "Director", False),
        ("2024-07-30", "Director", False),
        ("2024-07-31", "Director", True),
        ("2024-08-01", "Director", True),
        ("2024-08", "Director", True),
        ("2026-01-01", "Director", True),
        ("2026-01-02", "Director", False),
        ("2026-12-31", "Director", False),
        ("2027-01-01", None, False),
    ],
)
def test_a_post_of_which_the_month_is_known_names_nobody_too_early_or_too_late(
    day: str,
    role: str | None,
    named: bool,  # noqa: FBT001  # a case of the table
) -> None:
    """On each day of the month they have the newer post; they are named where they surely had it."""
    known = records(person(posts=MONTHS))
    posts = {"council/director": "Director", "council/clerk": "Clerk"}
    held = [posts[each.post or ""] for each in holdings_on(get(known), day)]

    assert ((held or [None])[0], is_named(get(known), known, day)) == (role, named)


@pytest.mark.parametrize(
    ("since", "until", "named"),
    [
        ("2024-03", "2024-03", False),
        ("2024-03-02", "2024-03", False),
        ("2024", "2024-12-30", False),
        ("2024", "2024-12-31", True),
        ("2024-03-02", "2024-03-02", True),
        ("2024-03", "2024-04", True),
    ],
)
def test_whoever_surely_had_a_post_on_no_day_is_named_nowhere_and_their_name_is_a_secret(
    since: str,
    until: str,
    named: bool,  # noqa: FBT001  # a case of the table
) -> None:
    """Else the name would stand on no page and be searched for on none."""
    posts = [
        {"post": "council/director", "since": since, "until": until},
        {"post": "council/clerk", "since": "2025"},
    ]
    known = records(person(posts=posts))

    days = [None, "2024-01-01", "2024-03-01", "2024-03-02", "2024-03-31", "2024-04-01", "2024-12-31"]
    assert any(is_named(get(known), known, day) for day in days) is named
    assert is_shown_by_name(known.loaded["people", "abara"], known) is named


@pytest.mark.parametrize("since", [["2024"], "soon", "2024-13"])
def test_a_post_whose_days_cannot_be_read_makes_no_name_public(since: Any) -> None:
    known = records(person(posts=[{"post": "council/director"}]))
    loaded = known.loaded["people", "abara"]
    posts = [{"post": "council/director", "since": since, "until": "2025"}]
    unread = replace(loaded, plain={**loaded.plain, "posts": posts})

    assert is_shown_by_name(loaded, known)
    assert not is_shown_by_name(unread, known)


def test_whoever_is_named_as_of_now_had_the_post_on_some_day_surely() -> None:
    """A last post that began and ended in one month names nobody, neither in minutes nor on their page."""
    known = records(person(posts=[{"post": "council/director", "since": "2024-03", "until": "2024-03"}]))

    assert not is_named(get(known), known, None)


def test_of_a_post_with_a_month_only_the_certain_days_tell_of_another() -> None:
    """A clerk since some day of March is not shown as one, beside a director since some day of that month."""
    both = [{"post": "council/director", "since": "2024-03"}, {"post": "council/clerk", "since": "2024-03"}]
    later = [both[0], {"post": "council/clerk", "since": "2024-04"}]

    assert [each["since"] for each in worked_out(posts=both)["posts"]] == ["2024-03"]
    assert [each["since"] for each in worked_out(posts=later)["posts"]] == ["2024-03", "2024-04"]


def test_without_a_present_post_the_last_one_stands() -> None:
    known = get(records(person(posts=POSTS[:2])))
    assert [holding.title for holding in holdings_on(known, None)] == ["Second"]
    assert holdings_on(get(records(person())), None) == ()


def test_a_named_person_has_title_letters_and_the_newest_post() -> None:
    posts = [
        {"post": "council/clerk", "since": "2020-01-01"},
        {"post": "council/director", "since": "2024-01-01"},
    ]
    assert printed(honorific="Dr", letters="OBE", posts=posts) == {
        "kind": "person",
        "id": "p-aaaaaaa1",
        "name": "Dr Ife Abara OBE",
        "role": "Director",
        **PRINTED_COUNCIL,
    }
    assert printed(show="name") == {"kind": "person", "id": "p-aaaaaaa1", "name": "Ife Abara"}


def test_somebody_without_a_name_has_no_id() -> None:
    assert printed(posts=[{"post": "council/clerk"}]) == {
        "kind": "person",
        "role": "Clerk",
        **PRINTED_COUNCIL,
    }
    assert printed() == UNKNOWN


def test_a_withheld_person_has_no_post_and_only_the_bare_name() -> None:
    posts = [{"post": "council/director"}]
    more = {"honorific": "Dr", "letters": "OBE", "show": "name", "posts": posts}
    assert printed(withhold={**WITHHELD, "what": "text"}, **more) == {
        "kind": "person",
        "id": "p-aaaaaaa1",
        "name": "Ife Abara",
    }
    assert printed(withhold={**WITHHELD, "what": "whole"}, **more) == UNKNOWN


@pytest.mark.parametrize(
    ("holding", "expected"),
    [
        ({"post": "council/clerk", "standing": "acting"}, {"role": "Clerk (acting)", **PRINTED_COUNCIL}),
        ({"title": "Adviser", "standing": "interim"}, {"role": "Adviser (interim)"}),
        ({"title": "Adviser", "organization": "council"}, {"role": "Adviser", **PRINTED_COUNCIL}),
        ({"title": "Adviser", "organization": "nowhere"}, {"role": "Adviser"}),
        ({"title": "Adviser [[redact personal|x]]"}, {"role": "Adviser [[withheld personal]]"}),
        ({"post": "council/nobody"}, {"role": "Name not published"}),
        ({"post": "nowhere/clerk", "standing": "acting"}, {"role": "Name not published (acting)"}),
    ],
)
def test_a_post_is_printed_with_its_standing_and_its_body(
    holding: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert printed(posts=[holding]) == {"kind": "person", **expected}


def test_what_an_id_names_is_printed() -> None:
    """All, a post, a person, an organization, a group, and nothing."""
    known = records_of(
        {
            ("people", "abara"): person(),
            ("organizations", "council"): COUNCIL,
            ("groups", "executive"): {"name": "Executive", "kind": "executive"},
        }
    )
    council = {"kind": "organization", "id": "council", "name": "Testwick Council"}
    executive = {"kind": "group", "id": "executive", "name": "Executive"}
    clerk = {"kind": "post", "role": "Clerk", **PRINTED_COUNCIL}
    shown = {
        party: print_party(party, known, DAY)
        for party in ("all", "council/clerk", "abara", "council", "executive", "nobody")
    }
    assert shown == {
        "all": {"kind": "all"},
        "council/clerk": clerk,
        "abara": UNKNOWN,
        "council": council,
        "executive": executive,
        "nobody": None,
    }
    kinds = {
        ("people",): "abara",
        ("organizations",): "council",
        ("groups",): "executive",
        ("posts",): "council/clerk",
        ("people", "groups"): "executive",
    }
    assert {of: print_at(value, of, known, DAY) for of, value in kinds.items()} == {
        ("people",): UNKNOWN,
        ("organizations",): council,
        ("groups",): executive,
        ("posts",): clerk,
        ("people", "groups"): executive,
    }
    assert [print_at("nobody", (kind,), known, DAY) for kind in ("people", "organizations", "groups")] == [
        None
    ] * 3


def test_an_id_that_several_kinds_have_prints_the_one_that_is_meant() -> None:
    """A group with the id of a person is never printed as that person."""
    known = records_of(
        {
            ("people", "abara"): person(show="name"),
            ("organizations", "abara"): {"name": "Abara Trust", "kind": "voluntary"},
            ("groups", "abara"): {"name": "Abara Group", "kind": "sub-group"},
        }
    )
    names = {kind: print_at("abara", (kind,), known, DAY) for kind in ("people", "organizations", "groups")}
    assert names == {
        "people": {"kind": "person", "id": "p-aaaaaaa1", "name": "Ife Abara"},
        "organizations": {"kind": "organization", "id": "abara", "name": "Abara Trust"},
        "groups": {"kind": "group", "id": "abara", "name": "Abara Group"},
    }


def test_what_is_there_of_another_kind_only_is_not_printed() -> None:
    known = records(person())
    assert [print_at("council", (kind,), known, DAY) for kind in ("people", "groups")] == [None, None]
    assert print_at("abara", ("organizations",), known, DAY) is None


def test_the_body_of_a_post_in_words_is_an_organization() -> None:
    """Even where a person has the same id."""
    held = {"title": "Adviser", "organization": "abara"}
    known = records_of(
        {
            ("people", "abara"): person(show="name", posts=[held]),
            ("organizations", "abara"): {"name": "Abara Trust", "kind": "voluntary"},
        }
    )
    (post,) = derived(get(known), known)["posts"]
    assert post["organization"] == {"kind": "organization", "id": "abara", "name": "Abara Trust"}


def test_what_a_unit_keeps_depends_on_how_it_is_withheld() -> None:
    known = get(records(person()))
    kept = {
        what: kept_when_withheld(known, Withhold.model_validate({"reason": "personal", "what": what}))
        for what in ("text", "whole", "concealed")
    }
    assert kept == {
        "text": Person.kept_when_text_withheld,
        "whole": Person.kept_when_whole_withheld,
        "concealed": frozenset(),
    }


def test_a_post_that_is_not_listed_is_nothing() -> None:
    known = records(person())
    assert print_post("nowhere/clerk", known, DAY) is None
    assert print_post("council/nobody", known, DAY) is None
    council = known.get("organizations", "council")
    assert isinstance(council, Organization)
    assert find_post(council, "nobody") is None


def test_posts_that_are_withheld_show_why() -> None:
    """Whether the field is, or the whole body."""
    fields = COUNCIL | {"withhold_fields": {"posts": {"reason": "personal"}}}
    known = records(person(), council=fields)
    assert print_post("council/clerk", known, DAY) == {
        "kind": "post",
        "role": "[[withheld personal]]",
        **PRINTED_COUNCIL,
    }


BODY = {
    "name": "Learning Group",
    "kind": "sub-group",
    "former_names": [
        {"name": "Third name", "until": "2025-12-31"},
        {"name": "First name", "until": "2019"},
        {"name": "Second name", "until": "2022-06"},
        {"name": "Name without an end"},
    ],
}


def on(day: str | None, **more: Any) -> dict[str, Any]:
    known = records_of({("groups", "learning"): {**BODY, **more}})
    group = known.get("groups", "learning")
    assert isinstance(group, Group)
    return print_group(group, known, day)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (None, "Learning Group"),
        ("2026-01-01", "Learning Group"),
        ("2025-12-31", "Third name"),
        ("2022-07-01", "Third name"),
        ("2022-05-01", "Second name"),
        ("2022", "Second name"),
        ("2018-01-01", "First name"),
        ("2025-12", "Third name"),
    ],
)
def test_a_body_has_the_name_of_the_day(day: str | None, name: str) -> None:
    assert on(day) == {"kind": "group", "id": "learning", "name": name}


def test_former_names_that_are_withheld_are_not_printed() -> None:
    fields = {"former_names": {"reason": "personal"}}
    assert on("2022-05-01", withhold_fields=fields)["name"] == "Learning Group"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"withhold_fields": {"name": WITHHELD}}, {"id": "learning", "name": "[[withheld personal]]"}),
        (
            {"withhold_fields": {"name": {**WITHHELD, "instead": "A [[withheld personal]] group"}}},
            {"id": "learning", "name": "A [[withheld personal]] group"},
        ),
        ({"withhold": {**WITHHELD, "what": "text"}}, {"id": "learning", "name": "Learning Group"}),
        ({"withhold": {**WITHHELD, "what": "whole"}}, {"id": "learning", "name": "[[withheld personal]]"}),
        ({"withhold": {**WITHHELD, "what": "concealed"}}, {"name": "[[withheld personal]]"}),
    ],
)
def test_a_body_is_named_as_its_own_record_has_it(more: dict[str, Any], expected: dict[str, Any]) -> None:
    assert on(DAY, **more) == {"kind": "group", **expected}


def test_an_organization_is_called_one() -> None:
    known = records(person(), council=COUNCIL | {"withhold": {**WITHHELD, "what": "concealed"}})
    council = known.get("organizations", "council")
    assert isinstance(council, Organization)
    assert print_organization(council, known, DAY) == {
        "kind": "organization",
        "name": "[[withheld personal]]",
    }


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("Chair", "Chair"),
        ("Chair [[redact personal|x]]", "Chair [[withheld personal]]"),
        ("Chair [[withheld personal]]", "Chair [[withheld personal]]"),
        ("Chair [[redact other|x]]", "[[withheld unreadable]]"),
        ("Chair [[redact personal|x", "[[withheld unreadable]]"),
        ("Chair [[action x]]", "[[withheld unreadable]]"),
    ],
)
def test_a_line_of_another_record_is_shown_or_cannot_be_read(line: str, shown: str) -> None:
    assert public_line(line, records(person())) == shown


def test_without_a_policy_no_mark_can_be_read() -> None:
    known = records_of({("policy", "policy"): None})
    assert public_line("Chair [[withheld personal]]", known) == "[[withheld unreadable]]"
    assert public_line("Chair", known) == "Chair"
    assert notice("personal") == "[[withheld personal]]"


def test_only_somebody_shown_by_level_can_lack_a_post_for_the_day() -> None:
    """Neither a group, nor somebody who is named or not named in any case, nor somebody with a post."""
    before, since = "2019-01-01", [{"post": "council/director", "since": "2024-01-01"}]
    known = records(person(posts=since))
    assert has_no_post("abara", ("people",), known, before)
    assert has_no_post("abara", ("people", "groups"), known, before)
    assert not has_no_post("abara", ("groups",), known, before)
    assert not has_no_post("abara", ("people",), known, DAY)
    assert not has_no_post("nobody", ("people",), known, before)
    assert not has_no_post("abara", ("people",), records(person(posts=since, show="role")), before)


def worked_out(**more: Any) -> dict[str, Any]:
    known = records(person(**more))
    return derived(get(known), known)


def test_a_person_is_worked_out_with_every_post_the_oldest_first() -> None:
    posts = [
        {
            "title": "Adviser",
            "organization": "council",
            "level": "lead",
            "since": "2025-01-01",
            "standing": "acting",
        },
        {"post": "council/director", "since": "2020-01-01", "until": "2024-12-31"},
    ]
    council = {"kind": "organization", "id": "council", "name": "Testwick Council"}
    assert worked_out(posts=posts, sort_name="Abara, Ife [[withheld personal]]") == {
        "id": "p-aaaaaaa1",
        "role": "Adviser (acting)",
        "name": "Ife Abara",
        "sort_name": "Abara, Ife [[withheld personal]]",
        "posts": [
            {
                "post": {"kind": "post", "role": "Director", **PRINTED_COUNCIL},
                "title": None,
                "organization": None,
                "since": "2020-01-01",
                "until": "2024-12-31",
                "standing": "substantive",
            },
            {
                "post": None,
                "title": "Adviser",
                "organization": council,
                "since": "2025-01-01",
                "until": None,
                "standing": "acting",
            },
        ],
    }


def test_somebody_who_is_not_named_has_an_id_and_a_role_alone() -> None:
    assert worked_out(posts=[{"post": "council/clerk"}], sort_name="Abara") == {
        "id": "p-aaaaaaa1",
        "role": "Clerk",
    }


def test_a_withheld_person_has_the_name_and_nothing_that_leads_further() -> None:
    withhold = {**WITHHELD, "what": "text"}
    assert worked_out(show="name", sort_name="Abara", withhold=withhold) == {
        "id": "p-aaaaaaa1",
        "role": None,
        "name": "Ife Abara",
    }
    assert worked_out(show="name") == {
        "id": "p-aaaaaaa1",
        "role": None,
        "name": "Ife Abara",
        "sort_name": None,
        "posts": [],
    }


def test_nothing_is_worked_out_for_what_is_no_person() -> None:
    known = records(person())
    council = known.get("organizations", "council")
    assert isinstance(council, Organization)
    assert derived(council, known) == {}


def test_posts_without_a_first_day_come_last() -> None:
    """The present ones and those that ended are in one order, each once."""
    known = get(records(person(posts=POSTS)))
    assert [holding.title for holding in holdings_on_every_day(known)] == [
        "Third",
        "Beside",
        "Second",
        "First",
    ]


@pytest.mark.parametrize(
    ("show", "shown"),
    [("level", ["Director", "Chair"]), ("name", ["Clerk", "Helper", "Guest", "Director", "Chair"])],
)
def test_a_post_whose_holders_are_shown_by_role_is_not_told_of_somebody_who_rose(
    show: str, shown: list[str]
) -> None:
    """It would name the clerk in the minutes of those years; where the record says so, all is told."""
    posts = [
        {"post": "council/clerk", "since": "2019-01-01", "until": "2021-12-31"},
        {"title": "Helper", "since": "2022-01-01", "until": "2023-12-31"},
        {"post": "council/director", "since": "2024-01-01"},
        {"title": "Guest", "since": "2023-12-31", "until": "2025-12-31"},
        {"title": "Chair", "since": "2025-01-01", "until": "2025-12-31"},
    ]
    known = records(person(show=show, posts=posts))
    told = derived(get(known), known)["posts"]

    assert [each["title"] or each["post"]["role"] for each in told] == shown


def test_a_post_that_outlasts_the_one_whose_holders_are_named_is_not_told() -> None:
    """Between two senior posts nobody was named, and the lesser one went on."""
    posts = [
        {"post": "council/director", "since": "2019-01-01", "until": "2021-12-31"},
        {"title": "Helper", "since": "2020-01-01"},
        {"post": "council/director", "since": "2024-01-01"},
    ]
    known = records(person(posts=posts))
    told = derived(get(known), known)["posts"]

    assert [each["post"]["role"] for each in told] == ["Director", "Director"]


@pytest.mark.parametrize(
    ("printed", "tells"),
    [
        ({"kind": "group", "name": "[[withheld personal]]"}, True),
        ({"kind": "organization", "name": "[[withheld personal]]"}, True),
        ({"kind": "group", "id": "executive", "name": "Executive"}, False),
        ({"kind": "post", "role": "Director", "organization": "[[withheld personal]]"}, True),
        (
            {"kind": "post", "role": "Director", "organization": "Council", "organization_id": "council"},
            False,
        ),
        ({"kind": "person", "role": "Director"}, False),
    ],
)
def test_a_notice_for_a_body_tells_that_there_is_one(printed: dict[str, str], tells: bool) -> None:  # noqa: FBT001  # a case of the table
    """Whoever is printed without an id is one of whom nobody may know; people by role are not."""
    assert tells_of_concealed(printed) == tells
