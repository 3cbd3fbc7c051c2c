"""Collects the pages of a build, renders them, writes each file once."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from pelican.writers import Writer

from press.workers import side_by_side


class DuplicateAddress(RuntimeError):
    """Two things want one file of the site; the message names both."""


@dataclass(frozen=True, slots=True)
class Job:
    """One page to render."""

    name: str
    """File to write, from the root of the site, with forward slashes."""
    template: Any
    values: Mapping[str, Any]
    """What only this page's template sees, beside the context of the site."""
    shows: Callable[[], str] | None
    """Text that differs whenever the page would; None: render it always."""


def root_of(name: str) -> str:
    """The relative way from the page `name` to the root of the site: `..`, `../..`, `.`"""
    depth = len(PurePosixPath(name).parts) - 1
    return "/".join([".."] * depth) or "."


class PressWriter(Writer):
    """Pelican's writer, with rendering put off until all pages are known.

    Replaces upstream `Writer.write_file`, which renders at once, copies the
    whole context for each page and opens the target before it knows that
    rendering succeeds.
    """

    def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
        super().__init__(output_path, settings)
        self.root = Path(output_path)
        self.jobs: list[Job] = []
        self._owners: dict[str, str] = {}

    def write_file(
        self,
        name: str,
        template: Any,
        context: Mapping[str, Any],
        relative_urls: bool = True,
        paginated: Any = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        shows: Callable[[], str] | None = None,
        **values: Any,
    ) -> None:
        """Notes a page to be rendered; the keyword arguments reach its template."""
        self._claim(name, f"{template.name}")
        self.jobs.append(Job(name, template, values, shows))

    def write_bytes(self, name: str, data: bytes) -> None:
        """Writes a file that needs no template."""
        self._claim(name, "tệp")
        self._put(name, data)

    def write_text(self, name: str, text: str) -> None:
        """`write_bytes` of UTF-8."""
        self.write_bytes(name, text.encode("utf-8"))

    def render_all(self, context: dict[str, Any], workers: int = 1) -> None:
        """Renders and writes all pages noted so far."""

        def write_page(job_number: int) -> None:
            job = self.jobs[job_number]
            self._put(job.name, render(job, context).encode("utf-8"))

        side_by_side(write_page, range(len(self.jobs)), workers)
        self.jobs.clear()

    def _claim(self, name: str, owner: str) -> None:
        folded = name.casefold()
        if folded in self._owners:
            raise DuplicateAddress(
                f'Hai trang cùng một địa chỉ "{name}" ({self._owners[folded]}, {owner});'
                " đổi Địa chỉ (slug) của một bài"
            )
        self._owners[folded] = owner

    def _put(self, name: str, data: bytes) -> None:
        path = self.root / name
        if not path.resolve().is_relative_to(self.root.resolve()):
            raise DuplicateAddress(f'Địa chỉ "{name}" nằm ngoài thư mục của trang')
        os.makedirs(path.parent, exist_ok=True)
        path.write_bytes(data)


def render(job: Job, context: dict[str, Any]) -> str:
    """The page's HTML."""
    root = root_of(job.name)
    # Contents resolve their own links against this.
    context["localsiteurl"] = root
    local = {**context, "SITEURL": root, "output_file": job.name, **job.values}
    html: str = job.template.render(local)
    return html if html.endswith("\n") else html + "\n"
