"""PDFs of earlier years: what they are, whether they may be published, and the records that list them."""
