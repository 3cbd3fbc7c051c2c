"""Containers of saved pages: files, folders, archives, feeds. Nothing is ever fetched."""

from legacy_import.sources.opening import pages

__all__ = ["pages"]
