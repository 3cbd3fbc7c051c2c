"""A content folder, a way to fill it, and a store over it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pictures import PictureStore

Writer = Callable[[str, bytes], Path]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "hinh-anh").mkdir(parents=True)
    return folder


@pytest.fixture
def write(content: Path) -> Writer:
    def write(name: str, data: bytes) -> Path:
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    return write


@pytest.fixture
def store(content: Path, tmp_path: Path) -> PictureStore:
    return PictureStore(content, tmp_path / "cache")
