"""Tests of taking in PDFs of earlier years."""
