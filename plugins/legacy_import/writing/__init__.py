"""What was read, written as Markdown into a content folder."""
