"""What the pages of the index show."""
