"""What a reader could make of the bytes of a file: its text in every form that it has."""
