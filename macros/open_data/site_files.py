"""Every file that is made for the site out of the dataset, besides the JSON files of the dataset."""

from __future__ import annotations

from collections.abc import Mapping

from editions.datasets import Dataset, files_of
from macros.colours import style_files
from macros.open_data.calendars import calendar_files
from macros.open_data.data_packages import DESCRIPTOR, descriptor, table_files
from macros.open_data.feeds import feed_files
from macros.open_data.notices import notice_files
from macros.open_data.popolo import popolo
from macros.open_data.register_feeds import register_feeds
from macros.open_data.sources import source_of

DATA = "data/"
"""The folder of the site in which the data files stand."""

POPOLO = "popolo.json"


def site_files(dataset: Dataset, address: str) -> Mapping[str, bytes]:
    """Return feeds, calendars, tables, notices and the colours by name in the site at `address`.

    The same dataset and address give the same bytes, whatever the day and the machine.
    """
    source = source_of(dataset, address)
    tables = table_files(source) | {POPOLO: popolo(source)}
    described = dict(sorted((tables | dict(files_of(dataset))).items()))
    data = tables | {DESCRIPTOR: descriptor(source, described)}
    return {
        **feed_files(source),
        **register_feeds(source),
        **calendar_files(source),
        **{DATA + name: content for name, content in data.items()},
        **notice_files(source),
        **style_files(dataset),
    }
