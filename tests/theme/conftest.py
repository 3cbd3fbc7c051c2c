"""The gallery, built once and served with the site's security policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.serving import Quiet, serve
from tests.theme.gallery import build_gallery

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class _Strict(Quiet):
    """A host that sends the policy with every answer."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="session")
def gallery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a page of every type."""
    folder = tmp_path_factory.mktemp("gallery")
    build_gallery(folder)
    return folder


@pytest.fixture(scope="session")
def gallery_address(gallery: Path) -> Iterator[str]:
    """Where the gallery is served."""
    with serve_strictly(gallery) as address:
        yield address


def serve_strictly(folder: Path) -> AbstractContextManager[str]:
    """The address under which `folder` is served with the policy."""
    return serve(folder, _Strict)
