"""The command `pages`: one thin file for each verb."""
