"""How long things take, as a ratio to something that others know."""
