"""The last look: every byte of a finished site, by other means than those that made it."""
