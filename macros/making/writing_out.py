"""A site written out as plain files, from which another generator than MkDocs can build it.

Zensical and ProperDocs read `mkdocs.yml` and call `define_env`, and know nothing of files that exist
only while MkDocs builds. So every generated page is written as the stub that it is.
"""

from __future__ import annotations

import shutil
from copy import deepcopy
from pathlib import Path

import yaml

from editions.datasets import Dataset, files_of, write
from macros import PLAIN_DATASET
from macros.all_macros import macros_for
from macros.making import documents
from macros.open_data.site_files import DATA, site_files
from macros.pages import pages, stub
from macros.project_files.allowed_settings import DOCS
from macros.settings import FILE, THEME, Settings
from problems import Problem, errors
from problems.leavings import is_left_behind

_THEME = "theme"


def write_plain(settings: Settings, dataset: Dataset, folder: Path) -> tuple[Problem, ...]:
    """Write the sources of the whole site into an empty folder; return what is wrong with docs/, if anything.

    The folder then holds `mkdocs.yml`, `docs/` with every page and file, the theme, and the dataset
    where `define_env` looks for it. The engine must be installed where the site is built.
    """
    generated = pages(dataset, settings.redirects, settings.kept)
    found = errors(
        (
            *documents.check(settings.docs, macros_for(dataset)),
            *documents.clashes(settings.docs, generated, dataset.attachments),
        )
    )
    if found:
        return found
    docs = folder / DOCS
    shutil.copytree(settings.docs, docs, ignore=lambda _, names: set(filter(is_left_behind, names)))
    shutil.copytree(THEME, folder / _THEME)
    for page in generated:
        path = docs / page.path
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(stub(page), "utf-8")
    data = {DATA + name: content for name, content in files_of(dataset).items()}
    for name, content in (data | dict(site_files(dataset, settings.address))).items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_bytes(content)
    for address, attachment in dataset.attachments.items():
        (docs / address).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(attachment.file, docs / address)
    write(dataset, folder.joinpath(*PLAIN_DATASET))
    plain = deepcopy(settings.plain)
    plain |= {"docs_dir": DOCS, "site_dir": "site", "theme": {**plain["theme"], "custom_dir": _THEME}}
    (folder / FILE).write_text(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False), "utf-8")
    return ()
