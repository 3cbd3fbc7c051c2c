"""Charts in a real browser, at the widths and in the schemes that readers have."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from stat_index.charts import chart_figure, sparkline, standalone_svg
from tests.serving import serve
from tests.stat_index.charts.gallery import EXAMPLES
from tests.stat_index.downloads.sample import sample_index

CSS = Path(__file__).resolve().parents[3] / "theme/static/css"
SHEETS = ("layers", "reset", "tokens", "base", "charts")
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'"

#: Pairs of visible texts of one drawing whose boxes meet.
MEETING = """
() => [...document.querySelectorAll('svg.chart-plot')].flatMap(svg => {
  const boxes = [...svg.querySelectorAll('text')]
    .filter(text => getComputedStyle(text).display !== 'none')
    .map(text => [text.textContent, text.getBoundingClientRect()]);
  return boxes.flatMap(([a, one], n) => boxes.slice(n + 1)
    .filter(([, other]) => one.left < other.right && other.left < one.right
      && one.top + 3 < other.bottom - 3 && other.top + 3 < one.bottom - 3)
    .map(([b]) => `${svg.querySelector('title').id}: ${a} / ${b}`));
})
"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The gallery, served under the site's policy."""
    folder = tmp_path_factory.mktemp("charts")
    (folder / "charts.css").write_text(
        "".join((CSS / f"{name}.css").read_text("utf-8") for name in SHEETS), "utf-8"
    )
    series = sample_index().series[0]
    (folder / "chart.svg").write_text(standalone_svg(series, "Trường", "https://x.example/"))
    body = "".join(str(chart_figure(example.chart)) for example in EXAMPLES)
    (folder / "index.html").write_text(
        '<!doctype html><html lang="vi"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width"><title>Biểu đồ</title>'
        f'<link rel="stylesheet" href="charts.css"><div class="gallery">{body}'
        f'{sparkline(series)}<img src="chart.svg" alt="Biểu đồ"></div>',
        "utf-8",
    )
    with serve(folder) as served:
        yield served


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(address)
    yield opened
    opened.close()


@pytest.mark.parametrize("width", [320, 360, 560, 768, 1280])
def test_no_two_texts_of_a_chart_meet_at_any_width(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate(MEETING) == []


@pytest.mark.parametrize("width", [320, 1280])
def test_a_chart_never_makes_the_page_scroll_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_letters_keep_their_size_on_a_phone(page):
    sizes = []
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        sizes.append(
            page.evaluate("document.querySelector('.chart-value').getBoundingClientRect().height")
        )
    assert sizes[0] == sizes[1] >= 12


@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_and_letters_stand_out_in_every_scheme(browser, address, scheme, media):
    """3:1 for marks, 4.5:1 for letters, against the paper."""
    page = browser.new_page(color_scheme=scheme)
    page.goto(address)
    page.emulate_media(media=media)
    looks = page.evaluate(
        """() => {
          const canvas = document.createElement('canvas').getContext('2d');
          const rgb = colour => { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3); };
          const fill = name => rgb(getComputedStyle(document.querySelector(name)).fill);
          return [rgb(getComputedStyle(document.documentElement).backgroundColor),
            fill('.chart-bar'), fill('.chart-tick'), fill('.chart-value')];
        }"""
    )
    page.close()
    paper, bar, tick, value = map(luminance, looks)
    assert contrast(bar, paper) >= 3
    assert contrast(tick, paper) >= 4.5
    assert contrast(value, paper) >= 4.5


def test_the_file_to_embed_loads_as_an_image(page):
    assert page.evaluate("document.querySelector('img').naturalWidth") == 640


def test_the_policy_stops_nothing_of_a_chart(browser, address):
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text))
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.querySelector('.chart-bar')).fill") != (
        "rgb(0, 0, 0)"
    )
    page.close()
    assert [text for text in problems if "Content Security Policy" in text] == []


def luminance(rgb: list[int]) -> float:
    """Relative luminance (WCAG 2.2)."""
    linear = [c / 255 / 12.92 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
