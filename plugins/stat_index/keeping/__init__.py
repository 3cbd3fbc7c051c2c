"""The index from one build to the next: what is kept of it, and what is made anew."""
