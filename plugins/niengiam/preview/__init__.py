"""The preview: a small web server for one editor, on this machine only."""
