"""The build: read, index, render, check, swap. See docs/press.md."""

from press.filters import filters
from press.pelican_class import NienGiam

__all__ = ["NienGiam", "filters"]
