"""Signing off: what must hold before an edition is frozen, and who must have looked."""
