"""Strict reading: what is accepted, what is refused, and where the message points."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
import yaml

from problems import Place, Severity, catalogue
from records.suggestions import nearest
from records.yaml_files import reading_messages as messages
from records.yaml_files import yaml_messages
from records.yaml_files.characters import clean
from records.yaml_files.files import read_file
from records.yaml_files.nodes import Mapping, Text, place_of, plain, position_of
from records.yaml_files.reading import LARGEST, expected_text, read

GUIDE = Path(__file__).parents[2] / "guide" / "writing-yaml.md"
EXAMPLE = re.compile(
    r"^```yaml (?:wrong=(?P<code>[a-z0-9-]+)|right)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)

ACCEPTED = {
    "plain": ("title: Executive meeting\n", {"title": "Executive meeting"}),
    "all scalars are text": (
        "a: no\nb: 0\nc: 2026-03-12\nd: null\ne: ~\nf: 1e3\n",
        {"a": "no", "b": "0", "c": "2026-03-12", "d": "null", "e": "~", "f": "1e3"},
    ),
    "block": ("text: |\n  Agreed: one # two\n\n  - [x]\n", {"text": "Agreed: one # two\n\n- [x]\n"}),
    "deliberately empty": ('text: ""\n', {"text": ""}),
    "crlf": ("a: b\r\nc: |\r\n  d\r\n  e\r\n", {"a": "b", "c": "d\ne\n"}),
    "old line ends": ("a: b\rc: d\r", {"a": "b", "c": "d"}),
    "no last line end": ("a: b", {"a": "b"}),
    "comments on their own lines": (
        "# one\na: b\n# two\nc:\n  # three\n  - d\n  # four\n  - e\n# five\n",
        {"a": "b", "c": ["d", "e"]},
    ),
    "comment above a mapping": ("a:\n  # one\n  b: c\n", {"a": {"b": "c"}}),
    "list at the key's column": ("a:\n- b\n- c\n", {"a": ["b", "c"]}),
    "braces and brackets": ("a: {b: c, d: [e, f]}\n", {"a": {"b": "c", "d": ["e", "f"]}}),
    "space before the colon": ("a : b\n", {"a": "b"}),
    "web address": ("a: https://example.org/x#y\n", {"a": "https://example.org/x#y"}),
    "time": ("time: 14:00\u201316:10\n", {"time": "14:00\u201316:10"}),
    "printed quotes": ("a: “Every” contact\n", {"a": "“Every” contact"}),
    "equals sign": ("a: = b\n", {"a": "= b"}),
    "a wrapped text": ("a: one\n  two\n", {"a": "one two"}),
    "hash in quotes": ('a: "Room 5 # formerly 4"\n', {"a": "Room 5 # formerly 4"}),
    "hash in a word": ("a: C#5 and no#6\n", {"a": "C#5 and no#6"}),
    "a question within a text": ("a: |\n  ? not sure\n", {"a": "? not sure\n"}),
    "start of a document": ("---\na: b\n", {"a": "b"}),
    "escaped quotation mark": ('a: "say \\"yes\\" \\\\ no"\n', {"a": 'say "yes" \\ no'}),
    "Welsh": ("a: Ŵyl y tŷ\n", {"a": "Ŵyl y tŷ"}),
    "accents are composed": ("a: cafe\u0301\n", {"a": "caf\u00e9"}),
    "right-to-left letters": (
        "a: \u0634\u0643\u0631\u0627 \u05e9\n",
        {"a": "\u0634\u0643\u0631\u0627 \u05e9"},
    ),
    "emoji with a joiner": ("a: \U0001f469\u200d\U0001f4bb\n", {"a": "\U0001f469\u200d\U0001f4bb"}),
    "emoji with a selector": ("a: \u2764\ufe0f 1\ufe0f\u20e3\n", {"a": "\u2764\ufe0f 1\ufe0f\u20e3"}),
    "rainbow flag": (
        "a: \U0001f3f3\ufe0f\u200d\U0001f308\n",
        {"a": "\U0001f3f3\ufe0f\u200d\U0001f308"},
    ),
    "flag of Wales": (
        "a: \U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f\n",
        {"a": "\U0001f3f4\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f"},
    ),
    "fifty deep": ("a: " + "[" * 49 + "]" * 49 + "\n", None),
}

REFUSED: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "only space": (" \n\n", [(0, "file-empty")]),
    "only comments": ("# one\n", [(0, "file-empty")]),
    "only a document mark": ("---\n", [(0, "file-empty")]),
    "a list": ("- a\n", [(1, "not-a-mapping")]),
    "words": ("\nwords only\n", [(2, "not-a-mapping")]),
    "fifty-one deep": ("a: " + "[" * 50 + "]" * 50 + "\n", [(1, "too-deep")]),
    "same key": ("a: b\nc: d\na: e\n", [(3, "duplicate-key")]),
    "same key, quoted": ('a: b\n"a": e\n', [(2, "duplicate-key")]),
    "same key three times": ("a: b\na: c\na: d\n", [(2, "duplicate-key"), (3, "duplicate-key")]),
    "same key further in": ("x:\n  - a: b\n    a: c\n", [(3, "duplicate-key")]),
    "ampersand-at-start": ("a: &b c\n", [(1, "ampersand-at-start")]),
    "star-at-start": ("a: *b\nc: d\n", [(1, "star-at-start")]),
    "exclamation-at-start": ("a: !important note\n", [(1, "exclamation-at-start")]),
    "tag on a list": ("a: !!set [b]\n", [(1, "exclamation-at-start")]),
    "merge key": ("a:\n  <<: {b: c}\n", [(2, "merge-key")]),
    "complex key": ("a:\n  ? b\n  : c\n", [(2, "complex-key")]),
    "list as a key": ("[a]: b\n", [(1, "complex-key")]),
    "braces as a key": ("{a: b}: c\n", [(1, "complex-key")]),
    "empty key": ('"": b\n', [(1, "empty-key")]),
    "empty value": ("a:\nb: c\n", [(1, "empty-value")]),
    "empty item": ("a:\n  - b\n  -\n", [(3, "empty-value")]),
    "empty block": ("a: |\nb: c\n", [(1, "empty-value")]),
    "value in a comment": ("withhold: #commercial\n", [(1, "value-is-comment")]),
    "comment behind a value": ("a: Room 5 # formerly 4\n", [(1, "comment-after-value")]),
    "comment behind quotes": ('a: "b" # c\n', [(1, "comment-after-value")]),
    "comment behind a key": ("a: # c\n  - b\n", [(1, "comment-after-value")]),
    "comment behind a bar": ("a: | # c\n  b\n", [(1, "comment-after-value")]),
    "comment in brackets": ("a: [b, # c\n  d]\n", [(1, "comment-after-value")]),
    "comment below a text": ("a: b\n  # c\nd: e\n", [(2, "comment-in-text")]),
    "comment above a text": ("a:\n  # c\n  b\n", [(2, "comment-in-text")]),
    "comment below an item": ("a:\n  - b\n    # c\n", [(3, "comment-in-text")]),
    "list joined": ("a: b\n  - c\n  - d\n", [(1, "text-folded")]),
    "hyphens without a space": ("a:\n  -b\n  -c\n", [(2, "text-folded")]),
    "paragraphs joined": ("a: b\n\n  c\n", [(1, "text-folded")]),
    "list joined in a folded block": ("a: >\n  b\n  - c\n", [(1, "text-folded")]),
    "new line in quotes": ('a: "C:\\new"\n', [(1, "backslash")]),
    "hidden character in quotes": ('a: "b\\u202ec"\n', [(1, "backslash")]),
    "second document": ("a: b\n---\nc: d\n", [(2, "second-document")]),
    "two more documents": ("a: b\n---\nc: d\n---\ne: f\n", [(2, "second-document"), (4, "second-document")]),
    "end of a document": ("a: b\n...\n", [(2, "document-end")]),
    "after the end": ("a: b\n...\nc: d\nc: e\n", [(2, "document-end"), (4, "duplicate-key")]),
    "directive": ("%YAML 1.1\n---\na: b\n", [(1, "directive")]),
    "tab": ("a:\n\t- b\n\t- c\n", [(2, "tab-in-indentation")]),
    "tab in a block": ("a: |\n  b\n\tc\n", [(3, "tab-in-indentation")]),
    "tab within a line": ("a:\tb\n", [(1, "tab-in-text")]),
    "no-break space": ("a: b\u00a0c\n", [(1, "special-space")]),
    "soft hyphen": ("a: b\u00adc\n", [(1, "soft-hyphen")]),
    "zero-width space in a key": ("b: c\nconfi\u200bdential: d\n", [(2, "invisible-character")]),
    "joiner outside an emoji": ("a: b\u200dc\n", [(1, "invisible-character")]),
    "selector outside an emoji": ("a: b\ufe0fc\n", [(1, "invisible-character")]),
    "blank letter": ("a: b\u3164c\n", [(1, "invisible-character")]),
    "tag letters without a flag": ("a: b\U000e0061\n", [(1, "invisible-character")]),
    "bidirectional control": ("a: b\u202ec\n", [(1, "direction-control")]),
    "control character": ("a: b\x07c\n", [(1, "control-character")]),
    "line separator": ("a: b\u2028c\n", [(1, "control-character")]),
    "private use": ("a: \uf0b7 b\n", [(1, "private-character")]),
    "unassigned": ("a: \u0378\n", [(1, "unknown-character")]),
    "lost letter": ("a: caf\ufffd\n", [(1, "lost-character")]),
    "a character in a comment": ("# a\u202eb\nc: d\n", [(1, "direction-control")]),
    "many kinds at once": (
        "a: b # c\na: \u202ed\ne:\n",
        [(1, "comment-after-value"), (2, "duplicate-key"), (2, "direction-control"), (3, "empty-value")],
    ),
}

WARNINGS = {"tab-in-text", "special-space", "soft-hyphen"}


def found(text: str | bytes) -> list[tuple[int, str]]:
    raw = text if isinstance(text, bytes) else text.encode()
    return [(problem.place.line, problem.code) for problem in read(raw, "data/a.yml").problems]


@pytest.mark.parametrize("name", ACCEPTED)
def test_ordinary_yaml_reads_cleanly_as_text(name: str) -> None:
    """What a careful person writes is read without a problem, and every value is text."""
    written, expected = ACCEPTED[name]
    reading = read(written.encode(), "data/a.yml")
    assert reading.problems == ()
    assert reading.node is not None
    assert expected is None or plain(reading.node) == expected


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_be_misread_is_a_problem_at_its_line(name: str) -> None:
    """Whatever YAML would drop, repeat, rename or take for something else is named with its line."""
    written, expected = REFUSED[name]
    assert found(written) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", [(0, "file-empty")]),
        ("a: b\n".encode("utf-16"), [(0, "file-utf-16")]),
        (b"a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n", [(2, "file-in-conflict")]),
        (b"a: |\n  <<<<<<< no conflict\n", []),
        ("a: b\n".encode("utf-16-le"), [(0, "file-utf-16")]),
        ("a: b\n".encode("utf-32"), [(0, "file-utf-16")]),
        ("a: b\n".encode("utf-32-be"), [(0, "file-utf-16")]),
        (b"%PDF-1.7\na: b\n", [(0, "file-binary")]),
        (b"PK\x03\x04rest", [(0, "file-binary")]),
        (b"a: b\x00c\nd: e\n", [(0, "file-binary")]),
        ("a: b\nc: £4\n".encode("cp1252"), [(2, "file-not-utf-8")]),
        (b"a: b\n\xed\xa0\x80\n", [(2, "file-not-utf-8")]),
        (b"\xef\xbb\xbfa: b\n", [(1, "file-byte-order-mark")]),
        (b"a: " + b"x" * LARGEST, [(0, "file-too-large")]),
        (b"a: " + b"[" * 100_000, [(1, "too-deep")]),
        (b"a: " + b"{b: " * 100_000, [(1, "too-deep")]),
        (b"[" * 40_000, [(1, "too-deep")]),
        (b"- " * 100_000, [(1, "too-deep")]),
    ],
)
def test_hostile_and_foreign_files_are_refused_in_one_line(
    raw: bytes, expected: list[tuple[int, str]]
) -> None:
    """Empty, binary, huge, deep and wrongly saved files each end in one message."""
    assert found(raw) == expected


def test_a_byte_order_mark_does_not_hide_other_problems() -> None:
    """The file is still read, so that all problems come at once."""
    assert found(b"\xef\xbb\xbfa: b\na: c\n") == [(1, "file-byte-order-mark"), (2, "duplicate-key")]


def test_warnings_stop_nothing_and_what_they_name_is_folded() -> None:
    """No-break spaces and tabs become spaces and soft hyphens go, each with a warning."""
    reading = read("a: b\u00a0c\u202fd\u2007e\tf\u00adg\n".encode(), "data/a.yml")
    assert {problem.code for problem in reading.problems} == WARNINGS
    assert {problem.severity for problem in reading.problems} == {Severity.WARNING}
    assert reading.node is not None
    assert plain(reading.node) == {"a": "b c d e fg"}


def test_a_character_message_lists_lines_and_code_points_but_no_text() -> None:
    """One message for one kind of character, with the first lines and how many more."""
    text = "".join(f"k{number}: a\u200bb\u2060\n" for number in range(8))
    (problem,) = clean(text, "data/a.yml").problems
    assert problem.place == Place("data/a.yml", 1, 6)
    assert "(U+200B, U+2060; lines 1, 2, 3, 4, 5 and 3 more)" in problem.message


def test_of_two_equal_keys_both_lines_are_said() -> None:
    """The manager has to choose, so both places are in the message."""
    (problem,) = read(b"a: b\nc: d\na: e\n", "data/a.yml").problems
    assert "line 1 and again on line 3" in problem.message


def test_a_file_of_many_problems_says_how_many_are_not_listed() -> None:
    """A hundred are listed, and the last message counts the others."""
    problems = read(b"a: *b\n" * 500, "data/a.yml").problems
    assert len(problems) == 101
    assert "899 more" in problems[-1].message


def test_without_the_c_parser_there_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    """A PyYAML without libyaml is said to be the cause, in place of a traceback."""
    monkeypatch.delattr(yaml, "CSafeLoader")
    assert found("a: b\n") == [(0, "no-fast-parser")]


NESTED = read(b"a: b\nitems:\n  - id: one\n    owners: [x, yy]\n", "data/a.yml").node


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        ((), False, (1, 1)),
        (("a",), False, (1, 4)),
        (("a",), True, (1, 1)),
        (("items", 0, "id"), False, (3, 9)),
        (("items", 0, "id"), True, (3, 5)),
        (("items", 0, "owners", 1), False, (4, 17)),
        (("items", 0, "title"), False, (3, 5)),
        (("items", 7, "title"), False, (3, 3)),
        (("items", 0, "function-after[x]", "owners", 0), False, (4, 14)),
        (("nowhere", 3), True, (1, 1)),
    ],
)
def test_a_path_leads_to_the_nearest_known_place(
    path: tuple[str | int, ...], *, key: bool, expected: tuple[int, int]
) -> None:
    """A step of pydantic's that is not in the file is skipped; a missing key is where its mapping is."""
    assert NESTED is not None
    assert position_of(NESTED, path, key=key) == expected
    assert place_of(NESTED, path, "data/a.yml", key=key) == Place("data/a.yml", *expected)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("text:\n  Agreed: a\n", "text-is-mapping"),
        ("text: {draft: a}\n", "text-is-braces"),
        ("text: [draft]\n", "text-is-list"),
        ("text:\n  - a\n", "text-is-list"),
        ("text: [[withheld personal]]\n", "text-is-mark"),
    ],
)
def test_a_list_or_mapping_where_text_belongs_says_how_to_write_it(written: str, code: str) -> None:
    """YAML reads these without complaint, so the model asks for the wording."""
    node = read(written.encode(), "data/a.yml").node
    assert node is not None
    assert expected_text(node.entries[0].value, Place("data/a.yml", 1, 1)).code == code


