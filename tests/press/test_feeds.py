"""Ids of feeds of news."""

from __future__ import annotations

from xml.etree import ElementTree

from press.pages.feeds import atom
from press.site import SiteInfo

_ATOM = "{http://www.w3.org/2005/Atom}"


def _id(url: str, address: str = "feed/tin.xml") -> str | None:
    feed = ElementTree.fromstring(atom([], SiteInfo(url=url), "Tin", address))
    return feed.findtext(f"{_ATOM}id")


def test_a_feed_has_an_id_of_its_own() -> None:
    """Feed readers hold two feeds with one id for one feed (RFC 4287, 4.2.6)."""
    ids = {
        _id("https://a.example"),
        _id("https://b.example"),
        _id("https://b.example/truong"),
        _id("https://b.example", "feed/chuyen-muc/dao-tao.xml"),
    }
    assert len(ids) == 4


def test_a_feed_keeps_its_id_under_https() -> None:
    """Readers that subscribed before are not shown everything again."""
    assert _id("http://a.example") == _id("https://a.example")


def test_a_feed_without_articles_does_not_tell_when_it_was_built() -> None:
    """A site whose last article went is the same whenever it is built."""
    feed = ElementTree.fromstring(atom([], SiteInfo(), "Tin", "feed/tin.xml"))
    assert feed.findtext(f"{_ATOM}updated") == "1970-01-01T00:00:00+00:00"
