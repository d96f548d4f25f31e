"""Registers out of spreadsheets: action logs, risk registers, attendance lists and budgets."""
