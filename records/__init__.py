"""What a private record is: its models, how it is read, and how records are checked against each other."""
