"""The build: read, index, render, check, swap. See docs/press.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from press.pages.template_filters import filters
    from press.pelican_class import NienGiam

__all__ = ["NienGiam", "filters"]


def __getattr__(name: str) -> Any:
    """Both on demand: a build looks at the published site while Pelican is being loaded."""
    if name == "NienGiam":
        import logging

        from press.pelican_class import NienGiam
        from press.pelican_log import tell_plainly

        # Settings name the class, and Pelican speaks of them before it makes one.
        logging.getLogger("pelican").addFilter(tell_plainly)
        return NienGiam
    if name == "filters":
        from press.pages.template_filters import filters

        return filters
    raise AttributeError(name)
