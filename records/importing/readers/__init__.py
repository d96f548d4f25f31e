"""Readers: a file of Word, PDF, Markdown, a web page or text, told by its content, made into paragraphs."""
