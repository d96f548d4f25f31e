"""The glossary is one file that a project may have, and a word that stands for two things is told."""

from __future__ import annotations

from pathlib import Path

from records.loading import load
from tests.partnerships import copy_to
from tests.records.telling import told

TERMS = "  - id: audit\n    term: Audit\n    meaning: A look at files.\n"


def written(project: Path, terms: str) -> Path:
    """Write a glossary of one term and others."""
    (copy_to(project) / "data" / "glossary.yml").write_text(f"terms:\n{TERMS}{terms}", "utf-8")
    return project


def test_a_project_need_not_have_a_glossary(tmp_path: Path) -> None:
    """Unlike the policy, it is missed by nobody."""
    (copy_to(tmp_path) / "data" / "glossary.yml").unlink(missing_ok=True)
    assert [problem.code for problem in load(tmp_path).problems] == []


def test_an_abbreviation_of_two_terms_is_a_warning_with_both_places(tmp_path: Path) -> None:
    """Capitals make no difference, and the glossary can still be signed off."""
    terms = "".join(
        f"  - id: {name}\n    term: {name} lead\n    short: {short}\n    meaning: Somebody.\n"
        for name, short in (("school", "DSL"), ("sport", "dsl"))
    )
    project = written(tmp_path, terms)
    assert told(project, "glossary") == [
        (
            "data/glossary.yml:11:12: terms › sport › short: The terms `school` (data/glossary.yml:7) and "
            "`sport` have the same name, abbreviation or other spelling. If they are one "
            "thing, join them; if not, tell "
            "them apart in `term`, so that a reader finds the right one. [glossary-same-word]"
        )
    ]
    assert load(project).get("glossary", "glossary") is not None


def test_another_spelling_may_not_be_another_term(tmp_path: Path) -> None:
    """A term is found by each of its spellings, so none of them is the word of another."""
    terms = "  - id: look\n    term: Look\n    also: [peek, audit]\n    meaning: A glance.\n"
    assert [each.split("[")[-1] for each in told(written(tmp_path, terms), "glossary")] == [
        "glossary-same-word]"
    ]


def test_one_term_may_repeat_its_own_word(tmp_path: Path) -> None:
    """The abbreviation is often the term itself."""
    terms = "  - id: s47\n    term: s47\n    short: S47\n    meaning: An enquiry.\n"
    assert told(written(tmp_path, terms), "glossary") == []


def test_a_term_names_others_of_the_same_glossary(tmp_path: Path) -> None:
    """See also leads to an id that exists."""
    terms = "  - id: look\n    term: Look\n    see_also: [audit, adit]\n    meaning: A glance.\n"
    assert [each.split("[")[-1] for each in told(written(tmp_path, terms), "glossary")] == [
        "unknown-reference]"
    ]
