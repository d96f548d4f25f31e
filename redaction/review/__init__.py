"""The private view of what the public will and will not see."""
