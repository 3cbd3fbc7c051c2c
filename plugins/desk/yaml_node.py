"""YAML proper: quoted words, `[lists]` and tables below a key.

It is read as events, so that no tag, anchor or depth of nesting in a file can
make the reader do anything but read.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from desk.header import tidy
from desk.nodes import Items, Node, Refused, Table, Text
from findings import Saying

_DEPTH = 6


def yaml_node(source: str, line: int, column: int) -> Node:
    """`source` read as YAML; its first line is `line` of the file.

    Raises Refused.
    """
    try:
        events = yaml.parse(source, Loader=yaml.SafeLoader)
        for event in events:
            if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
                node = _build(event, events, line, column, _DEPTH)
                _expect_end(events, line, column)
                return node
            if isinstance(event, AliasEvent):
                raise no_yaml_magic(line, column)
    except yaml.YAMLError as error:
        raise _yaml_problem(error, line, column) from None
    except RecursionError:
        raise _too_deep(line, column) from None
    return Text("", line, column)


def no_yaml_magic(line: int, column: int) -> Refused:
    """What to say of tags, anchors and aliases."""
    return Refused(
        line,
        column,
        Saying(
            "Ký hiệu YAML đặc biệt (!, &, *) không được dùng ở phần đầu bài",
            "Signs of YAML's own (!, &, *) are not used in a head",
        ),
        Saying("đặt cả giá trị trong ngoặc kép", "put the whole value into quotation marks"),
    )


def _expect_end(events: Iterator[Event], line: int, column: int) -> None:
    """Reads on to the end, so that what stands behind the value is not passed over."""
    for event in events:
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            raise Refused(
                line,
                column,
                Saying("Thừa chữ sau giá trị", "There are words behind the value"),
                Saying("bỏ phần thừa", "remove them"),
            )


def _build(event: Event, events: Iterator[Event], line: int, column: int, depth: int) -> Node:
    mark = event.start_mark
    assert mark is not None
    here = (line + mark.line, mark.column + (column if mark.line == 0 else 1))
    if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
        raise no_yaml_magic(*here)
    if getattr(event, "tag", None):
        raise no_yaml_magic(*here)
    if depth == 0:
        raise _too_deep(*here)
    if isinstance(event, ScalarEvent):
        return Text(tidy(event.value), *here)
    if isinstance(event, SequenceStartEvent):
        return Items(tuple(_until(SequenceEndEvent, events, line, column, depth)), *here)
    found = list(_until(MappingEndEvent, events, line, column, depth))
    keys, values = found[::2], found[1::2]
    return Table(
        tuple((k, v) for k, v in zip(keys, values, strict=True) if isinstance(k, Text)), *here
    )


def _until(
    end: type[Event], events: Iterator[Event], line: int, column: int, depth: int
) -> Iterator[Node]:
    for event in events:
        if isinstance(event, end):
            return
        yield _build(event, events, line, column, depth - 1)


def _too_deep(line: int, column: int) -> Refused:
    message = Saying("Phần đầu bài lồng quá nhiều tầng", "The head is nested too deeply")
    return Refused(line, column, message, Saying("viết gọn lại", "make it simpler"))


def _yaml_problem(error: yaml.YAMLError, line: int, column: int) -> Refused:
    mark = getattr(error, "problem_mark", None)
    below = mark.line if mark else 0
    return Refused(
        line + below,
        (mark.column + 1 if below else column) if mark else column,
        Saying("Không đọc được phần đầu bài ở dòng này", "The head cannot be read at this line"),
        Saying(
            "đặt giá trị trong ngoặc kép; các mục cùng cấp thụt vào bằng nhau",
            "put the value into quotation marks; indent entries of one level alike",
        ),
    )
