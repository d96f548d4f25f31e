"""Pictures of public numbers: what is counted, and the marks that are drawn of it."""
