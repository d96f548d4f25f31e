"""The files of records as YAML: read strictly, with every mistake at its place, and written again."""
