"""The last look at a built site before it takes the old one's place."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from findings import Saying
from press.archive.content import NewsArticle, SitePage
from press.staging.swap import OutputError


def verify_made(
    stage: Path,
    contents: Iterable[NewsArticle | SitePage],
    files: Collection[str],
    made: Collection[str],
) -> None:
    """Makes sure that each of `contents` is among `files`, and whole where it was `made` now.

    Raises OutputError: naming the first that is not.
    """
    new = set(made)
    for content in contents:
        if content.save_as not in files or (
            content.save_as in new and not _ends_well(os.path.join(stage, content.save_as))
        ):
            path = content.source_path
            raise OutputError(
                Saying(
                    f"{path}: trang của bài không được dựng trọn vẹn; dừng lại",
                    f"{path}: its page was not made whole; the build ends",
                )
            )


def _ends_well(page: str) -> bool:
    try:
        with open(page, "rb", buffering=0) as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - 16))
            return file.read(16).rstrip().endswith(b"</html>")
    except FileNotFoundError:
        return False
