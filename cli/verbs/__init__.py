"""The verbs of the command, one file for each."""
