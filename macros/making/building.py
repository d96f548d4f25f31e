"""The site built by MkDocs out of a dataset and hand-written pages. The only file that imports MkDocs.

Nothing is redacted or verified here: Zensical, which will follow MkDocs, reads the same macros and
ignores all of this. What it needs instead is written by `write_plain`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urljoin, urlsplit

from markdown.extensions.toc import nest_toc_tokens
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs_macros import context as mkdocs_macros

from editions.datasets import Dataset, assemble, files_of
from editions.published import read
from macros import SITE
from macros.all_macros import MacroProblem, macros_for, theme_values
from macros.dating import dated
from macros.making import documents, messages, searching, speaking
from macros.making.complaints import MISPLACED, Failure, captured, problem_of
from macros.making.leading_on import moved_parts
from macros.making.loopback import LOCAL_HOSTS, LOOPBACK, asked_by_this_computer
from macros.making.sparing import without_history, without_icons
from macros.open_data.heads import changed_on, head_of
from macros.open_data.site_files import DATA, site_files
from macros.open_data.sources import source_of
from macros.pages import MOVED, filled, pages, searched, stub, text_of
from macros.pages import Page as Generated
from macros.project_files.allowed_settings import DOCS
from macros.settings import FILE, Settings, compose, is_unused
from macros.texts import slots
from macros.views import facets
from problems import Place, Problem, errors, in_order
from problems.leavings import is_left_behind

PREVIEW = ("build", "preview")
_REAL_SITE = "site"
_FIRST = 100  # Before every plugin, among them mkdocs-macros, which asks for the site.


class Site(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # MkDocs gives no types for a plugin without settings
    """What MkDocs asks while it builds: which pages there are, and what stands in their slots."""

    def __init__(
        self, dataset: Dataset, settings: Settings, others: Mapping[str, bytes] | None = None
    ) -> None:
        self.index: searching.Index | None = None
        """Where the pages are handed to the search; none for a bare `mkdocs build`, which has no search."""
        self.generated = pages(dataset, settings.redirects, settings.kept)
        self._redirects = settings.redirects
        self.files = {DATA + name: content for name, content in files_of(dataset).items()}
        self.files |= site_files(dataset, settings.address) if others is None else others
        self.attachments = dataset.attachments
        self._source = source_of(dataset, settings.address)
        self.language = self._source.language
        self._known = {page.path: page for page in self.generated if page.macro != MOVED}
        self.macros: Mapping[str, Callable[..., str]] = macros_for(dataset)
        self.failures: list[Failure] = []
        self.shown_everywhere = theme_values(dataset)
        self._blocks: dict[str, str] = {}
        self._page: Page | None = None
        self._filled: dict[str, Generated] = {}
        self._headings: tuple[slots.Heading, ...] = ()

    def placed(self, name: str, macro: Callable[[], str]) -> str:
        """Return what a macro gives on the present page, with slots for its HTML."""
        shown, blocks = slots.held(self._given(name, macro), len(self._blocks))
        self._blocks |= blocks
        return shown

    def _given(self, name: str, macro: Callable[[], str]) -> str:
        assert self._page is not None, "mkdocs-macros calls macros on pages only"  # noqa: S101  # says what holds
        try:
            return slots.rebased(macro(), self._page.url)
        except Exception as error:
            self._fail(name, error)
            raise

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add generated pages, files of the dataset and papers; take away what is not to be published."""
        for file in list(files):
            if is_unused(file.dest_uri, file.src_dir) or is_left_behind(PurePosixPath(file.src_uri).name):
                files.remove(file)
        for page in self.generated:
            if files.get_file_from_path(page.path) is None:
                added = File.generated(
                    config, page.path, content=stub(page), inclusion=InclusionLevel.NOT_IN_NAV
                )
                files.append(added)
                self._filled[page.path] = page
        for name, content in self.files.items():
            if name in files.src_uris:  # The theme has one for a site without a colour.
                files.remove(files.src_uris[name])
            file = File.generated(config, name, content=content, inclusion=InclusionLevel.INCLUDED)
            files.append(file)
        for address, attachment in self.attachments.items():
            files.append(File.generated(config, address, abs_src_path=str(attachment.file)))
        return files

    def on_pre_page(self, page: Page, **_: Any) -> Page:
        """Begin a page with no slots."""
        self._page, self._blocks, self._headings = page, {}, ()
        return page

    @event_priority(_FIRST)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Fill a generated page, of which Markdown then sees the title only."""
        known = self._known.get(page.file.src_uri)
        page.update_date = changed_on(self._source, known) or page.update_date
        generated = self._filled.get(page.file.src_uri)
        if generated is None:
            return markdown
        page.meta["render_macros"] = False
        if generated.macro == MOVED and str(generated.argument).startswith("/"):
            page.meta["moved_to"] = slots.rooted_address(str(generated.argument), page.url)
            page.canonical_url = urljoin(page.canonical_url or "", page.meta["moved_to"])

        given = self._given(generated.macro, lambda: text_of(generated, self.macros))
        whole = slots.finished(given, config.mdx_configs["toc"]["permalink_title"])
        if whole is None or generated.title:
            shown, self._blocks = slots.held(given, 0)
            return filled(generated, shown)
        self._headings, self._blocks["0"] = whole
        title = self._headings[0]
        return f'# {title.words} {{#{title.id}}}\n\n<div data-slot="0"></div>'

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, **_: Any) -> str:
        """Put the HTML of the macros in place, after Markdown, and hand the page to the search."""
        shown, missing = slots.filled(slots.aligned(html), self._blocks)
        shown += moved_parts(self._redirects, page.url)
        if missing:
            self.failures.append(Failure(page.file.src_uri, "", MISPLACED))
        if self._headings:
            depth = config.mdx_configs["toc"]["toc_depth"]
            page.toc = get_toc(
                nest_toc_tokens(
                    [
                        {"level": each.level, "id": each.id, "name": each.words}
                        for each in self._headings
                        if each.level <= depth
                    ]
                )
            )
        page.present_anchor_ids = (page.present_anchor_ids or set()) | slots.anchors(shown)
        if self.index is not None:
            searching.add(self.index, page.url, searched(self._filled.get(page.file.src_uri), shown))
        return shown

    def on_page_context(self, context: Any, *, page: Page, config: MkDocsConfig, **_: Any) -> Any:
        """Give the theme what it shows on every page, with addresses relative to this one."""
        self._give(config, lambda html: slots.rebased(html, page.url))
        path = "" if page.is_homepage else page.url
        context["open_data"] = head_of(self._source, self._known.get(page.file.src_uri), path)
        return context

    def on_template_context(self, context: Any, *, config: MkDocsConfig, **_: Any) -> Any:
        """Give the theme the same for the error page, which is shown at any address."""
        self._give(config, lambda html: slots.rooted(html, urlsplit(config.site_url or "/").path))
        return context

    def _give(self, config: MkDocsConfig, change: Callable[[str], str]) -> None:
        config.extra["partnership"] = {
            name: change(value) if isinstance(value, str) and name.endswith("_html") else value
            for name, value in self.shown_everywhere.items()
        }

    def on_post_page(self, output: str, **_: Any) -> str:
        """Take out of a finished page what only the theme's own script would use."""
        return slots.without_switches(output)

    def on_post_template(self, output_content: str, **_: Any) -> str:
        """Do the same with the error page."""
        return slots.without_switches(output_content)

    def on_env(self, env: Any, **_: Any) -> Any:
        """Translate the theme; keep it from unescaping titles, which `striptags` does and prints as HTML."""
        return speaking.theme_in(env, self.language)

    def _fail(self, macro: str, error: Exception) -> None:
        page = self._page.file.src_uri if self._page else ""
        advice = str(error) if isinstance(error, MacroProblem) else ""
        self.failures.append(Failure(page, macro, type(error).__name__, advice))

    def problems(self, docs: Path) -> Iterator[Problem]:
        """Yield what went wrong with macros."""
        return (failure.problem(docs) for failure in self.failures)


