"""Drafting: what was recognised as plain values, with the questions it leaves, written as YAML."""
