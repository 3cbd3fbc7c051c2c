"""The last look at a built site before it takes the old one's place."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from press.newsroom import Newsroom
from press.stage import OutputError


def verify_stage(stage: Path, room: Newsroom, made: Collection[str]) -> None:
    """Makes sure that every article and page is there, and whole where it was `made` now.

    Raises OutputError: naming the first that is not.
    """
    new = set(made)
    for content in room.contents:
        page = stage / content.save_as
        if not page.is_file() or (content.save_as in new and not _ends_well(page)):
            raise OutputError(
                f"{content.source_path}: trang của bài không được dựng trọn vẹn; dừng lại"
            )


def _ends_well(page: Path) -> bool:
    with page.open("rb") as file:
        file.seek(0, 2)
        file.seek(max(0, file.tell() - 16))
        return file.read().rstrip().endswith(b"</html>")
