"""From a private record to its public values, by allow-list."""
