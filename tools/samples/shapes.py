"""What the scenes are put together from. Every function returns SVG text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

WIDTH, HEIGHT = 1600, 900

Point = tuple[float, float]


def picture(*parts: str) -> str:
    """A whole picture of 1600 by 900."""
    body = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{body}</svg>'
    )


def rect(
    x: float, y: float, w: float, h: float, fill: str, r: float = 0, opacity: float = 1
) -> str:
    """A rectangle with corners of radius `r`."""
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{w:g}" height="{h:g}" rx="{r:g}" '
        f'fill="{fill}" opacity="{opacity:g}"/>'
    )


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, opacity: float = 1) -> str:
    """An ellipse around (x, y)."""
    return f'<ellipse cx="{x:g}" cy="{y:g}" rx="{rx:g}" ry="{ry:g}" fill="{fill}" opacity="{opacity:g}"/>'


def circle(x: float, y: float, r: float, fill: str, opacity: float = 1) -> str:
    """A disc around (x, y)."""
    return ellipse(x, y, r, r, fill, opacity)


def polygon(points: Iterable[Point], fill: str, opacity: float = 1) -> str:
    """A polygon through `points`."""
    text = " ".join(f"{x:g},{y:g}" for x, y in points)
    return f'<polygon points="{text}" fill="{fill}" opacity="{opacity:g}"/>'


def path(
    d: str, fill: str = "none", stroke: str = "none", width: float = 0, opacity: float = 1
) -> str:
    """A path in SVG's own words, with round ends and joins."""
    return (
        f'<path d="{d}" fill="{fill}" stroke="{stroke}" stroke-width="{width:g}" '
        f'stroke-linecap="round" stroke-linejoin="round" opacity="{opacity:g}"/>'
    )


def line(
    x1: float, y1: float, x2: float, y2: float, stroke: str, width: float, opacity: float = 1
) -> str:
    """A straight line with round ends."""
    return path(f"M{x1:g} {y1:g}L{x2:g} {y2:g}", "none", stroke, width, opacity)


def group(parts: Iterable[str], transform: str = "", opacity: float = 1) -> str:
    """`parts` moved, turned or scaled together."""
    return f'<g transform="{transform}" opacity="{opacity:g}">{"".join(parts)}</g>'


def at(x: float, y: float, scale: float, parts: Iterable[str], turn: float = 0) -> str:
    """`parts`, drawn around (0, 0), set down at (x, y)."""
    return group(parts, f"translate({x:g} {y:g}) rotate({turn:g}) scale({scale:g})")


def fade(name: str, *stops: str, across: bool = False) -> str:
    """A gradient called `name`, downwards or across; use it as `url(#name)`."""
    end = 'x2="1" y2="0"' if across else 'x2="0" y2="1"'
    last = max(1, len(stops) - 1)
    colours = "".join(
        f'<stop offset="{i / last:g}" stop-color="{s}"/>' for i, s in enumerate(stops)
    )
    return (
        f'<defs><linearGradient id="{name}" x1="0" y1="0" {end}>{colours}</linearGradient></defs>'
    )


def backdrop(*stops: str) -> str:
    """The whole picture filled from top to bottom."""
    return fade("backdrop", *stops) + rect(0, 0, WIDTH, HEIGHT, "url(#backdrop)")


def curve(points: Sequence[Point]) -> str:
    """Path words of a smooth line through `points`."""
    first, *_ = points
    words = [f"M{first[0]:g} {first[1]:g}"]
    for i in range(len(points) - 1):
        before, here = points[max(0, i - 1)], points[i]
        there, after = points[i + 1], points[min(len(points) - 1, i + 2)]
        a = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        b = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        words.append(f"C{a[0]:g} {a[1]:g} {b[0]:g} {b[1]:g} {there[0]:g} {there[1]:g}")
    return "".join(words)


def ridge(heights: Sequence[float], fill: str, opacity: float = 1) -> str:
    """Hills: `heights` are spread over the width, everything below is filled."""
    step = WIDTH / (len(heights) - 1)
    line_ = curve([(i * step, y) for i, y in enumerate(heights)])
    return path(f"{line_}L{WIDTH} {HEIGHT}L0 {HEIGHT}Z", fill, opacity=opacity)


def peaks(points: Sequence[Point], fill: str, opacity: float = 1) -> str:
    """Mountains with sharp tops, from the left edge to the right."""
    return polygon([(0, HEIGHT), *points, (WIDTH, HEIGHT)], fill, opacity)