def render(
    settings: Settings, dataset: Dataset, target: Path, others: Mapping[str, bytes] | None = None
) -> tuple[Problem, ...]:
    """Build the site into an empty folder and return what went wrong; then the folder is not a site.

    `others` is what `site_files` returned, if it was called already. Problems name pages, macros and known
    ids. Nothing is printed, whatever was logged.
    """
    site = Site(dataset, settings, others)
    if problems := _document_problems(settings, site):
        return problems
    stopped: Problem | None = None
    with captured() as logged, dated(dataset), without_history(mkdocs_macros):
        try:
            with searching.indexing(site.language.code) as site.index:
                build(_config(settings, target, site))
                searching.write(site.index, facets.labels(dataset), target)
        except searching.IndexingError:
            return (messages.SEARCH_FAILED.at(Place(FILE)),)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # A page that fails must not end in a traceback.
            stopped = messages.BUILD_FAILED.at(Place(FILE), error=type(error).__name__)
    found = tuple(site.problems(settings.docs)) or tuple(problem_of(*each, settings.docs) for each in logged)
    return in_order(found) or ((stopped,) if stopped else ())


def _document_problems(settings: Settings, site: Site) -> tuple[Problem, ...]:
    return errors(
        (
            *documents.check(settings.docs, site.macros),
            *documents.clashes(settings.docs, site.generated, site.attachments),
            *documents.without_logo(settings.docs, site.shown_everywhere.get("logo", "")),
            *speaking.other_language(settings, site.language),
        )
    )


