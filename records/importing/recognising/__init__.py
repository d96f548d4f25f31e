"""Recognising: who was there, which items there are, and what was decided, agreed and reported in each."""
