"""The tables as files, and the description of all data files as a Data Package."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import orjson

from editions.canonical import to_bytes
from editions.kinds import PUBLIC_KINDS
from macros.kinds import KINDS
from macros.open_data.document_tables import (
    BUDGET_LINES,
    INDICATOR_VALUES,
    PLAN_ACTIONS,
    RECOMMENDATIONS,
    REGISTER_RISKS,
)
from macros.open_data.kind_tables import kind_tables
from macros.open_data.meeting_tables import ACTION_UPDATES, ACTIONS, ATTENDANCE, DECISIONS
from macros.open_data.register_tables import CHANGES, MEMBERSHIPS, POSTS, WITHHOLDINGS, withheld_rows
from macros.open_data.sources import Source
from macros.open_data.tables import Column, Table, to_csv
from macros.open_data.thread_tables import LINKS, links_as_json
from macros.open_data.time_tables import ATTENDANCE_BY_AGENCY, PROMPTNESS

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TEXTS = (
    "Texts are in Markdown. Words in square brackets that begin with Withheld stand in place of words that "
    "are not public. A text that a spreadsheet would take for a formula has an apostrophe before it."
)


@cache
def tables() -> tuple[Table, ...]:
    """Return every table: what people ask for first, then one for each kind of record."""
    return (
        ACTIONS,
        ACTION_UPDATES,
        DECISIONS,
        ATTENDANCE,
        ATTENDANCE_BY_AGENCY,
        PROMPTNESS,
        RECOMMENDATIONS,
        PLAN_ACTIONS,
        REGISTER_RISKS,
        BUDGET_LINES,
        INDICATOR_VALUES,
        MEMBERSHIPS,
        POSTS,
        WITHHOLDINGS,
        CHANGES,
        LINKS,
        *kind_tables(),
    )


def table_files(source: Source) -> dict[str, bytes]:
    """Return the tables as CSV files by name; the register of what is withheld and the links as JSON too."""
    files = {f"{table.name}.csv": to_csv(table, table.rows(source)) for table in tables()}
    names = [each.name for each in WITHHOLDINGS.columns]
    rows = [dict(zip(names, row, strict=True)) for row in withheld_rows(source)]
    said = [{name: cell for name, cell in row.items() if cell not in {None, ""}} for row in rows]
    return files | {
        f"{WITHHOLDINGS.name}.json": to_bytes({"withheld": said}),
        f"{LINKS.name}.json": to_bytes({"links": links_as_json(source)}),
    }


def descriptor(source: Source, files: Mapping[str, bytes]) -> bytes:
    """Return the Data Package of files by name: what each is, its columns, its size and its digest."""
    described = {f"{table.name}.csv": _described(table) for table in tables()}
    described |= {f"{kind}.json": _of_kind(kind) for kind in PUBLIC_KINDS}
    partnership = source.lookups.partnership
    licence_words = f" Licence: {source.line(partnership.licence.name)}." if partnership else ""
    package: dict[str, Any] = {
        "$schema": _PROFILE,
        "name": "partnership-records",
        "title": source.language.gettext("Records of %(name)s") % {"name": source.name},
        "description": f"What stands on the pages of the site, as files. {_TEXTS}{licence_words}",
        "homepage": source.at("data/"),
        "resources": [
            {"name": name.replace(".", "-"), "path": name, **described.get(name, {}), **_form(name, content)}
            for name, content in files.items()
        ],
        "contributors": [{"title": source.name, "path": source.address, "roles": ["publisher"]}],
    }
    if source.lookups.as_of:
        package |= {"created": f"{source.lookups.as_of}T00:00:00Z", "version": source.lookups.as_of}
    if partnership is not None and partnership.licence.address:
        licence = {"title": source.line(partnership.licence.name), "path": partnership.licence.address}
        package["licenses"] = [licence]
    return orjson.dumps(package, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _form(name: str, content: bytes) -> dict[str, Any]:
    """Return what a file is as such."""
    ending = name.rpartition(".")[2]
    return {
        "type": "table" if ending == "csv" else "json",
        "format": ending,
        "mediatype": "text/csv" if ending == "csv" else "application/json",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _described(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(each, required=each.name in table.key) for each in table.columns],
        "primaryKey": list(table.key),
    }
    if table.references:
        schema["foreignKeys"] = [
            {
                "fields": [each.column],
                "reference": {
                    "resource": "" if each.table == table.name else f"{each.table}-csv",
                    "fields": ["id"],
                },
            }
            for each in table.references
        ]
    return {"title": table.title, "description": table.meaning, "schema": schema}


def _field(column: Column, *, required: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.type == "boolean":
        field |= {"trueValues": ["true"], "falseValues": ["false"]}
    return field | ({"constraints": {"required": True}} if required else {})


def _of_kind(kind: str) -> dict[str, Any]:
    return {
        "title": f"{KINDS[kind].title}, in full",
        "description": "Each record with its id, its editions, and all that its newest edition says.",
    }
