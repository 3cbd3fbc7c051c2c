"""One file a rule; see README.md."""
