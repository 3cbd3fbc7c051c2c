"""Every pair of colours that text is set in can be read, in both schemes."""

from __future__ import annotations

import re

import pytest

from press.pages.contrast import LARGE, TEXT, contrast
from press.site import SiteInfo
from tests.theme.examples import THEME

_COLOUR = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
_TEXTS = ("ink", "ink-soft", "accent", "link")
_GROUNDS = ("paper", "surface", "notice")


def schemes() -> dict[str, dict[str, str]]:
    """Colours by token, for light and dark, with the default accents."""
    light_css, dark_css, *_ = (
        (THEME / "static" / "css" / "tokens.css").read_text("utf-8").split("@media")
    )
    light = dict(_COLOUR.findall(light_css))
    site = SiteInfo()
    light |= {"accent": site.accent, "link": site.accent}
    dark = light | dict(_COLOUR.findall(dark_css))
    dark |= {"accent": site.accent_dark, "link": site.accent_dark}
    return {"light": light, "dark": dark}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("text", _TEXTS)
def test_text_can_be_read_on_its_ground(scheme: str, ground: str, text: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[text], colours[ground]) >= TEXT


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_buttons_and_fields_can_be_made_out(scheme: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours["on-accent"], colours["accent"]) >= TEXT
    assert contrast(colours["rule-strong"], colours["paper"]) >= LARGE
    assert contrast(colours["focus"], colours["paper"]) >= LARGE


def test_the_ratio_is_that_of_the_standard() -> None:
    """Black on white is 21; #767676 is the lightest grey that passes on white."""
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert contrast("#767676", "#ffffff") >= TEXT > contrast("#777777", "#ffffff")
