"""What others can take from the site: feeds, calendars, tables, and descriptions for machines.

Each module returns values or files by name, made of the dataset and the address of the site alone.
"""
