"""The shorter ways after an edit."""
