"""One document: what the checks say, what is read from it, its Markdown and typography."""
