"""Pictures and attachments: found, checked, made small, stripped of metadata.

Originals are never published. What an article shows is derived once, kept in
a cache under the hash of its bytes, and placed when the site is written.
"""

from pictures.model import Picture, PublishedFile, Refusal, Variant
from pictures.share import SharePicture, SharePictures
from pictures.store import PictureStore

__all__ = [
    "Picture",
    "PictureStore",
    "PublishedFile",
    "Refusal",
    "SharePicture",
    "SharePictures",
    "Variant",
]
