"""The tests of redaction."""
