"""Tests of reading registers out of spreadsheets."""
