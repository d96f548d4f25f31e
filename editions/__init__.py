"""What the public may know: public models, editions that were signed off, and the dataset made of them."""
