"""Tests of the whole minutes for those who were at the meeting."""
