"""From the figures of an article to its observations, and what is asked of the editor about them."""
