"""Tests of importing: invented documents for every rule, and a scorer for real ones that lie elsewhere."""
