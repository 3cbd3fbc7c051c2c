"""One saved page: its tree, its blocks, and which of them are the article."""
