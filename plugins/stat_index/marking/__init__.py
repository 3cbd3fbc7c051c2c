"""The editor's marks: how they are written, what they say, and how they win over what was read."""
