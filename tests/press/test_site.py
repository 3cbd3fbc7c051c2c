"""The institution's settings are refused when nobody could use them."""

from __future__ import annotations

import pytest

from press.site import SettingsError, read_site


def settings(**site: object) -> dict[str, object]:
    return {"SITENAME": "Trang", "SITE": site, "SITE_ADDRESS": "https://a.example/x/"}


def test_the_address_has_no_slash_at_its_end() -> None:
    """Templates add the slash themselves."""
    assert read_site(settings()).url == "https://a.example/x"


@pytest.mark.parametrize(
    ("site", "said"),
    [
        ({"acent": "#8c1d18"}, '"acent"; có phải "accent" không'),
        ({"accent": "đỏ"}, "không phải màu"),
        ({"accent": "#f0a49b"}, "đậm hơn"),
        ({"accent_dark": "#8c1d18"}, "sáng hơn"),
        ({"phone": 123}, "phải là chữ"),
    ],
)
def test_a_setting_that_cannot_be_used_is_refused(site: dict[str, object], said: str) -> None:
    """With what was found and what to write instead."""
    with pytest.raises(SettingsError, match=r"pelicanconf\.py") as refusal:
        read_site(settings(**site))
    assert said in str(refusal.value)
