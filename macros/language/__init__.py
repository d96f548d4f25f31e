"""The language of a site: its words, dates and numbers."""
