"""The text of a WordPress export as WordPress would have shown it."""

from __future__ import annotations

import re

_CAPTION = re.compile(r"\[caption[^\]]*\](.*?)\[/caption\]", re.DOTALL | re.IGNORECASE)
_PICTURE = re.compile(
    r"((?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)(.*)", re.DOTALL | re.IGNORECASE
)
_FILE = re.compile(
    r"\[(?:embed|video|audio|file)[^\]]*\](?:(https?://[^\[\s]+)\[/\w+\])?", re.IGNORECASE
)
_SHORTCODE = re.compile(
    r"\[/?(?:vc_|et_pb_|fusion_|su_|gallery|contact-form|wpdm|dt_|nectar_|row|column|section|col|ux_|divider|gap)[^\]]*\]",
    re.IGNORECASE,
)
_BLOCK = re.compile(
    r"^\s*<(?:p|div|table|ul|ol|h[1-6]|blockquote|figure|pre|hr|section|article|!--)\b",
    re.IGNORECASE,
)


def shown(text: str) -> str:
    """HTML of a post: shortcodes resolved or left out, blank lines made paragraphs."""
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = _CAPTION.sub(_figure, text.replace("\r\n", "\n"))
    text = _FILE.sub(lambda m: f'<a href="{m[1]}">{m[1]}</a>' if m[1] else "", text)
    text = _SHORTCODE.sub("", text)
    text = re.sub(
        r"(</(?:p|div|table|ul|ol|h[1-6]|blockquote|figure|pre)>)",
        r"\1\n\n",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(
        r"(<(?:figure|table|ul|ol|h[1-6]|blockquote|pre|div)\b)",
        r"\n\n\1",
        text,
        flags=re.IGNORECASE,
    )
    pieces = [piece.strip() for piece in re.split(r"\n\s*\n", text)]
    return "\n".join(_paragraph(piece) for piece in pieces if piece)


def _figure(match: re.Match[str]) -> str:
    parts = _PICTURE.match(match[1].strip())
    if not parts:
        return match[1]
    caption = re.search(r'caption="([^"]*)"', match[0])
    words = parts[2].strip() or (caption[1] if caption else "")
    return f"<figure>{parts[1]}<figcaption>{words}</figcaption></figure>"


def _paragraph(piece: str) -> str:
    if _BLOCK.match(piece) or re.match(r"\s*</", piece):
        return piece
    return f"<p>{re.sub(chr(10), '<br>' + chr(10), piece)}</p>"
