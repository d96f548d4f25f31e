"""What a partnership sets beside its records: settings and redirects; and its list of addresses."""
