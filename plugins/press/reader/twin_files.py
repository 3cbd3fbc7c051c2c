"""Two files of the content folder that would be published under one address."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from desk.site import Site
from findings import Finding, Saying
from pictures.model import PublishedFile
from press.reader.records import Record


def twin_files(records: Sequence[Record], site: Site) -> list[Finding]:
    """An error for each article that names a file of whose address another one is published.

    `a.pdf` and `tep/a.pdf` both go to `tep/a.pdf`: readers of one would get the other.
    """
    known: dict[str, str] = {}
    twins = {
        file.address
        for record in records
        for file in record.files
        if known.setdefault(file.address, file.sha256) != file.sha256
    }
    return [
        _twin(record, file, site)
        for record in (records if twins else ())
        for file in record.files
        if file.address in twins and file.source != file.address
    ]


def _twin(record: Record, file: PublishedFile, site: Site) -> Finding:
    document = site.by_name[record.path]
    body = document.front.body
    at = max(body.find(PurePosixPath(file.source).name), 0)
    return Finding(
        document.path,
        document.front.body_line + body.count("\n", 0, at),
        at - body.rfind("\n", 0, at),
        "address-unique",
        Saying(
            f"“{file.source}” và một tệp khác cùng ra địa chỉ {file.address}",
            f"“{file.source}” and another file both go to the address {file.address}",
        ),
        Saying("đổi tên một trong hai tệp", "rename one of the two files"),
    )
