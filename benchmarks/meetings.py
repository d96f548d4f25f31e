"""Made-up records: plain values for `data/`, and the same public text as Markdown pages."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from benchmarks.words import UNHEARD, VOCABULARY, paragraph, points, sentence, surname, table

GROUPS = ("executive", "learning", "exploitation", "education")
NAMES = (
    "Ada Ashgrove",
    "Bela Birkwell",
    "Cyra Copperdale",
    "Dov Dunmarsh",
    "Edda Elverton",
    "Fenn Fernhollow",
    "Gita Gorsebank",
    "Hale Heathcombe",
    "Ines Inglemere",
    "Jory Juniperley",
    "Kesi Kestrow",
    "Lorn Larkfold",
    "Mika Mossbridge",
    "Nell Netherby",
    "Oren Oakenshaw",
    "Pia Pebblewick",
    "Quin Quarrowby",
    "Rhea Rushford",
    "Sol Silverbeck",
    "Tove Thistleton",
)
PEOPLE = {name.split()[1].lower(): name for name in NAMES}
BODIES = {"council": "local-authority", "police": "police", "health": "integrated-care-board"}
FIRST_DAY = date(2000, 1, 3)
ITEMS = 12
WITH_MARK = 2
WITHHELD = ITEMS - 1
LIST, TABLE, DECISION, ACTION = 1, 3, 1, 2
"""Which items have these, counted within every four or every three."""

THERE = 12
APOLOGIES = 2
OTHER_WORDS = 300
"""What a meeting says besides its paragraphs, about."""

OVERSHOT = 6
"""Words by which a paragraph is longer than asked for, because it ends with a whole sentence."""

LONGEST = 70
"""Words of a paragraph, about."""

NOTICE = "[withheld: information about a person]"

Plain = dict[str, Any]


def meeting_day(number: int) -> date:
    """Return the day of a meeting: one every fourth day, so that each has its own."""
    return FIRST_DAY + timedelta(days=4 * number)


def meeting_id(number: int) -> str:
    """Return the id of a meeting."""
    return f"{meeting_day(number)}-{GROUPS[number % len(GROUPS)]}"


def base_records() -> dict[str, Plain]:
    """Return what meetings need around them, by path under `data/`."""
    records: dict[str, Plain] = {
        "partnership": {
            "name": "Benchmark Safeguarding Children Partnership",
            "fictional": "yes",
            "areas": ["Benchmark"],
            "partners": list(BODIES),
            "worried": {
                "text": "If a child is in danger now, call 999.",
                "lines": [{"label": "Emergency services", "telephone": "999"}],
            },
            "office": {"name": "Benchmark office", "email": "office@benchmark.example.org"},
            "licence": {"name": "Open Government Licence v3.0"},
        },
        "policy": {
            "reasons": [
                {"id": "personal", "words": "information about a person"},
                {"id": "commercial", "words": "commercial information"},
            ],
            "checks": [{"kinds": "all", "second_person": "before"}],
        },
    }
    for body, kind in BODIES.items():
        records[f"organizations/{body}"] = {
            "name": f"Benchmark {body}",
            "kind": kind,
            "statutory_partner": "yes",
            "posts": [{"id": "head", "title": f"Head of safeguarding, {body}", "level": "senior"}],
        }
    for number, person in enumerate(PEOPLE):
        records[f"people/{person}"] = {
            "public_id": f"p-bench{number:03}",
            "name": PEOPLE[person],
            "posts": [{"post": f"{list(BODIES)[number % 3]}/head"}],
        }
    for number, group in enumerate(GROUPS):
        own: Plain = {"name": f"{group.capitalize()} group", "kind": "sub-group" if number else "executive"}
        if number:
            own["parent"] = GROUPS[0]
        own["members"] = [{"person": person} for person in list(PEOPLE)[number::2]]
        records[f"groups/{group}"] = own
    return records


def meeting(seed: int, number: int, words: int) -> Plain:
    """Return a meeting of about so many words; it depends on nothing but these three numbers."""
    random = Random(f"{seed}-{number}")
    length = max(words - OTHER_WORDS, ITEMS) // ITEMS
    there = random.sample(list(PEOPLE), k=THERE + APOLOGIES)
    plain: Plain = {
        "title": f"{GROUPS[number % len(GROUPS)].capitalize()} meeting {number + 1}",
        "group": GROUPS[number % len(GROUPS)],
        "date": str(meeting_day(number)),
        "time": "14:00-16:10",
        "place": "Committee Room 2 and online",
        "status": "approved",
        "chair": there[0],
        "minute_taker": there[1],
        "attendance": [
            {"person": person} | ({"status": "apologies"} if place >= THERE else {})
            for place, person in enumerate(there)
        ],
        "declarations": "none",
        "items": [_item(random, place, length, there) for place in range(ITEMS)],
    }
    if number:
        plain["items"][0]["updates"] = [
            {"action": f"{meeting_id(number - 1)}/a5", "status": "closed", "note": sentence(random)}
        ]
    return plain


def markdown(plain: Plain) -> str:
    """Return the public text of a meeting as a Markdown page, with a notice where something is withheld."""
    parts = [f"# {plain['title']}", f"{plain['date']}, {plain['time']}, {plain['place']}", "## Attendance"]
    parts.append(
        "\n".join(
            f"- {PEOPLE[each['person']]}, Head of safeguarding ({each.get('status', 'present')})"
            for each in plain["attendance"]
        )
    )
    for item in plain["items"]:
        parts.append(f"## {item['label']} {item['title']}")
        parts += [f"{item['updates'][0]['note']} (closed)"] if "updates" in item else []
        if "withhold" in item:
            parts += [item["outcome"], NOTICE]
            continue
        text: str = item["text"]
        before, mark, after = text.partition("[[redact personal|")
        parts.append(f"{before}{NOTICE}{after.partition(']]')[2]}" if mark else text)
        parts += [f"**Decision:** {each['text']}" for each in item.get("decisions", ())]
        for each in item.get("actions", ()):
            owners = ", ".join(PEOPLE[owner] for owner in each["owners"])
            parts.append(f"**Action:** {each['text']} {owners}, by {each['due']}")
    return "\n\n".join(parts) + "\n"


def _item(random: Random, place: int, length: int, there: list[str]) -> Plain:
    """Return an item: one is withheld, one has a mark, some have a list, a table, a decision, an action."""
    number = -(-length // LONGEST)
    words = UNHEARD if place == WITHHELD else VOCABULARY
    paragraphs = [paragraph(random, length // number - OVERSHOT, words) for _ in range(number)]
    item: Plain = {
        "id": f"i{place}",
        "label": str(place + 1),
        "title": " ".join(sentence(random).rstrip(".").split()[:5]),
        "presented_by": [random.choice(there)],
    }
    if place == WITHHELD:
        item["withhold"] = {"reason": "commercial"}
        item["outcome"] = sentence(random)
    if place == WITH_MARK:
        paragraphs[0] += f" It was about [[redact personal|the {surname(random)} children]] and others."
    if place % 4 == LIST:
        paragraphs.insert(1, points(random, 4))
    if place % 4 == TABLE and place != WITHHELD:
        paragraphs.insert(2, table(random, 5))
    item["text"] = "\n\n".join(paragraphs) + "\n"
    if place % 3 == DECISION:
        item["decisions"] = [{"id": f"d{place}", "text": sentence(random)}]
    if place % 3 == ACTION and place != WITHHELD:
        item["actions"] = [
            {
                "id": f"a{place}",
                "text": sentence(random),
                "owners": random.sample(there, k=2),
                "due": str(FIRST_DAY + timedelta(days=random.randint(0, 9000))),
            }
        ]
    return item
