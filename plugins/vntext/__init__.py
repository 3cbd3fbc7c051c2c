"""Vietnamese text without any web: Unicode, folding, slugs, dates, numbers.

Pure functions over strings. Nothing here reads a file, a clock or a locale.
"""
