"""What an adversary tries, as a table of cases, and the runner that tries them all."""
