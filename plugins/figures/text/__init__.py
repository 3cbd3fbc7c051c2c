"""What a sentence is made of: the words of the grammar, tokens, numerals, and how periods are written."""
