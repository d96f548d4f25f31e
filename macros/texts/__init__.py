"""Public text as HTML."""
