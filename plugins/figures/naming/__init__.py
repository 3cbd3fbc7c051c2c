"""What a number counts or measures: the noun behind it, the words before it, or the figure before it."""