def test_nodes_know_how_they_are_written() -> None:
    """Styles and braces are kept, since messages depend on them."""
    node = read(b"a: 'b'\nc: {d: e}\n", "data/a.yml").node
    assert node is not None
    assert node.entries[0].value == Text("b", 1, 4, "'")
    assert isinstance(node.entries[1].value, Mapping)
    assert node.entries[1].value.flow


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("confidental", "confidential"),
        ("c\u043enfidential", "confidential"),
        ("\uff43onfidential", "confidential"),
        ("confi\u200bdential", "confidential"),
        ("Minute Taker", "minute_taker"),
        ("ow\u00f1ers", "owners"),
        ("zebra", None),
        ("a sentence of many words " * 10, None),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, expected: str | None) -> None:
    """Slips, look-alike letters, full width and invisible characters lead to the word that was meant."""
    assert nearest(word, ["owners", "confidential", "minute_taker", "title"]) == expected


def test_every_example_in_the_guide_does_what_it_says() -> None:
    """Wrong examples give the code they carry and right ones read cleanly."""
    examples = list(EXAMPLE.finditer(GUIDE.read_text(encoding="utf-8")))
    for example in examples:
        reading = read(example["text"].encode(), "data/a.yml")
        codes = [problem.code for problem in reading.problems]
        if reading.node and not codes:
            text = reading.node.entry("text")
            if text and not isinstance(text.value, Text):
                codes = [expected_text(text.value, Place("data/a.yml")).code]
        assert codes == ([example["code"]] if example["code"] else []), example[0]
    assert sum(1 for example in examples if example["code"]) >= 20
    assert sum(1 for example in examples if not example["code"]) >= 20


