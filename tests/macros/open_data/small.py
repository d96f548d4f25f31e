"""A small partnership with the meetings, names and titles that files for others must get right."""

from __future__ import annotations

from typing import Any

from editions.datasets import Dataset, Entry, Issue
from editions.fields import PublicRecord
from macros.open_data.sources import Source, source_of
from tests.macros.samples import EXECUTIVE, PARTNERSHIP, POLICY, entry

ADDRESS = "https://larkmere.example/board/"
HOSTILE = (
    "<![CDATA[x] ]>",
    "=cmd|' /C calc'!A0",
    "+44 1632 960001",
    "@SUM(A1)",
    '</script><script>alert("x")</script> & <b>',
    "two\nlines\r\nand a\ttab",
    "\u05e9\u05dc\u05d5\u05dd and \U0001f9d2\U0001f3fd",
    "{{ 7*7 }}; BEGIN:VEVENT, \\n",
    "a,b;c:d",
)
"""Titles that would act in some file, if it took them for anything but text."""

FIRST = Issue(number=1, date="2026-02-10", note="First published.")
SECOND = Issue(number=2, date="2026-04-01", note="The minutes were added.")
MINOR = Issue(number=3, date="2026-04-20", note="A full stop.", minor=True)

MARCH = {
    "id": "2026-03-12-executive",
    "title": "Executive meeting",
    "group": EXECUTIVE,
    "date": "2026-03-12",
    "time": "14:00\u201316:10",
    "place": "Long Room, Larkmere Town Hall",
    "mode": "hybrid",
    "happened": "held",
    "status": "approved",
    "summary": "The meeting agreed a toolkit. One matter was [[withheld personal]].",
}
JULY = MARCH | {
    "id": "2026-07-09-executive",
    "date": "2026-07-09",
    "happened": "planned",
    "status": "planned",
}
NOVEMBER = JULY | {"id": "2026-11-12-executive", "date": "2026-11-12", "summary": None}
MONTH = JULY | {"id": "2026-09-executive", "date": "2026-09", "time": None}
CANCELLED = MARCH | {"id": "2026-05-14-executive", "date": "2026-05-14", "happened": "cancelled"}
DAYS = JULY | {
    "id": "2026-10-01-days",
    "date": "2026-10-01",
    "until": "2026-10-02",
    "group": {"kind": "group", "name": "Both boards"},
}
GROUP = {
    "id": "executive",
    "name": "Executive",
    "kind": "executive",
    "members": [
        {
            "person": {
                "kind": "person",
                "id": "p-aaaaaaaa",
                "name": "Ada Rook",
                "role": "Director of Care",
                "organization": "Larkmere Council",
                "organization_id": "council",
            },
            "role": "chair",
            "since": "2025-04",
        },
        {
            "person": {"kind": "person", "role": "Head of Safeguarding", "organization": "Larkmere Police"},
            "role": "member",
        },
        {
            "organization": {"kind": "organization", "id": "council", "name": "Larkmere Council"},
            "role": "member",
        },
        {"name": "A vacant seat", "vacant": True, "role": "member"},
    ],
}
COUNCIL = {
    "id": "council",
    "name": "Larkmere Council",
    "kind": "local-authority",
    "former_names": [{"name": "Larkmere Borough", "until": "2019"}],
    "posts": [{"id": "director", "title": "Director of Care", "duty": "lead-safeguarding-partner"}],
}
ROOK = {
    "id": "p-aaaaaaaa",
    "name": "Ada Rook",
    "sort_name": "Rook, Ada",
    "posts": [
        {
            "post": {
                "kind": "post",
                "role": "Director of Care",
                "organization": "Larkmere Council",
                "organization_id": "council",
            },
            "since": "2024-01-08",
        }
    ],
}
UNNAMED = {"id": "p-bbbbbbbb", "role": "Head of Safeguarding"}
SECURITY = {
    "email": "security@larkmere.example",
    "website": "https://larkmere.example/tell",
    "expires": "2027-03-31",
}


def small() -> Dataset:
    """Return the dataset of the partnership."""
    withdrawn: Entry[PublicRecord] = Entry(
        "2025-11-06-executive",
        None,
        (
            Issue(number=1, date="2025-12-01", note="First published.", state="removed"),
            Issue(number=2, date="2025-12-09", note="Taken down to be checked.", state="withdrawn"),
        ),
    )
    return Dataset(
        {
            "partnership": (entry("partnership", PARTNERSHIP | {"security": SECURITY}, FIRST),),
            "policy": (entry("policy", POLICY, FIRST),),
            "organizations": (entry("organizations", COUNCIL, FIRST),),
            "people": (entry("people", ROOK, FIRST), entry("people", UNNAMED, FIRST)),
            "groups": (entry("groups", GROUP, FIRST),),
            "meetings": (
                withdrawn,
                entry("meetings", MARCH, FIRST, SECOND, MINOR),
                *(entry("meetings", each, SECOND) for each in (CANCELLED, JULY, MONTH, DAYS, NOVEMBER)),
            ),
        }
    )


def source(dataset: Dataset | None = None) -> Source:
    """Return what the files of a dataset are made from."""
    return source_of(small() if dataset is None else dataset, ADDRESS)


def titled(title: str) -> Dataset:
    """Return the partnership with this title wherever there is one."""
    line = " ".join(title.split())
    changed: dict[str, dict[str, Any]] = {
        "partnership": PARTNERSHIP | {"name": line},
        "organizations": COUNCIL | {"name": line},
        "groups": GROUP | {"name": line},
        "meetings": MARCH
        | {"title": line, "place": line, "summary": title, "group": EXECUTIVE | {"name": line}},
    }
    note = Issue(number=1, date="2026-02-10", note=line)
    return Dataset(
        {**small().kinds, **{kind: (entry(kind, plain, note),) for kind, plain in changed.items()}}
    )
