"""Pictures and attachments in Markdown: looked up, checked, and written for readers.

A picture alone on its line becomes a figure; one among words stays among them.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor, UnescapeTreeprocessor

from pictures.caption import split_caption
from pictures.html import (
    ARTICLE_SIZES,
    attribute,
    figure_element,
    figure_html,
    image_element,
    picture_element,
)
from pictures.model import SITE_ROOT, Picture
from pictures.raw import rewritten
from pictures.reading import ArticlePictures, PictureReading, Source
from pictures.store import PictureStore

__all__ = ["PictureReading", "PicturesExtension", "Source"]

_Parents = dict[Element, Element]
#: The name of the step that places pictures.
STEP = "niengiam-pictures"


class PicturesExtension(Extension):
    """One for each Markdown instance; `begin` before each article.

        extension = PicturesExtension(store)
        md = Markdown(extensions=[…, extension])
        extension.begin(Source(path, folder, body, body_line))
        html, reading = md.convert(body), extension.reading

    Links in `html` start with `{site}`; `pictures.html.placed` leads them to
    the root of the site once the place of the page is known.
    """

    def __init__(self, store: PictureStore, *, sizes: str = ARTICLE_SIZES) -> None:
        super().__init__()
        self.sizes = sizes
        self._store = store
        self.begin(Source("", "", ""))

    @property
    def reading(self) -> PictureReading:
        """What the last article needs, and what is wrong with it."""
        return self.article.reading

    def begin(self, source: Source) -> None:
        """Forget the article before; what is converted next is `source`."""
        self.article = ArticlePictures(self._store, source)

    def extendMarkdown(self, md: Markdown) -> None:
        """Run after attr_list (8), so that an image's attributes no longer follow it as text."""
        md.treeprocessors.register(_Pictures(md, self), STEP, 7)


class _Pictures(Treeprocessor):
    """Rewrites pictures and links of the finished tree, then those in raw HTML."""

    def __init__(self, md: Markdown, extension: PicturesExtension) -> None:
        super().__init__(md)
        self.extension = extension
        self._plain = UnescapeTreeprocessor().unescape

    def run(self, root: Element) -> None:
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in [e for e in root.iter() if e.tag in ("img", "a")]:
            if element.tag == "a":
                self._link(element)
            else:
                self._image(element, parents)
        self._raw_html()

    def alone(self, alt: str, address: str) -> str:
        """The HTML of a paragraph that is but this picture, as `run` and Markdown write it.

        Neither `alt` nor `address` holds `&` or `<`, and `address` no quotation mark.
        """
        article, words = self.extension.article, " ".join(alt.split())
        picture = article.image(address, words)
        if picture is None:
            return f'<p><img alt="{attribute(alt)}" src="{address}"></p>'
        sizes, eager = self.extension.sizes, article.is_first_figure()
        return figure_html(picture, words, root=SITE_ROOT, sizes=sizes, eager=eager)

    def _link(self, link: Element) -> None:
        target = self.extension.article.link(self._plain(link.get("href", "")))
        if target is not None:
            link.set("href", target)

    def _image(self, image: Element, parents: _Parents) -> None:
        alt = " ".join(self._plain(image.get("alt", "")).split())
        picture = self.extension.article.image(self._plain(image.get("src", "")), alt)
        if picture is None:
            return
        outer = parents[image]
        content = outer if _is_link_around(outer, image) else image
        paragraph = parents.get(content)
        if paragraph is not None and paragraph.tag == "p" and _is_alone(paragraph, content):
            self._figure(image, content, picture, alt, parents)
        else:
            _become(image, image_element(picture, alt, root=SITE_ROOT))

    def _figure(
        self, image: Element, content: Element, picture: Picture, alt: str, parents: _Parents
    ) -> None:
        caption = split_caption(self._plain(image.get("title", "")))
        eager = self.extension.article.is_first_figure()
        classes, anchor = image.get("class", ""), image.get("id")
        sizes = self.extension.sizes
        _become(image, picture_element(picture, alt, root=SITE_ROOT, sizes=sizes, eager=eager))
        figure = figure_element(content, caption)
        figure.set("class", f"picture {classes}".strip())
        if anchor:
            figure.set("id", anchor)
        _lift(figure, content, parents)

    def _raw_html(self) -> None:
        """Pictures that stand in the article as HTML get the same treatment."""
        article, stash = self.extension.article, self.md.htmlStash.rawHtmlBlocks
        for index, block in enumerate(stash):
            if isinstance(block, str) and "<" in block:
                stash[index] = rewritten(block, article.image, article.link)


def _is_link_around(outer: Element, image: Element) -> bool:
    """Whether `outer` is a link around nothing but `image`."""
    bare = not (outer.text or "").strip() and not (image.tail or "").strip()
    return outer.tag == "a" and len(outer) == 1 and bare


def _is_alone(paragraph: Element, content: Element) -> bool:
    """Whether nothing else stands on the source line of `content`."""
    siblings = list(paragraph)
    index = siblings.index(content)
    before = (siblings[index - 1].tail if index else paragraph.text) or ""
    after = content.tail or ""
    is_first = index == 0 and not before.strip()
    is_last = index == len(siblings) - 1 and not after.strip()
    starts_line = is_first or before.rstrip(" \t").endswith("\n")
    ends_line = is_last or after.lstrip(" \t").startswith("\n")
    return starts_line and ends_line


def _become(element: Element, other: Element) -> None:
    """Turn `element` into `other` where it stands, with the text behind it."""
    kept = {key: value for key, value in element.items() if key in ("class", "id", "title")}
    tail = element.tail
    element.clear()
    element.tag = other.tag
    element.tail = tail
    element.attrib.update((kept if other.tag == "img" else {}) | other.attrib)
    element.extend(list(other))


def _lift(figure: Element, content: Element, parents: _Parents) -> None:
    """Put `figure` where the line of `content` was; the words around it stay paragraphs."""
    paragraph = parents[content]
    holder = parents[paragraph]
    siblings = list(paragraph)
    index = siblings.index(content)
    rest = Element("p")
    rest.text = (content.tail or "").lstrip()
    rest.extend(siblings[index + 1 :])
    rest.tail = figure.tail = "\n"
    content.tail = None
    for sibling in siblings[index:]:
        paragraph.remove(sibling)
    _trim_end(paragraph)
    place = list(holder).index(paragraph) + 1
    following = [figure, rest] if len(rest) or rest.text else [figure]
    for offset, element in enumerate(following):
        holder.insert(place + offset, element)
        parents[element] = holder
        parents.update(dict.fromkeys(element, element))
    if not len(paragraph) and not (paragraph.text or "").strip():
        holder.remove(paragraph)


def _trim_end(paragraph: Element) -> None:
    """Leave no line end before the end of `paragraph`."""
    if len(paragraph):
        paragraph[-1].tail = (paragraph[-1].tail or "").rstrip()
    else:
        paragraph.text = (paragraph.text or "").rstrip()
