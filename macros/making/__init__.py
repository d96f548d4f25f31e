"""The site made as a whole: pages read, built, searched, put in place."""
