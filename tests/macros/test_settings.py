"""A partnership sets the name, address and navigation of its site, and can weaken nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.settings import Settings, base, compose
from problems import Problem
from tests.macros.sites import SETTINGS, composed, project


def problems(folder: Path, settings: str) -> list[Problem]:
    """Return what is wrong with these settings."""
    found = compose(project(folder / "project", settings=settings))
    return [] if isinstance(found, Settings) else list(found)


def codes(folder: Path, settings: str) -> list[str]:
    return [problem.code for problem in problems(folder, settings)]


def test_theirs_and_ours_are_put_together(tmp_path: Path) -> None:
    """The name is theirs; plugins, extensions and strictness are the engine's."""
    plain = composed(project(tmp_path / "project")).plain

    assert plain["site_name"] == "Larkmere"
    assert plain["strict"] is True
    assert plain["plugins"] == base()["plugins"]
    assert plain["markdown_extensions"] == base()["markdown_extensions"]


def test_macros_fail_the_build_and_publish_no_traceback() -> None:
    """The engine has mkdocs-macros fail on an error and on an unknown name, and gives it no other module."""
    macros = next(each["macros"] for each in base()["plugins"] if isinstance(each, dict))

    assert macros == {"modules": ["macros"], "on_error_fail": True, "on_undefined": "strict"}


def test_extensions_are_a_closed_list() -> None:
    """No extension reads other files or lets Markdown into HTML."""
    names = {
        name
        for each in base()["markdown_extensions"]
        for name in (each if isinstance(each, dict) else [each])
    }

    assert names == {"admonition", "attr_list", "tables", "toc"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("plugins: [search]", "setting-engine"),
        ("hooks: [mine.py]", "setting-engine"),
        ("markdown_extensions: [pymdownx.snippets]", "setting-engine"),
        ("extra_templates: [x.html]", "setting-engine"),
        ("validation: {links: {not_found: ignore}}", "setting-engine"),
        ("theme: {custom_dir: mine}", "setting-engine"),
        ("docs_dir: data", "setting-folder"),
        ("site_dir: site", "setting-folder"),
        ("use_directory_urls: false", "setting-addresses"),
        ("repo_url: https://code.example/private", "setting-repository"),
        ("edit_uri: edit/main/docs/", "setting-repository"),
        ("extra_javascript: [https://host.example/x.js]", "setting-script"),
        ("exclude_docs: secret.md", "setting-hidden"),
        ("not_in_nav: secret.md", "setting-hidden"),
        ("dev_addr: 0.0.0.0:80", "setting-preview"),
        ("strict: false", "setting-strict"),
        ("extra_css: [https://host.example/x.css]", "setting-local-file"),
        ("theme: {favicon: ../data/x.png}", "setting-local-file"),
        ("theme: {logo: images/x.png}", "setting-colour"),
        ("theme: {name: readthedocs}", "setting-unknown"),
        ("theme: {palette: {primary: teal}}", "setting-colour"),
        ("theme: {icon: {logo: ../../x}}", "setting-icon"),
        ("extra: {analytics: {provider: google}}", "setting-unknown"),
        ("copyright: <script>x</script>", "setting-not-a-line"),
        ("site_description: '{{ 7*7 }}'", "setting-not-a-line"),
        ("nav: [{'{{ x }}': index.md}]", "setting-not-a-line"),
        ("nav: [../data/x.md]", "setting-navigation"),
        ("nav: [{Bad: 'javascript:x'}]", "setting-navigation"),
        ("unheard_of: 1", "setting-unknown"),
        ("copyright: !ENV SECRET", "settings-odd"),
        ("copyright: !!python/name:os.system", "settings-odd"),
        ("copyright: &a x", "settings-odd"),
        ("site_name: Again", "settings-odd"),
        ("nav: [" + "[" * 40 + "]" * 40 + "]", "settings-odd"),
        ("copyright: [", "settings-unreadable"),
    ],
)
def test_a_setting_that_weakens_the_site_is_refused(tmp_path: Path, line: str, code: str) -> None:
    """Whatever is not on the closed list is refused, with its line."""
    found = problems(tmp_path, f"{SETTINGS}{line}\n")

    assert [problem.code for problem in found] == [code]
    assert found[0].place.file == "mkdocs.yml"


@pytest.mark.parametrize(
    "address",
    [
        "https://x.example",
        "ftp://x.example/",
        "x.example/",
        "https://user:word@x.example/",
        "https://x.example/?a=/",
        "https://x.example:port/",
    ],
)
def test_the_address_must_be_whole(tmp_path: Path, address: str) -> None:
    """The site's address is http or https, ends with a slash, and holds no password."""
    assert codes(tmp_path, f"site_name: Larkmere\nsite_url: {address}\n") == ["setting-address"]


def test_every_problem_is_given_at_once(tmp_path: Path) -> None:
    """All that is wrong is said, each at its line, and no value is quoted."""
    found = problems(
        tmp_path, "site_name: <b>Larkmere\nhooks: [secretword.py]\nrepo_url: https://secretword/\n"
    )

    assert sorted((problem.place.line, problem.code) for problem in found) == [
        (0, "setting-required"),
        (1, "setting-not-a-line"),
        (2, "setting-engine"),
        (3, "setting-repository"),
    ]
    assert "secretword" not in "".join(map(str, found))


def test_language_and_inherit_are_theirs(tmp_path: Path) -> None:
    """A language may be set; INHERIT is for bare MkDocs only."""
    settings = f"INHERIT: /etc/passwd\n{SETTINGS}theme: {{language: cy}}\n"
    plain = composed(project(tmp_path / "project", settings=settings)).plain

    assert "INHERIT" not in plain
    assert plain["theme"]["language"] == "cy"


@pytest.mark.parametrize(
    ("raw", "codes"),
    [
        (b"\xff\xfe\x00", ["settings-not-text"]),
        ("site_name: A\n".encode("utf-16"), ["settings-not-text"]),
        (b"\x00" * 10, ["settings-not-text"]),
        (b"a: b\n" * 240_000, ["settings-not-text"]),
        (b"- a\n", ["settings-unreadable"]),
        (b"", ["setting-required", "setting-required"]),
        (b"# site_name: A\n", ["setting-required", "setting-required"]),
    ],
)
def test_a_file_that_is_not_settings_says_why(tmp_path: Path, raw: bytes, codes: list[str]) -> None:
    """Binary, huge and other files end in one line; an empty one in a line for each setting it needs."""
    folder = project(tmp_path / "project")
    (folder / "mkdocs.yml").write_bytes(raw)
    found = compose(folder)

    assert not isinstance(found, Settings)
    assert [problem.code for problem in found] == codes


def test_a_missing_file_and_a_missing_home_page_are_problems(tmp_path: Path) -> None:
    """A project without settings or without docs/index.md is told what to make."""
    folder = project(tmp_path / "project")
    (folder / "docs/index.md").unlink()
    without_home = compose(folder)
    (folder / "mkdocs.yml").unlink()
    without_settings = compose(folder)

    assert isinstance(without_home, tuple)
    assert [problem.code for problem in without_home] == ["no-home-page"]
    assert isinstance(without_settings, tuple)
    assert [problem.code for problem in without_settings] == ["settings-missing"]
