"""What stock `pelican` says of settings that it cannot use, before any class of ours is asked."""

from __future__ import annotations

import logging
import traceback
from pathlib import Path


def tell_plainly(record: logging.LogRecord) -> bool:
    """A filter of Pelican's log: settings at fault are told in a sentence, without a traceback.

    Pelican ends with status 1 all the same. A fault in the program keeps its traceback, and so
    has a syntax error in `pelicanconf.py`: then nothing of ours has been read yet.
    """
    problem = record.exc_info[1] if record.exc_info else None
    if problem is not None and (said := _said(problem)):
        record.msg, record.args, record.exc_info = said, (), None
    return True


def _said(problem: BaseException) -> str:
    """What is wrong with the settings; empty for anything else."""
    frames = list(traceback.walk_tb(problem.__traceback__))
    read = {frame.f_code.co_name: frame.f_locals for frame, _ in frames}
    if "read_settings" not in read:
        return ""
    settings = read.get("configure_settings", {}).get("settings", {})
    content = settings.get("PATH")
    if content and not Path(content).is_dir():
        return (
            f'Không có thư mục nội dung "{content}"; viết đúng tên thư mục sau chữ pelican,'
            " hoặc sửa PATH trong pelicanconf.py"
        )
    file = Path(read["read_settings"].get("path") or "pelicanconf.py").resolve()
    lines = [line for frame, line in frames if Path(frame.f_code.co_filename).resolve() == file]
    place = ":".join([file.name, *map(str, lines[-1:])])
    return f"{place}: không đọc được cấu hình: {problem}"
