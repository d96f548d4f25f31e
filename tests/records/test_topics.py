"""Topics: what is read of them."""

from __future__ import annotations

from pathlib import Path

from records.kinds.topics import Topic
from records.loading import load
from tests.records.telling import codes, told_of


def test_a_topic_is_read(project: Path) -> None:
    """One priority needs no list, and items name the topic."""
    records = load(project)
    topic = records.get("topics", "toolkit")
    assert isinstance(topic, Topic)
    assert (topic.title, topic.also, topic.priorities) == ("The toolkit", ("The single form",), ("neglect",))


def test_a_topic_names_other_topics(project: Path) -> None:
    """A topic that does not exist is told."""
    assert codes(told_of(project, "data/topics/b.yml", "title: B\nsee_also: [toolkit]\n")) == []
    assert codes(told_of(project, "data/topics/b.yml", "title: B\nsee_also: [tolkit]\n")) == [
        "[unknown-reference]"
    ]