def test_codes_are_unique_and_messages_have_both_parts() -> None:
    """Each wording of reading says what is wrong and what to do, in whole sentences."""
    wordings = catalogue(messages, yaml_messages)
    assert [code for code, said in wordings.items() if not (said.message and said.remedy.endswith("."))] == []


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "meetings").mkdir(parents=True)
    return folder


def codes_of(path: Path, root: Path) -> list[tuple[str, str]]:
    return [(problem.place.file, problem.code) for problem in read_file(path, root).problems]


def test_a_record_is_read_from_its_file(root: Path) -> None:
    """Messages name the file from the data folder on, with slashes."""
    path = root / "meetings" / "2026-03-12-executive.yml"
    path.write_bytes(b"a: b\na: c\n")
    assert codes_of(path, root) == [("data/meetings/2026-03-12-executive.yml", "duplicate-key")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("executive.yaml", "file-ending"),
        ("executive.YML", "file-ending"),
        ("executive", "file-ending"),
        ("Executive.yml", "file-name"),
        ("the executive.yml", "file-name"),
        ("executive.old.yml", "file-name"),
        (".yml", "file-name"),
        ("ex\u0435cutive.yml", "file-name"),
        ("-a.yml", "file-name"),
    ],
)
def test_a_file_name_is_an_id_and_the_ending_yml(root: Path, name: str, code: str) -> None:
    """Other names are refused before the file is opened."""
    path = root / "meetings" / name
    path.write_bytes(b"a: b\n")
    assert codes_of(path, root) == [(f"data/meetings/{name}", code)]


