"""The digest of a meeting, for a newsletter."""
