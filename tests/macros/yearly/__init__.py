"""Tests of the yearly report."""
