"""What must not be published: harvested and known words, and the questions that a person answers."""
