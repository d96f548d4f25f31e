"""Marks in the text of a private record: what is hidden, and what only looks like a mark."""
