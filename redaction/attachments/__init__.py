"""The files of papers: read from `data/files/`, looked at, cleaned, searched, and frozen with an edition."""
