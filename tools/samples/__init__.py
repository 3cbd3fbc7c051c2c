"""Draws the pictures of the sample content; see README.md."""
