"""What the templates know of the institution, read once from `SITE` in pelicanconf."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from findings import Saying
from press.pages.contrast import TEXT, contrast


class SettingsError(ValueError):
    """A setting that cannot be used; the message is for the person who wrote it."""


#: The accent in which the theme's icons are drawn.
ACCENT = "#8c1d18"


@dataclass(frozen=True, slots=True)
class SiteInfo:
    """The institution and its site, as templates see it under the name `SITE`."""

    name: str = "Niên giám"
    tagline: str = ""
    organisation: str = ""
    """Name of the institution that publishes the site."""
    address: str = ""
    responsible: str = ""
    """Người chịu trách nhiệm nội dung (Nghị định 42/2022/NĐ-CP)."""
    phone: str = ""
    email: str = ""
    copyright: str = ""
    licence: str = "CC-BY-4.0"
    """SPDX id of the licence of the published figures."""
    licence_url: str = "https://creativecommons.org/licenses/by/4.0/"
    logo: str = ""
    """Picture in the content folder, `hinh-anh/logo.svg`; empty for the built-in emblem. In
    templates, the address at which it is published."""
    accent: str = ACCENT
    accent_dark: str = "#f0a49b"
    lang: str = "vi"
    url: str = ""
    """Absolute address of the root, without a slash at its end; empty in development."""
    search: bool = True

    def digest(self) -> str:
        """All values in one text, for fingerprints."""
        return repr(self)


#: What each accent colour is read on: the theme's paper, light and dark.
_GROUNDS = {"accent": "#ffffff", "accent_dark": "#171513"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def _check_accent(key: str, colour: str, ground: str) -> None:
    if not _COLOUR.fullmatch(colour):
        raise SettingsError(
            Saying(
                f'pelicanconf.py: SITE["{key}"] = "{colour}" không phải màu;'
                " viết dạng #8c1d18 (site-accent)",
                f'pelicanconf.py: SITE["{key}"] = "{colour}" is no colour;'
                " write one like #8c1d18 (site-accent)",
            )
        )
    ratio = contrast(colour, ground)
    if ratio < TEXT:
        dark = key == "accent"
        raise SettingsError(
            Saying(
                f'pelicanconf.py: SITE["{key}"] = "{colour}" khó đọc trên nền {ground}'
                f" (tương phản {ratio:.1f}, cần {TEXT}); chọn màu"
                f" {'đậm' if dark else 'sáng'} hơn (site-accent)",
                f'pelicanconf.py: SITE["{key}"] = "{colour}" is hard to read on {ground}'
                f" (contrast {ratio:.1f}, {TEXT} is needed); choose a"
                f" {'darker' if dark else 'lighter'} one (site-accent)",
            )
        )


def read_site(settings: Mapping[str, Any]) -> SiteInfo:
    """`settings["SITE"]` as a SiteInfo; its address comes from `SITE_ADDRESS`.

    Raises SettingsError: for an unknown key (with the nearest known one) or a
    value of another type.
    """
    given: Mapping[str, Any] = settings.get("SITE", {})
    known = {field.name: field.type for field in dataclasses.fields(SiteInfo)}
    for key, value in given.items():
        if key not in known:
            near = "".join(f'"{name}"' for name in get_close_matches(key, known, 1))
            raise SettingsError(
                Saying(
                    f'pelicanconf.py: SITE có khóa lạ "{key}"'
                    f"{f'; có phải {near} không?' if near else ''} (site-key)",
                    f'pelicanconf.py: SITE has an unknown key "{key}"'
                    f"{f'; is it {near}?' if near else ''} (site-key)",
                )
            )
        if not isinstance(value, str | bool):
            raise SettingsError(
                Saying(
                    f'pelicanconf.py: SITE["{key}"] phải là chữ (site-type)',
                    f'pelicanconf.py: SITE["{key}"] must be text (site-type)',
                )
            )
    for key, ground in _GROUNDS.items():
        if key in given:
            _check_accent(key, str(given[key]), ground)
    values = {"name": settings["SITENAME"], **given}
    address = str(settings.get("SITE_ADDRESS", "") or "").rstrip("/")
    return SiteInfo(**{**values, "url": address})
