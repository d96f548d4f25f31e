"""Paragraphs: the form into which every document is read, and what a single line of minutes can be."""
