"""Documents to keep: pages of records as tagged PDFs, made of public values only, always the same bytes."""
