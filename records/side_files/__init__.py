"""The private files beside the records: the known terms, and what was decided about words."""
