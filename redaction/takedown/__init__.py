"""Taking down: a part, a record, everything; and finding what leaked."""
