"""Letters of old pages: bytes and fonts of the last century become Unicode."""
