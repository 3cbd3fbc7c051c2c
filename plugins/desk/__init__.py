"""The editor's desk: front matter, addresses, checks, new articles, status, preview."""
