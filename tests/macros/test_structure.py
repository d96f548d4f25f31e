"""The picture of the groups: every group stands in it once, nothing covers anything, and it can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from editions.datasets import Dataset
from macros.all_macros import macros_for
from macros.views.groups import Branch, tree
from macros.views.lookups import look_up
from macros.views.structure import ABOUT, ACROSS, BOX, MARGIN, NAME, PADDING, Box, draw, measured, wrapped
from tests.macros.samples import AUDIT, EXECUTIVE, GROUP, POLICY, entry, sample

NAMES = st.text(st.sampled_from("abWi .-éŻ家"), min_size=1, max_size=90).filter(str.strip)


@st.composite
def groups(draw_one: st.DrawFn) -> Dataset:
    """Return up to twelve groups, each at the top or under an earlier one."""
    found: list[dict[str, Any]] = []
    for number in range(draw_one(st.integers(1, 12))):
        above = draw_one(st.sampled_from([None, *(each["id"] for each in found)]))
        group = {"id": f"g{number}", "name": draw_one(NAMES), "kind": "forum"}
        if above:
            group["parent"] = {"kind": "group", "id": above, "name": "Above"}
        if draw_one(st.booleans()):
            group["joint_with"] = [draw_one(NAMES)]
        found.append(group)
    return Dataset({"groups": tuple(entry("groups", each) for each in found)})


def ids(branches: tuple[Branch, ...]) -> Iterator[str]:
    for each in branches:
        yield each.group.id
        yield from ids(each.branches)


def covers(one: Box, other: Box) -> bool:
    """Return whether two boxes share more than an edge."""
    apart = one.x + one.width <= other.x or other.x + other.width <= one.x
    return not (apart or one.y + one.height <= other.y or other.y + other.height <= one.y)


@given(groups())
def test_every_group_stands_there_once_and_apart_from_all_others(dataset: Dataset) -> None:
    """Each group of today has one box; no two boxes overlap, and all are within the picture."""
    branches = tree(look_up(dataset))
    drawing = draw(branches, str)
    assert sorted(box.id for box in drawing.boxes) == sorted(ids(branches))
    assert len(drawing.boxes) == len(dataset.kinds["groups"])
    assert [(a.id, b.id) for a, b in combinations(drawing.boxes, 2) if covers(a, b)] == []
    assert [
        box.id
        for box in drawing.boxes
        if box.x < MARGIN
        or box.y < MARGIN
        or box.x + box.width > drawing.width
        or box.y + box.height > drawing.height
    ] == []


@given(groups())
def test_each_group_is_joined_to_the_one_above(dataset: Dataset) -> None:
    """A line leads from the edge of the upper group to that of the lower one, and crosses no box."""
    drawing = draw(tree(look_up(dataset)), str)
    boxes = {box.id: box for box in drawing.boxes}
    parents = {
        each.id: each.record.parent.id
        for each in dataset.kinds["groups"]
        if each.record and each.record.parent
    }
    wanted = sorted(
        (
            (boxes[above].x + BOX, boxes[above].y + boxes[above].height / 2),
            (boxes[below].x, boxes[below].y + boxes[below].height / 2),
        )
        for below, above in parents.items()
    )
    assert sorted((line[0], line[-1]) for line in drawing.lines) == wanted
    bends = {point[0] for line in drawing.lines for point in line[1:-1]}
    assert [box.id for box in drawing.boxes for x in bends if box.x < x < box.x + box.width] == []


@given(groups())
def test_words_stay_within_their_box(dataset: Dataset) -> None:
    """Long names are put on several lines, and each line ends before the edge."""
    for box in draw(tree(look_up(dataset)), str).boxes:
        for size, lines in ((NAME, box.name), (ABOUT, box.about)):
            assert [each for each in lines if measured(each.words, size) > BOX - 2 * PADDING] == []
        assert max(each.y for each in (*box.name, *box.about)) < box.y + box.height


@given(NAMES, st.integers(20, 300))
def test_no_sign_is_lost_in_wrapping(text: str, width: int) -> None:
    """A text in lines is the same text but for its spaces; a sign that is too wide has a line of its own."""
    lines = wrapped(text, NAME, width)
    assert "".join(lines).replace(" ", "") == re.sub(r"\s", "", text)
    assert [each for each in lines if measured(each, NAME) > width and len(each) > 1] == []


def test_a_name_is_wrapped_between_words() -> None:
    """As many words as fit stand on a line."""
    assert wrapped("Exploitation and Harm Outside the Home Sub-group", NAME, BOX - 2 * PADDING) == (
        "Exploitation and Harm",
        "Outside the Home",
        "Sub-group",
    )


def test_a_joint_group_is_marked_in_words_and_by_its_border() -> None:
    """Neither colour nor line alone tells that a group is shared with another area."""
    text = macros_for(sample())["structure"]()
    boxes = re.findall(r'<a href="/groups/(\w+)/" [^>]*><rect ([^>]*)/>', text)
    assert [(name, "stroke-dasharray" in rect) for name, rect in boxes] == [
        ("executive", False),
        ("audit", True),
    ]
    words = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", text))
    assert "Sub-group, shared with Hollowdale" in words


def test_the_picture_has_a_title_a_description_and_a_region_of_its_own() -> None:
    """It takes the colour of the text, scrolls by itself, and says in words what it shows."""
    text = macros_for(sample())["structure"]()
    assert re.search(
        r'<div class="table-scroll structure" tabindex="0" role="group" aria-label="[^"]+">', text
    )
    assert (text.count("<title>"), text.count("<desc>"), text.count("<svg")) == (1, 1, 1)
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', text)) == {"none", "currentColor", "transparent"}


def test_the_page_of_groups_has_the_picture_and_the_list() -> None:
    """Whoever does not see the picture finds the same groups in the list."""
    macros = macros_for(sample())
    page = macros["groups"]()
    picture = macros["structure"]()
    svg = picture[picture.index("<svg") : picture.index("</svg>")]
    assert svg in page
    assert re.findall(r'href="(/groups/\w+/)"', page.replace(svg, "")) == re.findall(
        r'href="(/groups/\w+/)"', svg
    )


def test_a_short_list_of_groups_has_neither_headings_nor_a_picture() -> None:
    """For a page of somebody's own: only the groups of today, each a link."""
    page = macros_for(sample())["groups"](short=True)
    assert ("<svg" in page, "\n## " in page, 'href="/groups/executive/"' in page) == (False, False, True)


def test_a_group_that_ended_is_not_in_the_picture() -> None:
    """The picture shows the groups of today; without any, there is none."""
    ended = Dataset({"groups": (entry("groups", AUDIT | {"ended": "2025"}), entry("groups", GROUP))})
    assert re.findall(r'href="/groups/(\w+)/"', macros_for(ended)["structure"]()) == ["executive"]
    assert macros_for(Dataset())["structure"]() == ""


def test_what_is_withheld_in_a_name_is_a_notice() -> None:
    """A name is shown as its public words; what looks like HTML is text."""
    name = "The <b> [[withheld personal]] group"
    dataset = Dataset(
        {
            "policy": (entry("policy", POLICY),),
            "groups": (entry("groups", AUDIT | {"name": name, "parent": EXECUTIVE}),),
        }
    )
    text = macros_for(dataset)["structure"]()
    assert ("<b>" in text, "[[" in text, "&lt;b&gt;" in text) == (False, False, True)


def test_the_columns_leave_room_for_the_lines() -> None:
    """A group stands to the right of the one above it."""
    upper, lower = draw(tree(look_up(sample())), str).boxes
    assert lower.x - upper.x == BOX + ACROSS
