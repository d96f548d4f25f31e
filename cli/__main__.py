"""Lets `python -m cli` run the command."""

from cli.entry import main

main()