def _config(settings: Settings, target: Path, site: Site) -> MkDocsConfig:
    plain = deepcopy(settings.plain)  # MkDocs empties some of the values that it is given.
    file = str(settings.project / FILE)
    config = load_config(io.BytesIO(b""), config_file_path=file, site_dir=str(target), **plain)
    config.plugins[SITE] = site
    without_icons(config.theme)
    return speaking.put_into(config, site.language)


def serve(
    settings: Settings,
    folder: Path,
    rebuild: Callable[[], object],
    *,
    watched: Iterable[Path] = (),
    host: str = LOOPBACK,
    port: int = 8000,
    started: Callable[[str, Callable[[], None]], object] = lambda _address, _stop: None,
) -> tuple[Problem, ...]:
    """Show a built site to this computer only, until it is stopped; return why it could not be shown.

    When a watched file changes, `rebuild` renews the site in `folder`, and open pages load again; what
    is wrong with it is its own to report. `started` is given the address and what stops the server.
    """
    if host not in LOCAL_HOSTS:
        return (messages.NOT_LOOPBACK.at(Place(FILE)),)

    def renew() -> None:
        try:
            rebuild()
        except Exception as error:  # noqa: BLE001  # MkDocs would print a traceback, which may quote records.
            raise Abort(str(messages.BUILD_FAILED.at(Place(FILE), error=type(error).__name__))) from None

    mount = urlsplit(settings.address).path
    server = LiveReloadServer(renew, LOOPBACK, port, str(folder), mount)
    server.set_app(asked_by_this_computer(server.serve_request))
    for path in watched:
        if path.exists():
            server.watch(str(path))
    with captured():
        try:
            started(server.url, server.shutdown)
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types here.
        except KeyboardInterrupt:
            pass
        except OSError:
            return (messages.PORT_TAKEN.at(Place(FILE), port=port),)
        finally:
            server.shutdown()
    return ()


def on_startup(*, command: str, dirty: bool) -> None:
    """Refuse the commands of MkDocs that would publish, or mix an old site with a new one."""
    if command == "gh-deploy":
        raise PluginError(str(messages.DEPLOY_REFUSED.at(Place(FILE))))
    if dirty:
        raise PluginError(str(messages.DIRTY_REFUSED.at(Place(FILE))))


@event_priority(_FIRST)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Prepare a bare `mkdocs build` or `mkdocs serve`, made from `published/` only; refuse a weakened one."""
    project = Path(config.config_file_path).resolve().parent
    settings = compose(project)
    if not isinstance(settings, Settings):
        raise _refusal(settings)
    if not _is_unchanged(config):
        raise _refusal((messages.BARE_WEAKENED.at(Place(FILE)),))
    if Path(config.site_dir).resolve().is_relative_to(project / _REAL_SITE):
        raise _refusal((messages.BARE_SITE.at(Place(FILE)),))
    published = read(project)
    if errors(published.problems):
        raise _refusal(errors(published.problems))
    site = Site(assemble(published), settings)
    problems = _document_problems(settings, site)
    if problems:
        raise _refusal(problems)
    config.plugins[SITE] = site
    return speaking.put_into(config, site.language)


def _is_unchanged(config: MkDocsConfig) -> bool:
    """Return whether no option of the command line weakened the settings."""
    ours = (Path(config.config_file_path).name, Path(config.docs_dir).name) == (FILE, DOCS)
    return ours and config.strict and str(config.dev_addr.host) in LOCAL_HOSTS


def _refusal(problems: tuple[Problem, ...]) -> PluginError:
    return PluginError("\n".join(str(problem) for problem in problems))
