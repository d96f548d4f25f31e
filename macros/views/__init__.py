"""What each page needs, worked out of the dataset by pure functions. The words are in the templates."""
