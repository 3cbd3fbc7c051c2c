"""The editors' guide works as written: its files are saved, its commands run, its answers appear."""

from __future__ import annotations

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from desk.keys import KEYS, folded
from niengiam.cli import main
from tests.niengiam.guide import BLOCK, GUIDE, ROOT, blocks


def squeezed(text: str) -> str:
    """`text` without the breaks that a narrow terminal makes."""
    return " ".join(text.split())


def test_the_guide_can_be_followed_to_the_letter(
    desk_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("content/bai-viet/2023/hoi-nghi.md").unlink()
    said = ""
    statuses: list[int] = []
    for block in blocks():
        if block.kind == "markdown":
            assert block.file, "a file in the guide has no name"
            path = Path(block.file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.text, "utf-8")
        elif block.kind == "sh":
            said, statuses = "", []
            for line in block.text.splitlines():
                name, *arguments = shlex.split(line)
                assert name == "niengiam"
                statuses.append(main(arguments))
                captured = capsys.readouterr()
                said += captured.out + captured.err
        elif block.kind == "text":
            for line in filter(None, block.text.splitlines()):
                assert squeezed(line) in squeezed(said), said
            assert ("lỗi:" in block.text) == any(statuses), said


def test_every_command_of_the_guide_has_an_answer_that_is_looked_at() -> None:
    """A block of commands that nothing follows would pass whatever it said."""
    kinds = [block.kind for block in blocks()]
    assert kinds.count("sh") > 8
    assert all(after == "text" for kind, after in pairwise(kinds) if kind == "sh")
    assert all(block.text.strip() for block in blocks())


def test_the_guide_names_every_key() -> None:
    """An editor finds all keys in one table."""
    named = {folded(name) for name in re.findall(r"`([^`]+)`", BLOCK.sub("", GUIDE))}
    missing = [k.shown for k in KEYS.values() if not k.refusal and folded(k.shown) not in named]
    assert missing == []


def test_the_guides_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\(((?!\{)[^)#]+\.md)\)", GUIDE):
        if not target.startswith("hoi-nghi"):
            assert (ROOT / "docs" / target).is_file(), target


def test_the_guides_pictures_are_there_and_say_what_they_show() -> None:
    pictures = re.findall(r"!\[(.*)\]\((images/[^)]+)\)", GUIDE)
    assert len(pictures) >= 5
    for alt, picture in pictures:
        assert (ROOT / "docs" / picture).is_file(), picture
        assert len(alt) > 40, picture
