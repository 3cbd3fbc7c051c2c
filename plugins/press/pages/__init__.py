"""What is made of the archive: pages, feeds, files, search, index; and the templates."""
