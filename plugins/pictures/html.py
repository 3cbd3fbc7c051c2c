"""Pictures as HTML, for articles and for templates alike."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

from pictures.caption import Caption
from pictures.model import SITE_ROOT, Picture, Variant, url

#: How wide a picture stands in the running text: the column, or the screen less its margins.
ARTICLE_SIZES = "(min-width: 46rem) 42rem, calc(100vw - 2rem)"

_TAG = re.compile(r"<(?:img|source|a)\b[^>]*>")
#: In a value, or in a list of them; what stands before comes last, since `re` leaps to what comes first.
_MARK = re.compile(rf'{re.escape(SITE_ROOT)}/(?<=[" ]{re.escape(SITE_ROOT)}/)')


def picture_element(picture: Picture, alt: str, *, root: str, sizes: str, eager: bool) -> Element:
    """`<picture>` with WebP at every width and one file behind it that every program shows."""
    element = Element("picture")
    if picture.webp:
        webp = {"type": "image/webp", "srcset": _srcset(picture.webp, root), "sizes": sizes}
        SubElement(element, "source", webp)
    element.append(image_element(picture, alt, root=root, eager=eager))
    return element


def image_element(picture: Picture, alt: str, *, root: str, eager: bool = False) -> Element:
    """`<img>` whose width and height keep the page from jumping."""
    attributes = {
        "src": url(picture.fallback.address, root),
        "alt": alt,
        "width": str(picture.width),
        "height": str(picture.height),
    }
    attributes["loading"] = "eager" if eager else "lazy"
    return Element("img", attributes | {"decoding": "async"})


def figure_element(content: Element, caption: Caption) -> Element:
    """`<figure>` around `content`, with its caption and, apart from it, its credit."""
    figure = Element("figure", {"class": "picture"})
    figure.append(content)
    if caption.text or caption.credit:
        figcaption = SubElement(figure, "figcaption")
        figcaption.text = caption.text
        if caption.credit:
            figcaption.text += " " if caption.text else ""
            SubElement(figcaption, "span", {"class": "credit"}).text = caption.credit
    return figure


def figure_html(picture: Picture, alt: str, *, root: str, sizes: str, eager: bool) -> str:
    """What Markdown writes of a `figure_element` with a `picture_element` and no caption.

    Nearly all pictures are such. `alt` holds neither `&` nor `<`.
    """
    webp = ""
    if picture.webp:
        srcset = _srcset(picture.webp, root)
        webp = f'<source sizes="{sizes}" srcset="{srcset}" type="image/webp">'
    return (
        f'<figure class="picture"><picture>{webp}<img alt="{attribute(alt)}" decoding="async"'
        f' height="{picture.height}" loading="{"eager" if eager else "lazy"}"'
        f' src="{url(picture.fallback.address, root)}" width="{picture.width}"></picture></figure>'
    )


def attribute(text: str) -> str:
    """`text`, which holds neither `&` nor `<`, as Markdown writes it in an attribute."""
    return text.replace(">", "&gt;").replace('"', "&quot;")


def placed(html: str, root: str) -> str:
    """`html` of an article with its pictures and attachments linked by way of `root`.

    `root` is the relative way to the root of the site (`..`) or its address.
    Only attributes of links and pictures are touched, never the text.
    """
    if SITE_ROOT not in html:
        return html
    return _TAG.sub(
        lambda tag: _MARK.sub(f"{root}/", tag[0]) if SITE_ROOT in tag[0] else tag[0], html
    )


def _srcset(variants: tuple[Variant, ...], root: str) -> str:
    return ", ".join(f"{url(v.address, root)} {v.width}w" for v in variants)
