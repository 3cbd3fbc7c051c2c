"""Between the HTML of an article and its figures: blocks of text with the way back, and ids written in."""
