"""The pieces of which several kinds of record are made."""
