"""Pictures of the whole site: the institution's logo, and what other sites show of the pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from findings import Saying
from pictures.model import PublishedFile, Refusal
from pictures.share import SharePictures
from pictures.store import PictureStore
from press.site import SettingsError, SiteInfo


def with_logo(site: SiteInfo, pictures: PictureStore) -> tuple[SiteInfo, tuple[PublishedFile, ...]]:
    """`site` with the address at which its logo is published, and the file to publish there.

    The logo is made from the file that the settings name, like every picture: small, without
    metadata, a drawing without scripts.

    Raises SettingsError: where there is no such picture, or none that can be published.
    """
    if not site.logo:
        return site, ()
    found = pictures.find(site.logo)
    made = found if isinstance(found, Refusal) else pictures.picture(found)
    if isinstance(made, Refusal):
        raise SettingsError(
            Saying(
                f'pelicanconf.py: SITE["logo"] = "{site.logo}": {made.message}; {made.mend}'
                " (site-logo)",
                f'pelicanconf.py: SITE["logo"] = "{site.logo}": {made.message.english};'
                f" {made.mend.english} (site-logo)",
            )
        )
    smallest = (*made.webp, made.fallback)[0]
    file = PublishedFile(smallest.address, smallest.sha256, made.source)
    return replace(site, logo=file.address), (file,)


def share_pictures(site: SiteInfo, theme: str, pictures: PictureStore) -> SharePictures:
    """What draws the share pictures of `site`."""
    static, cache = Path(theme) / "static", pictures.cache.folder
    return SharePictures(static, cache, site=site.name, accent=site.accent)


def words_of_site(site: SiteInfo) -> tuple[str, str]:
    """What stands on the share picture of pages that have none of their own."""
    return site.tagline or site.name, site.organisation


def site_share(site: SiteInfo, theme: str, pictures: PictureStore) -> str:
    """The absolute address of that picture; empty for a site without an address."""
    if not site.url:
        return ""
    return f"{site.url}/{share_pictures(site, theme, pictures).address(*words_of_site(site))}"
