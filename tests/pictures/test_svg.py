"""A drawing that is published cannot run, fetch or hide anything."""

import pytest

from pictures import Refusal
from pictures.svg import Drawing, sanitised

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def cleaned(inner: str, attributes: str = 'viewBox="0 0 40 20"') -> Drawing:
    result = sanitised(f"<svg {NS} {attributes}>{inner}</svg>".encode())
    assert isinstance(result, Drawing), result
    return result


@pytest.mark.parametrize(
    "evil",
    [
        "<script>zzxss(1)</script>",
        "<script href='//zzxss/x.js'/>",
        "<rect onclick='zzxss(1)'/>",
        "<a href='javascript:zzxss(1)'><text>x</text></a>",
        "<a xlink:href='javascript:zzxss(1)'><text>x</text></a>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='zzxss'/></body></foreignObject>",
        "<image href='https://zzxss/a.png'/>",
        "<use href='https://zzxss/a.svg#b'/>",
        "<style>@import url(//zzxss)</style>",
        "<style>a{background:url('//zzxss')}</style>",
        "<style>a{background:u\\72l(//zzxss)}</style>",
        "<rect style='fill:url(https://zzxss)'/>",
        "<rect fill='url(//zzxss#a)'/>",
        "<set attributeName='href' to='javascript:zzxss(1)'/>",
        "<animate attributeName='href' values='javascript:zzxss(1)'/>",
        "<handler>zzxss</handler>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>zzxss(1)</x:script>",
        "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>zzxss(1)</html:script>",
        "<feImage href='//zzxss'/>",
        "<iframe src='//zzxss'/>",
    ],
)
def test_what_runs_or_fetches_is_taken_out_and_said(evil: str) -> None:
    drawing = cleaned(f"<g>{evil}<rect width='3' height='3'/></g>")
    assert b"zzxss" not in drawing.data
    assert b"<rect" in drawing.data
    assert drawing.removed


def test_events_on_the_root_are_taken_out() -> None:
    assert b"onload" not in cleaned("<g/>", 'onload="zzxss(2)"').data


def test_entities_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "ha">{laughs}]><svg {NS}><text>&a9;</text></svg>'
    secret = f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname">]><svg {NS}><text>&a;</text></svg>'
    for data in (bomb, secret):
        drawing = sanitised(data.encode())
        assert isinstance(drawing, Refusal) or len(drawing.data) < 300
        assert isinstance(drawing, Refusal) or b"ENTITY" not in drawing.data


def test_an_innocent_drawing_keeps_all_it_shows() -> None:
    inner = (
        "<defs><linearGradient id='g'><stop offset='0' stop-color='red'/></linearGradient></defs>"
        "<style>.a{fill:url(#g)}</style><path class='a' d='M0 0h4v4z'/><use href='#g'/>"
        "<text x='1' y='2'>Học viên</text>"
    )
    drawing = cleaned(inner)
    assert drawing.removed == ()
    text = drawing.data.decode()
    assert all(
        part in text for part in ("url(#g)", "M0 0h4v4z", 'href="#g"', "Học viên", "stop-color")
    )


def test_what_drawing_programs_note_for_themselves_goes_without_a_word() -> None:
    drawing = cleaned(
        "<metadata>Nguyễn Văn A</metadata><sodipodi:namedview "
        "xmlns:sodipodi='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd'/><!-- C:\\Users\\A -->"
    )
    assert drawing.removed == ()
    assert "Nguyễn" not in drawing.data.decode()
    assert b"Users" not in drawing.data


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="15px"', (30, 15)),
        ('viewBox="0 0 40 20"', (40, 20)),
        ('width="100%" height="100%" viewBox="0 0 640 480"', (640, 480)),
        ('viewBox="0 0 nan nan"', (1, 1)),
        ("", (300, 150)),
    ],
)
def test_size(attributes: str, size: tuple[int, int]) -> None:
    drawing = cleaned("<g/>", attributes)
    assert (drawing.width, drawing.height) == size


@pytest.mark.parametrize("data", [b"", b"<svg", b"<html/>", b"\xff\xfe\x00", b"<svg/>"])
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    assert isinstance(sanitised(data), Refusal)


def test_depth_costs_no_stack() -> None:
    deep = "<g>" * 200 + "<script/>" + "</g>" * 200
    assert b"script" not in cleaned(deep).data


def copies(times: int, levels: int) -> str:
    """Groups, each of which shows the one before it so many times."""
    groups = "".join(
        f"<g id='a{level}'>" + f"<use href='#a{level - 1}'/>" * times + "</g>"
        for level in range(1, levels)
    )
    return f"<g id='a0'><path d='M0 0'/></g>{groups}"


@pytest.mark.parametrize("count", [12, 1000])
def test_copies_of_copies_without_end_are_refused(count: int) -> None:
    """A browser would follow each of them, in whatever order they are written."""
    for shown in ("", f"<use href='#a{count - 1}'/>"):
        found = sanitised(
            f'<svg xmlns="http://www.w3.org/2000/svg">{shown}{copies(10, count)}</svg>'.encode()
        )
        assert isinstance(found, Refusal)
        assert found.rule == "picture-too-large"


def test_a_drawing_may_copy_its_parts() -> None:
    assert cleaned(copies(10, 4)).removed == ()
    assert cleaned("<g id='a'><use href='#a'/><use href='#b'/></g>").removed == ()