def test_a_line_end_in_a_file_name_does_not_break_the_message(root: Path) -> None:
    """One problem stays one line."""
    assert codes_of(root / "a\nb.yml", root) == [("data/a\ufffdb.yml", "file-name")]


def test_a_path_out_of_the_data_folder_is_refused(root: Path) -> None:
    """Neither dots in a path nor a link lead out of `data/`; a link within it is followed."""
    outside = root.parent / "secret.yml"
    outside.write_bytes(b"a: b\n")
    (root / "out.yml").symlink_to(outside)
    (root / "folder").symlink_to(root.parent)
    (root / "real.yml").write_bytes(b"a: b\n")
    (root / "within.yml").symlink_to(root / "real.yml")
    assert codes_of(root / "out.yml", root) == [("data/out.yml", "file-outside")]
    assert codes_of(root / "folder" / "secret.yml", root) == [("data/folder/secret.yml", "file-outside")]
    assert codes_of(root / ".." / "secret.yml", root) == [("data/../secret.yml", "file-outside")]
    assert codes_of(outside, root) == [("data/secret.yml", "file-outside")]
    assert codes_of(root / "within.yml", root) == []


def test_what_is_no_ordinary_file_is_refused(root: Path) -> None:
    """A folder, a pipe, a missing file and a link to itself each end in a message, at once."""
    (root / "folder.yml").mkdir()
    os.mkfifo(root / "pipe.yml")
    (root / "loop.yml").symlink_to(root / "loop.yml")
    assert codes_of(root / "pipe.yml", root) == [("data/pipe.yml", "file-irregular")]
    assert codes_of(root / "missing.yml", root) == [("data/missing.yml", "file-missing")]
    assert codes_of(root / "loop.yml", root) == [("data/loop.yml", "file-unreadable")]
    assert codes_of(root / "folder.yml", root) == [("data/folder.yml", "file-irregular")]


def test_a_file_that_may_not_be_read_is_said_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing permission is a message. (The tests may run as a user whom no permission stops.)"""

    def refuse(*_: object) -> int:
        raise PermissionError

    (root / "closed.yml").write_bytes(b"a: b\n")
    monkeypatch.setattr(os, "open", refuse)
    assert codes_of(root / "closed.yml", root) == [("data/closed.yml", "file-unreadable")]


def test_a_giant_is_not_read_to_its_end(root: Path) -> None:
    """A file of ten million bytes ends in one message."""
    (root / "giant.yml").write_bytes(b"a: b\n" * 2_000_000)
    assert codes_of(root / "giant.yml", root) == [("data/giant.yml", "file-too-large")]
