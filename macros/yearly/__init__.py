"""The yearly report, as far as the public records of the year already say it."""
