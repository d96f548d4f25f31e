"""The public form of the pieces of which several kinds of record are made."""
